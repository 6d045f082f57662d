/** The language in which every procedure is written. It describes; it never runs anything. */
import type { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Citation, Parameter, Region, WorkCalendar } from '#law'
import type { Body } from './paper-body.ts'

/** The facts of a case, in named sections. One step fills one section, or adds one item to it. */
export type Shape = Record<string, z.ZodType>

/** When and where a question is asked of a case. */
export interface At {
  /** The day on which the step is taken or the question asked. */
  readonly on: Day
  readonly region: Region
  readonly calendar: WorkCalendar
  /** When each step was last taken. */
  readonly days: Readonly<Record<string, Day | undefined>>
}

/** A condition of the law. Pure: the sections that it reads are filled when it is asked. */
export interface Rule {
  readonly id: string
  /** A sentence that can be true: 双方都同意延期. */
  readonly says: string
  readonly law: Citation
  readonly reads: readonly string[]
  holds(facts: any, at: At): boolean
  /** What is still missing, counted: 还差 3 人. */
  readonly missing?: (facts: any, at: At) => { readonly zh: string; readonly en: string } | undefined
}

/** A written thing that a step leaves. Numbered on issue when it has a `series`, hashed always. */
export interface Paper {
  readonly id: string
  readonly title: string
  /** The word in the number, 调 in 白杨调〔2026〕118 号. Without it the paper bears no number. */
  readonly series?: string
  readonly law?: Citation
  readonly reads: readonly string[]
  /** Written only if this holds, where given. */
  readonly when?: (facts: any, at: At) => boolean
  /** Party roles that may read it; the desk always may. Default: every party. */
  readonly for?: readonly string[]
  write(facts: any, at: WritingAt): Body
}

/** What a paper may say beside the facts. */
export interface WritingAt extends At {
  readonly caseNumber: string
  readonly issuer: string
  readonly papers: Readonly<Record<string, { readonly number?: string; readonly on: Day } | undefined>>
  /** The last day of a deadline of this case, if it runs or ran. */
  due(deadline: string): Day | undefined
}

export type Roles<R extends string> = Readonly<Record<R, Role>>
/**
 * `party`: whom `parties()` names, and for an organisation whoever represents it. `desk`: holders of these posts whose scope covers the
 * case's owner. `assigned`: the persons whom `assigned()` names.
 */
export type Role =
  | { readonly title: string; readonly kind: 'party' }
  | { readonly title: string; readonly kind: 'desk'; readonly posts: readonly string[]; readonly above?: boolean }
  | { readonly title: string; readonly kind: 'assigned' }

export interface Party {
  readonly role: string
  readonly name: string
  readonly person?: Id
  readonly organisation?: Id
  /** A party that does not yet know of the case (not yet notified) may not see it. Default true. */
  readonly sees?: boolean
}

export interface Meeting {
  readonly title: string
  readonly on: Day
  /** `14:00`, local time. */
  readonly at: string
  readonly place: string
}

interface Opens<Facts> {
  readonly procedure: string
  readonly step: string
  /** What its first step says; `id` is the case that opens it. */
  readonly input: (facts: Facts, id: Id) => unknown
  readonly when?: (facts: Facts) => boolean
}

export interface Step<State extends string = string, R extends string = string, T extends string = string> {
  readonly title: string
  /** One plain line under the button: what will happen. */
  readonly hint?: string
  /** Absent: this step opens a case. */
  readonly from?: State | readonly State[]
  /** Absent: the case stays where it is. */
  readonly to?: State
  /** Who may take it. `law`: the clock takes it when a deadline has run out. */
  readonly by: R | 'law' | readonly (R | 'law')[]
  /** Desk or assigned roles that may record it for the one whose step it is, at the counter. */
  readonly recordedBy?: readonly R[]
  /** Not the role that took this step last: nobody accepts their own invitation. */
  readonly notBy?: T
  readonly law: Citation
  readonly fills?: string
  readonly gathers?: string
  /** Sections that begin anew with this step: a yes to one text is none to the next, and a signature under it neither. */
  readonly clears?: readonly string[]
  /** Writes the person who takes it into the input, so that nobody acts in another's name. Not asked when the desk records it. */
  readonly signedBy?: (input: any, person: { readonly id: Id; readonly name: string }, by: R) => unknown
  /** The people it names must hold one of these posts at the case's owner or a body over it, under the name the registry knows them by. */
  readonly appoints?: {
    readonly people: (input: any) => readonly { readonly personId: Id; readonly name: string }[]
    readonly posts: readonly string[]
  }
  readonly needs?: readonly Rule[]
  readonly papers?: readonly Paper[]
  /** Opens a case of another procedure, tied to this one. */
  readonly opens?: Opens<any>
  /** The new owner (hand-over); its clocks go on. */
  readonly movesTo?: (facts: any) => Id
  /** Other bodies that may see the case from now on. */
  readonly sharesWith?: (facts: any) => readonly Id[]
  /** Roles told of it. Default: everyone on the case but the one who took it. */
  readonly tells?: readonly R[]
  /** Only once a case, or once since the step named was last taken. */
  readonly once?: boolean | T
}

