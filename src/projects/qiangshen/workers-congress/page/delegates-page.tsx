/** The register of delegates of one union on a day: what the ordinance asks beside what there is, and the names. */
import '#registry/screens/people/people.css'
import './delegates.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { askBodies, readerQuery } from '#registry/screens/people/questions.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Empty, Trouble } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { FilterBar, having, OneOf, SearchBox } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { DelegatesPageWire, DelegateWire, RegisterWire } from '../delegates/delegate-wire.ts'
import { DelegateCard, useDelegateColumns } from './delegate-columns.tsx'
import { AddDelegate, EndDelegate } from './delegate-sheet.tsx'
import { delegatesPage, type DelegatesSearch, registerQuery } from './questions.ts'

const PasteSheet = lazy(() => import('./paste-sheet.tsx'))

const words = catalogue({
  zh: {
    title: '职工代表',
    sessions: '历次会议',
    union: '哪个工会',
    none: '没有找到',
    on: '看哪一天',
    add: '登记一名',
    paste: '从 Excel 粘贴',
    find: '找代表',
    hint: '姓名或者选区',
    past: '已结束的',
    alsoPast: '也列出',
    table: '职工代表名册',
    delegates: '代表',
    seats: (n: number) => `不少于 ${n} 名`,
    managers: '管理人员',
    most: (n: number) => `不超过 ${n} 名`,
    women: '女代表',
    staffWomen: (women: number, known: number) => `职工中 ${women} / ${known}`,
    known: '能用手机投票',
    sittingIn: (n: number) => `另有列席 ${n} 名`,
    fine: '名额、比例、选区、任期都合规定。',
    emptyTitle: '还没有职工代表',
    empty: '开职工代表大会以前，把代表登记在这里：开会那天按这份名册算三分之二和全体过半数。可以从 Excel 整张粘贴。',
    choose: '先选一个工会',
    chooseSays: '每个企业工会有自己的职工代表名册。',
  },
  en: {
    title: 'Delegates',
    sessions: 'Sessions',
    union: 'Which union',
    none: 'Nothing found',
    on: 'As of',
    add: 'Enter one',
    paste: 'Paste from Excel',
    find: 'Find a delegate',
    hint: 'Name or constituency',
    past: 'those whose term is over',
    alsoPast: 'Also list',
    table: 'Register of delegates',
    delegates: 'Delegates',
    seats: (n) => `at least ${n}`,
    managers: 'Managers',
    most: (n) => `at most ${n}`,
    women: 'Women',
    staffWomen: (women, known) => `${women} of ${known} among the staff`,
    known: 'Can vote on a phone',
    sittingIn: (n) => `${n} more sit in`,
    fine: 'Seats, shares, constituencies and terms are as the ordinance asks.',
    emptyTitle: 'No delegates yet',
    empty:
      'Enter the delegates before a congress: on its day two thirds and half of all are counted by this register. A whole table can be pasted from Excel.',
    choose: 'Choose a union first',
    chooseSays: 'Every enterprise union has its own register of delegates.',
  },
})

export function DelegatesAt() {
  const search = useSearch({ strict: false }) as DelegatesSearch
  const navigate = useNavigate()
  const { data: reader } = useQuery(readerQuery)
  const onSearch = useCallback(
    (next: DelegatesSearch) => void navigate({ to: '/desk/congress/delegates', search: { ...next }, replace: true, resetScroll: false }),
    [navigate],
  )
  const own = reader?.posts.find((post) => ['union', 'jointUnion'].includes(post.organisation.kind))?.organisation.id
  const union = search.union ?? own
  return union ? <Register key={union} search={{ ...search, union }} union={union} onSearch={onSearch} /> : <Choose onSearch={onSearch} />
}

interface Props {
  readonly search: DelegatesSearch
  readonly onSearch: (search: DelegatesSearch) => void
}

function Choose({ onSearch }: Pick<Props, 'onSearch'>) {
  const w = useWords(words)
  return (
    <div className="register delegates">
      <title>{w.title}</title>
      <h1 className="big">{w.title}</h1>
      <Empty title={w.choose}>
        <p>{w.chooseSays}</p>
      </Empty>
      <UnionPicker name="" onSearch={onSearch} />
      <Sessions />
    </div>
  )
}

