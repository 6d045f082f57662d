import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Day, day, weekday } from '#kernel/day.ts'
import { openFileStore } from '#platform/files.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { engineRoutes } from '../routes/index.server.ts'
import { createLive, type Happening } from '../store/live.server.ts'
import type { CaseWire } from '../wire.ts'
import fine from './fine.ts'
import library from './index.ts'
import { callers, ids, layOut, lookups } from './town.server.ts'

const db = await testDatabase()
await layOut(db.owner)
const app = await testHttp({ callers })
const mechanisms = new Map([library, fine].map((m) => [m.procedure.id, m]))
const fail = (error: Error) => {
  throw error
}
const live = createLive(db, mechanisms, fail, 50)
const calendar = {
  isWorking: (d: Day) => weekday(d) > 0 && weekday(d) < 6,
  nameOf: () => undefined,
  isMakeUp: () => false,
  isProvisional: () => false,
}
engineRoutes(
  app,
  {
    db,
    mechanisms,
    lookups,
    directory: openDirectory(db),
    files: await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-'))),
    fileLimitBytes: 1_048_576,
    live,
    nowOf: async () => ({ today: day('2026-03-04'), region: 'CN', calendar }),
    instant: () => new Date('2026-03-04T02:00:00Z'),
    publicUrl: 'https://hexie.example',
  },
  async () => [ids.district],
)
await app.ready()

type Who = keyof typeof callers | 'nobody'
const call = async (who: Who, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: (answer.body ? answer.json() : undefined) as any }
}
let serial = 0
const key = () => `key-${++serial}-of-test`
const ask = (over: object = {}) => ({
  procedure: 'library-card',
  owner: ids.branch,
  step: 'ask',
  input: { reader: '冒名者', books: 2 },
  key: key(),
  ...over,
})
const aCase = async (): Promise<CaseWire> => (await call('reader', 'POST', '/api/cases', ask())).body
const lend = (over: object = {}) => ({ step: 'lend', input: { shelf: 'A1' }, key: key(), ...over })

describe('nobody bends it', () => {
  test('a party dates what it does itself today; the desk may record what was before', async () => {
    const yesterday = await call('reader', 'POST', '/api/cases', ask({ on: '2026-03-03' }))
    expect([yesterday.status, yesterday.body.errors?.[0].path]).toEqual([400, 'on'])
    expect((await call('librarian', 'POST', '/api/cases', ask({ step: 'askAtDesk', on: '2026-03-03' }))).status).toBe(201)
  })
  test('who is a party has no office in their own case', async () => {
    const { body } = await call('librarian', 'POST', '/api/cases', ask())
    expect(body.yourRoles).toEqual(['reader'])
    const own = await call('librarian', 'POST', `/api/cases/${body.id}/steps`, { step: 'remark', input: { words: '批了' }, key: key() })
    expect([own.status, own.body.refusal?.why]).toEqual([409, 'not you'])
  })
  test('a key that did one thing does not answer for another', async () => {
    const one = await aCase()
    const used = key()
    expect((await call('reader', 'POST', `/api/cases/${one.id}/steps`, { step: 'note', input: { words: '谢谢' }, key: used })).status).toBe(
      200,
    )
    expect(
      (await call('reader', 'POST', `/api/cases/${one.id}/steps`, { step: 'note', input: { words: '谢谢' }, key: used })).body.seq,
    ).toBe(2)
    expect((await call('reader', 'POST', `/api/cases/${one.id}/steps`, { step: 'freeze', key: used })).body.errors?.[0].path).toBe('key')
    expect((await call('reader', 'POST', '/api/cases', ask({ key: used }))).body.errors?.[0].path).toBe('key')
  })
  test('a move without its form, a made-up cursor and a day of year 0 are 400', async () => {
    const one = await aCase()
    const moved = await call('librarian', 'POST', `/api/cases/${one.id}/steps`, { step: 'move', input: {}, key: key() })
    expect([moved.status, moved.body.errors?.[0].path]).toEqual([400, 'input.to'])
    for (const text of ['2026-99-99|00000000-0000-4000-8000-000000000001', `infinity|${'-'.repeat(36)}`]) {
      expect((await call('head', 'GET', `/api/cases?after=${Buffer.from(text).toString('base64url')}`)).status).toBe(400)
    }
    expect((await call('head', 'GET', '/api/cases?due=0000-01-01')).status).toBe(400)
    expect((await call('head', 'GET', '/api/cases?q=%00')).status).toBe(400)
  })
})

