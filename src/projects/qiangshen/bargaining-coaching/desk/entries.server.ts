/** Writing in the coaching log: a visit, and a correction with its reason. Nothing that stands is ever changed. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { evaluationSetting } from '#law/acts/district-setting.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { governs } from '#registry/reach.ts'
import { suggestedState } from '../coaching.ts'
import { logOf } from './firms.server.ts'
import type { Correction, FirmLog, NewEntry } from './wire.ts'

interface Standing {
  readonly person: Id
  readonly path: readonly Id[]
  readonly organisation: Id
  readonly assigned: boolean
  readonly bargaining: string | null
  readonly bound: boolean
}

/** Whether that member looked after that firm on that day, and where its bargaining stands now. */
const standingSql = `
  select m.person_id as person, o.path, o.id as organisation, exists (
      select 1 from team_assignment a where a.district_id = m.district_id and a.member_id = m.id and a.firm_id = $3
        and a.since <= $4 and (a.until is null or a.until >= $4)) as assigned,
    (select c.state from organisation u join case_file c on c.district_id = u.district_id and c.owner_id = u.id and c.procedure = 'collective-bargaining'
      where u.district_id = m.district_id and u.firm_id = $3 order by c.opened_on desc, c.id desc limit 1) as bargaining,
    exists (select 1 from contract_cover v where v.district_id = m.district_id and v.firm_id = $3 and v.since <= $4 and v.until >= $4) as bound
  from team_member m join organisation o on o.district_id = m.district_id and o.id = m.organisation_id
  where m.district_id = $1 and m.id = $2 and m.team = 'instructor'`

function checkDays({ on, nextVisit }: { readonly on: string; readonly nextVisit?: string | undefined }, today: Day): void {
  if (on > today) throw badInput([{ path: 'on', says: text(`不能晚于今天 ${today}`, `Not later than today, ${today}`) }])
  if (nextVisit !== undefined && nextVisit <= on)
    throw badInput([{ path: 'nextVisit', says: text('下次走访应在这次之后', 'The next visit must lie after this one') }])
}

interface Written {
  readonly member: Id
  readonly firm: Id
  readonly corrects?: Id
  readonly reason?: string
}

/** Only the instructor, or who governs the body that engages them and records for them. */
async function write(q: Query, caller: Caller, at: Written, told: Omit<NewEntry, 'member' | 'firm'>): Promise<void> {
  const [found] = await q<Standing>(standingSql, [caller.district, at.member, at.firm, told.on])
  if (!found) throw notFound()
  if (found.person !== caller.person && !governs(caller.posts, { id: found.organisation, path: found.path }, 'unit')) throw forbidden()
  const key = `${caller.person}:${told.key}`
  const isKnown = async () =>
    (await q('select 1 from coaching_entry where district_id = $1 and key = $2', [caller.district, key])).length > 0
  if (await isKnown()) return
  if (!found.assigned)
    throw conflict({
      why: 'broken',
      says: text('那一天没有指派联系这家企业，先在队伍里指派', 'Not assigned to this firm on that day; assign it in the team first'),
      ...{ law: evaluationSetting.art(7) },
    })
  const written = await q(insertSql, [
    caller.district,
    newId(),
    at.member,
    at.firm,
    told.on,
    told.what,
    told.hours * 2,
    told.template ?? null,
    told.state,
    suggestedState(found.bargaining ?? undefined, found.bound) ?? null,
    told.nextVisit ?? null,
    at.corrects ?? null,
    at.reason ?? null,
    key,
    caller.person,
    caller.name,
  ])
  // The same may have been sent twice at one instant; otherwise somebody else was faster with a correction.
  if (written.length === 0 && !(await isKnown()))
    throw conflict({
      why: 'stale',
      says: text('这一条刚才已经更正过，请看过再改', 'This entry has just been put right. Look at it, then go on.'),
    })
}

const insertSql = `
  insert into coaching_entry (district_id, id, member_id, firm_id, on_day, what, half_hours, template, state, suggested, next_visit, corrects, reason,
    key, recorded_by, recorded_name)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing returning id`

export async function addEntry(db: Database, caller: Caller, today: Day, { member, firm, ...told }: NewEntry): Promise<FirmLog> {
  await logOf(db, caller, today, firm)
  checkDays(told, today)
  await db.within(houseScope(caller.district), (q) => write(q, caller, { member, firm }, told))
  return await logOf(db, caller, today, firm)
}

export async function correctEntry(db: Database, caller: Caller, today: Day, id: Id, { reason, ...told }: Correction): Promise<FirmLog> {
  const [before] = await db.ask<{ member: Id; firm: Id }>(
    houseScope(caller.district),
    'select member_id as member, firm_id as firm from coaching_entry where district_id = $1 and id = $2',
    [caller.district, id],
  )
  if (!before) throw notFound()
  await logOf(db, caller, today, before.firm)
  checkDays(told, today)
  await db.within(houseScope(caller.district), (q) => write(q, caller, { ...before, corrects: id, reason }, told))
  return await logOf(db, caller, today, before.firm)
}
