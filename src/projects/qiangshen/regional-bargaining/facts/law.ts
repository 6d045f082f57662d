/** Which law governs: Hangzhou's ordinance on wages, else Zhejiang's. Pure. */
import type { At } from '#engine/define.ts'
import type { Day } from '#kernel/day.ts'
import { chainOf } from '#law'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { citedAll } from '#law/acts/cited.ts'
import type { Facts, Kind } from '../data.ts'

/** 市条例 3: wages in all their forms, skill-grade wages among them. */
export const isWage = (kind: Kind): boolean => kind === 'wage' || kind === 'skillWages'
export const byWageOrdinance = (kind: Kind, { region }: Pick<At, 'region'>): boolean => isWage(kind) && chainOf(region).includes('CN-ZJ-HZ')

/** For a deadline of the procedure: it runs from `from` if the talks are, or are not, of wages. */
export const startIf =
  (wage: boolean, from: (facts: Facts, at: At) => Day | undefined = (_, at) => at.on) =>
  (facts: Facts, at: At): Day | undefined =>
    facts.offer && isWage(facts.offer.kind) === wage ? from(facts, at) : undefined

type Zhejiang = keyof typeof contractZhejiang.articles
type Hangzhou = keyof typeof wageHangzhou.articles
/** The articles on which a paper of this kind stands, in words. */
export function basis(kind: Kind, zhejiang: readonly Zhejiang[], hangzhou: readonly Hangzhou[] = []): string {
  const city = isWage(kind) ? hangzhou.map((article) => wageHangzhou.art(article)) : []
  return citedAll([...zhejiang.map((article) => contractZhejiang.art(article)), ...city])
}
