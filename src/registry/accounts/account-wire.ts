/** Accounts as they go over HTTP. */
import { z } from 'zod'

const titleShape = z.object({ zh: z.string(), en: z.string() })

export const accountShape = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  /** Absent: no account yet. */
  username: z.string().optional(),
  posts: z.array(z.object({ role: z.string(), title: titleShape, organisation: z.object({ id: z.string(), name: z.string() }) })),
  closed: z.boolean(),
  secondFactor: z.boolean(),
  lastSeen: z.string().optional(),
})
export type AccountWire = z.infer<typeof accountShape>

export const newAccount = z.object({
  person: z.uuid(),
  username: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_.-]{2,40}$/u),
  password: z.string().min(1).max(128),
})
