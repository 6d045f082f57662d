/** What the registers say of a bargaining on the day of a step: the firm, the labour bureau, the floor, the former contract, the congress's count. */
import type { z } from 'zod'
import type { Lookup, LookupAsk } from '#engine/lookup.ts'
import { type Id, isId } from '#kernel/id.ts'
import { floorOf } from '#registry/contracts/binding.server.ts'
import type { Bargaining, Firm } from './data.ts'

interface FirmRow {
  readonly organisationId: Id
  readonly name: string
  readonly designated: boolean
  readonly employees: number | null
  readonly unionName: string | null
  readonly unionHead: string | null
  readonly legalRepresentative: string | null
}

/** Facts count as of the day of the step; the row itself is as of today and stands in where no fact was recorded. */
const firmOn = `
select f.id as "organisationId", f.name, f.legal_representative as "legalRepresentative",
  coalesce((select x.value = 'true'::jsonb from organisation_fact x where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'designated'
    and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since desc limit 1), f.designated) as designated,
  coalesce((select (x.value #>> '{}')::int from organisation_fact x where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'employees'
    and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since desc limit 1), f.employees) as employees,
  u.name as "unionName",
  (select p.name from post t join person p on p.district_id = t.district_id and p.id = t.person_id
   where t.district_id = f.district_id and t.organisation_id = u.id and t.kind = 'unionChair' and t.since <= $3 and (t.until is null or t.until >= $3)
   order by t.since desc limit 1) as "unionHead"
from organisation f left join lateral (
  select id, name from organisation where district_id = f.district_id and firm_id = f.id and kind = 'union' and standing = 'standing' and since <= $3
  union all
  select o.id, o.name from union_cover c join organisation o on o.district_id = c.district_id and o.id = c.union_id
  where c.district_id = f.district_id and c.firm_id = f.id and c.since <= $3 and (c.until is null or c.until >= $3)
  limit 1
) u on true
where f.district_id = $1 and f.id = $2 and f.kind = 'firm'`

/** The firm that the case is about: the one named when it was opened, else the one whose union owns it. */
function firmOf({ known, input, owner }: LookupAsk): Id | undefined {
  const named = (known.offer ?? input) as { readonly company?: { readonly organisationId?: unknown } }
  const id = named.company?.organisationId ?? owner.firm
  return typeof id === 'string' && isId(id) ? id : undefined
}

const firm: Lookup = async (ask): Promise<Firm | undefined> => {
  const id = firmOf(ask)
  const [row] = id ? await ask.q<FirmRow>(firmOn, [ask.district, id, ask.on]) : []
  if (!row) return undefined
  const { employees, unionName, unionHead, legalRepresentative, ...known } = row
  return {
    ...known,
    hasUnion: unionName !== null,
    ...(employees === null ? {} : { employees }),
    ...(unionName === null ? {} : { unionName }),
    ...(unionHead === null ? {} : { unionHead }),
    ...(legalRepresentative === null ? {} : { legalRepresentative }),
  }
}

const floor: Lookup = (ask) => floorOf(ask.q, ask.district, firmOf(ask), ask.on, ask.region)

/** The contract that this bargaining follows or changes. */
const former: Lookup = async ({ q, district, input }) => {
  const id = typeof input.replaces === 'string' && isId(input.replaces) ? input.replaces : undefined
  const [row] = id
    ? await q<object>('select number, title, until from contract where district_id = $1 and case_id = $2 order by version desc limit 1', [
        district,
        id,
      ])
    : []
  return row
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

type Tally = NonNullable<z.infer<(typeof Bargaining)['votes']>['congress']>
interface SessionRow {
  readonly caseId: Id
  readonly number: string
  readonly results: readonly (Omit<Tally, 'caseId' | 'number'> & { readonly kind?: string })[] | null
}

/** The count of the last session that voted on this contract, where it was held in this house. */
const congress: Lookup = async ({ q, district, caseId }): Promise<Tally | undefined> => {
  if (!caseId) return undefined
  const [session] = await q<SessionRow>(
    `select id as "caseId", number, facts -> 'results' as results from case_file
     where district_id = $1 and parent_id = $2 and procedure = 'workers-congress' order by opened_on desc, id desc limit 1`,
    [district, caseId],
  )
  const result = session?.results?.findLast((one) => one.kind === undefined || one.kind === 'contract')
  if (!session || !result) return undefined
  const { all, present, yes, no, abstain } = result
  return { caseId: session.caseId, number: session.number, all, present, yes, no, abstain }
}

export const bargainingLookups: Readonly<Record<string, Lookup>> = { firm, bureau, floor, former, congress }
