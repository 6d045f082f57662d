/** What the screens of campaigns ask over HTTP, and under which keys the answers are remembered. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import type {
  CampaignItemsPageWire,
  CampaignKindWire,
  CampaignPreviewWire,
  CampaignsPageWire,
  CampaignWire,
  CandidatesPageWire,
} from '../../campaigns/campaign-wire.ts'

/** What narrows the firms to choose from; it stands in the address. */
export interface Choosing {
  readonly q?: string
  readonly unit?: string
  readonly sector?: string
  readonly size?: string
  readonly designated?: string
  readonly union?: string
  readonly contract?: string
}

/** What of a board is shown: the state of a firm before it has a case, or the phase of its case. */
export interface Showing {
  readonly state?: string
  readonly phase?: string
  readonly q?: string
}

export const kindsQuery = queryOptions({
  queryKey: ['campaign-kinds'],
  queryFn: ({ signal }) => get<readonly CampaignKindWire[]>('/api/campaigns/kinds', {}, signal),
  staleTime: 300_000,
})

export const candidatesPage = (procedure: string, choosing: Choosing, after: string | undefined, signal: AbortSignal) =>
  get<CandidatesPageWire>('/api/campaigns/candidates', { procedure, ...choosing, after, limit: 100 }, signal)

export const campaignsPage = (after: string | undefined, signal: AbortSignal) =>
  get<CampaignsPageWire>('/api/campaigns', { after, limit: 50 }, signal)

/** Asked again soon while the house is at work, now and then afterwards: others move the cases. */
const beat = { issuing: 1_000, issued: 20_000 }
export const campaignQuery = (id: Id) =>
  queryOptions({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => get<CampaignWire>(`/api/campaigns/${id}`, {}, signal),
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'draft' ? beat[data.state] : false),
  })

export const itemsPage = (id: Id, show: Showing, after: string | undefined, signal: AbortSignal) =>
  get<CampaignItemsPageWire>(`/api/campaigns/${id}/items`, { ...show, after, limit: 100 }, signal)

export const previewQuery = (id: Id, firm: Id) =>
  queryOptions({
    queryKey: ['campaign', id, 'preview', firm],
    queryFn: ({ signal }) => get<CampaignPreviewWire>(`/api/campaigns/${id}/items/${firm}`, {}, signal),
  })
