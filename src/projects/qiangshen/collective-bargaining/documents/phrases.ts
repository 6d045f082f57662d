/** Turns of phrase that several papers of a bargaining share. Pure. */
import type { Block, WritingAt } from '#engine'
import { chineseDay } from '#engine/papers/printed-paper.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { citedAll } from '#law/acts/cited.ts'
import type { Day } from '#kernel/day.ts'
import { lastDayOf } from '#law/counting/last-day.ts'
import type { Parameter } from '#law'
import { contractKinds } from '#registry/contracts/contract.ts'
import type { Delegate, Draft, Kind, Offer, Side } from '../data.ts'
import { isWage } from '../facts/law.ts'
import { chiefOf, type delegatesOf } from '../facts/sides.ts'

export const dated = chineseDay
/** A line that is filled in by hand. */
export const byHand = '____________________'
export const kindTitle = (kind: Kind): string => contractKinds[kind].zh

type Zhejiang = keyof typeof contractZhejiang.articles
type Hangzhou = keyof typeof wageHangzhou.articles

/** The articles on which a paper of this kind stands: the city's beside the province's where the talks are of wages. */
export function basis(kind: Kind, zhejiang: readonly Zhejiang[], hangzhou: readonly Hangzhou[] = []): string {
  const province = zhejiang.map((article) => contractZhejiang.art(article))
  const city = isWage(kind) ? hangzhou.map((article) => wageHangzhou.art(article)) : []
  return citedAll([...province, ...city])
}

/** 杭州瑞鼎金属制品有限公司工会, as the register knows it, or what stands in the offer's place. */
export const unionOf = (offer: Offer, issuer: string): string => offer.firm?.unionName ?? issuer

/** The other side of whoever offers. */
export const otherSide = (offer: Offer, issuer: string): string => (offer.by === 'workers' ? offer.company.name : unionOf(offer, issuer))
export const ownSide = (offer: Offer, issuer: string): string => (offer.by === 'workers' ? unionOf(offer, issuer) : offer.company.name)

type Sides = Parameters<typeof delegatesOf>[0]
export const chiefNamed = (facts: Sides, side: Side): string => chiefOf(facts, side)?.name ?? byHand

const marks = (one: Delegate): string =>
  [one.chief ? '首席代表' : '', one.outside ? '书面委托的专业人员' : '', one.woman ? '女' : '', one.dispatched ? '被派遣劳动者' : '']
    .filter((mark) => mark !== '')
    .join('、') || '—'

export const delegatesTable = (delegates: readonly Delegate[]): Block => ({
  table: {
    head: ['序号', '姓名', '职务', '说明'],
    rows: delegates.map((one, at) => [String(at + 1), one.name, one.job ?? '—', marks(one)]),
  },
})

/** Both sides as a contract names them. */
export const partiesBlock = (facts: Sides & { readonly offer: Offer }, issuer: string): Block => ({
  fields: [
    ['企业方', facts.offer.company.name],
    ['企业方首席代表', chiefNamed(facts, 'employer')],
    ['职工方', `${facts.offer.company.name}全体职工`],
    ['代表职工方的工会', unionOf(facts.offer, issuer)],
    ['职工方首席代表', chiefNamed(facts, 'workers')],
  ],
})

export const termWords = ({ since, until }: Pick<Draft, 'since' | 'until'>): string => `自 ${dated(since)}起至 ${dated(until)}止`

/** 12 人：甲、乙…… */
export const named = (names: readonly string[]): string => `${names.length} 人：${names.join('、')}`

/** ，最后一日为 2026年3月16日; nothing where no law of the place sets a last day. */
export function lastWords(parameter: Parameter, start: Day, at: WritingAt): string {
  const last = lastDayOf(parameter, start, at)
  return last ? `最后一日为 ${dated(last)}` : '期限按当地规定'
}
