/** Which organisations a list, a number or an export is about: one condition for all three, for today or as of a past day. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Caller } from '#platform/caller.ts'
import { organisationKindShape, ownershipShape, sectorShape, sizeShape, standingShape } from '../routes/organisation-shapes.ts'
import { organisationReach } from '../routes/lists.server.ts'

const yesNo = z.enum(['yes', 'no'])

export const organisationFilter = z.object({
  q: z.string().trim().max(60).optional(),
  kind: organisationKindShape.optional(),
  unit: z.uuid().optional(),
  street: z.uuid().optional(),
  sector: sectorShape.optional(),
  size: sizeShape.optional(),
  ownership: ownershipShape.optional(),
  /** What has ended is only shown when asked for. */
  standing: z.enum([...standingShape.options, 'all']).optional(),
  designated: yesNo.optional(),
  /** Of firms: with a union of their own or in a joint one, or without. */
  union: yesNo.optional(),
  /** A past day: what stood that day, with the facts and the units of that day. */
  on: z.iso.date().optional(),
})
export type OrganisationFilter = z.output<typeof organisationFilter>

export interface Selection {
  /** From and where; `o` is the organisation. */
  readonly from: string
  readonly values: readonly unknown[]
  readonly on?: Day
}

/** Rows of organisations that the caller may know of and that the filter means. */
export function selectionOf(caller: Caller, filter: OrganisationFilter, today: Day): Selection {
  const values: unknown[] = [caller.district]
  const value = (one: unknown): string => `$${values.push(one)}`
  const on = filter.on as Day | undefined
  const and = on ? [...pastConditions(caller, filter, on, value)] : [...presentConditions(caller, filter, today, value)]
  if (filter.kind) and.push(`o.kind = ${value(filter.kind)}`)
  if (filter.street) and.push(`o.street_id = ${value(filter.street)}::uuid`)
  return { from: `from organisation o where o.district_id = $1 ${and.map((one) => `\n and ${one}`).join('')}`, values, ...(on && { on }) }
}

type Value = (one: unknown) => string

/** Those the caller may know of: by the unit they lie in, and by name. */
function reach(caller: Caller, inTrees: (trees: string) => string, value: Value): readonly string[] {
  const { all, trees, units } = organisationReach(caller)
  if (all) return []
  const own = `o.id = any (${value(units)}::uuid[])`
  return [trees.length > 0 ? `(${inTrees(`${value(trees)}::uuid[]`)} or ${own})` : own]
}

function presentConditions(caller: Caller, filter: OrganisationFilter, today: Day, value: Value): readonly string[] {
  const and = [...reach(caller, (trees) => `o.unit_id = any (${trees})`, value)]
  for (const column of ['sector', 'size', 'ownership'] as const) if (filter[column]) and.push(`o.${column} = ${value(filter[column])}`)
  if (filter.unit) and.push(`o.unit_id = ${value(filter.unit)}::uuid`)
  if (filter.standing !== 'all') and.push(filter.standing ? `o.standing = ${value(filter.standing)}` : `o.standing <> 'ended'`)
  if (filter.designated) and.push(filter.designated === 'yes' ? 'o.designated' : 'not o.designated')
  if (filter.q) and.push(`strpos(o.search, ${value(filter.q.toLowerCase())}) > 0`)
  if (filter.union) and.push(organised(filter.union, value(today), `u.standing = 'standing'`))
  return and
}

function pastConditions(caller: Caller, filter: OrganisationFilter, on: Day, value: Value): readonly string[] {
  const day = `${value(on)}::date`
  const held = (row: string) => `${row}.since <= ${day} and (${row}.until is null or ${row}.until >= ${day})`
  const fact = (name: string, is: string) => `exists (select 1 from organisation_fact f
    where f.district_id = o.district_id and f.organisation_id = o.id and f.fact = '${name}' and ${held('f')} and ${is})`
  const lay = (where: string) =>
    `o.id in (select p.organisation_id from organisation_place p where p.district_id = $1 and ${held('p')} and ${where})`
  const and = [...reach(caller, (trees) => lay(`p.unit_id = any (${trees})`), value), held('o'), `o.standing <> 'proposed'`]
  for (const name of ['sector', 'size', 'ownership'] as const)
    if (filter[name]) and.push(fact(name, `f.value = to_jsonb(${value(filter[name])}::text)`))
  if (filter.unit) and.push(lay(`p.unit_id = ${value(filter.unit)}::uuid`))
  if (filter.designated) and.push(`${filter.designated === 'yes' ? '' : 'not '}${fact('designated', `f.value = 'true'::jsonb`)}`)
  if (filter.q) {
    const q = value(filter.q.toLowerCase())
    and.push(`(strpos(o.search, ${q}) > 0 or ${fact('name', `strpos(lower(f.value #>> '{}'), ${q}) > 0`)})`)
  }
  if (filter.union) and.push(organised(filter.union, day, `u.standing <> 'proposed' and ${held('u')}`))
  return and
}

// Two lists looked up by hash: written as EXISTS with OR it would be asked row by row.
const organised = (wanted: 'yes' | 'no', day: string, stands: string): string => `o.kind = 'firm' and ${wanted === 'no' ? 'not ' : ''}(
  o.id in (select u.firm_id from organisation u where u.district_id = $1 and u.kind = 'union' and u.firm_id is not null and ${stands})
  or o.id in (select c.firm_id from union_cover c where c.district_id = $1 and c.since <= ${day} and (c.until is null or c.until >= ${day})))`

/** What was true of an organisation that day, by fact. */
export const factsThen = (day: string, organisation: string): string => `
  (select coalesce(jsonb_object_agg(f.fact, f.value), '{}') from organisation_fact f
   where f.district_id = ${organisation}.district_id and f.organisation_id = ${organisation}.id
     and f.since <= ${day} and (f.until is null or f.until >= ${day}))`
