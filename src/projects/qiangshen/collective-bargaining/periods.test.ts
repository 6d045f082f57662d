/** Every period of bargaining (law.md §19 CB.*) on its last day and the day after, over the October holidays and their make-up days. */
import { describe, expect, test } from 'vitest'
import { type Due, dueOf } from '#engine/due.ts'
import { refusal } from '#engine/run.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import type { Region } from '#law'
import { nationalCalendar } from '#law/national-days.ts'
import type { Kind } from './data.ts'
import { unionHead } from './demo/cast.ts'
import { type Told, teller } from './demo/play.ts'
import { answer, draft, inForce, meeting, offer, service, tally } from './demo/scripts.ts'
import { collectiveBargaining as p } from './procedure.ts'

const on = (today: Day, region: Region = 'CN-ZJ-HZ') => ({ today, region, calendar: nationalCalendar }) as const
const at = (from: string) => teller(day(from))
const offered = (from: string, kind: Kind = 'wage'): readonly Told[] => [at(from).act(0, 'offer', 'workers', offer(at(from), { kind }))]
const clock = (log: readonly Told[], id: string, today: Day, region?: Region): Due | undefined =>
  dueOf(p, log, on(today, region)).find((due) => due.id === id)

const received = (kind: Kind) => [...offered('2026-09-23', kind), at('2026-09-24').act(0, 'serve', 'workers', service(at('2026-09-24')))]
const asked = (kind: Kind) => [
  ...offered('2026-09-01', kind),
  at('2026-09-02').act(0, 'askMaterials', 'workers', { wants: ['工资表'], meetingOn: day('2026-10-15') }),
]
const answered = [
  ...offered('2026-09-01'),
  at('2026-09-02').act(0, 'answer', 'employer', { ...answer(at('2026-09-02')), meetOn: day('2026-10-15') }),
]
const drafted = (kind: Kind) => [
  ...offered('2026-09-01', kind),
  at('2026-09-18').act(0, 'draft', 'employer', draft(at('2026-09-18'), kind)),
]
const revised = [...drafted('wage'), at('2026-09-24').act(0, 'reviseDraft', 'employer', draft(at('2026-09-24')))]
const vacant = [
  ...offered('2026-09-01'),
  at('2026-09-21').act(0, 'leave', 'workers', { side: 'workers', name: unionHead, reason: '离职', on: day('2026-09-20') }),
]
/** The later signature counts. */
const signed = (kind: Kind) => [
  ...offered('2026-09-01', kind),
  at('2026-09-22').act(0, 'signWorkers', 'workers', { name: unionHead, signedOn: day('2026-09-22') }),
  at('2026-09-24').act(0, 'signEmployer', 'employer', { name: '钱海波', signedOn: day('2026-09-24') }),
]
const reviewed = (receivedOn: string) => [
  ...offered('2026-09-01'),
  at(receivedOn).act(0, 'receive', 'bureau', { receivedOn: day(receivedOn) }),
]
const effective = (kind: Kind) => [...drafted(kind), at('2026-09-24').act(0, 'takeEffect', 'law')]
const reported = [
  ...effective('wage'),
  at('2026-12-10').act(0, 'report', 'workers', { year: 2026, heldOn: day('2026-12-08'), says: '好', kept: 3, notKept: 0 }),
]
const ended = [
  ...effective('wage'),
  at('2026-09-25').act(0, 'terminate', 'workers', {
    ground: 'agreed',
    on: day('2026-09-24'),
    bothAgree: true,
    vote: tally(at('2026-07-01')),
  }),
]
const accepted = [...offered('2026-08-01'), at('2026-09-01').act(0, 'acceptCoordination', 'bureau')]
const extended = [...accepted, at('2026-09-28').act(0, 'extendCoordination', 'bureau', { until: day('2026-10-23'), reason: '复杂' })]
const demanded = [
  ...offered('2026-09-01'),
  at('2026-09-18').act(0, 'demandCorrection', 'upperUnion', {
    breach: '拖延',
    wants: '答复',
    signedBy: '周敏',
    receivedOn: day('2026-09-18'),
  }),
]
const suspended = [
  ...offered('2026-09-01'),
  at('2026-09-10').act(0, 'suspend', 'workers', {
    from: day('2026-09-10'),
    until: day('2026-10-04'),
    workersChiefConsents: true,
    employerConsents: true,
    reason: '等',
  }),
]

