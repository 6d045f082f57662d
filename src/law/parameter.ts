/** A length of time that the law sets: region, first day, article. There is no default. */
import type { Day } from '#kernel/day.ts'
import { chainOf, type Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Citation } from './act.ts'
import type { Period } from './period.ts'

/** `after`: within the period after the start. `before`: at least the period before an event. `window`: within the last period before an event. `keep`: kept for at least. */
export type Direction = 'after' | 'before' | 'window' | 'keep'

/** One row of the law: one region's number, from a first day. `id` is stable, `MED.END.ZJ`. */
export interface LegalRule {
  readonly id: string
  readonly region: Region
  readonly from: Day
  readonly period: Period
  readonly direction: Direction
  /** The event the count begins after (or, `before`, leads up to). */
  readonly start: Text
  readonly title: Text
  readonly law: Citation
  /** `R`: the whole instrument was read; `P`: the cited articles were read. */
  readonly source: 'R' | 'P'
}

export interface Parameter {
  readonly id: string
  readonly title: Text
  readonly rules: readonly LegalRule[]
  /** The rule that governs in this region on this day. Throws when there is none: never a guess. */
  on(day: Day, region: Region): LegalRule
}

/** The nearest region's rule in force that day governs: Hangzhou over Zhejiang over the nation. */
export function parameter(id: string, title: Text, rules: readonly LegalRule[]): Parameter {
  return {
    id,
    title,
    rules,
    on(day, region) {
      for (const place of chainOf(region)) {
        const inForce = rules.filter((rule) => rule.region === place && rule.from <= day)
        const newest = inForce.sort((a, b) => (a.from < b.from ? 1 : -1))[0]
        if (newest) return newest
      }
      throw new Error(`${id}: no law for ${region} on ${day}`)
    },
  }
}
