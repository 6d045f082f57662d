/** One import: from the file through its columns and its faults to the register, and back. Everything on it is the server's. */
import '../promise.css'
import './work.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { moment } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { useNarrow } from '#ui/pieces/table/view.tsx'
import type { ImportWire, RowsShown } from '../../../imports/import-wire.ts'
import { ColumnChoices } from '../acts/column-choices.tsx'
import { follow, unfollow } from '../followed.ts'
import { importQuery, isMoving, type Showing } from '../questions.ts'
import { Rows } from '../rows/rows.tsx'
import { many } from '../wording.ts'
import { Now } from './now.tsx'
import { Progress } from './progress.tsx'
import { Side } from './side.tsx'
import { Steps } from './steps.tsx'

const words = catalogue({
  zh: {
    title: (kind: string) => `导入${kind}`,
    rows: (n: string) => `${n} 行`,
    put: (who: string, when: string) => `${who} ${when} 放入`,
    columns: '请先认一认列',
    columnsNote: '左边是表里的列名，右边选它读作什么。认不出的列可以不导入。',
    failed: '这份表没能读进来',
    checked: '查完了',
    committed: '写入完成',
    undone: '撤销完成',
  },
  en: {
    title: (kind) => `Import: ${kind}`,
    rows: (n) => `${n} rows`,
    put: (who, when) => `put in by ${who}, ${when}`,
    columns: 'First, the columns',
    columnsNote: 'At the left the headings of the sheet; choose what each is read as. What is not known may be left out.',
    failed: 'This file could not be read',
    checked: 'The check is done',
    committed: 'It is written',
    undone: 'It is undone',
  },
})

export function ImportAt() {
  const { importId } = useParams({ strict: false }) as { importId: string }
  const { show, cause } = useSearch({ strict: false }) as { show?: RowsShown; cause?: string }
  const navigate = useNavigate()
  const { data: one, error, refetch } = useQuery(importQuery(importId))
  if (!one) return error ? <Trouble error={error} onAgain={() => void refetch()} /> : <Waiting />
  const onShowing = (next: Showing) =>
    void navigate({
      to: '/desk/imports/$importId',
      params: { importId },
      search: { show: next.show, ...(next.cause ? { cause: next.cause } : {}) },
      replace: true,
      resetScroll: false,
    })
  return <ImportPage key={importId} one={one} asked={show ? { show, cause } : undefined} onShowing={onShowing} />
}

interface Props {
  readonly one: ImportWire
  readonly asked: Showing | undefined
  readonly onShowing: (showing: Showing) => void
}

function ImportPage({ one, asked, onShowing }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const narrow = useNarrow()
  const showing = useShowing(one, asked)
  useFollowed(one)
  const title = w.title(say(one.title))
  const hasRows = one.counts.read > 0 && one.state !== 'columns'
  return (
    <div className="imp">
      <title>{title}</title>
      <header>
        <div>
          <h1>{title}</h1>
          <About one={one} />
        </div>
        <Steps state={one.state} />
      </header>
      <div className="imp-main">
        {one.state === 'failed' ? (
          <section className="sheet pad">
            <h2 className="h">{w.failed}</h2>
            {one.problem ? <p className="said">{say(one.problem)}</p> : null}
          </section>
        ) : one.state === 'columns' ? (
          <section className="sheet pad">
            <h2 className="h">{w.columns}</h2>
            <p className="s sub">{one.problem ? say(one.problem) : w.columnsNote}</p>
            <ColumnChoices one={one} onDone={() => undefined} />
          </section>
        ) : (
          <Progress one={one} />
        )}
      </div>
      <aside className="side2">
        <Now one={one} />
        <Side one={one} narrow={narrow} />
      </aside>
      {hasRows ? (
        <div className="imp-rows">
          <Rows one={one} showing={showing} onShowing={onShowing} />
        </div>
      ) : null}
      <Turning one={one} />
    </div>
  )
}

function About({ one }: { readonly one: ImportWire }) {
  const { language } = useLanguage()
  const w = useWords(words)
  return (
    <p className="s sub imp-about">
      <span>{one.unit.name}</span>
      <span className="nb-file">{one.file.name}</span>
      {one.file.sheet ? <span>{one.file.sheet}</span> : null}
      {one.counts.read > 0 && !isMoving(one.state) ? <span>{w.rows(many(one.counts.read))}</span> : null}
      <span>{w.put(one.by.name, moment(one.at, dayOf(new Date()), language))}</span>
    </p>
  )
}

/** What was asked for, else what there is to do first: faults, else what is new. Kept once chosen, for mending the last fault must not turn the page. */
function useShowing(one: ImportWire, asked: Showing | undefined): Showing {
  const { wrong, look, new: added } = one.counts
  const [first, setFirst] = useState<RowsShown>()
  const settled = !isMoving(one.state)
  const fitting: RowsShown = wrong + look > 0 || !settled ? 'odd' : added > 0 ? 'new' : 'all'
  useEffect(() => {
    if (settled) setFirst((before) => before ?? fitting)
  }, [settled, fitting])
  return asked ?? { show: first ?? fitting }
}

/** Whoever leaves while the house is at work is told elsewhere on the desk when it is done. */
function useFollowed({ id, state }: ImportWire): void {
  useEffect(() => (isMoving(state) ? follow(id) : unfollow(id)), [id, state])
}

/** Tells a screen reader, and whoever looks at another window, that the house is done with something. */
function Turning({ one }: { readonly one: ImportWire }) {
  const w = useWords(words)
  const [before, setBefore] = useState(one.state)
  const [said, setSaid] = useState('')
  if (before !== one.state) {
    setBefore(one.state)
    setSaid(one.state === 'checked' || one.state === 'committed' || one.state === 'undone' ? w[one.state] : '')
  }
  return (
    <p role="status" className="vh">
      {said}
    </p>
  )
}
