/** A length of time that the law sets: region, first day, article. There is no default. */
import type { Day } from '#kernel/day.ts'
import { chainOf, type Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Citation } from './act.ts'
import type { Period } from './period.ts'

/**
 * `after`: within the period after the start. `before`: at least the period before an event. `window`: within the last period before an
 * event. `keep`: kept for at least. `within`: the thing itself lasts at most the period.
 */
export type Direction = 'after' | 'before' | 'window' | 'keep' | 'within'

/** One row of the law: one region's number, from a first day. `id` is stable, `MED.END.ZJ`. */
export interface LegalRule {
  readonly id: string
  readonly region: Region
  readonly from: Day
  readonly period: Period
  /** `UNION.TERM` is three or five years: the lengths that may be chosen, `period` among them. Nothing between. */
  readonly alternatives?: readonly Period[]
  /** `CB.TERM` is one to three years: anything between; `period` is the longest. */
  readonly range?: { readonly least: Period; readonly most: Period }
  readonly direction: Direction
  /** The event the count begins after (or, `before`, leads up to). */
  readonly start: Text
  readonly title: Text
  readonly law: Citation
  /** `R`: the whole instrument was read; `P`: the cited articles were read. */
  readonly source: 'R' | 'P'
  /** `month`: an allowance in every month, no deadline. `level`: anew at every level of authority. */
  readonly per?: 'month' | 'level'
  /** Several spells are added up. */
  readonly total?: true
}

export interface Parameter {
  readonly id: string
  readonly title: Text
  readonly rules: readonly LegalRule[]
  /** The rule that governs in this region on this day. Throws when there is none: never a guess. */
  on(day: Day, region: Region): LegalRule
  /** The same, or undefined where there is none. */
  find(day: Day, region: Region): LegalRule | undefined
}

/** The nearest region's rule in force that day governs: Hangzhou over Zhejiang over the nation. */
export function parameter(id: string, title: Text, rules: readonly LegalRule[]): Parameter {
  const newestFirst = rules.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const find = (day: Day, region: Region) => {
    for (const place of chainOf(region)) {
      const rule = newestFirst.find((one) => one.region === place && one.from <= day)
      if (rule) return rule
    }
    return undefined
  }
  return {
    id,
    title,
    rules,
    find,
    on(day, region) {
      const rule = find(day, region)
      if (!rule) throw new Error(`${id}: no law for ${region} on ${day}`)
      return rule
    },
  }
}
