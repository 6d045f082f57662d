/** Facts from a day until a day: what values they take, and how a new one fits among those already known. */
import { z } from 'zod'
import { addDays, type Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import { type FactKind, factKinds } from '../../organisation.ts'
import {
  creditCodeShape,
  factKindShape,
  ownershipShape,
  pilotLevelShape,
  sectorShape,
  sizeShape,
} from '../../routes/organisation-shapes.ts'

export { factFits } from '../../organisation.ts'
export type FactValue = string | number | boolean

/** Both ends belong to it. */
export interface Stretch {
  readonly since: Day
  readonly until?: Day
}
export interface KnownFact extends Stretch {
  readonly id: string
  readonly value: FactValue
}
export type NewFact = Stretch & { readonly value: FactValue }

const values: Readonly<Record<FactKind, z.ZodType<FactValue>>> = {
  designated: z.boolean(),
  employees: z.int().min(0).max(1_000_000),
  size: sizeShape,
  sector: sectorShape,
  ownership: ownershipShape,
  name: z.string().trim().min(2).max(80),
  address: z.string().trim().min(1).max(200),
  creditCode: creditCodeShape,
  legalRepresentative: z.string().trim().min(2).max(40),
  pilotLevel: pilotLevelShape,
  /** Why it is a model to others. */
  modelFirm: z.string().trim().min(2).max(200),
}

/** The value as it is kept; undefined where it is none of this fact. */
export const factValueOf = (fact: FactKind, value: unknown): FactValue | undefined => values[fact].safeParse(value).data

export const factInput = z.object({
  fact: factKindShape,
  value: z.union([z.string(), z.number(), z.boolean()]),
  since: z.iso.date(),
  until: z.iso.date().optional(),
  source: z.string().trim().min(1).max(200),
})
export type FactInput = z.output<typeof factInput>

export const overlaps = (a: Stretch, b: Stretch): boolean =>
  (a.until === undefined || b.since <= a.until) && (b.until === undefined || a.since <= b.until)

/** What held that day. */
export const heldOn = <F extends Stretch>(facts: readonly F[], on: Day): F | undefined =>
  facts.find(({ since, until }) => since <= on && (until === undefined || on <= until))

export type Fitting =
  /** It is already known so. */
  | { readonly known: KnownFact }
  /** The former one ends the day before; the new one is written, with the end it then has: `upTo` names the one that gives it this end. */
  | { readonly close?: { readonly id: string; readonly until: Day }; readonly write: NewFact; readonly upTo?: string }
  | { readonly fault: Text; readonly path: 'since' | 'until' }

/**
 * How a new fact fits among those of the same kind. An open former one is closed; one without an end reaches to the next that is known.
 * What is equal to what already holds is not written again unless `renew`: a yearly list is a paper of its own each year.
 */
export function fitIn(known: readonly KnownFact[], wanted: NewFact, renew = false): Fitting {
  if (wanted.until && wanted.until < wanted.since)
    return { fault: text('结束不能早于开始', 'It cannot end before it begins'), path: 'until' }
  const sorted = [...known].sort((a, b) => (a.since < b.since ? -1 : 1))
  const next = sorted.find(({ since }) => since > wanted.since)
  const until = wanted.until ?? (next && addDays(next.since, -1))
  const now = sorted.findLast(({ since }) => since <= wanted.since)
  const stillOn = now && (now.until === undefined || now.until >= wanted.since) ? now : undefined
  if (stillOn && stillOn.value === wanted.value && reaches(stillOn, until) && (!renew || stillOn.since === wanted.since))
    return { known: stillOn }
  if (next && until && until >= next.since) return { fault: clash(next, 'until'), path: 'until' }
  if (stillOn && (stillOn.since === wanted.since || stillOn.until)) return { fault: clash(stillOn, 'since'), path: 'since' }
  const write = { value: wanted.value, since: wanted.since, ...(until && { until }) }
  const upTo = wanted.until ? undefined : next?.id
  return { write, ...(stillOn && { close: { id: stillOn.id, until: addDays(wanted.since, -1) } }), ...(upTo && { upTo }) }
}

const reaches = (fact: Stretch, until: Day | undefined): boolean => fact.until === undefined || (until !== undefined && until <= fact.until)

function clash({ since, until, value }: KnownFact, path: 'since' | 'until'): Text {
  const zh = `已有记录“${value}”，自${since}${until ? `至${until}` : '起'}`
  const en = `“${value}” is already on record from ${since}${until ? ` to ${until}` : ''}`
  return path === 'until'
    ? text(`${zh}；结束日期须在它之前`, `${en}; the end must lie before it`)
    : text(`${zh}；日期不能重叠，原记录有误请用“更正”`, `${en}; days may not overlap. If that is wrong, correct it`)
}

export const factTitle = (fact: FactKind): Text => factKinds[fact]
