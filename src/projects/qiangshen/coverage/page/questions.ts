/** What the coverage page asks over HTTP, and under which keys the answers are remembered. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '#ui/api.ts'
import type { IndicatorsWire, ItemWire } from '#indicators/wire.ts'

/** What the address says: which day, whose numbers. */
export interface CoverageSearch {
  readonly day?: string
  readonly unit?: string
}

/** Which names are looked at. */
export interface Behind {
  readonly indicator: string
  readonly part: string
  readonly title: string
}

export const indicatorsQuery = (search: CoverageSearch) =>
  queryOptions({
    queryKey: ['indicators', search.day ?? '', search.unit ?? ''],
    queryFn: ({ signal }) => get<IndicatorsWire>('/api/indicators', { ...search, project: 'qiangshen' }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  })

interface NamesPage {
  readonly items: readonly ItemWire[]
  readonly total: number
  readonly next?: string
}

export const namesQuery = (search: CoverageSearch, { indicator, part }: Behind) =>
  infiniteQueryOptions({
    queryKey: ['indicators', 'names', indicator, part, search.day ?? '', search.unit ?? ''],
    queryFn: ({ pageParam, signal }) =>
      get<NamesPage>(`/api/indicators/${indicator}/items`, { ...search, part, limit: 100, after: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
