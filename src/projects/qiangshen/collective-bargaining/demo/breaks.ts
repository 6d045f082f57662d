/** Logs whose last step the law refuses, one at least for every rule. */
import { day } from '#kernel/day.ts'
import { company, delegate, employerNamed, figures, firm, floor, unionHead, workersNamed } from './cast.ts'
import { type RoleName, type StepName, type Teller, type Told, teller } from './play.ts'
import {
  answer,
  answered,
  asked,
  called,
  carried,
  convening,
  draft,
  employerSide,
  filed,
  filing,
  firstRound,
  inForce,
  meeting,
  minutes,
  named,
  offer,
  offered,
  prepared,
  proposal,
  secondRound,
  served,
  service,
  signed,
  supplied,
  talked,
  tally,
  workerSide,
} from './scripts.ts'

const t: Teller = teller(day('2026-03-02'))
type Log = readonly Told[]
const then = (log: Log, after: number, step: StepName, by: RoleName, input?: unknown, recordedBy?: RoleName): Log => [
  ...log,
  t.act(after, step, by, input, recordedBy),
]
const offering = (more: Parameters<typeof offer>[1]) => then([], 0, 'offer', 'workers', offer(t, more))
const naming = (more: object) => then(answered(t), 9, 'nameWorkers', 'workers', workerSide(t, more))
const sending = (more: object) => then([...answered(t), ...named(t).slice(0, 1)], 10, 'nameEmployer', 'employer', employerSide(t, more))

export const timeLiesBehind = offering({ meetOn: day('2026-02-27') })
export const renewedTooEarly = offering({
  purpose: 'renewal',
  former: { number: '协〔2025〕9 号', title: '工资专项集体合同', until: t.day(91) },
})
export const receivedBeforeOffer = then(offered(t), 1, 'serve', 'workers', { ...service(t), receivedOn: t.day(-1) })
export const serviceUnproved = then(offered(t), 1, 'serve', 'workers', { receivedOn: t.day(1), how: 'post' })
export const employerAnswersItself = then(served(t, { by: 'employer' }), 3, 'answer', 'employer', answer(t))
export const unionAnswersItself = then(served(t), 3, 'answerEmployer', 'workers', answer(t))
export const answersAfterTheTalks = then(
  [...prepared(t), ...firstRound(t), t.act(66, 'refuse', 'workers', { how: 'overran' })],
  70,
  'answer',
  'employer',
  { ...answer(t), meetOn: t.day(75) },
)
export const otherWithdraws = then(served(t), 3, 'withdraw', 'employer', { by: 'employer', reason: '不谈了' })
export const answersForThePast = then(served(t), 3, 'answer', 'employer', { ...answer(t), meetOn: t.day(2) })
export const neverAnswered = then([...served(t), t.act(15, 'refuse', 'workers', { how: 'silent' })], 16, 'resume', 'workers', {
  on: t.day(16),
})

export const tooFewForWages = naming({ delegates: workersNamed.slice(0, 4) })
export const tooFewForTheRest = then(
  answered(t, { kind: 'comprehensive', firm: firm({ designated: false }) }),
  9,
  'nameWorkers',
  'workers',
  workerSide(t, { delegates: workersNamed.slice(0, 2), firm: firm({ designated: false }) }),
)
export const moreForTheEmployer = sending({ delegates: [...employerNamed, delegate('冯涛')] })
export const onBothSides = sending({ delegates: [...employerNamed.slice(0, 4), delegate('许玉兰')] })
export const twoChiefs = naming({ delegates: workersNamed.map((one, at) => ({ ...one, chief: at < 2 })) })
export const chiefFromOutside = sending({ delegates: employerNamed.map((one) => ({ ...one, outside: one.chief })) })
export const manyOutsiders = naming({ delegates: workersNamed.map((one, at) => ({ ...one, outside: at > 2 })) })
export const anotherLeads = naming({ delegates: workersNamed.map((one, at) => ({ ...one, chief: at === 1 })) })
export const unionChooses = naming({ chosenBy: 'union' })
export const deputyLeadsUndelegated = sending({ delegation: undefined, firm: firm({ legalRepresentative: '钱建国' }) })
export const congressSendsForTheEmployer = sending({ chosenBy: 'congress' })
export const nobodyNamed = then(answered(t), 14, 'setMeeting', 'workers', meeting(t, 24))
export const strangerLeaves = then(prepared(t), 15, 'leave', 'workers', { side: 'workers', name: '何平', reason: '离职' })
const left: Log = [...prepared(t), t.act(15, 'leave', 'workers', { side: 'workers', name: '陈国梁', reason: '离职' })]
const refill = { ...delegate('何平'), side: 'workers', replaces: '陈国梁', noticeOn: t.day(16) }
export const noPlaceToTake = then(left, 16, 'refill', 'workers', { ...refill, replaces: '刘志军' })
export const anotherTakesTheLead = then(
  [...prepared(t), t.act(15, 'leave', 'workers', { side: 'workers', name: unionHead, reason: '调动' })],
  16,
  'refill',
  'workers',
  { ...refill, chief: true, replaces: unionHead },
)
export const namedAnew = then([...prepared(t), ...firstRound(t)], 25, 'nameWorkers', 'workers', workerSide(t))
export const suppliedTomorrow = then(answered(t), 14, 'supplyMaterials', 'employer', {
  year: 2025,
  payrollFen: 1,
  workers: 642,
  suppliedOn: t.day(15),
})
export const refillUntold = then(left, 16, 'refill', 'workers', { ...refill, noticeOn: undefined })

