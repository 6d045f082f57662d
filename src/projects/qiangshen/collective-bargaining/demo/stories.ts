/** The stories that this mechanism tells. Tests and the screen gallery are made of them. */
import { day } from '#kernel/day.ts'
import { company, delegate, employerHead, figures, firm, floor, unionHead, workersNamed } from './cast.ts'
import { teller } from './play.ts'
import {
  answer,
  answered,
  asked,
  called,
  carried,
  convening,
  draft,
  drafted,
  filed,
  firstRound,
  inForce,
  meeting,
  minutes,
  named,
  offer,
  prepared,
  proposal,
  published,
  secondRound,
  served,
  service,
  signed,
  supplied,
  talked,
  tally,
} from './scripts.ts'

const spring = teller(day('2026-03-02'))
const lastYear = teller(day('2025-03-03'))

/** From the offer to the last day of the contract, with the next round asked for in its window. */
export const aYearOfWages = [
  ...inForce(lastYear),
  ...published(lastYear),
  lastYear.act(300, 'report', 'workers', { year: 2025, heldOn: lastYear.day(300), says: '各条都已履行', kept: 3, notKept: 0 }),
  lastYear.act(360, 'renew', 'workers', {
    by: 'workers',
    topics: ['年度工资增长'],
    meetOn: lastYear.day(380),
    meetAt: '14:00',
    place: '厂部二楼会议室',
    delegates: [unionHead],
  }),
  lastYear.act(425, 'expire', 'law'),
]

export const comprehensive = [...inForce(spring, 'comprehensive'), ...published(spring)]
export const safety = inForce(spring, 'safety')
export const women = inForce(spring, 'women')
export const skillWagesInMinutes = inForce(spring, 'skillWages')

export const suspended = [
  ...prepared(spring),
  ...firstRound(spring),
  spring.act(25, 'suspend', 'workers', {
    from: spring.day(25),
    until: spring.day(36),
    workersChiefConsents: true,
    employerConsents: true,
    reason: '等一季度财务数据',
  }),
  spring.act(30, 'resume', 'workers', { on: spring.day(30) }),
  spring.act(30, 'setMeeting', 'employer', meeting(spring, 37, 'employer')),
  ...secondRound(spring).slice(1),
]

export const votedDownThenCarried = [
  ...called(spring),
  spring.act(53, 'reject', 'workers', tally(spring, 53, { yes: 45 })),
  spring.act(55, 'propose', 'workers', proposal('workers', 3, [{ meaning: 'nightShift', value: 3_800 }])),
  spring.act(56, 'propose', 'employer', proposal('employer', 3, [{ meaning: 'nightShift', value: 3_800 }])),
  spring.act(
    56,
    'reviseDraft',
    'employer',
    draft(spring, 'wage', {
      clauses: [...figures.wage.agreed.filter(({ meaning }) => meaning !== 'nightShift'), { meaning: 'nightShift', value: 3_800 }],
    }),
  ),
  spring.act(57, 'convene', 'workers', convening(spring, 58)),
  spring.act(58, 'carry', 'workers', tally(spring, 58, { session: 4, yes: 58, no: 3, abstain: 0 })),
]

export const objectedThenInForce = [
  ...carried(spring),
  ...signed(spring),
  ...filed(spring),
  spring.act(74, 'object', 'bureau', { says: '夜班津贴低于规定', number: '审〔2026〕4 号' }, 'workers'),
  spring.act(77, 'propose', 'workers', proposal('workers', 3, [{ meaning: 'nightShift', value: 3_600 }])),
  spring.act(77, 'propose', 'employer', proposal('employer', 3, [{ meaning: 'nightShift', value: 3_600 }])),
  spring.act(
    78,
    'amend',
    'employer',
    draft(spring, 'wage', {
      clauses: [...figures.wage.agreed.filter(({ meaning }) => meaning !== 'nightShift'), { meaning: 'nightShift', value: 3_600 }],
    }),
  ),
  ...signed(spring, 79),
  ...filed(spring, 80),
  spring.act(96, 'takeEffect', 'law'),
]

const opinion = (on: number) => ({
  breach: '未按期答复协商要约',
  wants: '三日内书面答复，商定协商时间',
  signedBy: '周敏',
  receivedOn: spring.day(on),
})

export const silentThenMended = [
  ...served(spring),
  spring.act(15, 'refuse', 'workers', { how: 'silent', says: '催过两次' }),
  spring.act(16, 'demandCorrection', 'upperUnion', opinion(16)),
  spring.act(20, 'answerDemand', 'employer', { says: '已改正', corrected: true }),
  spring.act(21, 'answer', 'employer', answer(spring)),
  spring.act(22, 'note', 'workers', { says: '对方换了人事经理', who: { name: '林静' } }),
]

