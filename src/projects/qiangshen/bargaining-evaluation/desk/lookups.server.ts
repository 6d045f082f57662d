/** What the registers say when a step of an evaluation is taken: the firm, its contract, the rubric of the day, the counted answers, the sum. */
import type { Lookup, LookupAsk } from '#engine/lookup.ts'
import type { Day } from '#kernel/day.ts'
import { type Id, isId } from '#kernel/id.ts'
import { attemptOf, type Contract, type Facts, type Firm } from '../data.ts'
import { type Result, scoreOf } from '../rubric/score.ts'
import { tallyOf } from './answers.server.ts'
import { rubricOf, rubricOn } from './rubrics.server.ts'

const known = (ask: LookupAsk) => ask.known as Facts

function firmOf({ known: facts, input }: LookupAsk): Id | undefined {
  const { company } = ((facts as Facts).opening ?? input) as { readonly company?: { readonly organisationId?: unknown } }
  return typeof company?.organisationId === 'string' && isId(company.organisationId) ? company.organisationId : undefined
}

interface FirmRow {
  readonly organisationId: Id
  readonly name: string
  readonly designated: boolean
  readonly employees: number | null
  readonly unionName: string | null
  readonly union: { readonly name: string; readonly personId: Id } | null
  readonly modelSince: Day | null
}

const factOn = (fact: string) => `(select x.value from organisation_fact x where x.district_id = f.district_id and x.organisation_id = f.id
  and x.fact = '${fact}' and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since desc limit 1)`
const firmSql = `
  select f.id as "organisationId", f.name, coalesce(${factOn('designated')} = 'true'::jsonb, f.designated) as designated,
    coalesce((${factOn('employees')} #>> '{}')::int, f.employees) as employees, u.name as "unionName",
    (select json_build_object('name', p.name, 'personId', p.id) from post t join person p on p.district_id = t.district_id and p.id = t.person_id
      where t.district_id = u.district_id and t.organisation_id = u.id and t.kind = 'unionChair' and t.since <= $3
        and (t.until is null or t.until >= $3) and f.id is distinct from $5 order by t.since desc limit 1) as union,
    (select x.since from organisation_fact x where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'modelFirm'
      and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since limit 1) as "modelSince"
  from organisation f left join lateral (
    select u.* from organisation u where u.district_id = f.district_id and u.firm_id = f.id and u.kind = 'union' and u.standing = 'standing'
    order by u.since desc limit 1
  ) u on true
  where f.district_id = $1 and f.id = $2 and f.kind = 'firm' and ($4::uuid = any (f.path) or f.id = $5)`

/** Only a firm that lies below whoever evaluates, or whose union that is. */
const firm: Lookup = async (ask): Promise<Firm | undefined> => {
  const id = firmOf(ask)
  const [row] = id ? await ask.q<FirmRow>(firmSql, [ask.district, id, ask.on, ask.owner.id, ask.owner.firm ?? null]) : []
  if (!row) return undefined
  const { employees, unionName, union, modelSince, ...more } = row
  return {
    ...more,
    ...(employees === null ? {} : { employees }),
    ...(unionName === null ? {} : { unionName }),
    ...(union === null ? {} : { union }),
    ...(modelSince === null ? {} : { modelSince }),
  }
}

/** The firm's own before that of an industry or region, the newest first. */
const contractSql = `
  select c.case_id as "caseId", c.title, c.number, v.since, v.until from contract_cover v
  join contract c on c.district_id = v.district_id and c.case_id = v.case_id and c.since <= $3 and c.until >= $3
  where v.district_id = $1 and v.firm_id = $2 and v.since <= $3 and v.until >= $3
  order by (c.level = 'enterprise') desc, c.signed_on desc, c.case_id limit 1`

const contract: Lookup = async (ask): Promise<Contract | undefined> => {
  const id = firmOf(ask)
  const [row] = id ? await ask.q<Contract>(contractSql, [ask.district, id, ask.on]) : []
  return row
}

const rubricVersion: Lookup = async ({ q, district, on }) => (await rubricOn(q, district, on)).version

const rubric: Lookup = async (ask) => {
  const { opening } = known(ask)
  return opening?.rubricVersion === undefined ? undefined : await rubricOf(ask.q, ask.district, opening.rubricVersion)
}

const tally: Lookup = async (ask) => {
  const { opening } = known(ask)
  if (!opening?.rubricVersion || !ask.caseId) return undefined
  const kept = await rubricOf(ask.q, ask.district, opening.rubricVersion)
  return await tallyOf(ask.q, ask.district, ask.caseId, attemptOf(known(ask)), opening, kept)
}

const result: Lookup = async (ask): Promise<Result | undefined> => {
  const { closings, scores } = known(ask)
  const { rubric: by, tally: counted } = closings.at(-1) ?? {}
  const given = scores.at(-1)?.scores
  return by && counted && given ? scoreOf(by, given, counted) : undefined
}

export const evaluationLookups: Readonly<Record<string, Lookup>> = { firm, contract, rubricVersion, rubric, tally, result }
