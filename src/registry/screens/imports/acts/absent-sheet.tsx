/** People or firms beside an import: those on the register whom the sheet does not name, or whom an undo had to leave. */
import type { Id } from '#kernel/id.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { AbsentWire, ImportWire, RefusalsWire } from '../../../imports/import-wire.ts'
import { absentPage, refusalsPage } from '../questions.ts'
import { many } from '../wording.ts'

const words = catalogue({
  zh: {
    absent: '表里没有的',
    absentNote: '在册、但这份表里没有的。导入不会删任何人；离开的请到各人页上办理。',
    absentNone: '在册的人表里都有。',
    refusals: '没能撤销的',
    refusalsNote: '写入以后又被改过，或已经用到，所以留着没动。',
    refusalsNone: '都撤销了。',
    total: (n: string, capped: boolean) => (capped ? `超过 ${n} 条` : `${n} 条`),
    since: (day: string) => `${day} 入会`,
    more: '再看一些',
  },
  en: {
    absent: 'Not in the sheet',
    absentNote: 'On the register, but not in this sheet. An import removes nobody; who has left is dealt with on their own page.',
    absentNone: 'Everybody on the register is in the sheet.',
    refusals: 'Could not be undone',
    refusalsNote: 'Changed since, or in use already, and so left as they are.',
    refusalsNone: 'All of it was undone.',
    total: (n, capped) => (capped ? `more than ${n}` : n),
    since: (day) => `member since ${day}`,
    more: 'Show more',
  },
})

interface Line {
  readonly id: Id
  readonly name: string
  readonly note: string
}

interface Props {
  readonly one: ImportWire
  readonly what: 'absent' | 'refusals'
  readonly onClose: () => void
}

export default function AbsentSheet({ one, what, onClose }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { rows, first, list } = usePages<AbsentWire['items'][number] | RefusalsWire['items'][number], AbsentWire | RefusalsWire>(
    ['import', one.id, what],
    (after, signal) => (what === 'absent' ? absentPage(one.id, after, signal) : refusalsPage(one.id, after, signal)),
  )
  const lines: readonly Line[] = rows.map((row) => ({
    id: row.id,
    name: row.name,
    note:
      'why' in row
        ? say(row.why)
        : [row.firm?.name, row.memberSince ? w.since(row.memberSince) : undefined, row.phone].filter(Boolean).join('　'),
  }))
  const capped = first !== undefined && 'capped' in first && first.capped === true
  const to = one.kind === 'firms' ? '/desk/organisations/$organisationId' : '/desk/people/$personId'
  return (
    <Sheet title={w[what]} note={<p className="s sub">{w[`${what}Note`]}</p>} onClose={onClose}>
      {list.isError ? <Trouble error={list.error} onAgain={() => void list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {first ? <p className="s">{first.total === 0 ? w[`${what}None`] : <b>{w.total(many(first.total), capped)}</b>}</p> : null}
      <ul className="absent">
        {lines.map((line) => (
          <li key={line.id}>
            <Go to={to} params={{ personId: line.id, organisationId: line.id }}>
              {line.name}
            </Go>
            <span className="s sub">{line.note}</span>
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w.more}
        </Button>
      ) : null}
    </Sheet>
  )
}
