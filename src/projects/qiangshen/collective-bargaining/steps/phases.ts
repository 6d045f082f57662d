/** Where a bargaining stands when several steps share the same places, and who acts for whom. */
import type { Id } from '#kernel/id.ts'

/** The union of the firm, and the union above it for one that is weak or not there (省条例 8). */
export const union = ['workers', 'upperUnion'] as const
export const bothSides = ['workers', 'upperUnion', 'employer'] as const

/** Before anything is agreed. */
export const talking = ['preparing', 'negotiating'] as const
export const beforeDraft = ['served', ...talking, 'suspended'] as const
/** Asked for, not yet signed and in force. */
const open = [
  'offered',
  ...beforeDraft,
  'drafted',
  'atCongress',
  'rejected',
  'carried',
  'filed',
  'objected',
  'refused',
  'coordinating',
] as const
export const anywhere = [...open, 'inForce'] as const

export interface Taker {
  readonly id: Id
  readonly name: string
}
export const sideOf = (by: string): 'workers' | 'employer' => (by === 'employer' ? 'employer' : 'workers')
/** Writes which side acts into what was sent. */
export const bySide = (input: object, _person: Taker, by: string): object => ({ ...input, by: sideOf(by) })
/** The employer speaks of its own side alone; the union also takes down what the employer brings to the counter. */
export const ownSide = (input: object, _person: Taker, by: string): object => (by === 'employer' ? { ...input, side: 'employer' } : input)
export const ownBy = (input: object, _person: Taker, by: string): object => (by === 'employer' ? { ...input, by: 'employer' } : input)
export const onSide = (input: object, _person: Taker, by: string): object => ({ ...input, side: sideOf(by) })
