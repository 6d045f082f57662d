/** The case list: filters in the address, sorted by the law's date, more as one scrolls, up and down by keyboard. */
import './list.css'
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { withQuery } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'
import { OpenCase } from '../case/open-case.tsx'
import { type CaseSearch, casesPage, proceduresQuery, todayQuery } from '../questions.ts'
import { CaseFilters } from './case-filters.tsx'
import { CaseLine } from './case-line.tsx'

const words = catalogue({
  zh: {
    title: '案件',
    total: (n: number, capped: boolean) => `${n.toLocaleString('zh-CN')}${capped ? ' 件以上' : ' 件'}`,
    table: '导出表格',
    due: '下一时限',
    who: '谁的事',
    state: '走到哪里',
    number: '案号、承办',
    opened: '立案',
    more: '再取一些',
    end: (n: number) => `共 ${n} 件，到底了`,
    noneTitle: '没有符合的案件',
    none: '换个条件试试，或者清掉条件看全部。',
    clear: '清掉条件',
    emptyTitle: '还没有案件',
    empty: '职工在手机上求助，或者您在柜台替来人记录，第一件案件就有了。时限从收到那天起算。',
  },
  en: {
    title: 'Cases',
    total: (n, capped) => `${n.toLocaleString('en-GB')}${capped ? ' or more' : ''}`,
    table: 'Export the table',
    due: 'Next date',
    who: 'Whose matter',
    state: 'Where it stands',
    number: 'Number, held by',
    opened: 'Opened',
    more: 'Fetch more',
    end: (n) => `${n} in all; that is the end`,
    noneTitle: 'No case fits',
    none: 'Try other filters, or clear them to see all.',
    clear: 'Clear the filters',
    emptyTitle: 'No cases yet',
    empty:
      'When a worker asks for help by phone, or you take one down at the counter, the first case is here. Its clock counts from the day of receipt.',
  },
})

const pageSize = 50

export function CaseList({ search, onSearch }: { readonly search: CaseSearch; readonly onSearch: (search: CaseSearch) => void }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const { data: procedures } = useSuspenseQuery(proceduresQuery)
  const { data: today } = useSuspenseQuery({ ...todayQuery, select: (one) => one.today })
  const list = useInfiniteQuery({
    queryKey: ['cases', search],
    queryFn: ({ pageParam, signal }) => casesPage(search, pageParam, pageSize, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const filtered = Object.keys(search).some((key) => key !== 'sort')
  return (
    <div className="cases">
      <title>{w.title}</title>
      <header className="cases-head">
        <h1 className="big">
          {w.title} {first ? <small className="num">{w.total(first.total, first.totalCapped ?? false)}</small> : null}
        </h1>
        <p className="cases-acts">
          {first && first.total > 0 ? (
            <a className="btn txt" href={withQuery('/api/cases/export', { ...search, language })} download>
              {w.table}
            </a>
          ) : null}
          <OpenCase />
        </p>
      </header>
      <CaseFilters search={search} onSearch={onSearch} procedures={procedures} />
      {list.isError ? <Trouble error={list.error} onAgain={() => void list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {first && rows.length === 0 ? (
        <div className="sheet">
          <Empty title={filtered ? w.noneTitle : w.emptyTitle}>
            <p>{filtered ? w.none : w.empty}</p>
            {filtered ? <Button onClick={() => onSearch({})}>{w.clear}</Button> : null}
          </Empty>
        </div>
      ) : null}
      {rows.length > 0 ? (
        <div className="sheet">
          <table className="caselist" aria-busy={list.isPlaceholderData} onKeyDown={moveByArrows}>
            <thead>
              <tr>
                <th scope="col">{w.due}</th>
                <th scope="col">{w.who}</th>
                <th scope="col">{w.state}</th>
                <th scope="col">{w.number}</th>
                <th scope="col">{w.opened}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <CaseLine key={row.id} row={row} today={today} many={procedures.length > 1 ? say(row.short) : undefined} />
              ))}
            </tbody>
          </table>
          <Foot
            more={list.hasNextPage}
            busy={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
            says={w.end(rows.length)}
            label={w.more}
          />
        </div>
      ) : null}
    </div>
  )
}

/** Arrow keys walk the rows; Enter follows the link that has the focus, as everywhere. */
function moveByArrows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a.whose')]
  const next = links[links.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The next rows are fetched shortly before the eye arrives; the button is for those who do not scroll. */
function Foot({
  more,
  busy,
  onMore,
  says,
  label,
}: {
  readonly more: boolean
  readonly busy: boolean
  readonly onMore: () => void
  readonly says: string
  readonly label: string
}) {
  const mark = useRef<HTMLParagraphElement>(null)
  const fetchMore = useRef(onMore)
  fetchMore.current = onMore
  useEffect(() => {
    if (!more || busy || !mark.current) return
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && fetchMore.current(), { rootMargin: '600px' })
    watcher.observe(mark.current)
    return () => watcher.disconnect()
  }, [more, busy])
  return (
    <p ref={mark} className="foot s sub">
      {more ? (
        <Button size="sm" busy={busy} onClick={onMore}>
          {label}
        </Button>
      ) : (
        says
      )}
    </p>
  )
}
