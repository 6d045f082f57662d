/** Who bargains in the stories: a metal works with a union, its delegates, and the figures they talk of. */
import type { Clause } from '#law/clauses/clause.ts'
import { organisationId } from '#registry/demo.ts'
import type { Delegate, Firm, Floor, Kind } from '../data.ts'

export const company = { name: '杭州瑞鼎金属制品有限公司', organisationId: organisationId('ruiding') }
export const bureau = { organisationId: organisationId('hrBureau'), name: '杭州市钱塘区人力资源和社会保障局' }
export const unionHead = '马春燕'
export const employerHead = '钱海波'

export const firm = (more: Partial<Firm> = {}): Firm => ({
  organisationId: company.organisationId,
  name: company.name,
  designated: true,
  employees: 642,
  hasUnion: true,
  unionName: '杭州瑞鼎金属制品有限公司工会',
  unionHead,
  ...more,
})

/** A figure of the stories, not of any government. */
export const floor: Floor = { minimumWageFen: 249_000, minimumWageSource: '演示用最低工资标准', contracts: [] }

export const delegate = (name: string, more: Partial<Delegate> = {}): Delegate => ({
  name,
  chief: false,
  outside: false,
  woman: false,
  dispatched: false,
  ...more,
})
export const workersNamed: readonly Delegate[] = [
  delegate(unionHead, { chief: true, woman: true, job: '工会主席' }),
  delegate('陈国梁', { job: '冲压工' }),
  delegate('许玉兰', { woman: true, job: '质检员' }),
  delegate('刘志军', { job: '冲压工' }),
  delegate('高秀珍', { woman: true, job: '包装工' }),
]
export const employerNamed: readonly Delegate[] = [
  delegate(employerHead, { chief: true, job: '副总经理' }),
  delegate('方志强', { job: '财务经理' }),
  delegate('林静', { woman: true, job: '人事经理' }),
  delegate('吴国强', { job: '生产经理' }),
  delegate('邵平', { job: '设备经理' }),
]

interface Figures {
  readonly asked: readonly Clause[]
  readonly offered: readonly Clause[]
  readonly agreed: readonly Clause[]
}

const wages: Figures = {
  asked: [
    { meaning: 'minimumWage', value: 320_000 },
    { meaning: 'wageGrowth', value: 700 },
    { meaning: 'nightShift', value: 4_000 },
  ],
  offered: [
    { meaning: 'minimumWage', value: 300_000 },
    { meaning: 'wageGrowth', value: 400 },
    { meaning: 'nightShift', value: 3_000 },
  ],
  agreed: [
    { meaning: 'minimumWage', value: 310_000 },
    { meaning: 'wageGrowth', value: 550 },
    { meaning: 'nightShift', value: 3_500 },
  ],
}
const of = (asked: Clause, offered: Clause, agreed: Clause): Figures => ({ asked: [asked], offered: [offered], agreed: [agreed] })

export const figures: Readonly<Record<Kind, Figures>> = {
  wage: wages,
  comprehensive: of({ meaning: 'extraLeave', value: 5 }, { meaning: 'extraLeave', value: 1 }, { meaning: 'extraLeave', value: 3 }),
  safety: of({ meaning: 'safetyTraining', value: 6 }, { meaning: 'safetyTraining', value: 2 }, { meaning: 'safetyTraining', value: 4 }),
  women: of({ meaning: 'womensCheck', value: 2 }, { meaning: 'womensCheck', value: 1 }, { meaning: 'womensCheck', value: 1 }),
  skillWages: of(
    { meaning: 'skillAllowance', trade: '数控车工', grade: 4, value: 50_000 },
    { meaning: 'skillAllowance', trade: '数控车工', grade: 4, value: 30_000 },
    { meaning: 'skillAllowance', trade: '数控车工', grade: 4, value: 40_000 },
  ),
}
