/** The rows of the sheet as a grid that is walked by arrows and mended in place. */
import './grid.css'
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { FieldWire, FixWire, RowEdit, RowWire } from '../../../imports/import-wire.ts'
import { Chunk, Nearing } from './chunk.tsx'
import { type GridActs, GridContext } from './grid-acts.ts'
import { movedTo, nextFault, type Place } from './kept-rows.ts'
import * as roles from './roles.ts'
import { Row } from './row.tsx'

const words = catalogue({
  zh: { label: '表里的行', row: '行', keys: '方向键移动，回车或直接打字修改，Tab 到下一处，Esc 不改' },
  en: { label: 'Rows of the sheet', row: 'Row', keys: 'Arrow keys move, Enter or typing edits, Tab goes to the next fault, Esc leaves it' },
})

interface GridProps {
  readonly pages: readonly (readonly RowWire[])[]
  readonly fields: readonly FieldWire[]
  readonly editable: boolean
  readonly narrow: boolean
  readonly edit: (row: number, edit: RowEdit) => Promise<void>
  readonly fix: (fix: FixWire) => Promise<void>
  readonly pair: (row: number, other: number) => void
  readonly onNear: () => void
}

export function Grid({ pages, fields, editable, narrow, edit, fix, pair, onNear }: GridProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const pane = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => pages.flat(), [pages])
  const names = useMemo(() => fields.map(({ field }) => field), [fields])
  const walk = useWalk(pane, rows, names, editable)
  const { at, editing, begin, end } = walk
  const acts = useMemo<GridActs>(() => ({ editable, edit, fix, begin, end, pair }), [editable, edit, fix, begin, end, pair])
  const first = rows[0]?.row
  return (
    <GridContext value={acts}>
      <div ref={pane} className="pane">
        <table
          {...roles.grid}
          aria-label={w.label}
          className="grid"
          style={{ '--least': `${fields.reduce((sum, one) => sum + widthOf(one), 64)}px` } as never}
          {...(editable ? { 'aria-description': w.keys } : {})}
          onKeyDown={walk.onKey}
          onFocus={walk.onFocus}
        >
          <colgroup>
            <col style={{ width: 64 }} />
            {fields.map((one) => (
              <col key={one.field} style={{ width: widthOf(one) }} />
            ))}
          </colgroup>
          <thead {...roles.group}>
            <tr {...roles.row}>
              <th scope="col" {...roles.column}>
                {w.row}
              </th>
              {fields.map((one) => (
                <th key={one.field} scope="col" {...roles.column} className={one.field === 'name' ? 'named' : undefined}>
                  {say(one.title)}
                </th>
              ))}
            </tr>
          </thead>
          {pages.map((page, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
            <Chunk key={index} root={narrow ? undefined : pane} columns={fields.length + 1}>
              {page.map((row) => (
                <Row
                  key={row.row}
                  row={row}
                  fields={fields}
                  stands={at ? (at.row === row.row ? at.field : undefined) : row.row === first ? names[0] : undefined}
                  editing={editing && at?.row === row.row ? at.field : undefined}
                />
              ))}
            </Chunk>
          ))}
        </table>
        <Nearing root={narrow ? undefined : pane} onNear={onNear} />
      </div>
    </GridContext>
  )
}

const widths: Readonly<Record<string, number>> = {
  idNumber: 172,
  phone: 116,
  firm: 212,
  address: 220,
  sex: 60,
  member: 84,
  name: 96,
  creditCode: 176,
  year: 72,
}
const widthOf = ({ field, title }: FieldWire): number => (field === 'name' && title.zh !== '姓名' ? 220 : (widths[field] ?? 124))

const isPlace = (element: Element | null): element is HTMLElement => element instanceof HTMLElement && element.dataset.cell !== undefined
const placeOf = (cell: HTMLElement): Place => {
  const [row, field] = cell.dataset.cell!.split(':')
  return { row: Number(row), field: field! }
}

/** Where the keyboard stands in the grid, and whether one types there. */
function useWalk(pane: RefObject<HTMLElement | null>, rows: readonly RowWire[], fields: readonly string[], editable: boolean) {
  const [at, setAt] = useState<Place>()
  const [editing, setEditing] = useState(false)
  const wanted = useRef<Place>(undefined)
  const known = useRef({ rows, fields })
  known.current = { rows, fields }
  const go = useCallback(
    (to: Place | undefined) => {
      // A row that is no longer in the list leaves the keyboard at the first one.
      const cell = [`="${to?.row}:${to?.field}"`, '']
        .map((at) => pane.current?.querySelector<HTMLElement>(`[data-cell${at}]`))
        .find(Boolean)
      cell?.focus({ preventScroll: true })
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    [pane],
  )
  const begin = useCallback((place: Place) => {
    setAt(place)
    setEditing(true)
  }, [])
  const end = useCallback<GridActs['end']>((place, then) => {
    setEditing(false)
    if (then === 'leave') return
    wanted.current = then === 'stay' ? place : nextFault(place, known.current.rows, known.current.fields, then === 'back')
    setAt(wanted.current)
  }, [])
  // The cell can take the focus only once the box in it is gone.
  useEffect(() => {
    if (editing || !wanted.current) return
    go(wanted.current)
    wanted.current = undefined
  })
  function onKey(event: KeyboardEvent): void {
    const cell = event.target as Element
    if (!isPlace(cell) || event.ctrlKey || event.metaKey || event.altKey) return
    const place = placeOf(cell)
    const opens = event.key === 'Enter' || event.key === 'F2'
    // `Process` is the first stroke of an input method: what is typed goes into the box that appears.
    if (editable && (opens || event.key === 'Process' || (event.key.length === 1 && event.key !== ' '))) {
      begin(place)
      if (opens) event.preventDefault()
      return
    }
    const to = movedTo(
      event.key,
      place,
      rows.map((row) => row.row),
      fields,
    )
    if (!to) return
    event.preventDefault()
    go(to)
  }
  const onFocus = useCallback(({ target }: { readonly target: Element }) => {
    if (isPlace(target)) setAt(placeOf(target))
  }, [])
  return { at, editing, begin, end, onKey, onFocus }
}
