/** Whose site this is, which day it is there, and whether it is the demonstration: asked of the server, never typed here. */
import { useQuery } from '@tanstack/react-query'
import { type Day, dayOf } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { get } from '#ui/api.ts'

export interface Site {
  readonly federation?: Text
  readonly region?: string
  readonly today?: Day
  /** In the demonstration: the accounts anyone may try, and their one password. */
  readonly demo?: {
    readonly password: string
    readonly accounts: readonly { readonly username: string; readonly name: string; readonly title: Text }[]
  }
}

const none: Site = {}

export const siteQuery = {
  queryKey: ['site'],
  queryFn: () => get<Site>('/api/site').catch(() => none),
  staleTime: Number.POSITIVE_INFINITY,
} as const

export const useSite = (): Site => useQuery(siteQuery).data ?? none

export const useRegion = (): string => useSite().region ?? 'CN-ZJ-HZ'
export const useToday = (): Day => useSite().today ?? dayOf(new Date())
