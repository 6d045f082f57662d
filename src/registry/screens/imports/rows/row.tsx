/** One row of the sheet in the grid, and beneath it what is to be said of it. */
import { memo } from 'react'
import { catalogue, useWords } from '#ui/language.tsx'
import type { FieldWire, RowWire } from '../../../imports/import-wire.ts'
import { many } from '../wording.ts'
import { Cell } from './cell.tsx'
import * as roles from './roles.ts'
import { Whys } from './whys.tsx'

const words = catalogue({
  zh: { new: '将新增', changed: '将更新', same: '没有变化', wrong: '有错，不写入', row: '行' },
  en: { new: 'To be added', changed: 'Updates', same: 'No change', wrong: 'Wrong, not written', row: 'Row' },
})

interface RowProps {
  readonly row: RowWire
  readonly fields: readonly FieldWire[]
  /** The field on which the keyboard stands, if it stands in this row. */
  readonly stands: string | undefined
  readonly editing: string | undefined
}

export const Row = memo(function Row({ row, fields, stands, editing }: RowProps) {
  const w = useWords(words)
  const said = row.problems.length > 0 || fields.some(({ field }) => row.cells[field]?.mended)
  const id = (field: string) => `why-${row.row}-${field}`
  return (
    <>
      <tr {...roles.row} className={said ? 'has' : undefined} data-row={row.row}>
        <th scope="row" {...roles.rowHead}>
          <i className={`mark ${row.verdict}`} title={w[row.verdict]} />
          <span className="vh">{w.row}</span>
          {many(row.row)}
          <span className="vh">{w[row.verdict]}</span>
        </th>
        {fields.map((field) => {
          const problem = row.problems.find((one) => one.field === field.field && !one.kept)
          return (
            <Cell
              key={field.field}
              row={row.row}
              field={field}
              cell={row.cells[field.field]}
              problem={problem}
              describedBy={problem ? id(field.field) : undefined}
              stands={stands === field.field}
              editing={editing === field.field}
            />
          )
        })}
      </tr>
      {said ? (
        <tr {...roles.row} className="why">
          <td {...roles.cell} colSpan={fields.length + 1}>
            <Whys row={row} fields={fields} id={id} />
          </td>
        </tr>
      ) : null}
    </>
  )
})
