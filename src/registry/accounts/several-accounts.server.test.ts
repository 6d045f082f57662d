/** Somebody of whom two rows were merged has two accounts: both are kept as one, and what is done to accounts is written down. */
import { expect, test } from 'vitest'
import { organisationId } from '../demo.ts'
import { password, testPrivacy } from '../privacy/testing/privacy-for-tests.server.ts'

const { db, app, district, street, mediator, get, send, person, account, signIn } = await testPrivacy()

async function merged(): Promise<string> {
  const [kept, gone] = [await person('左思'), await person('左思')]
  await account(kept, 'zuosi1')
  await account(gone, 'zuosi2')
  expect((await send(street, 'POST', '/api/persons/merges', { kept, gone, reason: '同一人' })).statusCode).toBe(201)
  return kept
}
const lets = async (username: string, word: string): Promise<number> => {
  const cookie = await signIn(username, word).catch(() => undefined)
  return (await get(cookie, '/api/me')).statusCode
}

test('shutting and a new password reach the accounts of merged rows too', async () => {
  const kept = await merged()
  expect(await lets('zuosi2', password)).toBe(200)
  expect((await send(street, 'PUT', `/api/accounts/${kept}/closed`, { closed: true })).statusCode).toBe(200)
  expect([await lets('zuosi1', password), await lets('zuosi2', password)]).toEqual([401, 401])
  await send(street, 'PUT', `/api/accounts/${kept}/closed`, { closed: false })
  const reset = (await send(street, 'POST', `/api/accounts/${kept}/password`)).json()
  expect(reset.username).toBe('zuosi1')
  expect([await lets('zuosi2', password), await lets('zuosi1', reset.password)]).toEqual([401, 200])
})

test('an account made is in the log, without its password', async () => {
  const id = await person('左丘')
  const made = await send(street, 'POST', '/api/accounts', { person: id, username: 'zuoqiu', password })
  expect(made.statusCode).toBe(201)
  const log = await db.owner<{ what: object }>(`select what from audit_entry where district_id = $1 and about = $2`, [district, id])
  expect(log.map(({ what }) => what)).toEqual([{ did: 'made' }])
})

test('pages of accounts join; who administers nothing is told of nobody; posts elsewhere are not named', async () => {
  const list = async (who: typeof street, query: string) =>
    (await get(who, `/api/accounts?${query}`)).json() as {
      items: { person: { id: string }; posts: { organisation: { id: string } }[] }[]
      next?: string
    }
  const all = (await list(street, 'limit=200')).items.map((item) => item.person.id)
  const walked: string[] = []
  let next: string | undefined
  do {
    const page = await list(street, `limit=2${next ? `&after=${next}` : ''}`)
    walked.push(...page.items.map((item) => item.person.id))
    next = page.next
  } while (next)
  expect(all.length).toBeGreaterThan(2)
  expect(walked).toEqual(all)
  expect(await list(mediator, '')).toMatchObject({ items: [], total: 0 })
  await db.owner(
    `insert into post (district_id, id, organisation_id, person_id, kind, scope, since) values ($1, gen_random_uuid(), $2, $3, 'officer', 'unit', '2020-01-01')`,
    [district, organisationId('xiasha'), all[0]],
  )
  const named = (await list(street, 'limit=200')).items.flatMap(({ posts }) => posts.map(({ organisation }) => organisation.id))
  expect(named).not.toContain(organisationId('xiasha'))
})

test('posts given and ended are in the log; two given at once both count for where somebody belongs', async () => {
  const id = await person('左权')
  const give = (organisation: string, role: string) =>
    app.inject({
      method: 'POST',
      url: '/api/posts',
      headers: street!,
      payload: { person: id, organisation, role, scope: 'self', from: '2026-11-01' },
    })
  const given = await Promise.all([
    give(organisationId('ruidingCommittee'), 'mediator'),
    give(organisationId('ruidingUnion'), 'unionOfficer'),
  ])
  expect(given.map(({ statusCode }) => statusCode)).toEqual([201, 201])
  const [row] = await db.owner<{ elsewhere: string[] }>('select elsewhere from person where id = $1', [id])
  expect(row!.elsewhere).toEqual(expect.arrayContaining([organisationId('ruidingCommittee'), organisationId('ruidingUnion')]))
  expect((await send(street, 'POST', `/api/posts/${given[0]!.json().id}/end`, {})).statusCode).toBe(200)
  const log = await db.owner<{ deed: string }>(`select what->>'deed' as deed from audit_entry where about = $1 order by seq`, [id])
  expect(log.map(({ deed }) => deed)).toEqual(['post given', 'post given', 'post ended'])
})

test('their own name is changed by those who are registered nowhere, and by nobody else', async () => {
  const [free, bound] = [await person('职工'), await person('左右', { idNumber: '330104199001020015' })]
  const [one, other] = [await account(free, 'zuozuo'), await account(bound, 'youyou')]
  expect((await send(one, 'PUT', '/api/me', { name: '左边' })).statusCode).toBe(200)
  expect((await send(other, 'PUT', '/api/me', { name: '别人' })).statusCode).toBe(403)
  const log = await db.owner(`select what from audit_entry where about = $1`, [free])
  expect(log).toEqual([{ what: { deed: 'changed', to: { name: '左边' } } }])
})
