/** A list that is fetched page by page as one scrolls. */
import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'

export interface TablePage<Row> {
  readonly items: readonly Row[]
  readonly total: number
  readonly capped?: boolean | undefined
  readonly next?: string | undefined
}

export interface Pages<Row, Page extends TablePage<Row> = TablePage<Row>> {
  readonly rows: readonly Row[]
  readonly first: Page | undefined
  readonly list: UseInfiniteQueryResult<InfiniteData<Page>>
}

/** Hundreds of pages may lie in memory, so they are not all asked for again when one comes back to them. */
const few = 3

export function usePages<Row, Page extends TablePage<Row>>(
  queryKey: QueryKey,
  ask: (after: string | undefined, signal: AbortSignal) => Promise<Page>,
): Pages<Row, Page> {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnMount: (query) => (query.state.data?.pages.length ?? 0) <= few,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const pages = list.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  return { rows, first: pages?.[0], list }
}
