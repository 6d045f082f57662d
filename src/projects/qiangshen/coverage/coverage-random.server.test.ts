/** Coverage against a plain count on districts made up at random: firms that end, move, grow and shrink; contracts of every kind, term and standing. */
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, day, earlierOf } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { indicatorRoutes } from '#indicators/routes.server.ts'
import type { IndicatorsWire, ItemWire } from '#indicators/wire.ts'
import { type ContractKind, type ContractLevel, notInForceYet } from '#registry/contracts/contract.ts'
import { putContract } from '#registry/contracts/contracts-for-tests.server.ts'
import { demoDistrict, organisationId } from '#registry/demo.ts'
import { testRegistry } from '#registry/testing/registry-for-tests.server.ts'
import { indicators } from '../../indicators.ts'

const { db, app, directory, signIn } = await testRegistry()
const today = day('2026-11-22')
indicatorRoutes(app, { db, directory, indicators, today: () => today, instant: () => new Date('2026-11-22T04:00:00Z') })
const at = demoDistrict.id
const units = [organisationId('baiyang'), organisationId('xiasha')] as const

let seed = 20_261_122
const below = (n: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return (seed >>> 8) % n
}
const often = (percent: number): boolean => below(100) < percent
const oneOf = <T>(all: readonly T[]): T => all[below(all.length)]!
const anyDay = (): Day => addDays(day('2025-01-01'), below(900))

interface Stretch<T> {
  readonly since: Day
  readonly until: Day | null
  readonly value: T
}
interface Firm {
  readonly id: Id
  readonly since: Day
  readonly until: Day | null
  readonly places: readonly Stretch<Id>[]
  readonly employees: readonly Stretch<number>[]
  readonly designated: readonly Stretch<boolean>[]
  readonly union: Day | null
}
interface Contract {
  readonly id: Id
  readonly kind: ContractKind
  readonly level: ContractLevel
  readonly minutes: boolean
  readonly version: number
  readonly signedOn: Day
  readonly since: Day
  readonly until: Day
  readonly pays: boolean
  readonly covers: readonly { readonly firm: Id; readonly since: Day; readonly until: Day }[]
}

/** One to three stretches from the first day on, with gaps where `gaps`. */
function stretches<T>(since: Day, value: () => T, gaps = false): readonly Stretch<T>[] {
  const cuts = Array.from({ length: below(3) }, anyDay).filter((cut) => cut > since)
  const starts = [...new Set([since, ...cuts])].toSorted()
  return starts.flatMap((start, n) =>
    gaps && often(30) ? [] : [{ since: start, until: n + 1 < starts.length ? addDays(starts[n + 1]!, -1) : null, value: value() }],
  )
}

const firms: Firm[] = []
const contracts: Contract[] = []

async function putFirm(n: number): Promise<void> {
  const since = often(70) ? day('2020-01-01') : anyDay()
  const firm: Firm = {
    id: newId(),
    since,
    until: often(25) ? addDays(since, 300 + below(2_500)) : null,
    places: stretches(since, () => oneOf(units)),
    employees: stretches(since, () => below(900) + 1, true),
    designated: stretches(since, () => often(60), true),
    union: often(50) ? anyDay() : null,
  }
  firms.push(firm)
  const now = firm.places.at(-1)!.value
  await db.owner(
    `insert into organisation (district_id, id, kind, name, short_name, parent_id, unit_id, path, since, until, sort_name) values ($1, $2, 'firm', $3, $3, $4, $4, $5, $6, $7, $3)`,
    [at, firm.id, `随机${n}号有限公司`, now, [at, now, firm.id], since, firm.until],
  )
  for (const { since, until, value } of firm.places)
    await db.owner(
      'insert into organisation_place (district_id, id, organisation_id, parent_id, unit_id, since, until) values ($1, $2, $3, $4, $4, $5, $6)',
      [at, newId(), firm.id, value, since, until],
    )
  const facts = [...firm.employees.map((one) => ['employees', one] as const), ...firm.designated.map((one) => ['designated', one] as const)]
  for (const [fact, { since, until, value }] of facts)
    await db.owner(
      `insert into organisation_fact (district_id, id, organisation_id, fact, value, since, until, source) values ($1, $2, $3, $4, $5::jsonb, $6, $7, '名录')`,
      [at, newId(), firm.id, fact, JSON.stringify(value), since, until],
    )
  if (firm.union)
    await db.owner(
      `insert into organisation (district_id, id, kind, name, short_name, parent_id, unit_id, path, firm_id, since, sort_name)
       values ($1, $2, 'union', $3, $3, $4, $4, $5, $6, $7, $3)`,
      [at, newId(), `随机${n}号工会`, now, [at, now], firm.id, firm.union],
    )
}

