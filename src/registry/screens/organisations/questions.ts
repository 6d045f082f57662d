/** What the screens of organisations ask over HTTP, and under which keys the answers are remembered. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import type { CountWire, HistoryEntryWire, OrganisationRecordWire, OrganisationWire } from '../../organisations/organisation-wire.ts'
import { todayHere } from '../people/questions.ts'

/** What the address of the list may say. */
export interface OrganisationSearch {
  readonly q?: string
  readonly unit?: string
  readonly kind?: string
  readonly sector?: string
  readonly size?: string
  readonly standing?: string
  readonly designated?: string
  readonly union?: string
  /** Which day is asked about; today when absent. */
  readonly on?: string
  readonly sort?: string
}

export interface OrganisationPage {
  readonly items: readonly OrganisationWire[]
  readonly total: number
  readonly capped?: boolean
  readonly next?: string
}

export const organisationsPage = (
  search: OrganisationSearch,
  after: string | undefined,
  limit: number,
  signal?: AbortSignal,
): Promise<OrganisationPage> => get<OrganisationPage>('/api/organisations', { ...search, after, limit }, signal)

/** How many firms were 规上 on that day. */
export const countQuery = ({ on, unit }: OrganisationSearch) =>
  queryOptions({
    queryKey: ['organisations', 'count', on ?? '', unit ?? ''],
    queryFn: ({ signal }) => get<CountWire>('/api/organisations/count', { on: on ?? todayHere(), unit, fact: 'designated' }, signal),
    placeholderData: (before) => before,
    retry: false,
  })

export const organisationQuery = (id: Id) =>
  queryOptions({
    queryKey: ['organisation', id],
    queryFn: ({ signal }) => get<OrganisationRecordWire>(`/api/organisations/${id}`, {}, signal),
  })

export const historyQuery = (id: Id) =>
  queryOptions({
    queryKey: ['organisation', id, 'history'],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly HistoryEntryWire[]; readonly next?: string }>(
        `/api/organisations/${id}/history`,
        { limit: 200 },
        signal,
      ),
    retry: false,
  })
