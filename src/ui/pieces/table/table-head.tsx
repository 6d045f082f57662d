/** The head of a big table: stays in sight, and sorts. */
import { catalogue, useWords } from '../../language.tsx'
import type { Column } from './columns.ts'

const words = catalogue({ zh: { pick: '选' }, en: { pick: 'Choose' } })

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly narrow: boolean
  readonly sort: string | undefined
  readonly onSort: ((sort: string | undefined) => void) | undefined
  readonly chooses: boolean
}

/** The first press sorts upwards, the second downwards, the third gives the list its own order back. */
const next = (sort: string | undefined, name: string): string | undefined =>
  sort === name ? `-${name}` : sort === `-${name}` ? undefined : name

export function TableHead<Row>({ columns, narrow, sort, onSort, chooses }: TableHeadProps<Row>) {
  const w = useWords(words)
  return (
    <thead className={narrow ? 'vh' : 'bt-head'}>
      <tr aria-rowindex={1} className="bt-names">
        {chooses ? (
          <th scope="col">
            <span className="vh">{w.pick}</span>
          </th>
        ) : null}
        {columns.map(({ id, title, sort: by, right }) => (
          <th
            key={id}
            scope="col"
            className={right ? 'bt-right' : undefined}
            {...(by && sort === by ? { 'aria-sort': 'ascending' as const } : {})}
            {...(by && sort === `-${by}` ? { 'aria-sort': 'descending' as const } : {})}
          >
            {by && onSort ? (
              <button type="button" onClick={() => onSort(next(sort, by))}>
                {title}
                <span aria-hidden="true">{sort === by ? ' ↑' : sort === `-${by}` ? ' ↓' : ''}</span>
              </button>
            ) : (
              title
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
