/** Rows of the register of delegates, and for whom they are: the union's own desk and those above it. */
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { forbidden, notFound } from '#platform/problem.ts'
import type { Directory } from '#registry/directory.server.ts'
import type { Organisation } from '#registry/organisation.ts'
import { governs, knows } from '#registry/reach.ts'
import type { DelegateWire } from './delegate-wire.ts'

export interface Deps {
  readonly db: Database
  readonly directory: Directory
}

/** The union, if the caller may know of it; 404 otherwise. */
export async function unionFor({ directory }: Deps, caller: Caller, id: Id): Promise<Organisation> {
  const union = await directory.organisationById(caller.district, id)
  if (!union || !['union', 'jointUnion'].includes(union.kind) || !knows(caller.posts, union) || !isDesk(caller)) throw notFound()
  return union
}
const isDesk = ({ posts }: Caller): boolean => posts.some((post) => post.kind !== 'employee' && post.kind !== 'platformWorker')

export async function governedUnion(deps: Deps, caller: Caller, id: Id): Promise<Organisation> {
  const union = await unionFor(deps, caller, id)
  if (!governs(caller.posts, union, 'unit')) throw forbidden()
  return union
}

export const columns = `d.id, d.name, d.person_id as person, d.constituency, d.sex, d.manager, d.dispatched, d.since, d.until,
  d.ended_why as "endedWhy", d.ended_note as "endedNote", d.source`
/** $1 district, $2 union, $3 day */
export const standing = `d.district_id = $1 and d.union_id = $2 and d.since <= $3 and (d.until is null or d.until >= $3)`

export type Row = { readonly [K in keyof DelegateWire]-?: DelegateWire[K] | null }
export const wire = (row: Row): DelegateWire =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as DelegateWire
