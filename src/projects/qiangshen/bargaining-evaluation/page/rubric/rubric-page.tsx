/** The rubric: its versions with first days, and the editor, which makes the next version and never changes one. */
import '#registry/screens/people/people.css'
import '../page.css'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { RubricVersion } from '../../desk/wire.ts'
import { dimensionIds, dimensions, measures, respondentIds, respondents, type Rubric } from '../../rubric/rubric.ts'
import { rateOf, rubricsQuery, titleOf, wordsOf } from '../questions.ts'
import { RubricEditor } from './rubric-editor.tsx'

const words = catalogue({
  zh: {
    title: '评分标准',
    lede: '由本区设置，不是法律。改动就是新的一版，从定的那天起用；已经开始的评估一直用原来的一版。',
    all: '全部评估',
    version: (n: number) => `第 ${n} 版`,
    since: (day: string) => `自 ${day}`,
    first: '系统自带',
    now: '现行',
    cases: (n: number) => `${n} 件评估`,
    edit: '改成新的一版',
    item: '评分点',
    points: '满分',
    how: '怎么得分',
    evidence: '看什么材料',
    person: '由人打分',
    from: (measure: string) => `由问卷${measure}得出`,
    questions: '问卷',
    marks: (pass: number, model: number) => `合格 ${pass} 分，高于 ${model} 分可以申报示范企业`,
    targets: (one: string, two: string, three: string) => `目标：参与率 ${one}，知晓率 ${two}，满意率 ${three}`,
    weights: (one: number, two: number, three: number) => `职工、工会、经营管理人员的回答按 ${one}∶${two}∶${three} 计算`,
    asks: (who: string) => `问${who}`,
  },
  en: {
    title: 'Rubric',
    lede: 'A setting of the district, not law. A change is a new version from the day given; an evaluation that has begun keeps its own.',
    all: 'All evaluations',
    version: (n) => `Version ${n}`,
    since: (day) => `from ${day}`,
    first: 'Comes with the house',
    now: 'In force',
    cases: (n) => `${n} evaluations`,
    edit: 'Make a new version',
    item: 'Item',
    points: 'Points',
    how: 'How it is scored',
    evidence: 'What to look at',
    person: 'By a person',
    from: (measure) => `From the questionnaires: ${measure}`,
    questions: 'Questionnaires',
    marks: (pass, model) => `${pass} to pass; above ${model} a firm may be proposed as a model`,
    targets: (one, two, three) => `Targets: participation ${one}, awareness ${two}, satisfaction ${three}`,
    weights: (one, two, three) => `Answers of workers, union and managers weigh ${one} : ${two} : ${three}`,
    asks: (who) => `asked of ${who}`,
  },
})

export function RubricAt() {
  const w = useWords(words)
  const client = useQueryClient()
  const { data } = useSuspenseQuery(rubricsQuery)
  const [chosen, choose] = useState<number>()
  const [editing, setEditing] = useState(false)
  const shown = data.versions.find(({ rubric }) => rubric.version === (chosen ?? data.inForce))!
  const done = async () => {
    await client.invalidateQueries({ queryKey: rubricsQuery.queryKey })
    setEditing(false)
    choose(undefined)
  }
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <div>
          <h1 className="big">{w.title}</h1>
          <p className="sub">{w.lede}</p>
        </div>
        <div className="register-acts">
          <Go to="/desk/evaluation">{w.all}</Go>
          {data.mayChange && !editing ? <Button onClick={() => setEditing(true)}>{w.edit}</Button> : null}
        </div>
      </header>
      {editing ? (
        <RubricEditor from={shown.rubric} newest={data.versions[0]!.rubric.version} onDone={done} onCancel={() => setEditing(false)} />
      ) : (
        <>
          <Versions versions={data.versions} inForce={data.inForce} shown={shown.rubric.version} onChoose={choose} />
          <Shown rubric={shown.rubric} />
        </>
      )}
    </div>
  )
}

function Versions({
  versions,
  inForce,
  shown,
  onChoose,
}: {
  readonly versions: readonly RubricVersion[]
  readonly inForce: number
  readonly shown: number
  readonly onChoose: (version: number) => void
}) {
  const w = useWords(words)
  return (
    <ul className="register-acts versions">
      {versions.map(({ rubric: { version }, since, why, by, cases }) => (
        <li key={version}>
          <Button look={version === shown ? 'plain' : 'txt'} onClick={() => onChoose(version)}>
            {w.version(version)} · {since ? w.since(since) : w.first}
          </Button>{' '}
          {version === inForce ? <Chip tone="ok">{w.now}</Chip> : null}{' '}
          <small className="sub">{[w.cases(cases), why, by].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </ul>
  )
}

function Shown({ rubric }: { readonly rubric: Rubric }) {
  const w = useWords(words)
  const { say, language } = useLanguage()
  const { targets, weights, pass, model } = rubric
  return (
    <section className="sheet pad">
      <h2 className="h">{rubric.title}</h2>
      <p className="s">{w.marks(pass, model)}</p>
      <p className="s">{w.targets(rateOf(targets.participation), rateOf(targets.awareness), rateOf(targets.satisfaction))}</p>
      <p className="s">{w.weights(weights.workers, weights.union, weights.management)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="score-scroll" aria-label={rubric.title} tabIndex={0}>
        {dimensionIds.map((id) => (
          <table key={id} className="rows scores">
            <caption>
              {say(dimensions[id])}{' '}
              <span className="num">{rubric.items.filter((one) => one.dimension === id).reduce((sum, one) => sum + one.points, 0)}</span>
            </caption>
            <thead>
              <tr>
                <th scope="col">{w.item}</th>
                <th scope="col" className="r">
                  {w.points}
                </th>
                <th scope="col" colSpan={2}>
                  {w.how}
                </th>
                <th scope="col">{w.evidence}</th>
              </tr>
            </thead>
            <tbody>
              {rubric.items
                .filter((one) => one.dimension === id)
                .map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{titleOf(one, language)}</th>
                    <td className="r num">{one.points}</td>
                    <td colSpan={2} className="s sub">
                      {one.by === 'evaluator' ? w.person : w.from(say(measures[one.by]))}
                    </td>
                    <td className="s sub">{one.evidence ?? ''}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </section>
      <h2 className="h">{w.questions}</h2>
      <ol>
        {rubric.questions.map((one) => (
          <li key={one.id}>
            {wordsOf(one, language)}{' '}
            <small className="sub">
              {say(measures[one.measure])} ·{' '}
              {w.asks(
                respondentIds
                  .filter((role) => one.asks.includes(role))
                  .map((role) => say(respondents[role]))
                  .join(language === 'zh' ? '、' : ', '),
              )}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
