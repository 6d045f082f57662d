/** The import of this kind before, with the way to take it back while that may be done. */
import { lazy, Suspense, useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { ImportWire } from '../../../imports/import-wire.ts'
import { many } from '../wording.ts'

const UndoSheet = lazy(() => import('../acts/undo-sheet.tsx'))

const words = catalogue({
  zh: {
    title: '上一次导入',
    wrote: (day: string, added: string, changed: string) => `${day} 新增 ${added}，更新 ${changed}`,
    until: (day: string) => `可整批撤销到 ${day}`,
    undone: '已撤销',
    over: '已过撤销期',
    undo: '撤销整批',
  },
  en: {
    title: 'The import before',
    wrote: (day, added, changed) => `${day}: ${added} added, ${changed} updated`,
    until: (day) => `can be undone until ${day}`,
    undone: 'undone',
    over: 'can no longer be undone',
    undo: 'Undo it',
  },
})

export function LastOne({ last }: { readonly last: NonNullable<ImportWire['last']> }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  const may = !last.undone && last.undoUntil >= dayOf(new Date())
  return (
    <section>
      <h2 className="h">{w.title}</h2>
      <div className="last-one s sub">
        <p>
          <Go to="/desk/imports/$importId" params={{ importId: last.id }}>
            {w.wrote(shortDay(dayOf(new Date(last.committedAt)), language), many(last.new), many(last.changed))}
          </Go>
          <br />
          {last.undone ? w.undone : may ? w.until(shortDay(last.undoUntil, language)) : w.over}
        </p>
        {may ? (
          <Button size="sm" onClick={() => setOpen(true)}>
            {w.undo}
          </Button>
        ) : null}
      </div>
      <Suspense>{open ? <UndoSheet id={last.id} added={last.new} changed={last.changed} onClose={() => setOpen(false)} /> : null}</Suspense>
    </section>
  )
}
