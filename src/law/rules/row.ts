/** One row of the table of legal periods, written on one line; region and first day come with the act. */
import { type Text, text } from '#kernel/text.ts'
import type { Act } from '../act.ts'
import type { Direction, LegalRule } from '../parameter.ts'
import type { Period } from '../period.ts'

type Words = readonly [zh: string, en: string]

export function row<A extends string | number>(
  id: string,
  act: Act<A>,
  article: NoInfer<A>,
  period: Period,
  direction: Direction,
  start: Words,
  title: Words,
  more: Partial<Pick<LegalRule, 'alternatives' | 'range' | 'source' | 'per' | 'total'>> = {},
): LegalRule {
  const words = ([zh, en]: Words): Text => text(zh, en)
  return {
    id,
    region: act.region,
    from: act.from,
    period,
    direction,
    start: words(start),
    title: words(title),
    law: act.art(article),
    source: 'R',
    ...more,
  }
}
