/** A regional or industry contract of the demonstration as it came about, each step on its day, from the offer to the notice. */
import type { Entry } from '#engine'
import { addDays, addMonths, addYears, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Clause } from '#law/clauses/clause.ts'

export interface RegionalTarget {
  readonly owner: {
    readonly id: Id
    readonly name: string
    readonly shortName: string
    readonly unit: Id | null
    readonly path: readonly Id[]
  }
  readonly level: 'industry' | 'regional'
  readonly firms: readonly { readonly organisationId: Id; readonly name: string }[]
  readonly chair: { readonly id?: Id; readonly name: string }
}

export interface RegionalCourse {
  readonly target: RegionalTarget
  readonly start: Day
  /** The same day, so many working days later. */
  readonly later: (from: Day, workingDays: number) => Day
}

const asked: readonly Clause[] = [
  { meaning: 'minimumWage', value: 285_000 },
  { meaning: 'wageGrowth', value: 600 },
  { meaning: 'hotWeather', value: 35_000 },
]
/** Above the minimum wage of the demonstration, and below what its firms settle by themselves. */
const met: readonly Clause[] = [
  { meaning: 'minimumWage', value: 270_000 },
  { meaning: 'wageGrowth', value: 300 },
  { meaning: 'hotWeather', value: 30_000 },
]
const person = (name: string, from: string, chief = false) => ({ name, from, chief, outside: false })

/** From the offer to the receipt of the office. */
export function regionalCourse({ target, start, later }: RegionalCourse): readonly Entry[] {
  const { owner, firms, chair, level } = target
  const on = (days: number): Day => later(start, days)
  const act = (step: string, days: number, by: string, input?: object): Entry => ({
    step,
    by,
    on: on(days),
    name: chair.name,
    ...(chair.id ? { person: chair.id } : {}),
    ...(by === 'workers' ? {} : { recordedBy: 'workers' }),
    ...(input ? { input } : {}),
  })
  const year = Number(start.slice(0, 4))
  const area = owner.name.replace(/(工会)?联合(会|工会)$/, '')
  const hall = `${owner.name}会议室`
  const meeting = on(20)
  const since = `${addMonths(on(34), 1).slice(0, 7)}-01` as Day
  const from = (at: number) => firms[at % firms.length]!.name
  return [
    act('offer', 0, 'workers', {
      by: 'workers',
      level,
      kind: 'wage',
      purpose: 'first',
      area,
      firms,
      topics: ['最低工资', '年度增长幅度', '高温津贴'],
      clauses: asked,
      meetOn: meeting,
      meetAt: '14:00',
      place: hall,
      delegates: [chair.name, '王建国', '李秀英'],
    }),
    act('serve', 1, 'workers', { receivedOn: on(1), how: 'inPerson', receiver: '各企业签收' }),
    act('answer', 6, 'employer', { agrees: 'agree', meetOn: meeting, meetAt: '14:00', place: hall }),
    act('nameWorkers', 7, 'workers', {
      delegates: [person(chair.name, owner.name, true), person('王建国', from(0)), person('李秀英', from(1))],
      approvedOn: on(7),
    }),
    act('nameEmployer', 8, 'employer', {
      delegates: [person('吴晓东', from(0), true), person('郑伟', from(1)), person('孙丽', from(2))],
      chosenBy: 'mandate',
      chiefElected: true,
    }),
    act('setMeeting', 10, 'workers', { day: meeting, start: '14:00', place: hall, chairedBy: 'workers' }),
    act('propose', 20, 'employer', { side: 'employer', round: 1, clauses: met }),
    act('propose', 20, 'workers', { side: 'workers', round: 1, clauses: met }),
    act('recordMeeting', 20, 'workers', {
      recorder: '沈佳',
      present: '双方代表全部到会',
      summary: '双方对三项标准达成一致。',
      signedByWorkers: true,
      signedByEmployer: true,
    }),
    act('draft', 22, 'employer', {
      title: `${area}${year}年度${level === 'industry' ? '行业性' : '区域性'}工资专项集体合同`,
      since,
      until: addDays(addYears(since, 1), -1),
      clauses: met,
    }),
    act('voteAtCongress', 30, 'workers', { term: 1, session: 2, heldOn: on(30), all: 60, present: 54, yes: 41 }),
    act('carry', 30, 'workers'),
    act('signWorkers', 31, 'workers', { name: chair.name, signedOn: on(31) }),
    act('signEmployer', 31, 'employer', { name: '吴晓东', signedOn: on(31) }),
    act('file', 33, 'employer', { to: '区人力资源和社会保障局', copies: 5, explanation: true }),
    act('receive', 34, 'bureau', { receivedOn: on(34) }),
  ]
}

/** After the law has put it into force. */
export const regionalEnding = ({ target, later }: RegionalCourse, effect: Day): readonly Entry[] => [
  {
    step: 'publish',
    by: 'workers',
    on: later(effect, 3),
    name: target.chair.name,
    ...(target.chair.id ? { person: target.chair.id } : {}),
    input: { publishedOn: later(effect, 3), how: '各企业公告栏' },
  },
]
