/** Facts written many at a time: judged against what is known, former ones closed, and the rows brought to what holds today. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Query } from '#platform/database.server.ts'
import type { FactKind, OrganisationKind } from '../../organisation.ts'
import { factFits, factTitle, type FactValue, fitIn, type KnownFact, factValueOf } from './fact.ts'
import { projectFacts } from './project-facts.server.ts'

export interface FactRow {
  readonly organisation: Id
  readonly fact: FactKind
  readonly value: unknown
  readonly since: Day
  /** Absent: until the next that is known, or for good. */
  readonly until?: Day
  readonly source: string
}

export interface Recording {
  readonly district: Id
  readonly today: Day
  readonly by: Id | null
  readonly import?: Id
  /** Written also when the same already holds: each yearly list is a paper of its own. */
  readonly renew?: boolean
  /** Why a different value of the same first day is put in the place of the one on record; absent: that is a fault. */
  readonly mend?: string
}

export interface Recorded {
  /** The facts written, by the place of their row in what was given. */
  readonly written: readonly { readonly at: number; readonly id: Id }[]
  readonly known: readonly { readonly at: number; readonly id: Id }[]
  readonly mended: readonly { readonly at: number; readonly id: Id }[]
  /** Of these rows nothing was written. */
  readonly faults: readonly { readonly at: number; readonly path: string; readonly says: Text }[]
}

type Held = KnownFact & { readonly organisation: Id; readonly fact: FactKind; readonly closedBy?: Id; readonly at?: number }

/** Call it within a transaction, for some thousands of rows at most; organisations are locked, so two who write at once take turns. */
export async function recordFacts(q: Query, recording: Recording, rows: readonly FactRow[]): Promise<Recorded> {
  if (rows.length === 0) return { written: [], known: [], mended: [], faults: [] }
  const { district } = recording
  const ids = [...new Set(rows.map(({ organisation }) => organisation))]
  const facts = [...new Set(rows.map(({ fact }) => fact))]
  const places = await q<Place>(placesSql, [district, ids])
  const known = await q<KnownRow>(knownSql, [district, ids, facts])
  const plan = planOf(recording, rows, new Map(places.map((place) => [place.id, place])), known.map(heldOf))
  await q(closeSql, [district, JSON.stringify(plan.closed)])
  await q(mendSql, [district, recording.by, recording.mend ?? '', JSON.stringify(plan.mended)])
  await q(writeSql, [district, recording.by, recording.import ?? null, JSON.stringify(plan.fresh)])
  const touched = new Set([...plan.closed, ...plan.mended, ...plan.fresh].map(({ organisation }) => organisation))
  await projectFacts(q, { ...recording, organisations: [...touched], facts })
  return {
    written: plan.fresh.map(({ at, id }) => ({ at: at!, id })),
    known: plan.known,
    mended: plan.mended.map(({ at, id }) => ({ at, id })),
    faults: plan.faults,
  }
}

interface Place {
  readonly id: Id
  readonly kind: OrganisationKind
  readonly since: Day
  readonly until: Day | null
}
interface KnownRow {
  readonly id: Id
  readonly organisation_id: Id
  readonly fact: FactKind
  readonly value: FactValue
  readonly since: Day
  readonly until: Day | null
}
const heldOf = ({ organisation_id, until, ...row }: KnownRow): Held => ({ ...row, organisation: organisation_id, ...(until && { until }) })

interface Mended {
  readonly at: number
  readonly id: Id
  readonly organisation: Id
  readonly fact: FactKind
  readonly was: FactValue
  readonly value: FactValue
  readonly since: Day
  readonly source: string
}

interface Plan {
  readonly closed: readonly Held[]
  readonly fresh: readonly (Held & { readonly source: string })[]
  readonly mended: readonly Mended[]
  readonly known: Recorded['known']
  readonly faults: Recorded['faults']
}

