/** Members of the teams: counted and listed as of a day, taken in, changed, renewed, ended. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { governs, knows } from '../reach.ts'
import { startOf } from '../routes/lists.server.ts'
import { cursorText } from '../routes/wire.ts'
import type { RegistryDeps } from '../routes.server.ts'
import {
  mayChange,
  memberColumns,
  memberFrom,
  type MemberRow,
  memberWire,
  reachValues,
  standing,
  visibleMember,
} from './member-rows.server.ts'
import { type Standing, standings, type Team, teamNames, teams } from './team.ts'
import type { MemberChange, MembersPageWire, MembersQuery, MemberWire, NewMember, TeamsWire } from './team-wire.ts'

type Deps = Pick<RegistryDeps, 'db' | 'directory' | 'today'>

export async function teamCounts({ db }: Deps, caller: Caller, on: Day, unit: Id | undefined): Promise<TeamsWire> {
  const rows = await db.ask<{ team: Team; standing: Standing; people: number }>(
    houseScope(caller.district),
    `select m.team, ${standing} as standing, count(distinct m.person_id)::int as people
     ${memberFrom} and ($7::uuid is null or o.unit_id = $7) group by 1, 2`,
    [...reachValues(caller, on), unit ?? null],
  )
  const of = (team: Team, one: Standing): number => rows.find((row) => row.team === team && row.standing === one)?.people ?? 0
  const items = teamNames.map((team) => {
    const each = Object.fromEntries(standings.map((one) => [one, of(team, one)])) as Record<Standing, number>
    return { team, title: teams[team].title, value: each.counting + each.expiring, ...each }
  })
  return { on, items }
}

export async function listMembers({ db }: Deps, caller: Caller, query: MembersQuery, on: Day): Promise<MembersPageWire> {
  const { team, standing: wanted, unit, person, q, sort, limit, after } = query
  const start = startOf(after)
  const key = sort === 'until' ? `m.until::text || ' ' || p.sort_name` : 'p.sort_name'
  const filter = `${memberFrom}
    and ($7::text is null or m.team = $7) and ($8::text is null or ${standing} = $8) and ($9::uuid is null or o.unit_id = $9)
    and ($10::uuid is null or m.person_id = $10)
    and ($11 = '' or starts_with(p.name, $11) or starts_with(p.sort_name, lower($11)) or starts_with(p.initials, lower($11)) or m.card_number = $11)`
  const values = [...reachValues(caller, on), team ?? null, wanted ?? null, unit ?? null, person ?? null, q ?? '']
  const onwards = start ? [start.name, start.id] : []
  const [rows, [counted]] = await db.within(houseScope(caller.district), (ask) =>
    Promise.all([
      ask<MemberRow & { key: string }>(
        `select ${memberColumns}, ${key} as key ${filter} ${start ? `and (${key}, m.id) > ($12 collate "C", $13::uuid)` : ''}
         order by ${key} collate "C", m.id limit ${limit + 1}`,
        [...values, ...onwards],
      ),
      ask<{ total: number }>(`select count(*)::int as total ${filter}`, values),
    ]),
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    on,
    items: shown.map((row) => memberWire(row, caller, on)),
    total: counted!.total,
    ...(last && { next: cursorText({ name: last.key, id: last.id }) }),
  }
}

export async function addMember(deps: Deps, caller: Caller, input: NewMember): Promise<MemberWire> {
  const { db, directory, today } = deps
  const at = await directory.organisationById(caller.district, input.organisation)
  if (!at || !knows(caller.posts, at)) throw notFound()
  if (!governs(caller.posts, at, 'unit')) throw forbidden()
  checkDays(input.since as Day, input.until as Day)
  const [person] = await db.ask<{ id: Id }>(
    caller.scope,
    'select id from person where district_id = $1 and id = $2 and merged_into is null',
    [caller.district, input.person],
  )
  if (!person)
    throw badInput([{ path: 'person', says: text('登记册中没有此人，请先登记', 'Nobody of that id in the register; enter them first') }])
  const id = newId()
  await refusingDoubles(() =>
    db.within(houseScope(caller.district), async (q) => {
      await q(insertSql, [
        caller.district,
        id,
        input.team,
        input.person,
        input.organisation,
        input.since,
        input.until,
        input.follows ?? null,
        caller.person,
      ])
      await q(...update(caller.district, id, input))
      await record(q, { ...actor(caller), kind: 'change', about: input.person, what: { team: input.team, added: id } })
    }),
  )
  return memberWire(await visibleMember(db, caller, id, today()), caller, today())
}

export async function changeMember(deps: Deps, caller: Caller, id: Id, change: MemberChange): Promise<MemberWire> {
  const { db, today } = deps
  const before = await changeable(deps, caller, id)
  const { version, ...fields } = change
  if (version !== before.version) throw stale()
  await refusingDoubles(() =>
    db.within(houseScope(caller.district), async (q) => {
      const [changed] = await q<{ id: Id }>(...update(caller.district, id, fields, version))
      if (!changed) throw stale()
      await record(q, {
        ...actor(caller),
        kind: 'change',
        about: before.person_id,
        what: { team: before.team, member: id, fields: Object.keys(fields) },
      })
    }),
  )
  return memberWire(await visibleMember(db, caller, id, today()), caller, today())
}

/** The term ends on that day instead, for a reason that is kept. */
export async function endMember(deps: Deps, caller: Caller, id: Id, on: Day, why: string): Promise<MemberWire> {
  const { db, today } = deps
  const before = await changeable(deps, caller, id)
  if (on < before.since) throw badInput([{ path: 'on', says: text('结束不能早于开始', 'It cannot end before it begins') }])
  if (on > before.until) throw conflict({ why: 'not now', says: text('任期在此之前已经届满', 'The term ends before that day') })
  await db.within(houseScope(caller.district), async (q) => {
    await q('update team_member set until = $3, ended_why = $4, updated_at = now() where district_id = $1 and id = $2', [
      caller.district,
      id,
      on,
      why,
    ])
    await q(
      'update team_assignment set until = $3 where district_id = $1 and member_id = $2 and (until is null or until > $3) and since <= $3',
      [caller.district, id, on],
    )
    await record(q, {
      ...actor(caller),
      kind: 'change',
      about: before.person_id,
      what: { team: before.team, member: id, endedOn: on, why },
    })
  })
  return memberWire(await visibleMember(db, caller, id, today()), caller, today())
}

