/** The verifier of the audit chains: names the first entry of each whose hash no longer follows, and what an anchor kept elsewhere misses. */
import type { Id } from '#kernel/id.ts'
import type { Json } from '#kernel/json.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { type AuditKind, contentOf, linkOf } from '../audit.server.ts'

export interface AuditFault {
  readonly chain: Id
  readonly seq: number
}

/** The newest entry of a chain, to be kept where the database's keeper cannot reach it. */
export interface AuditHead {
  readonly chain: Id
  readonly seq: number
  readonly hash: string
}

interface Row {
  readonly chain: Id
  readonly seq: number
  readonly kind: AuditKind
  readonly about: Id | null
  readonly what: Record<string, Json>
  readonly by_person: Id | null
  readonly by_name: string
  readonly body_id: Id | null
  readonly post: string | null
  readonly at: Date
  readonly content: Buffer
  readonly previous: Buffer | null
  readonly hash: Buffer
}

const select = `select chain, seq, kind, about, what, by_person, by_name, body_id, post, at, content, previous, hash
  from audit_entry where district_id = $1 and (chain, seq) > ($2, $3) order by chain, seq limit 2000`
const none = '00000000-0000-0000-0000-000000000000'

/** Reads all in pages. A changed entry and a missing one are faults; a newest one cut off is seen only against an anchor. */
export async function verifyAudit(db: Database, district: Id): Promise<readonly AuditFault[]> {
  const faults = new Map<Id, number>()
  let last: Row | undefined
  for (;;) {
    const rows = await db.ask<Row>(houseScope(district), select, [district, last?.chain ?? none, last?.seq ?? 0])
    for (const row of rows) {
      if (!faults.has(row.chain) && !follows(row, last?.chain === row.chain ? last : undefined, district)) faults.set(row.chain, row.seq)
      last = row
    }
    if (rows.length === 0) return [...faults].map(([chain, seq]) => ({ chain, seq }))
  }
}

function follows(row: Row, before: Row | undefined, district: Id): boolean {
  if (row.seq !== (before?.seq ?? 0) + 1) return false
  if (before ? !row.previous?.equals(before.hash) : row.previous !== null) return false
  const content = contentOf({
    district,
    by: row.by_person,
    byName: row.by_name,
    kind: row.kind,
    ...(row.about && { about: row.about }),
    what: row.what,
    ...(row.body_id && row.post && { as: { body: row.body_id, post: row.post } }),
  })
  return content.equals(row.content) && linkOf(row.previous, row.chain, row.seq, row.at, content).equals(row.hash)
}

/** In pages, so that an anchor can be written as it is read. */
export async function* auditHeads(db: Database, district: Id): AsyncGenerator<AuditHead> {
  let after = none
  for (;;) {
    const rows = await db.ask<AuditHead>(
      houseScope(district),
      `with recursive chains as (
         (select chain from audit_entry where district_id = $1 and chain > $2 order by chain limit 1)
         union all
         select (select chain from audit_entry e where e.district_id = $1 and e.chain > c.chain order by chain limit 1) from chains c where c.chain is not null
       )
       select h.chain, h.seq, encode(h.hash, 'hex') as hash
       from (select chain from chains where chain is not null limit 1000) c
       cross join lateral (select chain, seq, hash from audit_entry where district_id = $1 and chain = c.chain order by seq desc limit 1) h`,
      [district, after],
    )
    yield* rows
    if (rows.length < 1000) return
    after = rows[rows.length - 1]!.chain
  }
}

/** The heads of an anchor that are no longer there as they were. */
export async function missingHeads(db: Database, district: Id, heads: readonly AuditHead[]): Promise<readonly AuditFault[]> {
  return await db.ask<AuditFault>(
    houseScope(district),
    `select a.chain, a.seq from jsonb_to_recordset($2::jsonb) as a (chain uuid, seq integer, hash text)
     where not exists (select 1 from audit_entry e where e.district_id = $1 and e.chain = a.chain and e.seq = a.seq and encode(e.hash, 'hex') = a.hash)`,
    [district, JSON.stringify(heads)],
  )
}
