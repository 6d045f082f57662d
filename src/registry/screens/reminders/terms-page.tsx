/** 换届提醒: unions whose committee's term has ended or soon will, the longest overdue first. */
import '../people/people.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { addDays, addMonths, type Day, daysBetween } from '#kernel/day.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { FilterBar, having, OneOf } from '#ui/pieces/table/filters.tsx'
import { type TablePage, usePages } from '#ui/pieces/table/pages.tsx'
import { organisationKinds } from '../../organisation.ts'
import type { EndingTermWire } from '../../organisations/organisation-wire.ts'
import { todayHere, unitsQuery } from '../people/questions.ts'
import { termsPage } from './questions.ts'

const words = catalogue({
  zh: {
    title: '换届提醒',
    total: (n: string) => `${n} 家`,
    table: '将要届满和已经届满的工会',
    due: '届满：半年内',
    overdue: '已经届满',
    year: '一年内',
    unit: '街道、联合会',
    union: '工会',
    kind: '类别',
    of: '所属',
    term: '本届',
    years: (from: string, n: number) => `${from} 起，${n} 年一届`,
    last: '届满日',
    state: '状态',
    late: (n: number) => `逾期 ${n} 天`,
    left: (n: number) => `还有 ${n} 天`,
    extended: '已批准延期',
    emptyTitle: '没有要换届的工会',
    empty: '基层工会委员会三年或者五年一届。届满前半年，工会会排到这里；登记了新一届就自动去掉。',
  },
  en: {
    title: 'Terms that end',
    total: (n) => n,
    table: 'Unions whose term has ended or soon will',
    due: 'Ends within six months',
    overdue: 'Has ended',
    year: 'Within a year',
    unit: 'Street, federation',
    union: 'Union',
    kind: 'Kind',
    of: 'Below',
    term: 'Term',
    years: (from, n) => `${n} years from ${from}`,
    last: 'Last day',
    state: 'Standing',
    late: (n) => `${n} day${n === 1 ? '' : 's'} overdue`,
    left: (n) => `${n} day${n === 1 ? '' : 's'} left`,
    extended: 'extension approved',
    emptyTitle: 'No election is due',
    empty:
      'A committee serves three or five years. Half a year before its term ends a union stands here, and goes once the new term is recorded.',
  },
})

interface Search {
  readonly unit?: string
  readonly due?: string
}
type Row = EndingTermWire & { readonly id: string }

const endsOf = (due: string | undefined, today: Day): { readonly ends?: string } =>
  due === 'overdue' ? { ends: addDays(today, -1) } : due === 'year' ? { ends: addMonths(today, 12) } : {}

export function TermsAt() {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const { language } = useLanguage()
  const w = useWords(words)
  const today = todayHere()
  const { unit, due } = search
  const pages = usePages<Row, TablePage<Row>>(['terms', unit, due], async (after, signal) => {
    const page = await termsPage({ ...(unit ? { unit } : {}), ...endsOf(due, today) }, after, 100, signal)
    return { ...page, items: page.items.map((row) => ({ ...row, id: row.term.id })) }
  })
  const columns = useTermColumns(today)
  const card = useCallback((row: Row) => <TermCard row={row} today={today} />, [today])
  const total = pages.first?.total.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{total ? w.total(total) : ''}</small>
        </h1>
      </header>
      <Narrow
        search={search}
        onSearch={(next) => void navigate({ to: '/desk/terms', search: { ...next }, replace: true, resetScroll: false })}
      />
      <BigTable
        label={w.table}
        columns={columns}
        pages={pages}
        open={({ organisation }) =>
          void navigate({ to: '/desk/organisations/$organisationId', params: { organisationId: organisation.id } })
        }
        card={card}
      >
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
    </div>
  )
}

function Narrow({ search, onSearch }: { readonly search: Search; readonly onSearch: (search: Search) => void }) {
  const w = useWords(words)
  const { data } = useQuery(unitsQuery())
  const units = data?.items ?? []
  return (
    <FilterBar search={null} holding={[search.unit, search.due].filter(Boolean).length} onClear={() => onSearch({})}>
      <OneOf
        label={w.due}
        value={search.due}
        options={[
          { id: 'overdue', name: w.overdue },
          { id: 'year', name: w.year },
        ]}
        onValue={(due) => onSearch(having(search, 'due', due))}
      />
      {units.length > 1 ? (
        <OneOf
          label={w.unit}
          value={search.unit}
          options={units.map(({ id, shortName }) => ({ id, name: shortName }))}
          onValue={(unit) => onSearch(having(search, 'unit', unit))}
        />
      ) : null}
    </FilterBar>
  )
}

function TermChip({ row, today }: { readonly row: Row; readonly today: Day }) {
  const w = useWords(words)
  const days = daysBetween(today, row.last as Day)
  return <Chip tone={row.overdue ? 'late' : 'run'}>{row.overdue ? w.late(-days) : w.left(days)}</Chip>
}

function useTermColumns(today: Day): readonly Column<Row>[] {
  const { say } = useLanguage()
  const w = useWords(words)
  return useMemo(
    () => [
      { id: 'union', title: w.union, width: 'minmax(180px, 3fr)', cell: (row) => <b>{row.organisation.name}</b> },
      { id: 'kind', title: w.kind, width: '120px', optional: 'shown', cell: (row) => say(organisationKinds[row.organisation.kind]) },
      { id: 'unit', title: w.of, width: 'minmax(90px, 1fr)', optional: 'shown', cell: (row) => row.organisation.unitName ?? '' },
      { id: 'term', title: w.term, width: 'minmax(150px, 1.4fr)', cell: (row) => w.years(row.term.beganOn, row.term.years) },
      { id: 'last', title: w.last, width: '104px', cell: (row) => <span className="num">{row.last}</span> },
      {
        id: 'state',
        title: w.state,
        width: 'minmax(120px, 1.2fr)',
        cell: (row) => (
          <>
            <TermChip row={row} today={today} /> <small className="sub">{row.term.extendedUntil ? w.extended : ''}</small>
          </>
        ),
      },
    ],
    [w, say, today],
  )
}

function TermCard({ row, today }: { readonly row: Row; readonly today: Day }) {
  const w = useWords(words)
  return (
    <>
      <p>
        <b>{row.organisation.name}</b>
      </p>
      <p>
        <TermChip row={row} today={today} /> <span className="num">{row.last}</span>
      </p>
      <p className="xs sub">{[row.organisation.unitName, w.years(row.term.beganOn, row.term.years)].filter(Boolean).join(' · ')}</p>
    </>
  )
}
