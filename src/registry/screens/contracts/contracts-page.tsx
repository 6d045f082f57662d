/** The register of contracts: in force on a day, signed in a year, ending soon, or found by what a clause gives. */
import '../people/people.css'
import './contracts.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { isDay } from '#kernel/day.ts'
import { withQuery } from '#ui/api.ts'
import { Button, GoButton } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { ColumnChoice } from '#ui/pieces/table/column-choice.tsx'
import { shownColumns } from '#ui/pieces/table/columns.ts'
import { having } from '#ui/pieces/table/filters.tsx'
import { useKept } from '#ui/pieces/table/kept.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { ContractWire } from '../../contracts/contract-wire.ts'
import { readerQuery, todayHere } from '../people/questions.ts'
import { ContractCard, useContractColumns } from './contract-columns.tsx'
import { ContractFilters, narrowing } from './contract-filters.tsx'
import { asked, type ContractPage, type ContractSearch, contractsPage } from './questions.ts'

const words = catalogue({
  zh: {
    title: '集体合同',
    total: (n: string, capped: boolean) => (capped ? `超过 ${n} 份` : `${n} 份`),
    table: '集体合同名单',
    export: '导出 Excel',
    coverage: '看覆盖情况',
    on: '哪天有效的',
    anyDay: '不论哪天',
    signed: '签订年份已选定，日期不限；要看其中某一天有效的，请选日期。',
    today: '回到今天',
    noneTitle: '没有符合的合同',
    none: '换个条件，或者换一天看看。',
    all: '看今天有效的',
    emptyTitle: '还没有集体合同',
    empty: '集体合同由协商案件生成：从“集体协商”发出要约，合同生效后会自动记到这里。',
  },
  en: {
    title: 'Collective contracts',
    total: (n, capped) => (capped ? `more than ${n}` : n),
    table: 'Collective contracts',
    export: 'Export to Excel',
    coverage: 'See coverage',
    on: 'In force on',
    anyDay: 'any day',
    signed: 'By year of signing, whatever the day; choose a day for those in force on it.',
    today: 'Back to today',
    noneTitle: 'No contract fits',
    none: 'Try other filters, or another day.',
    all: 'Show those in force today',
    emptyTitle: 'No collective contracts yet',
    empty: 'Contracts come from bargaining: make an offer, and a contract that takes effect is kept here by itself.',
  },
})

const pageSize = 100

/** The list, tied to the address. */
export function ContractsAt() {
  const search = useSearch({ strict: false }) as ContractSearch
  const navigate = useNavigate()
  const onSearch = useCallback(
    (next: ContractSearch) => void navigate({ to: '/desk/contracts', search: { ...next }, replace: true, resetScroll: false }),
    [navigate],
  )
  const onOpen = useCallback(
    (row: ContractWire) => void (row.opens && navigate({ to: '/desk/cases/$caseId', params: { caseId: row.id } })),
    [navigate],
  )
  return <ContractList search={search} onSearch={onSearch} onOpen={onOpen} />
}

interface ListProps {
  readonly search: ContractSearch
  readonly onSearch: (search: ContractSearch) => void
  readonly onOpen: (row: ContractWire) => void
}

function ContractList({ search: said, onSearch, onOpen }: ListProps) {
  const { language } = useLanguage()
  const w = useWords(words)
  const { data: reader } = useQuery(readerQuery)
  const [kept, setKept] = useKept(`contracts.${reader?.person.id ?? ''}`)
  const { on, ...rest } = said
  const search: ContractSearch = on && isDay(on) ? said : rest
  const columns = useContractColumns()
  const shown = shownColumns(columns, kept.columns)
  const pages = usePages<ContractWire, ContractPage>(['contracts', search], (after, signal) =>
    contractsPage(search, after, pageSize, signal),
  )
  const { first } = pages
  const total = first?.total.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB') ?? ''
  const narrowed = narrowing(search) > 0 || search.q !== undefined || search.on !== undefined
  const card = useCallback((row: ContractWire) => <ContractCard row={row} />, [])
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <h1 className="big">
          {w.title} <small className="num">{first ? w.total(total, first.capped ?? false) : ''}</small>
        </h1>
        <div className="register-acts">
          <ColumnChoice columns={columns} kept={kept} onKept={setKept} />
          <Button look="txt" onClick={() => location.assign(withQuery('/api/contracts/export', { ...asked(search), language }))}>
            {w.export}
          </Button>
          <GoButton to="/desk/coverage" {...(search.on ? { search: { day: search.on } } : {})}>
            {w.coverage}
          </GoButton>
        </div>
      </header>
      <OnDay search={search} onSearch={onSearch} />
      <ContractFilters search={search} onSearch={onSearch} />
      <BigTable label={w.table} columns={shown} pages={pages} open={onOpen} card={card} dense={kept.dense ?? false}>
        <Empty title={narrowed ? w.noneTitle : w.emptyTitle}>
          <p>{narrowed ? w.none : w.empty}</p>
          {narrowed ? <Button onClick={() => onSearch({})}>{w.all}</Button> : null}
        </Empty>
      </BigTable>
    </div>
  )
}

function OnDay({ search, onSearch }: Omit<ListProps, 'onOpen'>) {
  const w = useWords(words)
  const today = todayHere()
  const anyDay = search.signedIn !== undefined && search.on === undefined
  return (
    <section className="contracts-day" aria-label={w.on}>
      <span className="s sub" aria-hidden="true">
        {w.on}
      </span>
      <DayBox
        label={w.on}
        value={anyDay ? '' : (search.on ?? today)}
        onChange={(on) => {
          if (isDay(on) && on >= '1995') onSearch(having(search, 'on', on === today && !search.signedIn ? undefined : on))
        }}
      />
      {anyDay ? <span className="s sub">{w.signed}</span> : null}
      {search.on ? (
        <Button look="txt" onClick={() => onSearch(having(search, 'on', undefined))}>
          {search.signedIn ? w.anyDay : w.today}
        </Button>
      ) : null}
    </section>
  )
}
