/** Where several contracts bind a firm and speak of the same: which of their clauses stands, and why. */
import { type Text, text } from '#kernel/text.ts'
import { type Clause, clauseKey, meaningOf } from '#law/clauses/clause.ts'
import type { Day } from '#kernel/day.ts'
import { type ContractKind, type ContractLevel, isSpecial } from './contract.ts'

export interface BindingContract {
  readonly id: string
  readonly kind: ContractKind
  readonly level: ContractLevel
  readonly signedOn: Day
  readonly clauses: readonly Clause[]
}

/** 省 18: the special one before the comprehensive; 市 35: a firm's own clause not below the one above; later: of two alike the one signed last, or the better one. */
export type Ground = 'alone' | 'special' | 'floor' | 'better' | 'later' | 'sameDay'

export const grounds: Readonly<Record<Ground, Text>> = {
  alone: text('只有它约定', 'only it speaks of this'),
  special: text('专项优先于综合（省集体合同条例第18条）', 'a special contract prevails over the comprehensive one (Zhejiang, art. 18)'),
  floor: text(
    '企业标准低于区域性、行业性合同，按后者（市条例第35条）',
    'the firm’s own lies below the contract above, which holds (Hangzhou, art. 35)',
  ),
  better: text('企业标准不低于区域性、行业性合同，按企业', 'the firm’s own is not below the contract above'),
  later: text('后签订的', 'the one signed last'),
  sameDay: text('同日签订，按对职工有利的', 'signed on one day: the better for the worker'),
}

export interface Standing<C extends BindingContract> {
  readonly key: string
  readonly clause: Clause
  readonly contract: C
  readonly ground: Ground
  /** The others that speak of the same and do not stand here. */
  readonly besides: readonly { readonly clause: Clause; readonly contract: C }[]
}

interface Said<C> {
  readonly clause: Clause
  readonly contract: C
}

const worse = ({ clause: a }: Said<unknown>, { clause: b }: Said<unknown>): boolean =>
  a.value !== undefined && b.value !== undefined && (meaningOf(a.meaning).better === 'more' ? a.value < b.value : a.value > b.value)

/** Of contracts of one level: special before comprehensive, then the one signed last, then the better for the worker. */
function ofLevel<C extends BindingContract>(said: readonly Said<C>[]): { readonly stands: Said<C>; readonly ground: Ground } | undefined {
  const special = said.filter(({ contract }) => isSpecial(contract.kind))
  const left = special.length > 0 ? special : said
  const last = left
    .map(({ contract }) => contract.signedOn)
    .toSorted()
    .at(-1)
  const latest = left.filter(({ contract }) => contract.signedOn === last)
  const [first, ...others] = latest
  if (!first) return undefined
  const stands = others.reduce((best, one) => (worse(best, one) ? one : best), first)
  if (said.length === 1) return { stands, ground: 'alone' }
  if (left.length === 1) return { stands, ground: 'special' }
  return { stands, ground: latest.length > 1 ? 'sameDay' : 'later' }
}

function standing<C extends BindingContract>(key: string, said: readonly Said<C>[]): Standing<C> {
  const own = ofLevel(said.filter(({ contract }) => contract.level === 'enterprise'))
  const above = ofLevel(said.filter(({ contract }) => contract.level !== 'enterprise'))
  const won =
    own && above
      ? worse(own.stands, above.stands)
        ? { stands: above.stands, ground: 'floor' as const }
        : { stands: own.stands, ground: own.ground === 'alone' ? ('better' as const) : own.ground }
      : (own ?? above)!
  return { key, ...won.stands, ground: won.ground, besides: said.filter((one) => one !== won.stands) }
}

/** One row for everything that any of these contracts settles, in the order in which it is first spoken of. */
export function standingClauses<C extends BindingContract>(contracts: readonly C[]): readonly Standing<C>[] {
  const said = new Map<string, Said<C>[]>()
  for (const contract of contracts)
    for (const clause of contract.clauses) {
      const key = clauseKey(clause)
      said.set(key, [...(said.get(key) ?? []), { clause, contract }])
    }
  return [...said].map(([key, all]) => standing(key, all))
}
