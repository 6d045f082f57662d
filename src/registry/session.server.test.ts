/** Signing in and out on a real database: cookies, wrong passwords, throttling, codes, the kept caller and its bounds. */
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { createAdmin } from './accounts/accounts.server.ts'
import { demoDistrict, demoPeople } from './demo.ts'
import { openDirectory } from './directory.server.ts'
import { openSession } from './session.server.ts'
import { registryRoutes } from './routes.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { registryDeps } from './testing/deps-for-tests.server.ts'
import { testDay, testRegistry } from './testing/registry-for-tests.server.ts'

const sent: { phone: string; code: string }[] = []
let today = testDay
const { app, db, secrets, signIn, session, directory } = await testRegistry({
  sendCode: async (message) => void sent.push(message),
  today: () => today,
})

const post = (url: string, payload: object, headers: Record<string, string> = {}) => app.inject({ method: 'POST', url, payload, headers })
const tryPassword = (username: string, password: string, remoteAddress = '10.1.0.1') =>
  app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password }, remoteAddress })
const me = (headers: Record<string, string>) => app.inject({ url: '/api/me', headers })

describe('a password', () => {
  test('opens a session whose cookie no script reads', async () => {
    const answer = await tryPassword('mediator', 'hexie-demo')
    expect(answer.statusCode).toBe(200)
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ name: 'hexie.session_token', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(answer.body).not.toContain('password')
  })
  test('in capitals or not, the username is the same', async () => {
    expect((await tryPassword('MEDIATOR', 'hexie-demo')).statusCode).toBe(200)
  })
  test('wrong, or of nobody: the same 401 as a problem', async () => {
    for (const name of ['mediator', 'nobody-at-all']) {
      const answer = await tryPassword(name, 'not-the-password')
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json().detail).toBe('用户名或密码不对')
    }
  })
  test('over https the cookie is marked secure', async () => {
    const proxied = await testHttp({ trustProxy: true })
    const other = await openSession(proxied, { db, directory, secret: 'another secret for tests, long enough', today: () => today })
    const answer = await proxied.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'street', password: 'hexie-demo' },
      headers: { 'x-forwarded-proto': 'https' },
    })
    await other.close()
    expect(answer.cookies[0]).toMatchObject({ secure: true })
  })
  test('tried too often shuts that name from that address, not from others', async () => {
    for (let n = 0; n < 10; n++) expect((await tryPassword('bureau', `wrong-${n}-guess`)).statusCode).toBe(401)
    const shut = await tryPassword('bureau', 'hexie-demo')
    expect(shut.statusCode).toBe(429)
    expect(Number(shut.headers['retry-after'])).toBeGreaterThan(60)
    expect((await tryPassword('bureau', 'hexie-demo', '10.1.0.2')).statusCode).toBe(200)
    expect((await tryPassword('union', 'hexie-demo')).statusCode).toBe(200)
  })
  test('good tries are not counted', async () => {
    for (let n = 0; n < 12; n++) expect((await tryPassword('employer', 'hexie-demo')).statusCode).toBe(200)
  })
  test('is changed only for a good one, and the old sessions end', async () => {
    const [old, own] = [await signIn('union'), await signIn('union')]
    const change = (newPassword: string) => post('/api/auth/change-password', { currentPassword: 'hexie-demo', newPassword }, own)
    for (const weak of ['short', 'hexie-demo', 'password123', '1111111111']) expect((await change(weak)).statusCode).toBe(400)
    const changed = await change('桂花树下的第九盏红灯')
    expect(changed.statusCode).toBe(200)
    expect((await me(old)).statusCode).toBe(401)
    expect((await tryPassword('union', '桂花树下的第九盏红灯')).statusCode).toBe(200)
  })
})

