/** What a transfer will do, told before it is done. */
import { addDays, type Day } from '#kernel/day.ts'
import type { EngagementKind } from '../../../people/person-words.ts'

interface Held {
  readonly id: string
  readonly kind: EngagementKind
  readonly organisation?: { readonly name: string } | undefined
  readonly since: string
  readonly until?: string | undefined
  readonly waiting?: true | undefined
}

export type Effect =
  | { readonly what: 'ends'; readonly kind: EngagementKind; readonly where: string; readonly on: Day }
  | { readonly what: 'begins'; readonly kind: EngagementKind; readonly where: string; readonly on: Day }
  /** Where they go lies outside the register: here nothing begins. */
  | { readonly what: 'leaves'; readonly kind: EngagementKind; readonly where: string; readonly on: Day }
  | { readonly what: 'stays'; readonly kind: EngagementKind; readonly where: string }

export interface Move {
  readonly from: string
  readonly where: string
  readonly outside: boolean
  readonly on: Day
}

/** Those that hold on that day and can be left. */
export const heldOn = <E extends Held>(engagements: readonly E[], on: string): readonly E[] =>
  engagements.filter((one) => !one.waiting && one.since <= on && (one.until === undefined || one.until >= on))

/** The one left ends on the eve, the new one begins on the day, everything else stays as it is. */
export function effectsOf(engagements: readonly Held[], { from, where, outside, on }: Move): readonly Effect[] {
  const left = engagements.find((one) => one.id === from)
  if (!left || !where) return []
  const { kind } = left
  return [
    { what: 'ends', kind, where: left.organisation?.name ?? '', on: addDays(on, -1) },
    { what: outside ? 'leaves' : 'begins', kind, where, on },
    ...heldOn(engagements, on).flatMap((one): readonly Effect[] =>
      one.id === from ? [] : [{ what: 'stays', kind: one.kind, where: one.organisation?.name ?? '' }],
    ),
  ]
}

/** At which kinds of body somebody can be engaged so. */
export const bodiesFor: Readonly<Record<EngagementKind, readonly string[]>> = {
  employment: ['firm'],
  membership: ['union', 'jointUnion'],
  platform: ['platform'],
}
