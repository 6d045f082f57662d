/** What the desk's screens of the congress ask over HTTP. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import type { PapersWire, TurnoutWire } from '../ballot/ballot-wire.ts'
import type { DelegatesPageWire, RegisterWire } from '../delegates/delegate-wire.ts'

export interface DelegatesSearch {
  readonly union?: string
  readonly on?: string
  readonly q?: string
  readonly past?: string
}

export const registerQuery = (union: Id, on?: string) =>
  queryOptions({
    queryKey: ['congress', 'register', union, on],
    queryFn: ({ signal }) => get<RegisterWire>('/api/congress/register', { union, on }, signal),
  })

export const delegatesPage = (
  { union, on, q, past }: DelegatesSearch,
  after: string | undefined,
  limit: number,
  signal: AbortSignal,
): Promise<DelegatesPageWire> => get<DelegatesPageWire>('/api/congress/delegates', { union, on, q, past, after, limit }, signal)

/** Everybody on the register that day; five hundred seats are more than any congress here has. */
export const rollQuery = (union: Id, on: string) =>
  queryOptions({
    queryKey: ['congress', 'roll', union, on],
    queryFn: ({ signal }) => delegatesPage({ union, on }, undefined, 500, signal),
  })

export const turnoutQuery = (session: Id) =>
  queryOptions({
    queryKey: ['congress', 'turnout', session],
    queryFn: ({ signal }) => get<TurnoutWire>(`/api/congress/sessions/${session}/turnout`, {}, signal),
    refetchInterval: 4000,
  })

export const papersQuery = (session: Id, ballot: number) =>
  queryOptions({
    queryKey: ['congress', 'papers', session, ballot],
    queryFn: ({ signal }) => get<PapersWire>(`/api/ballots/${session}/${ballot}/papers`, {}, signal),
  })