async function putAny(): Promise<void> {
  const kind = oneOf(['wage', 'comprehensive', 'safety', 'skillWages'] as const)
  const level = oneOf(['enterprise', 'enterprise', 'industry', 'regional'] as const)
  const minutes = kind === 'skillWages' && often(40)
  const waiting = often(10)
  const signedOn = anyDay()
  const since = waiting ? notInForceYet : addDays(signedOn, below(60))
  const until = waiting ? notInForceYet : addDays(since, below(700))
  const wages = often(50)
  const chosen = [...new Set(Array.from({ length: level === 'enterprise' ? 1 : 1 + below(6) }, () => oneOf(firms).id))]
  const owner = oneOf(units)
  const id = await putContract(db.owner, at, {
    owner,
    unit: owner,
    firms: [],
    kind,
    level,
    minutes,
    signedOn,
    since,
    until,
    clauses: wages ? [{ meaning: 'wageGrowth', value: 500 }] : [{ meaning: 'meal', value: 1_500 }],
  })
  const version = often(15) ? 2 : 1
  if (version === 2) await db.owner('update contract set version = 2 where case_id = $1', [id])
  const covers = chosen.flatMap((firm) => {
    const left = !waiting && level !== 'enterprise' && often(30) ? addDays(since, below(200)) : until
    return [{ firm, since, until: earlierOf(left, until) }]
  })
  for (const cover of covers)
    await db.owner('insert into contract_cover (district_id, case_id, firm_id, since, until) values ($1, $2, $3, $4, $5)', [
      at,
      id,
      cover.firm,
      cover.since,
      cover.until,
    ])
  const pays = kind === 'wage' || kind === 'skillWages' || (kind === 'comprehensive' && wages)
  contracts.push({ id, kind, level, minutes, version, signedOn, since, until, pays, covers })
}

beforeAll(async () => {
  await db.owner(`update organisation set standing = 'proposed' where kind = 'firm'`)
  for (let n = 0; n < 40; n++) await putFirm(n)
  for (let n = 0; n < 70; n++) await putAny()
})

const holds = ({ since, until }: { readonly since: Day; readonly until: Day | null }, on: Day) => since <= on && (!until || on <= until)
const valueOn = <T>(all: readonly Stretch<T>[], on: Day): T | undefined => all.find((one) => holds(one, on))?.value
const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

/** The same numbers, counted as a clerk would with the files on the table. */
function counted(on: Day, unit: Id | undefined) {
  const stood = firms.filter((firm) => holds(firm, on) && (!unit || valueOn(firm.places, on) === unit))
  const here = new Set(stood.map(({ id }) => id))
  const running = contracts.filter(({ since, until }) => since <= on && on <= until)
  const binding = (firm: Id, which: (one: Contract) => boolean = ({ minutes }) => !minutes) =>
    running.filter((one) => which(one) && one.covers.some((cover) => cover.firm === firm && holds(cover, on)))
  const inForce = running.filter(({ minutes, covers }) => !minutes && covers.some((cover) => here.has(cover.firm) && holds(cover, on)))
  const signed = contracts.filter(
    ({ minutes, version, signedOn, covers }) =>
      !minutes &&
      version === 1 &&
      signedOn.slice(0, 4) === on.slice(0, 4) &&
      signedOn <= on &&
      (!unit || covers.some(({ firm }) => here.has(firm))),
  )
  const covered = stood.filter(({ id }) => binding(id).length > 0)
  const listed = stood.filter(({ designated }) => valueOn(designated, on) === true)
  return {
    contractsInForce: inForce.length,
    contractsSigned: signed.length,
    firmsCovered: covered.length,
    workersCovered: sumOf(covered.map(({ employees }) => valueOn(employees, on) ?? 0)),
    designated: listed.length,
    organised: listed.filter(({ union }) => union && union <= on).length,
    paid: listed.filter(({ id }) => binding(id, ({ minutes, pays }) => !minutes && pays).length > 0).length,
  }
}

