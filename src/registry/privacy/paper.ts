/** A paper kept with a record: a signed consent, an assessment. The content lies in the store of files under its hash. */
import { z } from 'zod'

export const storedPaperShape = z.object({ name: z.string(), type: z.string(), bytes: z.int(), sha256: z.string() })
export type StoredPaper = z.infer<typeof storedPaperShape>

/** What is told of it. */
export const paperWireShape = storedPaperShape.omit({ sha256: true })
