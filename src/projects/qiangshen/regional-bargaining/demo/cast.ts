/** What the stories are made of: a trade with an association, a park without one, and short hands for the steps. */
import type { Entry } from '#engine'
import { addDays, type Day, day } from '#kernel/day.ts'
import type { Clause } from '#law/clauses/clause.ts'
import { type FirmKey, demoFirms, demoPeople, organisationId } from '#registry/demo.ts'
import type { Offer } from '../data.ts'
import type { regionalBargaining } from '../procedure.ts'

export type Told = Entry<keyof typeof regionalBargaining.steps, keyof typeof regionalBargaining.roles>
type StepName = Told['step']
type RoleName = Exclude<Told['by'], 'law'>

/** A Monday, so that the days below are working days; the term ends in April of the next year. */
export const start = day('2025-03-03')
export const on = (after: number): Day => addDays(start, after)

const chair = demoPeople.zhouMin

export function act(after: number, step: StepName, by: RoleName, input?: object): Told {
  const recordedBy = by === 'workers' || by === 'upperUnion' ? {} : { recordedBy: 'workers' as const }
  return { step, by, on: on(after), person: chair.id, name: chair.name, ...recordedBy, ...(input ? { input } : {}) }
}
export const law = (on: Day, step: StepName): Told => ({ step, by: 'law', on })

export const firmOf = (key: FirmKey) => ({ name: demoFirms[key].name, organisationId: organisationId(key) })
export const knownOf = (key: FirmKey, employees = 120) => ({ ...firmOf(key), employees })

export const freight = ['qicheng', 'yunzhan', 'dongqu', 'zhongtuo'] as const
export const parkFirms = ['beichen', 'huaxin', 'xian'] as const
export const newcomer = 'tongda' as const

export const asked: readonly Clause[] = [
  { meaning: 'minimumWage', value: 290_000 },
  { meaning: 'wageGrowth', value: 600 },
  { meaning: 'nightShift', value: 3_000 },
]
export const agreed: readonly Clause[] = [
  { meaning: 'minimumWage', value: 275_000 },
  { meaning: 'wageGrowth', value: 450 },
  { meaning: 'nightShift', value: 3_000 },
]
export const floor = { minimumWageFen: 249_000, minimumWageSource: '当地最低工资标准' }
export const bureau = { organisationId: organisationId('hrBureau'), name: '杭州市钱塘区人力资源和社会保障局' }

export const wageOffer = (more: Partial<Offer> = {}): Offer => ({
  by: 'workers',
  level: 'industry',
  kind: 'wage',
  purpose: 'first',
  area: '钱塘区货运物流行业',
  association: '钱塘区物流行业协会',
  firms: freight.map((key) => firmOf(key)),
  topics: ['行业最低工资', '年度增长幅度', '夜班津贴'],
  clauses: asked.map((one) => ({ ...one })),
  meetOn: on(21),
  meetAt: '14:00',
  place: '钱塘区物流行业协会会议室',
  delegates: ['周雅琴', '王建国', '李秀英'],
  reason: '行业最低工资两年没有调整',
  known: freight.map((key) => knownOf(key)),
  floor,
  bureau,
  ...more,
})

export const comprehensiveOffer = (more: Partial<Offer> = {}): Offer => {
  const { association: _none, ...offer } = wageOffer({
    by: 'employer',
    level: 'regional',
    kind: 'comprehensive',
    area: '江湾智造产业园',
    firms: parkFirms.map((key) => firmOf(key)),
    known: parkFirms.map((key) => knownOf(key, 90)),
    topics: ['工作时间', '职工体检'],
    clauses: workingClauses.map((one) => ({ ...one })),
    place: '园区会议中心',
    ...more,
  })
  return offer
}
export const workingClauses: readonly Clause[] = [
  { meaning: 'weeklyHours', value: 400 },
  { meaning: 'medicalCheck', value: 1 },
]

const delegate = (name: string, from: string, more: object = {}) => ({ name, from, chief: false, outside: false, ...more })
export const workers = [
  delegate('周雅琴', '行业工会联合会', { chief: true }),
  delegate('王建国', '杭州启程货运有限公司'),
  delegate('李秀英', '浙江云栈供应链有限公司'),
]
export const employers = [
  delegate('吴晓东', '杭州东渠快运有限公司', { chief: true }),
  delegate('郑伟', '浙江众拓物流有限公司'),
  delegate('孙丽', '浙江云栈供应链有限公司'),
]
export const workerSide = (more: object = {}) => ({ delegates: workers, approvedOn: on(7), ...more })
export const employerSide = (more: object = {}) => ({ delegates: employers, chosenBy: 'association', chiefElected: true, ...more })
export const answer = { agrees: 'agree', meetOn: on(21), meetAt: '14:00', place: '协会会议室' }
export const meeting = (after: number, chairedBy: 'workers' | 'employer') => ({
  day: on(after),
  start: '14:00',
  place: '协会会议室',
  chairedBy,
})
export const minutes = (more: object = {}) => ({
  recorder: '沈佳',
  present: '双方代表全部到会',
  summary: '双方交换意见，企业方同意再测算。',
  signedByWorkers: true,
  signedByEmployer: true,
  ...more,
})
export const draft = (more: object = {}) => ({
  title: '钱塘区货运物流行业工资专项集体合同',
  since: day('2025-05-01'),
  until: day('2026-04-30'),
  clauses: agreed,
  floor,
  ...more,
})
export const filing = (more: object = {}) => ({ copies: 5, explanation: true, says: '覆盖四家企业。', ...more })
export const congressVote = (yes: number, all = 80, present = 70) => ({ term: 2, session: 1, heldOn: on(37), all, present, yes })
export const firmVote = (key: FirmKey, yes: number, all = 40, form = 'congress') => ({ ...firmOf(key), heldOn: on(36), form, all, yes })
