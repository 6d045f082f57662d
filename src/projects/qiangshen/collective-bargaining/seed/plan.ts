/** Which firms of the demonstration bargain, about what, and how far they have come on the day. Pure, and the same for the same district and day. */
import { addDays, type Day, laterOf } from '#kernel/day.ts'
import type { WorkCalendar } from '#law'
import type { Kind } from '../data.ts'
import type { Course, Stage } from './course.ts'
import { chance, type Target } from './target.ts'

/** What the article tells of a year: 380 contracts in force that cover 100,000 workers; four of them are regional or an industry's. */
export const whole = { contracts: 376, workers: 99_000, regional: 4 } as const

/** Working days before today on which a bargaining began that stands at this stage; a stage is not reached later than these. */
const begun: Readonly<Record<Exclude<Stage, 'inForce'>, readonly [least: number, most: number]>> = {
  offered: [0, 1],
  served: [2, 9],
  silent: [13, 20],
  answered: [11, 13],
  talks: [20, 25],
  drafted: [28, 29],
  atCongress: [30, 33],
  rejected: [35, 37],
  carried: [34, 35],
  filed: [39, 46],
}
/** Twice for what is common. */
const open: readonly Exclude<Stage, 'inForce'>[] = [
  'served',
  'talks',
  'silent',
  'filed',
  'answered',
  'offered',
  'atCongress',
  'served',
  'talks',
  'carried',
  'drafted',
  'rejected',
]

export type Planned = Omit<Course, 'target' | 'later'> & { readonly target: Pick<Target, 'owner' | 'firm'> }

/** So many working days before; a rest day counts as the working day before it. */
export function earlier(from: Day, workingDays: number, calendar: WorkCalendar): Day {
  let day = from
  while (!calendar.isWorking(day)) day = addDays(day, -1)
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, -1)
    if (calendar.isWorking(day)) left -= 1
  }
  return day
}

/** As many open bargainings as asked for first, then contracts in force until both numbers are reached or the firms run out. */
export function plan(
  firms: readonly Pick<Target, 'owner' | 'firm'>[],
  wanted: { readonly open: number; readonly contracts: number; readonly workers: number; readonly past: number },
  today: Day,
  calendar: WorkCalendar,
): readonly Planned[] {
  const shuffled = firms.toSorted((a, b) => chance(a.owner.id, 1_000_000) - chance(b.owner.id, 1_000_000))
  const talking = shuffled.slice(0, wanted.open).map((target, at): Planned => {
    const stage = open[at % open.length]!
    const [least, most] = begun[stage]
    return {
      target,
      kind: kindOf(target),
      stage,
      start: earlier(today, least + chance(`${target.owner.id} start`, most - least + 1), calendar),
    }
  })
  const past = shuffled.slice(wanted.open, wanted.open + wanted.past)
  const signed = covering(shuffled.slice(wanted.open + wanted.past), wanted.contracts, wanted.workers)
  return [
    ...talking,
    ...past.map(
      (target): Planned => ({
        target,
        kind: kindOf(target),
        stage: 'inForce',
        start: addDays(today, -450 - chance(`${target.owner.id} past`, 230)),
      }),
    ),
    ...signed.map(
      (target, at): Planned => ({ target, kind: kindOf(target), stage: 'inForce', start: signedFrom(target, at, signed.length, today) }),
    ),
  ]
}

const kindOf = ({ owner }: Pick<Target, 'owner'>): Kind => {
  const roll = chance(`${owner.id} kind`, 10)
  return roll < 7 ? 'wage' : roll < 9 ? 'skillWages' : 'comprehensive'
}

/** So many firms that together have about so many workers: each is taken if it is neither far above nor far below the mean still wanted. */
function covering<T extends Pick<Target, 'firm'>>(firms: readonly T[], contracts: number, workers: number): readonly T[] {
  const taken: T[] = []
  let left = workers
  for (const one of firms) {
    const open = contracts - taken.length
    if (open === 0) break
    const mean = left / open
    const { employees } = one.firm
    if (open > 1 && (employees > mean * 2.5 || employees < mean * 0.3)) continue
    if (open === 1 && Math.abs(employees - mean) > mean * 0.5) continue
    taken.push(one)
    left -= employees
  }
  return taken
}

/** Offers of the year, most of them in spring, early enough that the contract is in force today. */
function signedFrom({ owner }: Pick<Target, 'owner'>, at: number, of: number, today: Day): Day {
  const last = addDays(today, -90)
  const first = laterOf(addDays(today, -320), `${last.slice(0, 4)}-01-04` as Day)
  const days = Math.max(1, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000))
  const spring = at % 3 === 0 ? chance(`${owner.id} day`, days) : chance(`${owner.id} spring`, Math.ceil(days / 2))
  return addDays(first, Math.min(days - 1, spring + (of > 0 ? at % 3 : 0)))
}
