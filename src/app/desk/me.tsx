/** Who sits at the desk: the person, the posts, and the words for them. */
import { queryOptions } from '@tanstack/react-query'
import type { Text } from '#kernel/text.ts'
import { get } from '#ui/api.ts'

export interface Me {
  readonly region: string
  readonly person: { readonly id: string; readonly name: string }
  readonly posts: readonly {
    readonly id: string
    readonly role: string
    readonly title: Text
    readonly organisation: { readonly id: string; readonly name: string; readonly kind: string }
    /** Of a post in an enterprise union. */
    readonly firm?: { readonly id: string; readonly name: string }
  }[]
  readonly shells: readonly string[]
}

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('/api/me', {}, signal), staleTime: 300_000 })

export const holds = (me: Me, ...kinds: readonly string[]): boolean => me.posts.some((post) => kinds.includes(post.role))
