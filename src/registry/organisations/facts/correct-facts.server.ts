/** Facts that were recorded wrongly: put right or withdrawn, so that past days answer rightly, with what stood there before kept beside. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Query } from '#platform/database.server.ts'
import { badInput, notFound } from '#platform/problem.ts'
import type { FactKind, Organisation } from '../../organisation.ts'
import { type FactValue, type KnownFact, overlaps, factValueOf } from './fact.ts'
import { projectFacts } from './project-facts.server.ts'

export interface FactRecord {
  readonly id: Id
  readonly fact: FactKind
  readonly value: FactValue
  readonly since: Day
  readonly until: Day | null
  readonly source: string
  readonly source_import: Id | null
}

export interface Correction {
  readonly value?: FactValue | undefined
  readonly since?: Day | undefined
  /** Null: it goes on. */
  readonly until?: Day | null | undefined
  readonly source?: string | undefined
  readonly reason: string
}

interface Deed {
  readonly today: Day
  readonly by: Id
}

export const factColumns = 'id, fact, value, since, until, source, source_import'

async function lockedFacts(q: Query, { district, id }: Organisation, fact: Id): Promise<{ one: FactRecord; others: readonly KnownFact[] }> {
  await q('select id from organisation where district_id = $1 and id = $2 for update', [district, id])
  const rows = await q<FactRecord>(
    `select ${factColumns} from organisation_fact where district_id = $1 and organisation_id = $2
       and fact = (select fact from organisation_fact where district_id = $1 and organisation_id = $2 and id = $3)`,
    [district, id, fact],
  )
  const one = rows.find((row) => row.id === fact)
  if (!one) throw notFound()
  const others = rows.flatMap(({ until, ...row }) => (row.id === fact ? [] : [{ ...row, ...(until && { until }) }]))
  return { one, others }
}

export async function correctFact(q: Query, at: Organisation, fact: Id, to: Correction, deed: Deed): Promise<FactRecord> {
  const { one, others } = await lockedFacts(q, at, fact)
  const value = to.value === undefined ? one.value : factValueOf(one.fact, to.value)
  if (value === undefined) throw badInput([{ path: 'value', says: text('内容无效', 'Not a value of this fact') }])
  const now: FactRecord = {
    ...one,
    value,
    since: to.since ?? one.since,
    until: to.until === undefined ? one.until : to.until,
    source: to.source ?? one.source,
  }
  const stretch = { since: now.since, ...(now.until && { until: now.until }) }
  if (now.until && now.until < now.since)
    throw badInput([{ path: 'until', says: text('结束不能早于开始', 'It cannot end before it begins') }])
  if (now.since < at.since) throw badInput([{ path: 'since', says: text(`该组织自${at.since}起设立`, `It exists from ${at.since}`) }])
  const inTheWay = others.find((other) => overlaps(other, stretch))
  if (inTheWay)
    throw badInput([
      { path: 'since', says: text(`与自${inTheWay.since}起的记录重叠`, `It would overlap what is on record from ${inTheWay.since}`) },
    ])
  await q('update organisation_fact set value = $3, since = $4, until = $5, source = $6 where district_id = $1 and id = $2', [
    at.district,
    fact,
    JSON.stringify(value),
    now.since,
    now.until,
    now.source,
  ])
  const was = { value: one.value, since: one.since, until: one.until, source: one.source }
  await q(changeSql, [
    at.district,
    newId(),
    at.id,
    'corrected',
    now.since,
    JSON.stringify({ factId: fact, fact: one.fact, was: one.value, value, before: was }),
    to.reason,
    deed.by,
  ])
  await projectFacts(q, { district: at.district, today: deed.today, organisations: [at.id], facts: [one.fact] })
  return now
}

export async function withdrawFact(q: Query, at: Organisation, fact: Id, reason: string, deed: Deed): Promise<FactRecord> {
  const { one } = await lockedFacts(q, at, fact)
  await withdrawFacts(q, { district: at.district, ...deed, reason }, [fact])
  return one
}

interface Withdrawal {
  readonly district: Id
  readonly today: Day
  readonly by: Id | null
  readonly reason: string
}

/** Takes facts back, a whole import's for instance. What they had ended goes on, up to the next that is known. */
export async function withdrawFacts(q: Query, { district, today, by, reason }: Withdrawal, ids: readonly Id[]): Promise<void> {
  const gone = await q<{ organisation_id: Id; fact: FactKind }>(withdrawSql, [district, ids, reason, by])
  if (gone.length === 0) return
  await q(goOnSql, [district, ids])
  const organisations = [...new Set(gone.map((row) => row.organisation_id))]
  await projectFacts(q, { district, today, organisations, facts: [...new Set(gone.map(({ fact }) => fact))] })
}

const changeSql = `
  insert into organisation_change (district_id, id, organisation_id, what, on_day, details, reason, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`

const withdrawSql = `
  with gone as (delete from organisation_fact where district_id = $1 and id = any ($2::uuid[]) returning *), told as (
    insert into organisation_change (district_id, id, organisation_id, what, on_day, details, reason, recorded_by)
    select district_id, gen_random_uuid(), organisation_id, 'withdrawn', since,
      jsonb_build_object('factId', id, 'fact', fact, 'was', value, 'until', until, 'source', source), $3, $4 from gone
  )
  select organisation_id, fact from gone`

const goOnSql = `
  update organisation_fact f set until = n.since - 1, closed_by = n.id
  from organisation_fact former left join lateral (
    select id, since from organisation_fact n
    where n.district_id = former.district_id and n.organisation_id = former.organisation_id and n.fact = former.fact and n.since > former.since
    order by since limit 1
  ) n on true
  where former.district_id = $1 and former.closed_by = any ($2::uuid[]) and f.district_id = former.district_id and f.id = former.id`
