/** Writes the demonstration's bargainings and contracts: read from the register who bargains, told step by step as the law lets them, written as logs. */
import { dueOf, type Entry, factsOf, lawStepsOf, type Now, refusal } from '#engine'
import { type Told, writeMany } from '#engine/upkeep/bulk.server.ts'
import { fillIn } from '#engine/store/kept/fill.server.ts'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { count, workingDays } from '#law'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { setImmediate as breath } from 'node:timers/promises'
import bargaining from '../index.ts'
import { bargainingLookups } from '../lookups.server.ts'
import { afterEffect, courseOf, lastStep, type SeedEntry } from './course.ts'
import { plan, type Planned } from './plan.ts'
import type { SeedPerson, Target } from './target.ts'

export interface Seeding {
  readonly db: Database
  readonly district: Id
  readonly now: Now
  /** `past`: contracts that have run out. */
  readonly wanted: { readonly open: number; readonly contracts: number; readonly workers: number; readonly past: number }
  /** Firms that the stories need for themselves, and what some firms must be in the middle of. */
  readonly without: readonly Id[]
  readonly placed?: readonly (Pick<Planned, 'kind' | 'stage' | 'start'> & { readonly firm: Id })[]
  readonly progress?: (done: number, of: number) => void
}

interface FirmRow {
  readonly owner: Target['owner']
  readonly firm: Target['firm']
  readonly busy: boolean
}

const unions = `
select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'unit', u.unit_id, 'path', u.path) as owner,
  json_build_object('id', f.id, 'name', f.name, 'employees', f.employees, 'designated', f.designated) as firm,
  exists (select from case_file c where c.district_id = u.district_id and c.owner_id = u.id and c.procedure = 'collective-bargaining') as busy
from organisation u join organisation f on f.district_id = u.district_id and f.id = u.firm_id
where u.district_id = $1 and u.kind = 'union' and u.standing = 'standing' and f.standing = 'standing' and f.employees >= 25 and u.unit_id is not null
order by u.id`

const people = `
select (select json_build_object('id', p.id, 'name', p.name) from post t join person p on p.district_id = t.district_id and p.id = t.person_id
    where t.district_id = $1 and t.organisation_id = $2 and t.kind = 'unionChair' and t.until is null limit 1) as chair,
  (select json_build_object('id', p.id, 'name', p.name) from post t join person p on p.district_id = t.district_id and p.id = t.person_id
    where t.district_id = $1 and t.organisation_id = $3 and t.kind = 'firmRepresentative' and t.until is null limit 1) as representative,
  coalesce((select json_agg(w) from (select id, name from person where district_id = $1 and firm_id = $3 and active order by sort_name limit 12) w), '[]') as workers`

/** Told cases stay told, whatever has become of them since: a later start never tells more than the first one would have. */
const soFar = `
select (select count(*)::int from case_file c where c.district_id = $1 and c.procedure = 'collective-bargaining' and exists (
    select from case_step s where s.district_id = c.district_id and s.case_id = c.id and s.seq = 1 and starts_with(s.key, 'told:'))) as told,
  count(distinct c.case_id)::int as contracts, coalesce(sum(f.employees), 0)::int as workers
from contract c join contract_cover v on v.district_id = c.district_id and v.case_id = c.case_id
join organisation f on f.district_id = v.district_id and f.id = v.firm_id
where c.district_id = $1 and c.level = 'enterprise' and c.since <= $2 and c.until >= $2`

/** What is still to be told to come to the numbers wanted; a house that was cut off goes on. */
async function remaining({ db, district, now, wanted, without, placed = [] }: Seeding): Promise<readonly Planned[]> {
  const house = houseScope(district)
  const [rows, [done]] = await Promise.all([
    db.ask<FirmRow>(house, unions, [district]),
    db.ask<{ told: number; contracts: number; workers: number }>(house, soFar, [district, now.today]),
  ])
  const { told, contracts, workers } = done!
  const left = placed.length + wanted.open + wanted.past + wanted.contracts - told
  if (left <= 0) return []
  const apart = new Set([...without, ...placed.map(({ firm }) => firm)])
  const idle = rows.filter(({ busy }) => !busy)
  const first = placed.flatMap(({ firm, ...at }): Planned[] => {
    const target = idle.find((one) => one.firm.id === firm)
    return target ? [{ ...at, target }] : []
  })
  const signed = Math.min(left - first.length, Math.max(0, wanted.contracts - contracts))
  const past = Math.min(wanted.past, left - first.length - signed)
  const counts = { open: left - first.length - signed - past, past, contracts: signed, workers: Math.max(0, wanted.workers - workers) }
  return [
    ...first,
    ...plan(
      idle.filter(({ firm }) => !apart.has(firm.id)),
      counts,
      now.today,
      now.calendar,
    ),
  ]
}

