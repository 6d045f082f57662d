/** A declared indicator: what is counted, of what, by which rule, and which rows stand behind each number. */
import { type Text, text } from '#kernel/text.ts'
import type { Citation } from '#law'
import type { Base } from './base.ts'

/** What an indicator's number is a number of. */
export const measures = {
  contracts: text('份', 'contracts'),
  firms: text('家', 'firms'),
  people: text('人', 'people'),
  ratio: text('%', '%'),
} as const satisfies Record<string, Text>
export type Measure = keyof typeof measures

/** Rows that are counted once each, or by their weight. `ids` is SQL over the bases it needs and gives `id`, and `weight` where that is summed. */
export interface CountedSet {
  /** What a row is, and so how its name and link are found. */
  readonly of: 'firm' | 'contract'
  readonly needs: readonly Base[]
  readonly ids: string
  readonly weighs?: true
}

/** A part of a number. Those by level, and those by year of signing, each add up to it; what is `beside` does not. */
export type PartGroup = 'level' | 'signing' | 'beside'
export interface Part {
  readonly title: Text
  readonly group: PartGroup
  readonly set: CountedSet
}

export interface Indicator {
  readonly id: string
  /** The project of the federation it belongs to. */
  readonly project: string
  readonly title: Text
  readonly measure: Measure
  /** What counts and what does not, in words. */
  readonly rule: Text
  readonly law?: Citation
  /** Where no act says so: whose practice it is. */
  readonly practice?: Text
  readonly numerator: CountedSet
  /** Present in a ratio: the whole, of which the numerator is a part. */
  readonly denominator?: CountedSet
  /** Which names are missing from the numerator, in words. */
  readonly missing?: Text
  /** In per cent. */
  readonly target?: { readonly percent: number; readonly says: Text }
  readonly parts?: Readonly<Record<string, Part>>
}

/** `numerator`, `denominator`, `missing`, or the name of one of its parts. */
export const partsOf = (indicator: Indicator): readonly string[] => [
  'numerator',
  ...(indicator.denominator ? ['denominator', 'missing'] : []),
  ...Object.keys(indicator.parts ?? {}),
]

export function setOf(indicator: Indicator, part: string): CountedSet | undefined {
  const { numerator, denominator, parts = {} } = indicator
  if (part === 'numerator') return numerator
  if (part === 'denominator') return denominator
  if (part !== 'missing') return Object.hasOwn(parts, part) ? parts[part]!.set : undefined
  if (!denominator) return undefined
  return {
    of: denominator.of,
    needs: [...denominator.needs, ...numerator.needs],
    ids: `select id from (${denominator.ids}) whole except select id from (${numerator.ids}) reached`,
  }
}

/** Per cent with one decimal, rounded down, so that only the whole is ever 100: `997` of `1000` is 99.7, 9999 of 10000 is 99.9. Null of nothing. */
export function percentOf(numerator: number, denominator: number): number | null {
  if (denominator <= 0) return null
  return Math.floor((numerator * 1000) / denominator) / 10
}

/** A value as people read it. */
export function valueText(measure: Measure, value: number | null): Text {
  if (value === null) return text('—', '—')
  if (measure === 'ratio') return value === 100 ? text('100%', '100%') : text(`${value.toFixed(1)}%`, `${value.toFixed(1)}%`)
  const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, ',')
  return text(
    `${grouped} ${measures[measure].zh}`,
    value === 1 ? `1 ${measures[measure].en.replace(/s$/, '')}` : `${grouped} ${measures[measure].en}`,
  )
}
