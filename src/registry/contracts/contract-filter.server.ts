/** Which contracts a list, a number or a file is about: one condition for all three, within the caller's reach. */
import { z } from 'zod'
import { addDays, type Day } from '#kernel/day.ts'
import type { Caller } from '#platform/caller.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { organisationReach } from '../routes/lists.server.ts'
import { contractKindShape, contractLevelShape, meaningShape } from './contract-wire.ts'

/** 续订: the days before the end in which either side may ask for a renewal (省 30, 市 23). */
export const renewalDays = 90

export const contractFilter = z.object({
  /** Words of the title, the number, a clause, or the name of who concluded it. */
  q: z.string().trim().max(60).optional(),
  kind: contractKindShape.optional(),
  level: contractLevelShape.optional(),
  /** Signed minutes on skill-grade wages stand in the register too, but are no contract. */
  form: z.enum(['contract', 'minutes']).optional(),
  unit: z.uuid().optional(),
  /** In force on this day; today where neither this nor a year of signing is asked for. */
  on: dayShape.optional(),
  signedIn: z.coerce.number().int().min(2000).max(2099).optional(),
  /** Ends within the ninety days from the day on. */
  expiring: z.enum(['yes']).optional(),
  /** Has a clause of this meaning, with a figure of at least or at most so much in its unit. */
  meaning: meaningShape.optional(),
  least: z.coerce.number().int().min(0).max(1_000_000_000_000).optional(),
  most: z.coerce.number().int().min(0).max(1_000_000_000_000).optional(),
})
export type ContractFilter = z.output<typeof contractFilter>

export interface ContractSelection {
  /** From and where; `c` is the contract, `w` who concluded it. */
  readonly from: string
  readonly values: readonly unknown[]
  /** The day on which firms and workers are counted. */
  readonly on: Day
}

type Value = (one: unknown) => string

/** A contract lies where its union lies today, as its case does: a union may have moved since it was signed. */
const contractsWithOwners = 'from contract c join organisation w on w.district_id = c.district_id and w.id = c.owner_id'

/** A contract is known to those who may know of the body that concluded it, or of a firm it binds: its federation, its own union, the joint union that has it. */
function reach(caller: Caller, today: Day, value: Value): readonly string[] {
  const { all, trees, units } = organisationReach(caller)
  if (all) return []
  const [inTrees, own, now] = [value(trees), value(units), value(today)]
  return [
    `(w.unit_id = any (${inTrees}::uuid[]) or c.owner_id = any (${own}::uuid[]) or exists (
      select 1 from contract_cover v join organisation o on o.district_id = v.district_id and o.id = v.firm_id
      where v.district_id = c.district_id and v.case_id = c.case_id and (o.unit_id = any (${inTrees}::uuid[]) or o.id = any (${own}::uuid[])
        or exists (select 1 from organisation u where u.district_id = o.district_id and u.firm_id = o.id and u.id = any (${own}::uuid[]))
        or exists (select 1 from union_cover j where j.district_id = o.district_id and j.firm_id = o.id and j.union_id = any (${own}::uuid[])
          and j.since <= ${now}::date and (j.until is null or j.until >= ${now}::date)))))`,
  ]
}

/** The narrowest jsonpath that finds the clause; its figures are numbers, never text. */
const clausePath = ({ least, most }: ContractFilter): string =>
  `$[*] ? (@.meaning == $meaning${least === undefined ? '' : ' && @.value >= $least'}${most === undefined ? '' : ' && @.value <= $most'})`

const like = (q: string): string => `%${q.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`

export function contractSelection(caller: Caller, filter: ContractFilter, today: Day): ContractSelection {
  const values: unknown[] = [caller.district]
  const value: Value = (one) => `$${values.push(one)}`
  const on = (filter.on ?? today) as Day
  const and = [...reach(caller, today, value)]
  if (filter.on || filter.signedIn === undefined) {
    const day = `${value(on)}::date`
    and.push(`c.until >= ${day} and c.since <= ${day}`)
  }
  if (filter.signedIn !== undefined) and.push(signedWithin(filter.signedIn, value))
  if (filter.expiring) and.push(`c.until between ${value(on)}::date and ${value(addDays(on, renewalDays))}::date`)
  if (filter.kind) and.push(`c.kind = ${value(filter.kind)}`)
  if (filter.level) and.push(`c.level = ${value(filter.level)}`)
  if (filter.form) and.push(filter.form === 'minutes' ? 'c.minutes' : 'not c.minutes')
  if (filter.unit) and.push(`w.unit_id = ${value(filter.unit)}::uuid`)
  if (filter.meaning) {
    const { meaning, least, most } = filter
    const path = clausePath(filter)
    and.push(`jsonb_path_exists(c.clauses, ${value(path)}::jsonpath, ${value(JSON.stringify({ meaning, least, most }))}::jsonb)`)
  }
  if (filter.q) and.push(speaksOf(value(like(filter.q))))
  return { from: `${contractsWithOwners} where c.district_id = $1 ${and.map((one) => `\n and ${one}`).join('')}`, values, on }
}

/** A contract changed in the year counts by its first signature. */
const signedWithin = (year: number, value: Value): string =>
  `c.signed_on between ${value(`${year}-01-01`)}::date and ${value(`${year}-12-31`)}::date and c.version = 1`

const speaksOf = (
  words: string,
): string => `(c.title ilike ${words} or c.number ilike ${words} or jsonb_path_query_array(c.clauses, '$[*].words')::text ilike ${words}
  or c.owner_id in (select o.id from organisation o where o.district_id = $1 and o.name ilike ${words})
  or c.case_id in (select v.case_id from contract_cover v join organisation o on o.district_id = v.district_id and o.id = v.firm_id
    where v.district_id = $1 and o.name ilike ${words}))`
