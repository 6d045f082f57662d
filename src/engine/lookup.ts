/** Recorded facts: fields of a step's input that the house fills from its own registers when the step is taken. Which they are is read from the schema. */
import type { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Region } from '#law'
import type { Query } from '#platform/database.server.ts'
import type { Step } from './define.ts'
import type { AnyProcedure, Known } from './run.ts'

export interface LookupAsk {
  /** With the rights of the house: rows of the whole district, whoever takes the step. */
  readonly q: Query
  readonly district: Id
  readonly region: Region
  readonly owner: { readonly id: Id; readonly path: readonly Id[]; readonly firm?: Id | undefined; readonly unit?: Id | null | undefined }
  /** Absent while the case is being opened. */
  readonly caseId?: Id
  /** The facts before this step. */
  readonly known: Known
  /** As it was sent, not yet judged: it may lack or distort anything. */
  readonly input: Readonly<Record<string, unknown>>
  readonly on: Day
}

/** What the house knows, in the shape the field wants; undefined when it knows nothing. */
export type Lookup = (ask: LookupAsk) => Promise<unknown>
/** By procedure, by the name the field gives. */
export type Lookups = Readonly<Record<string, Readonly<Record<string, Lookup>>>>

export interface RecordedField {
  readonly field: string
  readonly lookup: string
}

const found = new WeakMap<z.ZodType, readonly RecordedField[]>()

/** The recorded fields of a section. */
export function recordedIn(section: z.ZodType): readonly RecordedField[] {
  const before = found.get(section)
  if (before) return before
  const { shape = {} } = section as { readonly shape?: Readonly<Record<string, z.ZodType>> }
  const fields = Object.entries(shape).flatMap(([field, schema]) => {
    const name = schema.meta()?.recorded
    return typeof name === 'string' ? [{ field, lookup: name }] : []
  })
  found.set(section, fields)
  return fields
}

/** The recorded fields that a step fills. */
export function recordedBy(p: AnyProcedure, step: Step): readonly RecordedField[] {
  const section = step.fills ?? step.gathers
  return section === undefined ? [] : recordedIn(p.facts[section])
}