/** Every session that was called, in the list of cases. */
function Sessions() {
  const w = useWords(words)
  return (
    <Go to="/desk/cases" search={{ procedure: 'workers-congress' }}>
      {w.sessions}
    </Go>
  )
}

function UnionPicker({ name, onSearch }: Pick<Props, 'onSearch'> & { readonly name: string }) {
  const w = useWords(words)
  const [typed, setTyped] = useState(name)
  return (
    <div className="union-picker">
      <Picker
        id="union"
        label={w.union}
        name={typed}
        chosen={undefined}
        free={false}
        hint={w.union}
        none={w.none}
        kind="bodies"
        ask={askBodies('union', 'jointUnion')}
        onChange={(next, union) => {
          setTyped(next)
          if (union) onSearch({ union })
        }}
      />
    </div>
  )
}

function Register({ search, union, onSearch }: Props & { readonly union: string }) {
  const w = useWords(words)
  const { data, error } = useQuery(registerQuery(union, search.on))
  const [open, setOpen] = useState<DelegateWire | 'new' | 'paste'>()
  const columns = useDelegateColumns()
  const pages = usePages<DelegateWire, DelegatesPageWire>(['congress', 'delegates', search], (after, signal) =>
    delegatesPage(search, after, 100, signal),
  )
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  const card = useCallback((row: DelegateWire) => <DelegateCard row={row} />, [])
  const shut = () => setOpen(undefined)
  if (error) return <Trouble error={error} />
  return (
    <div className="register delegates">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="sub">{data?.union.name}</small>
        </h1>
        <div className="register-acts">
          <Sessions />
          <UnionPicker name="" onSearch={onSearch} />
          <DayBox label={w.on} value={search.on ?? data?.on ?? ''} onChange={(on) => onSearch(having(search, 'on', on || undefined))} />
          {data?.mayChange ? (
            <>
              <Button onClick={() => setOpen('paste')}>{w.paste}</Button>
              <Button look="pri" onClick={() => setOpen('new')}>
                {w.add}
              </Button>
            </>
          ) : null}
        </div>
      </header>
      {data ? <Composition register={data} /> : null}
      <FilterBar
        search={<SearchBox label={w.find} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
        holding={search.past ? 1 : 0}
        onClear={() => onSearch(having(search, 'past', undefined))}
      >
        <OneOf
          label={w.alsoPast}
          value={search.past}
          options={[{ id: 'true', name: w.past }]}
          onValue={(past) => onSearch(having(search, 'past', past))}
        />
      </FilterBar>
      <BigTable label={w.table} columns={columns} pages={pages} open={setOpen} card={card}>
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
      <Suspense>
        {open === 'paste' ? <PasteSheet union={union} today={data?.on} until={data?.unionTermEnd} onClose={shut} /> : null}
        {open === 'new' ? <AddDelegate union={union} today={data?.on} until={data?.unionTermEnd} onClose={shut} /> : null}
        {typeof open === 'object' ? (
          <EndDelegate delegate={open} today={data?.on} mayChange={data?.mayChange ?? false} onClose={shut} />
        ) : null}
      </Suspense>
    </div>
  )
}

/** The figures that the ordinance asks for, then what is wrong with them, each with its article. */
function Composition({ register }: { readonly register: RegisterWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { delegates, seats, sittingIn, managers, women, staff, known, warnings } = register
  const figures = [
    [
      w.delegates,
      delegates,
      [seats === undefined ? '' : w.seats(seats), sittingIn > 0 ? w.sittingIn(sittingIn) : ''].filter(Boolean).join(' · '),
    ],
    [w.managers, managers, w.most(Math.floor(delegates / 5))],
    [w.women, women, staff.known > 0 ? w.staffWomen(staff.women, staff.known) : ''],
    [w.known, known, ''],
  ] as const
  return (
    <section className="sheet pad composition">
      <dl>
        {figures.map(([title, n, beside]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <b>{n}</b> <small>{beside}</small>
            </dd>
          </div>
        ))}
      </dl>
      {warnings.length === 0 ? <p className="s ok">{delegates > 0 ? w.fine : ''}</p> : null}
      <ul>
        {warnings.map((one) => (
          <li key={one.id}>
            <span>{say(one.says)}</span> <LawNote law={one.law} />
          </li>
        ))}
      </ul>
    </section>
  )
}