export const agendaTooLate = then([...answered(t), ...named(t)], 18, 'setMeeting', 'workers', meeting(t, 24))
export const sameChairAgain = then([...prepared(t), ...firstRound(t)], 25, 'setMeeting', 'workers', meeting(t, 37))
export const notYetHeld = then(prepared(t), 23, 'recordMeeting', 'workers', minutes(1))
export const listsNotPosted = then(
  [
    ...answered(t),
    t.act(9, 'nameWorkers', 'workers', workerSide(t, { postedOn: undefined })),
    t.act(10, 'nameEmployer', 'employer', employerSide(t)),
    t.act(14, 'setMeeting', 'workers', meeting(t, 24)),
  ],
  24,
  'recordMeeting',
  'workers',
  minutes(1),
)
export const materialsLate = then(
  [...answered(t), ...asked(t), ...named(t), t.act(14, 'setMeeting', 'workers', meeting(t, 24)), supplied(t, 16)],
  24,
  'recordMeeting',
  'workers',
  minutes(1),
)
export const delegateRecords = then(prepared(t), 24, 'recordMeeting', 'workers', minutes(1, { recorder: '许玉兰' }))
export const minutesUnsigned = then(prepared(t), 24, 'recordMeeting', 'workers', minutes(1, { signedByEmployer: false }))
export const nobodyProposes = then(prepared(t), 24, 'propose', 'workers', { round: 1, clauses: [{ meaning: 'wageGrowth', value: 500 }] })

const suspension = (from: number, until: number, more: object = {}) => ({
  from: t.day(from),
  until: t.day(until),
  workersChiefConsents: true,
  employerConsents: true,
  reason: '等财务数据',
  ...more,
})
export const workersDoNotConsent = then(prepared(t), 24, 'suspend', 'workers', suspension(24, 30, { workersChiefConsents: false }))
export const employerDoesNotConsent = then(
  prepared(t, { kind: 'comprehensive' }),
  24,
  'suspend',
  'workers',
  suspension(24, 30, { employerConsents: false }),
)
export const thirtyOneDays = then(prepared(t), 24, 'suspend', 'workers', suspension(24, 55))
export const sixtyOneDays = then(prepared(t, { kind: 'comprehensive' }), 24, 'suspend', 'workers', suspension(24, 85))

export const notAgreed = then(talked(t), 39, 'draft', 'employer', draft(t, 'wage', { clauses: [{ meaning: 'wageGrowth', value: 560 }] }))
export const noMoreThanTheMinimum = then(
  prepared(t),
  24,
  'propose',
  'employer',
  proposal('employer', 1, [{ meaning: 'entryWage', value: 249_000 }]),
)
export const belowTheIndustry = offering({
  purpose: 'second',
  clauses: [{ meaning: 'nightShift', value: 2_900 }],
  floor: {
    ...floor,
    contracts: [
      {
        caseId: company.organisationId,
        title: '金属制品行业工资专项集体合同',
        number: '行协〔2026〕1 号',
        level: 'industry',
        clauses: [{ meaning: 'nightShift', value: 3_000 }],
      },
    ],
  },
})
export const quotaOutOfReach = offering({ clauses: [{ meaning: 'attainableQuota', value: 8_999 }] })
export const elevenMonths = then(talked(t), 39, 'draft', 'employer', draft(t, 'wage', { until: day('2027-04-29') }))

export const assemblyOfMany = then(
  [...talked(t), t.act(39, 'draft', 'employer', draft(t))],
  42,
  'convene',
  'workers',
  convening(t, 53, { form: 'assembly' }),
)
const held = { caseId: company.organisationId, state: 'voting' }
export const notYetCounted = then(called(t), 53, 'carry', 'workers', tally(t, 53, { held }))
const { term: _term, session: _session, heldOn: _heldOn, form: _form, ...numbers } = tally(t)
export const calledUntilItPasses = then(called(t), 54, 'convene', 'workers', {
  ...convening(t, 60),
  voted: { ...numbers, yes: 40, caseId: company.organisationId, number: '职代会〔2026〕3 号' },
})
export const votedBeforehand = then(called(t), 53, 'carry', 'workers', tally(t, 54))
export const votesTooMany = then(called(t), 53, 'carry', 'workers', tally(t, 53, { no: 20 }))
export const fiftyNineOfNinety = then(called(t), 53, 'carry', 'workers', tally(t, 53, { present: 59, yes: 50, no: 5, abstain: 4 }))
export const fortyFiveOfNinety = then(called(t), 53, 'carry', 'workers', tally(t, 53, { yes: 45 }))
export const carriedYetRejected = then(called(t), 53, 'reject', 'workers', tally(t))

