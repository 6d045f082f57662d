/** A firm of the demonstration that is evaluated: who evaluates it, who speaks for it, and since when its contract binds. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { ItemScore } from '../rubric/score.ts'
import { scoredByPeople } from '../rubric/score.ts'

export interface SeedPerson {
  readonly id: Id
  readonly name: string
}

export interface SeedFirm {
  /** The federation that evaluates, with one of its people. */
  readonly owner: {
    readonly id: Id
    readonly name: string
    readonly shortName: string
    readonly unit: Id | null
    readonly path: readonly Id[]
  }
  readonly evaluator: SeedPerson
  readonly firm: { readonly id: Id; readonly name: string; readonly employees: number }
  /** The first day of its contract. */
  readonly since: Day
  readonly chair: SeedPerson
}

/** A whole number from 0 to below `of`, the same for the same words. */
export function chance(words: string, of: number): number {
  let sum = 2_166_136_261
  for (const sign of words) sum = Math.imul(sum ^ sign.codePointAt(0)!, 16_777_619)
  sum = Math.imul(sum ^ (sum >>> 15), 2_246_822_519)
  return Math.floor((((sum ^ (sum >>> 13)) >>> 0) / 4_294_967_296) * of)
}

const partly = [
  (what: string) => `${what}不全，缺上半年的`,
  (what: string) => `${what}上没有日期和签字`,
  (what: string) => `${what}与访谈说法不一致，酌情扣分`,
  (what: string) => `${what}只有一个车间的`,
] as const
const wholly = [(what: string) => `没有看到${what}`, (what: string) => `企业没有提供${what}，访谈也未能证实`] as const

/** So many points gone, most of them where this firm is weak; what was deducted says why. */
export function scoresLosing(rubric: Rubric, firm: string, points: number): ItemScore[] {
  const items = scoredByPeople(rubric)
  const weak = rubric.items[chance(`${firm} weak`, rubric.items.length)]!.dimension
  const rank = new Map(items.map((item) => [item.id, chance(`${firm} ${item.id}`, 100) - (item.dimension === weak ? 35 : 0)]))
  const lost = new Map<string, number>()
  let left = points
  for (const { id, points: full } of items.toSorted((a, b) => rank.get(a.id)! - rank.get(b.id)!)) {
    if (left <= 0) break
    const most = chance(`${firm} ${id} how much`, 3) === 0 ? full : Math.min(full, 1)
    const gone = Math.min(most, left)
    lost.set(id, gone)
    left -= gone
  }
  for (const { id, points: full } of items) {
    const gone = Math.min(left, full - (lost.get(id) ?? 0))
    if (gone <= 0) continue
    lost.set(id, (lost.get(id) ?? 0) + gone)
    left -= gone
  }
  return items.map(({ id, points: full, evidence = '材料' }) => {
    const gone = lost.get(id)
    if (!gone) return { item: id, points: full }
    const phrases = gone === full ? wholly : partly
    return { item: id, points: full - gone, evidence: phrases[chance(`${firm} ${id} why`, phrases.length)]!(evidence) }
  })
}
