/** What a mechanism declares so that one act may open many of its cases: what all have in common, who may receive, how the board sorts them. Pure. */
import type { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Citation, Region, WorkCalendar } from '#law'
import type { ContractKind, ContractLevel } from '#registry/contracts/contract.ts'

/** A contract that binds the firm on the day of the question. */
export interface ContractInForce {
  readonly caseId: Id
  readonly kind: ContractKind
  readonly level: ContractLevel
  readonly title: string
  readonly number: string
  readonly until: Day
}

/** A firm with all that the registers know of it: whose case it would be, who sits there, what binds it, what is open. */
export interface Target {
  readonly firm: {
    readonly id: Id
    readonly name: string
    readonly designated: boolean
    readonly employees?: number
    readonly address?: string
  }
  /** `own`: its union. `cover`: a joint or industry union that takes it in. `over`: it has none, and the federation over it would act. */
  readonly owner: { readonly id: Id; readonly kind: string; readonly name: string; readonly how: 'own' | 'cover' | 'over' }
  /** Who holds an office there; the chair first. */
  readonly officers: readonly { readonly id: Id; readonly name: string }[]
  readonly contracts: readonly ContractInForce[]
  /** Cases of this procedure about the firm that have not ended, with the sections named by `reads`. */
  readonly open: readonly {
    readonly id: Id
    readonly number: string
    readonly state: string
    readonly known: Readonly<Record<string, unknown>>
  }[]
}

export interface Circumstances {
  readonly on: Day
  readonly region: Region
  readonly calendar: WorkCalendar
  /** The body in whose name all are issued. */
  readonly issuer: string
  /** The how manieth of the chosen firms it is, from 0: meetings need not all fall on one day. */
  readonly nth: number
}

/** Why a firm is left out, with the article where the law says so. */
export interface LeftOut {
  readonly says: Text
  readonly law?: Citation
}

/** A column of the board. `overdue`: only cases on which one of these clocks has run out; such a phase stands before the one with the same states. */
export interface Phase {
  readonly id: string
  readonly title: Text
  readonly states: readonly string[]
  readonly overdue?: readonly string[]
}

export interface Campaign<Common = unknown> {
  readonly title: Text
  /** One line that says what will happen. */
  readonly hint: Text
  /** The step that opens each case. */
  readonly step: string
  readonly law: Citation
  /** What all cases have in common; the form follows from it, `en` has its labels. */
  readonly common: z.ZodType<Common>
  readonly en: Readonly<Record<string, string>>
  /** Sections of open cases that `mayReceive` looks at. */
  readonly reads: readonly string[]
  /** Null when the firm may receive it, otherwise why not. */
  readonly mayReceive: (target: Target, common: Common, at: Circumstances) => LeftOut | null
  /** The input of the first step. */
  readonly inputFor: (target: Target, common: Common, at: Circumstances) => unknown
  /** What differs from firm to firm, in a line for the list: day, hour, delegates. */
  readonly brief?: (input: unknown) => Text
  readonly phases: readonly Phase[]
  /** Those in this phase may be reminded, by the clock that it names. */
  readonly remind?: { readonly phase: string; readonly says: (last: Day, law: Citation) => Text }
}

/** Declares a campaign; the two functions see the common input by its type. */
export const campaign = <Z extends z.ZodType>(spec: Omit<Campaign<z.infer<Z>>, 'common'> & { readonly common: Z }): Campaign =>
  spec as unknown as Campaign

/** The phase of a case: the first that has its state and, where it asks for one, the clock that has run out. */
export const phaseOf = (c: Campaign, state: string, overdue: readonly string[]): string | undefined =>
  c.phases.find((phase) => phase.states.includes(state) && (phase.overdue?.some((clock) => overdue.includes(clock)) ?? true))?.id
