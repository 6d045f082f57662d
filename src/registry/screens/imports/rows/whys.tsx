/** What is to be said of a row, beneath it: what is wrong, with what would mend it as a button; what was mended, and the way back. */
import { useState } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { CellWire, FieldWire, RowEdit, RowProblemWire, RowWire } from '../../../imports/import-wire.ts'
import { many } from '../wording.ts'
import { useGrid } from './grid-acts.ts'

const words = catalogue({
  zh: {
    keep: '照写',
    kept: '已照写',
    all: (title: string, rows: string) => `${title}，改 ${rows} 行`,
    one: '只改这一行',
    each: (rows: string) => `同类 ${rows} 行都按建议改`,
    pair: '并排看两行',
    leave: (row: string) => `用第 ${row} 行，这行不要`,
    back: '改回去',
    takeIn: '还是要这一行',
    mended: '已改好',
    touched: '您改过',
    was: (field: string, was: string) => `${field}原为“${was}”。`,
    wasEmpty: (field: string) => `${field}原来没填。`,
    new: '此行重查通过，将新增。',
    changed: '此行重查通过，将更新。',
    same: '此行重查通过，没有变化。',
    wrong: '',
  },
  en: {
    keep: 'Keep as it is',
    kept: 'Kept as it is',
    all: (title, rows) => `${title}, in ${rows} rows`,
    one: 'This row only',
    each: (rows) => `Take the suggestions in all ${rows}`,
    pair: 'Both rows side by side',
    leave: (row) => `Use row ${row}, leave this one out`,
    back: 'Undo',
    takeIn: 'Take it in after all',
    mended: 'Mended',
    touched: 'Changed by you',
    was: (field, was) => `${field} was “${was}”. `,
    wasEmpty: (field) => `${field} was empty. `,
    new: 'The row passes and will be added.',
    changed: 'The row passes and will update the register.',
    same: 'The row passes; nothing changes.',
    wrong: '',
  },
})

interface WhysProps {
  readonly row: RowWire
  readonly fields: readonly FieldWire[]
  readonly id: (what: string) => string
}

export function Whys({ row, fields, id }: WhysProps) {
  const grid = useGrid()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const mended = fields.filter(({ field }) => row.cells[field]?.mended)
  // The button that was pressed may be gone afterwards: the keyboard goes to the cell it was about.
  const act = (field: string, work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    work()
      .then(() => grid.end({ row: row.row, field }, 'stay'), setError)
      .finally(() => setBusy(false))
  }
  return (
    <div className="whys" aria-busy={busy}>
      {row.problems.map((problem) => (
        <Problem
          key={`${problem.field}/${problem.code}`}
          id={id(problem.field)}
          row={row.row}
          problem={problem}
          busy={busy}
          edit={(edit) => act(problem.field, () => grid.edit(row.row, edit))}
          takeIn={() =>
            act(problem.field, async () => {
              // An edit of the row brings it back, and taking that edit back leaves it as the sheet has it.
              await grid.edit(row.row, { field: 'name', value: row.cells.name?.shown ?? '' })
              await grid.edit(row.row, { field: 'name', restore: true })
            })
          }
          fixAll={() => act(problem.field, () => grid.fix({ cause: problem.cause, accept: true }))}
        />
      ))}
      {mended.map((field) => (
        <MendedCell
          key={field.field}
          row={row}
          field={field}
          cell={row.cells[field.field]!}
          busy={busy}
          restore={() => act(field.field, () => grid.edit(row.row, { field: field.field, restore: true }))}
        />
      ))}
      {error ? <Trouble error={error} /> : null}
    </div>
  )
}

interface ProblemProps {
  readonly id: string
  readonly row: number
  readonly problem: RowProblemWire
  readonly busy: boolean
  readonly edit: (edit: RowEdit) => void
  readonly takeIn: () => void
  readonly fixAll: () => void
}

function Problem({ id, row, problem, busy, edit, takeIn, fixAll }: ProblemProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const grid = useGrid()
  const { suggestion, otherRow } = problem
  const alike = suggestion?.sameCauseRows ?? 1
  // All of them say the very same, so what is right for one is right for all.
  const sameWords = problem.cause !== `${problem.field}/${problem.code}`
  const act = (says: string, onClick: () => void) => (
    <button key={says} type="button" className="fix" disabled={busy} onClick={onClick}>
      {says}
    </button>
  )
  const suggested = ({ value, title }: NonNullable<RowProblemWire['suggestion']>) => {
    const one = (says: string) => act(says, () => edit({ field: problem.field, value }))
    if (alike > 1 && sameWords) return [act(w.all(say(title), many(alike)), fixAll), one(w.one)]
    return [one(say(title)), alike > 1 && value !== '' ? act(w.each(many(alike)), fixAll) : null]
  }
  return (
    <p>
      <span id={id}>
        <b className={problem.kept ? undefined : problem.severity}>{say(problem.title)}</b>
        <span>{say(problem.says)}</span>
      </span>
      {problem.kept ? <span className="faint">{w.kept}</span> : null}
      {grid.editable && suggestion ? suggested(suggestion) : null}
      {grid.editable && problem.keepable && !problem.kept ? act(w.keep, () => edit({ keep: problem.code })) : null}
      {grid.editable && problem.code === 'leftOut' ? act(w.takeIn, takeIn) : null}
      {otherRow === undefined ? null : act(w.pair, () => grid.pair(row, otherRow))}
      {grid.editable && otherRow !== undefined && !problem.kept ? act(w.leave(many(otherRow)), () => edit({ leaveOut: true })) : null}
    </p>
  )
}

interface MendedProps {
  readonly row: RowWire
  readonly field: FieldWire
  readonly cell: CellWire
  readonly busy: boolean
  readonly restore: () => void
}

function MendedCell({ row, field, cell, busy, restore }: MendedProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { editable } = useGrid()
  const right = row.verdict !== 'wrong'
  const title = say(field.title)
  return (
    <p>
      <b className={right ? 'ok' : undefined}>{right ? w.mended : w.touched}</b>
      <span>
        {cell.original ? w.was(title, cell.original) : w.wasEmpty(title)}
        {w[row.verdict]}
      </span>
      {editable ? (
        <button type="button" className="fix" disabled={busy} onClick={restore}>
          {w.back}
        </button>
      ) : null}
    </p>
  )
}
