/** A small district for the engine's database tests: one street, two branches, and callers who stand to them differently. */
import { day } from '#kernel/day.ts'
import type { Caller, HeldPost } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { Lookups } from '../lookup.ts'

export const ids = {
  district: '00000000-0000-4000-8000-000000000001',
  street: '00000000-0000-4000-8000-000000000002',
  other: '00000000-0000-4000-8000-000000000003',
  branch: '00000000-0000-4000-8000-000000000008',
  second: '00000000-0000-4000-8000-000000000009',
  reader: '00000000-0000-4000-8000-000000000011',
  librarian: '00000000-0000-4000-8000-000000000012',
  head: '00000000-0000-4000-8000-000000000013',
  stranger: '00000000-0000-4000-8000-000000000014',
  elsewhere: '00000000-0000-4000-8000-000000000015',
} as const

/** Lays the district out, as the tables' owner. */
export async function layOut(owner: Query): Promise<void> {
  await owner(`insert into district (id, name, short_name, region) values ($1, '某区', '某', 'CN')`, [ids.district])
  await owner(`create table library_loan (district_id uuid, case_id uuid, reader text, books int, hall text)`)
  await owner('grant select, insert, delete on library_loan to hexie_app')
  const organisation = (id: string, kind: string, name: string, path: readonly string[]) =>
    owner(
      `insert into organisation (district_id, id, kind, name, short_name, parent_id, unit_id, path, since) values ($1, $2, $3, $4, $5, $6, $7, $8, '2020-01-01')`,
      [ids.district, id, kind, name, name.slice(0, 2), path.at(-2) ?? null, path[1] ?? null, path],
    )
  await organisation(ids.district, 'district', '某区总工会', [ids.district])
  await organisation(ids.street, 'street', '东街总工会', [ids.district, ids.street])
  await organisation(ids.other, 'street', '西街总工会', [ids.district, ids.other])
  await organisation(ids.branch, 'committee', '东街分馆', [ids.district, ids.street, ids.branch])
  await organisation(ids.second, 'committee', '西街分馆', [ids.district, ids.other, ids.second])
}

const post = (kind: string, organisation: HeldPost['organisation'], scope: HeldPost['scope']): HeldPost => ({
  id: ids.head,
  kind,
  organisation,
  scope,
  since: day('2020-01-01'),
})

const caller = (person: string, name: string, posts: readonly HeldPost[], scope: Partial<RowScope>): Caller => ({
  person,
  name,
  district: ids.district,
  region: 'CN',
  posts,
  scope: { district: ids.district, all: false, trees: [], units: [], ...scope, readers: [`p:${person}`, ...(scope.readers ?? [])] },
})

const branch = { id: ids.branch, name: '东街分馆', kind: 'committee', path: [ids.district, ids.street, ids.branch] }
const second = { id: ids.second, name: '西街分馆', kind: 'committee', path: [ids.district, ids.other, ids.second] }
const street = { id: ids.street, name: '东街总工会', kind: 'street', path: [ids.district, ids.street] }

export const callers = {
  reader: caller(ids.reader, '王小明', [], {}),
  stranger: caller(ids.stranger, '路人', [], {}),
  librarian: caller(ids.librarian, '李馆员', [post('mediationClerk', branch, 'unit')], {
    units: [ids.branch],
    readers: [`o:${ids.branch}`],
  }),
  head: caller(ids.head, '赵总馆', [post('viceChair', street, 'below')], { trees: [ids.street], readers: [`o:${ids.street}`] }),
  elsewhere: caller(ids.elsewhere, '钱馆员', [post('mediationClerk', second, 'unit')], {
    units: [ids.second],
    readers: [`o:${ids.second}`],
  }),
} as const

/** In which building a book is lent: the house knows. */
export const lookups: Lookups = {
  'library-card': {
    hall: async ({ q, owner }) => (await q<{ name: string }>('select name from organisation where id = $1', [owner.id]))[0]?.name,
  },
}
