/** Collective contracts as the register keeps them: kept from the logs of the cases that made them, never written by hand. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Clause } from '#law/clauses/clause.ts'

export const contractKinds = {
  wage: text('工资专项集体合同', 'Special contract on wages'),
  comprehensive: text('综合集体合同', 'Comprehensive contract'),
  safety: text('劳动安全卫生专项集体合同', 'Special contract on safety and health'),
  women: text('女职工权益保护专项集体合同', 'Special contract on women workers'),
  skillWages: text('能级工资专项集体合同', 'Special contract on skill-grade wages'),
} as const satisfies Record<string, Text>
export type ContractKind = keyof typeof contractKinds
/** Where two contracts speak of the same, the special one governs (浙江省集体合同条例 18). */
export const isSpecial = (kind: ContractKind): boolean => kind !== 'comprehensive'

export const contractLevels = {
  enterprise: text('企业', 'Enterprise'),
  regional: text('区域性', 'Regional'),
  industry: text('行业性', 'Industry'),
} as const satisfies Record<string, Text>
export type ContractLevel = keyof typeof contractLevels

/** Stands for both days of a contract that both chiefs have signed and that is not in force yet: it counts as signed, and binds nobody. */
export const notInForceYet = 'infinity' as Day

/** A row of `contract`, without district and case. A change of the contract ends one row and begins the next (`version`). */
export interface ContractRow {
  /** 1 for a contract newly concluded, also a renewal; what changes one already counted, in the same case or another, has a higher one. */
  readonly version: number
  readonly kind: ContractKind
  readonly level: ContractLevel
  readonly title: string
  /** Skill-grade wages settled in signed minutes instead of a contract. */
  readonly minutes: boolean
  readonly signed_on: Day
  /** In force from this day to that one, both included. */
  readonly since: Day
  readonly until: Day
  /** 即行生效 by silence, or by the office's word. */
  readonly deemed: boolean
  readonly clauses: readonly Clause[]
  readonly owner_id: Id
  readonly unit_id: Id | null
  readonly number: string
}

/** A row of `contract_cover`, without district and case: the firm is bound from that day to that one, both included. */
export interface CoverRow {
  readonly firm_id: Id
  readonly since: Day
  readonly until: Day
}
