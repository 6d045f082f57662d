/** Two rows of the sheet that say they are one person, beside each other. */
import { useQuery } from '@tanstack/react-query'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { ImportWire, RowWire } from '../../../imports/import-wire.ts'
import { rowAt } from '../questions.ts'
import { many } from '../wording.ts'
import { fieldsShown } from './fields-shown.ts'
import type { Mend } from './rows.tsx'

const words = catalogue({
  zh: {
    title: '同一个人，两行',
    note: '不一样的地方加了底色。用哪一行，另一行就不写入。',
    row: (row: string) => `第 ${row} 行`,
    use: (row: string) => `用第 ${row} 行`,
    empty: '未填',
  },
  en: {
    title: 'One person, two rows',
    note: 'Where they differ is marked. The row you do not use is left out.',
    row: (row) => `Row ${row}`,
    use: (row) => `Use row ${row}`,
    empty: 'empty',
  },
})

interface Props {
  readonly one: ImportWire
  readonly rows: readonly [number, number]
  readonly known: readonly RowWire[]
  readonly mend: Mend
  readonly onClose: () => void
}

export default function PairSheet({ one, rows, known, mend, onClose }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [a, b] = rows
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['import-rows', one.id, 'pair', a, b],
    queryFn: ({ signal }) => Promise.all(rows.map((at) => known.find(({ row }) => row === at) ?? rowAt(one.id, at, signal))),
  })
  const fields = fieldsShown(one, [], 'all')
  const leaveOut = (row: number) => mend.edit(row, { leaveOut: true }).then(onClose, onClose)
  return (
    <Sheet title={w.title} shape="card" note={<p className="s sub">{w.note}</p>} onClose={onClose}>
      {isPending ? <Waiting /> : null}
      {error ? <Trouble error={error} onAgain={() => void refetch()} /> : null}
      {data ? (
        <table className="rows pairs">
          <thead>
            <tr>
              <td />
              {rows.map((row) => (
                <th key={row} scope="col">
                  {w.row(many(row))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, title }) => {
              const said = data.map((row) => row?.cells[field]?.shown)
              return (
                <tr key={field} className={said[0] === said[1] ? undefined : 'differs'}>
                  <th scope="row">{say(title)}</th>
                  {rows.map((row, at) => (
                    <td key={row}>{said[at] ?? <span className="faint">{w.empty}</span>}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
          {one.state === 'checked' ? (
            <tfoot>
              <tr>
                <td />
                <td>
                  <Button size="sm" onClick={() => void leaveOut(b)}>
                    {w.use(many(a))}
                  </Button>
                </td>
                <td>
                  <Button size="sm" onClick={() => void leaveOut(a)}>
                    {w.use(many(b))}
                  </Button>
                </td>
              </tr>
            </tfoot>
          ) : null}
        </table>
      ) : null}
    </Sheet>
  )
}
