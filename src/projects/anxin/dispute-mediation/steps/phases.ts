/** Where a mediation stands when several steps share the same places, and who records for whom. */
import type { Id } from '#kernel/id.ts'

/** Not yet ended and nothing agreed. */
export const open = ['received', 'mediating'] as const
/** An agreement stands. */
export const standing = ['agreed', 'confirmed', 'breached', 'enforcing'] as const
export const anywhere = [...open, ...standing] as const
/** An agreement that no office has confirmed. */
export const unconfirmed = ['agreed', 'breached'] as const
export const desk = ['clerk', 'mediator'] as const

/** The steps with which a mediation may begin. */
export const begins = ['apply', 'applyAtCounter', 'applyAsFirm', 'offerMediation'] as const

export interface Taker {
  readonly id: Id
  readonly name: string
}
