/** A round of evaluations: how far it is, how the firms stand by dimension, and each of them. */
import '#registry/screens/people/people.css'
import './page.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { proceduresQuery } from '#engine/screens/questions.ts'
import { unitsQuery } from '#registry/screens/people/questions.ts'
import { withQuery } from '#ui/api.ts'
import { Button, GoButton } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { BigTable } from '#ui/pieces/table/big-table.tsx'
import { type Column, shownColumns } from '#ui/pieces/table/columns.ts'
import { FilterBar, having, OneOf, SearchBox } from '#ui/pieces/table/filters.tsx'
import { usePages } from '#ui/pieces/table/pages.tsx'
import type { EvaluationPage, EvaluationRow } from '../desk/wire.ts'
import { dimensionIds, dimensions } from '../rubric/rubric.ts'
import { type EvaluationSearch, evaluationsPage, pointsOf, summaryQuery } from './questions.ts'
import { RoundGlance } from './round-glance.tsx'

const OpenEvaluation = lazy(() => import('./open-evaluation.tsx'))

const words = catalogue({
  zh: {
    title: '集体协商质效评估',
    lede: '评分标准由本区设置，不是法律；每个总分都可以逐项复算。',
    open: '开展评估',
    rubric: '评分标准',
    export: '导出 Excel',
    table: '参评企业',
    find: '找企业',
    hint: '企业名称',
    round: '批次',
    state: '状态',
    band: '结果',
    unit: '街道、联合会',
    firm: '企业',
    total: '总分',
    on: '出结果',
    owner: '评估单位',
    again: (n: number) => `第 ${n} 次`,
    none: '还没有结果',
    below: '低于合格分',
    pass: '合格',
    model: '示范企业',
    emptyTitle: '还没有评估',
    empty: '点“开展评估”，选一家企业。企业自评，职工、工会、经营管理人员分别扫码答卷，评估人员逐项打分，系统算出总分。',
  },
  en: {
    title: 'Evaluation of bargaining',
    lede: 'The rubric is a setting of the district, not law; every total can be added up again, item by item.',
    open: 'Begin an evaluation',
    rubric: 'Rubric',
    export: 'Export to Excel',
    table: 'Firms evaluated',
    find: 'Find a firm',
    hint: 'Name of the firm',
    round: 'Round',
    state: 'State',
    band: 'Result',
    unit: 'Street, federation',
    firm: 'Firm',
    total: 'Total',
    on: 'Result on',
    owner: 'Evaluated by',
    again: (n) => `No. ${n}`,
    none: 'No result yet',
    below: 'Below the mark',
    pass: 'Passes',
    model: 'Model firm',
    emptyTitle: 'No evaluation yet',
    empty:
      'Begin one and choose a firm. The firm scores itself; workers, union and managers answer apart behind a code; evaluators score the items; the house adds up.',
  },
})

function useColumns(states: Readonly<Record<string, string>>): readonly Column<EvaluationRow>[] {
  const w = useWords(words)
  const { say } = useLanguage()
  const number = (value: number | null) => <span className="num">{pointsOf(value)}</span>
  return [
    { id: 'firm', title: w.firm, width: 'minmax(180px, 2fr)', cell: (row) => <b>{row.firm.name}</b> },
    { id: 'unit', title: w.unit, width: '104px', optional: 'shown', cell: (row) => row.unit ?? '' },
    { id: 'round', title: w.round, width: '92px', optional: 'shown', cell: (row) => row.round },
    {
      id: 'state',
      title: w.state,
      width: '146px',
      cell: (row) => (
        <Chip {...(row.passes === false ? { tone: 'late' } : row.passes ? { tone: 'ok' } : {})}>{states[row.state] ?? ''}</Chip>
      ),
    },
    { id: 'total', title: w.total, width: '60px', right: true, cell: (row) => <b className="num">{pointsOf(row.total)}</b> },
    ...dimensionIds.map(
      (id): Column<EvaluationRow> => ({
        id,
        title: say(dimensions[id]),
        width: '72px',
        optional: 'shown',
        right: true,
        cell: (row) => number(row[id]),
      }),
    ),
    { id: 'owner', title: w.owner, width: '160px', optional: 'hidden', cell: (row) => row.owner },
    { id: 'on', title: w.on, width: '96px', optional: 'shown', cell: (row) => <span className="num">{row.concludedOn ?? ''}</span> },
  ]
}

