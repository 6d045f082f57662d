/** The cell in which a side types its figure: arrows walk the column, a column from Excel or WPS is pasted, a figure too low says why. */
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { FigureBox } from '#engine/screens/form/figure-box.tsx'
import type { Clause } from '#law/clauses/clause.ts'
import { valueWords } from '#law/clauses/compare.ts'
import { clauseTitle, figureText } from '#law/clauses/entry.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { pasted } from '../../table/paste.ts'
import type { Row } from '../../table/table.ts'
import type { Entry } from './entry.tsx'
import { dealWords } from './words.tsx'

interface EntryCellProps {
  readonly entry: Entry
  readonly row: Row
  readonly rows: readonly Row[]
  readonly name: string
  /** Where the fault is said, under the row. */
  readonly faultId: string
}

/** Up and down walk the fields of the column, as in a spreadsheet; Enter goes down too. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.ctrlKey || event.metaKey) return
  const fields = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLInputElement>('td.entry input') ?? [])]
  event.preventDefault()
  const next = fields[fields.indexOf(event.currentTarget) + step]
  next?.focus()
  next?.select()
}

const withoutTerms = ({ words: _, ...clause }: Clause): Clause => clause

export function EntryCell({ entry, row, rows, name, faultId }: EntryCellProps) {
  const { say } = useLanguage()
  const w = useWords(dealWords)
  const { unit } = row.meaning
  const own = row[entry.side]
  const other = row[entry.side === 'workers' ? 'employer' : 'workers']
  const typed = entry.typed.get(row.key)
  const fault = entry.faults.get(row.key)
  // One's own terms in words go on with the figure; those of the other side only when one accepts them.
  const base = own ?? withoutTerms(row.clause)
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const found = pasted(event.clipboardData.getData('text/plain'), rows, row.key, skillTitle)
    if (!found) return
    event.preventDefault()
    entry.putAll(
      [...found].map(([key, value]) => {
        const at = rows.find((one) => one.key === key)!
        return { clause: at[entry.side] ?? withoutTerms(at.clause), value }
      }),
    )
  }
  const mayAccept = other !== undefined && row.agreed === undefined && typed === undefined
  return (
    <td className="r entry">
      {unit === 'words' ? null : (
        <FigureBox
          className="box num"
          unit={unit}
          value={typed?.value === true ? typed.clause.value : typed?.value}
          placeholder={own?.value === undefined ? '' : figureText(unit, own.value)}
          aria-label={w.typeIn(say(clauseTitle(row.clause, skillTitle)))}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? faultId : undefined}
          onChange={(value) => entry.put(base, value)}
          onKeyDown={walk}
          onPaste={paste}
        />
      )}
      {mayAccept ? (
        <button
          type="button"
          className="btn txt accept"
          aria-label={`${name} ${w.same(say(valueWords(other)))}`}
          onClick={() => entry.put(other, true)}
        >
          {w.same(unit === 'words' || other.value === undefined ? '✓' : figureText(unit, other.value))}
        </button>
      ) : null}
    </td>
  )
}
