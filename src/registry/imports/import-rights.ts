/** Who may bring files for which body: those who govern it; for a firm also the chair of its union. */
import type { Caller } from '#platform/caller.ts'
import type { Organisation } from '../organisation.ts'
import { unitKinds } from '../organisation.ts'
import { governs } from '../reach.ts'
import { getKind } from './kinds/kinds.ts'

/** `unions`: of the firm, where the body is one. Lists of firms are for those who have firms below them. */
export function mayImport(caller: Caller, kind: string, unit: Organisation, unions: readonly Organisation[]): boolean {
  const tree = unit.kind === 'district' || unitKinds.includes(unit.kind)
  if (getKind(kind).about === 'firms') return tree && governs(caller.posts, unit, 'below')
  if (tree) return governs(caller.posts, unit, 'below')
  if (unit.kind !== 'union' && unit.kind !== 'firm') return false
  return governs(caller.posts, unit, 'unit') || unions.some((union) => governs(caller.posts, union, 'unit'))
}