/** The last day, by hand. 25–27 September and 1–7 October are off; Sunday 20 September and Saturday 10 October are worked. */
type Line = readonly [rule: string, log: readonly Told[], clock: string, last: string, region?: Region]
const table: readonly Line[] = [
  ['CB.REPLY.WAGE.HZ', received('wage'), 'answerWage', '2026-10-15'],
  ['CB.REPLY.ZJ', received('comprehensive'), 'answer', '2026-10-15'],
  ['CB.REPLY.WAGE.CN', received('skillWages'), 'answerWage', '2026-10-14', 'CN'],
  ['CB.REPLY.CN', received('women'), 'answer', '2026-10-14', 'CN'],
  ['CB.AGENDA', answered, 'agenda', '2026-10-08'],
  ['CB.DATA.WAGE.HZ', asked('wage'), 'materialsWage', '2026-09-30'],
  ['CB.DATA.WAGE.CN', asked('wage'), 'materialsWage', '2026-10-10', 'CN'],
  ['CB.AGENDA', asked('safety'), 'materials', '2026-10-08'],
  ['CB.COMPLETE.WAGE.HZ', offered('2026-08-03'), 'complete', '2026-10-08'],
  ['CB.TO_CONGRESS.WAGE.HZ', drafted('wage'), 'toCongressWage', '2026-10-15'],
  ['CB.TO_CONGRESS', drafted('comprehensive'), 'toCongress', '2026-10-15'],
  ['CB.REVOTE', revised, 'revote', '2026-10-09'],
  ['CB.REP.REFILL', vacant, 'refill', '2026-10-08'],
  ['CB.FILE.WAGE.HZ', signed('wage'), 'fileWage', '2026-10-08'],
  ['CB.FILE.ZJ', signed('comprehensive'), 'file', '2026-10-08'],
  ['CB.FILE.WAGE.CN', signed('wage'), 'fileWage', '2026-10-08', 'CN'],
  ['CB.FILE.CN', signed('comprehensive'), 'file', '2026-10-08', 'CN'],
  ['CB.REVIEW.SILENCE', reviewed('2026-09-25'), 'review', '2026-10-10'],
  ['CB.REVIEW.SILENCE', reviewed('2026-09-18'), 'review', '2026-10-08'],
  ['CB.PUBLISH.WAGE.HZ', effective('wage'), 'publishWage', '2026-10-09'],
  ['CB.PUBLISH.ZJ', effective('comprehensive'), 'publish', '2026-10-09'],
  ['CB.PUBLISH.WAGE.CN', effective('wage'), 'publishWage', '2026-09-29', 'CN'],
  ['CB.REPORT', effective('wage'), 'report', '2027-09-24'],
  ['CB.REPORT', reported, 'report', '2027-12-08'],
  ['CB.TERMINATE.FILE', ended, 'terminationFiling', '2026-10-09'],
  ['CB.DISPUTE.COORD', accepted, 'coordination', '2026-10-08'],
  ['CB.DISPUTE.COORD', extended, 'coordination', '2026-10-23'],
  ['SUP.REPLY.ZJ', demanded, 'demandAnswer', '2026-10-15'],
  ['CB.SUSPEND.AGREED', suspended, 'resume', '2026-10-04'],
  ['CB.TERM.END', effective('wage'), 'term', '2027-11-16'],
]

test.each(table.map((line) => [line[0], line[2], line] as const))(
  '%s (%s): in time on the last day, overdue the day after',
  (rule, id, line) => {
    const [, log, , last, region] = line
    const due = clock(log, id, day(last), region)
    expect([due?.rule.id, due?.last, due?.overdue]).toEqual([rule, last, false])
    expect(clock(log, id, addDays(day(last), 1), region)?.overdue).toBe(true)
  },
)

test('only the clock of the kind of talks runs, and no sixty days outside Hangzhou', () => {
  const ids = (kind: Kind, region?: Region) => dueOf(p, received(kind), on(day('2026-09-24'), region)).map(({ id }) => id)
  expect(ids('wage')).toEqual(['answerWage', 'complete'])
  expect(ids('women')).toEqual(['answer'])
  expect(ids('wage', 'CN-ZJ')).toEqual(['answerWage'])
})

