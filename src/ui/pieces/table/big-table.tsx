/** A table of any length: only the rows in view are drawn, more are fetched as one scrolls, the keyboard walks and chooses. */
import './table.css'
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { catalogue, useWords } from '../../language.tsx'
import { Trouble } from '../notice.tsx'
import type { Column } from './columns.ts'
import type { Pages, TablePage } from './pages.tsx'
import { type Selection, nothing } from './selection.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { useNarrow, useStretch } from './view.tsx'
import { useWalk } from './walk.tsx'

const words = catalogue({
  zh: {
    keys: '上下键移动，回车打开',
    choose: '，空格选中，按住 Shift 连选',
    wait: '正在取下一页',
    end: (n: string) => `共 ${n} 行，到底了`,
  },
  en: {
    keys: 'Arrow keys move, Enter opens',
    choose: ', Space chooses, Shift draws the choice out',
    wait: 'Fetching the next page',
    end: (n) => `${n} rows; that is the end`,
  },
})

export interface BigTableProps<Row extends { readonly id: string }> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly pages: Pages<Row, TablePage<Row>>
  readonly open: (row: Row) => void
  /** A row on a phone: two or three short lines. */
  readonly card: (row: Row) => ReactNode
  readonly dense?: boolean
  readonly sort?: string | undefined
  readonly onSort?: (sort: string | undefined) => void
  readonly selection?: Selection
  readonly onSelection?: (selection: Selection) => void
  /** What stands in an empty table. */
  readonly children?: ReactNode
}

/** Rows that stand for those still to come. */
const coming = 6

export function BigTable<Row extends { readonly id: string }>(props: BigTableProps<Row>) {
  const { label, columns, pages, selection, onSelection, dense, children } = props
  const { rows, first, list } = pages
  const w = useWords(words)
  const body = useRef<HTMLTableSectionElement>(null)
  const narrow = useNarrow()
  const height = narrow ? 78 : dense ? 34 : 46
  const more = list.hasNextPage || list.isPending
  const places = rows.length + (more ? coming : 0)
  const drawn = useStretch(body, height, places, rows.length, () => {
    if (list.hasNextPage && !list.isFetchingNextPage && !list.isError && !list.isPlaceholderData) void list.fetchNextPage()
  })
  const walk = useWalk({ rows, height, body, open: props.open, selection: selection ?? nothing, onSelection })
  if (list.isError && rows.length === 0) return <Trouble error={list.error} onAgain={() => void list.refetch()} />
  if (first && rows.length === 0) return <div className="sheet">{children}</div>
  const tracks = columns.map((column) => column.width).join(' ')
  const style = { '--row': `${height}px`, '--tracks': onSelection ? `34px ${tracks}` : tracks } as CSSProperties
  return (
    <div className="sheet bigtable" style={style}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one walks and chooses in is a grid
        role="grid"
        aria-label={label}
        aria-description={`${w.keys}${onSelection ? w.choose : ''}`}
        aria-rowcount={first && !first.capped ? first.total + 1 : -1}
        aria-busy={list.isPlaceholderData}
        {...(onSelection ? { 'aria-multiselectable': true } : {})}
        onKeyDown={walk.onKey}
      >
        <TableHead columns={columns} narrow={narrow} sort={props.sort} onSort={props.onSort} chooses={onSelection !== undefined} />
        <tbody ref={body} className="bt-body" style={{ height: places * height }}>
          {drawnRows(drawn, walk.at, rows.length).map((at) => (
            <TableRow
              key={rows[at]!.id}
              row={rows[at]!}
              at={at}
              columns={columns}
              card={narrow ? props.card : undefined}
              stands={at === Math.max(0, walk.at)}
              chosen={onSelection ? selection?.ids.has(rows[at]!.id) : undefined}
              walk={walk}
            />
          ))}
        </tbody>
      </table>
      {more ? <Coming from={Math.max(drawn.from, rows.length)} to={places} height={height} /> : null}
      <div className="bt-foot s sub" role="status">
        {list.isError ? (
          <Trouble error={list.error} onAgain={() => void list.fetchNextPage()} />
        ) : more ? (
          <span className="vh">{list.isFetchingNextPage ? w.wait : ''}</span>
        ) : (
          w.end(rows.length.toLocaleString())
        )}
      </div>
    </div>
  )
}

/** Those in view, and the one with the focus wherever it is, so that the keyboard never falls out of the table. */
function drawnRows({ from, to }: { readonly from: number; readonly to: number }, stands: number, loaded: number): readonly number[] {
  const end = Math.min(to, loaded)
  const rows = Array.from({ length: Math.max(0, end - from) }, (_, n) => from + n)
  if (stands < 0 || stands >= loaded || (stands >= from && stands < end)) return rows
  return stands < from ? [stands, ...rows] : [...rows, stands]
}

const Coming = ({ from, to, height }: { readonly from: number; readonly to: number; readonly height: number }) => (
  <div className="bt-coming" aria-hidden="true">
    {Array.from({ length: Math.max(0, to - from) }, (_, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is still to come has no identity but its place
      <i key={from + n} style={{ bottom: (to - from - n - 1) * height }} />
    ))}
  </div>
)
