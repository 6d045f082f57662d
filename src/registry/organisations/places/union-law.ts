/** What the law says to founding, ending and terms of a union: each judgement is a refusal with its article, or nothing. */
import { addMonths, addYears, type Day } from '#kernel/day.ts'
import type { Region } from '#kernel/region.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Citation } from '#law'
import { unionLaw } from '#law/acts/union.ts'
import { unionTerm, unionTermExtendMax } from '#law/parameters.ts'
import { type Organisation, unionKinds } from '../../organisation.ts'

/** As it goes over HTTP with 409. */
export interface Refusal {
  readonly why: 'broken' | 'not now' | 'incomplete'
  readonly says: Text
  readonly law?: Citation
}

const broken = (law: Citation, zh: string, en: string): Refusal => ({ why: 'broken', says: text(zh, en), law })
export const notNow = (zh: string, en: string): Refusal => ({ why: 'not now', says: text(zh, en) })

export const isUnion = ({ kind }: Pick<Organisation, 'kind'>): boolean => unionKinds.includes(kind)

/** A union stands only once the next higher one, which must stand itself, has approved it (工会法 12). */
export function mayApprove(union: Organisation, upper: Organisation | undefined): Refusal | undefined {
  if (!isUnion(union)) return notNow('只有工会组织需要批复', 'Only a union is approved')
  if (union.standing !== 'proposed') return notNow('这个工会已经批准或者已经终止', 'This union was approved already, or has ended')
  if (upper?.standing === 'standing') return undefined
  return broken(unionLaw.art(12), '上一级工会自己还没有成立，不能批准', 'The next higher union does not stand itself and cannot approve')
}

/** What is not approved yet has no place to put others under, and nobody acts for it (工会法 12). */
export function mustStand(body: Pick<Organisation, 'standing' | 'name' | 'kind'>): Refusal | undefined {
  if (body.standing === 'standing') return undefined
  if (body.standing === 'ended') return notNow(`${body.name}已经终止`, `${body.name} has ended`)
  return broken(
    unionLaw.art(12),
    `${body.name}还没有上一级工会的批复，不能开展工作`,
    `${body.name} lacks the approval of the next higher union and cannot act yet`,
  )
}

const lengths: readonly number[] = (unionTerm.rules[0]?.alternatives ?? []).map(({ n }) => n)

/** Three or five years, nothing between (工会法 16). */
export const termLength = (years: number): Refusal | undefined =>
  lengths.includes(years)
    ? undefined
    : broken(unionLaw.art(16), `每届任期只能是${lengths.join('年或者')}年`, `A term is ${lengths.join(' or ')} years, nothing else`)

export const termEnd = (beganOn: Day, years: number): Day => addYears(beganOn, years)

/** Generally no more than half a year (浙江省实施办法 10): a longer one says why it must be. */
export function extension(
  { endsOn, until, approvedOn, reason }: { endsOn: Day; until: Day; approvedOn: Day; reason?: string | undefined },
  region: Region,
): Refusal | undefined {
  const rule = unionTermExtendMax.find(approvedOn, region)
  if (!rule || reason || until <= addMonths(endsOn, rule.period.n)) return undefined
  return broken(
    rule.law,
    `延期一般不超过${rule.period.n}个月；确需更长的，请写明原因`,
    `An extension is generally no longer than ${rule.period.n} months; say why it must be longer`,
  )
}

export type EndingWhy = 'employerEnded' | 'merged' | 'resolved' | 'closed'

/** Nobody dissolves or merges a union at will: its employer has ended, or its members resolved it and the upper union approved (工会法 12, 13). */
export function mayEnd(union: Organisation, why: EndingWhy, firm: Organisation | undefined, approved: boolean): Refusal | undefined {
  if (!isUnion(union) || union.standing === 'proposed') return undefined
  if (why === 'closed')
    return broken(unionLaw.art(13), '工会不能随意撤销，请写明法定的原因', 'A union is not dissolved at will; give the reason the law knows')
  if (why === 'employerEnded' && firm?.standing === 'standing')
    return broken(unionLaw.art(13), `${firm.name}仍然存续，其工会不能撤销`, `${firm.name} still stands; its union cannot be dissolved`)
  if ((why === 'employerEnded' && firm) || approved) return undefined
  return broken(
    unionLaw.art(13),
    '合并、撤销工会须经会员大会同意并报上一级工会批准，请填写批复文号和日期',
    "Merging or dissolving a union needs the members' vote and the upper union's approval: give its number and day",
  )
}
