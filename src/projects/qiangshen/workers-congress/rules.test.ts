/** Every DEM rule on both sides of its limit, and the words of what is missing. */
import { expect, test } from 'vitest'
import { refusal } from '#engine/run.ts'
import { dueOf } from '#engine/due.ts'
import { addDays } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import * as breaks from './demo/breaks.ts'
import {
  act,
  ballot,
  called,
  callFor,
  counted,
  figuresOf,
  idOf,
  onPaper,
  opened,
  openingWith,
  resultWith,
  rosterOf,
  sealed,
  start,
  type Told,
} from './demo/cast.ts'
import * as stories from './demo/stories.ts'
import { workersCongress } from './procedure.ts'
import { arithmetic, numeral, sessionName } from './votes.ts'

const why = (log: readonly Told[]) => {
  const next = log.at(-1)!
  const said = refusal(workersCongress, log.slice(0, -1), next, { today: next.on, region: 'CN-ZJ-HZ', calendar: nationalCalendar })
  if (!said) return 'may'
  return said.why === 'broken' ? `${said.rule.law.article} ${said.rule.id}: ${said.missing?.zh ?? ''}` : said.why
}
const extra = (by: 'employer' | 'union' | 'delegates', proposers: number, all: number) =>
  why([act(0, 'callExtra', callFor({ extra: { by, proposers, reason: '重大事项' }, roster: figuresOf(all, start) }))])

test('DEM.QUORUM: 60 of 90 may open, 59 may not', () => {
  expect(why([called(), opened(60)])).toBe('may')
  expect(why(breaks.fiftyNineCome)).toBe('15 quorumIsPresent: 90 的三分之二是 60，还差 1 人')
})

test('the quorum of a number that does not divide is rounded up', () => {
  const roster = rosterOf(91, start)
  expect(why([called(), opened(61, { roster })])).toBe('may')
  expect(why([called(), opened(60, { roster })])).toBe('15 quorumIsPresent: 91 的三分之二是 61，还差 1 人')
})

test('a ballot opens only while two thirds are still there', () => {
  expect(why([called(), opened(61), act(14, 'recordPresence', { present: 60 }), ballot()])).toBe('may')
  expect(why(breaks.someLeave)).toBe('15 quorumIsPresent: 90 的三分之二是 60，还差 1 人')
})

test('DEM.QUORUM: 46 of 90 pass, 45 do not, however many are present', () => {
  const declared = (passed: boolean, yes: number, present: number) =>
    why([called(), opened(present), ballot(), sealed, act(14, 'count', { ...resultWith('1', onPaper(yes, 0, 0), present), passed })])
  expect(declared(true, 46, 61)).toBe('may')
  expect(declared(true, 45, 61)).toBe('15 passedByHalfOfAll: 90 的过半是 46，差 1 票')
  expect(declared(false, 45, 61)).toBe('may')
  expect(declared(false, 46, 90)).toBe('15 failedOnlyBelowHalf: ')
})

test('the ballot is secret', () => {
  expect(why(breaks.showOfHands)).toBe('15 ballotIsSecret: ')
  expect(why([called(), opened(61), ballot('1', 'people', true)])).toBe('may')
})

test('five on phones hide one another, four do not', () => {
  const ticked = (n: number, how: 'phones' | 'both' | 'people') => {
    const roster = rosterOf(90, start)
    const delegates = roster.delegates.map((one, at) => (at < n ? one : { ...one, personId: undefined }))
    return why([called(), opened(61, { roster: { ...roster, delegates } }), ballot('1', how)])
  }
  expect([ticked(5, 'phones'), ticked(5, 'both'), ticked(0, 'people')]).toEqual(['may', 'may', 'may'])
  expect(ticked(4, 'phones')).toBe('15 phonesHideEachOther: 到会的人里能用手机投票的只有 4 人，请用纸票')
  expect(ticked(4, 'both')).toMatch('phonesHideEachOther')
  const names = Array.from({ length: 61 }, (_, at) => idOf(at + 1))
  expect(why([called(), opened(61, { attending: names }), ballot('1', 'phones')])).toBe('may')
})

