/** What is asked of the law's routes, kept for an hour: the law does not change while a page is open. */
import { useQuery } from '@tanstack/react-query'
import { get } from '#ui/api.ts'
import type { ClockWire, RuleWire } from './law-wire.ts'

export const useRules = () =>
  useQuery({
    queryKey: ['law', 'rules'],
    queryFn: () => get<{ readonly items: readonly RuleWire[] }>('/api/law/rules').then((page) => page.items),
    staleTime: 3_600_000,
  })

export const clockQuery = (rule: string, start: string, region: string) => ({
  queryKey: ['law', 'clock', rule, start, region],
  queryFn: () => get<ClockWire>('/api/law/clock', { rule, start, region }),
  staleTime: 3_600_000,
})