export interface Deadline<R extends string = string, T extends string = string> {
  readonly title: string
  /** The clock starts with this step… */
  readonly from: T | readonly T[]
  /** …on the day it was taken, or on the day this says (undefined: it does not run yet). */
  readonly start?: (facts: any, at: At) => Day | undefined
  readonly until: T | readonly T[]
  readonly rule: Parameter
  /** Other rules for the same act, shown beside, never governing. */
  readonly also?: readonly { readonly rule: Parameter; readonly from: T }[]
  /** Whose act ends it. Default: the roles of the `until` steps. */
  readonly by?: readonly R[]
  /** It stands still between these steps, at most so many days in all. */
  readonly pauses?: { readonly from: T; readonly until: T; readonly capDays?: number }
  /** A later last day that both agreed to. */
  readonly extended?: { readonly by: T; readonly to: (facts: any) => Day | undefined; readonly law: Citation }
  readonly ifMissed: { readonly tell?: readonly R[]; readonly take?: T; readonly escalate?: boolean }
  /** It goes on after the case has ended: the time limit for going on elsewhere. */
  readonly outlives?: boolean
}

/** What a case has become beside its state, by the facts alone: 集体争议. Told to the unit above when it first holds, if `escalate`. */
export interface Mark {
  readonly title: string
  readonly law: Citation
  readonly reads: readonly string[]
  readonly when: (facts: any) => boolean
  readonly escalate?: boolean
  /** What is suggested to the desk, in words. */
  readonly suggests?: string
}

export interface Procedure<
  F extends Shape = Shape,
  State extends string = string,
  R extends string = string,
  T extends string = string,
  D extends string = string,
  M extends string = string,
> {
  readonly id: string
  readonly project: 'peigen' | 'qiangshen' | 'anxin'
  readonly version: number
  readonly title: string
  /** One word for lists, 调解. */
  readonly short: string
  /** The kinds of organisation that may own such a case. */
  readonly owners: readonly string[]
  /** Whether this one of them may have this case: a firm's own committee only has what is against its firm. Default: any may. */
  readonly competent?: (facts: any, owner: { readonly id: Id; readonly kind: string; readonly firm?: Id }) => boolean
  readonly facts: F
  readonly roles: Roles<R>
  /** Where a case is. In the order of the main path. */
  readonly states: Readonly<Record<State, string>>
  readonly ends: readonly State[]
  readonly steps: Readonly<Record<T, Step<State, R, T>>>
  readonly deadlines: Readonly<Record<D, Deadline<R, T>>>
  readonly marks: Readonly<Record<M, Mark>>
  readonly parties: (facts: any) => readonly Party[]
  readonly assigned: (facts: any) => readonly { readonly role: R; readonly person: Id; readonly name: string }[]
  /** The case in one line: 刘志军等 12 人 与 杭州瑞鼎金属制品有限公司. */
  readonly subject: (facts: any) => string
  /** A few words for lists: 拖欠劳动报酬. */
  readonly matter?: (facts: any) => string
  /** Where people come together: hearings, visits. They stand in the calendars. */
  readonly meetings?: (facts: any) => readonly Meeting[]
  /** Sections only these roles may read; the rest is for everyone who sees the case. */
  readonly private?: Readonly<Partial<Record<keyof F & string, readonly R[]>>>
}

/** Declares a condition; `reads` names the sections it looks at, and TypeScript lets it look at no others. */
export function rule<F extends Shape, K extends keyof F & string>(
  _facts: F,
  spec: {
    id: string
    says: string
    law: Citation
    reads: readonly K[]
    holds: (facts: Reading<F, K>, at: At) => boolean
    missing?: (facts: Reading<F, K>, at: At) => { zh: string; en: string } | undefined
  },
): Rule {
  return spec
}

