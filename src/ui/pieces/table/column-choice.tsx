/** Which columns a table shows and how close its rows stand. */
import '../../controls/menu.css'
import '../../controls/field.css'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { catalogue, useWords } from '../../language.tsx'
import { type Column, type Kept, shownColumns, switched } from './columns.ts'

const words = catalogue({
  zh: { open: '列', label: '显示哪些列', dense: '行距紧凑', kept: '记在这台电脑上，只对您自己' },
  en: { open: 'Columns', label: 'Which columns to show', dense: 'Close rows', kept: 'Kept on this machine, for you alone' },
})

export function ColumnChoice<Row>({
  columns,
  kept,
  onKept,
}: {
  readonly columns: readonly Column<Row>[]
  readonly kept: Kept
  readonly onKept: (kept: Kept) => void
}) {
  const w = useWords(words)
  const shown = new Set(shownColumns(columns, kept.columns).map((column) => column.id))
  return (
    <DialogTrigger>
      <Button className="btn txt">{w.open}</Button>
      <Popover className="pop" placement="bottom end">
        <Dialog className="bt-choice" aria-label={w.label}>
          {columns
            .filter((column) => column.optional)
            .map(({ id, title }) => (
              <label key={id} className="tick">
                <input
                  type="checkbox"
                  checked={shown.has(id)}
                  onChange={() => onKept({ ...kept, columns: switched(columns, kept.columns, id) })}
                />
                {title}
              </label>
            ))}
          <hr className="hr" />
          <label className="tick">
            <input type="checkbox" checked={kept.dense ?? false} onChange={(event) => onKept({ ...kept, dense: event.target.checked })} />
            {w.dense}
          </label>
          <p className="xs faint">{w.kept}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