export const anotherSigns = then(carried(t), 57, 'signWorkers', 'workers', { name: '许玉兰' })
export const signedBeforeTheVote = then(carried(t), 57, 'signWorkers', 'workers', { name: unionHead, signedOn: t.day(52) })
export const signsNothing = then([...served(t), t.act(3, 'refuse', 'workers', { how: 'refused' })], 5, 'signEmployer', 'employer', {
  name: employerNamed[0]!.name,
})
export const votedDownYetSigned = then(
  [
    ...called(t),
    t.act(53, 'reject', 'workers', tally(t, 53, { yes: 45 })),
    t.act(54, 'reviseDraft', 'employer', draft(t)),
    t.act(54, 'refuse', 'workers', { how: 'refused' }),
  ],
  55,
  'signEmployer',
  'employer',
  { name: employerNamed[0]!.name },
)
export const oneSignature = then([...carried(t), ...signed(t).slice(0, 1)], 59, 'file', 'employer', filing())
export const fourCopies = then([...carried(t), ...signed(t)], 59, 'file', 'employer', filing({ copies: 4 }))
export const noExplanation = then([...carried(t), ...signed(t)], 59, 'file', 'employer', filing({ explanation: false }))
export const receivedTooEarly = then(
  [...carried(t), ...signed(t), ...filed(t).slice(0, 1)],
  60,
  'receive',
  'bureau',
  { receivedOn: t.day(58) },
  'workers',
)
export const objectedOnDaySixteen = then([...carried(t), ...signed(t), ...filed(t)], 75, 'object', 'bureau', { says: '迟了' }, 'workers')

const next = { by: 'workers', topics: ['增长'], meetOn: t.day(300), meetAt: '14:00', place: '会议室', delegates: [unionHead] }
export const publishedTooEarly = then(inForce(t), 78, 'publish', 'employer', { publishedOn: t.day(74), how: '公告栏' })
export const renewedTooSoon = then(inForce(t), 200, 'renew', 'workers', next)
export const nextMeetsInThePast = then(inForce(t), 200, 'change', 'workers', { ...next, meetOn: t.day(199) })
const ending = { ground: 'agreed', on: t.day(120), bothAgree: true, vote: tally(t, 118) }
export const terminatedWithoutGround = then(inForce(t), 120, 'terminate', 'workers', { ...ending, bothAgree: false })
export const terminatedWithoutVote = then(inForce(t), 120, 'terminate', 'workers', { ...ending, vote: undefined })
export const endedBeforeItBegan = then(inForce(t), 120, 'terminate', 'workers', { ...ending, on: t.day(74) })
export const reportedAhead = then(inForce(t), 120, 'report', 'workers', { year: 2026, heldOn: t.day(121), says: '好', kept: 3, notKept: 0 })
export const replacedTooEarly = then(inForce(t), 120, 'replace', 'workers', { on: t.day(121), number: '协〔2026〕88 号' })

export const stillTimeToAnswer = then(served(t), 14, 'refuse', 'workers', { how: 'silent' })
export const sixtyDaysRun = then([...prepared(t), ...firstRound(t)], 60, 'refuse', 'workers', { how: 'overran' })
export const materialsNotDue = then([...answered(t), ...asked(t)], 15, 'refuse', 'workers', { how: 'noData' })
export const notYetCarried = then([...prepared(t), ...firstRound(t), ...secondRound(t)], 38, 'refuse', 'workers', { how: 'noSign' })
const silent: Log = [...served(t), t.act(15, 'refuse', 'workers', { how: 'silent' })]
const demanded: Log = [
  ...silent,
  t.act(16, 'demandCorrection', 'upperUnion', { breach: '未答复', wants: '答复', signedBy: '周敏', receivedOn: t.day(16) }),
]
export const letterBeforeItself = then(silent, 16, 'demandCorrection', 'upperUnion', {
  breach: '未答复',
  wants: '答复',
  signedBy: '周敏',
  receivedOn: t.day(15),
})
export const noLetterYet = then(silent, 16, 'proposePenalty', 'upperUnion', { ground: 'noAnswer', says: '建议处罚' })
export const stillTimeToMend = then(demanded, 37, 'proposePenalty', 'upperUnion', { ground: 'noAnswer', says: '建议处罚' })

const coordinating: Log = [...prepared(t), ...firstRound(t), t.act(30, 'applyCoordination', 'workers', { by: 'workers', matters: '增长' })]
export const sixteenMore = then(
  [...coordinating, t.act(32, 'acceptCoordination', 'bureau', undefined, 'workers')],
  60,
  'extendCoordination',
  'bureau',
  { until: t.day(81), reason: '等审计' },
  'workers',
)
export const notAccepted = then(coordinating, 33, 'settleCoordination', 'bureau', { settled: true, says: '定为 5.5%' }, 'workers')
export const figuresOfTheOtherSide = then(talked(t), 39, 'draft', 'employer', draft(t, 'wage', { clauses: [...figures.wage.asked] }))
