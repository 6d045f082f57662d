/** The names behind a number, in a drawer: firms or contracts, page by page, and as a file. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { withQuery } from '#ui/api.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { ItemWire } from '#indicators/wire.ts'
import { useMany } from './number.tsx'
import { type Behind, type CoverageSearch, namesQuery } from './questions.ts'

const words = catalogue({
  zh: {
    total: (n: string, day: string) => `${day}，共 ${n} 个`,
    more: '再看一些',
    export: '导出名单',
    none: '一个也没有。',
    people: (n: string) => `${n} 人`,
    term: (since: string, until: string) => `${since} 至 ${until}`,
  },
  en: {
    total: (n, day) => `${day}: ${n} in all`,
    more: 'Show more',
    export: 'Export names',
    none: 'None.',
    people: (n) => `${n} workers`,
    term: (since, until) => `${since} to ${until}`,
  },
})

interface Props {
  readonly behind: Behind
  readonly search: CoverageSearch
  readonly day: string
  readonly onClose: () => void
}

export function Names({ behind, search, day, onClose }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  const many = useMany()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(namesQuery(search, behind))
  const rows = data?.pages.flatMap((page) => page.items) ?? []
  const total = data?.pages[0]?.total ?? 0
  const file = withQuery(`/api/indicators/${behind.indicator}/export`, { ...search, part: behind.part, language })
  return (
    <Sheet title={behind.title} note={data ? <p className="s sub num">{w.total(many(total), day)}</p> : undefined} onClose={onClose}>
      {error ? <Trouble error={error} /> : isPending ? <Waiting /> : null}
      {data && rows.length === 0 ? <p className="s sub">{w.none}</p> : null}
      {rows.length > 0 ? (
        <p>
          <Button size="sm" onClick={() => location.assign(file)}>
            {w.export}
          </Button>
        </p>
      ) : null}
      <ol className="cover-names s">
        {rows.map((row) => (
          <Name key={row.id} row={row} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {w.more}
        </Button>
      ) : null}
    </Sheet>
  )
}

function Name({ row }: { readonly row: ItemWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const many = useMany()
  const about = [
    row.unitName,
    row.employees === undefined ? undefined : w.people(many(row.employees)),
    row.owner,
    row.contractKind && say(row.contractKind),
    row.level && say(row.level),
    row.since && row.until ? w.term(row.since, row.until) : undefined,
  ].filter(Boolean)
  return (
    <li>
      {row.link ? <Go to={row.link}>{row.title}</Go> : row.title}
      <p className="xs sub num">{about.join('　')}</p>
    </li>
  )
}