describe('doors that are shut', () => {
  test.each([
    '/api/auth/sign-up/email',
    '/api/auth/update-user',
    '/api/auth/sign-in/email',
    '/api/auth/sign-in/social',
    '/api/auth/delete-user',
  ])('%s is not there', async (url) =>
    expect((await post(url, { email: 'a@example.com', password: 'a-long-password', name: 'A' })).statusCode).toBe(404),
  )
  test('another site cannot make a browser write', async () => {
    const cookie = await signIn('street')
    expect((await post('/api/auth/sign-out', {}, { ...cookie, origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await post('/api/auth/sign-out', {}, { ...cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await me(cookie)).statusCode).toBe(200)
    expect((await post('/api/auth/sign-out', {}, { ...cookie, origin: 'http://localhost:80', host: 'localhost:80' })).statusCode).toBe(200)
  })
  test('a cookie somebody made up is nobody', async () => {
    expect((await me({ cookie: 'hexie.session_token=made.up' })).statusCode).toBe(401)
    expect((await me({})).statusCode).toBe(401)
  })
})

describe('me', () => {
  test('is the person with today’s posts and the shells that open', async () => {
    const answer = (await me(await signIn('mediator'))).json()
    expect(answer.person).toEqual({ id: demoPeople.shenHongmei.id, name: '沈红梅' })
    expect(answer.posts).toMatchObject([
      { role: 'mediator', title: { zh: '调解员' }, organisation: { name: '白杨街道劳动争议调解中心' }, scope: 'unit' },
    ])
    expect(answer.shells).toEqual(['worker', 'desk'])
    expect((await me(await signIn('worker'))).json().shells).toEqual(['worker'])
  })
  test('costs no trip to the database when known', async () => {
    const cookie = await signIn('district')
    await me(cookie)
    let trips = 0
    const { query, connect } = db.pool
    const counted = (method: (...given: never[]) => unknown) =>
      function (this: unknown, ...given: never[]) {
        trips++
        return method.apply(this, given)
      }
    Object.assign(db.pool, { query: counted(query as never), connect: counted(connect as never) })
    for (let n = 0; n < 5; n++) expect((await me(cookie)).statusCode).toBe(200)
    Object.assign(db.pool, { query, connect })
    expect(trips).toBe(0)
  })
  test('a post that ends is gone the next day, kept or not', async () => {
    const cookie = await signIn('mediator')
    expect((await me(cookie)).json().posts).toHaveLength(1)
    await db.owner(`update post set until = $2 where person_id = $1`, [demoPeople.shenHongmei.id, today])
    await session.changed(demoPeople.shenHongmei.id)
    expect((await me(cookie)).json().posts).toHaveLength(1)
    today = addDays(today, 1)
    expect((await me(cookie)).json().posts).toHaveLength(0)
    today = testDay
  })
  test('another server hears of a change', async () => {
    const second = await testHttp()
    const secondDirectory = openDirectory(db)
    const secondSession = await openSession(second, {
      db,
      directory: secondDirectory,
      secret: 'a secret for tests, long enough to be one',
      today: () => today,
    })
    await registryRoutes(second, await registryDeps({ db, directory: secondDirectory, session: secondSession, today: () => today }))
    const cookie = await signIn('street')
    const there = async () => (await second.inject({ url: '/api/me', headers: cookie })).json().posts.length
    expect(await there()).toBe(1)
    await db.owner(`update post set until = '2026-01-01' where person_id = $1`, [demoPeople.zhouMin.id])
    await session.changed(demoPeople.zhouMin.id)
    await expect.poll(there).toBe(0)
    await secondSession.close()
  })
  test('signing out ends it at once', async () => {
    const cookie = await signIn('employer')
    expect((await me(cookie)).statusCode).toBe(200)
    expect((await post('/api/auth/sign-out', {}, cookie)).statusCode).toBe(200)
    expect((await me(cookie)).statusCode).toBe(401)
  })
})

describe('a code by telephone', () => {
  const phone = '13800000001'
  const verify = (code: string, to = phone) => post('/api/auth/phone-number/verify', { phoneNumber: to, code })
  test('registers a worker who may then say their name', async () => {
    expect((await post('/api/auth/phone-number/send-otp', { phoneNumber: phone })).statusCode).toBe(200)
    expect((await post('/api/auth/phone-number/send-otp', { phoneNumber: phone })).statusCode).toBe(429)
    const { code } = sent.at(-1)!
    expect((await verify(code === '000000' ? '000001' : '000000')).statusCode).toBe(400)
    const answer = await verify(code)
    expect(answer.statusCode).toBe(200)
    const cookie = { cookie: answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ') }
    expect((await me(cookie)).json()).toMatchObject({ person: { name: '职工' }, posts: [], shells: ['worker'] })
    expect((await app.inject({ method: 'PUT', url: '/api/me', headers: cookie, payload: { name: '罗秀芝' } })).json().person.name).toBe(
      '罗秀芝',
    )
    expect((await me(cookie)).json().person.name).toBe('罗秀芝')
    expect((await verify(code)).statusCode).toBe(400)
  })
  test('does not let in those who work at a desk', async () => {
    const staff = '13800000002'
    const { digest } = await secrets.of(demoDistrict.id)
    await db.owner('update person set phone_digest = $2 where id = $1', [demoPeople.wuJianfang.id, digest('phone', staff)])
    await post('/api/auth/phone-number/send-otp', { phoneNumber: staff })
    const answer = await verify(sent.at(-1)!.code, staff)
    expect(answer.statusCode).toBe(403)
    expect(answer.json().detail).toBe('工作人员请用账号登录')
  })
})

describe('the first administrator', () => {
  test('makes the district where there is none, and may sign in', async () => {
    const bare = await testDatabase()
    await createAdmin(bare, { username: 'Lijie', password: '运河边的第三棵老柳树', name: '李洁' }, testDay)
    const http = await testHttp()
    const own = openDirectory(bare)
    const opened = await openSession(http, { db: bare, directory: own, secret: 'x'.repeat(40), today: () => testDay })
    await registryRoutes(http, await registryDeps({ db: bare, directory: own, session: opened, today: () => testDay }))
    const signed = await http.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'lijie', password: '运河边的第三棵老柳树' },
    })
    const cookie = signed.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const answer = await http.inject({ url: '/api/me', headers: { cookie } })
    await opened.close()
    expect(answer.json().posts).toMatchObject([{ role: 'districtOfficer', scope: 'below' }])
    await expect(createAdmin(bare, { username: 'lijie', password: '运河边的第三棵老柳树', name: '李洁' }, testDay)).rejects.toThrow(/taken/)
    await expect(createAdmin(bare, { username: 'other', password: 'hexie-demo', name: '李洁' }, testDay)).rejects.toThrow(/demonstration/)
  })
})

test('tables that are not those of better-auth stop the start with one sentence', async () => {
  const other = await testDatabase()
  await other.owner('alter table auth_session rename column token to tokens')
  await expect(openSession(await testHttp(), { db: other, directory: openDirectory(other), secret: 'x'.repeat(40) })).rejects.toThrow(
    /auth_session\.token/,
  )
})