export function EvaluationsAt() {
  const search = useSearch({ strict: false }) as EvaluationSearch
  const navigate = useNavigate()
  const { language, say } = useLanguage()
  const w = useWords(words)
  const [opening, setOpening] = useState(false)
  const onSearch = useCallback(
    (next: EvaluationSearch) => void navigate({ to: '/desk/evaluation', search: { ...next }, replace: true, resetScroll: false }),
    [navigate],
  )
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const states = Object.fromEntries(
    (procedures.find((one) => one.id === 'bargaining-evaluation')?.states ?? []).map((one) => [one.id, say(one.title)]),
  )
  const { data: glance } = useQuery(summaryQuery(search))
  const pages = usePages<EvaluationRow, EvaluationPage>(['evaluations', 'list', search], (after, signal) =>
    evaluationsPage(search, after, signal),
  )
  const open = useCallback(
    (row: EvaluationRow) => void navigate({ to: '/desk/evaluation/$caseId', params: { caseId: row.id } }),
    [navigate],
  )
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <div>
          <h1 className="big">{w.title}</h1>
          <p className="sub">{w.lede}</p>
        </div>
        <div className="register-acts">
          <a className="btn" href={withQuery('/api/bargaining-evaluations/export', { ...search, language })} download>
            {w.export}
          </a>
          <GoButton to="/desk/evaluation/rubric">{w.rubric}</GoButton>
          <Button onClick={() => setOpening(true)}>{w.open}</Button>
        </div>
      </header>
      {glance ? <RoundGlance summary={glance} /> : null}
      <Narrow search={search} onSearch={onSearch} rounds={glance?.rounds ?? []} states={states} />
      <BigTable
        label={w.table}
        columns={shownColumns(useColumns(states), undefined)}
        pages={pages}
        open={open}
        card={(row) => (
          <>
            <p>
              <b>{row.firm.name}</b> <b className="num">{pointsOf(row.total)}</b>
            </p>
            <p className="xs sub">{[states[row.state], row.round, row.concludedOn].filter(Boolean).join(' · ')}</p>
          </>
        )}
      >
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </BigTable>
      <Suspense>{opening ? <OpenEvaluation rounds={glance?.rounds ?? []} onClose={() => setOpening(false)} /> : null}</Suspense>
    </div>
  )
}

interface NarrowProps {
  readonly search: EvaluationSearch
  readonly onSearch: (search: EvaluationSearch) => void
  readonly rounds: readonly string[]
  readonly states: Readonly<Record<string, string>>
}

function Narrow({ search, onSearch, rounds, states }: NarrowProps) {
  const w = useWords(words)
  const { data } = useQuery(unitsQuery())
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  const one = (name: keyof EvaluationSearch, label: string, options: readonly { readonly id: string; readonly name: string }[]) => (
    <OneOf label={label} value={search[name]} options={options} onValue={(value) => onSearch(having(search, name, value))} />
  )
  const units = data?.items ?? []
  return (
    <FilterBar
      search={<SearchBox label={w.find} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
      holding={[search.round, search.state, search.band, search.unit].filter(Boolean).length}
      onClear={() => onSearch(search.q ? { q: search.q } : {})}
    >
      {one(
        'round',
        w.round,
        rounds.map((name) => ({ id: name, name })),
      )}
      {one(
        'state',
        w.state,
        Object.entries(states).map(([id, name]) => ({ id, name })),
      )}
      {one(
        'band',
        w.band,
        (['none', 'below', 'pass', 'model'] as const).map((id) => ({ id, name: w[id] })),
      )}
      {units.length > 1
        ? one(
            'unit',
            w.unit,
            units.map(({ id, shortName }) => ({ id, name: shortName })),
          )
        : null}
    </FilterBar>
  )
}
