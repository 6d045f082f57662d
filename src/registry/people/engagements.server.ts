/** Engagements: where somebody works, rides or is a member, begun, ended and approved; one membership at a time. */
import { addDays, addYears, type Day, laterOf } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { badInput, conflict, forbidden, notFound, Problem } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { type Organisation, type OrganisationKind, unionKinds } from '../organisation.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { governs, knows } from '../reach.ts'
import { mustStand } from '../organisations/places/union-law.ts'
import type { BatchApprovedWire, EngagementEnd, NewEngagement } from './people-wire.ts'
import type { PeopleDeps } from './person-rows.server.ts'
import { type EngagementKind, engagementKinds } from './person-words.ts'
import { hold, settle, stale, visiblePerson } from './visible-person.server.ts'

/** Where which engagement can be: people are members of unions, work at firms, and ride or drive for platforms. */
export const placesOf: Readonly<Record<EngagementKind, readonly OrganisationKind[]>> = {
  employment: ['firm'],
  membership: unionKinds,
  platform: ['platform'],
}

export interface EngagementRow {
  readonly id: Id
  readonly person: Id
  readonly organisation: Id
  readonly kind: EngagementKind
  readonly job: string | null
  readonly since: Day
  readonly until: Day | null
  readonly approvedOn: Day | null
  readonly follows: Id | null
}

export const engagementColumns = `e.id, e.person_id as person, e.organisation_id as organisation, e.kind, e.job, e.since, e.until,
  e.approved_on as "approvedOn", e.follows`

export type Beginning = Omit<EngagementRow, 'id' | 'person'>

/** A new engagement as it may be written: the body governed and of the right kind, the days possible. */
export async function engagementFor({ directory, today }: PeopleDeps, caller: Caller, given: NewEngagement): Promise<Beginning> {
  const { organisation, kind, job = null } = given
  const at = await directory.organisationById(caller.district, organisation)
  if (!at || !knows(caller.posts, at)) throw notFound()
  if (!governs(caller.posts, at, 'unit')) throw forbidden()
  fitsAt(kind, at)
  takesPeople(at, (given.until as Day | undefined) ?? null)
  const [since, until, approvedOn] = [
    given.since as Day,
    (given.until as Day | undefined) ?? null,
    (given.approvedOn as Day | undefined) ?? null,
  ]
  daysPossible(today(), since, until)
  if (approvedOn && kind !== 'membership') throw wrong('approvedOn', text('只有会籍需要批准', 'Only memberships are approved'))
  if (approvedOn && approvedOn > today()) throw wrong('approvedOn', text('批准日期不能晚于今天', 'It cannot be approved after today'))
  return { organisation, kind, job, since, until, approvedOn, follows: null }
}

export function fitsAt(kind: EngagementKind, at: Organisation, path = 'organisation'): void {
  if (!placesOf[kind].includes(at.kind))
    throw wrong(
      path,
      text(`${at.name}不能登记${engagementKinds[kind].zh}`, `${at.name} cannot have ${engagementKinds[kind].en.toLowerCase()}`),
    )
}

/** Nobody begins at a body that is not founded yet or has ended (工会法 12); what ended before it did may still be entered. */
export function takesPeople(at: Organisation, until: Day | null = null): void {
  if (at.standing === 'ended' && until && at.until && until <= at.until) return
  const refusal = mustStand(at)
  if (refusal) throw conflict(refusal)
}

export function daysPossible(today: Day, since: Day, until: Day | null, path = 'since'): void {
  if (since > addYears(today, 1)) throw wrong(path, text('开始日期不能晚于一年以后', 'It cannot begin more than a year from now'))
  if (since < '1949-10-01') throw wrong(path, text('开始日期太早', 'It cannot begin so early'))
  if (until && until < since) throw wrong('until', text('结束不能早于开始', 'It cannot end before it begins'))
}

export const wrong = (path: string, says: Text): Problem => badInput([{ path, says }])

