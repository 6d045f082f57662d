/** What the screens of coaching ask over HTTP. */
import { queryOptions } from '@tanstack/react-query'
import { get } from '#ui/api.ts'
import type { FirmLog, FirmsPage, InstructorsPage, ModelFirms } from '../desk/wire.ts'

export const views = ['firms', 'instructors', 'models', 'templates'] as const
export type View = (typeof views)[number]

export interface CoachingSearch {
  readonly view?: string
  readonly instructor?: string
  readonly mine?: string
  readonly state?: string
  readonly due?: string
  readonly unit?: string
  readonly q?: string
  /** The firm whose log lies open. */
  readonly firm?: string
}

/** What narrows the list, without what only says where one is. */
export const narrowing = ({ view: _, firm: __, ...filter }: CoachingSearch) => filter

export const firmsPage = (search: CoachingSearch, after: string | undefined, signal: AbortSignal): Promise<FirmsPage> =>
  get<FirmsPage>('/api/coaching/firms', { ...narrowing(search), after, limit: 100 }, signal)
export const instructorsPage = (search: CoachingSearch, after: string | undefined, signal: AbortSignal): Promise<InstructorsPage> =>
  get<InstructorsPage>('/api/coaching/instructors', { unit: search.unit, q: search.q, after, limit: 100 }, signal)
export const logQuery = (firm: string) =>
  queryOptions({
    queryKey: ['coaching', 'log', firm],
    queryFn: ({ signal }) => get<FirmLog>(`/api/coaching/firms/${firm}`, {}, signal),
  })
export const modelsQuery = queryOptions({
  queryKey: ['coaching', 'models'],
  queryFn: ({ signal }) => get<ModelFirms>('/api/coaching/models', {}, signal),
})
