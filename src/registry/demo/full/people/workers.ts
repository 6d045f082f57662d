/** One invented person after another, each from a number alone: who they are, where they work, are members and have been. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Sex } from '../../../id-number.ts'
import { chance, type Chance } from '../chance.ts'
import { type FreePart, type Part, platforms, type Workplace } from './crowd.ts'
import { dayNumbered, numberOf } from '../days.ts'
import { demoName } from './names.ts'
import { demoIdNumber, demoPhone, numberedId } from '../numbers.ts'
import { ages, educationOf, isMan, jobOf, skillOf } from './trades.ts'
import { jointUnionId, freightFederation } from '../firms/organisations.ts'

export interface EngagementRow {
  readonly id: Id
  readonly person: Id
  readonly at: Id
  readonly kind: 'employment' | 'membership' | 'platform'
  readonly job?: string
  readonly since: Day
  readonly until?: Day
  readonly approvedOn?: Day
  readonly endedHow?: 'left' | 'transferred' | 'retired'
  readonly movedTo?: string
}

export interface WorkerRow {
  readonly id: Id
  readonly surname: string
  readonly given: string
  readonly sex: Sex
  readonly birth: Day
  readonly skill?: number
  readonly education: number
  readonly idNumber: string
  readonly phone: string
  readonly unit: Id
  readonly firm?: Id
  readonly union?: Id
  readonly elsewhere?: readonly Id[]
  readonly memberSince?: Day
  readonly active: boolean
  readonly engagements: readonly EngagementRow[]
}

/** A power of two above the number of all people: each number leads to another place on the line of births. */
const places = 2 ** 19

export interface Births {
  readonly day: Int32Array
  readonly rank: Uint16Array
}

/** The line of births as of that day: for each place the day, and the how-manieth of that day it is. */
export function birthsOn(today: Day): Births {
  const now = numberOf(today)
  const sum = ages.reduce((total, [, weight]) => total + weight, 0)
  const [day, rank] = [new Int32Array(places), new Uint16Array(places)]
  let at = 0
  let upTo = 0
  for (const [age, weight] of ages) {
    const from = at
    upTo += weight
    const to = Math.round((upTo / sum) * places)
    for (; at < to; at++) {
      day[at] = now - Math.floor((age + (at - from) / (to - from)) * 365.25) - 1
      rank[at] = at > 0 && day[at - 1] === day[at] ? rank[at - 1]! + 1 : 0
    }
  }
  return { day, rank }
}

export interface Making {
  readonly now: number
  readonly births: Births
  /** Somewhere to have worked before. */
  readonly elsewhere: readonly Workplace[]
  readonly takenPhones: ReadonlySet<string>
}

const share = { member: 0.93, waiting: 0.004, before: 0.06, platform: 0.78, rider: 0.64 } as const
const drivers = jointUnionId('drivers')
const other = 700_000

/** The n-th person, the `order`-th of the part. */
export function worker(n: number, part: Part, making: Making): WorkerRow {
  const by = chance(n + 1)
  const place = (n * 324_509 + 71) % places
  const sex: Sex = isMale(part, by) ? 'male' : 'female'
  const bornOn = making.births.day[place]!
  const birth = dayNumbered(bornOn)
  const phone = demoPhone(n)
  const of = { n, by, grown: Math.max(0, making.now - bornOn - 17 * 365), making }
  const sector = 'at' in part ? part.at.sector : 'freight'
  const skill = skillOf(sector, by)
  const year = Number(birth.slice(0, 4))
  return {
    id: numberedId('de300001', n),
    ...demoName(by, sex, year),
    sex,
    birth,
    ...(skill && { skill }),
    education: educationOf(year, by),
    idNumber: demoIdNumber(birth, making.births.rank[place]!, sex),
    phone: making.takenPhones.has(phone) ? demoPhone(n + other) : phone,
    ...belonging(of, part),
  }
}

function belonging(of: Of, part: Part): Belonging {
  switch (part.kind) {
    case 'workers':
      return employed(of, part.at, jobOf(part.at.sector, of.by))
    case 'drivers':
      return employedDriver(of, part.at)
    case 'left':
      return hasLeft(of, part.at)
    case 'freeDrivers':
    case 'riders':
      return unemployed(of, part)
  }
}

const isMale = (part: Part, by: Chance): boolean =>
  part.kind === 'workers' || part.kind === 'left' ? isMan(part.at.sector, by) : by.often(part.kind === 'riders' ? 0.88 : 0.96)

interface Of {
  readonly n: number
  readonly by: Chance
  /** Days since they may work. */
  readonly grown: number
  readonly making: Making
}

type Belonging = Pick<WorkerRow, 'unit' | 'firm' | 'union' | 'elsewhere' | 'memberSince' | 'active' | 'engagements'>

const row = ({ n }: Of, order: number, rest: Omit<EngagementRow, 'id' | 'person'>): EngagementRow => ({
  id: numberedId(`de30000${order + 2}`, n),
  person: numberedId('de300001', n),
  ...rest,
})

