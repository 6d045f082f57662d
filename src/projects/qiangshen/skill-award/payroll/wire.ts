/** The payroll check and one's own entitlements as they go over the wire. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { MeaningId } from '#law/clauses/clause.ts'
import type { Comparison } from './compare.ts'
import type { EntitlementRow, Sheet } from './sheet.ts'

export type Side = 'firm' | 'union'

/** What a comparison came to, without names. */
export interface CheckWire {
  readonly side: Side
  readonly month: string
  readonly entitled: number
  readonly matched: number
  readonly tooLittle: number
  readonly missing: number
  readonly unclear: number
  readonly owedFen: number
  readonly at: string
}

export interface FirmLineWire {
  readonly id: Id
  readonly name: string
  readonly people: number
  readonly dueFen: number
  readonly confirmedFen: number
  readonly shortFen: number
  readonly checks: readonly CheckWire[]
}

export interface FirmsWire {
  readonly month: string
  readonly items: readonly FirmLineWire[]
  readonly total: number
  readonly next?: string
}

export interface SheetWire extends Sheet {
  readonly firm: { readonly id: Id; readonly name: string }
  /** On whose behalf the caller looks. */
  readonly side: Side
  readonly checks: readonly CheckWire[]
}

export interface ComparisonWire extends Comparison {
  readonly month: string
  readonly side: Side
}

export interface MineWire {
  readonly items: readonly {
    readonly case: Id
    readonly number: string
    readonly title: string
    readonly meaning: MeaningId
    readonly trade: string | null
    readonly grade: number | null
    readonly level: string | null
    readonly fen: number
    readonly monthly: boolean
    readonly since: Day
    readonly until: Day | null
    readonly contractTitle: string
    readonly contract: string
    readonly clause: number
    readonly standing: EntitlementRow['standing']
    readonly paidFen: number | null
    readonly paidFrom: Day | null
  }[]
  /** Where to report something new: the caller's firm and its union; absent for who has none. */
  readonly report?: {
    readonly union: { readonly id: Id; readonly name: string }
    readonly firm: { readonly id: Id; readonly name: string }
  }
}