describe('opening a case', () => {
  test('is for those signed in, gives a number, and nobody acts in another’s name', async () => {
    expect((await call('nobody', 'POST', '/api/cases', ask())).status).toBe(401)
    const { status, body } = await call('reader', 'POST', '/api/cases', ask())
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'asked', subject: '王小明借书', yourRoles: ['reader'], facts: { wish: { readerId: ids.reader } } })
    expect(body.number).toMatch(/^东街借〔2026〕\d+号$/)
    expect(body.due[0]).toMatchObject({ id: 'answer', last: '2026-03-09', law: { article: '2' } })
  })

  test('twice with one key is one case', async () => {
    const body = ask()
    const [first, second] = [await call('reader', 'POST', '/api/cases', body), await call('reader', 'POST', '/api/cases', body)]
    expect(second.body.id).toBe(first.body.id)
    const together = ask()
    const both = await Promise.all([call('reader', 'POST', '/api/cases', together), call('reader', 'POST', '/api/cases', together)])
    expect(both[0]!.body.id).toBe(both[1]!.body.id)
  })

  test('says what is wrong and where', async () => {
    expect(await call('reader', 'POST', '/api/cases', ask({ input: { reader: '', books: -1 } }))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'input.books' }] },
    })
    expect(await call('reader', 'POST', '/api/cases', ask({ owner: ids.street }))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'owner' }] },
    })
    expect(await call('reader', 'POST', '/api/cases', ask({ on: '2026-02-30' }))).toMatchObject({ status: 400 })
    expect(await call('reader', 'POST', '/api/cases', ask({ input: { reader: '王', books: 7 } }))).toMatchObject({
      status: 409,
      body: { refusal: { why: 'broken', rule: 'fewBooks', law: { article: '6' }, missing: { zh: '多了 2 本' } } },
    })
    expect((await call('reader', 'POST', '/api/cases', ask({ procedure: 'none' }))).status).toBe(404)
  })

  test('at the desk is for those whose desk it is', async () => {
    const atDesk = { step: 'askAtDesk', input: { reader: '张老伯', books: 1 } }
    expect((await call('librarian', 'POST', '/api/cases', ask(atDesk))).body.log[0]).toMatchObject({ by: 'reader', recordedBy: '李馆员' })
    expect((await call('elsewhere', 'POST', '/api/cases', ask(atDesk))).status).toBe(403)
  })
})

describe('a step', () => {
  test('is refused without the role, allowed with it, does its work, and once', async () => {
    const { id } = await aCase()
    expect((await call('stranger', 'POST', `/api/cases/${id}/steps`, lend())).status).toBe(404)
    expect(await call('reader', 'POST', `/api/cases/${id}/steps`, lend())).toMatchObject({
      status: 409,
      body: { refusal: { why: 'not you' } },
    })
    const body = lend()
    const done = await call('librarian', 'POST', `/api/cases/${id}/steps`, body)
    expect(done).toMatchObject({ status: 200, body: { state: 'lent', papers: [{ kind: 'slip' }] } })
    const again = await call('librarian', 'POST', `/api/cases/${id}/steps`, body)
    expect(again.status).toBe(200)
    expect(again.body.log).toHaveLength(2)
    expect(await call('librarian', 'POST', `/api/cases/${id}/steps`, lend())).toMatchObject({
      status: 409,
      body: { refusal: { why: 'not now' } },
    })
  })

  test('answers briefly where a program prefers it', async () => {
    const { id, number } = await aCase()
    const payload = lend()
    const answer = await app.inject({
      method: 'POST',
      url: `/api/cases/${id}/steps`,
      headers: { 'x-test-caller': 'librarian', prefer: 'return=minimal' },
      payload,
    })
    expect([answer.statusCode, answer.headers['preference-applied'], answer.json()]).toEqual([
      200,
      'return=minimal',
      { id, number, state: 'lent', seq: 2 },
    ])
  })

  test('tells when somebody was faster than what the caller had seen', async () => {
    const { id, seq } = await aCase()
    await call('librarian', 'POST', `/api/cases/${id}/steps`, { step: 'remark', input: { words: '熟客' }, key: key() })
    expect(await call('librarian', 'POST', `/api/cases/${id}/steps`, lend({ seen: seq }))).toMatchObject({
      status: 409,
      body: { refusal: { why: 'stale' } },
    })
    expect((await call('librarian', 'POST', `/api/cases/${id}/steps`, lend({ seen: seq + 1 }))).status).toBe(200)
  })

  test('the grey button and the answer say the same', async () => {
    const { id } = await aCase()
    const grey = (await call('librarian', 'GET', `/api/cases/${id}`)).body.steps.find((one: { id: string }) => one.id === 'renew')
    const answer = await call('librarian', 'POST', `/api/cases/${id}/steps`, {
      step: 'renew',
      input: { until: '2026-04-01', bothAgree: true },
      key: key(),
    })
    expect(grey.allowed).toBe(false)
    expect(answer.body.refusal).toEqual(grey.refusal)
  })

  test('hands the case over: the new desk has it, the old one no more, and the clock goes on', async () => {
    const opened = await aCase()
    const moved = await call('librarian', 'POST', `/api/cases/${opened.id}/steps`, { step: 'move', input: { to: ids.second }, key: key() })
    expect(moved).toMatchObject({ status: 200, body: { owner: { id: ids.second } } })
    expect((await call('librarian', 'GET', `/api/cases/${opened.id}`)).status).toBe(404)
    const there = await call('elsewhere', 'GET', `/api/cases/${opened.id}`)
    expect(there.body.due).toEqual(opened.due)
  })
})

