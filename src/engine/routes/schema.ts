/** The input that the engine's routes take, limited in size and shape. Pure. */
import { z } from 'zod'
import { isDay } from '#kernel/day.ts'

export const dayText = z.string().refine(isDay, { params: { says: { zh: '日期应写作 2026-08-24', en: 'Write the day as 2026-08-24' } } })
export const key = z
  .string()
  .min(8)
  .max(100)
  .regex(/^[\w.:-]+$/)
export const idParam = z.object({ id: z.uuid() })
export const limit = z.coerce.number().int().min(1).max(200).default(50)

export const opening = z.object({
  procedure: z.string().max(60),
  owner: z.uuid(),
  step: z.string().max(60),
  input: z.unknown().optional(),
  on: dayText.optional(),
  /** Made by the caller, once for what is meant: the same again does nothing twice. */
  key,
})

export const taking = z.object({
  step: z.string().max(60),
  input: z.unknown().optional(),
  on: dayText.optional(),
  key,
  /** The number of steps the caller had seen; a step taken since then is told instead of passed over. */
  seen: z.number().int().nonnegative().optional(),
  /** The role in which it is done, where a person has several. */
  as: z.string().max(60).optional(),
})

export const listing = z.object({
  procedure: z.string().max(60).optional(),
  state: z.string().max(60).optional(),
  unit: z.uuid().optional(),
  due: z.union([z.enum(['overdue', 'today', 'week', 'month']), dayText]).optional(),
  open: z.enum(['true', 'false']).optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['due', 'opened']).default('due'),
  limit,
  after: z.string().max(200).optional(),
})
