/** A firm of the demonstration that is evaluated: who evaluates it, who speaks for it, and since when its contract binds. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Item, Rubric } from '../rubric/rubric.ts'
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

type Said = readonly ((what: string) => string)[]
const partly: Said = [
  (what) => `${what}不全，缺上半年的`,
  (what) => `${what}上没有日期和签字`,
  (what) => `${what}与访谈说法不一致，酌情扣分`,
]
const wholly: Said = [(what) => `没有看到${what}`, (what) => `企业没有提供${what}，访谈也未能证实`]
const inContract: Said = [() => '合同文本中写得笼统，没有数字和时间', () => '合同文本中有约定，低于同行业一般水平']
const notInContract: Said = [() => '合同文本中没有这一项约定']
const heard: Said = [() => '访谈中有职工反映没有完全落实']

function groundsFor({ dimension, evidence = '材料' }: Item, all: boolean, words: string): string {
  const said = evidence.includes('访谈') ? heard : dimension === 'content' ? (all ? notInContract : inContract) : all ? wholly : partly
  return said[chance(words, said.length)]!(evidence)
}

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
  return items.map((item) => {
    const { id, points: full } = item
    const gone = lost.get(id)
    return gone
      ? { item: id, points: full - gone, evidence: groundsFor(item, gone === full, `${firm} ${id} why`) }
      : { item: id, points: full }
  })
}
