/** Who is signed in on this phone, or nobody: asking for help works without. */
import { useQuery } from '@tanstack/react-query'
import type { Text } from '#kernel/text.ts'
import { get, ProblemError } from '#ui/api.ts'

export interface Me {
  readonly id: string
  readonly name: string
  readonly posts: readonly {
    readonly title: Text
    readonly role: string
    readonly organisation: { readonly id: string; readonly name: string }
  }[]
  readonly shells: readonly string[]
}

interface Raw {
  readonly person?: { readonly id: string; readonly name: string }
  readonly posts?: Me['posts']
  readonly shells?: readonly string[]
}

const read = (raw: Raw): Me | null =>
  raw.person ? { id: raw.person.id, name: raw.person.name, posts: raw.posts ?? [], shells: raw.shells ?? [] } : null

/** `undefined` while asking or when not reached, `null` when nobody is signed in. */
export function useMe(): Me | null | undefined {
  const { data } = useQuery({
    queryKey: ['me'],
    queryFn: () =>
      get<Raw>('/api/me')
        .then(read)
        .catch((error: unknown) => {
          if (error instanceof ProblemError && error.status === 401) return null
          throw error
        }),
    staleTime: 300_000,
    retry: false,
  })
  return data
}

/** A firm's representative reads 您单位 where a worker reads 您. */
export const isFirm = (me: Me | null | undefined): boolean => Boolean(me?.posts.some((post) => post.role === 'firmRepresentative'))
