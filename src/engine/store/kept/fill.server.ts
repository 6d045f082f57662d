/** Fills what the house records of itself into the input of a step, before it is judged. */
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { type LookupAsk, type Lookups, recordedBy } from '../../lookup.ts'
import type { Mechanism } from '../../mechanism.ts'
import { type Entry, stepOf } from '../../run.ts'

export interface Filling extends Omit<LookupAsk, 'q' | 'district' | 'input' | 'on'> {
  readonly m: Mechanism
  readonly lookups: Lookups
}

const isRecord = (input: unknown): input is Record<string, unknown> => typeof input === 'object' && input !== null && !Array.isArray(input)

/** The entry with its recorded fields; what was sent for them is dropped. An input that is no object stays as it is, to be refused. */
export async function fillIn(q: Query, district: Id, { m, lookups, ...about }: Filling, entry: Entry): Promise<Entry> {
  const fields = recordedBy(m.procedure, stepOf(m.procedure, entry.step))
  if (fields.length === 0 || !isRecord(entry.input)) return entry
  const sent = entry.input
  const known = await Promise.all(
    fields.map(async ({ field, lookup }) => {
      const ask = lookups[m.procedure.id]?.[lookup]
      if (!ask) throw new RangeError(`${m.procedure.id} records ${lookup}, and nobody looks it up`)
      return [field, await ask({ ...about, q, district, input: sent, on: entry.on })] as const
    }),
  )
  const rest = Object.entries(sent).filter(([name]) => !fields.some(({ field }) => field === name))
  return { ...entry, input: Object.fromEntries([...rest, ...known.filter(([, value]) => value !== undefined && value !== null)]) }
}

/** The same in a transaction of its own, which sees the whole district. */
export async function fill(db: Database, district: Id, filling: Filling, entry: Entry): Promise<Entry> {
  if (recordedBy(filling.m.procedure, stepOf(filling.m.procedure, entry.step)).length === 0) return entry
  return await db.within(houseScope(district), (q) => fillIn(q, district, filling, entry))
}
