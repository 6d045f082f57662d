/** The visibility predicate of a case, as a function: the same line the lists and the row-level security draw. Pure. */
import type { Id } from '#kernel/id.ts'
import type { RowScope } from '#platform/row-scope.ts'

export interface Standing {
  readonly unit: Id | null
  readonly owner: Id
  readonly readers: readonly string[]
}

export const sees = (scope: RowScope, { unit, owner, readers }: Standing): boolean =>
  scope.all ||
  (unit !== null && scope.trees.includes(unit)) ||
  scope.units.includes(owner) ||
  readers.some((reader) => scope.readers.includes(reader))
