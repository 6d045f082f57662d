/** The questions that the screens ask of the engine over HTTP, and under which keys the answers are remembered. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import type { CaseRow, CaseWire, Page, ProcedureWire, TodayWire } from '../wire.ts'

/** What the address of the case list may say. */
export interface CaseSearch {
  readonly procedure?: string
  readonly state?: string
  readonly unit?: string
  readonly due?: 'overdue' | 'today' | 'week'
  readonly q?: string
  readonly sort?: 'due' | 'opened'
}

export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: ({ signal }) => get<TodayWire>('/api/today', {}, signal) })

/** Definitions change only with a new version of the house. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: ({ signal }) => get<readonly ProcedureWire[]>('/api/procedures', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const caseQuery = (id: Id) =>
  queryOptions({ queryKey: ['case', id], queryFn: ({ signal }) => get<CaseWire>(`/api/cases/${id}`, {}, signal) })

export const casesPage = (search: CaseSearch, after: string | undefined, limit: number, signal?: AbortSignal): Promise<Page<CaseRow>> =>
  get<Page<CaseRow>>('/api/cases', { ...search, after, limit }, signal)

/** What the engine's screens need to know of the reader; the rest of the answer is for others. */
interface Reader {
  readonly region: string
  readonly posts: readonly { readonly role: string }[]
}

const readerQuery = {
  queryKey: ['me'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Reader>('/api/me', {}, signal),
  staleTime: 300_000,
} as const
/** Whose law governs where the reader sits. */
export const placeQuery = queryOptions({ ...readerQuery, select: (me: Reader) => me.region })
export const postsQuery = queryOptions({ ...readerQuery, select: (me: Reader) => me.posts.map((post) => post.role) })
