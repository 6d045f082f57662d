/** Indicators as they go over HTTP: the number, of what, on which day, where it comes from, and the rows behind it. */
import { z } from 'zod'

const words = z.object({ zh: z.string(), en: z.string() })

export const partWireShape = z.object({
  part: z.string(),
  title: words,
  /** Parts of one group add up to the value; `beside` does not. */
  group: z.enum(['level', 'signing', 'beside']),
  value: z.int(),
})

export const indicatorWireShape = z.object({
  id: z.string(),
  project: z.string(),
  title: words,
  measure: z.enum(['contracts', 'firms', 'people', 'ratio']),
  /** A whole number; of a ratio per cent with one decimal, rounded down; null where there is nothing to be a part of. */
  value: z.number().nullable(),
  /** The value as people read it. */
  says: words,
  numerator: z.int().optional(),
  denominator: z.int().optional(),
  missing: z.object({ title: words, value: z.int() }).optional(),
  /** Whose number it is: the body asked for, or everything the caller may see. */
  unit: z.object({ id: z.string().optional(), name: words }),
  day: z.string(),
  target: z.object({ percent: z.number(), says: words, reached: z.boolean() }).optional(),
  parts: z.array(partWireShape),
  provenance: z.object({
    /** What counts and what does not. */
    rule: words,
    law: z.object({ act: z.string(), title: words, short: words, article: z.string(), quote: z.string() }).optional(),
    practice: words.optional(),
    /** Which records it was counted from, and when. */
    records: words,
    countedAt: z.string(),
  }),
})
export type IndicatorWire = z.infer<typeof indicatorWireShape>

export const indicatorsWireShape = z.object({
  day: z.string(),
  unit: indicatorWireShape.shape.unit,
  /** Units the caller may ask for. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  items: z.array(indicatorWireShape),
  total: z.int(),
  next: z.null(),
})
export type IndicatorsWire = z.infer<typeof indicatorsWireShape>

export const itemWireShape = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['firm', 'contract']),
  /** Where the row itself is looked at; absent where it may not be opened. */
  link: z.string().optional(),
  unitName: z.string().optional(),
  employees: z.int().optional(),
  number: z.string().optional(),
  contractKind: words.optional(),
  level: words.optional(),
  owner: z.string().optional(),
  signedOn: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
})
export type ItemWire = z.infer<typeof itemWireShape>
