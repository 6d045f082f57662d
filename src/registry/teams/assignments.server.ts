/** Which firms a member looks after, and from which firms somebody stands back. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { governs, knows } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { visiblePerson } from '../people/visible-person.server.ts'
import { visibleMember } from './member-rows.server.ts'
import { changeable } from './members.server.ts'
import { counts, recusalBinds, recusalLaw, standingTitles, teams } from './team.ts'
import type { AssignmentWire, RecusalWire } from './team-wire.ts'

type Deps = Pick<RegistryDeps, 'db' | 'directory' | 'today'>

export async function assignmentsOf(deps: Deps, caller: Caller, member: Id): Promise<readonly AssignmentWire[]> {
  await visibleMember(deps.db, caller, member, deps.today())
  return await assignments(deps, caller, 'and a.member_id = $2 order by a.since desc, a.id', member)
}

/** Refused for a firm to stand back from, for a member who does not count that day, and above the limit of their load. */
export async function assign(
  deps: Deps,
  caller: Caller,
  memberId: Id,
  input: { readonly firm: Id; readonly task?: string | undefined; readonly since: Day },
): Promise<AssignmentWire> {
  const { db, directory } = deps
  await changeable(deps, caller, memberId)
  const member = await visibleMember(db, caller, memberId, input.since)
  const firm = await directory.organisationById(caller.district, input.firm)
  if (firm?.kind !== 'firm' || !knows(caller.posts, firm))
    throw badInput([{ path: 'firm', says: text('没有这家企业', 'There is no such firm') }])
  if (!counts(member.standing)) {
    const { zh, en } = standingTitles[member.standing]
    const law = teams[member.team].law
    throw conflict({
      why: 'broken',
      says: text(`${member.person_name}${zh}，不能指派`, `${member.person_name}: ${en}; cannot be assigned`),
      ...(law && { law }),
    })
  }
  const id = newId()
  return await db.within(houseScope(caller.district), async (q) => {
    // The member's row is held, so that two at once cannot both take the last place.
    await q('select 1 from team_member where district_id = $1 and id = $2 for update', [caller.district, memberId])
    if (recusalBinds(member.team, member.organisation.kind)) await refuseRecused(q, caller.district, member.person_id, input)
    const [held] = await q<{ load: number; again: boolean }>(loadSql, [caller.district, memberId, input.since, input.firm])
    if (held!.again) throw conflict({ why: 'not now', says: text('已指派给这家企业', 'Already assigned to this firm') })
    if (member.load_limit !== null && held!.load >= member.load_limit)
      throw conflict({
        why: 'broken',
        says: text(
          `已联系 ${held!.load} 家，达到上限 ${member.load_limit} 家`,
          `Looks after ${held!.load} firms, the limit is ${member.load_limit}`,
        ),
      })
    await q(
      'insert into team_assignment (district_id, id, member_id, firm_id, task, since, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)',
      [caller.district, id, memberId, input.firm, input.task ?? null, input.since, caller.person],
    )
    await record(q, { ...actor(caller), kind: 'change', about: member.person_id, what: { team: member.team, assigned: input.firm } })
    return { id, member: memberId, firm: { id: firm.id, name: firm.name }, since: input.since, ...(input.task && { task: input.task }) }
  })
}

export async function endAssignment(deps: Deps, caller: Caller, id: Id, on: Day): Promise<AssignmentWire> {
  const { db } = deps
  const [row] = await assignments(deps, caller, 'and a.id = $2', id)
  if (!row) throw notFound()
  const member = await changeable(deps, caller, row.member)
  if (on < row.since) throw badInput([{ path: 'on', says: text('结束不能早于开始', 'It cannot end before it begins') }])
  await db.within(houseScope(caller.district), async (q) => {
    const ended = await q(
      'update team_assignment set until = $3 where district_id = $1 and id = $2 and (until is null or until >= $3) returning id',
      [caller.district, id, on],
    )
    if (ended.length === 0) throw endedEarlier()
    const what = { team: member.team, unassigned: row.firm.id, on }
    await record(q, { ...actor(caller), kind: 'change', about: member.person_id, what })
  })
  return { ...row, until: on }
}

/** An end is never put off: what a recusal ended would come to life again. */
const endedEarlier = () => conflict({ why: 'not now', says: text('已经更早结束', 'It ended earlier') })

export async function recusalsOf(deps: Deps, caller: Caller, person: Id): Promise<readonly RecusalWire[]> {
  await visiblePerson(deps, caller, person)
  return await recusals(deps, caller, 'and r.person_id = $2 order by r.since desc, r.id', person)
}

