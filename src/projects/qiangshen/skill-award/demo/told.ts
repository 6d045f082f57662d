/** The people, contracts and findings that the stories of skill awards are made of. */
import type { Entry } from '#engine'
import { addDays, type Day, day } from '#kernel/day.ts'
import type { Clause } from '#law/clauses/clause.ts'
import { demoPeople, organisationId } from '#registry/demo.ts'
import { type Binding, entitledBy } from '../entitled.ts'
import type { EventFacts } from '../data.ts'
import type { skillAward } from '../procedure.ts'

export type Told = Entry<keyof typeof skillAward.steps, keyof typeof skillAward.roles>
export const firm = { name: '杭州瑞鼎金属制品有限公司', organisationId: organisationId('ruiding') }
const { liuZhijun, zhangXiulan, maChunyan, qianHaibo, zhouMin } = demoPeople
const named = ({ id, name }: { readonly id: typeof liuZhijun.id; readonly name: string }) => ({ name, personId: id })

export const clauses: readonly Clause[] = [
  { meaning: 'skillAllowance', grade: 3, value: 20_000 },
  { meaning: 'skillAllowance', grade: 4, value: 30_000 },
  { meaning: 'promotionReward', grade: 4, value: 100_000 },
  { meaning: 'contestPrize', level: '市级一等奖', value: 200_000 },
  { meaning: 'contestPrize', level: '区级', value: 80_000 },
]
const contract = (number: string, title: string, since: string, until: string, terms = clauses): Binding => ({
  caseId: organisationId('ruidingUnion'),
  number,
  title,
  kind: 'skillWages',
  level: 'enterprise',
  since: day(since),
  until: day(until),
  clauses: terms,
})
export const thisYear = contract('瑞鼎协〔2025〕1号', '瑞鼎金属 2026 年能级工资专项集体合同', '2026-01-01', '2026-12-31')
export const nextYear = contract('瑞鼎协〔2026〕1号', '瑞鼎金属 2027 年能级工资专项集体合同', '2027-01-01', '2027-12-31', [
  { meaning: 'skillAllowance', grade: 4, value: 35_000 },
])

export const certificate: EventFacts = {
  kind: 'certificate',
  title: '冲压工职业技能等级证书',
  issuer: '杭州市职业技能鉴定指导中心',
  number: 'ZJ2026330101234',
  on: day('2026-03-06'),
  trade: '冲压工',
  grade: 'senior',
  worker: named(liuZhijun),
  firm,
}
export const prize: EventFacts = {
  kind: 'contest',
  title: '钱塘区职工技能大赛（包装）',
  issuer: '钱塘区总工会',
  on: day('2026-05-20'),
  authority: 'district',
  rank: 'second',
  worker: named(zhangXiulan),
  firm,
}
export const degree: EventFacts = { ...prize, kind: 'degree', title: '开放大学毕业证书', issuer: '浙江开放大学', degree: 'college' }

const who = { worker: liuZhijun, employer: qianHaibo, union: maChunyan, upperUnion: zhouMin } as const
/** One step on a day, as the one who takes it in these stories. */
export const step = (name: Told['step'], by: keyof typeof who, on: string, input?: unknown, recordedBy?: 'union'): Told => {
  const { id, name: taker } = who[recordedBy ?? by]
  return { step: name, by, on: day(on), person: id, name: taker, ...(recordedBy ? { recordedBy } : {}), ...(input ? { input } : {}) }
}

export const found = (
  event: EventFacts,
  on: string,
  how: Partial<Parameters<typeof entitledBy>[3]> = {},
  contracts = [thisYear, nextYear],
) =>
  entitledBy(
    event,
    contracts.filter((one) => one.since <= addDays(day(on), 365)),
    day(on),
    { employed: true, ...how },
  )

export const reported = (event: EventFacts = certificate, on = '2026-03-09'): Told => step('report', 'worker', on, event)
export const verified = (event: EventFacts = certificate, on: string = '2026-03-12'): Told =>
  step('verify', 'union', on, { how: 'original', entitlement: found(event, on) })
export const asked = [reported(), verified()] as const
export const paid = { monthlyFen: 30_000, fromMonth: '2026-04', onceFen: 100_000, paidOn: day('2026-04-15') as Day }
export const confirmed = (on = '2026-03-20'): Told => step('confirmPayment', 'employer', on, paid)
