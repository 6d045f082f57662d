/** The five teams of the invented district: members of unions with cards, examinations and terms, some of them about to end or lapsed. */
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { demoId } from '../../demo-id.ts'
import { chance, type Chance } from '../chance.ts'
import { dayNumbered, numberOf } from '../days.ts'
import type { WorkerRow } from '../people/workers.ts'
import type { PeoplePlan } from '../plan.ts'

type Team = 'mediator' | 'supervisor' | 'instructor' | 'informant' | 'volunteer'

export interface TeamRow {
  readonly id: Id
  readonly team: Team
  readonly person: Id
  readonly organisation: Id
  readonly cardNumber?: string
  readonly trainedOn?: Day
  readonly trainingHours?: number
  readonly examinedOn?: Day
  readonly examPassed?: boolean
  readonly certifiedBy?: string
  readonly registration?: string
  readonly loadLimit?: number
  readonly areas: readonly string[]
  readonly since: Day
  readonly until: Day
}

/** Of the supervisors more than three hundred count today; the others lack their examination or their term is over. */
const sizes: readonly (readonly [Team, number])[] = [
  ['supervisor', 372],
  ['mediator', 148],
  ['informant', 210],
  ['instructor', 64],
  ['volunteer', 46],
]
const areas = ['工资', '工时休假', '社会保险', '劳动合同', '安全卫生', '女职工保护'] as const

/** Members of a firm's own union, spread over the district, nobody twice. */
export function teamRows(people: PeoplePlan, today: Day): readonly TeamRow[] {
  const all = sizes.reduce((sum, [, many]) => sum + many, 0)
  const step = Math.floor(people.many / all)
  let at = 0
  return sizes.flatMap(([team, many]) =>
    Array.from({ length: many }, (_, n) => {
      const person = memberFrom(people, at++ * step, step)
      return memberOf(team, n, person, today)
    }),
  )
}

function memberFrom(people: PeoplePlan, from: number, most: number): WorkerRow {
  const found = people
    .some(from, Math.min(most, 60))
    .find((one) => one.active && one.firm && one.union && one.memberSince && !one.elsewhere && one.education >= 3)
  return found ?? people.some(from, most).find((one) => one.active && one.union) ?? people.some(from, 1)[0]!
}

function memberOf(team: Team, n: number, { id: person, union, unit }: WorkerRow, today: Day): TeamRow {
  const by = chance(`${team} ${n}`)
  const now = numberOf(today)
  const years = team === 'supervisor' || team === 'mediator' ? 5 : 3
  // One in twenty is over, one in twelve ends within two months.
  const left = by.often(0.05) ? -1 - by.below(200) : by.often(0.08) ? by.below(60) : 61 + by.below(years * 365 - 120)
  const until = dayNumbered(now + left)
  const since = dayNumbered(now + left - years * 365 + 1)
  return {
    id: demoId(`team ${team} ${n}`),
    team,
    person,
    organisation: team === 'instructor' || team === 'volunteer' || !union ? unit : union,
    areas: team === 'informant' ? [] : [by.pick(areas)],
    since,
    until,
    ...(team === 'instructor' && { loadLimit: 12 }),
    ...(team === 'volunteer' && { registration: `339999${String(2_010 + by.below(15))}1${String(by.below(1e6)).padStart(6, '0')}` }),
    ...qualification(team, n, since, by),
  }
}

function qualification(team: Team, n: number, since: Day, by: Chance): Partial<TeamRow> {
  const trained = { trainedOn: addDays(since, -30 - by.below(40)), trainingHours: 24 + 8 * by.below(4) }
  if (team !== 'supervisor') return team === 'informant' || team === 'volunteer' ? {} : trained
  if (by.often(0.03)) return trained
  const examined = { examinedOn: addDays(since, -5 - by.below(20)), examPassed: true, certifiedBy: '杭州市总工会' }
  return { ...trained, ...examined, cardNumber: `演示监督${String(1_001 + n)}` }
}
