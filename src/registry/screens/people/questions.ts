/** What the screens of people ask over HTTP, and under which keys the answers are remembered. */
import { queryOptions } from '@tanstack/react-query'
import { type Day, dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import type { Found } from '#ui/controls/picker.tsx'
import { isPostKind, postKinds } from '../../post.ts'
import type { OrganisationWire, TreeNodeWire } from '../../organisations/organisation-wire.ts'
import type { PeoplePageWire, PersonRecordWire } from '../../people/people-wire.ts'

/** What the address of the list may say. */
export interface PeopleSearch {
  readonly q?: string
  readonly unit?: string
  readonly firm?: string
  readonly union?: string
  readonly sector?: string
  readonly skill?: string
  readonly education?: string
  readonly standing?: string
  readonly member?: string
  readonly letter?: string
  readonly sort?: string
}

export const peoplePage = (search: PeopleSearch, after: string | undefined, limit: number, signal?: AbortSignal): Promise<PeoplePageWire> =>
  get<PeoplePageWire>('/api/persons', { ...search, after, limit }, signal)

export const personQuery = (id: Id) =>
  queryOptions({ queryKey: ['person', id], queryFn: ({ signal }) => get<PersonRecordWire>(`/api/persons/${id}`, {}, signal) })

/** What these screens need to know of the reader. */
interface Reader {
  readonly person: { readonly id: string }
  readonly posts: readonly { readonly role: string; readonly organisation: { readonly id: string; readonly kind: string } }[]
}
export const readerQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Reader>('/api/me', {}, signal),
  staleTime: 300_000,
})

/** Whether the reader keeps a register, and so may enter, move and approve people. */
export const administers = (reader: Reader | undefined): boolean =>
  reader?.posts.some(({ role }) => isPostKind(role) && postKinds[role].administers) ?? false

interface Units {
  readonly items: readonly TreeNodeWire[]
}
/** The federations the reader looks upon; below one of them when it is named. */
export const unitsQuery = (parent?: string) =>
  queryOptions({
    queryKey: ['units', parent ?? ''],
    queryFn: ({ signal }) => get<Units>('/api/organisations/tree', { parent }, signal),
    staleTime: 120_000,
    retry: false,
  })

/** The name of a body that the address names by its id. */
export const bodyQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['organisation', id],
    queryFn: ({ signal }) => get<OrganisationWire>(`/api/organisations/${id}`, {}, signal),
    enabled: id !== undefined,
    staleTime: 300_000,
    retry: false,
  })

/** Asks for organisations of these kinds by name, spelling or initials. */
export const askBodies =
  (...kinds: readonly string[]) =>
  async (q: string, signal: AbortSignal): Promise<readonly Found[]> => {
    const pages = await Promise.all(
      (kinds.length > 0 ? kinds : [undefined]).map((kind) =>
        get<{ readonly items: readonly OrganisationWire[] }>('/api/organisations', { q, kind, limit: 12 }, signal),
      ),
    )
    return pages.flatMap(({ items }) =>
      items.map((one) => ({ id: one.id, name: one.name, ...(one.unitName ? { note: one.unitName } : {}) })),
    )
  }

/** The day in Shanghai, by this machine's clock: what a form begins with, never what is judged by. */
export const todayHere = (): Day => dayOf(new Date())

/** Asks for people by name, spelling, initials or a whole number. */
export const askPeople = async (q: string, signal: AbortSignal): Promise<readonly Found[]> =>
  (await get<PeoplePageWire>('/api/persons', { q, limit: 12 }, signal)).items.map(({ id, name, firm, phone }) => ({
    id,
    name,
    note: [firm?.name, phone].filter(Boolean).join(' · '),
  }))
