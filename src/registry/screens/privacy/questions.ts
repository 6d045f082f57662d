/** What the screens of privacy ask over HTTP, and under which keys the answers are remembered. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import type { Found } from '#ui/controls/picker.tsx'
import type { AssessmentsPageWire } from '../../privacy/assessments/assessments-wire.ts'
import type { ComparisonWire, MergesPageWire, PairsPageWire } from '../../privacy/duplicates/duplicates-wire.ts'
import type { RequestsPageWire } from '../../privacy/requests/requests-wire.ts'
import type { SightsPageWire } from '../../privacy/sights/sights-wire.ts'

type After = string | undefined

export const pairsPage = (
  search: { readonly person?: string; readonly show?: string },
  after: After,
  signal?: AbortSignal,
): Promise<PairsPageWire> => get<PairsPageWire>('/api/persons/duplicates', { ...search, after }, signal)

export const comparisonQuery = (a: Id, b: Id) =>
  queryOptions({
    queryKey: ['duplicates', a, b],
    queryFn: ({ signal }) => get<ComparisonWire>(`/api/persons/duplicates/${a}/${b}`, {}, signal),
  })

export const mergesPage = (after: After, signal?: AbortSignal): Promise<MergesPageWire> =>
  get<MergesPageWire>('/api/persons/merges', { after }, signal)
export const requestsPage = (state: string, after: After, signal?: AbortSignal): Promise<RequestsPageWire> =>
  get<RequestsPageWire>('/api/data-requests', { state, after }, signal)
export const assessmentsPage = (after: After, signal?: AbortSignal): Promise<AssessmentsPageWire> =>
  get<AssessmentsPageWire>('/api/assessments', { after }, signal)
/** Of one person, or the whole log. */
export const sightsPage = (person: Id | undefined, kind: string, after: After, signal?: AbortSignal): Promise<SightsPageWire> =>
  get<SightsPageWire>(person ? `/api/persons/${person}/sights` : '/api/audit', { kind, after }, signal)

interface People {
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly phone?: string
    readonly firm?: { readonly name: string }
  }[]
}
export const askPeople = async (q: string, signal: AbortSignal): Promise<readonly Found[]> => {
  const { items } = await get<People>('/api/persons', { q, limit: 12 }, signal)
  return items.map(({ id, name, phone, firm }) => ({ id, name, note: [firm?.name, phone].filter(Boolean).join(' · ') }))
}