/** Declares a paper; it may quote only the sections it reads. */
export function paper<F extends Shape, K extends keyof F & string>(
  _facts: F,
  spec: Omit<Paper, 'reads' | 'write' | 'when'> & {
    reads: readonly K[]
    when?: (facts: Reading<F, K>, at: At) => boolean
    write: (facts: Reading<F, K>, at: WritingAt) => Body
  },
): Paper {
  return spec
}

declare const gatheredBrand: unique symbol
type Gathered<Z extends z.ZodType> = Z & { readonly [gatheredBrand]: Z }
const gatheredSections = new WeakSet<z.ZodType>()

/** A section that grows: each step adds one item, and it is read as a list, empty at first. */
export function gathered<Z extends z.ZodType>(item: Z): Gathered<Z> {
  gatheredSections.add(item)
  return item as Gathered<Z>
}
export const isGathered = (section: z.ZodType): boolean => gatheredSections.has(section)

type Section<S> = S extends { readonly [gatheredBrand]: infer Z extends z.ZodType }
  ? readonly z.infer<Z>[]
  : S extends z.ZodType
    ? z.infer<S>
    : never
/** The sections that a rule or a paper names, all of them filled. */
export type Reading<F extends Shape, K extends keyof F> = { readonly [P in K]: Section<F[P]> }
/** Everything that may be known of a case; a section not yet filled is undefined, a gathered one is empty. */
export type Known<F extends Shape> = {
  readonly [P in keyof F]: F[P] extends { readonly [gatheredBrand]: z.ZodType } ? Section<F[P]> : Section<F[P]> | undefined
}

/** Declares the facts of a case. */
export const facts = <F extends Shape>(sections: F): F => sections

interface Spec<F extends Shape, State extends string, R extends string, T extends string, D extends string, M extends string>
  extends Omit<
    Procedure<F, State, R, T, D, M>,
    'facts' | 'ends' | 'steps' | 'deadlines' | 'marks' | 'parties' | 'assigned' | 'subject' | 'matter' | 'meetings' | 'private'
  > {
  readonly ends: readonly NoInfer<State>[]
  readonly steps: Readonly<Record<T, StepOf<F, NoInfer<State>, NoInfer<R>, NoInfer<T>>>>
  readonly deadlines: Readonly<Record<D, DeadlineOf<F, NoInfer<R>, NoInfer<T>>>>
  readonly marks: Readonly<
    Record<M, Omit<Mark, 'when' | 'reads'> & { readonly reads: readonly (keyof F & string)[]; readonly when: (facts: Known<F>) => boolean }>
  >
  readonly competent?: (facts: Known<F>, owner: { readonly id: Id; readonly kind: string; readonly firm?: Id }) => boolean
  readonly parties: (facts: Known<F>) => readonly Party[]
  readonly assigned: (facts: Known<F>) => readonly { readonly role: NoInfer<R>; readonly person: Id; readonly name: string }[]
  readonly subject: (facts: Known<F>) => string
  readonly matter?: (facts: Known<F>) => string
  readonly meetings?: (facts: Known<F>) => readonly Meeting[]
  readonly private?: Readonly<Partial<Record<keyof F & string, readonly NoInfer<R>[]>>>
}

type StepOf<F extends Shape, State extends string, R extends string, T extends string> = Omit<
  Step<State, R, T>,
  'fills' | 'gathers' | 'clears' | 'opens' | 'movesTo' | 'sharesWith'
> & {
  readonly fills?: keyof F & string
  readonly gathers?: keyof F & string
  readonly clears?: readonly (keyof F & string)[]
  readonly opens?: Opens<Known<F>>
  readonly movesTo?: (facts: Known<F>) => Id
  readonly sharesWith?: (facts: Known<F>) => readonly Id[]
}

type DeadlineOf<F extends Shape, R extends string, T extends string> = Omit<Deadline<R, T>, 'start' | 'extended'> & {
  readonly start?: (facts: Known<F>, at: At) => Day | undefined
  readonly extended?: { readonly by: T; readonly to: (facts: Known<F>) => Day | undefined; readonly law: Citation }
}

/** Declares a procedure. States, roles and steps are checked by name, and functions see the facts by type. */
export function procedure<F extends Shape, State extends string, R extends string, T extends string, D extends string, M extends string>(
  facts: F,
  spec: Spec<F, State, R, T, D, M>,
): Procedure<F, State, R, T, D, M> {
  return { facts, ...spec } as Procedure<F, State, R, T, D, M>
}
