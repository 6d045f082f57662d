/** People at work for a test: the demonstration with two streets' desks signed in, a joint union on each side, and ID numbers that are right. */
import { hashPassword } from 'better-auth/crypto'
import type { Id } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { writeAccounts } from '../accounts/accounts.server.ts'
import { demoDistrict, demoPeople, organisationId } from '../demo.ts'
import { checkDigitOf } from '../id-number.ts'
import { testRegistry } from '../testing/registry-for-tests.server.ts'
import type { PeoplePageWire, PersonRecordWire, PersonRowWire } from './people-wire.ts'

const password = '运河边的第三棵老柳树'
export const jointUnions = { baiyang: '00000000-0000-7000-8000-00000000b001', xiasha: '00000000-0000-7000-8000-00000000b002' } as const

export type Who = 'district' | 'street' | 'otherStreet' | 'union' | 'mediator' | 'employer' | 'worker' | 'rider' | 'otherWorker'

/** Call at the top of a test file. */
export async function testPeople() {
  const registry = await testRegistry()
  const { db, app, signIn } = registry
  const { id: district } = demoDistrict
  const added = { otherStreet: demoPeople.dongWei, rider: demoPeople.yangFan, otherWorker: demoPeople.tangShaojun }
  const hash = await hashPassword(password)
  await db.within(houseScope(district), async (q) => {
    await writeAccounts(
      q,
      Object.entries(added).map(([username, { id, name }]) => ({ username, name, person: id, district })),
      hash,
    )
    for (const [street, id] of Object.entries(jointUnions)) {
      const parent = organisationId(street as keyof typeof jointUnions)
      await q(
        `insert into organisation (district_id, id, kind, name, short_name, sort_name, parent_id, unit_id, path, since)
         select district_id, $2, 'jointUnion', $3, $3, $3, id, id, path || $2::uuid, '2021-01-01' from organisation
         where district_id = $1 and id = $4`,
        [district, id, `${street === 'baiyang' ? '白杨' : '下沙'}街道新就业形态联合工会`, parent],
      )
    }
  })
  registry.directory.forget()
  const cookies = new Map<Who, { readonly cookie: string }>()
  const cookieOf = async (who: Who) => {
    const kept = cookies.get(who) ?? (await signIn(who, who in added ? password : undefined))
    cookies.set(who, kept)
    return kept
  }
  const call = async (who: Who, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    await app.inject({ method, url, headers: await cookieOf(who), ...(payload && { payload }) })
  /** The list read to its end; the total is that of the first page. */
  const list = async (who: Who, query = ''): Promise<PeoplePageWire> => {
    const items: PersonRowWire[] = []
    let first: PeoplePageWire | undefined
    let next: string | undefined
    do {
      const page: PeoplePageWire = (await call(who, 'GET', `/api/persons?limit=200&${query}${next ? `&after=${next}` : ''}`)).json()
      first ??= page
      items.push(...page.items)
      next = page.next
    } while (next)
    return { items, total: first.total }
  }
  return {
    ...registry,
    district,
    call,
    get: (who: Who, url: string) => call(who, 'GET', url),
    post: (who: Who, url: string, payload?: object) => call(who, 'POST', url, payload ?? {}),
    list,
    record: async (who: Who, id: Id): Promise<PersonRecordWire> => (await call(who, 'GET', `/api/persons/${id}`)).json(),
    names: async (who: Who, query: string): Promise<readonly string[]> => (await list(who, query)).items.map(({ name }) => name),
  }
}

/** A right ID number of somebody born that day. */
export function idNumberOf(birth: string, serial: number): string {
  const first = `330106${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first + checkDigitOf(first)
}
