/** Tells whoever left an import to itself that the house is done with it, wherever on the desk they are by now. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import type { ImportState, ImportWire } from '../../imports/import-wire.ts'
import { importQuery, isMoving } from './questions.ts'
import { followed, unfollow } from './followed.ts'
import { many } from './wording.ts'
import './told.css'

const words = catalogue({
  zh: {
    checked: (file: string, wrong: string) => `“${file}”查完了${wrong === '0' ? '，没有错' : `，有错 ${wrong} 行`}`,
    columns: (file: string) => `“${file}”要您认一认列`,
    committed: (file: string, rows: string) => `“${file}”写入完成，${rows} 行`,
    undone: (file: string) => `“${file}”已整批撤销`,
    failed: (file: string) => `“${file}”没能读进来`,
    see: '去看',
    close: '知道了',
  },
  en: {
    checked: (file, wrong) => `“${file}” is checked; ${wrong === '0' ? 'nothing is wrong' : `${wrong} rows are wrong`}`,
    columns: (file) => `“${file}” needs its columns named`,
    committed: (file, rows) => `“${file}” is written, ${rows} rows`,
    undone: (file) => `“${file}” is undone`,
    failed: (file) => `“${file}” could not be read`,
    see: 'See it',
    close: 'Close',
  },
})

/** One at a time: a person has hardly two under way, and the rest follow. */
export default function ImportTold() {
  const path = useLocation({ select: (at) => at.pathname })
  const [id, setId] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is followed is looked up anew on every page
  useEffect(() => setId(followed()[0]), [path])
  return id && !path.endsWith(id) ? (
    <Follow
      key={id}
      id={id}
      onDone={() => {
        unfollow(id)
        setId(followed()[0])
      }}
    />
  ) : null
}

function Follow({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { data: one, isError } = useQuery({ ...importQuery(id), refetchInterval: 2_000 })
  useEffect(() => {
    if (isError) onDone()
  })
  return one && !isMoving(one.state) ? <Toast one={one} onDone={onDone} /> : null
}

function Toast({ one, onDone }: { readonly one: ImportWire; readonly onDone: () => void }) {
  const w = useWords(words)
  const { name } = one.file
  const says: Partial<Record<ImportState, string>> = {
    checked: w.checked(name, many(one.counts.wrong)),
    columns: w.columns(name),
    committed: w.committed(name, many((one.committed?.new ?? 0) + (one.committed?.changed ?? 0))),
    undone: w.undone(name),
    failed: w.failed(name),
  }
  return createPortal(
    <div className="told" role="status">
      <p>{says[one.state] ?? name}</p>
      <Go className="btn sm" to="/desk/imports/$importId" params={{ importId: one.id }}>
        {w.see}
      </Go>
      <Button look="txt" size="sm" onClick={onDone}>
        {w.close}
      </Button>
    </div>,
    document.body,
  )
}
