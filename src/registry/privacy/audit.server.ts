/** The log of what was done with people's data: written in the transaction of the deed, chained per actor, read back by the verifier. */
import { createHash } from 'node:crypto'
import type { Id } from '#kernel/id.ts'
import { canonical, type Json } from '#kernel/json.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { isPostKind, postKinds } from '../post.ts'

export type AuditKind = 'sight' | 'export' | 'import' | 'change' | 'merge' | 'account'

export interface AuditEntry {
  readonly district: Id
  /** Null: the house itself. */
  readonly by: Id | null
  readonly byName: string
  readonly kind: AuditKind
  /** The person or organisation it is about. An export names the firm, union or unit whose people it shows; the district where it is everybody. */
  readonly about?: Id
  /** What exactly; never a secret value. For a sight: `{ field, reason }`. */
  readonly what: Readonly<Record<string, Json | undefined>>
  /** As whom: the body and the kind of post. */
  readonly as?: { readonly body: Id; readonly post: string }
}

/** Who does it, as the log wants it: `record(q, { ...actor(caller), kind, about, what })`. */
export function actor({ district, person, name, posts }: Caller): Pick<AuditEntry, 'district' | 'by' | 'byName' | 'as'> {
  const held = posts.find(({ kind }) => isPostKind(kind) && postKinds[kind].standing !== 'belongs')
  return { district, by: person, byName: name, ...(held && { as: { body: held.organisation.id, post: held.kind } }) }
}

/**
 * Writes the entry in the caller's transaction, as its last statement where that is long: the actor's next entry waits for it to end.
 * Other actors never wait.
 */
export const record = (q: Query, entry: AuditEntry): Promise<void> => recordAll(q, [entry])

/** Several at once, in this order. */
export async function recordAll(q: Query, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => ({
    district: entry.district,
    chain: entry.by ?? entry.about ?? entry.district,
    kind: entry.kind,
    about: entry.about ?? null,
    what: entry.what,
    by: entry.by,
    name: entry.byName,
    body: entry.as?.body ?? null,
    post: entry.as?.post ?? null,
    content: contentOf(entry).toString('hex'),
  }))
  await q(insert, [JSON.stringify(rows)])
}

const insert = `
  insert into audit_entry (district_id, chain, kind, about, what, by_person, by_name, body_id, post, content)
  select (e->>'district')::uuid, (e->>'chain')::uuid, e->>'kind', (e->>'about')::uuid, e->'what', (e->>'by')::uuid, e->>'name',
    (e->>'body')::uuid, e->>'post', decode(e->>'content', 'hex')
  from jsonb_array_elements($1::jsonb) with ordinality as given (e, n) order by n`

/** SHA-256 of the canonical entry: all but its number and time, which the database gives it and hashes with it. */
export function contentOf({ district, by, byName, kind, about, what, as }: AuditEntry): Buffer {
  const text = canonical({ district, by, byName, kind, about: about ?? null, what, body: as?.body ?? null, post: as?.post ?? null })
  return createHash('sha256').update(text).digest()
}

/** The link as the database makes it (audit_entry_link in migrations/0005-privacy.sql). */
export function linkOf(previous: Uint8Array | null, chain: Id, seq: number, at: Date, content: Uint8Array): Buffer {
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(`${chain}|${seq}|${at.toISOString()}|`)
    .update(content)
    .digest()
}
