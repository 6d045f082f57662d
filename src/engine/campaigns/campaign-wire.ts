/** Campaigns as they go over HTTP. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { ContractKind, ContractLevel } from '#registry/contracts/contract.ts'
import type { OrganisationWire } from '#registry/organisations/organisation-wire.ts'
import type { Body } from '../paper-body.ts'
import type { LawWire } from '../wire.ts'

/** `GET /api/campaigns/kinds`: what may be issued to many at once. */
export interface CampaignKindWire {
  readonly procedure: Id
  readonly title: Text
  readonly hint: Text
  readonly short: Text
  readonly law: LawWire
  /** JSON Schema of what all have in common, with the labels of its fields and the words of its options. */
  readonly schema: unknown
  readonly fields: Readonly<Record<string, Text>>
  readonly words: Readonly<Record<string, Text>>
}

/** A row of `GET /api/campaigns/candidates`. */
export interface CandidateWire extends OrganisationWire {
  /** Whose case it would be. `over`: the firm has no union, the federation over it would act. */
  readonly owner?: { readonly id: Id; readonly name: string; readonly how: 'own' | 'cover' | 'over' }
  readonly contracts: readonly { readonly kind: ContractKind; readonly level: ContractLevel; readonly until: Day }[]
  /** Cases of the procedure about this firm that have not ended. */
  readonly open: number
}

interface PageOf<Row> {
  readonly items: readonly Row[]
  readonly total: number
  readonly capped?: boolean | undefined
  readonly next?: string | undefined
}
export type CandidatesPageWire = PageOf<CandidateWire>

export type CampaignState = 'draft' | 'issuing' | 'issued'

/** A row of `GET /api/campaigns`. Counted are those that the caller may see. */
export interface CampaignRowWire {
  readonly id: Id
  readonly procedure: string
  readonly short: Text
  /** What kind of campaign it is: 集中要约. */
  readonly kind: Text
  readonly title: string
  readonly state: CampaignState
  readonly issuer: { readonly id: Id; readonly name: string }
  readonly draftedBy: string
  readonly draftedAt: string
  readonly issuedOn?: Day
  readonly firms: number
  readonly opened: number
}
export type CampaignsPageWire = PageOf<CampaignRowWire>

/** `GET /api/campaigns/:id`. */
export interface CampaignWire extends CampaignRowWire {
  readonly common: unknown
  readonly issuedBy?: string
  readonly finishedAt?: string
  readonly today: Day
  /** How many firms stand where; phases of the procedure first to last, then those that were left out. */
  readonly counts: {
    readonly all: number
    readonly ready: number
    readonly left: number
    readonly waiting: number
    readonly opened: number
    readonly refused: number
  }
  readonly phases: readonly { readonly id: string; readonly title: Text; readonly count: number; readonly states: readonly string[] }[]
  /** The phase whose members may be reminded, and how many of them have not been today. */
  readonly remind?: { readonly phase: string; readonly count: number }
  readonly may: { readonly issue: boolean; readonly change: boolean; readonly remind: boolean }
}

/** A row of `GET /api/campaigns/:id/items`. `id` is the firm's. */
export interface CampaignItemWire {
  readonly id: Id
  readonly firm: string
  readonly unit?: string
  readonly owner?: string
  readonly state: 'ready' | 'left' | 'waiting' | 'opened' | 'refused'
  readonly phase?: string
  /** Before it is issued: what differs from firm to firm. */
  readonly brief?: Text
  /** Why it was left out or refused. */
  readonly says?: Text
  readonly law?: LawWire
  readonly byHand: boolean
  readonly case?: { readonly id: Id; readonly number: string; readonly state: Text; readonly matter: string }
  /** The next last day of the case. */
  readonly due?: { readonly title: Text; readonly last: Day; readonly overdue: boolean }
  readonly reminders: number
  readonly remindedOn?: Day
}
export type CampaignItemsPageWire = PageOf<CampaignItemWire>

/** `GET /api/campaigns/:id/items/:firm`: all that would be sent, or has been. */
export interface CampaignPreviewWire extends CampaignItemWire {
  readonly input?: unknown
  readonly papers: readonly { readonly title: Text; readonly body: Body }[]
}