/** Recorded by those who govern a body that engages the person, or by the person of themselves. Assignments to that firm end. */
export async function recuse(
  deps: Deps,
  caller: Caller,
  input: {
    readonly person: Id
    readonly firm: Id
    readonly why: RecusalWire['why']
    readonly note?: string | undefined
    readonly since: Day
  },
): Promise<RecusalWire> {
  await visiblePerson(deps, caller, input.person)
  if (input.person !== caller.person && !(await engages(deps, caller, input.person))) throw forbidden()
  const firm = await deps.directory.organisationById(caller.district, input.firm)
  if (firm?.kind !== 'firm') throw badInput([{ path: 'firm', says: text('没有这家企业', 'There is no such firm') }])
  const id = newId()
  await deps.db.within(houseScope(caller.district), async (q) => {
    await q(
      'insert into recusal (district_id, id, person_id, organisation_id, why, note, since, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [caller.district, id, input.person, input.firm, input.why, input.note ?? null, input.since, caller.person],
    )
    await q(endRecusedSql, [caller.district, input.person, input.firm, input.since])
    await record(q, { ...actor(caller), kind: 'change', about: input.person, what: { recusedFrom: input.firm, why: input.why } })
  })
  return (await recusals(deps, caller, 'and r.id = $2', id))[0]!
}

export async function endRecusal(deps: Deps, caller: Caller, id: Id, on: Day): Promise<RecusalWire> {
  const [row] = await recusals(deps, caller, 'and r.id = $2', id)
  if (!row) throw notFound()
  await visiblePerson(deps, caller, row.person.id)
  // What somebody declared of themselves is lifted by those above, never by themselves.
  if (row.person.id === caller.person || !(await engages(deps, caller, row.person.id))) throw forbidden()
  if (on < row.since) throw badInput([{ path: 'on', says: text('结束不能早于开始', 'It cannot end before it begins') }])
  await deps.db.within(houseScope(caller.district), async (q) => {
    const ended = await q(
      'update recusal set until = $3 where district_id = $1 and id = $2 and (until is null or until >= $3) returning id',
      [caller.district, id, on],
    )
    if (ended.length === 0) throw endedEarlier()
    await record(q, { ...actor(caller), kind: 'change', about: row.person.id, what: { recusalEnded: row.firm.id } })
  })
  return { ...row, until: on }
}

async function recusals({ db }: Deps, caller: Caller, where: string, id: Id): Promise<readonly RecusalWire[]> {
  const rows = await db.ask<{ row: RecusalWire }>(houseScope(caller.district), `${recusalSelect} ${where}`, [caller.district, id])
  return rows.map(({ row }) => row)
}

async function assignments({ db }: Deps, caller: Caller, where: string, id: Id): Promise<readonly AssignmentWire[]> {
  const rows = await db.ask<{ row: AssignmentWire }>(houseScope(caller.district), `${assignmentSelect} ${where}`, [caller.district, id])
  return rows.map(({ row }) => row)
}

async function engages(deps: Deps, caller: Caller, person: Id): Promise<boolean> {
  const rows = await deps.db.ask<{ id: Id; path: readonly Id[] }>(
    houseScope(caller.district),
    `select distinct o.id, o.path from team_member m join organisation o on o.district_id = m.district_id and o.id = m.organisation_id
     where m.district_id = $1 and m.person_id = $2`,
    [caller.district, person],
  )
  return rows.some((place) => governs(caller.posts, place, 'unit'))
}

async function refuseRecused(
  q: Query,
  district: Id,
  person: Id,
  { firm, since }: { readonly firm: Id; readonly since: Day },
): Promise<void> {
  const [recused] = await q(
    `select 1 from recusal where district_id = $1 and person_id = $2 and organisation_id = $3 and since <= $4 and (until is null or until >= $4)`,
    [district, person, firm, since],
  )
  if (recused)
    throw conflict({
      why: 'broken',
      says: text('此人与这家企业有利害关系，应当回避', 'This person has an interest in that firm and must stand back'),
      ...{ law: recusalLaw },
    })
}

const assignmentSelect = `
  select json_strip_nulls(json_build_object('id', a.id, 'member', a.member_id, 'firm', json_build_object('id', f.id, 'name', f.name),
    'task', a.task, 'since', a.since, 'until', a.until)) as row
  from team_assignment a join organisation f on f.district_id = a.district_id and f.id = a.firm_id where a.district_id = $1`

const recusalSelect = `
  select json_strip_nulls(json_build_object('id', r.id, 'person', json_build_object('id', p.id, 'name', p.name),
    'firm', json_build_object('id', f.id, 'name', f.name), 'why', r.why, 'note', r.note, 'since', r.since, 'until', r.until)) as row
  from recusal r join person p on p.district_id = r.district_id and p.id = r.person_id
    join organisation f on f.district_id = r.district_id and f.id = r.organisation_id where r.district_id = $1`

const loadSql = `
  select count(*)::int as load, coalesce(bool_or(firm_id = $4), false) as again from team_assignment
  where district_id = $1 and member_id = $2 and (until is null or until >= $3)`

const endRecusedSql = `
  update team_assignment a set until = greatest(a.since, $4::date - 1) from team_member m
  where a.district_id = $1 and m.district_id = a.district_id and m.id = a.member_id and m.person_id = $2 and a.firm_id = $3
    and (a.until is null or a.until >= $4)`
