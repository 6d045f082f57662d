/** Which body will handle it, and the firms that match a name: asked of the server, and done without when it is not reached. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Text } from '#kernel/text.ts'
import { get } from '#ui/api.ts'
import type { Draft } from './draft.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export interface Firm extends Named {
  readonly street?: Named
}

/** A body that may mediate, with why it is proposed. */
export interface Body extends Named {
  readonly level: 'enterprise' | 'street' | 'industry' | 'regional'
  readonly why?: Text
}

export interface Route {
  /** The one chosen, else the first proposed. */
  readonly body: Body | undefined
  readonly proposals: readonly Body[]
  readonly streets: readonly Named[]
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
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly Firm[] }>('/api/directory/firms', { q }, signal)
        .then((page) => page.items.slice(0, 5))
        .catch(() => []),
    enabled: wanted && q.length >= 2,
    ...quiet,
  })
  return data ?? []
}

type Place = Pick<Draft, 'firmId' | 'street' | 'what' | 'others' | 'heads' | 'same' | 'bodyId'>

const proposed = (draft: Place): Promise<readonly Body[]> =>
  get<{ readonly proposals: readonly Body[] }>('/api/mediation/route', {
    firm: draft.firmId,
    street: draft.firmId ? undefined : draft.street,
    platform: draft.what === 'platform' || undefined,
    ...(draft.others === 'yes' && Number(draft.heads) > 1 ? { workers: Number(draft.heads), commonClaim: draft.same ?? true } : {}),
  }).then((answer) => answer.proposals)

const chosen = (draft: Place, proposals: readonly Body[]): Body | undefined =>
  proposals.find((one) => one.id === draft.bodyId) ?? proposals[0]

/** The body that will handle it, asked once more when it is sent. */
export const bodyFor = (draft: Place): Promise<Body | undefined> => proposed(draft).then((found) => chosen(draft, found))

interface Centre extends Named {
  readonly level: string
  readonly street?: Named
}

export function useRoute(draft: Draft | undefined): Route {
  const all = useQuery({
    queryKey: ['mediation', 'all'],
    queryFn: () =>
      get<{ readonly items: readonly Centre[] }>('/api/directory/mediation')
        .then((page) => page.items)
        .catch(() => []),
    ...quiet,
  })
  const known = draft?.firmId ?? draft?.street
  const found = useQuery({
    queryKey: ['mediation', draft?.firmId, draft?.street, draft?.what === 'platform', draft?.others, draft?.heads, draft?.same],
    queryFn: () => proposed(draft!).catch(() => []),
    enabled: Boolean(known),
    ...quiet,
  })
  const streets = (all.data ?? []).flatMap((one) => (one.level === 'street' && one.street ? [one.street] : []))
  const proposals = found.data ?? []
  return { body: draft && chosen(draft, proposals), proposals, streets, needsStreet: streets.length > 0 && !draft?.firmId }
}
