/** The questionnaires of an evaluation: a code for each side, how many came back, and the rates as they stand. */
import { useQueryClient } from '@tanstack/react-query'
import { post } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm } from '#ui/pieces/act-form.tsx'
import type { EvaluationWire } from '../desk/wire.ts'
import { type Measure, measures, respondents } from '../rubric/rubric.ts'
import { ratesOf } from '../rubric/score.ts'
import { evaluationQuery, rateOf } from './questions.ts'

const words = catalogue({
  zh: {
    title: '问卷',
    apart: '职工、工会、经营管理人员各用各的码。答卷不记名：系统里没有谁答了什么，登录的人只记“答过了”。',
    give: '发问卷码',
    giveSays: '给每一方一个二维码，贴在车间、发到群里都可以。',
    answered: (n: number, of: number) => `收回 ${n} / ${of}`,
    code: (who: string) => `${who}的问卷二维码`,
    open: '打开问卷',
    rate: (measure: string, rate: string, target: string) => `${measure} ${rate}（目标 ${target}）`,
    few: '少于三份，不单列',
    nothing: '还没有数据',
  },
  en: {
    title: 'Questionnaires',
    apart:
      'Workers, union and managers each have a code of their own. Sheets bear no names: the house does not hold who answered what, only that somebody signed in has answered.',
    give: 'Give out codes',
    giveSays: 'One code for each side, to hang up in the workshop or send to the group.',
    answered: (n, of) => `${n} of ${of} came back`,
    code: (who) => `Code of the questionnaire: ${who}`,
    open: 'Open the questionnaire',
    rate: (measure, rate, target) => `${measure} ${rate} (target ${target})`,
    few: 'fewer than three, not shown alone',
    nothing: 'nothing yet',
  },
})

type Desk = NonNullable<EvaluationWire['desk']>

export function Questionnaires({ one, desk }: { readonly one: EvaluationWire; readonly desk: Desk }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const client = useQueryClient()
  const rates = ratesOf(one.rubric, desk.tally)
  async function give(): Promise<void> {
    client.setQueryData(evaluationQuery(one.id).queryKey, await post<EvaluationWire>(`/api/bargaining-evaluations/${one.id}/codes`))
  }
  return (
    <section className="sheet pad" aria-label={w.title}>
      <h2 className="h">{w.title}</h2>
      <p className="s sub">{w.apart}</p>
      <ul className="sides">
        {desk.tally.map((side) => {
          const code = desk.codes.find((each) => each.role === side.role)?.code
          return (
            <li key={side.role}>
              {code && one.state === 'gathering' ? (
                <img src={`/api/evaluation-forms/${code}/qr.svg`} alt={w.code(say(respondents[side.role]))} width="120" height="120" />
              ) : null}
              <div>
                <b>{say(respondents[side.role])}</b>
                <p className="num">{w.answered(side.answered, side.invited)}</p>
                <meter min={0} max={side.invited} value={side.answered} aria-label={w.answered(side.answered, side.invited)} />
                {side.answered > 0 && side.answered < 3 ? <p className="xs sub">{w.few}</p> : null}
                {code && one.state === 'gathering' ? (
                  <p>
                    <a href={`/evaluate/${code}`} target="_blank" rel="noreferrer">
                      {w.open}
                    </a>{' '}
                    <code>{code}</code>
                  </p>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
      <p className="s">
        {(Object.keys(measures) as Measure[])
          .filter((id) => id === 'participation' || one.state !== 'gathering')
          .map((id) => w.rate(say(measures[id]), rateOf(rates[id]) || w.nothing, rateOf(one.rubric.targets[id])))
          .join('　')}
      </p>
      {desk.mayAsk && desk.codes.length === 0 ? (
        <ActForm says={w.give} send={give}>
          <p className="s sub">{w.giveSays}</p>
        </ActForm>
      ) : null}
    </section>
  )
}