export async function changeable({ db, today }: Deps, caller: Caller, id: Id): Promise<MemberRow> {
  const row = await visibleMember(db, caller, id, today())
  if (!mayChange(caller, row)) throw forbidden()
  return row
}

function checkDays(since: Day, until: Day): void {
  if (until < since) throw badInput([{ path: 'until', says: text('届满不能早于开始', 'A term cannot end before it begins') }])
}

const stale = () =>
  conflict({ why: 'stale', says: text('别人刚刚改过，请刷新后再改', 'Somebody has just changed it; reload and change it again') })

async function refusingDoubles(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code, constraint = '' } = error as { code?: string; constraint?: string }
    if (code !== '23505') throw error
    throw conflict({
      why: 'broken',
      says: constraint.includes('card')
        ? text('这个证号已登记在别人名下', 'This card number is registered already')
        : text('此人在这里已有从这天开始的任期', 'This person already has a term from that day here'),
    })
  }
}

const columns = {
  cardNumber: 'card_number',
  trainedOn: 'trained_on',
  trainingHours: 'training_hours',
  examinedOn: 'examined_on',
  examPassed: 'exam_passed',
  certifiedBy: 'certified_by',
  registration: 'registration',
  special: 'special',
  loadLimit: 'load_limit',
  areas: 'areas',
  hours: 'hours',
} as const

function update(district: Id, id: Id, given: Partial<MemberChange>, version?: string): [sql: string, values: unknown[]] {
  const named = Object.entries(columns).filter(([field]) => given[field as keyof typeof columns] !== undefined)
  const sets = named.map(([, column], at) => `${column} = $${at + 3}`)
  const values = [district, id, ...named.map(([field]) => given[field as keyof typeof columns])]
  const same = version === undefined ? '' : ` and updated_at::text = $${values.push(version)}`
  return [
    `update team_member set ${[...sets, 'updated_at = clock_timestamp()'].join(', ')} where district_id = $1 and id = $2${same} returning id`,
    values,
  ]
}

const insertSql = `
  insert into team_member (district_id, id, team, person_id, organisation_id, since, until, follows, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
