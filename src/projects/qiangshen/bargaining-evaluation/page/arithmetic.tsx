/** The result with its arithmetic: what is on record beside what anybody gets who adds it up again. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { EvaluationWire } from '../desk/wire.ts'
import { dimensionIds, dimensions, measures, type Rubric } from '../rubric/rubric.ts'
import { type ItemScore, mayBeModel, passes, type Result } from '../rubric/score.ts'
import { pointsOf, rateOf, titleOf } from './questions.ts'

const words = catalogue({
  zh: {
    title: '结果和复算',
    total: '总分',
    passes: (mark: number) => `达到合格分 ${mark}`,
    below: (mark: number) => `低于合格分 ${mark}，要定改进计划`,
    improving: (mark: number) => `低于合格分 ${mark}，正在按计划改进`,
    may: (mark: number) => `高于示范分 ${mark}，可以申报示范企业`,
    proposed: (mark: number) => `高于示范分 ${mark}，已申报示范企业`,
    model: (mark: number) => `高于示范分 ${mark}，已认定示范企业`,
    same: '复算一致：按评分标准、得分和问卷统计重新相加，与记录的结果相同。',
    differs: '复算不一致，请报告管理员。',
    recounted: '问卷逐份重新统计，与案卷里的统计数相同。',
    notRecounted: '问卷逐份重新统计，与案卷里的统计数不同，请报告管理员。',
    part: '方面',
    recorded: '记录',
    again: '复算',
    items: '逐项得分',
    item: '评分点',
    full: '满分',
    got: '得分',
    how: '怎么得的',
    people: '评估人员打分',
    rate: (measure: string, rate: string) => `${measure} ${rate}`,
  },
  en: {
    title: 'Result, added up again',
    total: 'Total',
    passes: (mark) => `reaches the mark of ${mark}`,
    below: (mark) => `below the mark of ${mark}: a plan is due`,
    improving: (mark) => `below the mark of ${mark}: improving as planned`,
    may: (mark) => `above ${mark}: may be proposed as a model firm`,
    proposed: (mark) => `above ${mark}: proposed as a model firm`,
    model: (mark) => `above ${mark}: confirmed as a model firm`,
    same: 'It agrees: added up again by rubric, scores and counts, it is the result on record.',
    differs: 'It does not agree. Please tell the administrator.',
    recounted: 'Counted again sheet by sheet, the answers are those on record.',
    notRecounted: 'Counted again sheet by sheet, the answers are not those on record. Please tell the administrator.',
    part: 'Dimension',
    recorded: 'On record',
    again: 'Again',
    items: 'Item by item',
    item: 'Item',
    full: 'Points',
    got: 'Given',
    how: 'How',
    people: 'Scored by the evaluators',
    rate: (measure, rate) => `${measure} ${rate}`,
  },
})

type Check = NonNullable<EvaluationWire['check']>

/** What follows from the result, as far as the case has come. */
function Mark({ recorded, rubric, state }: { readonly recorded: Result; readonly rubric: Rubric; readonly state: string }) {
  const w = useWords(words)
  if (!passes(rubric, recorded)) return <Chip tone="late">{(state === 'improving' ? w.improving : w.below)(rubric.pass)}</Chip>
  const above =
    state === 'model' || state === 'proposed' ? w[state] : state === 'concluded' && mayBeModel(rubric, recorded) ? w.may : undefined
  return <Chip tone="ok">{above ? above(rubric.model) : w.passes(rubric.pass)}</Chip>
}

export function Arithmetic({ check, one }: { readonly check: Check; readonly one: EvaluationWire }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const { recorded, again, same, items, recounted } = check
  return (
    <section className="sheet pad" aria-label={w.title}>
      <h2 className="h">{w.title}</h2>
      <p className="total">
        {w.total} <b className="num">{pointsOf(recorded.total)}</b> <Mark recorded={recorded} rubric={one.rubric} state={one.state} />
      </p>
      <p className={same ? 's' : 's red'}>{same ? w.same : w.differs}</p>
      {recounted === undefined ? null : <p className={recounted ? 's' : 's red'}>{recounted ? w.recounted : w.notRecounted}</p>}
      <div className="score-scroll">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{w.part}</th>
              <th scope="col" className="r">
                {w.full}
              </th>
              <th scope="col" className="r">
                {w.recorded}
              </th>
              <th scope="col" className="r">
                {w.again}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...dimensionIds, 'total' as const].map((id) => (
              <tr key={id}>
                <th scope="row">{id === 'total' ? w.total : say(dimensions[id])}</th>
                <td className="r num">
                  {pointsOf(items.filter((one) => id === 'total' || one.item.dimension === id).reduce((sum, one) => sum + one.full, 0))}
                </td>
                <td className="r num">{pointsOf(recorded[id])}</td>
                <td className="r num">{pointsOf(again[id])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Items items={items} scores={one.desk?.scores ?? []} />
    </section>
  )
}

function Items({ items, scores }: { readonly items: Check['items']; readonly scores: readonly ItemScore[] }) {
  const w = useWords(words)
  const { say, language } = useLanguage()
  return (
    <details>
      <summary>{w.items}</summary>
      <div className="score-scroll">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{w.item}</th>
              <th scope="col" className="r">
                {w.full}
              </th>
              <th scope="col" className="r">
                {w.got}
              </th>
              <th scope="col">{w.how}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ item, full, got, rate }) => (
              <tr key={item.id}>
                <th scope="row">{titleOf(item, language)}</th>
                <td className="r num">{pointsOf(full)}</td>
                <td className={got < full ? 'r num red' : 'r num'}>{pointsOf(got)}</td>
                <td className="s sub">
                  {item.by === 'evaluator'
                    ? (scores.find((each) => each.item === item.id)?.evidence ?? w.people)
                    : w.rate(say(measures[item.by]), rateOf(rate))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
