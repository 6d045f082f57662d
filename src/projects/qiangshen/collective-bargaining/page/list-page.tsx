/** My bargainings by the law's next date: each leads to its table. */
import '#engine/screens/list/list.css'
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useLateness } from '#engine/screens/due-words.tsx'
import { CaseFilters } from '#engine/screens/list/case-filters.tsx'
import { type CaseSearch, casesPage, proceduresQuery, todayQuery } from '#engine/screens/questions.ts'
import type { CaseRow } from '#engine/wire.ts'
import type { Day } from '#kernel/day.ts'
import { Button, Go, GoButton } from '#ui/controls/button.tsx'
import { fromToday, shortDay, weekdayName } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty, Trouble, Waiting } from '#ui/pieces/notice.tsx'

const words = catalogue({
  zh: {
    title: '集体协商',
    total: (n: number, capped: boolean) => `${n.toLocaleString('zh-CN')}${capped ? ' 件以上' : ' 件'}`,
    open: '发出要约',
    regional: '区域、行业协商',
    due: '下一时限',
    firm: '企业',
    state: '走到哪里',
    number: '案号、工会',
    opened: '要约',
    none: '无',
    more: '再取一些',
    noneTitle: '没有符合的协商',
    noneSays: '换个条件试试，或者清掉条件看全部。',
    emptyTitle: '还没有协商',
    emptySays: '发出要约以后，这里按法定日期排开：十个工作日答复、会前七个工作日交资料、六十日内完成。',
    clear: '清掉条件',
  },
  en: {
    title: 'Collective bargaining',
    total: (n, capped) => `${n.toLocaleString('en-GB')}${capped ? ' or more' : ''}`,
    open: 'Make an offer',
    regional: 'Regional and industry',
    due: 'Next date',
    firm: 'Firm',
    state: 'Where it stands',
    number: 'Number, union',
    opened: 'Offer',
    none: 'none',
    more: 'Fetch more',
    noneTitle: 'No bargaining fits',
    noneSays: 'Try other filters, or clear them to see all.',
    emptyTitle: 'No bargaining yet',
    emptySays:
      'After an offer it stands here by its legal dates: an answer in ten working days, materials seven working days before the meeting, sixty days in all.',
    clear: 'Clear the filters',
  },
})

const procedure = 'collective-bargaining'

export function BargainingsAt() {
  const search = useSearch({ strict: false }) as CaseSearch
  const navigate = useNavigate()
  const onSearch = (next: CaseSearch) => void navigate({ to: '/desk/bargaining', search: { ...next }, replace: true })
  const w = useWords(words)
  const { data: procedures } = useSuspenseQuery(proceduresQuery)
  const { data: today } = useSuspenseQuery({ ...todayQuery, select: (one) => one.today })
  const list = useInfiniteQuery({
    queryKey: ['cases', { ...search, procedure }],
    queryFn: ({ pageParam, signal }) => casesPage({ ...search, procedure }, pageParam, 50, signal),
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
          <Go to="/desk/cases" search={{ procedure: 'regional-bargaining' }}>
            {w.regional}
          </Go>
          <GoButton to="/desk/new" search={{ procedure, step: 'offer' }}>
            {w.open}
          </GoButton>
        </p>
      </header>
      <CaseFilters search={search} onSearch={onSearch} procedures={procedures.filter((one) => one.id === procedure)} />
      {list.isError ? <Trouble error={list.error} onAgain={() => void list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {first && rows.length === 0 ? (
        <div className="sheet">
          <Empty title={filtered ? w.noneTitle : w.emptyTitle}>
            <p>{filtered ? w.noneSays : w.emptySays}</p>
            {filtered ? <Button onClick={() => onSearch({})}>{w.clear}</Button> : null}
          </Empty>
        </div>
      ) : null}
      {rows.length > 0 ? (
        <div className="sheet">
          <Rows rows={rows} today={today} busy={list.isPlaceholderData} />
          {list.hasNextPage ? (
            <p className="foot s sub">
              <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {w.more}
              </Button>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function Rows({ rows, today, busy }: { readonly rows: readonly CaseRow[]; readonly today: Day; readonly busy: boolean }) {
  const w = useWords(words)
  return (
    <table className="caselist" aria-busy={busy}>
      <thead>
        <tr>
          <th scope="col">{w.due}</th>
          <th scope="col">{w.firm}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.number}</th>
          <th scope="col">{w.opened}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} today={today} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ row, today }: { readonly row: CaseRow; readonly today: Day }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const lateness = useLateness()
  const { due } = row
  return (
    <tr className={due?.overdue ? 'late' : due?.last === today ? 'now' : ''}>
      <td className="when">
        {due ? (
          <>
            <b className="num">{shortDay(due.last, language, today)}</b> {weekdayName(due.last, language)}
            <span className="xs">{due.overdue ? lateness(due, today, new Map()) : fromToday(due.last, today, language)}</span>
          </>
        ) : (
          <span className="faint">{w.none}</span>
        )}
      </td>
      <td>
        <Go className="whose" to="/desk/bargaining/$caseId" params={{ caseId: row.id }}>
          {row.subject}
        </Go>
        <span className="xs sub">{row.matter}</span>
      </td>
      <td>
        <Chip tone={due?.overdue ? 'late' : due ? 'run' : undefined}>{say(row.stateTitle)}</Chip>
        <span className="xs sub">{due ? say(due.title) : ''}</span>
      </td>
      <td>
        <span className="num">{row.number}</span>
        <span className="xs sub">{row.owner.name}</span>
      </td>
      <td className="num sub nb">{shortDay(row.openedOn, language, today)}</td>
    </tr>
  )
}