/** Twenty cases at a time, with a breath between, so that a house at work stays responsive. Answers how many it told. */
export async function seedBargaining(seeding: Seeding): Promise<number> {
  const { db, district, now } = seeding
  const planned = await remaining(seeding)
  for (let from = 0; from < planned.length; from += 20) {
    const some = planned.slice(from, from + 20)
    const told = await db.within(houseScope(district), async (q) => {
      const logs: Told[] = []
      for (const one of some) logs.push(await toldOf(q, seeding, one))
      return logs
    })
    await writeMany({ db, district, m: bargaining, now, ownerOf: () => undefined }, told)
    seeding.progress?.(Math.min(from + 20, planned.length), planned.length)
    await breath()
  }
  return planned.length
}

async function toldOf(q: Query, { district, now }: Seeding, planned: Planned): Promise<Told> {
  const [known] = await q<{ chair: SeedPerson | null; representative: SeedPerson | null; workers: readonly SeedPerson[] }>(people, [
    district,
    planned.target.owner.id,
    planned.target.firm.id,
  ])
  const target: Target = {
    ...planned.target,
    chair: known?.chair ?? undefined,
    representative: known?.representative ?? undefined,
    workers: known?.workers ?? [],
  }
  const later = (from: Day, n: number): Day =>
    n === 0 ? from : count({ start: from, period: workingDays(n), direction: 'after', calendar: now.calendar }).last
  const course = { ...planned, target, later }
  const log = await play(q, district, target, courseOf(course), lastStep[planned.stage], now)
  const { unit, ...owner } = target.owner
  return { owner: { ...owner, ...(unit ? { unit } : {}) }, log: await untilToday(q, district, target, course, log, now) }
}

/** The steps as far as today, the stage and the law allow: a step that is refused ends the telling. */
async function play(
  q: Query,
  district: Id,
  { owner, firm }: Target,
  script: readonly SeedEntry[],
  last: string,
  now: Now,
  before: readonly Entry[] = [],
): Promise<readonly Entry[]> {
  const log = [...before]
  for (const typed of script) {
    if (typed.on > now.today) return log
    const known = factsOf(bargaining.procedure, log)
    const about = {
      m: bargaining,
      lookups: { 'collective-bargaining': bargainingLookups },
      region: now.region,
      owner: { ...owner, firm: firm.id },
      known,
    }
    const entry = await fillIn(q, district, about, typed)
    if (refusal(bargaining.procedure, log, entry, { ...now, today: entry.on })) return log
    log.push(entry)
    if (entry.step === last) return log
  }
  return log
}

/** The law's own step, and what follows it. */
async function untilToday(
  q: Query,
  district: Id,
  target: Target,
  course: Parameters<typeof afterEffect>[0],
  log: readonly Entry[],
  now: Now,
): Promise<readonly Entry[]> {
  if (course.stage !== 'inForce') return log
  const [effect] = lawStepsOf(bargaining.procedure, dueOf(bargaining.procedure, log, now), now.today).filter(
    ({ step }) => step === 'takeEffect',
  )
  if (!effect) return log
  const inForce: readonly Entry[] = [...log, { step: effect.step, by: 'law', on: effect.on }]
  const known = await play(q, district, target, afterEffect(course, effect.on), 'copyUp', now, inForce)
  const [end] = lawStepsOf(bargaining.procedure, dueOf(bargaining.procedure, known, now), now.today).filter(({ step }) => step === 'expire')
  return end ? [...known, { step: end.step, by: 'law', on: end.on }] : known
}
