/** One cell of the matrix: the figure to be typed, and beside it what the other side offers, what is agreed and what holds now. */
import { type KeyboardEvent, useState } from 'react'
import { yuan } from '#kernel/money.ts'
import type { MatrixCell } from '#law/clauses/matrix.ts'
import { fenOf } from '#ui/controls/fen.ts'
import { useWords } from '#ui/language.tsx'
import { words } from './words.ts'

export interface Beside {
  readonly counter?: MatrixCell | undefined
  readonly agreed?: MatrixCell | undefined
  readonly current?: MatrixCell | undefined
}

export interface CellProps {
  readonly label: string
  readonly cell: MatrixCell | undefined
  readonly beside: Beside
  readonly at: readonly [row: number, column: number]
  readonly onChange?: ((cell: MatrixCell | undefined) => void) | undefined
}

const shown = (cell: MatrixCell | undefined): string => (cell?.value === undefined ? (cell?.words ?? '') : yuan(cell.value))

/** Arrows and Enter go to the same column of the next row, as in a spreadsheet. */
function walk(event: KeyboardEvent<HTMLInputElement>, [row, column]: CellProps['at']): void {
  const back = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
  if (!back && event.key !== 'ArrowDown' && event.key !== 'Enter') return
  const boxes = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`) ?? [])]
  const next = boxes[boxes.findIndex((box) => box.dataset.row === String(row)) + (back ? -1 : 1)]
  event.preventDefault()
  next?.focus()
  next?.select()
}

export function Cell({ label, cell, beside, at, onChange }: CellProps) {
  const w = useWords(words)
  const [typed, setTyped] = useState<string>()
  const bad = typed !== undefined && typed.trim() !== '' && fenOf(typed) === undefined
  // A block that was pasted over the cell stands above what was typed before.
  const said = typed !== undefined && (bad || fenOf(typed) === cell?.value) ? typed : shown(cell)
  const type = (now: string) => {
    setTyped(now)
    const fen = fenOf(now)
    if (now.trim() === '') onChange?.(undefined)
    else if (fen !== undefined) onChange?.({ value: fen })
  }
  const done = beside.agreed?.value !== undefined
  return (
    <td className={done ? 'mx-done' : undefined}>
      {onChange && cell?.words === undefined ? (
        <input
          className="box num"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          aria-invalid={bad}
          title={bad ? w.bad : undefined}
          data-row={at[0]}
          data-column={at[1]}
          value={said}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => walk(event, at)}
          onBlur={() => (bad ? undefined : setTyped(undefined))}
        />
      ) : (
        <span className="num">{shown(cell) || '—'}</span>
      )}
      {bad ? (
        <small className="mx-bad" role="alert">
          {w.bad}
        </small>
      ) : null}
      {beside.counter ? (
        <small className="mx-counter">
          {w.counter} {shown(beside.counter)}
        </small>
      ) : null}
      {beside.agreed ? (
        <small className="mx-agreed">
          {w.agreed} {shown(beside.agreed)}
        </small>
      ) : null}
      {beside.current ? (
        <small>
          {w.current} {shown(beside.current)}
        </small>
      ) : null}
    </td>
  )
}
