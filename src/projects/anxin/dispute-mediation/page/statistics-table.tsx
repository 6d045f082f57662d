/** Mediations by level and result; every number opens to the cases behind it. */
import '#ui/controls/field.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addYears, type Day } from '#kernel/day.ts'
import { yuan } from '#kernel/money.ts'
import { get } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { longDay, shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Scroller } from '#ui/pieces/scroller.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { Counts, Result, Statistics } from '../desk/statistics.ts'
import type { Level } from '../data.ts'

const words = catalogue({
  zh: {
    title: '分层级、分结果',
    since: '起止',
    thisYear: '今年以来',
    year: '近一年',
    twoYears: '近两年',
    level: '层级',
    cases: '收到',
    workers: '职工',
    sum: '协议金额（元）',
    success: '调成',
    enterprise: '企业',
    street: '街道',
    industry: '行业',
    regional: '区域',
    all: '合计',
    open: '在调',
    agreed: '达成',
    failed: '未达成',
    declined: '一方不同意',
    withdrawn: '撤回',
    notAccepted: '不受理',
    successNote: '调成 = 达成 ÷（达成 + 未达成），不含撤回和不受理',
    none: '没有案件',
    ratio: (a: number, b: number) => `${a} / ${b}`,
    span: (a: string, b: string) => `${a} 至 ${b} 收到的`,
  },
  en: {
    title: 'By level and result',
    since: 'Period',
    thisYear: 'This year',
    year: 'Last 12 months',
    twoYears: 'Last two years',
    level: 'Level',
    cases: 'Received',
    workers: 'Workers',
    sum: 'Agreed sums (yuan)',
    success: 'Settled',
    enterprise: 'Enterprise',
    street: 'Street',
    industry: 'Industry',
    regional: 'Regional',
    all: 'All',
    open: 'Open',
    agreed: 'Agreed',
    failed: 'Failed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    notAccepted: 'Not accepted',
    successNote: 'Settled = agreed ÷ (agreed + failed), without those withdrawn or not accepted',
    none: 'No cases',
    ratio: (a, b) => `${a} / ${b}`,
    span: (a, b) => `received ${a} to ${b}`,
  },
})

const shownResults: readonly Result[] = ['open', 'agreed', 'failed', 'declined', 'withdrawn', 'notAccepted']
const shownLevels: readonly Level[] = ['enterprise', 'street', 'industry', 'regional']
const spans = ['thisYear', 'year', 'twoYears'] as const
const beginOf = (span: (typeof spans)[number], today: Day): Day =>
  span === 'thisYear' ? (`${today.slice(0, 4)}-01-01` as Day) : addYears(today, span === 'year' ? -1 : -2)

interface Cell {
  readonly level?: Level
  readonly result?: Result
}

export function StatisticsTable({ today }: { readonly today: Day }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [span, setSpan] = useState<(typeof spans)[number]>('thisYear')
  const [cell, open] = useState<Cell>()
  const from = beginOf(span, today)
  const { data, error } = useQuery({
    queryKey: ['mediation', 'statistics', from, today],
    queryFn: ({ signal }) => get<Statistics>('/api/mediation/statistics', { from, to: today }, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="sheet pad figures">
      <h2 className="h">
        {w.title} <small>{w.span(longDay(from, language, today), shortDay(today, language))}</small>
        <select className="box" aria-label={w.since} value={span} onChange={(event) => setSpan(event.target.value as typeof span)}>
          {spans.map((one) => (
            <option key={one} value={one}>
              {w[one]}
            </option>
          ))}
        </select>
      </h2>
      {error ? <Trouble error={error} /> : null}
      {data ? <Table data={data} onOpen={open} /> : <Waiting />}
      <p className="xs faint">{w.successNote}</p>
      {cell ? <Behind cell={cell} from={from} to={today} onClose={() => open(undefined)} /> : null}
    </section>
  )
}

function Table({ data, onOpen }: { readonly data: Statistics; readonly onOpen: (cell: Cell) => void }) {
  const w = useWords(words)
  const lines: readonly (readonly [string, Counts, Level | undefined])[] = [
    ...shownLevels.map((level) => [w[level], data.levels[level], level] as const),
    [w.all, data.all, undefined],
  ]
  const number = (n: number, cell: Cell, label: string) =>
    n === 0 ? (
      <span className="faint">0</span>
    ) : (
      <button type="button" className="open-number num" aria-label={`${label}: ${n}`} onClick={() => onOpen(cell)}>
        {n}
      </button>
    )
  return (
    <Scroller label={w.title}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{w.level}</th>
            <th scope="col" className="r">
              {w.cases}
            </th>
            {shownResults.map((one) => (
              <th key={one} scope="col" className="r">
                {w[one]}
              </th>
            ))}
            <th scope="col" className="r">
              {w.success}
            </th>
            <th scope="col" className="r">
              {w.workers}
            </th>
            <th scope="col" className="r">
              {w.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, counts, level]) => (
            <tr key={name} className={level ? undefined : 'all'}>
              <th scope="row">{name}</th>
              <td className="r">{number(counts.cases, level ? { level } : {}, `${name} ${w.cases}`)}</td>
              {shownResults.map((result) => (
                <td key={result} className="r">
                  {number(counts.byResult[result], { ...(level ? { level } : {}), result }, `${name} ${w[result]}`)}
                </td>
              ))}
              <td className="r num">{w.ratio(counts.success.numerator, counts.success.denominator)}</td>
              <td className="r num">{counts.workers}</td>
              <td className="r num">{yuan(counts.agreedFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

interface Counted {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly matter: string
  readonly owner: string
  readonly openedOn: Day
}

function Behind({ cell, from, to, onClose }: { readonly cell: Cell; readonly from: Day; readonly to: Day; readonly onClose: () => void }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const { data, error } = useQuery({
    queryKey: ['mediation', 'behind', from, to, cell],
    queryFn: ({ signal }) =>
      get<{ items: readonly Counted[] }>('/api/mediation/statistics/cases', { from, to, ...cell, limit: 200 }, signal),
  })
  return (
    <Sheet
      title={[cell.level ? w[cell.level] : w.all, cell.result ? w[cell.result] : w.cases].join(' · ')}
      note={<p className="s sub">{w.span(from, to)}</p>}
      onClose={onClose}
    >
      {error ? <Trouble error={error} /> : data ? null : <Waiting />}
      <ul className="docs">
        {data?.items.map((one) => (
          <li key={one.id}>
            <div>
              <Go to="/desk/cases/$caseId" params={{ caseId: one.id }}>
                {one.subject}
              </Go>
              <span className="faint xs">
                {one.matter} {one.owner}
              </span>
            </div>
            <span className="num faint xs">{one.number}</span>
            <span className="faint nb">{shortDay(one.openedOn, language, to)}</span>
          </li>
        ))}
      </ul>
      {data?.items.length === 0 ? <p>{w.none}</p> : null}
    </Sheet>
  )
}