/** POST /api/persons/:id/engagements. */
export async function addEngagement(deps: PeopleDeps, caller: Caller, person: Id, given: NewEngagement): Promise<void> {
  await visiblePerson(deps, caller, person)
  const begins = await engagementFor(deps, caller, given)
  await deps.db.within(houseScope(caller.district), async (q) => {
    await hold(q, caller.district, person)
    const id = await enterEngagement(q, caller, person, begins)
    await settle(q, caller.district, [person], deps.today())
    const { organisation, kind, since, until } = begins
    await record(q, {
      ...actor(caller),
      kind: 'change',
      about: person,
      what: { deed: 'engaged', engagement: id, organisation, kind, since, until },
    })
  })
  await deps.session.changed(person)
}

/** Writes it for a person who is held. Refuses a second membership of the same days and the same engagement twice. */
export async function enterEngagement(q: Query, caller: Pick<Caller, 'district' | 'person'>, person: Id, begins: Beginning): Promise<Id> {
  const { organisation, kind, job, since, until, approvedOn, follows } = begins
  const others = await q<EngagementRow>(
    `select ${engagementColumns} from engagement e where e.district_id = $1 and e.person_id = $2 and e.kind = $3 and e.id is distinct from $4
       and (e.until is null or e.until >= $5) and ($6::date is null or e.since <= $6)`,
    [caller.district, person, kind, follows, since, until],
  )
  if (others.some((other) => other.organisation === organisation && (other.until === null || other.approvedOn || kind !== 'membership')))
    throw conflict({ why: 'broken', says: text('这段时间已在该单位登记', 'This is registered there for these days already') })
  if (kind === 'membership' && approvedOn && others.some((other) => other.approvedOn)) throw conflict(oneMembership)
  const id = newId()
  await q(
    `insert into engagement (district_id, id, person_id, organisation_id, kind, job, since, until, approved_on, follows, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [caller.district, id, person, organisation, kind, job, since, until, approvedOn, follows, caller.person],
  )
  return id
}

const oneMembership = {
  why: 'broken',
  says: text('此人在这段时间已是其他工会的会员，请办理转会', 'They are a member of another union in these days; transfer them'),
}

export const oneSql = `select ${engagementColumns} from engagement e where e.district_id = $1 and e.id = $2`

/** The engagement, if the caller may know the body or the person; 404 otherwise. */
async function knownEngagement({ db, directory }: PeopleDeps, caller: Caller, id: Id) {
  const [row] = await db.ask<EngagementRow>(houseScope(caller.district), oneSql, [caller.district, id])
  const at = row && (await directory.organisationById(caller.district, row.organisation))
  if (!row || !at || !(row.person === caller.person || knows(caller.posts, at))) throw notFound()
  return { row, at }
}

/** POST /api/engagements/:id/end. Of one that waits it is the refusal, or by the applicant the withdrawal. */
export async function endEngagement(deps: PeopleDeps, caller: Caller, id: Id, { on, how }: EngagementEnd): Promise<Id> {
  const { row, at } = await knownEngagement(deps, caller, id)
  const waits = isWaiting(row)
  if (!governs(caller.posts, at, 'unit') && !(waits && row.person === caller.person)) throw forbidden()
  const asked = (on as Day | undefined) ?? deps.today()
  const last = waits ? laterOf(row.since, asked) : asked
  if (last < row.since) throw wrong('on', text('结束不能早于开始', 'It cannot end before it begins'))
  if (last > addYears(deps.today(), 1)) throw wrong('on', text('结束日期不能晚于一年以后', 'It cannot end more than a year from now'))
  await deps.db.within(houseScope(caller.district), async (q) => {
    await hold(q, caller.district, row.person)
    const [now] = await q<EngagementRow>(oneSql, [caller.district, id])
    // Approved or moved by somebody since it was read: another thing would be ended than was meant.
    if (!now || isWaiting(now) !== waits || now.since !== row.since) throw conflict(stale)
    const ended = await q(
      `update engagement set until = $3, ended_how = $4 where district_id = $1 and id = $2 and (until is null or until > $3) returning id`,
      [caller.district, id, last, waits ? 'corrected' : how],
    )
    if (ended.length === 0) throw conflict({ why: 'not now', says: text('已经更早结束', 'It ended earlier') })
    await settle(q, caller.district, [row.person], deps.today())
    const what = { deed: waits ? 'refused' : 'ended', engagement: id, organisation: row.organisation, last, how }
    await record(q, { ...actor(caller), kind: 'change', about: row.person, what })
  })
  await deps.session.changed(row.person)
  return row.person
}

export const isWaiting = ({ kind, approvedOn, until }: EngagementRow): boolean => kind === 'membership' && !approvedOn && !until

/** POST /api/engagements/:id/approve: the committee's decision of that day. A membership held elsewhere ends the day before. */
export async function approveMembership(deps: PeopleDeps, caller: Caller, id: Id, on: Day = deps.today()): Promise<Id> {
  const { row, at } = await knownEngagement(deps, caller, id)
  if (!governs(caller.posts, at, 'unit')) throw forbidden()
  takesPeople(at)
  if (on > deps.today()) throw wrong('on', text('批准日期不能晚于今天', 'It cannot be approved after today'))
  await deps.db.within(houseScope(caller.district), async (q) => {
    await hold(q, caller.district, row.person)
    await approveHeld(q, caller, id, on)
    await settle(q, caller.district, [row.person], deps.today())
    await record(q, {
      ...actor(caller),
      kind: 'change',
      about: row.person,
      what: { deed: 'approved', engagement: id, organisation: row.organisation, on },
    })
  })
  await deps.session.changed(row.person)
  return row.person
}

/** For a person who is held: the membership begins on the day asked for, no earlier than the approval. */
export async function approveHeld(q: Query, { district }: Pick<Caller, 'district'>, id: Id, on: Day, from: Day = on): Promise<void> {
  const [waits] = await q<EngagementRow>(oneSql, [district, id])
  if (!waits || !isWaiting(waits))
    throw conflict({ why: 'not now', says: text('这份申请已不在等待批准', 'This application no longer waits') })
  const current = await q<EngagementRow>(
    `select ${engagementColumns} from engagement e where e.district_id = $1 and e.person_id = $2 and e.kind = 'membership'
       and e.approved_on is not null and (e.until is null or e.until >= $3)`,
    [district, waits.person, laterOf(waits.since, from)],
  )
  if (current.length > 1) throw conflict(oneMembership)
  const since = await leaveTheDayBefore(q, district, current[0], laterOf(waits.since, from))
  await q('update engagement set approved_on = $3, since = $4, follows = coalesce($5, follows) where district_id = $1 and id = $2', [
    district,
    id,
    on,
    since,
    current[0]?.id ?? null,
  ])
}

/** Ends the one held until now the day before, and answers the day on which the next may begin: never on the first day of the old one. */
export async function leaveTheDayBefore(q: Query, district: Id, from: EngagementRow | undefined, on: Day, movedTo?: string): Promise<Day> {
  if (!from) return on
  const next = laterOf(on, addDays(from.since, 1))
  await q(`update engagement set until = $3, ended_how = 'transferred', moved_to = $4 where district_id = $1 and id = $2`, [
    district,
    from.id,
    addDays(next, -1),
    movedTo ?? null,
  ])
  return next
}

/** POST /api/engagements/approve: each by itself, so that one refusal keeps nobody else waiting. */
export async function approveMany(deps: PeopleDeps, caller: Caller, ids: readonly Id[], on: Day | undefined): Promise<BatchApprovedWire> {
  const approved: Id[] = []
  const refused: { readonly id: Id; readonly says: Text }[] = []
  for (const id of new Set(ids)) {
    try {
      await approveMembership(deps, caller, id, on)
      approved.push(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ id, says: error.parts.says ?? error.parts.errors?.[0]?.says ?? error.parts.title })
    }
  }
  return { approved, refused }
}
