/** Joining a union by its QR code: what stands behind the code, the worker's own application, and those who wait for a committee. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import { badInput, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { theDistrict } from '../district.server.ts'
import { spellPeople } from '../pinyin.server.ts'
import { isPostKind, postKinds } from '../post.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { startOnDay } from '../routes/lists.server.ts'
import { cursorText } from '../routes/wire.ts'
import { engagementColumns, type EngagementRow, enterEngagement, isWaiting, placesOf } from './engagements.server.ts'
import { districtValues, knownBody } from './known-body.server.ts'
import type { JoinInput, JoinPlaceWire, WaitingWire } from './people-wire.ts'
import { masks, type PeopleDeps } from './person-rows.server.ts'
import { hold, settle } from './visible-person.server.ts'

/** GET /api/join/:organisation. Only of unions that take members: the code is on posters. */
export async function joinPlace({ db, directory }: PeopleDeps, id: Id): Promise<JoinPlaceWire> {
  const district = await theDistrict(db)
  const found = district && (await directory.organisationById(district.id, id))
  if (!found || !takesMembers(found)) throw notFound()
  return { id: found.id, name: found.name, shortName: found.shortName, district: district.name }
}

const takesMembers = ({ kind, standing, until }: { readonly kind: string; readonly standing?: string; readonly until?: Day }): boolean =>
  (placesOf.membership as readonly string[]).includes(kind) && (standing === undefined || standing === 'standing') && !until

/** POST /api/me/join. It waits for the committee; a membership elsewhere holds until then and ends by the approval. Again, it changes nothing. */
export async function join(deps: PeopleDeps, caller: Caller, { organisation, name, job }: JoinInput): Promise<void> {
  const { district, person } = caller
  const at = await deps.directory.organisationById(district, organisation)
  if (!at || !takesMembers(at))
    throw badInput([{ path: 'organisation', says: text('这不是可以加入的工会', 'This is no union one can join') }])
  const today = deps.today()
  await deps.db.within(houseScope(district), async (q) => {
    await hold(q, district, person)
    const held = await q<EngagementRow>(
      `select ${engagementColumns} from engagement e where e.district_id = $1 and e.person_id = $2 and e.kind = 'membership'
         and (e.until is null or e.until >= $3) order by e.since`,
      [district, person, today],
    )
    if (held.some((row) => row.organisation === organisation && !row.until)) return
    // One application at a time: the code scanned last is meant.
    const before = held.filter(isWaiting).map(({ id }) => id)
    if (before.length > 0)
      await q(
        `update engagement set until = greatest(since, $3), ended_how = 'corrected' where district_id = $1 and id = any ($2::uuid[])`,
        [district, before, today],
      )
    const member = held.find((row) => row.approvedOn && !row.until)
    const begins = { organisation, kind: 'membership', job: job ?? null, since: today, until: null, approvedOn: null } as const
    const id = await enterEngagement(q, caller, person, { ...begins, follows: member?.id ?? null })
    if (name && caller.posts.length === 0 && !member) await rename(q, caller, name)
    await settle(q, district, [person], today)
    await record(q, { ...actor(caller), kind: 'change', about: person, what: { deed: 'applied', engagement: id, organisation } })
  })
  await deps.session.changed(person)
}

/** Who registered by telephone has no name yet; where somebody is registered by a body, that body changes it. */
async function rename(q: Parameters<typeof hold>[0], { district, person }: Caller, name: string): Promise<void> {
  const [spelling] = await spellPeople([name])
  await q('update person set name = $3, sort_name = $4, initials = $5 where district_id = $1 and id = $2', [
    district,
    person,
    name,
    spelling!.sortName,
    spelling!.initials,
  ])
}

interface WaitingRow {
  readonly id: Id
  readonly person: Id
  readonly name: string
  readonly phone: Buffer | null
  readonly firm: { readonly id: Id; readonly name: string } | null
  readonly organisation: { readonly id: Id; readonly name: string }
  readonly job: string | null
  readonly asked: Day
  readonly transfers: boolean
}

/** GET /api/engagements/waiting. Applicants are not yet people of the union, so the house looks them up, at the bodies in the caller's reach. */
export async function waitingList(
  { db, secrets }: PeopleDeps,
  caller: Caller,
  { organisation, limit, after }: { readonly organisation?: Id | undefined; readonly limit: number; readonly after?: string | undefined },
) {
  if (!caller.posts.some(({ kind, scope }) => isPostKind(kind) && postKinds[kind].administers && scope !== 'self')) throw forbidden()
  const start = startOnDay(after)
  const v = districtValues(caller)
  const { all, trees, units } = caller.scope
  // Few wait, yet the planner expects many: with `limit 1` it looks them up one by one instead of reading everybody; so too the membership held now.
  const from = `from engagement e
      join organisation o on o.district_id = $1 and o.id = e.organisation_id
        and (${all ? 'true' : `o.unit_id = any (${v.$(trees, 'uuid[]')}) or o.id = any (${v.$(units, 'uuid[]')})`})
      cross join lateral (select p.id, p.name, p.phone_sealed, p.firm_id from person p
        where p.district_id = $1 and p.id = e.person_id and p.merged_into is null limit 1) p
    where e.district_id = $1 and e.kind = 'membership' and e.approved_on is null and e.until is null
      ${organisation ? `and e.organisation_id = ${v.$(organisation, 'uuid')}` : ''}`
  const counted = { sql: `select count(*)::int as total ${from}`, values: [...v.list] }
  const onwards = start ? `and (e.since, e.id) > (${v.$(start.name, 'date')}, ${v.$(start.id, 'uuid')})` : ''
  const sql = `select e.id, p.id as person, p.name, p.phone_sealed as phone, e.job, e.since as asked,
      json_build_object('id', o.id, 'name', o.name) as organisation,
      (select json_build_object('id', f.id, 'name', f.name) from organisation f where f.district_id = $1 and f.id = p.firm_id
        and ${knownBody(caller, v, 'f')}) as firm,
      coalesce((select true from engagement m where m.district_id = $1 and m.person_id = p.id and m.kind = 'membership'
        and m.approved_on is not null and m.until is null limit 1), false) as transfers
    ${from} ${onwards} order by e.since, e.id limit ${limit + 1}`
  const [rows, [count]] = await db.within(houseScope(caller.district), (q) =>
    Promise.all([q<WaitingRow>(sql, v.list), q<{ total: number }>(counted.sql, counted.values)]),
  )
  const items = await secrets.use(caller.district, (book) =>
    rows.slice(0, limit).map(
      ({ person, name, phone, firm, job, ...rest }): WaitingWire => ({
        ...rest,
        person: { id: person, name, ...(phone && { phone: masks.phone(book, person, phone) }), ...(firm && { firm }) },
        ...(job && { job }),
      }),
    ),
  )
  const last = items.at(-1)
  return { items, total: count!.total, ...(rows.length > limit && last && { next: cursorText({ name: last.asked, id: last.id }) }) }
}
