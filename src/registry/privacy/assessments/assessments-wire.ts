/** Impact assessments as they go over HTTP. */
import { z } from 'zod'
import { dayShape } from '../../routes/organisation-shapes.ts'
import { paperWireShape } from '../paper.ts'

export const assessmentShape = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string(),
  fields: z.array(z.string()),
  assessedOn: z.string(),
  keepUntil: z.string(),
  file: paperWireShape,
  by: z.string(),
  at: z.string(),
  /** Its time of keeping is over. */
  mayRemove: z.boolean(),
})
export type AssessmentWire = z.infer<typeof assessmentShape>

export const assessmentsPageShape = z.object({ items: z.array(assessmentShape), total: z.int(), next: z.string().optional() })
export type AssessmentsPageWire = z.infer<typeof assessmentsPageShape>
export const assessmentsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
})

/** Of the form; `fields` with commas between; kept three years when no longer time is given. */
export const assessmentInput = z.strictObject({
  title: z.string().trim().min(2).max(120),
  purpose: z.string().trim().min(2).max(500),
  fields: z
    .string()
    .max(200)
    .transform((list) =>
      list
        .split(/[,，、]/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .pipe(z.array(z.string().max(40)).max(20)),
  assessedOn: dayShape,
  keepUntil: dayShape.optional(),
})