describe('what a party sees', () => {
  test('is not what the desk keeps to itself', async () => {
    const { id } = await aCase()
    await call('librarian', 'POST', `/api/cases/${id}/steps`, { step: 'remark', input: { words: '熟客' }, key: key() })
    const party = await call('reader', 'GET', `/api/cases/${id}`)
    expect(JSON.stringify(party.body)).not.toContain('熟客')
    expect(JSON.stringify((await call('head', 'GET', `/api/cases/${id}`)).body)).toContain('熟客')
  })
})

describe('the list as a table', () => {
  test('is what the caller sees, with a mark of order, and holds no formula', async () => {
    await call('librarian', 'POST', '/api/cases', ask({ step: 'askAtDesk', input: { reader: '=HYPERLINK("x")', books: 1 } }))
    const answer = await app.inject({ url: '/api/cases/export?sort=opened', headers: { 'x-test-caller': 'librarian' } })
    expect(answer.body.startsWith('\uFEFF案号,当事人')).toBe(true)
    expect(answer.body).toContain(`"'=HYPERLINK(""x"")借书"`)
    const total = (await call('librarian', 'GET', '/api/cases?limit=1')).body.total
    expect(answer.body.trim().split('\r\n')).toHaveLength(total + 1)
    expect(
      (await app.inject({ url: '/api/cases/export', headers: { 'x-test-caller': 'stranger' } })).body.trim().split('\r\n'),
    ).toHaveLength(1)
  })
})

describe('attachments', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const send = async (who: Who, id: string, content: Buffer, kind = 'photo') => {
    const boundary = 'xxhexiexx'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\n${kind}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="工资条.png"\r\nContent-Type: image/png\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
    const answer = await app.inject({
      method: 'POST',
      url: `/api/cases/${id}/attachments`,
      headers: { 'x-test-caller': who, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
    return { status: answer.statusCode, body: answer.json() }
  }

  test('go with their case, come back as they were, and are what they say they are', async () => {
    const { id } = await aCase()
    const sent = await send('reader', id, png)
    expect(sent).toMatchObject({ status: 201, body: { name: '工资条.png', type: 'image/png', shared: false } })
    const back = await app.inject({ url: `/api/cases/${id}/attachments/${sent.body.id}`, headers: { 'x-test-caller': 'librarian' } })
    expect(back.rawPayload.equals(png)).toBe(true)
    expect((await call('stranger', 'GET', `/api/cases/${id}/attachments/${sent.body.id}`)).status).toBe(404)
    expect((await send('reader', id, Buffer.from('MZ not a picture'))).status).toBe(415)
    expect((await send('stranger', id, png)).status).toBe(404)
  })
})

describe('live events', () => {
  test('reach those who may see the case, and nobody else, and go on after a break', async () => {
    const heard: Record<string, Happening[]> = { reader: [], elsewhere: [] }
    const leaves = (['reader', 'elsewhere'] as const).map((who) =>
      live.join({ scope: callers[who].scope, send: (happening) => heard[who]!.push(happening) }),
    )
    const patience = { timeout: 15_000 }
    // Whoever joins hears what happens from then on: once something is heard, nothing after it may be missed.
    await expect.poll(async () => (await aCase()) && heard.reader!.length, patience).toBeGreaterThan(0)
    const { id } = await aCase()
    await expect.poll(() => heard.reader!.filter((one) => one.case === id), patience).toHaveLength(1)
    expect(heard.elsewhere).toEqual([])
    const since = heard.reader!.at(-1)!.feed
    for (const leave of leaves) leave()
    await call('librarian', 'POST', `/api/cases/${id}/steps`, lend())
    const later: Happening[] = []
    const leave = live.join({ scope: callers.reader.scope, send: (happening) => later.push(happening) }, since)
    await expect.poll(() => later.filter((one) => one.case === id && one.step === 'lend'), patience).toHaveLength(1)
    leave()
  })
})
