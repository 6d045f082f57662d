/** One person's record: who they are, where they were and are from day to day, and what the caller may do. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import { notFound } from '#platform/problem.ts'
import { isPostKind, postKinds } from '../post.ts'
import { governs } from '../reach.ts'
import { districtValues, knownBody } from './known-body.server.ts'
import type { EngagementWire, MyRecordWire, PersonRecordWire } from './people-wire.ts'
import { type ListedRow, listedSql, type PeopleDeps, personRowWire } from './person-rows.server.ts'
import type { Ending, EngagementKind } from './person-words.ts'
import { type PostRow, rightsOver, versionSql, visiblePerson } from './visible-person.server.ts'

interface Body {
  readonly id: Id
  readonly name: string
  readonly kind: string
  readonly path: readonly Id[]
}

interface EngagementRow {
  readonly id: Id
  readonly kind: EngagementKind
  readonly organisation: Body | null
  readonly job: string | null
  readonly since: Day
  readonly until: Day | null
  readonly approvedOn: Day | null
  readonly endedHow: Ending | null
  readonly movedTo: string | null
  readonly follows: Id | null
  readonly recordedAt: string
}

interface RecordRow extends ListedRow {
  readonly version: string
  readonly fields: readonly string[]
  readonly engagements: readonly EngagementRow[]
  readonly posts: readonly (Omit<PostRow, 'organisation'> & { readonly organisation: Body | null })[]
}

/** GET /api/persons/:id. A body outside what the caller may know is not named: of what was there, kind and days are told. */
export async function personRecord(deps: PeopleDeps, caller: Caller, id: Id): Promise<PersonRecordWire> {
  const [row, person] = await Promise.all([readRecord(deps, caller, id), visiblePerson(deps, caller, id)])
  const may = await rightsOver(deps, caller, person)
  return { ...(await recordWire(deps, caller, row)), version: row.version, may }
}

/** GET /api/me/registry: one's own record; every body in it is known to oneself. */
export async function ownRecord(deps: PeopleDeps, caller: Caller): Promise<MyRecordWire> {
  return await recordWire(deps, caller, await readRecord(deps, caller, caller.person))
}

async function readRecord({ db, today }: PeopleDeps, caller: Caller, id: Id): Promise<RecordRow> {
  const v = districtValues(caller)
  const who = v.$(id, 'uuid')
  const { columns, joins } = listedSql(caller, v, today())
  const body = `case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'path', o.path) end`
  const known = (of: string) => `left join organisation o on o.district_id = $1 and o.id = ${of}.organisation_id and
      ${knownBody(caller, v, 'o', `${of}.person_id`)}`
  const sql = `select ${columns}, ${versionSql} as version,
    coalesce((select json_agg(s.field) from person_secret s where s.district_id = $1 and s.person_id = p.id), '[]') as fields,
    coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'organisation', ${body}, 'job', e.job, 'since', e.since,
        'until', e.until, 'approvedOn', e.approved_on, 'endedHow', e.ended_how, 'movedTo', e.moved_to, 'follows', e.follows,
        'recordedAt', e.recorded_at) order by e.since, e.recorded_at, e.id)
      from engagement e ${known('e')} where e.district_id = $1 and e.person_id = p.id), '[]') as engagements,
    coalesce((select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'scope', h.scope, 'since', h.since, 'until', h.until,
        'organisation', ${body}) order by h.since, h.id)
      from post h ${known('h')} where h.district_id = $1 and h.person_id = p.id), '[]') as posts
    from person p ${joins} where p.district_id = $1 and p.id = ${who} and p.merged_into is null`
  const [row] = await db.ask<RecordRow>(caller.scope, sql, v.list)
  if (!row) throw notFound()
  return row
}

async function recordWire({ secrets }: PeopleDeps, caller: Caller, row: RecordRow): Promise<MyRecordWire> {
  const listed = await secrets.use(caller.district, (book) => personRowWire(row, book))
  const { fields, posts, engagements, birth } = row
  return {
    ...listed,
    ...(birth && { birth }),
    holds: {
      idNumber: row.idNumber !== null,
      phone: row.phone !== null,
      bankCard: fields.includes('bankCard'),
      illness: fields.includes('illness'),
    },
    engagements: engagements.map((engagement) => engagementWire(engagement, caller)),
    posts: posts.map(({ id, kind, scope, since, until, organisation }) => ({
      id,
      role: kind,
      title: isPostKind(kind) ? postKinds[kind].title : text(kind, kind),
      ...(organisation && { organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind } }),
      scope,
      from: since,
      ...(until && { to: until }),
    })),
  }
}

function engagementWire(row: EngagementRow, caller: Caller): EngagementWire {
  const { id, kind, organisation, job, since, until, approvedOn, endedHow, movedTo, follows, recordedAt } = row
  const waiting = kind === 'membership' && !approvedOn && !until
  return {
    id,
    kind,
    ...(organisation && { organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind } }),
    ...(job && organisation && { job }),
    since,
    ...(until && { until }),
    ...(approvedOn && { approvedOn }),
    ...(waiting && { waiting }),
    ...(endedHow && { endedHow }),
    ...(movedTo && { movedTo }),
    ...(follows && { follows }),
    recordedAt,
    mayChange: !until && organisation !== null && governs(caller.posts, organisation, 'unit'),
  }
}
