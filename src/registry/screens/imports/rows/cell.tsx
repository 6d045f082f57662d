/** One cell of the sheet: as it may be shown, what it was, and where one types. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { CellWire, FieldWire, RowProblemWire } from '../../../imports/import-wire.ts'
import * as roles from './roles.ts'
import { useGrid } from './grid-acts.ts'

const words = catalogue({
  zh: {
    empty: '未填',
    left: '留空',
    cell: (row: string, field: string) => `第 ${row} 行 ${field}`,
    was: '册里原为',
    will: '改为',
    hidden: '整个重写；原来的不显示',
    choose: '请选择',
  },
  en: {
    empty: 'empty',
    left: 'left empty',
    cell: (row, field) => `Row ${row}, ${field}`,
    was: 'on the register',
    will: 'becomes',
    hidden: 'Type it whole; the old one stays hidden',
    choose: 'Choose',
  },
})

interface CellProps {
  readonly row: number
  readonly field: FieldWire
  readonly cell: CellWire | undefined
  readonly problem: RowProblemWire | undefined
  readonly describedBy: string | undefined
  readonly stands: boolean
  readonly editing: boolean
}

const toneOf = (problem: RowProblemWire | undefined, cell: CellWire | undefined): string =>
  problem && !problem.kept ? (problem.severity === 'wrong' ? 'bad' : 'ask') : cell?.mended ? 'good' : cell?.old !== undefined ? 'turn' : ''

export function Cell({ row, field, cell, problem, describedBy, stands, editing }: CellProps) {
  const { say } = useLanguage()
  const grid = useGrid()
  const tone = toneOf(problem, cell)
  const place = { row, field: field.field }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all cells are handled by the grid
    <td
      {...roles.cell}
      className={`${tone}${cell?.shown === undefined && !tone ? ' none' : ''}${field.field === 'name' ? ' named' : ''}`}
      data-cell={`${row}:${field.field}`}
      data-title={say(field.title)}
      tabIndex={stands && !editing ? 0 : -1}
      {...(tone === 'bad' ? { 'aria-invalid': true } : {})}
      {...(describedBy && !editing ? { 'aria-describedby': describedBy } : {})}
      {...(grid.editable ? {} : { 'aria-readonly': true })}
      onClick={() => grid.editable && !editing && grid.begin(place)}
    >
      {editing ? <Editing row={row} field={field} cell={cell} /> : <Shown cell={cell} faulty={tone === 'bad' || tone === 'ask'} />}
    </td>
  )
}

function Shown({ cell, faulty }: { readonly cell: CellWire | undefined; readonly faulty: boolean }) {
  const w = useWords(words)
  if (cell?.old !== undefined)
    return (
      <>
        <span className="vh">{w.was}</span>
        <del>{cell.old}</del> <span className="vh">{w.will}</span>
        <ins>{cell.shown ?? w.empty}</ins>
      </>
    )
  if (cell?.shown === undefined) return faulty || cell?.mended ? <span className="faint">{faulty ? w.empty : w.left}</span> : null
  return <span>{cell.shown}</span>
}

/** Enter and Tab send, Esc leaves; leaving a cell that was typed into sends it too. */
function Editing({ row, field, cell }: { readonly row: number; readonly field: FieldWire; readonly cell: CellWire | undefined }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const grid = useGrid()
  const box = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const over = useRef(false)
  const begun = field.sensitive ? '' : (cell?.shown ?? '')
  const [value, setValue] = useState(begun)
  const [typed, setTyped] = useState(false)
  const [busy, setBusy] = useState(false)
  const place = { row, field: field.field }
  useEffect(() => {
    box.current?.focus()
    box.current?.select?.()
  }, [])
  async function leave(then: 'stay' | 'next' | 'back' | 'leave', send: boolean, said = value): Promise<void> {
    if (over.current) return
    over.current = true
    if (send && (typed || said !== begun)) {
      setBusy(true)
      await grid.edit(row, { field: field.field, value: said.trim() }).catch(() => undefined)
    }
    grid.end(place, then)
  }
  function onKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void leave('stay', true)
    else if (event.key === 'Escape') void leave('stay', false)
    else if (event.key === 'Tab') void leave(event.shiftKey ? 'back' : 'next', true)
    else return
    event.preventDefault()
  }
  const wiring = {
    ref: box,
    className: 'edit',
    'aria-label': w.cell(String(row), say(field.title)),
    'aria-busy': busy,
    onKeyDown: onKey,
    onBlur: () => void leave('leave', true),
  }
  if (field.choices)
    return (
      <select
        {...wiring}
        value={field.choices.some((one) => one.zh === value) ? value : ''}
        onChange={(event) => void leave('stay', true, event.target.value)}
      >
        <option value="">{value || w.choose}</option>
        {field.choices.map((one) => (
          <option key={one.zh} value={one.zh}>
            {say(one)}
          </option>
        ))}
      </select>
    )
  return (
    <input
      {...wiring}
      value={value}
      readOnly={busy}
      autoComplete="off"
      spellCheck={false}
      placeholder={field.sensitive && cell?.shown ? cell.shown : ''}
      {...(field.sensitive ? { title: w.hidden } : {})}
      {...(field.field === 'phone' ? { inputMode: 'tel' as const } : {})}
      onChange={(event) => {
        setValue(event.target.value)
        setTyped(true)
      }}
    />
  )
}
