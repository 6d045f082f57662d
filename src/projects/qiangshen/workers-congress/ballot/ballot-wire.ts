/** The ballots as they go over HTTP: what a voter sees of theirs, and what is published after closing. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { choices, itemKinds } from '../data.ts'
import { receiptForm } from './box.ts'

const day = z.iso.date() as unknown as z.ZodType<Day, Day>
const whole = z.int().min(0)

export const ballotShape = z.object({
  case: z.uuid(),
  /** Which ballot of the session. */
  ballot: whole,
  session: z.string(),
  union: z.string(),
  title: z.string(),
  kind: z.enum(itemKinds),
  /** `void`: it was begun anew. */
  state: z.enum(['open', 'closed', 'counted', 'void']),
  on: day,
  eligible: whole,
  voted: whole,
  youVoted: z.boolean(),
  result: z.object({ all: whole, present: whole, yes: whole, no: whole, abstain: whole, passed: z.boolean() }).optional(),
})
export type BallotWire = z.infer<typeof ballotShape>
export const ballotsShape = z.object({ today: day, items: z.array(ballotShape) })
export type BallotsWire = z.infer<typeof ballotsShape>

export const ballotParams = z.object({ case: z.uuid(), ballot: z.coerce.number().int().min(1).max(1000) })
export const paperShape = z.object({ receipt: z.string().regex(receiptForm), choice: z.enum(choices) })
export const castShape = z.object({ kept: z.literal(true) })

/** Everything that lies in a closed box, and whether it agrees with what was declared. */
export const papersShape = z.object({
  session: z.string(),
  title: z.string(),
  eligible: whole,
  papers: z.array(paperShape),
  count: z.object({ yes: whole, no: whole, abstain: whole }),
  /** Absent until the result is declared. */
  agrees: z.boolean().optional(),
})
export type PapersWire = z.infer<typeof papersShape>

export const turnoutShape = z.object({ ballot: whole, eligible: whole, voted: whole })
export type TurnoutWire = z.infer<typeof turnoutShape>
