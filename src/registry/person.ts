/** People: how they are entered, and how much of them is shown. */
import { z } from 'zod'
import type { Id } from '#kernel/id.ts'

export interface Person {
  readonly id: Id
  readonly district: Id
  readonly name: string
  readonly phone?: string
  /** The street, industry or park federation whose people they are. */
  readonly unit?: Id
}

/** A mobile number of the mainland, eleven digits. */
export const phoneShape = z.string().regex(/^1[3-9]\d{9}$/)
export const personNameShape = z.string().trim().min(2).max(40)

export const personInput = z.object({
  name: personNameShape,
  phone: phoneShape.optional(),
  unit: z.uuid().optional(),
})
