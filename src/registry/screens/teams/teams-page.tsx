/** The five teams on a day: how many count, whose term ends soon, who lacks what; and each member's record. */
import '../people/people.css'
import './teams.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { FilterBar, having, OneOf, SearchBox } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { standings, standingTitles, warnDays } from '../../teams/team.ts'
import type { MembersPageWire, MemberWire, TeamsWire } from '../../teams/team-wire.ts'
import { unitsQuery } from '../people/questions.ts'
import { MemberCard, useMemberColumns } from './member-columns.tsx'
import { membersPage, teamsQuery, type TeamsSearch } from './questions.ts'

const AddMember = lazy(() => import('./add-member.tsx'))
const MemberSheet = lazy(() => import('./member-sheet.tsx'))

const words = catalogue({
  zh: {
    comma: '，',
    title: '五支队伍',
    on: '看哪一天',
    add: '聘任一人',
    find: '找队员',
    hint: '姓名、拼音首字母或证号',
    standing: '状态',
    unit: '街道、联合会',
    table: '队员名单',
    soon: (n: number) => `${n} 人 ${warnDays} 天内到期`,
    fault: (n: number) => `${n} 人材料不全`,
    emptyTitle: '还没有队员',
    empty: '点“聘任一人”，或在导入页放进“五支队伍”名册。监督员要有培训、考核、证号，且在任期内才计数。',
  },
  en: {
    comma: ', ',
    title: 'The five teams',
    on: 'As of',
    add: 'Engage somebody',
    find: 'Find a member',
    hint: 'Name, pinyin initials or card number',
    standing: 'Standing',
    unit: 'Street, federation',
    table: 'Members',
    soon: (n) => `${n} end within ${warnDays} days`,
    fault: (n) => `${n} incomplete`,
    emptyTitle: 'No members yet',
    empty:
      'Engage somebody, or bring a team roster to the import page. A supervisor counts with training, examination and card, within the term.',
  },
})

export function TeamsAt() {
  const search = useSearch({ strict: false }) as TeamsSearch
  const navigate = useNavigate()
  const onSearch = useCallback(
    (next: TeamsSearch) => void navigate({ to: '/desk/teams', search: { ...next }, replace: true, resetScroll: false }),
    [navigate],
  )
  return <Teams search={search} onSearch={onSearch} />
}

interface Props {
  readonly search: TeamsSearch
  readonly onSearch: (search: TeamsSearch) => void
}

function Teams({ search, onSearch }: Props) {
  const w = useWords(words)
  const { data } = useQuery(teamsQuery(search))
  const [open, setOpen] = useState<MemberWire | 'new'>()
  const columns = useMemberColumns()
  const pages = usePages<MemberWire, MembersPageWire>(['teams', 'members', search], (after, signal) =>
    membersPage(search, after, 100, signal),
  )
  const card = useCallback((row: MemberWire) => <MemberCard row={row} />, [])
  const shut = () => setOpen(undefined)
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">{w.title}</h1>
        <div className="register-acts">
          <DayBox label={w.on} value={search.on ?? data?.on ?? ''} onChange={(on) => onSearch(having(search, 'on', on || undefined))} />
          <Button onClick={() => setOpen('new')}>{w.add}</Button>
        </div>
      </header>
      {data ? <TeamTabs counts={data} search={search} onSearch={onSearch} /> : null}
      <Narrow search={search} onSearch={onSearch} />
      <BigTable
        label={w.table}
        columns={columns}
        pages={pages}
        open={setOpen}
        card={card}
        sort={search.sort ?? 'name'}
        onSort={(sort) => onSearch(having(search, 'sort', sort === 'until' ? sort : undefined))}
      >
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
      <Suspense>
        {open === 'new' ? <AddMember team={search.team} onClose={shut} /> : null}
        {open && open !== 'new' ? <MemberSheet member={open} onClose={shut} /> : null}
      </Suspense>
    </div>
  )
}

function TeamTabs({ counts, search, onSearch }: Props & { readonly counts: TeamsWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <ul className="team-tabs">
      {counts.items.map(({ team, title, value, expiring, incomplete }) => (
        <li key={team}>
          <button
            type="button"
            aria-pressed={search.team === team}
            onClick={() => onSearch(having(search, 'team', search.team === team ? undefined : team))}
          >
            {say(title)}
            <b>{value}</b>
            <small>{[expiring ? w.soon(expiring) : '', incomplete ? w.fault(incomplete) : ''].filter(Boolean).join(w.comma) || ' '}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Narrow({ search, onSearch }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { data } = useQuery(unitsQuery())
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  const units = data?.items ?? []
  const held = [search.standing, search.unit].filter(Boolean).length
  return (
    <FilterBar
      search={<SearchBox label={w.find} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
      holding={held}
      onClear={() => onSearch(having(having(search, 'unit', undefined), 'standing', undefined))}
    >
      <OneOf
        label={w.standing}
        value={search.standing}
        options={standings.map((id) => ({ id, name: say(standingTitles[id]) }))}
        onValue={(standing) => onSearch(having(search, 'standing', standing))}
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
