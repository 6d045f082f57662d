/** What the import routes take. */
import { z } from 'zod'
import { importKindShape } from './kinds/kinds.ts'

const value = z.string().max(300)
const code = z.string().min(1).max(80)
const field = z.string().min(1).max(40)

export const importParams = z.object({ id: z.uuid() })
export const rowParams = importParams.extend({ row: z.coerce.number().int().min(1).max(1_048_576) })
export const templateParams = z.object({ kind: importKindShape })

const limit = z.coerce.number().int().min(1).max(200).default(50)
const after = z.string().max(120).optional()
export const listQuery = z.object({ limit, after, unit: z.uuid().optional(), kind: importKindShape.optional() })
export const pageQuery = z.object({ limit, after })
export const rowsQuery = z.object({
  limit,
  after,
  show: z.enum(['all', 'odd', 'wrong', 'look', 'new', 'changed', 'same']).default('all'),
  cause: z.string().max(120).optional(),
  row: z.coerce.number().int().min(1).max(1_048_576).optional(),
})

export const rowEdit = z.union([
  z.strictObject({ field, value }),
  z.strictObject({ field, restore: z.literal(true) }),
  z.strictObject({ keep: code }),
  z.strictObject({ leaveOut: z.literal(true) }),
])
export const fixInput = z.union([
  z.strictObject({ cause: z.string().min(1).max(120), value }),
  z.strictObject({ cause: z.string().min(1).max(120), keep: z.literal(true) }),
  z.strictObject({ cause: z.string().min(1).max(120), accept: z.literal(true) }),
])
export const columnsInput = z.object({
  columns: z
    .array(z.object({ at: z.int().min(0).max(16_383), field }))
    .min(1)
    .max(60),
})
export const undoInput = z.object({ reason: z.string().trim().max(200).optional() }).optional()