const days = ['2025-01-01', '2025-06-30', '2025-12-31', '2026-01-01', '2026-05-17', '2026-08-09', '2026-11-22', '2027-03-03'].map(day)
const ask = async (as: { cookie: string }, on: Day, unit?: Id) =>
  (await app.inject({ url: `/api/indicators?day=${on}${unit ? `&unit=${unit}` : ''}`, headers: as })).json() as IndicatorsWire
const rows = async (as: { cookie: string }, id: string, part: string, on: Day, unit?: Id) =>
  (
    await app.inject({ url: `/api/indicators/${id}/items?limit=200&part=${part}&day=${on}${unit ? `&unit=${unit}` : ''}`, headers: as })
  ).json() as {
    items: readonly ItemWire[]
    total: number
  }
const told = ({ items }: IndicatorsWire) => {
  const of = (id: string) => items.find((one) => one.id === id)!
  return {
    ...Object.fromEntries(['contractsInForce', 'contractsSigned', 'firmsCovered', 'workersCovered'].map((id) => [id, of(id).value])),
    designated: of('designatedUnionRate').denominator,
    organised: of('designatedUnionRate').numerator,
    paid: of('designatedWageRate').numerator,
  }
}

describe('on every day, of the district and of each street', () => {
  test('the numbers are those of a plain count', async () => {
    const district = await signIn('district')
    for (const on of days)
      for (const unit of [undefined, ...units])
        expect({ on, unit, ...told(await ask(district, on, unit)) }).toEqual({ on, unit, ...counted(on, unit) })
  })
  test('a street asking without a unit is told its own', async () => {
    const street = await signIn('street')
    for (const on of days) expect({ on, ...told(await ask(street, on)) }).toEqual({ on, ...counted(on, units[0]) })
  })
  test('the streets together are the district, where firms and people are counted', async () => {
    const district = await signIn('district')
    for (const on of days) {
      const [whole, ...parts] = await Promise.all(
        [undefined, ...units].map(async (unit) => told(await ask(district, on, unit)) as Record<string, number>),
      )
      for (const id of ['firmsCovered', 'workersCovered', 'designated', 'organised', 'paid'])
        expect([on, id, sumOf(parts.map((one) => one[id]!))]).toEqual([on, id, whole![id]])
    }
  })
  test('the rows behind each number add up to it', async () => {
    const district = await signIn('district')
    for (const on of days.slice(3, 7))
      for (const { id, numerator, denominator, missing, parts, value, measure } of (await ask(district, on)).items) {
        const named = [
          ['numerator', measure === 'ratio' ? numerator! : value!] as const,
          ...(denominator === undefined ? [] : [['denominator', denominator] as const, ['missing', missing!.value] as const]),
          ...parts.map((part) => [part.part, part.value] as const),
        ]
        for (const [part, n] of named) {
          const { items, total } = await rows(district, id, part, on)
          const people = measure === 'people' && part !== 'unknown'
          expect([on, id, part, people ? sumOf(items.map(({ employees = 0 }) => employees)) : total]).toEqual([on, id, part, n])
          expect(new Set(items.map((one) => one.id)).size).toBe(items.length)
          expect(items.length).toBe(total)
        }
        for (const group of ['level', 'signing'])
          if (parts.some((part) => part.group === group))
            expect([on, id, group, sumOf(parts.filter((part) => part.group === group).map((part) => part.value))]).toEqual([
              on,
              id,
              group,
              value,
            ])
      }
  })
})
