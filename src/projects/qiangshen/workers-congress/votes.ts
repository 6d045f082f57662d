/** Who is counted and how: entitled, present, the votes of an item, and the same in words. Pure. */
import { type Text, text } from '#kernel/text.ts'
import { moreThanHalf, twoThirdsOrMore } from '#law'
import { halfPassedAt, quorumAt } from '#ui/pieces/vote-count.ts'
import type { AgendaItem, Call, Elector, Facts, Opening, Result } from './data.ts'

type Of<K extends keyof Facts> = { readonly [P in K]: Facts[P] }
type Opened = { readonly opening?: Opening | undefined }

/** Entitled to come: those of the register, or as many as were typed where it is empty. */
export const allOf = ({ opening }: Opened): number | undefined =>
  opening?.roster && opening.roster.all > 0 ? opening.roster.all : opening?.entitled

/** As last recorded. */
export const presentOf = ({ opening, presences }: Opened & Pick<Facts, 'presences'>): number | undefined =>
  presences.at(-1)?.present ?? opening?.present

/** Who was ticked by name; undefined where only a number was given. */
function attendingOf({ opening, presences }: Opened & Pick<Facts, 'presences'>): readonly string[] | undefined {
  const attending = (presences.at(-1) ?? opening)?.attending
  return attending && attending.length > 0 ? attending : undefined
}

/** Those who are there and may vote on a phone: with an account, and ticked where names were ticked. */
export function votersOf(facts: Opened & Pick<Facts, 'presences'>): readonly Elector[] {
  const attending = attendingOf(facts)
  return (facts.opening?.roster?.delegates ?? []).filter(
    (one) => one.personId !== undefined && (attending === undefined || attending.includes(one.id)),
  )
}

/** Fewer than this on phones, and the count says how each of them voted. */
export const fewestOnPhones = 5

/** One person is one voter, however often they are on the register. */
export const phonesOf = (facts: Parameters<typeof votersOf>[0]): number => new Set(votersOf(facts).map((one) => one.personId)).size

/** Ticked, and not of the register. */
export function strangersOf(facts: Opened & Pick<Facts, 'presences'>): number {
  const known = new Set(facts.opening?.roster?.delegates.map((one) => one.id))
  return (attendingOf(facts) ?? []).filter((one) => !known.has(one)).length
}

/** Names ticked twice, or more or fewer than the number given. */
export const tickedWrong = (facts: Opened & Pick<Facts, 'presences'>): boolean => {
  const attending = attendingOf(facts)
  return attending !== undefined && (new Set(attending).size !== attending.length || attending.length !== presentOf(facts))
}

export const itemOf = ({ call }: { readonly call?: Call | undefined }, id: string | undefined): AgendaItem | undefined =>
  call?.agenda.find((one) => one.id === id)

/** The ballot that is open, or that was last. */
export const ballotOf = ({ ballots }: Pick<Facts, 'ballots'>) => ballots.at(-1)

export interface Tally {
  readonly yes: number
  readonly no: number
  readonly abstain: number
}
type Counted = Pick<Result, 'hand' | 'box'>

/** Paper and phones together. */
export function tallyOf({ hand, box }: Partial<Counted>): Tally {
  const sum = (kind: keyof Tally) => (hand?.[kind] ?? 0) + (box?.[kind] ?? 0)
  return { yes: sum('yes'), no: sum('no'), abstain: sum('abstain') }
}

/** Papers handed in, the invalid ones among them. */
export const castIn = ({ hand, box }: Partial<Counted>): number => {
  const { yes, no, abstain } = tallyOf({ hand, box })
  return yes + no + abstain + (hand?.invalid ?? 0)
}

export const hasQuorum = (present: number, all: number): boolean => twoThirdsOrMore(present, all)
export const isPassed = (yes: number, all: number): boolean => moreThanHalf(yes, all)

export const quorumMissing = (present: number, all: number): Text | undefined => {
  const needs = quorumAt(all)
  return present < needs
    ? text(`${all} 的三分之二是 ${needs}，还差 ${needs - present} 人`, `Two thirds of ${all} are ${needs}: ${needs - present} missing`)
    : undefined
}

export const majorityMissing = (yes: number, all: number): Text | undefined => {
  const needs = halfPassedAt(all)
  return yes < needs
    ? text(`${all} 的过半是 ${needs}，差 ${needs - yes} 票`, `More than half of ${all} is ${needs}: ${needs - yes} short`)
    : undefined
}

/** The arithmetic of a result as the minutes print it. */
export function arithmetic({ all = 0, present = 0, yes = 0, no = 0, abstain = 0, passed, hand }: Result): readonly string[] {
  const quorum = quorumAt(all)
  const half = halfPassedAt(all)
  return [
    `应到 ${all} 人，三分之二为 ${quorum} 人；实到 ${present} 人，${present >= quorum ? '符合' : '不符合'}法定人数。`,
    `赞成 ${yes} 票，反对 ${no} 票，弃权 ${abstain} 票${hand && hand.invalid > 0 ? `，废票 ${hand.invalid} 张` : ''}，未投 ${Math.max(0, present - yes - no - abstain - (hand?.invalid ?? 0))} 人。`,
    `全体 ${all} 人的过半数为 ${half} 人；赞成 ${yes} 票，${passed ? '超过全体的半数，通过' : `差 ${half - yes} 票，未通过`}。`,
  ]
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 三, 十二, 四十; figures beyond ninety-nine. */
export function numeral(n: number): string {
  if (n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const units = n % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${units > 0 ? digits[units] : ''}`
}

export const formNames = {
  congress: text('职工代表大会', "workers' congress"),
  assembly: text('职工大会', "workers' assembly"),
} as const

/** 四届三次职工代表大会 */
export const sessionName = ({ term, session, form }: Pick<Call, 'term' | 'session' | 'form'>): string =>
  `${numeral(term)}届${numeral(session)}次${formNames[form].zh}`

/** The last decision on an item, if there is one. */
export const resultOf = ({ results }: Of<'results'>, item: string): Result | undefined => results.findLast((one) => one.id === item)
