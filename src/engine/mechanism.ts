/** One mechanism as the house sees it: a procedure, the stories that it tells, and its English, complete by type. */
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Campaign } from './campaigns/campaign.ts'
import type { Known as KnownOf, Procedure, Shape } from './define.ts'
import type { Entry, Known } from './run.ts'

/** The English of a procedure. A name that is missing here does not compile; words of options are checked by conformance. */
export interface English<F extends Shape, S extends string, R extends string, T extends string, D extends string, M extends string> {
  readonly title: string
  readonly short: string
  readonly roles: Readonly<Record<R, string>>
  readonly states: Readonly<Record<S, string>>
  readonly steps: Readonly<Record<T, string>>
  readonly hints: Readonly<Partial<Record<T, string>>>
  readonly deadlines: Readonly<Record<D, string>>
  readonly marks: Readonly<Record<M, string>>
  readonly suggests?: Readonly<Partial<Record<M, string>>>
  readonly papers: Readonly<Record<string, string>>
  readonly rules: Readonly<Record<string, string>>
  readonly fields: { readonly [K in keyof F]: Readonly<Record<string, string>> }
  /** Words of the options in the facts, by their value. */
  readonly words: Readonly<Record<string, Text>>
}

export type Story = readonly Entry[]

/** A case as the tables kept from it see it. */
export interface KeptFile<K = Known> {
  readonly id: Id
  readonly number: string
  readonly owner: { readonly id: Id; readonly unit: Id | null }
  readonly known: K
  readonly state: string
  readonly log: readonly Entry[]
}

/** By table: the rows that it holds of a case, each with every column but `district_id` and `case_id`. Pure, so that they can be made anew. */
export type Keeps<K = Known> = Readonly<Record<string, (file: KeptFile<K>) => readonly object[]>>

export interface Told<S = Story> {
  readonly stories: Readonly<Record<string, S>>
  /** Logs whose last step breaks a rule: one at least for every rule. */
  readonly breaks?: Readonly<Record<string, S>>
}

export interface Mechanism {
  readonly procedure: Procedure<any, any, any, any, any, any>
  /** Asked for by tests and by the demonstration alone, so a house at work does not carry them. */
  readonly told: () => Promise<Told>
  readonly en: English<any, any, any, any, any, any>
  readonly keeps?: Keeps
  /** What of it may be opened for many at once. */
  readonly campaign?: Campaign
}

export function mechanism<F extends Shape, S extends string, R extends string, T extends string, D extends string, M extends string>(m: {
  procedure: Procedure<F, S, R, T, D, M>
  told: () => Promise<Told<readonly Entry<NoInfer<T>, NoInfer<R>>[]>>
  en: English<NoInfer<F>, NoInfer<S>, NoInfer<R>, NoInfer<T>, NoInfer<D>, NoInfer<M>>
  keeps?: Keeps<KnownOf<NoInfer<F>>>
  campaign?: Campaign
}): Mechanism {
  return m as Mechanism
}
