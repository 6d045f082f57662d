/** One organisation with everything that holds of it today: facts with their sources, what stands above, beside and below it, its people. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { type Organisation, organisationKinds, unitKinds } from '../organisation.ts'
import { covers, governs } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { factColumns, type FactRecord } from './facts/correct-facts.server.ts'
import { factWire } from './facts/fact-routes.server.ts'
import { known } from './governed.server.ts'
import { type OrganisationRecordWire, organisationRecordShape, organisationWire } from './organisation-wire.ts'
import { isUnion, mayApprove } from './places/union-law.ts'
import { termColumns, type TermRow, termWire } from './places/terms.server.ts'

export function recordRoutes(app: Http, deps: RegistryDeps): void {
  const params = z.object({ id: z.uuid() })
  app.get(
    '/api/organisations/:id',
    {
      config: { access: { who: 'signed-in' } },
      schema: { tags: ['registry'], params, response: { 200: organisationRecordShape } },
    },
    async (request) => {
      const caller = callerOf(request)
      return await recordOf(deps, caller, await known(deps, caller, request.params.id))
    },
  )
}

async function recordOf(deps: RegistryDeps, caller: Caller, one: Organisation): Promise<OrganisationRecordWire> {
  const { directory, db, today } = deps
  const { district } = caller
  const [above, around, read] = await Promise.all([
    directory.ancestors(district, one.id),
    directory.organisationsByIds(
      district,
      [one.unit, one.street].filter((id) => id !== undefined),
    ),
    db.within(caller.scope, (q) => readAll(q, caller, one, today())),
  ])
  const { facts, approval, terms, unions, committees, below, covered, people } = read
  const unitName = one.unit && around.get(one.unit)?.shortName
  const streetName = one.street && around.get(one.street)?.shortName
  const itsUnion = unions.find(({ standing }) => standing === 'standing')
  return {
    ...organisationWire(one),
    ...(unitName && { unitName }),
    ...(streetName && { streetName }),
    ...(itsUnion && { union: { id: itsUnion.id, name: itsUnion.name } }),
    title: organisationKinds[one.kind],
    above: above.map(({ id, name, kind }) => ({ id, name, kind })),
    facts: facts.map(factWire),
    ...(approval[0] && { approval: approval[0] }),
    ...(terms[0] && { term: termWire(terms[0]) }),
    unions: unions.map(({ termEndsOn, ...row }) => ({ ...row, ...(termEndsOn && { termEndsOn }) })),
    committees: committees.map(({ until, ...row }) => ({ ...row, ...(until && { until }) })),
    below: [...below],
    ...(covered[0] && one.kind === 'jointUnion' && { covered: covered[0].firms }),
    people,
    may: mayAt(caller, one, above.at(-1)),
  }
}

function mayAt(caller: Caller, one: Organisation, upper: Organisation | undefined): OrganisationRecordWire['may'] {
  const fromAbove = governs(caller.posts, upper ?? { id: '', path: [] }, 'below')
  const stands = one.standing === 'standing'
  return {
    change: governs(caller.posts, one, 'unit'),
    approve: fromAbove && isUnion(one) && mayApprove(one, upper) === undefined,
    term: fromAbove && stands && isUnion(one),
    move: fromAbove && stands && one.parent !== undefined,
    end: fromAbove && one.standing !== 'ended' && one.kind !== 'district',
  }
}

type Union = Omit<OrganisationRecordWire['unions'][number], 'termEndsOn'> & { readonly termEndsOn: string | null }
type Committee = Omit<OrganisationRecordWire['committees'][number], 'until'> & { readonly until: string | null }

async function readAll(q: Query, caller: Caller, one: Organisation, today: Day) {
  const at = [caller.district, one.id] as const
  const [facts, approval, terms, unions, committees, below, covered, people] = await Promise.all([
    q<FactRecord>(factsSql, [...at, today]),
    q<{ number: string; on: Day }>(approvalSql, at),
    q<TermRow>(`select ${termColumns} from union_term where district_id = $1 and organisation_id = $2 order by began_on desc limit 1`, at),
    one.kind === 'firm' ? q<Union>(unionsSql, [...at, today]) : [],
    q<Committee>(committeesSql, at),
    q<OrganisationRecordWire['below'][number]>(belowSql, at),
    q<{ firms: number }>(coveredSql, [...at, today]),
    peopleOf(q, caller, one),
  ])
  return { facts, approval, terms, unions, committees, below, covered, people }
}

interface TalliedRow {
  readonly skill: number | null
  readonly people: number
  readonly members: number
}

/** Units and the district by their kept counts; the people of a firm or a union are few enough to be counted, within what is seen. */
async function peopleOf(q: Query, caller: Caller, one: Organisation): Promise<OrganisationRecordWire['people']> {
  const rows = await peopleRows(q, caller, one)
  const sum = (of: (row: TalliedRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    employed: sum((row) => row.people),
    members: sum((row) => row.members),
    bySkill: rows.map(({ skill, people }) => ({ skill, people })),
  }
}

async function peopleRows(q: Query, caller: Caller, one: Organisation): Promise<readonly TalliedRow[]> {
  const { id, kind, district } = one
  if (kind === 'firm') return await q<TalliedRow>(peopleSql('firm_id'), [district, id])
  if (kind === 'union' || kind === 'jointUnion') return await q<TalliedRow>(peopleSql('union_id'), [district, id])
  const kept = kind === 'district' || unitKinds.includes(kind)
  // The kept counts know no scope: they are for those who see the whole unit.
  if (!kept || !caller.posts.some((post) => post.scope === 'below' && covers(post, one))) return []
  return await q<TalliedRow>(talliedSql, [district, kind === 'district' ? null : id])
}

const factsSql = `
  select ${factColumns} from organisation_fact
  where district_id = $1 and organisation_id = $2 and since <= $3 and (until is null or until >= $3) order by fact`

const approvalSql = `
  select approval_number as number, approved_on as on from organisation_place
  where district_id = $1 and organisation_id = $2 and approval_number is not null and approved_on is not null
    and since = (select min(since) from organisation_place where district_id = $1 and organisation_id = $2)`

const ends = `(select coalesce(t.extended_until, t.ends_on) from union_term t
  where t.district_id = u.district_id and t.organisation_id = u.id order by t.began_on desc limit 1)`

const unionsSql = `
  select id, name, how, standing, since::text as since, ends::text as "termEndsOn" from (
    select u.id, u.name, 'own' as how, u.standing, u.since, ${ends} as ends
    from organisation u where u.district_id = $1 and u.firm_id = $2 and u.kind = 'union' and u.standing <> 'ended'
    union all
    select u.id, u.name, 'cover', u.standing, c.since, ${ends}
    from union_cover c join organisation u on u.district_id = c.district_id and u.id = c.union_id
    where c.district_id = $1 and c.firm_id = $2 and c.since <= $3 and (c.until is null or c.until >= $3)
  ) unions order by how desc, since`

const committeesSql = `
  select id, name, since, until from organisation
  where district_id = $1 and kind = 'committee' and standing <> 'ended' and (firm_id = $2 or parent_id = $2) order by sort_name limit 50`

const belowSql = `
  select kind, count(*)::int as count from organisation where district_id = $1 and parent_id = $2 and standing <> 'ended' group by kind order by kind`

const coveredSql = `
  select count(*)::int as firms from union_cover where district_id = $1 and union_id = $2 and since <= $3 and (until is null or until >= $3)`

const talliedSql = `
  select skill, sum(people)::int as people, sum(members)::int as members from person_tally
  where district_id = $1 and ($2::uuid is null or unit_id = $2) and active group by skill having sum(people) <> 0 order by skill nulls last`

const peopleSql = (column: string): string => `
  select skill, count(*)::int as people, count(member_since)::int as members from person
  where district_id = $1 and ${column} = $2 and merged_into is null and active group by skill order by skill nulls last`
