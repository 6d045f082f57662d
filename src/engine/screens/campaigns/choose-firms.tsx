/** Choosing whom a campaign is for: the filters of the register, the contracts that bind each firm, and what is open already. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { contractKinds } from '#registry/contracts/contract.ts'
import { sectors, sizes } from '#registry/organisation.ts'
import { unitsQuery } from '#registry/screens/people/questions.ts'
import { Button } from '#ui/controls/button.tsx'
import type { Text } from '#kernel/text.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import { FilterBar, having, OneOf, SearchBox } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import { nothing, type Selection } from '#ui/pieces/table/selection.ts'
import type { CandidatesPageWire, CandidateWire } from '../../campaigns/campaign-wire.ts'
import { candidatesPage, type Choosing } from './questions.ts'

/** The most one act may reach; the server says so too. */
const mostFirms = 2_000

const words = catalogue({
  zh: {
    q: '找企业',
    hint: '名称、拼音首字母',
    unit: '街道、联合会',
    sector: '行业',
    size: '规模',
    designated: '规上与否',
    yes: '规上',
    no: '规下',
    union: '建会情况',
    has: '已建会',
    lacks: '未建会',
    contract: '集体合同',
    none: '没有有效合同',
    expiring: '90 日内到期',
    inForce: '有有效合同',
    table: '可选的企业',
    firm: '企业',
    of: '所属',
    owner: '由谁要约',
    contracts: '有效合同',
    open: '在办',
    cover: '联合工会',
    over: '上级代',
    until: (kind: string, day: string) => `${kind} 至 ${day}`,
    cases: (n: number) => `${n} 件`,
    nobody: '没有工会',
    emptyTitle: '没有符合的企业',
    empty: '换个条件试试。',
    chosen: (n: number) => `用选中的 ${n} 家`,
    all: (n: string) => `用符合条件的全部 ${n} 家`,
    tooMany: (n: string) => `符合条件的有 ${n} 家，一次最多 ${mostFirms} 家：请再加条件，或者逐家勾选`,
    tip: '空格选中，按住 Shift 连选；也可以按条件全选。已有在办的、合同没到期的，预览时会列出原因、自动剔除。',
    clear: '取消选择',
  },
  en: {
    q: 'Find a firm',
    hint: 'Name or pinyin initials',
    unit: 'Street, federation',
    sector: 'Trade',
    size: 'Size',
    designated: 'Designated or not',
    yes: 'Designated',
    no: 'Below the size',
    union: 'Union or none',
    has: 'Has a union',
    lacks: 'No union yet',
    contract: 'Collective contract',
    none: 'None in force',
    expiring: 'Ends within 90 days',
    inForce: 'In force',
    table: 'Firms to choose from',
    firm: 'Firm',
    of: 'Unit',
    owner: 'Who offers',
    contracts: 'Contracts in force',
    open: 'Open',
    cover: 'joint union',
    over: 'upper union',
    until: (kind, day) => `${kind} until ${day}`,
    cases: (n) => `${n}`,
    nobody: 'no union',
    emptyTitle: 'No firm fits',
    empty: 'Try other filters.',
    chosen: (n) => `Take the ${n} chosen`,
    all: (n) => `Take all ${n} that fit`,
    tooMany: (n) => `${n} fit, and at most ${mostFirms} go at once: narrow the filter, or choose one by one`,
    tip: 'Space chooses, Shift draws the choice out; or take all that the filter means. Those with a case under way or a contract not yet ending are left out at the preview, with the reason.',
    clear: 'Choose none',
  },
})

/** Firms by id, or all that a filter means. */
export type Chosen = { readonly firms: readonly string[] } | { readonly choose: Choosing; readonly count: number }

interface Props {
  readonly procedure: string
  readonly search: Choosing
  readonly onSearch: (search: Choosing) => void
  readonly onChosen: (chosen: Chosen) => void
}

