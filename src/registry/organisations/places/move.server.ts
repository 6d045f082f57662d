/** An organisation moved below another: with everything under it, its people and its cases, in one transaction; where it lay before stays. */
import { z } from 'zod'
import { addDays, type Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { mayLieBelow, type Organisation, unitKinds } from '../../organisation.ts'
import { organisationColumns, organisationOf, type OrganisationRow } from '../../organisation-rows.server.ts'
import { actor, record } from '../../privacy/audit.server.ts'
import { governs } from '../../reach.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { governedFromAbove, known } from '../governed.server.ts'
import { organisationWire, organisationWireShape } from '../organisation-wire.ts'
import { approvalNumber } from './enter.server.ts'
import { keepPlaces, peopleAt, placePeople } from './place-people.server.ts'
import { mustStand, notNow } from './union-law.ts'

const moveInput = z.object({
  parent: z.uuid(),
  /** Number and day of the approval by the union above both places. */
  number: approvalNumber,
  approvedOn: z.iso.date(),
  /** Its first day at the new place. */
  on: z.iso.date(),
  reason: z.string().trim().max(200).optional(),
  /** A firm's own union goes along unless this says it stays. */
  alone: z.boolean().default(false),
})
type MoveInput = z.output<typeof moveInput>

export function moveRoutes(app: Http, deps: RegistryDeps): void {
  const params = z.object({ id: z.uuid() })
  app.post(
    '/api/organisations/:id/move',
    {
      config: { access: { who: 'signed-in' } },
      schema: { tags: ['registry'], params, body: moveInput, response: { 200: organisationWireShape } },
    },
    async (request) => organisationWire(await move(deps, callerOf(request), request.params.id, request.body)),
  )
}

async function move(deps: RegistryDeps, caller: Caller, id: Id, input: MoveInput): Promise<Organisation> {
  const { district } = caller
  const subject = await governedFromAbove(deps, caller, id)
  const parent = await known(deps, caller, input.parent)
  if (!governs(caller.posts, parent, 'below')) throw forbidden()
  checkDays(subject, input, deps.today())
  const refusal = mustStand(parent) ?? mustStand(subject)
  if (refusal) throw conflict(refusal)
  const moved = await deps.db.within(houseScope(district), async (q) => {
    await keepPlaces(q, district)
    const rows = await q<OrganisationRow>(
      `select ${organisationColumns} from organisation where district_id = $1 and id = any ($2::uuid[]) for update`,
      [district, [id, parent.id]],
    )
    const now = organisationOf(rows.find((row) => row.id === id)!)
    const to = organisationOf(rows.find((row) => row.id === parent.id)!)
    if (now.parent === to.id && (await isMoved(q, now, input))) return now
    checkPlace(now, to)
    const late = mustStand(to) ?? mustStand(now)
    if (late) throw conflict(late)
    const tops = [now.id, ...(input.alone || now.kind !== 'firm' ? [] : await ownUnions(q, now))]
    const subtree: Id[] = []
    for (const top of tops) subtree.push(...(await moveTop(q, top, to, input, caller)))
    await q('select hexie_move_cases($1, $2)', [district, subtree])
    await placePeople(q, district, await peopleAt(q, district, subtree, deps.today()), deps.today())
    const what = { moved: to.id, number: input.number, on: input.on, bodies: subtree.length }
    await record(q, { ...actor(caller), kind: 'change', about: id, what })
    return undefined
  })
  if (moved) return moved
  await deps.session.registryChanged(district)
  return (await deps.directory.organisationById(district, id))!
}

function checkDays(subject: Organisation, { on, approvedOn }: MoveInput, today: Day): void {
  if (on > today) throw badInput([{ path: 'on', says: text('请在转入当天或之后登记', 'Record a move on its day or later') }])
  if (approvedOn > today)
    throw badInput([{ path: 'approvedOn', says: text('批复日期还没有到', 'The day of the approval has not come yet') }])
  if (on <= subject.since)
    throw badInput([
      { path: 'on', says: text(`该组织自${subject.since}起设立，须在其后`, `It exists from ${subject.since}; move it after that`) },
    ])
}

function checkPlace(now: Organisation, to: Organisation): void {
  if (now.kind === 'district' || !mayLieBelow(now.kind, to.kind) || to.path.includes(now.id))
    throw badInput([{ path: 'parent', says: text('这类组织不能设在这里', 'An organisation of this kind cannot be placed there') }])
  if (now.parent === to.id) throw conflict(notNow(`${now.name}已经在${to.name}之下`, `${now.name} already lies below ${to.name}`))
}

/** The same move told once more does nothing. */
async function isMoved(q: Query, { district, id }: Organisation, { parent, number, on }: MoveInput): Promise<boolean> {
  const [same] = await q(
    `select 1 from organisation_place
     where district_id = $1 and organisation_id = $2 and parent_id = $3 and approval_number = $4 and since = $5 and until is null`,
    [district, id, parent, number, on],
  )
  return same !== undefined
}

async function ownUnions(q: Query, firm: Organisation): Promise<readonly Id[]> {
  const rows = await q<{ id: Id }>(
    `select id from organisation where district_id = $1 and firm_id = $2 and parent_id is not distinct from $3 and standing <> 'ended' for update`,
    [firm.district, firm.id, firm.parent ?? null],
  )
  return rows.map(({ id }) => id)
}

/** Moves one with all below it, and says whom. */
async function moveTop(q: Query, id: Id, to: Organisation, input: MoveInput, caller: Caller): Promise<readonly Id[]> {
  const { district } = caller
  const rows = await q<{ id: Id; since: Day }>(subtreeSql, [district, id])
  const begun = await q<{ since: Day }>(
    'select since from organisation_place where district_id = $1 and organisation_id = $2 and until is null and since >= $3',
    [district, id, input.on],
  )
  if (begun[0])
    throw badInput([
      {
        path: 'on',
        says: text(
          `它自${begun[0].since}起才在现在的位置，须在其后`,
          `It lies where it is only from ${begun[0].since}; move it after that`,
        ),
      },
    ])
  const ids = rows.map((row) => row.id)
  await q(moveSql, [district, id, ids, to.path, to.unit ?? null, to.street ?? null, unitKinds])
  await q(closeSql, [district, ids, input.on, addDays(input.on as Day, -1)])
  await q(placeSql, [district, ids, id, newId(), input.on, input.number, input.approvedOn, input.reason ?? null, caller.person])
  return ids
}

const subtreeSql = `
  with recursive under as (
    select id, since from organisation where district_id = $1 and id = $2
    union all
    select o.id, o.since from under join organisation o on o.district_id = $1 and o.parent_id = under.id
  )
  select id, since from under`

// The part of each path above the one moved is that of its new place. Inside a unit that moves, the unit stays what it is.
const moveSql = `
  with top as (select kind, path from organisation where district_id = $1 and id = $2)
  update organisation o set
    path = $4::uuid[] || o.path[cardinality(top.path) : ],
    parent_id = case when o.id = $2 then ($4::uuid[])[cardinality($4::uuid[])] else o.parent_id end,
    unit_id = case when top.kind = any ($7::text[]) then o.unit_id else $5::uuid end,
    street_id = case when o.kind = 'street' then o.street_id else coalesce($6::uuid, o.street_id) end
  from top
  where o.district_id = $1 and o.id = any ($3::uuid[])`

// Who began at its place only after that day has the new unit from its first day on.
const closeSql = `
  with later as (
    update organisation_place p set unit_id = o.unit_id from organisation o
    where p.district_id = $1 and p.organisation_id = any ($2::uuid[]) and p.until is null and p.since >= $3
      and o.district_id = p.district_id and o.id = p.organisation_id
  )
  update organisation_place set until = $4
  where district_id = $1 and organisation_id = any ($2::uuid[]) and until is null and since < $3`

const placeSql = `
  insert into organisation_place (district_id, id, organisation_id, parent_id, unit_id, approval_number, approved_on, since, reason, recorded_by)
  select $1, case when o.id = $3 then $4 else gen_random_uuid() end, o.id, o.parent_id, o.unit_id,
    case when o.id = $3 then $6 end, case when o.id = $3 then $7::date end, $5, case when o.id = $3 then $8 else '随上级转隶' end, $9
  from organisation o
  where o.district_id = $1 and o.id = any ($2::uuid[])
    and not exists (
      select 1 from organisation_place p where p.district_id = $1 and p.organisation_id = o.id and p.until is null)`
