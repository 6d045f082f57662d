/** Which body will handle it, and the firms that match a name: asked of the server, and done without when it is not reached. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { get } from '#ui/api.ts'
import type { Draft } from './draft.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export interface Firm extends Named {
  readonly street?: Named
}

export interface Body extends Named {
  readonly level: 'enterprise' | 'street' | 'industry' | 'regional'
  readonly street?: Named
  readonly address?: string
}

export interface Route {
  readonly body: Body | undefined
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
    queryFn: ({ signal }) => get<{ readonly items: readonly Firm[] }>('/api/directory/firms', { q }, signal).then((page) => page.items.slice(0, 5)).catch(() => []),
    enabled: wanted && q.length >= 2,
    ...quiet,
  })
  return data ?? []
}

const bodies = (place: { readonly firm?: string | undefined; readonly street?: string | undefined }): Promise<readonly Body[]> =>
  get<{ readonly items: readonly Body[] }>('/api/directory/mediation', place).then((page) => page.items)

/** 街道调解中心 is the core: it takes the case unless there is none for the place. */
const choose = (found: readonly Body[]): Body | undefined => found.find((one) => one.level === 'street') ?? found.find((one) => one.level !== 'enterprise') ?? found[0]

/** The body that will handle it, asked once more when it is sent. */
export const bodyFor = (draft: Pick<Draft, 'firmId' | 'street'>): Promise<Body | undefined> =>
  bodies(draft.firmId ? { firm: draft.firmId } : { street: draft.street }).then(choose)

export function useRoute(draft: Draft | undefined): Route {
  const all = useQuery({ queryKey: ['mediation', 'all'], queryFn: () => bodies({}).catch(() => []), ...quiet })
  const known = draft?.firmId ?? draft?.street
  const body = useQuery({
    queryKey: ['mediation', draft?.firmId, draft?.street],
    queryFn: () => bodyFor(draft!).then((found) => found ?? null).catch(() => null),
    enabled: Boolean(known),
    ...quiet,
  })
  const streets = (all.data ?? []).flatMap((one) => (one.level === 'street' && one.street ? [one.street] : []))
  return { body: body.data ?? undefined, streets, needsStreet: streets.length > 0 && !draft?.firmId }
}
