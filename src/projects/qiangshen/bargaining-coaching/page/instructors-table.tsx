/** All instructors in one's reach: load against limit, visits of the year, contracts signed under their care. */
import { useCallback } from 'react'
import type { Instructor, InstructorsPage } from '../desk/wire.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { type Column, shownColumns } from '#ui/pieces/table/columns.ts'
import { FilterBar, having, SearchBox } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { type CoachingSearch, instructorsPage } from './questions.ts'

const words = catalogue({
  zh: {
    table: '指导员',
    find: '找指导员',
    hint: '姓名、拼音首字母',
    name: '姓名',
    at: '聘任单位',
    until: '任期至',
    load: '联系企业',
    loadOf: (n: number, limit: number) => `${n} / 上限 ${limit}`,
    visits: '今年走访',
    hours: '时长',
    hoursOf: (n: number) => `${n} 小时`,
    last: '最近走访',
    signed: '联系后签合同',
    emptyTitle: '还没有指导员',
    empty: '在“五支队伍”里聘任集体协商指导员，写上联系企业的上限。',
  },
  en: {
    table: 'Instructors',
    find: 'Find an instructor',
    hint: 'Name or pinyin initials',
    name: 'Name',
    at: 'Engaged by',
    until: 'Term ends',
    load: 'Firms',
    loadOf: (n, limit) => `${n} of ${limit}`,
    visits: 'Visits this year',
    hours: 'Hours',
    hoursOf: (n) => `${n} h`,
    last: 'Last visit',
    signed: 'Contracts signed since',
    emptyTitle: 'No instructor yet',
    empty: 'Engage bargaining instructors among the five teams, with a limit of firms.',
  },
})

function useColumns(): readonly Column<Instructor>[] {
  const w = useWords(words)
  const load = ({ load: n, limit }: Instructor) => (limit === null ? String(n) : w.loadOf(n, limit))
  return [
    { id: 'name', title: w.name, width: 'minmax(96px, 1fr)', cell: (row) => <b>{row.person.name}</b> },
    { id: 'at', title: w.at, width: 'minmax(140px, 2fr)', optional: 'shown', cell: (row) => row.organisation },
    { id: 'until', title: w.until, width: '96px', optional: 'shown', cell: (row) => <span className="num">{row.until}</span> },
    {
      id: 'load',
      title: w.load,
      width: '110px',
      right: true,
      cell: (row) => <span className={row.limit !== null && row.load >= row.limit ? 'num red' : 'num'}>{load(row)}</span>,
    },
    { id: 'visits', title: w.visits, width: '90px', right: true, cell: (row) => <span className="num">{row.visits}</span> },
    {
      id: 'hours',
      title: w.hours,
      width: '90px',
      right: true,
      optional: 'shown',
      cell: (row) => <span className="num">{w.hoursOf(row.hours)}</span>,
    },
    { id: 'last', title: w.last, width: '96px', optional: 'shown', cell: (row) => <span className="num">{row.lastVisit ?? ''}</span> },
    { id: 'signed', title: w.signed, width: '120px', right: true, cell: (row) => <span className="num">{row.signed}</span> },
  ]
}

interface Props {
  readonly search: CoachingSearch
  readonly onSearch: (search: CoachingSearch) => void
}

export function InstructorsTable({ search, onSearch }: Props) {
  const w = useWords(words)
  const pages = usePages<Instructor, InstructorsPage>(['coaching', 'instructors', search.unit, search.q], (after, signal) =>
    instructorsPage(search, after, signal),
  )
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  return (
    <>
      <FilterBar
        search={<SearchBox label={w.find} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
        holding={0}
        onClear={() => onSearch({ view: 'instructors' })}
      >
        {null}
      </FilterBar>
      <BigTable
        label={w.table}
        columns={shownColumns(useColumns(), undefined)}
        pages={pages}
        open={(row) => onSearch({ instructor: row.id })}
        card={(row) => (
          <>
            <p>
              <b>{row.person.name}</b> <span className="num">{row.limit === null ? row.load : w.loadOf(row.load, row.limit)}</span>
            </p>
            <p className="xs sub">
              {row.organisation} · {row.visits} · {w.hoursOf(row.hours)}
            </p>
          </>
        )}
      >
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
    </>
  )
}
