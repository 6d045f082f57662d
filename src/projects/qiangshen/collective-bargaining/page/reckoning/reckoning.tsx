/** The calculator: what figures cost in a year and bring each grade in a month, on the firm's own wage table. It changes nothing. */
import './reckoning.css'
import { useDeferredValue, useMemo, useState } from 'react'
import { clauseTitle } from '#law/clauses/entry.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { growthOf, parts, type Part, reckon, type Result, shareOf, usualAssumptions, withGrowth } from '../../table/calculator.ts'
import type { Board } from '../board.ts'
import { GradeBars } from './grade-bars.tsx'
import { partWords } from './part-words.tsx'
import { GrowthScale } from './growth-scale.tsx'
import { clausesOf, type Scenario, scenariosOf } from './scenario.ts'

const words = catalogue({
  zh: {
    title: '测算',
    lede: '拖动看增长幅度的账，不改草案',
    from: '按哪一份数字算',
    agreed: '已一致的',
    draft: '草案',
    workers: '职工方',
    employer: '企业方',
    /** 468.4 for 4,684,000 yuan: tens of thousands, one place. */
    big: (fen: number) => (fen / 1_000_000).toLocaleString('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    perYear: '万元/年',
    more: (n: string) => `比草案多 ${n}`,
    less: (n: string) => `比草案少 ${n}`,
    same: '与草案相同',
    ofPayroll: '占工资总额',
    ofProfit: '占利润总额',
    mealDays: '餐补按每月',
    days: '天算',
    mealNote: '21.75 天是折算日工资的通行算法，餐补按几天计由双方定，可改',
    left: (names: string) => `没有计入：${names}`,
    fresh: (names: string) => `资料里没有现行标准、按 0 起算：${names}`,
    comma: '、',
    rounding: '每人每月四舍五入到分，再乘人数和月数。工资表是各组平均数，组内低于企业最低工资的人看不出来。',
    noWages: '还没有工资表',
    noWagesSays: '企业交来分工种、分等级的工资表以后，这里按它算每个数字一年多少钱、每个等级每月多多少。',
    noClauses: '还没有可以测算的数字',
  },
  en: {
    title: 'Calculator',
    lede: 'Drag the growth; the draft does not change',
    from: 'Whose figures to reckon with',
    agreed: 'What is agreed',
    draft: 'Draft',
    workers: 'Workers',
    employer: 'Employer',
    big: (fen) => (fen / 100_000_000).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    perYear: 'million yuan a year',
    more: (n) => `${n} more than the draft`,
    less: (n) => `${n} less than the draft`,
    same: 'same as the draft',
    ofPayroll: 'of payroll',
    ofProfit: 'of profit',
    mealDays: 'Meals for',
    days: 'days a month',
    mealNote: '21.75 is the usual divisor of a month’s pay; for how many days meals are paid is for the parties. It can be changed.',
    left: (names) => `Not counted: ${names}`,
    fresh: (names) => `Priced from 0, as today’s standard was not supplied: ${names}`,
    comma: ', ',
    rounding:
      'Rounded to the fen for one person and month, then times people and months. The wage table gives averages: who in a group earns less than the lowest wage is not seen.',
    noWages: 'No wage table yet',
    noWagesSays:
      'When the firm has supplied its wages by trade and grade, every figure is priced here: a year’s cost, and each grade’s month.',
    noClauses: 'No figures to reckon with yet',
  },
})

const percent = (share: number): string => (share / 100).toFixed(1)

export function Reckoning({ board }: { readonly board: Board }) {
  const w = useWords(words)
  const open = scenariosOf(board)
  const wages = board.facts.materials?.wages ?? []
  const [chosen, choose] = useState<Scenario>()
  const scenario = chosen && open.includes(chosen) ? chosen : open[0]
  return (
    <section className="sheet pad reckoning" aria-label={w.title}>
      {wages.length === 0 || !scenario ? (
        <>
          <h2 className="h">{w.title}</h2>
          {wages.length === 0 ? <p className="s">{w.noWages}</p> : null}
          <p className="s sub">{wages.length === 0 ? w.noWagesSays : w.noClauses}</p>
        </>
      ) : (
        <Working key={scenario} board={board} scenario={scenario} open={open} onScenario={choose} />
      )}
    </section>
  )
}

interface WorkingProps {
  readonly board: Board
  readonly scenario: Scenario
  readonly open: readonly Scenario[]
  readonly onScenario: (scenario: Scenario) => void
}

function Working({ board, scenario, open, onScenario }: WorkingProps) {
  const w = useWords(words)
  const base = useMemo(() => clausesOf(board, scenario), [board, scenario])
  const [growth, setGrowth] = useState(() => growthOf(base))
  const [mealDays, setMealDays] = useState(usualAssumptions.mealDays)
  // The slider answers at once; the sums follow.
  const moved = useDeferredValue(growth)
  const { wages = [], current = [] } = board.facts.materials ?? {}
  const clauses = moved === undefined ? base : withGrowth(base, moved)
  const assumptions = { mealDays }
  const result = reckon({ wages, current, clauses, assumptions })
  const draft = clausesOf(board, 'draft')
  const drafted = draft.length > 0 ? reckon({ wages, current, clauses: draft, assumptions }).total : undefined
  return (
    <div className="reckoning-two">
      <div>
        <h2 className="h">
          {w.title} <small>{w.lede}</small>
        </h2>
        {open.length > 1 ? (
          <fieldset className="picks from" aria-label={w.from}>
            {open.map((one) => (
              <button key={one} type="button" className="pick" aria-pressed={one === scenario} onClick={() => onScenario(one)}>
                {w[one]}
              </button>
            ))}
          </fieldset>
        ) : null}
        <GrowthScale board={board} value={growth ?? 0} onValue={setGrowth} />
        <Totals result={result} board={board} drafted={drafted} />
        <MealDays value={mealDays} onValue={setMealDays} used={result.year.meal !== 0} />
        <Left result={result} />
      </div>
      <GradeBars result={result} growth={moved ?? 0} />
    </div>
  )
}

function Totals({ result, board, drafted }: { readonly result: Result; readonly board: Board; readonly drafted: number | undefined }) {
  const w = useWords(words)
  const p = useWords(partWords)
  const { payrollFen, profitFen } = board.facts.materials ?? {}
  const [payroll, profit] = [shareOf(result.total, payrollFen), shareOf(result.total, profitFen)]
  const more = drafted === undefined ? 0 : result.total - drafted
  const used = parts.filter((part) => result.year[part] !== 0)
  return (
    <output className="totals">
      <p className="fig wide">
        <b>{w.big(result.total)}</b>
        <i>{w.perYear}</i>{' '}
        {drafted === undefined ? null : <em>{more === 0 ? w.same : more > 0 ? w.more(w.big(more)) : w.less(w.big(-more))}</em>}
        <small>{used.map((part: Part) => `${p[part]} ${w.big(result.year[part])}`).join(' + ')}</small>
      </p>
      {payroll === undefined ? null : (
        <p className="fig">
          <b>{percent(payroll)}</b>
          <i>%</i>
          <small>{w.ofPayroll}</small>
        </p>
      )}
      {profit === undefined ? null : (
        <p className="fig">
          <b>{percent(profit)}</b>
          <i>%</i>
          <small>{w.ofProfit}</small>
        </p>
      )}
    </output>
  )
}

function MealDays({ value, onValue, used }: { readonly value: number; readonly onValue: (days: number) => void; readonly used: boolean }) {
  const w = useWords(words)
  if (!used) return null
  return (
    <p className="xs sub meal-days">
      <label>
        {w.mealDays}{' '}
        <input
          className="box num"
          type="number"
          min={0}
          max={31}
          step={0.25}
          value={value / 100}
          onChange={({ target }) =>
            Number.isFinite(target.valueAsNumber) && onValue(Math.round(Math.min(31, Math.max(0, target.valueAsNumber)) * 100))
          }
        />{' '}
        {w.days}
      </label>{' '}
      <span className="faint">{w.mealNote}</span>
    </p>
  )
}

function Left({ result }: { readonly result: Result }) {
  const w = useWords(words)
  const { say } = useLanguage()
  return (
    <p className="xs faint">
      {result.fresh.length > 0 ? (
        <b>{w.fresh(result.fresh.map((clause) => say(clauseTitle(clause, skillTitle))).join(w.comma))}　</b>
      ) : null}
      {result.left.length > 0 ? `${w.left(result.left.map((clause) => say(clauseTitle(clause, skillTitle))).join(w.comma))}　` : ''}
      {w.rounding}
    </p>
  )
}
