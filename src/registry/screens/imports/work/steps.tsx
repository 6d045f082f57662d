/** Where an import stands: five steps, those behind, the one of now, those ahead. */
import { catalogue, useWords } from '#ui/language.tsx'
import type { ImportState } from '../../../imports/import-wire.ts'

const words = catalogue({
  zh: { label: '步骤', put: '放入文件', columns: '认列', check: '检查', write: '确认写入', done: '完成，可撤销', behind: '已完成' },
  en: { label: 'Steps', put: 'File', columns: 'Columns', check: 'Check', write: 'Confirm', done: 'Done, can be undone', behind: 'done' },
})

const steps = ['put', 'columns', 'check', 'write', 'done'] as const

const at: Readonly<Record<ImportState, number>> = {
  waiting: 1,
  columns: 1,
  checking: 2,
  checked: 3,
  committing: 3,
  committed: 4,
  undoing: 4,
  undone: 4,
  failed: 0,
  cancelled: 0,
}

export function Steps({ state }: { readonly state: ImportState | undefined }) {
  const w = useWords(words)
  const now = state ? at[state] : 0
  return (
    <ol className="wiz" aria-label={w.label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < now ? 'done' : index === now ? 'on' : undefined}
          {...(index === now ? { 'aria-current': 'step' } : {})}
        >
          <i aria-hidden="true">{index + 1}</i>
          <span>{w[step]}</span>
          {index < now ? <span className="vh">{w.behind}</span> : null}
        </li>
      ))}
    </ol>
  )
}
