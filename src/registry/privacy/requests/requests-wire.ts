/** What people ask about the data kept of them, as it goes over HTTP. */
import { z } from 'zod'

export const requestKinds = ['correction', 'erasure'] as const
export const requestStates = ['waiting', 'granted', 'refused', 'taken back'] as const

export const requestShape = z.object({
  id: z.string(),
  kind: z.enum(requestKinds),
  says: z.string(),
  state: z.enum(requestStates),
  askedAt: z.string(),
  answer: z.string().optional(),
  decidedAt: z.string().optional(),
})
export type RequestWire = z.infer<typeof requestShape>
export const ownRequestsShape = z.object({ items: z.array(requestShape) })
export type OwnRequestsWire = z.infer<typeof ownRequestsShape>

export const correctionInput = z.strictObject({ says: z.string().trim().min(4).max(1000) })
export const erasureInput = z.strictObject({ says: z.string().trim().max(1000).default('') })

export const deskRequestShape = requestShape.extend({ person: z.object({ id: z.string(), name: z.string() }), by: z.string().optional() })
export type DeskRequestWire = z.infer<typeof deskRequestShape>
export const requestsPageShape = z.object({
  items: z.array(deskRequestShape),
  total: z.int(),
  capped: z.literal(true).optional(),
  next: z.string().optional(),
})
export type RequestsPageWire = z.infer<typeof requestsPageShape>
export const requestsQuery = z.object({
  state: z.enum(requestStates).default('waiting'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})

export const decisionInput = z.strictObject({ decision: z.enum(['granted', 'refused']), answer: z.string().trim().min(4).max(1000) })
