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

/** 省 18: the special one before the comprehensive; 市 35: a firm's own clause not below the one above; later: of two alike the one signed last. */
export type Ground = 'alone' | 'special' | 'floor' | 'better' | 'later'

export const grounds: Readonly<Record<Ground, Text>> = {
  alone: text('只有它约定', 'only it speaks of this'),
  special: text('专项优先于综合', 'a special contract prevails over the comprehensive one'),
  floor: text('企业标准低于区域性、行业性合同，按后者', 'the firm’s own lies below the contract above, which holds'),
  better: text('企业标准不低于区域性、行业性合同，按企业', 'the firm’s own is not below the contract above'),
  later: text('后签订的', 'the one signed last'),
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

/** Of contracts of one level: special before comprehensive, then the one signed last. */
function ofLevel<C extends BindingContract>(said: readonly Said<C>[]): { readonly stands: Said<C>; readonly ground: Ground } | undefined {
  const special = said.filter(({ contract }) => isSpecial(contract.kind))
  const left = special.length > 0 ? special : said
  const stands = left.toSorted((a, b) => (a.contract.signedOn < b.contract.signedOn ? 1 : -1))[0]
  if (!stands) return undefined
  return { stands, ground: said.length === 1 ? 'alone' : left.length > 1 ? 'later' : 'special' }
}

const worse = ({ clause: a }: Said<unknown>, { clause: b }: Said<unknown>): boolean =>
  a.value !== undefined && b.value !== undefined && (meaningOf(a.meaning).better === 'more' ? a.value < b.value : a.value > b.value)

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
