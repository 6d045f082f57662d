/** Each refusal is for the reason it tells of, and says what is missing. */
import { expect, test } from 'vitest'
import { refusal } from '#engine/run.ts'
import { nationalCalendar } from '#law/national-days.ts'
import * as breaks from './demo/breaks.ts'
import { collectiveBargaining as p } from './procedure.ts'

const why = (log: (typeof breaks)[keyof typeof breaks]) => {
  const last = log.at(-1)!
  const no = refusal(p, log.slice(0, -1), last, { today: last.on, region: 'CN-ZJ-HZ', calendar: nationalCalendar })
  return no?.why === 'broken' ? `${no.rule.id}: ${no.missing?.zh ?? '—'}` : JSON.stringify(no)
}

test('each break breaks its own rule', () => {
  expect(Object.fromEntries(Object.entries(breaks).map(([name, log]) => [name, why(log)]))).toEqual({})
})
