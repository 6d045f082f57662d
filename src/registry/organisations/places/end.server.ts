/** An organisation that ends: lawfully, with the posts held there; a firm takes its own union along, whose members stay members. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Organisation } from '../../organisation.ts'
import { stale } from '../../people/visible-person.server.ts'
import { actor, record } from '../../privacy/audit.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { governedFromAbove } from '../governed.server.ts'
import { organisationWire, organisationWireShape } from '../organisation-wire.ts'
import { approvalNumber } from './enter.server.ts'
import { keepPlaces, peopleAt, placePeople } from './place-people.server.ts'
import { mayEnd, notNow } from './union-law.ts'

const endInput = z.object({
  /** Its last day. */
  on: z.iso.date(),
  why: z.enum(['employerEnded', 'merged', 'resolved', 'closed']),
  /** The upper union's approval, or the number under which it was reported to it. */
  number: approvalNumber.optional(),
  approvedOn: z.iso.date().optional(),
  reason: z.string().trim().min(2).max(200),
})
type EndInput = z.output<typeof endInput>

export function endRoutes(app: Http, deps: RegistryDeps): void {
  const params = z.object({ id: z.uuid() })
  app.post(
    '/api/organisations/:id/end',
    {
      config: { access: { who: 'signed-in' } },
      schema: { tags: ['registry'], params, body: endInput, response: { 200: organisationWireShape } },
    },
    async (request) => {
      const caller = callerOf(request)
      const subject = await governedFromAbove(deps, caller, request.params.id)
      return organisationWire(await end(deps, caller, subject, request.body))
    },
  )
}

async function end(deps: RegistryDeps, caller: Caller, subject: Organisation, input: EndInput): Promise<Organisation> {
  const { district } = caller
  if (subject.standing === 'ended' && subject.until === input.on) return subject
  if (subject.standing === 'ended')
    throw conflict(notNow(`${subject.name}已于${subject.until}终止`, `${subject.name} ended on ${subject.until}`))
  if (input.on > deps.today()) throw badInput([{ path: 'on', says: text('请在终止当天或之后登记', 'Record the end on its day or later') }])
  if (input.on < subject.since)
    throw badInput([{ path: 'on', says: text(`该组织自${subject.since}起设立`, `It exists from ${subject.since}`) }])
  if (subject.kind === 'district') throw forbidden()
  const firm = subject.firm ? await deps.directory.organisationById(district, subject.firm) : undefined
  const refusal = mayEnd(subject, input.why, firm, input.number !== undefined && input.approvedOn !== undefined)
  if (refusal) throw conflict(refusal)
  await deps.db.within(houseScope(district), async (q) => {
    await keepPlaces(q, district)
    const [now] = await q('select 1 from organisation where district_id = $1 and id = $2 and standing = $3 for update', [
      district,
      subject.id,
      subject.standing,
    ])
    if (!now) throw conflict(stale)
    const ended = await q<{ id: Id; name: string; along: boolean }>(endingSql, [district, subject.id])
    const left = await q<{ name: string }>(leftSql, [district, ended.map(({ id }) => id)])
    if (left[0]) {
      const names = left.map(({ name }) => name).join('、')
      throw conflict(notNow(`下面还有：${names}。请先转出或者终止`, `Still below it: ${names}. Move or end these first`))
    }
    await writeEnd(q, caller, ended, subject.id, input)
    await placePeople(
      q,
      district,
      await peopleAt(
        q,
        district,
        ended.map(({ id }) => id),
        deps.today(),
      ),
      deps.today(),
    )
    await record(q, {
      ...actor(caller),
      kind: 'change',
      about: subject.id,
      what: { ended: input.on, why: input.why, bodies: ended.length },
    })
  })
  await deps.session.registryChanged(district)
  return { ...subject, standing: 'ended', until: input.on as Day }
}

async function writeEnd(
  q: Query,
  caller: Caller,
  ended: readonly { readonly id: Id; readonly along: boolean }[],
  top: Id,
  { on, why, number, approvedOn, reason }: EndInput,
): Promise<void> {
  const ids = ended.map(({ id }) => id)
  const details = JSON.stringify({ why, ...(number && { number }), ...(approvedOn && { approvedOn }) })
  await Promise.all([
    q(`update organisation set standing = 'ended', until = $3 where district_id = $1 and id = any ($2::uuid[])`, [
      caller.district,
      ids,
      on,
    ]),
    q(closeTermsSql, [caller.district, ids, on]),
    q(closePostsSql, [caller.district, ids, on]),
    q(changesSql, [caller.district, ids, top, on, details, reason, caller.person]),
  ])
}

// With a firm end its own unions, with each body what mediates there and its groups: none of these is anything without it.
const endingSql = `
  with recursive ending as (
    select id, name, false as along from organisation where district_id = $1 and id = $2
    union
    select o.id, o.name, true from ending e join organisation o on o.district_id = $1 and o.standing <> 'ended'
      and ((o.parent_id = e.id and o.kind in ('committee', 'team')) or (o.firm_id = e.id and o.kind in ('union', 'committee')))
  )
  select id, name, along from ending`

const leftSql = `
  select name from organisation
  where district_id = $1 and parent_id = any ($2::uuid[]) and id <> all ($2::uuid[]) and standing <> 'ended' order by sort_name limit 5`

const closeTermsSql = `
  with places as (
    update organisation_place set until = greatest($3, since) where district_id = $1 and organisation_id = any ($2::uuid[]) and until is null
  )
  update union_cover set until = greatest($3, since)
  where district_id = $1 and (union_id = any ($2::uuid[]) or firm_id = any ($2::uuid[])) and (until is null or until > $3)`

const closePostsSql = `
  update post set until = greatest($3, since) where district_id = $1 and organisation_id = any ($2::uuid[]) and (until is null or until > $3)`

const changesSql = `
  insert into organisation_change (district_id, id, organisation_id, what, on_day, details, reason, recorded_by)
  select $1, gen_random_uuid(), id, 'ended', $4, $5::jsonb || case when id = $3 then '{}'::jsonb else '{"why": "employerEnded"}'::jsonb end, $6, $7
  from unnest($2::uuid[]) id`
