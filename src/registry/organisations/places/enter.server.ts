/** Organisations entered and approved: a union is proposed until the number and day of the upper union's approval are on record. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database, Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden } from '#platform/problem.ts'
import { mayLieBelow, type Organisation, unitKinds } from '../../organisation.ts'
import { organisationInput, type OrganisationInput } from '../../routes/organisation-shapes.ts'
import { actor, record } from '../../privacy/audit.server.ts'
import { governs } from '../../reach.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { governedFromAbove, known } from '../governed.server.ts'
import { organisationWire, organisationWireShape } from '../organisation-wire.ts'
import { peopleAt, placePeople } from './place-people.server.ts'
import { isUnion, mayApprove, mustStand, termEnd, termLength } from './union-law.ts'
import { uniqueCode } from './unique-code.server.ts'
import { writeOrganisations } from './write-organisations.server.ts'
import { houseScope } from '#platform/row-scope.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']

export const approvalNumber = z.string().trim().min(2).max(60)
export const approvalInput = z.object({
  number: approvalNumber,
  on: z.iso.date(),
  termYears: z.int(),
  beganOn: z.iso.date(),
})

export function enterRoutes(app: Http, deps: RegistryDeps): void {
  app.post(
    '/api/organisations',
    { config, schema: { tags, body: organisationInput, response: { 201: organisationWireShape } } },
    async (request, reply) => {
      const made = await enter(deps, callerOf(request), request.body)
      return reply.code(201).send(organisationWire(made))
    },
  )

  const params = z.object({ id: z.uuid() })
  app.post(
    '/api/organisations/:id/approval',
    { config, schema: { tags, params, body: approvalInput, response: { 200: organisationWireShape } } },
    async (request) => {
      const caller = callerOf(request)
      const union = await governedFromAbove(deps, caller, request.params.id)
      return organisationWire(await approve(deps, caller, union, request.body))
    },
  )
}

async function enter(deps: RegistryDeps, caller: Caller, input: OrganisationInput): Promise<Organisation> {
  const parent = input.parent ? await known(deps, caller, input.parent) : undefined
  if (!governs(caller.posts, parent ?? { id: '', path: [] }, 'below')) throw forbidden()
  if (!mayLieBelow(input.kind, parent?.kind))
    throw badInput([{ path: 'parent', says: text('这类组织不能设在这里', 'An organisation of this kind cannot be placed there') }])
  const refusal = parent && mustStand(parent)
  if (refusal) throw conflict(refusal)
  for (const path of ['firm', 'street'] as const) await checkReference(deps, caller, input, path, parent)
  const made = placed(input, caller.district, parent)
  await uniqueCode('creditCode', () =>
    deps.db.within(caller.scope, async (q) => {
      if (parent) await standsStill(q, parent)
      await writeOrganisations(q, { district: caller.district, by: caller.person, source: '登记' }, [made])
      await record(q, { ...actor(caller), kind: 'change', about: made.id, what: { entered: made.kind, name: made.name } })
    }),
  )
  await deps.session.registryChanged(caller.district)
  return made
}

/** Held until the new one is written, so that nothing is entered below what somebody ends at this moment. */
async function standsStill(q: Query, parent: Organisation): Promise<void> {
  const sql = 'select standing from organisation where district_id = $1 and id = $2 for share'
  const [now] = await q<Pick<Organisation, 'standing'>>(sql, [parent.district, parent.id])
  const refusal = mustStand({ ...parent, ...now })
  if (refusal) throw conflict(refusal)
}

async function checkReference(
  deps: RegistryDeps,
  caller: Caller,
  input: OrganisationInput,
  path: 'firm' | 'street',
  parent: Organisation | undefined,
): Promise<void> {
  const id = input[path]
  if (!id) return
  const found = await deps.directory.organisationById(caller.district, id)
  if (found?.kind !== path) throw badInput([{ path, says: text('没有这个组织', 'There is no such organisation') }])
  // What stands for a firm is looked up by everybody in dispute with it: only those above the firm, or of its own union, set it up.
  if (path === 'firm' && parent?.firm !== id && !governs(caller.posts, found, 'unit')) throw forbidden()
}