/** Most have been there for a few years, some for twenty. */
const tenure = ({ by, grown }: Of, most: number): number =>
  Math.max(3, Math.min(grown, most - 1, 10 + Math.floor(-Math.log(1 - by.next()) * 1_300)))

function employed(of: Of, at: Workplace, job: string): Belonging {
  const { by, making } = of
  const days = tenure(of, at.age)
  const since = dayNumbered(making.now - days)
  const work = row(of, 0, { at: at.firm, kind: 'employment', job, since })
  const engagements = [...before(of, at, days), work]
  const belongs = { unit: at.unit, firm: at.firm, active: true, ...(at.union && { union: at.union }) }
  if (!at.joins || !by.often(share.member)) return { ...belongs, engagements }
  const joined = Math.max(1, Math.min(days, at.unionAge!) - by.below(120))
  const on = dayNumbered(making.now - joined)
  const waits = by.often(share.waiting) && joined < 200
  const membership = row(of, 1, { at: at.union!, kind: 'membership', since: on, ...(!waits && { approvedOn: on }) })
  return { ...belongs, ...(!waits && { memberSince: on }), engagements: [...engagements, membership] }
}

/** A job before, now and then; it ended the day before this one began or some weeks earlier. */
function before(of: Of, at: Workplace, days: number): readonly EngagementRow[] {
  const { by, making, grown } = of
  if (!by.often(share.before)) return []
  const earlier = by.pick(making.elsewhere)
  const ended = days + 1 + by.below(50)
  const began = ended + 60 + by.below(1_500)
  if (earlier.firm === at.firm || began > Math.min(grown, earlier.age)) return []
  return [
    row(of, 2, {
      at: earlier.firm,
      kind: 'employment',
      job: jobOf(earlier.sector, by),
      since: dayNumbered(making.now - began),
      until: dayNumbered(making.now - ended),
      endedHow: by.often(0.3) ? 'transferred' : 'left',
    }),
  ]
}

/** Members of the drivers' union of the freight federation, wherever their firm stands. */
function employedDriver(of: Of, at: Workplace): Belonging {
  const { by, making } = of
  const days = tenure(of, at.age)
  const on = dayNumbered(making.now - Math.max(1, Math.min(days, 1_240) - by.below(200)))
  return {
    unit: at.unit,
    firm: at.firm,
    union: drivers,
    elsewhere: [freightFederation],
    memberSince: on,
    active: true,
    engagements: [
      row(of, 0, { at: at.firm, kind: 'employment', job: '货车司机', since: dayNumbered(making.now - days) }),
      row(of, 1, { at: drivers, kind: 'membership', since: on, approvedOn: on }),
    ],
  }
}

function hasLeft(of: Of, at: Workplace): Belonging {
  const { by, making, grown } = of
  const ended = Math.min(at.age - 2, 1 + by.below(900))
  const began = Math.max(ended + 1, Math.min(at.age, grown, ended + 30 + by.below(1_600)))
  const since = dayNumbered(making.now - began)
  const until = dayNumbered(making.now - Math.max(1, ended))
  const how = grown > 40 * 365 ? 'retired' : by.often(0.2) ? 'transferred' : 'left'
  const moved = how === 'transferred' ? { movedTo: by.pick(['萧山区', '上城区', '余杭区', '绍兴市柯桥区', '宁波市']) } : {}
  const work = row(of, 0, { at: at.firm, kind: 'employment', job: jobOf(at.sector, by), since, until, endedHow: how, ...moved })
  const wasMember = at.joins && at.unionAge! > began && by.often(share.member)
  const membership = { at: at.union!, kind: 'membership', since, until, approvedOn: since, endedHow: how } as const
  return { unit: at.unit, active: false, engagements: wasMember ? [work, row(of, 1, membership)] : [work] }
}

/** Drivers with a truck of their own and riders: members of a joint union, most on a platform, without an employer. */
function unemployed(of: Of, part: FreePart): Belonging {
  const { by, making } = of
  const riding = part.kind === 'riders'
  const days = tenure(of, part.age)
  const since = dayNumbered(making.now - days)
  const platform = riding ? platforms.riders : platforms.drivers
  const linked = riding || by.often(share.platform)
  const joins = !riding || by.often(share.rider)
  const on = dayNumbered(making.now - Math.max(1, days - by.below(90)))
  const link = row(of, 0, { at: platform, kind: 'platform', job: riding ? '骑手' : '货车司机', since })
  const membership = row(of, 1, { at: part.union, kind: 'membership', since: on, approvedOn: on })
  return {
    unit: part.unit,
    ...(joins && { union: part.union, memberSince: on }),
    ...(linked && { elsewhere: [platform] }),
    active: true,
    engagements: [...(linked ? [link] : []), ...(joins ? [membership] : [])],
  }
}
