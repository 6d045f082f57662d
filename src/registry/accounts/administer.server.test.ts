/** Accounts are kept by those above: a lost password, a shut account, and nobody's beside. */
import { expect, test } from 'vitest'
import { demoPeople } from '../demo.ts'
import { testRegistry } from '../testing/registry-for-tests.server.ts'

const { app, db, signIn } = await testRegistry()
const [district, street, mediator] = await Promise.all(['district', 'street', 'mediator'].map((name) => signIn(name)))
const send = (who: typeof street | undefined, method: 'POST' | 'PUT', url: string, payload: object = {}) =>
  app.inject({ method, url, payload, headers: who ?? {} })
const list = async (who: typeof street, q = '') =>
  (await app.inject({ url: `/api/accounts?limit=200&q=${encodeURIComponent(q)}`, headers: who })).json() as {
    items: { person: { id: string; name: string }; username?: string; closed: boolean }[]
    total: number
  }
const shenHongmei = demoPeople.shenHongmei.id

test('those above see who has an account, and nobody elsewhere', async () => {
  expect((await list(street, 'shm')).items).toMatchObject([{ person: { name: '沈红梅' }, username: 'mediator', closed: false }])
  expect((await list(street, '潘丽群')).items).toHaveLength(0)
  expect((await list(district, '潘丽群')).items).toHaveLength(1)
})

test('a lost password is replaced once by those who govern; the old one and every session end', async () => {
  expect((await send(mediator, 'POST', `/api/accounts/${demoPeople.fangWenbin.id}/password`)).statusCode).toBe(403)
  expect((await send(street, 'POST', `/api/accounts/${demoPeople.panLiqun.id}/password`)).statusCode).toBe(404)
  const reset = await send(street, 'POST', `/api/accounts/${shenHongmei}/password`)
  expect(reset.statusCode).toBe(200)
  const { username, password } = reset.json() as { username: string; password: string }
  expect(username).toBe('mediator')
  expect((await app.inject({ url: '/api/me', headers: mediator! })).statusCode).toBe(401)
  await expect(signIn('mediator')).rejects.toThrow('401')
  await signIn('mediator', password)
  const [log] = await db.owner<{ what: object }>(`select what from audit_entry where kind = 'account' and about = $1`, [shenHongmei])
  expect(log!.what).toEqual({ did: 'passwordReset' })
  expect(JSON.stringify(log)).not.toContain(password)
})

test('a shut account lets nobody in until it is opened', async () => {
  const { password } = (await send(street, 'POST', `/api/accounts/${shenHongmei}/password`)).json() as { password: string }
  const cookie = await signIn('mediator', password)
  expect((await send(street, 'PUT', `/api/accounts/${shenHongmei}/closed`, { closed: true })).statusCode).toBe(200)
  expect((await app.inject({ url: '/api/me', headers: cookie })).statusCode).toBe(401)
  const again = await signIn('mediator', password)
  expect((await app.inject({ url: '/api/me', headers: again })).statusCode).toBe(401)
  await send(street, 'PUT', `/api/accounts/${shenHongmei}/closed`, { closed: false })
  expect((await app.inject({ url: '/api/me', headers: await signIn('mediator', password) })).statusCode).toBe(200)
  expect((await send(street, 'PUT', `/api/accounts/${demoPeople.zhouMin.id}/closed`, { closed: true })).statusCode).toBe(403)
})
