/** One bargaining of the demonstration as it went, step by step, each on its day: up to a stage, or to the day on which it is told. */
import type { Entry } from '#engine'
import { addDays, addMonths, addYears, type Day } from '#kernel/day.ts'
import type { Delegate, Kind } from '../data.ts'
import { chance, figuresOf, inventedPeople, type SeedPerson, type Target, wagesOf } from './target.ts'

/** How far a bargaining has come. `silent` and `refused`: the firm did not answer. */
export const stages = [
  'offered',
  'served',
  'silent',
  'answered',
  'talks',
  'drafted',
  'atCongress',
  'rejected',
  'carried',
  'filed',
  'inForce',
] as const
export type Stage = (typeof stages)[number]

export interface Course {
  readonly target: Target
  readonly kind: Kind
  readonly stage: Stage
  readonly start: Day
  /** The same day, so many working days later. */
  readonly later: (from: Day, workingDays: number) => Day
}

export type SeedEntry = Entry & { readonly input?: Readonly<Record<string, unknown>> }

const topics: Readonly<Record<Kind, readonly string[]>> = {
  wage: ['企业最低工资', '年度工资增长幅度', '技能津贴', '夜班津贴和工作餐补贴', '技能竞赛和等级晋升奖励'],
  skillWages: ['技能津贴', '技能等级晋升奖励', '技能竞赛获奖奖励'],
  comprehensive: ['劳动报酬', '工作时间和休息休假', '保险福利'],
  safety: ['劳动安全卫生培训', '职业健康检查'],
  women: ['女职工专项体检', '孕期、产期、哺乳期保护'],
}
const skill: readonly string[] = ['skillAllowance', 'contestPrize', 'promotionReward']

const delegate = (person: SeedPerson, chief: boolean, job: string): Delegate => ({
  name: person.name,
  ...(person.id ? { personId: person.id } : {}),
  job,
  chief,
  outside: false,
  woman: false,
  dispatched: false,
})

/** How many delegates a full congress has, by the ordinance's scale, and how a vote went that passed. */
function voteOf({ firm }: Target, on: Day, passes: boolean) {
  const n = firm.employees
  const all = n < 100 ? 30 : n < 1_000 ? 40 + 7 * Math.floor((n - 100) / 100) : n < 5_000 ? 100 + 20 * Math.floor((n - 1_000) / 1_000) : 200
  const present = all - chance(`${firm.id} absent`, Math.max(1, Math.floor(all / 8)))
  const yes = passes ? Math.floor(all / 2) + 1 + chance(`${firm.id} yes`, present - Math.floor(all / 2) - 1) : Math.floor(all / 2) - 1
  const abstain = Math.min(3, present - yes)
  return {
    term: 2 + chance(`${firm.id} term`, 3),
    session: 1 + chance(`${firm.id} session`, 4),
    heldOn: on,
    form: 'congress',
    all,
    present,
    yes,
    no: present - yes - abstain,
    abstain,
  } as const
}

const chairOf = ({ chair, workers, firm }: Target): SeedPerson => chair ?? workers[0] ?? inventedPeople(`${firm.id} chair`, 1)[0]!
const signs = ({ id, name }: SeedPerson) => ({ name, ...(id ? { person: id } : {}) })

