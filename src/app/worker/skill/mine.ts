/** The question for one's own skill-grade wages. */
import { queryOptions } from '@tanstack/react-query'
import type { MineWire } from '#projects/qiangshen/skill-award/payroll/wire.ts'
import { get } from '#ui/api.ts'

export const mineQuery = queryOptions({
  queryKey: ['skill-award', 'mine'],
  queryFn: ({ signal }) => get<MineWire>('/api/skill-award/mine', {}, signal),
  staleTime: 60_000,
})