function placed(
  { parent: _parent, shortName, since, ...input }: OrganisationInput,
  district: Id,
  parent: Organisation | undefined,
): Organisation {
  const id = newId()
  const unit = unitKinds.includes(input.kind) ? id : parent?.unit
  const street = input.kind === 'street' ? id : (input.street ?? parent?.street)
  return {
    ...(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as typeof input as Organisation),
    id,
    district,
    shortName: shortName ?? input.name,
    standing: isUnion(input) ? 'proposed' : 'standing',
    since: since as Day,
    path: [...(parent?.path ?? []), id],
    ...(parent && { parent: parent.id }),
    ...(unit && { unit }),
    ...(street && { street }),
  }
}

async function approve(
  deps: RegistryDeps,
  caller: Caller,
  union: Organisation,
  { number, on, termYears, beganOn }: z.output<typeof approvalInput>,
): Promise<Organisation> {
  const { district } = caller
  if (await isApproved(deps.db, caller, union, number, on)) return union
  const upper = union.parent ? await deps.directory.organisationById(district, union.parent) : undefined
  const refusal = mayApprove(union, upper) ?? termLength(termYears)
  if (refusal) throw conflict(refusal)
  if (on > deps.today()) throw badInput([{ path: 'on', says: text('批复日期还没有到', 'The day of the approval has not come yet') }])
  if (beganOn > deps.today()) throw badInput([{ path: 'beganOn', says: text('任期还没有开始', 'The term has not begun yet') }])
  await deps.db.within(houseScope(district), async (q) => {
    const stood = await q(approveSql, [district, union.id, on])
    if (stood.length === 0) throw conflict(mayApprove({ ...union, standing: 'standing' }, upper)!)
    await Promise.all([
      q(approvedPlaceSql, [district, union.id, on, number]),
      q(lateFactsSql, [district, union.id, on]),
      q(termSql, [district, newId(), union.id, termYears, beganOn, termEnd(beganOn as Day, termYears), number, on, caller.person]),
    ])
    await placePeople(q, district, await peopleOfFirm(q, union, deps.today()), deps.today())
    await record(q, { ...actor(caller), kind: 'change', about: union.id, what: { approved: number, on } })
  })
  await deps.session.registryChanged(district)
  return { ...union, standing: 'standing', since: on as Day }
}

/** The members-to-be of a union work for its firm. */
const peopleOfFirm = (q: Query, { firm, district }: Organisation, today: Day): Promise<readonly Id[]> =>
  firm ? peopleAt(q, district, [firm], today) : Promise.resolve([])

async function isApproved(db: Database, caller: Caller, union: Organisation, number: string, on: string): Promise<boolean> {
  if (union.standing !== 'standing') return false
  const [same] = await db.ask(
    caller.scope,
    'select 1 from organisation_place where district_id = $1 and organisation_id = $2 and approval_number = $3 and approved_on = $4',
    [caller.district, union.id, number, on],
  )
  return same !== undefined
}

// It exists from the day of its approval: before that day no list and no figure knows it.
const approveSql = `
  update organisation set standing = 'standing', since = $3 where district_id = $1 and id = $2 and standing = 'proposed' returning id`

const approvedPlaceSql = `
  update organisation_place set since = $3, approval_number = $4, approved_on = $3
  where district_id = $1 and organisation_id = $2 and until is null`

const lateFactsSql = `
  update organisation_fact set since = $3
  where district_id = $1 and organisation_id = $2 and since < $3 and (until is null or until >= $3)`

export const termSql = `
  insert into union_term (district_id, id, organisation_id, years, began_on, ends_on, approval_number, approved_on, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
