/** Which body will handle it, and the firms that match a name: asked of the server, and done without when it is not reached. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Text } from '#kernel/text.ts'
import { get } from '#ui/api.ts'
import type { Draft } from './draft.ts'

export interface Firm {
  readonly id: string
  readonly name: string
  readonly street?: string
}

export interface Body {
  readonly id: string
  readonly name: string
  readonly why?: Text
}

export interface Route {
  readonly body: Body | undefined
  readonly streets: readonly { readonly id: string; readonly name: string }[]
  /** The place is asked for when the firm is not one that the house knows. */
  readonly needsStreet: boolean
}

const quiet = { retry: false, staleTime: 300_000 } as const

export function useLater<T>(value: T, millis: number): T {
  const [late, setLate] = useState(value)
  useEffect(() => {
    const wait = setTimeout(() => setLate(value), millis)
    return () => clearTimeout(wait)
  }, [value, millis])
  return late
}

export function useFirms(word: string, wanted: boolean): readonly Firm[] {
  const q = useLater(word.trim(), 250)
  const { data } = useQuery({
    queryKey: ['firms', q],
    queryFn: ({ signal }) => get<{ readonly items: readonly Firm[] }>('/api/directory/firms', { q, limit: 5 }, signal).then((page) => page.items).catch(() => []),
    enabled: wanted && q.length >= 2,
    ...quiet,
  })
  return data ?? []
}

export function useRoute(draft: Draft | undefined): Route {
  const streets = useQuery({
    queryKey: ['streets'],
    queryFn: () => get<{ readonly items: Route['streets'] }>('/api/directory/streets').then((page) => page.items).catch(() => []),
    ...quiet,
  })
  const known = draft?.firmId ?? draft?.street
  const body = useQuery({
    queryKey: ['route', draft?.firmId, draft?.street, draft?.what],
    queryFn: () => get<{ readonly body?: Body }>('/api/mediation/route', { firm: draft?.firmId, street: draft?.firmId ? undefined : draft?.street }).then((answer) => answer.body ?? null).catch(() => null),
    enabled: Boolean(known),
    ...quiet,
  })
  return { body: body.data ?? undefined, streets: streets.data ?? [], needsStreet: Boolean(streets.data?.length) && !draft?.firmId }
}