/** What is to be written. Rows of one organisation are taken in the order given, each seeing those before it. */
function planOf({ renew, mend }: Recording, rows: readonly FactRow[], places: ReadonlyMap<Id, Place>, known: readonly Held[]): Plan {
  const timelines = new Map<string, Held[]>()
  const keyOf = ({ organisation, fact }: { organisation: Id; fact: FactKind }) => `${organisation} ${fact}`
  for (const held of known) timelines.set(keyOf(held), [...(timelines.get(keyOf(held)) ?? []), held])
  const closed = new Map<Id, Held>()
  const fresh = new Map<Id, Held & { source: string }>()
  const mended: Mended[] = []
  const same: { at: number; id: Id }[] = []
  const faults: { at: number; path: string; says: Text }[] = []
  for (const [at, row] of rows.entries()) {
    const judged = judge(row, places.get(row.organisation))
    if ('says' in judged) {
      faults.push({ at, ...judged })
      continue
    }
    const { organisation, fact, since, until, source } = row
    const timeline = timelines.get(keyOf(row)) ?? []
    const fitting = fitIn(timeline, { value: judged.value, since, ...(until && { until }) }, renew)
    const twin = timeline.find((held) => held.since === since)
    if ('known' in fitting) same.push({ at, id: fitting.known.id })
    else if ('write' in fitting) {
      const one = { id: newId(), organisation, fact, source, at, ...fitting.write, ...(fitting.upTo && { closedBy: fitting.upTo }) }
      timelines.set(keyOf(row), [
        ...timeline.map((held) => (held.id === fitting.close?.id ? { ...held, until: fitting.close.until } : held)),
        one,
      ])
      fresh.set(one.id, one)
      if (!fitting.close) continue
      const former = fresh.get(fitting.close.id)
      if (former) fresh.set(former.id, { ...former, until: fitting.close.until, closedBy: one.id })
      else
        closed.set(fitting.close.id, {
          ...timeline.find(({ id }) => id === fitting.close!.id)!,
          until: fitting.close.until,
          closedBy: one.id,
        })
    } else if (mend && twin && !fresh.has(twin.id) && (until ?? twin.until) === twin.until) {
      mended.push({ at, id: twin.id, organisation, fact, since, source, was: twin.value, value: judged.value })
      timelines.set(
        keyOf(row),
        timeline.map((held) => (held === twin ? { ...twin, value: judged.value } : held)),
      )
    } else faults.push({ at, path: fitting.path, says: fitting.fault })
  }
  return { closed: [...closed.values()], fresh: [...fresh.values()], mended, known: same, faults }
}

function judge({ fact, value, since }: FactRow, place: Place | undefined): { value: FactValue } | { path: string; says: Text } {
  if (!place) return { path: 'organisation', says: text('没有这个组织', 'There is no such organisation') }
  if (!factFits(fact, place.kind))
    return { path: 'fact', says: text(`这类组织没有“${factTitle(fact).zh}”`, `“${factTitle(fact).en}” is not kept for this kind of body`) }
  if (since < place.since)
    return {
      path: 'since',
      says: text(`该组织自${place.since}起设立，日期不能更早`, `It exists from ${place.since}; the day cannot be earlier`),
    }
  if (place.until && since > place.until) return { path: 'since', says: text(`该组织已于${place.until}终止`, `It ended on ${place.until}`) }
  const read = factValueOf(fact, value)
  return read === undefined
    ? { path: 'value', says: text(`“${factTitle(fact).zh}”的内容无效`, `Not a value of “${factTitle(fact).en}”`) }
    : { value: read }
}

const placesSql = 'select id, kind, since, until from organisation where district_id = $1 and id = any ($2::uuid[]) order by id for update'

const knownSql = `
  select id, organisation_id, fact, value, since, until from organisation_fact
  where district_id = $1 and organisation_id = any ($2::uuid[]) and fact = any ($3::text[])`

const closeSql = `
  update organisation_fact f set until = r.until, closed_by = r."closedBy"
  from jsonb_to_recordset($2::jsonb) as r (id uuid, until date, "closedBy" uuid) where f.district_id = $1 and f.id = r.id`

const writeSql = `
  insert into organisation_fact (district_id, id, organisation_id, fact, value, since, until, closed_by, source, source_import, recorded_by)
  select $1, id, organisation, fact, value, since, until, "closedBy", source, $3, $2
  from jsonb_to_recordset($4::jsonb) as r (id uuid, organisation uuid, fact text, value jsonb, since date, until date, "closedBy" uuid, source text)`

const mendSql = `
  with given as (
    select * from jsonb_to_recordset($4::jsonb) as r (id uuid, organisation uuid, fact text, was jsonb, value jsonb, since date, source text)
  ), mended as (
    update organisation_fact f set value = g.value, source = g.source from given g where f.district_id = $1 and f.id = g.id
  )
  insert into organisation_change (district_id, id, organisation_id, what, on_day, details, reason, recorded_by)
  select $1, gen_random_uuid(), organisation, 'corrected', since,
    jsonb_build_object('factId', id, 'fact', fact, 'was', was, 'value', value, 'source', source), $3, $2
  from given`
