/** What the engine's routes stand on, and the small things they share. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import type { FileStore } from '#platform/files.server.ts'
import { conflict, notFound } from '#platform/problem.ts'
import type { Directory } from '#registry/directory.server.ts'
import type { Lookups } from '../lookup.ts'
import type { Mechanism } from '../mechanism.ts'
import type { Now, Refusal } from '../run.ts'
import { findCase, type LoadedCase } from '../store/load.server.ts'
import type { Live } from '../store/live.server.ts'
import type { RefusalWire } from '../wire.ts'
import { refusalWire } from '../words.ts'

export interface Engine {
  readonly db: Database
  readonly mechanisms: ReadonlyMap<string, Mechanism>
  readonly lookups: Lookups
  readonly directory: Directory
  readonly files: FileStore
  /** The most an attachment may hold. */
  readonly fileLimitBytes: number
  readonly live: Live
  /** The house's day, place and calendar for a district. */
  nowOf(district: Id): Promise<Now>
  instant(): Date
  /** Where the outside reaches this house, for the codes on papers. */
  readonly publicUrl: string
}

/** The mechanism of a procedure; 404 when there is none of that name. */
export function mechanismOf(engine: Engine, procedure: string): Mechanism {
  const m = engine.mechanisms.get(procedure)
  if (!m) throw notFound()
  return m
}

export interface Seen {
  readonly m: Mechanism
  readonly file: LoadedCase
}

/** The case as this caller may see it; 404 when it is not there or not for them to know of. */
export async function seenCase(engine: Engine, caller: Caller, id: Id, key?: string): Promise<Seen> {
  const file = await findCase(engine.db, caller.scope, id, key)
  if (!file) throw notFound()
  return { m: mechanismOf(engine, file.procedure), file }
}

export const refused = (m: Mechanism, step: string, why: Refusal) => conflict(refusalWire(m, step, why))

export const staleRefusal: RefusalWire = {
  why: 'stale',
  says: {
    zh: '刚才有人先办了一步，请看过最新情况再办',
    en: 'Somebody took a step just before you. Look at how it stands now, then go on.',
  },
}

/** One key a person: nobody can take up another's key. */
export const keyOf = (caller: Caller, key: string): string => `${caller.person}:${key}`

export const dayOrToday = (on: string | undefined, today: Day): Day => (on as Day | undefined) ?? today
