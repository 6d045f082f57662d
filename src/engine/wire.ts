/** The shapes that go over HTTP between the engine's server and its screens (and everybody else: see docs and /api/openapi.json). */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Citation, Period } from '#law'

export interface RefusalWire {
  readonly why: 'not now' | 'not you' | 'incomplete' | 'broken' | 'stale'
  readonly says: Text
  /** What is still missing, counted. */
  readonly missing?: Text
  readonly rule?: string
  readonly law?: Pick<Citation, 'act' | 'article' | 'quote'> & { readonly title: Text; readonly short: Text }
}

export type LawWire = Pick<Citation, 'act' | 'article' | 'quote'> & { readonly title: Text; readonly short: Text }

export interface DueWire {
  readonly id: string
  readonly title: Text
  readonly rule: string
  readonly start: Day
  readonly last: Day
  readonly overdue: boolean
  readonly period: Period
  /** How the day was found, in one sentence. */
  readonly counted: Text
  readonly moved?: { readonly from: Day; readonly because: Text }
  readonly provisional: boolean
  readonly extendedTo?: Day
  readonly law: LawWire
  /** Whose act ends it. */
  readonly by: readonly string[]
  /** Other ways to count, never governing. */
  readonly also: readonly { readonly rule: string; readonly last: Day; readonly law: LawWire }[]
  /** What happens when it is missed. */
  readonly ifMissed: { readonly take?: Text; readonly tell?: readonly Text[] }
}

export interface StepWire {
  readonly id: string
  readonly title: Text
  readonly hint?: Text
  readonly law: LawWire
  readonly allowed: boolean
  /** The role under which the caller would take it. */
  readonly as?: string
  /** True when it would be recorded by the desk for a party. */
  readonly recording?: boolean
  readonly refusal?: RefusalWire
  /** The section it fills or adds to; its JSON Schema is in GET /api/procedures. */
  readonly section?: string
  readonly papers: readonly Text[]
}

export interface PaperWire {
  readonly id: Id
  readonly kind: string
  readonly title: Text
  readonly number?: string
  readonly on: Day
  readonly step: string
  readonly code: string
  readonly hash: string
}

export interface EntryWire {
  readonly seq: number
  readonly step: string
  readonly title: Text
  readonly by: string
  readonly byTitle: Text
  readonly person?: { readonly id: Id; readonly name: string }
  /** Who took it down, when the desk recorded it for a party. */
  readonly recordedBy?: string
  readonly on: Day
  readonly at: string
  readonly input?: unknown
  readonly papers: readonly PaperWire[]
}

export interface PartyWire {
  readonly role: string
  readonly roleTitle: Text
  readonly name: string
  readonly person?: Id
  readonly organisation?: Id
}

export interface AttachmentWire {
  readonly id: Id
  readonly name: string
  readonly kind: 'photo' | 'voice' | 'scan' | 'file'
  readonly type: string
  readonly bytes: number
  readonly by: string
  readonly at: string
  /** Only the one who brought it and the desk, until shared with the other side. */
  readonly shared: boolean
}

export interface CaseWire {
  readonly id: Id
  readonly number: string
  readonly procedure: string
  readonly version: number
  readonly title: Text
  readonly state: string
  readonly stateTitle: Text
  readonly ended: boolean
  readonly subject: string
  readonly matter?: string
  readonly owner: { readonly id: Id; readonly name: string }
  readonly openedOn: Day
  readonly marks: readonly { readonly id: string; readonly title: Text; readonly law: LawWire; readonly suggests?: Text }[]
  readonly parties: readonly PartyWire[]
  readonly assigned: readonly { readonly role: string; readonly person: Id; readonly name: string }[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly log: readonly EntryWire[]
  readonly due: readonly DueWire[]
  readonly steps: readonly StepWire[]
  readonly papers: readonly PaperWire[]
  readonly attachments: readonly AttachmentWire[]
  /** Cases that a step of this one opened (`opened`), or the one that opened this. */
  readonly related: readonly {
    readonly id: Id
    readonly number: string
    readonly procedure: string
    readonly state: string
    readonly subject: string
    readonly opened: boolean
  }[]
  /** The roles in which the caller stands to this case. */
  readonly yourRoles: readonly string[]
  /** Number of steps taken: send it back as `seen` to be told when somebody was faster. */
  readonly seq: number
  readonly today: Day
}

/** A clock as lists show it. */
export type DueRow = Omit<DueWire, 'also' | 'ifMissed'>

/** A row of the case list and of Today. */
export interface CaseRow {
  readonly id: Id
  readonly number: string
  readonly procedure: string
  readonly procedureTitle: Text
  readonly short: Text
  readonly project: string
  readonly state: string
  readonly stateTitle: Text
  readonly subject: string
  readonly matter?: string
  readonly owner: { readonly id: Id; readonly name: string }
  readonly openedOn: Day
  readonly marks: readonly Text[]
  readonly due?: DueRow
  /** Steps the caller may take that end the next deadline. */
  readonly next?: { readonly step: string; readonly title: Text }
  readonly assigned: readonly string[]
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  /** True when the count stopped at the cap. */
  readonly totalCapped?: boolean
  readonly next?: string
}

export interface ProcedureWire {
  readonly id: string
  readonly project: string
  readonly version: number
  readonly title: Text
  readonly short: Text
  /** `posts`: of a desk role, the kinds of post that hold it. */
  readonly roles: readonly { readonly id: string; readonly title: Text; readonly kind: string; readonly posts?: readonly string[] }[]
  readonly states: readonly { readonly id: string; readonly title: Text; readonly end: boolean }[]
  readonly steps: readonly {
    readonly id: string
    readonly title: Text
    readonly hint?: Text
    readonly from: readonly string[]
    readonly to?: string
    readonly by: readonly string[]
    readonly recordedBy: readonly string[]
    readonly law: LawWire
    readonly section?: string
    readonly schema?: unknown
    readonly papers: readonly Text[]
    readonly rules: readonly { readonly id: string; readonly says: Text; readonly law: LawWire }[]
  }[]
  readonly deadlines: readonly {
    readonly id: string
    readonly title: Text
    readonly from: readonly string[]
    readonly until: readonly string[]
    readonly rule: string
    readonly law: LawWire
  }[]
  readonly fields: Readonly<Record<string, Readonly<Record<string, Text>>>>
  /** Words of the options in the forms, by their value. */
  readonly words: Readonly<Record<string, Text>>
}

export interface TodayWire {
  readonly today: Day
  readonly counts: { readonly overdue: number; readonly today: number; readonly week: number; readonly month: number }
  /** Days of the band, with clocks on each. */
  readonly band: readonly { readonly day: Day; readonly rest: boolean; readonly clocks: number; readonly overdue: number }[]
  readonly clocks: readonly CaseRow[]
  /** What others wait for from me: tasks without a legal clock. */
  readonly waiting: readonly { readonly case: Id; readonly title: Text; readonly subject: string; readonly since: Day }[]
  readonly hearings: readonly {
    readonly case: Id
    readonly subject: string
    readonly on: Day
    readonly at: string
    readonly room: string
  }[]
  readonly changes: readonly {
    readonly case: Id
    readonly subject: string
    readonly title: Text
    readonly who: string
    readonly at: string
  }[]
}

/** RFC 9457. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly errors?: readonly { readonly path: string; readonly says: Text }[]
  readonly refusal?: RefusalWire
}
