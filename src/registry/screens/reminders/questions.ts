/** What the reminders and their lists ask over HTTP. */
import { queryOptions } from '@tanstack/react-query'
import { addDays, type Day } from '#kernel/day.ts'
import { get } from '#ui/api.ts'
import type { ImportListWire } from '../../imports/import-wire.ts'
import type { EndingTermWire } from '../../organisations/organisation-wire.ts'
import type { WaitingWire } from '../../people/people-wire.ts'
import type { TeamsWire } from '../../teams/team-wire.ts'

export interface EndingTermsPage {
  readonly items: readonly EndingTermWire[]
  readonly total: number
  readonly next?: string
}
export interface WaitingPage {
  readonly items: readonly WaitingWire[]
  readonly total: number
  readonly next?: string
}

export interface TermsSearch {
  readonly unit?: string
  /** Up to which day; half a year when left out. */
  readonly ends?: string
}

export const termsPage = (search: TermsSearch, after: string | undefined, limit: number, signal: AbortSignal): Promise<EndingTermsPage> =>
  get<EndingTermsPage>('/api/organisations/terms', { ...search, after, limit }, signal)

export const waitingPage = (organisation: string | undefined, after: string | undefined, limit: number, signal: AbortSignal) =>
  get<WaitingPage>('/api/engagements/waiting', { organisation, after, limit }, signal)

/** Counts may be a minute old. */
const kept = { staleTime: 60_000, retry: false } as const

export const endingQuery = queryOptions({
  ...kept,
  queryKey: ['reminders', 'ending'],
  queryFn: async ({ signal }) => (await termsPage({}, undefined, 1, signal)).total,
})
export const overdueQuery = (today: Day) =>
  queryOptions({
    ...kept,
    queryKey: ['reminders', 'overdue', today],
    queryFn: async ({ signal }) => (await termsPage({ ends: addDays(today, -1) }, undefined, 1, signal)).total,
  })
export const cardsQuery = queryOptions({
  ...kept,
  queryKey: ['reminders', 'cards'],
  queryFn: async ({ signal }) => {
    const { items } = await get<TeamsWire>('/api/teams', {}, signal)
    const sum = (of: 'expiring' | 'incomplete') => items.reduce((all, one) => all + one[of], 0)
    return { expiring: sum('expiring'), incomplete: sum('incomplete') }
  },
})
export const waitingQuery = queryOptions({
  ...kept,
  queryKey: ['reminders', 'waiting'],
  queryFn: async ({ signal }) => (await waitingPage(undefined, undefined, 1, signal)).total,
})
/** Files I put in that wait for my word; of the newest fifty. */
export const importsQuery = (person: string) =>
  queryOptions({
    ...kept,
    queryKey: ['reminders', 'imports', person],
    queryFn: async ({ signal }) => {
      const { items } = await get<ImportListWire>('/api/imports', { limit: 50 }, signal)
      return items.filter(({ by, state }) => by.id === person && (state === 'checked' || state === 'columns')).map(({ id }) => id)
    },
  })
