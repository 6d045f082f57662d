/** What the registers say of a regional bargaining on the day of a step: the firms by their ids, the minimum wage, the labour bureau. */
import type { Lookup } from '#engine/lookup.ts'
import { type Id, isId } from '#kernel/id.ts'
import { floorOf } from '#registry/contracts/binding.server.ts'
import type { KnownFirm } from './data.ts'

interface FirmRow {
  readonly organisationId: Id
  readonly name: string
  readonly employees: number | null
}

/** A street's or a park's union binds the firms that lie there; a trade is where its firms are. Facts count as of the day of the step; the row itself is as of today and stands in where no fact was recorded. */
const firmsOn = `
select f.id as "organisationId", f.name,
  coalesce((select (x.value #>> '{}')::int from organisation_fact x
    where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'employees'
      and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since desc limit 1), f.employees) as employees
from organisation f
where f.district_id = $1 and f.id = any($2::uuid[]) and f.kind = 'firm' and f.standing = 'standing' and not exists (
  select from organisation o where o.district_id = f.district_id and o.id = $4 and o.kind in ('street', 'park') and o.id <> all (f.path)
    and not exists (select from union_cover c where c.district_id = f.district_id and c.union_id = o.id and c.firm_id = f.id and c.since <= $3))
order by f.name, f.id`

/** An offer names many firms; a firm that joins names itself. */
const named = (input: Readonly<Record<string, unknown>>): readonly Id[] => {
  const firms = Array.isArray(input.firms) ? input.firms.slice(0, 2000) : [input]
  return firms.flatMap((one: { readonly organisationId?: unknown } | null) =>
    typeof one?.organisationId === 'string' && isId(one.organisationId) ? [one.organisationId] : [],
  )
}

const firms: Lookup = async ({ q, district, input, on, owner }): Promise<readonly KnownFirm[]> => {
  const rows = await q<FirmRow>(firmsOn, [district, [...new Set(named(input))], on, owner.id])
  return rows.map(({ employees, ...firm }) => ({ ...firm, ...(employees === null ? {} : { employees }) }))
}

const floor: Lookup = async ({ q, district, on, region }) => {
  const { minimumWageFen, minimumWageSource } = await floorOf(q, district, undefined, on, region)
  return { ...(minimumWageFen === undefined ? {} : { minimumWageFen, minimumWageSource }) }
}

/** The office that reviews contracts: the district's bureau of human resources and social security. */
const bureau: Lookup = async ({ q, district }) => {
  const [row] = await q<{ organisationId: Id; name: string }>(
    `select id as "organisationId", name from organisation
     where district_id = $1 and kind = 'bureau' and standing = 'standing' and name like '%人力资源和社会保障局' order by id limit 1`,
    [district],
  )
  return row
}

/** The contract that came of this one, where it is in force. */
const successor: Lookup = async ({ q, district, caseId, owner, on }) => {
  if (!caseId) return undefined
  const [row] = await q<object>(
    `select k.case_id as "caseId", k.number, k.since from case_file c join contract k on k.district_id = c.district_id and k.case_id = c.id
     where c.district_id = $1 and c.owner_id = $2 and c.procedure = 'regional-bargaining' and c.state = 'inForce' and c.id <> $3
       and (c.parent_id = $3 or c.facts -> 'offer' ->> 'replaces' = $3::text) and k.since <= $4
     order by k.since desc limit 1`,
    [district, owner.id, caseId, on],
  )
  return row
}

export const regionalLookups: Readonly<Record<string, Lookup>> = { firms, floor, bureau, successor }
