/** The firms that are coached, each with its last visit, the next one, and where it stands. */
import { useCallback } from 'react'
import type { CoachedFirm, FirmsPage } from '../desk/wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { type Column, shownColumns } from '#ui/pieces/table/columns.ts'
import { FilterBar, having, OneOf, SearchBox } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { coachingStateIds, coachingStates } from '../coaching.ts'
import { type CoachingSearch, firmsPage, narrowing } from './questions.ts'

const words = catalogue({
  zh: {
    table: '联系的企业',
    find: '找企业',
    hint: '企业名称、拼音首字母',
    mine: '我联系的',
    due: '该走访了',
    state: '走到哪一步',
    whose: '谁联系的',
    visits: '走访',
    firm: '企业',
    unit: '所属',
    instructor: '指导员',
    since: '联系自',
    last: '最近走访',
    next: '下次走访',
    says: '指导员说',
    cases: '案件显示',
    signed: '联系后签订',
    model: '示范',
    count: '次数',
    never: '还没有走访',
    overdue: (day: string) => `${day} 该走访`,
    emptyTitle: '还没有联系企业',
    empty: '在“五支队伍”里聘任集体协商指导员，打开他的名片，指派企业。上限也在那里定，超过上限不能再指派。',
  },
  en: {
    table: 'Firms looked after',
    find: 'Find a firm',
    hint: 'Name or pinyin initials',
    mine: 'Mine',
    due: 'Visit is due',
    state: 'Where it stands',
    whose: 'Whose',
    visits: 'Visits',
    firm: 'Firm',
    unit: 'Unit',
    instructor: 'Instructor',
    since: 'Since',
    last: 'Last visit',
    next: 'Next visit',
    says: 'Instructor says',
    cases: 'Cases say',
    signed: 'Signed since',
    model: 'Model',
    count: 'Visits',
    never: 'No visit yet',
    overdue: (day) => `visit due ${day}`,
    emptyTitle: 'No firm is looked after yet',
    empty:
      'Engage bargaining instructors among the five teams, open one and assign firms. The limit is set there too; above it no firm can be assigned.',
  },
})

function useColumns(today: string): readonly Column<CoachedFirm>[] {
  const w = useWords(words)
  const { say } = useLanguage()
  const day = (value: string | null, late = false) => <span className={late ? 'num red' : 'num'}>{value ?? ''}</span>
  return [
    {
      id: 'firm',
      title: w.firm,
      width: 'minmax(180px, 2fr)',
      cell: (row) => (
        <>
          <b>{row.firm.name}</b> {row.model ? <Chip tone="ok">{w.model}</Chip> : null}
        </>
      ),
    },
    { id: 'unit', title: w.unit, width: '110px', optional: 'shown', cell: (row) => row.unit ?? '' },
    { id: 'instructor', title: w.instructor, width: '92px', optional: 'shown', cell: (row) => row.instructor.name },
    { id: 'since', title: w.since, width: '96px', optional: 'hidden', cell: (row) => day(row.since) },
    {
      id: 'count',
      title: w.count,
      width: '64px',
      optional: 'shown',
      right: true,
      cell: (row) => <span className="num">{row.visits}</span>,
    },
    { id: 'last', title: w.last, width: '96px', optional: 'shown', cell: (row) => day(row.lastVisit) },
    {
      id: 'next',
      title: w.next,
      width: '96px',
      optional: 'shown',
      cell: (row) => day(row.nextVisit, row.nextVisit !== null && row.nextVisit <= today),
    },
    { id: 'says', title: w.says, width: '104px', cell: (row) => (row.state ? say(coachingStates[row.state]) : '') },
    {
      id: 'cases',
      title: w.cases,
      width: '104px',
      optional: 'shown',
      cell: (row) =>
        row.suggested ? (
          <span className={row.state && row.state !== row.suggested ? 'red' : 'sub'}>{say(coachingStates[row.suggested])}</span>
        ) : (
          ''
        ),
    },
    { id: 'signed', title: w.signed, width: '104px', optional: 'shown', cell: (row) => day(row.signedOn) },
  ]
}

interface Props {
  readonly search: CoachingSearch
  readonly onSearch: (search: CoachingSearch) => void
}

export function FirmsTable({ search, onSearch }: Props) {
  const w = useWords(words)
  const { say } = useLanguage()
  const pages = usePages<CoachedFirm, FirmsPage>(['coaching', 'firms', narrowing(search)], (after, signal) =>
    firmsPage(search, after, signal),
  )
  const columns = shownColumns(useColumns(pages.first?.today ?? ''), undefined)
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  const one = (name: keyof CoachingSearch, label: string, options: readonly { readonly id: string; readonly name: string }[]) => (
    <OneOf label={label} value={search[name]} options={options} onValue={(value) => onSearch(having(search, name, value))} />
  )
  return (
    <>
      <FilterBar
        search={<SearchBox label={w.find} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
        holding={[search.mine, search.state, search.due, search.instructor].filter(Boolean).length}
        onClear={() => onSearch(search.q ? { q: search.q } : {})}
      >
        {pages.first?.canWrite ? one('mine', w.whose, [{ id: 'true', name: w.mine }]) : null}
        {one(
          'state',
          w.state,
          coachingStateIds.map((id) => ({ id, name: say(coachingStates[id]) })),
        )}
        {one('due', w.visits, [{ id: 'true', name: w.due }])}
        {search.instructor
          ? one('instructor', w.instructor, [{ id: search.instructor, name: pages.rows[0]?.instructor.name ?? '' }])
          : null}
      </FilterBar>
      <BigTable
        label={w.table}
        columns={columns}
        pages={pages}
        open={(row) => onSearch({ ...search, firm: row.firm.id })}
        card={(row) => (
          <>
            <p>
              <b>{row.firm.name}</b>
            </p>
            <p className="xs sub">
              {[row.instructor.name, row.state && say(coachingStates[row.state]), row.lastVisit ?? w.never].filter(Boolean).join(' · ')}
              {row.nextVisit && pages.first && row.nextVisit <= pages.first.today ? (
                <span className="red"> · {w.overdue(row.nextVisit)}</span>
              ) : null}
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
