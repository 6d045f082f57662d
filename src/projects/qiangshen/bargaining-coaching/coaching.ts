/** Where a coached firm stands, as an instructor says and as the register of cases suggests, and how a correction follows what it puts right. */
import { type Text, text } from '#kernel/text.ts'

export const coachingStates = {
  wish: text('意愿', 'Willing?'),
  prepare: text('准备', 'Preparing'),
  talk: text('协商', 'Bargaining'),
  pass: text('通过', 'Passing'),
  perform: text('履约', 'Performing'),
} as const satisfies Record<string, Text>
export type CoachingState = keyof typeof coachingStates
export const coachingStateIds = Object.keys(coachingStates) as [CoachingState, ...CoachingState[]]

/** By the state of the firm's bargaining. What has ended says nothing: then the contract decides. */
const byBargaining: Readonly<Record<string, CoachingState>> = {
  offered: 'wish',
  served: 'wish',
  refused: 'wish',
  preparing: 'prepare',
  negotiating: 'talk',
  suspended: 'talk',
  coordinating: 'talk',
  drafted: 'pass',
  atCongress: 'pass',
  rejected: 'pass',
  carried: 'pass',
  filed: 'pass',
  objected: 'pass',
  inForce: 'perform',
}

/** Undefined where nothing is known: no case of the firm, no contract that binds it today. */
export const suggestedState = (bargaining: string | undefined, bound: boolean): CoachingState | undefined =>
  (bargaining && byBargaining[bargaining]) || (bound ? 'perform' : undefined)

export interface Corrected<E> {
  readonly entry: E
  /** What it put right, newest first. */
  readonly was: readonly E[]
}

/** Entries without those that were put right; these lie under the one that followed. */
export function corrected<E extends { readonly id: string; readonly corrects?: string | undefined }>(
  entries: readonly E[],
): readonly Corrected<E>[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const replaced = new Set(entries.flatMap(({ corrects }) => (corrects ? [corrects] : [])))
  const before = (entry: E): readonly E[] => {
    const former = entry.corrects ? byId.get(entry.corrects) : undefined
    return former ? [former, ...before(former)] : []
  }
  return entries.filter((entry) => !replaced.has(entry.id)).map((entry) => ({ entry, was: before(entry) }))
}
