/** What the stories of the congress are made of: a register of ninety, and short hands for its steps. */
import type { Entry } from '#engine'
import { addDays, type Day, day } from '#kernel/day.ts'
import { demoPeople } from '#registry/demo.ts'
import type { Call, Opening, Result, Roster } from '../data.ts'
import type { workersCongress } from '../procedure.ts'
import { isPassed, tallyOf } from '../votes.ts'

export type Told = Entry<keyof typeof workersCongress.steps, keyof typeof workersCongress.roles>
type StepName = Told['step']

export const start = day('2026-06-01')
export const sessionDay = addDays(start, 14)
const chair = demoPeople.maChunyan
const places = ['冲压车间', '机加工车间', '装配车间', '质检部', '仓储物流', '行政后勤'] as const
const family = ['陈', '王', '李', '张', '刘', '杨', '黄', '赵', '周', '吴'] as const
const given = ['建军', '秀英', '志强', '丽华', '海燕', '国平', '春梅', '永刚', '小红'] as const

export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** The register in figures, as it is recorded with the call. */
export function figuresOf(n: number, on: Day, more?: { managers?: number; employees?: number }) {
  const { delegates: _, ...figures } = rosterOf(n, on, more)
  return figures
}

/** So many delegates, the first few of them managers, every third a woman. */
export const rosterOf = (n: number, on: Day, { managers = 9, employees = 812 } = {}): Roster => ({
  on,
  all: n,
  employees,
  managers,
  delegates: Array.from({ length: n }, (_, at) => ({
    id: idOf(at + 1),
    name: `${family[at % family.length]}${given[at % given.length]}`,
    constituency: places[at % places.length]!,
    woman: at % 3 === 0,
    manager: at < managers,
    personId: idOf(1000 + at),
    ...(at === 0 ? { name: chair.name, personId: chair.id } : {}),
  })),
})

export const act = (after: number, step: StepName, input?: object, by: Told['by'] = 'convener'): Told => ({
  step,
  by,
  on: addDays(start, after),
  person: chair.id,
  name: chair.name,
  ...(input ? { input } : {}),
})

const wageDraft = { id: '1', title: '2026 年度工资专项集体合同（草案）', kind: 'contract' } as const
export const report = { id: '2', title: '厂务公开工作报告', kind: 'report' } as const
export const election = { id: '3', title: '选举协商代表', kind: 'election' } as const

export const callFor = (more: Partial<Call> = {}): Call => ({
  term: 4,
  session: 3,
  onDay: sessionDay,
  at: '14:00',
  place: '公司大会议室',
  form: 'congress',
  agenda: [wageDraft, report],
  roster: figuresOf(90, start),
  ...more,
})
export const called = (more: Partial<Call> = {}): Told => act(0, 'call', callFor(more))

export const openingWith = (present: number, more: Partial<Opening> = {}): Opening => ({
  chair: chair.name,
  recorder: '周小红',
  present,
  roster: rosterOf(90, sessionDay),
  heldOn: sessionDay,
  ...more,
})
export const opened = (present: number, more: Partial<Opening> = {}): Told => act(14, 'openSession', openingWith(present, more))
export const ballot = (item = '1', how: 'people' | 'phones' | 'both' = 'people', secret = true): Told =>
  act(14, 'openBallot', { item, how, secret })
export const sealed: Told = act(14, 'closeBallot')

const tellers = ['赵国平', '吴春梅']
export const onPaper = (yes: number, no: number, abstain: number, invalid = 0) => ({ hand: { yes, no, abstain, invalid, tellers } })
export const onPhones = (yes: number, no: number, abstain: number, eligible: number) => ({ box: { yes, no, abstain, eligible } })

/** The result as the house would fill it in. */
export const resultWith = (id: string, cast: Partial<Pick<Result, 'hand' | 'box'>>, present: number, all = 90): Result => {
  const tally = tallyOf(cast)
  return { id, passed: isPassed(tally.yes, all), kind: id === '3' ? 'election' : 'contract', ...cast, ...tally, all, present }
}
export const counted = (id: string, cast: Partial<Pick<Result, 'hand' | 'box'>>, present: number, all = 90): Told =>
  act(14, 'count', resultWith(id, cast, present, all))

export const written: Told = act(14, 'recordMinutes', {
  summary: '职工方首席代表报告了协商经过和草案内容，代表分组讨论后表决。',
  signedBy: chair.name,
  recorder: '周小红',
})
export const closed: Told = act(14, 'close')
