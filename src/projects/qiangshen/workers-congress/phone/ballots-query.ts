/** What the phone asks about ballots. */
import { queryOptions } from '@tanstack/react-query'
import { get } from '#ui/api.ts'
import type { BallotsWire } from '../ballot/ballot-wire.ts'

/** Asked again while something is open, so that it appears without a hand. */
export const ballotsQuery = queryOptions({
  queryKey: ['ballots'],
  queryFn: ({ signal }) => get<BallotsWire>('/api/ballots', {}, signal),
  refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'open' || one.state === 'closed') ? 10_000 : 60_000),
})
