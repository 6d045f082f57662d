/** The register of delegates as it goes over HTTP. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { LawWire } from '#engine/wire.ts'

const day = z.iso.date() as unknown as z.ZodType<Day, Day>
const whole = z.int().min(0)
const name = z.string().trim().min(1).max(60)
export const endReasons = ['left', 'recalled', 'resigned', 'transferred', 'termEnded', 'corrected', 'other'] as const
export type EndReason = (typeof endReasons)[number]

const about = {
  name,
  person: z.uuid().optional(),
  constituency: z.string().trim().min(1).max(60).optional(),
  sex: z.enum(['male', 'female']).optional(),
  manager: z.boolean(),
  dispatched: z.boolean(),
}

export const delegateShape = z.object({
  id: z.uuid(),
  ...about,
  since: day,
  until: day.optional(),
  endedWhy: z.enum(endReasons).optional(),
  endedNote: z.string().optional(),
  source: z.string(),
})
export type DelegateWire = z.infer<typeof delegateShape>

export const delegatesQuery = z.object({
  union: z.uuid(),
  on: day.optional(),
  q: z.string().trim().max(40).optional(),
  /** With those whose term is over. */
  past: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(400).optional(),
})
export const delegatesPageShape = z.object({ on: day, items: z.array(delegateShape), total: whole, next: z.string().optional() })
export type DelegatesPageWire = z.infer<typeof delegatesPageShape>

export const registerQuery = z.object({ union: z.uuid(), on: day.optional() })
export const registerShape = z.object({
  on: day,
  union: z.object({ id: z.uuid(), name: z.string() }),
  employees: whole.optional(),
  /** The fewest delegates for so many employees. */
  seats: whole.optional(),
  delegates: whole,
  sittingIn: whole,
  managers: whole,
  women: whole,
  /** Delegates whom the register of people knows, who can vote on a phone. */
  known: whole,
  staff: z.object({ women: whole, known: whole }),
  unionTermEnd: day.optional(),
  warnings: z.array(z.object({ id: z.string(), says: z.custom<Text>(), law: z.custom<LawWire>() })),
  mayChange: z.boolean(),
})
export type RegisterWire = z.infer<typeof registerShape>

export const newDelegate = z.object({ union: z.uuid(), key: z.uuid(), ...about, since: day, until: day.optional() })
export type NewDelegate = z.infer<typeof newDelegate>

export const delegateEnd = z.object({
  key: z.uuid(),
  on: day,
  why: z.enum(endReasons),
  note: z.string().trim().max(400).optional(),
  /** Who takes the seat from the next day. */
  replacement: z.object(about).optional(),
})
export type DelegateEnd = z.infer<typeof delegateEnd>

export const pasting = z.object({
  union: z.uuid(),
  key: z.uuid(),
  text: z.string().min(1).max(400_000),
  /** For lines that do not say it themselves. */
  since: day,
  until: day.optional(),
  /** False: look only. */
  write: z.boolean(),
})
export type Pasting = z.infer<typeof pasting>

const says = z.custom<Text>()
export const pastedShape = z.object({
  rows: z.array(
    z.object({
      line: whole,
      name: z.string(),
      constituency: z.string().optional(),
      sex: z.enum(['male', 'female']).optional(),
      manager: z.boolean(),
      dispatched: z.boolean(),
      since: day,
      until: day.optional(),
      /** Found in the register of people by this name among the firm's people, once. */
      person: z.uuid().optional(),
      /** Already a delegate: not written again. */
      there: z.boolean(),
    }),
  ),
  faults: z.array(z.object({ line: whole, says })),
  written: whole,
})
export type PastedWire = z.infer<typeof pastedShape>
