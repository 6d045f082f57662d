/** What the law says to one more step of a story: null, or the rule that it breaks and what is missing. */
import { refusal } from '#engine/run.ts'
import type { Region } from '#law'
import { nationalCalendar } from '#law/national-days.ts'
import { collectiveBargaining } from '../procedure.ts'
import type { RoleName, StepName, Teller, Told } from './play.ts'

export const judgeIn =
  (t: Teller) =>
  (log: readonly Told[], after: number, step: StepName, by: RoleName, input: unknown, region: Region = 'CN-ZJ-HZ') => {
    const no = refusal(collectiveBargaining, log, t.act(after, step, by, input), {
      today: t.day(after),
      region,
      calendar: nationalCalendar,
    })
    if (no?.why !== 'broken') return no
    return no.missing ? [no.rule.id, no.missing.zh, no.missing.en] : [no.rule.id]
  }