export function ChooseFirms({ procedure, search, onSearch, onChosen }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [selection, setSelection] = useState<Selection>(nothing)
  const columns = useFirmColumns()
  const pages = usePages<CandidateWire, CandidatesPageWire>(['candidates', procedure, search], (after, signal) =>
    candidatesPage(procedure, search, after, signal),
  )
  const card = useCallback((row: CandidateWire) => <FirmCard row={row} />, [])
  const toggle = (row: CandidateWire) => {
    const ids = new Set(selection.ids)
    if (!ids.delete(row.id)) ids.add(row.id)
    setSelection({ ...selection, ids })
  }
  const total = pages.first?.total ?? 0
  const chosen = selection.ids.size
  return (
    <>
      <FirmFilters search={search} onSearch={onSearch} />
      <div className="cg-act">
        <p className="s sub">{w.tip}</p>
        <div className="register-acts">
          {chosen > 0 ? (
            <Button look="txt" onClick={() => setSelection(nothing)}>
              {w.clear}
            </Button>
          ) : null}
          {(chosen || total) > mostFirms ? (
            <p className="s">
              <b>{w.tooMany((chosen || total).toLocaleString())}</b>
            </p>
          ) : chosen > 0 ? (
            <Button look="pri" onClick={() => onChosen({ firms: [...selection.ids] })}>
              {w.chosen(chosen)}
            </Button>
          ) : total > 0 ? (
            <Button look="pri" onClick={() => onChosen({ choose: search, count: total })}>
              {w.all(total.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'))}
            </Button>
          ) : null}
        </div>
      </div>
      <BigTable label={w.table} columns={columns} pages={pages} open={toggle} card={card} selection={selection} onSelection={setSelection}>
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
    </>
  )
}

function FirmFilters({ search, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { data } = useQuery(unitsQuery())
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  const units = data?.items ?? []
  const { q, ...held } = search
  const one = (name: keyof Choosing, label: string, options: readonly { id: string; name: string }[]) => (
    <OneOf label={label} value={search[name]} options={options} onValue={(value) => onSearch(having(search, name, value))} />
  )
  const titled = (titles: Readonly<Record<string, Text>>) => Object.entries(titles).map(([id, title]) => ({ id, name: say(title) }))
  return (
    <FilterBar
      search={<SearchBox label={w.q} hint={w.hint} value={q ?? ''} onValue={seek} />}
      holding={Object.keys(held).length}
      onClear={() => onSearch(q ? { q } : {})}
    >
      {units.length > 1
        ? one(
            'unit',
            w.unit,
            units.map(({ id, shortName }) => ({ id, name: shortName })),
          )
        : null}
      {one('contract', w.contract, [
        { id: 'none', name: w.none },
        { id: 'expiring', name: w.expiring },
        { id: 'inForce', name: w.inForce },
      ])}
      {one('designated', w.designated, [
        { id: 'yes', name: w.yes },
        { id: 'no', name: w.no },
      ])}
      {one('union', w.union, [
        { id: 'yes', name: w.has },
        { id: 'no', name: w.lacks },
      ])}
      {one('sector', w.sector, titled(sectors))}
      {one('size', w.size, titled(sizes))}
    </FilterBar>
  )
}

function useFirmColumns(): readonly Column<CandidateWire>[] {
  const w = useWords(words)
  return useMemo(
    () => [
      { id: 'firm', title: w.firm, width: 'minmax(200px, 2fr)', cell: (row) => <b>{row.name}</b> },
      { id: 'unit', title: w.of, width: '110px', cell: (row) => row.unitName },
      { id: 'owner', title: w.owner, width: 'minmax(180px, 1.6fr)', cell: (row) => <Owner row={row} /> },
      { id: 'contracts', title: w.contracts, width: 'minmax(150px, 1.2fr)', cell: (row) => <Contracts row={row} /> },
      { id: 'open', title: w.open, width: '70px', right: true, cell: (row) => (row.open > 0 ? w.cases(row.open) : '') },
    ],
    [w],
  )
}

function Owner({ row: { owner } }: { readonly row: CandidateWire }) {
  const w = useWords(words)
  if (!owner) return <span className="faint">{w.nobody}</span>
  return (
    <>
      {owner.name} {owner.how === 'own' ? null : <Chip>{w[owner.how]}</Chip>}
    </>
  )
}

function Contracts({ row: { contracts } }: { readonly row: CandidateWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return <span className="num">{contracts.map(({ kind, until }) => w.until(say(contractKinds[kind]), until)).join('；')}</span>
}

const FirmCard = ({ row }: { readonly row: CandidateWire }) => (
  <>
    <p>
      <b>{row.name}</b>
      <span className="s sub">{row.unitName}</span>
    </p>
    <p className="s sub">
      <Owner row={row} />
    </p>
    <p className="s sub">
      <Contracts row={row} />
    </p>
  </>
)
