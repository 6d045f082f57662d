/** Turns of phrase that several papers of a regional bargaining share. Pure. */
import type { Block, WritingAt } from '#engine'
import { chineseDay } from '#engine/papers/printed-paper.ts'
import type { Day } from '#kernel/day.ts'
import type { Parameter } from '#law'
import { lastDayOf } from '#law/counting/last-day.ts'
import type { Delegate, Facts, Offer, Side } from '../data.ts'
import { type BoundFirm, boundFirms } from '../facts/firms.ts'
import { chiefOf } from '../facts/sides.ts'
import { kindWords, levelWords } from '../parties.ts'

export const dated = chineseDay
export const byHand = '____________________'

/** The other side of the union: an association, or the firms themselves where there is none. */
export const employersOf = ({ association, area }: Offer): string => association ?? `${area}各企业`
export const otherSide = (offer: Offer, issuer: string): string => (offer.by === 'workers' ? employersOf(offer) : issuer)
export const ownSide = (offer: Offer, issuer: string): string => (offer.by === 'workers' ? issuer : employersOf(offer))
/** 行业性工资专项集体合同 */
export const contractWords = ({ level, kind }: Pick<Offer, 'level' | 'kind'>): string => `${levelWords[level]}${kindWords[kind]}`

export function lastWords(parameter: Parameter, start: Day, at: WritingAt): string {
  const last = lastDayOf(parameter, start, at)
  return last ? `最后一日为 ${dated(last)}` : '期限按当地规定'
}

export const delegatesTable = (delegates: readonly Delegate[]): Block => ({
  table: {
    head: ['序号', '姓名', '所在单位', '说明'],
    rows: delegates.map((one, at) => [
      String(at + 1),
      one.name,
      one.from ?? '—',
      [one.chief ? '首席代表' : '', one.outside ? '书面委托的专业人员' : ''].filter(Boolean).join('、') || '—',
    ]),
  },
})

type Firms = Parameters<typeof boundFirms>[0]
export const firmsTable = (firms: readonly BoundFirm[]): Block => ({
  table: {
    head: ['序号', '企业', '职工人数'],
    rows: firms.map(({ name, employees }, at) => [String(at + 1), name, employees === undefined ? '—' : String(employees)]),
  },
})

/** 12 家企业、职工 3,400 人 */
export function boundWords(facts: Firms): string {
  const firms = boundFirms(facts)
  const known = firms.filter(({ employees }) => employees !== undefined)
  const workers = known.reduce((sum, { employees = 0 }) => sum + employees, 0)
  return `${firms.length} 家企业${known.length > 0 ? `、职工 ${workers} 人` : ''}`
}

type Lists = Pick<Facts, 'workerSide' | 'employerSide'>
export const chiefNamed = (facts: Lists, side: Side): string => chiefOf(facts, side)?.name ?? byHand

export const bothChiefs = (facts: Lists) => [
  { label: '企业方首席代表（签字）', name: chiefNamed(facts, 'employer') },
  { label: '职工方首席代表（签字）', name: chiefNamed(facts, 'workers') },
]
