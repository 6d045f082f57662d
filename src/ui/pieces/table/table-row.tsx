/** One row of a big table: cells on a desk, a card on a phone. */
import { memo, type ReactNode } from 'react'
import { catalogue, useWords } from '../../language.tsx'
import type { Column } from './columns.ts'
import type { Walk } from './walk.tsx'

const words = catalogue({ zh: { chosen: '已选' }, en: { chosen: 'Chosen' } })

interface TableRowProps<Row> {
  readonly row: Row
  readonly at: number
  readonly columns: readonly Column<Row>[]
  readonly card: ((row: Row) => ReactNode) | undefined
  /** The one row in the tab order. */
  readonly stands: boolean
  /** Undefined where nothing can be chosen. */
  readonly chosen: boolean | undefined
  readonly walk: Walk
}

export function TableRow<Row>({ row, at, columns, card, stands, chosen, walk }: TableRowProps<Row>) {
  return (
    <tr
      className="bt-row"
      data-at={at}
      aria-rowindex={at + 2}
      tabIndex={stands ? 0 : -1}
      style={{ top: `calc(var(--row) * ${at})` }}
      {...(chosen === undefined ? {} : { 'aria-selected': chosen })}
      onFocus={(event) => event.target === event.currentTarget && walk.onFocus(at)}
      onClick={(event) => walk.onClick(event, at)}
    >
      {chosen === undefined ? null : <Pick chosen={chosen} />}
      {card ? (
        <td className="bt-card" colSpan={columns.length}>
          {card(row)}
        </td>
      ) : (
        <Cells row={row} columns={columns} />
      )}
    </tr>
  )
}

/** Drawn again only when its row or the columns change, not when the page scrolls. */
const Cells = memo(function Cells<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly Column<Row>[] }) {
  return columns.map((column) => (
    <td key={column.id} className={column.right ? 'bt-right' : undefined}>
      {column.cell(row)}
    </td>
  ))
}) as <Row>(props: { readonly row: Row; readonly columns: readonly Column<Row>[] }) => ReactNode

function Pick({ chosen }: { readonly chosen: boolean }) {
  const w = useWords(words)
  return (
    <td className="bt-pick">
      <i aria-hidden="true">{chosen ? '✓' : ''}</i>
      {chosen ? <span className="vh">{w.chosen}</span> : null}
    </td>
  )
}