/** The whole course, every step on its day; told up to the stage and the day by `told`. */
export function courseOf(course: Course): readonly SeedEntry[] {
  const { target, kind, start, later } = course
  const on = (workingDays: number): Day => later(start, workingDays)
  const { owner, firm, workers } = target
  const chair = chairOf(target)
  const others = [...workers, ...inventedPeople(firm.id, 10)].filter(
    ({ name }, at, all) => name !== chair.name && name !== target.representative?.name && all.findIndex((one) => one.name === name) === at,
  )
  const own = [chair, ...others].slice(0, 5)
  const firmPeople = [target.representative ?? others[4]!, ...others.slice(5, 9)].slice(0, firm.designated ? 5 : 3)
  const figures = figuresOf(target)
  const about = (clauses: typeof figures.met) =>
    kind === 'skillWages' ? clauses.filter(({ meaning }) => skill.includes(meaning)) : clauses
  const union = (step: string, days: number, input: object): SeedEntry => ({
    step,
    by: 'workers',
    on: on(days),
    ...signs(chair),
    input: input as Record<string, unknown>,
  })
  const firmSays = (step: string, days: number, input: object): SeedEntry => ({
    ...union(step, days, input),
    by: 'employer',
    recordedBy: 'workers',
  })
  const office = (step: string, days: number, input: object): SeedEntry => ({
    ...union(step, days, input),
    by: 'bureau',
    recordedBy: 'workers',
  })
  const room = `${firm.name}二楼会议室`
  const meeting = on(19)
  const minutes = (round: number) => ({
    round,
    recorder: '工会办公室记录员',
    recorderIsDelegate: false,
    present: '双方全体协商代表',
    summary: round === 1 ? '双方说明各自方案，就最低工资和增长幅度交换意见。' : '双方就全部条款达成一致。',
    signedByWorkers: true,
    signedByEmployer: true,
  })
  const year = Number(start.slice(0, 4))
  const since = firstOfNextMonth(on(36))
  const title = kind === 'skillWages' ? '能级工资专项集体合同' : kind === 'comprehensive' ? '集体合同' : '工资专项集体合同'
  const draft = {
    title: `${firm.name}${year}年度${title}`,
    since,
    until: addDays(addYears(since, 1), -1),
    clauses: about(figures.met),
    form: 'contract',
  }
  const failed = course.stage === 'rejected'
  const vote = voteOf(target, on(34), !failed)
  return [
    union('offer', 0, {
      by: 'workers',
      kind,
      purpose: 'first',
      company: { name: firm.name, organisationId: firm.id },
      topics: topics[kind],
      clauses: about(figures.asked),
      meetOn: on(19),
      meetAt: '14:00',
      place: room,
      delegates: own.map(({ name }) => name),
      onBehalf: false,
    }),
    union('serve', 1, { receivedOn: on(1), how: 'inPerson', receiver: '企业办公室', proof: '要约书签收单' }),
    firmSays('answer', 6, { by: 'employer', agrees: 'agree', meetOn: meeting, meetAt: '14:00', place: room }),
    union('nameWorkers', 7, {
      delegates: own.map((one, at) => delegate(one, at === 0, at === 0 ? '工会主席' : '职工代表')),
      postedOn: on(7),
      postedAt: '厂区公告栏',
      chosenBy: 'congress',
    }),
    firmSays('nameEmployer', 8, {
      delegates: firmPeople.map((one, at) => delegate(one, at === 0, at === 0 ? '副总经理' : '部门负责人')),
      postedOn: on(8),
      postedAt: '厂区公告栏',
      chosenBy: 'employer',
      delegation: '法定代表人书面委托',
    }),
    union('askMaterials', 8, { wants: ['上年度营业收入和利润', '工资总额', '分工种、分等级的工资表'], meetingOn: meeting }),
    firmSays('supplyMaterials', 10, {
      year: year - 1,
      revenueFen: firm.employees * 84_000_000,
      revenueGrowth: 680,
      profitFen: firm.employees * 6_300_000,
      profitGrowth: 410,
      payrollFen: wagesOf(target).reduce((sum, { people, monthlyFen }) => sum + people * monthlyFen * 12, 0),
      workers: firm.employees,
      current: figures.current,
      wages: wagesOf(target),
      suppliedOn: on(10),
    }),
    union('setMeeting', 10, { day: meeting, start: '14:00', place: room, chairedBy: 'workers', agenda: '逐条协商', late: 'none' }),
    firmSays('propose', 14, { side: 'employer', round: 1, clauses: about(figures.countered) }),
    union('recordMeeting', 19, minutes(1)),
    union('setMeeting', 19, { day: on(27), start: '14:00', place: room, chairedBy: 'employer', agenda: '第二轮', late: 'none' }),
    union('propose', 21, { side: 'workers', round: 2, clauses: about(figures.met) }),
    firmSays('propose', 27, { side: 'employer', round: 2, clauses: about(figures.met) }),
    union('recordMeeting', 27, minutes(2)),
    firmSays('draft', 28, draft),
    union('convene', 29, { term: vote.term, session: vote.session, onDay: on(34), place: '职工活动中心', form: 'congress' }),
    union(failed ? 'reject' : 'carry', 34, vote),
    union('signWorkers', 35, { name: chair.name, signedOn: on(35) }),
    firmSays('signEmployer', 35, { name: firmPeople[0]!.name, signedOn: on(35) }),
    firmSays('file', 37, { to: '区人力资源和社会保障局', copies: 5, explanation: true }),
    office('receive', 38, { receivedOn: on(38), number: `收〔${year}〕${100 + chance(`${owner.id} receipt`, 900)}号` }),
  ]
}

const firstOfNextMonth = (day: Day): Day => `${addMonths(day, 1).slice(0, 7)}-01` as Day

/** After the law has put the contract into force: made known to all, and to the union above. */
export const afterEffect = (course: Course, effect: Day): readonly SeedEntry[] => {
  const { target, later } = course
  const chair = chairOf(target)
  const step = (name: string, days: number, input: Record<string, unknown>): SeedEntry => ({
    step: name,
    by: 'workers',
    on: later(effect, days),
    ...signs(chair),
    input,
  })
  return [
    step('publish', 2, { publishedOn: later(effect, 2), how: '厂区公告栏和企业微信群', photo: '公示照片' }),
    step('copyUp', 3, { to: '街道总工会' }),
  ]
}

/** The last step of each stage. */
export const lastStep: Readonly<Record<Stage, string>> = {
  offered: 'offer',
  served: 'serve',
  silent: 'serve',
  answered: 'supplyMaterials',
  talks: 'recordMeeting',
  drafted: 'draft',
  atCongress: 'convene',
  rejected: 'reject',
  carried: 'carry',
  filed: 'receive',
  inForce: 'receive',
}