test("the nation's twenty days stand beside and never govern", () => {
  expect(clock(received('wage'), 'answerWage', day('2026-09-24'))?.also).toMatchObject([
    { rule: { id: 'CB.REPLY.WAGE.CN' }, last: '2026-10-14' },
  ])
})

test('the sixty days go on while the talks stand still: the ordinance names no pause', () => {
  const still = [
    ...offered('2026-08-03'),
    at('2026-08-10').act(0, 'suspend', 'workers', { from: day('2026-08-10'), until: day('2026-09-09') }),
  ]
  expect(clock(still, 'complete', day('2026-09-01'))?.last).toBe('2026-10-08')
})

test('materials that came stop their clock, also when the meeting is set anew', () => {
  const supplied = [...asked('wage'), at('2026-09-20').act(0, 'supplyMaterials', 'employer', { year: 2025, payrollFen: 1, workers: 1 })]
  const anew = [...supplied, at('2026-09-21').act(0, 'setMeeting', 'workers', meeting(at('2026-09-21'), 30))]
  expect(clock(anew, 'materialsWage', day('2026-09-21'))).toBeUndefined()
})

describe('windows and what the law does itself', () => {
  const start = at('2026-03-02')
  const ask = (on: Day, region?: Region, log = inForce(start)) => {
    const renew = { by: 'workers', topics: ['增长'], meetOn: addDays(on, 20), meetAt: '14:00', place: '会议室', delegates: [unionHead] }
    const no = refusal(
      p,
      log,
      { step: 'renew', by: 'workers', on, input: renew },
      { today: on, region: region ?? 'CN-ZJ-HZ', calendar: nationalCalendar },
    )
    return no?.why === 'broken' ? no.rule.id : no
  }

  test('CB.RENEW.ZJ: the last ninety days, the first and the last among them', () => {
    expect(clock(inForce(start), 'renewWage', day('2026-06-01'))).toMatchObject({ counted: { opens: '2027-01-30' }, last: '2027-04-30' })
    expect([day('2027-01-29'), day('2027-01-30'), day('2027-04-30')].map((one) => ask(one))).toEqual(['inTheLastNinetyDays', null, null])
    expect(ask(day('2027-05-01'))).toBe('inTheLastNinetyDays')
  })

  test('CB.RENEW.WAGE.CN, CB.RENEW.CN: sixty days and three months where no local rule speaks', () => {
    expect([day('2027-02-28'), day('2027-03-01')].map((one) => ask(one, 'CN'))).toEqual(['inTheLastNinetyDays', null])
    const three = inForce(start, 'comprehensive')
    expect([day('2029-01-29'), day('2029-01-30')].map((one) => ask(one, 'CN', three))).toEqual(['inTheLastNinetyDays', null])
  })

  test('CB.REVIEW.SILENCE: on the fifteenth day an objection stops it, on the sixteenth it is in force', () => {
    const filed = inForce(start).slice(0, -1)
    const object = (after: number) =>
      refusal(p, filed, start.act(after, 'object', 'bureau', { says: '第三条不明确' }), on(start.day(after)))
    expect(object(74)).toBeNull()
    expect(object(75)).toMatchObject({ rule: { id: 'objectedInTime' } })
  })
})

test('市29: a draft ends the sixty days; one that fell leaves them running from the offer, until the sides agree anew', () => {
  const fell = [...drafted('wage'), at('2026-09-28').act(0, 'reject', 'workers', tally(at('2026-09-28')))]
  expect(clock(drafted('wage'), 'complete', day('2026-09-18'))).toBeUndefined()
  const due = clock(fell, 'complete', day('2026-09-28'))
  expect([due?.start, due?.last]).toEqual(['2026-09-01', '2026-11-02'])
  expect([clock(fell, 'complete', day('2026-11-02'))?.overdue, clock(fell, 'complete', day('2026-11-03'))?.overdue]).toEqual([false, true])
  const anew = [...fell, at('2026-09-30').act(0, 'reviseDraft', 'employer', draft(at('2026-09-30')))]
  expect(clock(anew, 'complete', day('2026-09-30'))).toBeUndefined()
})
