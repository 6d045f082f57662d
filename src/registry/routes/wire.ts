/** The registry's shapes as they go over HTTP, and the cursor of its lists. */
import { z } from 'zod'
import { isId } from '#kernel/id.ts'
import { postScopeShape } from './post-shapes.ts'

const titleShape = z.object({ zh: z.string(), en: z.string() })
const bodyShape = z.object({ id: z.string(), name: z.string(), kind: z.string() })

export const postWireShape = z.object({
  id: z.string(),
  role: z.string(),
  title: titleShape,
  organisation: bodyShape,
  person: z.object({ id: z.string(), name: z.string() }).optional(),
  scope: postScopeShape,
  from: z.string(),
  to: z.string().optional(),
})
export type PostWire = z.infer<typeof postWireShape>

/** A cursor holds a name and its spelling: long enough for the longest of eighty characters. */
export const afterShape = z.string().max(1200)

export const pageQuery = z.object({
  q: z.string().trim().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: afterShape.optional(),
})

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), total: z.int(), capped: z.literal(true).optional(), next: z.string().optional() })

/** Where a list goes on: after this name and id. Opaque to those who hold it. */
export interface Cursor {
  readonly name: string
  readonly id: string
}

export const cursorText = ({ name, id }: Cursor): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(id + name)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Undefined for a text that is no cursor. */
export function cursorFrom(text: string): Cursor | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    const plain = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const id = plain.slice(0, 36)
    return isId(id) && !plain.includes('\0') ? { id, name: plain.slice(36) } : undefined
  } catch {
    return undefined
  }
}
