/** The clockwork: takes the steps the law itself takes when a last day has passed, and tells people of days that come and go. */
import { addDays } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { type Due, deadlineOf, dueOf, lawStepsOf } from '../due.ts'
import { involvedIn } from '../roles.ts'
import { type Entry, factsOf, type Now } from '../run.ts'
import { deadlineTitle } from '../words.ts'
import { takeIn } from './append.server.ts'
import type { NoticeRow } from './notices.ts'
import { type LoadedCase, loadWithin } from './load.server.ts'

export interface ClockworkParts {
  readonly db: Database
  readonly mechanisms: ReadonlyMap<string, Mechanism>
  readonly districts: () => Promise<readonly Id[]>
  readonly nowOf: (district: Id) => Promise<Now>
  readonly instant: () => Date
  readonly taken: () => void
  readonly failed: (error: Error, caseId?: Id) => void
}

export interface Tick {
  readonly looked: number
  readonly taken: number
}

/** One round: every case on which the law has something to do today. Safe beside other servers: each case is locked by one, skipped by the rest. */
export async function tick(parts: ClockworkParts): Promise<Tick> {
  let looked = 0
  let taken = 0
  for (const district of await parts.districts()) {
    const now = await parts.nowOf(district)
    const failed = new Set<Id>()
    for (;;) {
      const done = await one(parts, district, now, failed)
      if (done === undefined) break
      looked++
      taken += done
    }
  }
  if (taken > 0) parts.taken()
  return { looked, taken }
}

const claim = `select id, procedure from case_file where district_id = $1 and law_on <= $2::date and not (id = any ($3::uuid[]))
  order by law_on limit 1 for update skip locked`

/** Works on one case under its lock; undefined when none is left. A case that fails is reported and passed over until the next round. */
async function one(parts: ClockworkParts, district: Id, now: Now, failed: Set<Id>): Promise<number | undefined> {
  let id: Id | undefined
  try {
    return await parts.db.within(houseScope(district), async (q) => {
      const [row] = await q<{ id: Id; procedure: string }>(claim, [district, now.today, [...failed]])
      if (!row) return undefined
      id = row.id
      const m = parts.mechanisms.get(row.procedure)
      if (!m) throw new Error(`no such procedure here: ${row.procedure}`)
      return await work(q, district, row.id, m, now, parts)
    })
  } catch (error) {
    if (id === undefined) throw error
    failed.add(id)
    parts.failed(error as Error, id)
    return 0
  }
}

async function work(q: Query, district: Id, id: Id, m: Mechanism, now: Now, { mechanisms, ...parts }: ClockworkParts): Promise<number> {
  const instant = parts.instant()
  let taken = 0
  let file = await loadWithin(q, district, id)
  for (;;) {
    const [next] = lawStepsOf(m.procedure, dueOf(m.procedure, file.log, now), now.today)
    if (!next) break
    const entry: Entry = { step: next.step, by: 'law', on: next.on }
    const outcome = await takeIn(q, q, district, {
      m,
      file,
      entry,
      key: `law:${id}:${next.due.id}:${next.due.last}:${next.step}`,
      now,
      instant,
      mechanisms,
    })
    if (!('taken' in outcome)) throw new Error(`the law's step ${next.step} was not taken: ${JSON.stringify(outcome)}`)
    taken++
    file = await loadWithin(q, district, id)
  }
  await tell(q, district, m, file, now, instant)
  return taken
}

/** Tells of last days that are today or have passed, once each, and sets when to look again. */
async function tell(q: Query, district: Id, m: Mechanism, file: LoadedCase, now: Now, instant: Date): Promise<void> {
  const dues = dueOf(m.procedure, file.log, now).filter((due) => !deadlineOf(m.procedure, due.id).outlives)
  const notices = dues.flatMap((due) => noticesOfDue(m, file, due, now))
  await q(
    `with told as (
       insert into notice (district_id, id, reader, case_id, kind, title, key, at)
       select $1, n.id, n.reader, $2, n.kind, n.title, n.key, $4 from jsonb_to_recordset($3::jsonb) as n (id uuid, reader text, kind text, title jsonb, key text)
       on conflict do nothing
     ) update case_file set law_on = $5 where district_id = $1 and id = $2`,
    [district, file.id, JSON.stringify(notices), instant.toISOString(), nextLook(dues, now)],
  )
}

function nextLook(dues: readonly Due[], now: Now): string | null {
  const coming = dues.flatMap((due) => (due.last > now.today ? [due.last] : due.last === now.today ? [addDays(now.today, 1)] : []))
  return coming.sort()[0] ?? null
}

function noticesOfDue(m: Mechanism, file: LoadedCase, due: Due, now: Now): readonly NoticeRow[] {
  if (due.last > now.today) return []
  const { ifMissed } = deadlineOf(m.procedure, due.id)
  const title = deadlineTitle(m, due.id)
  const rows = (roles: readonly string[], kind: string, says: Text) =>
    readersIn(m, file, roles).map((reader) => ({ id: newId(), reader, kind, title: says, key: `${file.id}:${due.id}:${due.last}:${kind}` }))
  if (!due.overdue) return rows(due.by, 'dueToday', { zh: `今天到期：${title.zh}`, en: `Due today: ${title.en}` })
  const overdue = { zh: `已逾期：${title.zh}（${due.last}）`, en: `Overdue: ${title.en} (${due.last})` }
  const above = ifMissed.escalate ? file.owner.path.filter((unit) => unit !== file.owner.id).slice(-1) : []
  return [
    ...rows(ifMissed.tell ?? due.by, 'overdue', overdue),
    ...above.map((unit) => ({
      id: newId(),
      reader: `o:${unit}`,
      kind: 'escalated',
      title: overdue,
      key: `${file.id}:${due.id}:${due.last}:escalated`,
    })),
  ]
}

/** The readers that stand behind roles: persons and organisations that are party or assigned, the owner's desk for desk roles. */
export function readersIn(m: Mechanism, file: LoadedCase, roles: readonly string[]): readonly string[] {
  const { parties, assigned } = involvedIn(m.procedure, factsOf(m.procedure, file.log))
  const readers = new Set<string>()
  for (const role of roles) {
    const definition = m.procedure.roles[role]
    if (definition?.kind === 'desk') readers.add(`o:${definition.above ? (file.owner.path.at(-2) ?? file.owner.id) : file.owner.id}`)
    for (const one of assigned) if (one.role === role) readers.add(`p:${one.person}`)
    for (const party of parties) {
      if (party.role !== role || party.sees === false) continue
      if (party.person) readers.add(`p:${party.person}`)
      else if (party.organisation) readers.add(`o:${party.organisation}`)
    }
  }
  return [...readers]
}

/** Starts the beat. Returns the function that stops it and waits for the round under way. */
export function startClockwork(parts: ClockworkParts, beatSeconds = 30): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  let busy = false
  const round = () => {
    if (busy) return
    busy = true
    running = tick(parts)
      .catch((error: Error) => parts.failed(error))
      .finally(() => {
        busy = false
      })
  }
  round()
  const timer = setInterval(round, beatSeconds * 1000).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