test('as many papers as people present, and not one more', () => {
  const count = (yes: number) => why([called(), opened(61), ballot(), sealed, counted('1', onPaper(yes, 10, 1), 61)])
  expect(count(50)).toBe('may')
  expect(count(51)).toBe('15 countIsWhole: 收回 62 张，实到只有 61 人')
})

test('no sum but the house’s: a figure that does not follow is refused', () => {
  const forged = { ...resultWith('1', onPaper(40, 20, 1), 61), yes: 46, passed: true }
  expect(why([called(), opened(61), ballot(), sealed, act(14, 'count', forged)])).toMatch('countIsWhole')
  const smaller = { ...resultWith('1', onPaper(40, 20, 1), 61, 60), all: 60, passed: true }
  expect(why([called(), opened(61), ballot(), sealed, act(14, 'count', smaller)])).toMatch('countIsWhole')
})

test('DEM.EXTRA: employer, union, or a third of the delegates', () => {
  expect(extra('employer', 1, 90)).toBe('may')
  expect(extra('union', 1, 90)).toBe('may')
  expect(extra('delegates', 30, 90)).toBe('may')
  expect(extra('delegates', 29, 90)).toBe('15 extraIsProposed: 90 的三分之一是 30，还差 1 人')
  expect(extra('delegates', 31, 91)).toBe('may')
  expect(extra('delegates', 30, 91)).toBe('15 extraIsProposed: 91 的三分之一是 31，还差 1 人')
})

test('99 employees may meet all together, 100 may not', () => {
  const assembly = (employees: number) => why([called({ form: 'assembly', roster: figuresOf(employees, start, { employees }) })])
  expect(assembly(99)).toBe('may')
  expect(assembly(100)).toBe('7 assemblyIsSmall: 登记的职工人数是 100')
  const unknown = (n: number) =>
    why([called({ form: 'assembly', roster: undefined }), act(14, 'openSession', openingWith(n, { roster: undefined, entitled: n }))])
  expect(unknown(99)).toBe('may')
  expect(unknown(100)).toBe('7 assemblyStaysSmall: ')
})

test('an empty register is said to be so', () => {
  expect(why(breaks.nobodyKnowsHowMany)).toMatch('职工代表名册是空的')
})

test('DEM.MEETING: the year runs from the day of the session, outlives it, and ends with the next', () => {
  const closed = stories.passesByOne.slice(0, -1)
  const clock = (log: readonly Told[], today = addDays(start, 30)) =>
    dueOf(workersCongress, log, { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }).map((due) => [due.id, due.last, due.overdue])
  expect(clock(closed)).toEqual([['yearly', '2027-06-15', false]])
  expect(clock(closed, addDays(start, 379))).toEqual([['yearly', '2027-06-15', false]])
  expect(clock(closed, addDays(start, 380))).toEqual([['yearly', '2027-06-15', true]])
  expect(clock(stories.passesByOne)).toEqual([])
})

test('the name of a session, and the arithmetic in words', () => {
  expect(sessionName({ term: 4, session: 3, form: 'congress' })).toBe('四届三次职工代表大会')
  expect([1, 10, 11, 20, 35, 99, 100].map(numeral)).toEqual(['一', '十', '十一', '二十', '三十五', '九十九', '100'])
  expect(arithmetic(resultWith('1', onPaper(44, 31, 8), 83))).toEqual([
    '应到 90 人，三分之二为 60 人；实到 83 人，符合法定人数。',
    '赞成 44 票，反对 31 票，弃权 8 票，未投 0 人。',
    '全体 90 人的过半数为 46 人；赞成 44 票，差 2 票，未通过。',
  ])
})
