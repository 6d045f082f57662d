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

/** Only of a firm that the owner of the case reaches: its own, one that it covers, or one that lies in it. Facts count as of the day of the step; the row itself is as of today and stands in where no fact was recorded. */
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
where f.district_id = $1 and f.id = $2 and f.kind = 'firm' and exists (
  select from organisation o where o.district_id = f.district_id and o.id = $4 and (o.firm_id = f.id or o.id = any (f.path) or exists (
    select from union_cover c where c.district_id = f.district_id and c.union_id = o.id and c.firm_id = f.id and c.since <= $3)))`

/** The firm that the case is about: the one named when it was opened, else the one whose union owns it. */
function firmOf({ known, input, owner }: LookupAsk): Id | undefined {
  const named = (known.offer ?? input) as { readonly company?: { readonly organisationId?: unknown } }
  const id = named.company?.organisationId ?? owner.firm
  return typeof id === 'string' && isId(id) ? id : undefined
}

const firm: Lookup = async (ask): Promise<Firm | undefined> => {
  const id = firmOf(ask)
  const [row] = id ? await ask.q<FirmRow>(firmOn, [ask.district, id, ask.on, ask.owner.id]) : []
  if (!row) return undefined
  const { employees, unionName, unionHead, legalRepresentative, ...known } = row
  return {
    ...known,
    hasUnion: unionName !== null,
    ...(employees === null ? {} : { employees }),
    ...(unionName === null ? {} : { unionName }),
    ...(unionHead?.trim() ? { unionHead } : {}),
    ...(legalRepresentative?.trim() ? { legalRepresentative } : {}),
  }
}

const floor: Lookup = (ask) => floorOf(ask.q, ask.district, firmOf(ask), ask.on, ask.region)

/** The contract that this bargaining follows or changes. */
const former: Lookup = async (ask) => {
  const { q, district, input } = ask
  const id = typeof input.replaces === 'string' && isId(input.replaces) ? input.replaces : undefined
  const [row] = id
    ? await q<object>(
        `select number, title, until from contract k where district_id = $1 and case_id = $2 and until <> 'infinity' and exists (
           select from contract_cover v where v.district_id = $1 and v.case_id = $2 and v.firm_id = $3) order by version desc limit 1`,
        [district, id, firmOf(ask) ?? null],
      )
    : []
  return row
}

/** The contract that came of this one, where it is in force: of the same union, asked for as its change or renewal. */
const successor: Lookup = async ({ q, district, caseId, owner, on }) => {
  if (!caseId) return undefined
  const [row] = await q<object>(
    `select k.case_id as "caseId", k.number, k.since from case_file c join contract k on k.district_id = c.district_id and k.case_id = c.id
     where c.district_id = $1 and c.owner_id = $2 and c.procedure = 'collective-bargaining' and c.state = 'inForce' and c.id <> $3
       and (c.parent_id = $3 or c.facts -> 'offer' ->> 'replaces' = $3::text) and k.since <= $4
     order by k.since desc limit 1`,
    [district, owner.id, caseId, on],
  )
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
  readonly state: string
  readonly number: string
  readonly results: readonly (Omit<Tally, 'caseId' | 'number'> & { readonly kind?: string })[] | null
}

/** The session called last for this contract. */
async function sessionOf({ q, district, caseId }: LookupAsk): Promise<SessionRow | undefined> {
  if (!caseId) return undefined
  const [session] = await q<SessionRow>(
    `select id as "caseId", number, state, facts -> 'results' as results from case_file
     where district_id = $1 and parent_id = $2 and procedure = 'workers-congress' order by opened_on desc, id desc limit 1`,
    [district, caseId],
  )
  return session
}

/** The count of the last session that voted on this contract, where it was held in this house. */
const congress = async (ask: LookupAsk): Promise<Tally | undefined> => {
  const session = await sessionOf(ask)
  const result = session?.results?.findLast((one) => one.kind === undefined || one.kind === 'contract')
  if (!session || !result) return undefined
  const { all, present, yes, no, abstain } = result
  return { caseId: session.caseId, number: session.number, all, present, yes, no, abstain }
}

const session: Lookup = async (ask) => {
  const found = await sessionOf(ask)
  return found && { caseId: found.caseId, state: found.state }
}

/** Asked when a session is called while another one for the same draft is not yet told. */
const voted: Lookup = async (ask) => (ask.known.convening === undefined ? undefined : await congress(ask))

export const bargainingLookups: Readonly<Record<string, Lookup>> = { firm, bureau, floor, former, successor, congress, session, voted }
