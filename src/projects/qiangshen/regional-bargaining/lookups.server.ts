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

/** Facts count as of the day of the step; the row itself is as of today and stands in where no fact was recorded. */
const firmsOn = `
select f.id as "organisationId", f.name,
  coalesce((select (x.value #>> '{}')::int from organisation_fact x
    where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'employees'
      and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since desc limit 1), f.employees) as employees
from organisation f
where f.district_id = $1 and f.id = any($2::uuid[]) and f.kind = 'firm' and f.standing = 'standing'
order by f.name, f.id`

/** An offer names many firms; a firm that joins names itself. */
const named = (input: Readonly<Record<string, unknown>>): readonly Id[] => {
  const firms = Array.isArray(input.firms) ? input.firms.slice(0, 2000) : [input]
  return firms.flatMap((one: { readonly organisationId?: unknown } | null) =>
    typeof one?.organisationId === 'string' && isId(one.organisationId) ? [one.organisationId] : [],
  )
}

const firms: Lookup = async ({ q, district, input, on }): Promise<readonly KnownFirm[]> => {
  const rows = await q<FirmRow>(firmsOn, [district, [...new Set(named(input))], on])
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

export const regionalLookups: Readonly<Record<string, Lookup>> = { firms, floor, bureau }
