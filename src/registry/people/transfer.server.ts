/** A transfer in one step: the old engagement ends the day before the new one begins, and the history keeps both. */
import { type Day, earlierOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Organisation } from '../organisation.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { governs } from '../reach.ts'
import {
  approveHeld,
  daysPossible,
  engagementColumns,
  type EngagementRow,
  enterEngagement,
  fitsAt,
  isWaiting,
  leaveTheDayBefore,
  oneSql,
  takesPeople,
  wrong,
} from './engagements.server.ts'
import type { TransferInput } from './people-wire.ts'
import type { PeopleDeps } from './person-rows.server.ts'
import { hold, settle, stale, visiblePerson } from './visible-person.server.ts'

/**
 * POST /api/persons/:id/transfer, by who governs where they leave or where they go. Into a union that the caller does not govern the membership
 * waits for that union's approval, and the old one holds until then. The same transfer again changes nothing.
 */
export async function transfer(deps: PeopleDeps, caller: Caller, person: Id, given: TransferInput): Promise<void> {
  await visiblePerson(deps, caller, person)
  const { district } = caller
  const [from] = await deps.db.ask<EngagementRow>(
    houseScope(district),
    `select ${engagementColumns} from engagement e where e.district_id = $1 and e.id = $2 and e.person_id = $3`,
    [district, given.from, person],
  )
  if (!from) throw notFound()
  const bodies = await deps.directory.organisationsByIds(district, [from.organisation, ...(given.to ? [given.to] : [])])
  const to = given.to === undefined ? undefined : bodies.get(given.to)
  if (given.to && !to) throw notFound()
  const on = given.on as Day
  const receives = judge(caller, from, bodies.get(from.organisation)!, to)
  daysPossible(deps.today(), on, null, 'on')
  if (to) fitsAt(from.kind, to, 'to')
  if (to) takesPeople(to)
  if (from.organisation === to?.id) throw wrong('to', text('已经在这个单位', 'They are there already'))
  await deps.db.within(houseScope(district), async (q) => {
    await hold(q, district, person)
    if (await isDone(q, district, from.id, given)) return
    await move(q, caller, from.id, to, given, receives ? earlierOf(on, deps.today()) : null)
    await settle(q, district, [person], deps.today())
    const what = {
      deed: 'transferred',
      from: from.organisation,
      to: to?.id ?? null,
      toName: given.toName ?? null,
      on,
      waits: !receives && !!to,
    }
    await record(q, { ...actor(caller), kind: 'change', about: person, what })
  })
  await deps.session.changed(person)
}

/** Whether the caller governs where they go. */
function judge(caller: Caller, from: EngagementRow, left: Organisation, to: Organisation | undefined): boolean {
  const receives = to !== undefined && governs(caller.posts, to, 'unit')
  const releases = governs(caller.posts, left, 'unit')
  if (!receives && !releases) throw forbidden()
  // Nobody is put to work at a firm by those who have no say there.
  if (to && !receives && from.kind !== 'membership') throw forbidden()
  return receives
}

/** It was made already, by the same request sent twice. */
async function isDone(q: Query, district: Id, from: Id, { to, toName, on }: TransferInput): Promise<boolean> {
  const [done] = await q<{ done: boolean }>(
    `select exists (select from engagement n where n.district_id = $1 and n.follows = $2 and n.organisation_id = $3 and n.since = $4
         and (n.until is null or n.approved_on is not null))
       or exists (select from engagement e where e.district_id = $1 and e.id = $2 and e.moved_to = $5 and e.until = $4::date - 1) as done`,
    [district, from, to ?? null, on, toName ?? null],
  )
  return done!.done
}

async function move(
  q: Query,
  caller: Caller,
  id: Id,
  to: Organisation | undefined,
  given: TransferInput,
  approvedOn: Day | null,
): Promise<void> {
  const { district } = caller
  const [from] = await q<EngagementRow>(oneSql, [district, id])
  const on = given.on as Day
  if (!from || from.until || isWaiting(from)) throw conflict(stale)
  if (from.since >= on) throw wrong('on', text('转出须晚于开始日期', 'It must be after the day it began'))
  const membership = from.kind === 'membership'
  if (to && membership) {
    const [waiting] = await q<{ id: Id }>(
      `select id from engagement where district_id = $1 and person_id = $2 and organisation_id = $3 and kind = 'membership'
         and approved_on is null and until is null`,
      [district, from.person, to.id],
    )
    if (waiting && approvedOn) return await approveHeld(q, caller, waiting.id, approvedOn, on)
    if (waiting) throw conflict({ why: 'not now', says: text('已在等待转入工会批准', 'It waits for the union’s approval already') })
  }
  const waits = to && membership && !approvedOn
  if (!waits) await leaveTheDayBefore(q, district, from, on, given.toName)
  if (to)
    await enterEngagement(q, caller, from.person, {
      organisation: to.id,
      kind: from.kind,
      job: given.job ?? (membership ? from.job : null),
      since: on,
      until: null,
      approvedOn: membership ? approvedOn : null,
      follows: from.id,
    })
}
