/** Consents as they go over HTTP. */
import { z } from 'zod'
import { dayShape } from '../../routes/organisation-shapes.ts'
import { paperWireShape } from '../paper.ts'
import { type ConsentChannel, type Purpose, purposes } from './consent-texts.ts'

const textShape = z.object({ zh: z.string(), en: z.string() })
export const purposeShape = z.enum(purposes as unknown as [Purpose, ...Purpose[]])

const pastShape = z.object({
  version: z.int(),
  channel: z.enum(['phone', 'paper', 'roster'] satisfies ConsentChannel[]),
  givenOn: z.string(),
  declaredBy: z.string().optional(),
  file: paperWireShape.optional(),
  withdrawnOn: z.string().optional(),
})

export const consentShape = z.object({
  purpose: purposeShape,
  title: textShape,
  /** Asked for now. */
  version: z.int(),
  says: textShape,
  separate: z.boolean(),
  fields: z.array(z.string()),
  given: z.boolean(),
  /** Given, but to an older text. */
  older: z.boolean(),
  /** Newest first. */
  history: z.array(pastShape),
})
export type ConsentWire = z.infer<typeof consentShape>
export const consentsShape = z.object({ items: z.array(consentShape) })
export type ConsentsWire = z.infer<typeof consentsShape>

/** `version`: the text that was read; another one than the one asked for now answers 409. */
export const consentChange = z.strictObject({ purpose: purposeShape, given: z.boolean(), version: z.int().min(1).max(99) })

/** Fields of the form for a sheet signed at the counter. */
export const paperConsent = z.strictObject({ purpose: purposeShape, on: dayShape })
export const paperWithdrawal = z.strictObject({ purpose: purposeShape })