export const overranThenPenalty = [
  ...prepared(spring),
  ...firstRound(spring),
  spring.act(66, 'refuse', 'workers', { how: 'overran' }),
  spring.act(67, 'demandCorrection', 'upperUnion', opinion(67)),
  spring.act(92, 'proposePenalty', 'upperUnion', { ground: 'noAnswer', says: '建议责令改正，逾期不改正的依法处罚' }),
  spring.act(95, 'endWithoutContract', 'workers', { bothAgree: false, reason: '企业停产' }),
]

export const noDataThenTalks = [
  ...answered(spring),
  ...asked(spring),
  ...named(spring),
  spring.act(16, 'refuse', 'workers', { how: 'noData' }),
  supplied(spring, 20),
  spring.act(21, 'resume', 'employer', { on: spring.day(21) }),
  spring.act(21, 'setMeeting', 'workers', meeting(spring, 24, 'workers', { late: 'keptByAgreement' })),
]

export const refusesToSign = [
  ...carried(spring),
  ...signed(spring).slice(0, 1),
  spring.act(60, 'refuse', 'workers', { how: 'noSign' }),
  spring.act(61, 'demandCorrection', 'upperUnion', opinion(61)),
  ...signed(spring, 65).slice(1),
]

export const coordinated = [
  ...prepared(spring),
  ...firstRound(spring),
  spring.act(30, 'applyCoordination', 'workers', { by: 'workers', matters: '增长幅度谈不拢' }),
  spring.act(32, 'acceptCoordination', 'bureau', undefined, 'workers'),
  spring.act(60, 'extendCoordination', 'bureau', { until: spring.day(70), reason: '等审计结果' }, 'workers'),
  spring.act(69, 'settleCoordination', 'bureau', { settled: true, says: '增长幅度定为 5.5%' }, 'workers'),
]

export const terminatedEarly = [
  ...inForce(spring),
  spring.act(120, 'terminate', 'workers', {
    ground: 'agreed',
    on: spring.day(120),
    bothAgree: true,
    says: '生产线外迁，约定的条件出现',
    vote: tally(spring, 118),
  }),
  spring.act(123, 'fileTermination', 'employer', { filedOn: spring.day(123) }),
]

export const changedThenReplaced = [
  ...inForce(spring),
  spring.act(100, 'change', 'employer', {
    by: 'employer',
    topics: ['工资调整方案'],
    meetOn: spring.day(120),
    meetAt: '09:30',
    place: '厂部二楼会议室',
    delegates: [employerHead],
    reason: '订单大幅减少',
  }),
  spring.act(200, 'replace', 'workers', {
    on: spring.day(199),
    number: '协〔2026〕88 号',
    successor: { caseId: company.organisationId, number: '协〔2026〕88 号', since: spring.day(199) },
  }),
]

export const delegateReplaced = [
  ...answered(spring),
  ...named(spring),
  spring.act(12, 'leave', 'workers', { side: 'workers', name: '陈国梁', reason: '离职', on: spring.day(12) }),
  spring.act(18, 'refill', 'workers', {
    ...delegate('何建设', { job: '叉车工' }),
    side: 'workers',
    replaces: '陈国梁',
    noticeOn: spring.day(18),
  }),
  spring.act(19, 'leave', 'employer', { side: 'employer', name: '方志强', reason: '调动' }),
]

export const sentByTheStreet = [
  spring.act(
    0,
    'offer',
    'upperUnion',
    offer(spring, {
      onBehalf: true,
      purpose: 'second',
      clauses: [{ meaning: 'minimumWage', value: 320_000 }],
      floor: {
        ...floor,
        contracts: [
          {
            caseId: company.organisationId,
            title: '金属制品行业工资专项集体合同',
            number: '行协〔2026〕1 号',
            level: 'industry',
            clauses: [{ meaning: 'minimumWage', value: 300_000 }],
          },
        ],
      },
    }),
  ),
  spring.act(2, 'serve', 'upperUnion', service(spring, 2)),
  spring.act(9, 'nameWorkers', 'workers', {
    delegates: [...workersNamed],
    chosenBy: 'congress',
    postedOn: spring.day(9),
    firm: firm({ dispatched: 60 }),
  }),
  spring.act(10, 'withdraw', 'workers', { reason: '企业已并入另一家，重新要约' }),
]
export const employerAsks = [
  spring.act(0, 'offer', 'employer', offer(spring, { by: 'employer', topics: ['工资调整方案'], reason: '订单大幅减少' })),
  spring.act(1, 'serve', 'workers', service(spring, 1)),
  spring.act(5, 'answerEmployer', 'workers', { ...answer(spring), agrees: 'otherDay', says: '先看财务数据' }),
]
export const talkedAndDrafted = drafted(spring)
export const heldTwoRounds = [
  ...talked(spring),
  spring.act(38, 'setMeeting', 'workers', meeting(spring, 50)),
  spring.act(50, 'recordMeeting', 'workers', minutes(3)),
]
