/** Who saw or changed what of somebody, as it goes over HTTP. */
import { z } from 'zod'
import type { AuditKind } from '../audit.server.ts'

const textShape = z.object({ zh: z.string(), en: z.string() })
export const auditKindShape = z.enum(['sight', 'export', 'import', 'change', 'merge', 'account'] satisfies AuditKind[])

export const sightShape = z.object({
  at: z.string(),
  /** In Shanghai. */
  day: z.string(),
  kind: auditKindShape,
  /** Which of the data, in words. */
  what: textShape,
  reason: textShape.optional(),
  /** The office and the body that did it; none when the house itself did, or the person. */
  body: z.string().optional(),
  post: textShape.optional(),
  own: z.literal(true).optional(),
  /** At the desk only: the worker is told the body and the office. */
  by: z.string().optional(),
  about: z.object({ id: z.string(), name: z.string(), person: z.boolean() }).optional(),
})
export type SightWire = z.infer<typeof sightShape>

export const sightsQuery = z.object({
  kind: auditKindShape.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})
export const sightsPageShape = z.object({ items: z.array(sightShape), next: z.string().optional() })
export type SightsPageWire = z.infer<typeof sightsPageShape>
