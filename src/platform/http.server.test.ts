/** How the HTTP layer answers: every fault as a problem with its place, routes only for those they name, pages for page addresses. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { text } from '#kernel/text.ts'
import type { Caller } from './caller.ts'
import { createHttp } from './http.server.ts'
import { createLog, errorForLog } from './log.server.ts'
import { sizeOf } from './http/json-body.server.ts'
import { isInside, measure } from './http/metrics.server.ts'
import { conflict, notFound, tooMany, unavailable } from './problem.ts'
import { testHttp } from './testing/http-for-tests.server.ts'

const id = '00000000-0000-7000-8000-000000000001'
const holding = (kind: string): Caller => ({
  person: id,
  name: '周敏',
  district: id,
  region: 'CN-ZJ-HZ',
  posts: [
    { id, kind, organisation: { id, name: '白杨街道总工会', kind: 'street', path: [] }, scope: 'below', since: '2026-01-01' as never },
  ],
  scope: { district: id, all: false, trees: [], units: [], readers: [] },
})

const web = await mkdtemp(join(tmpdir(), 'hexie-web-'))
await mkdir(join(web, 'assets'))
await writeFile(join(web, 'index.html'), '<!doctype html><title>和谐引擎</title>')
await writeFile(join(web, 'assets', 'app-1a2b3c.js'), 'console.log(1)')
afterAll(() => rm(web, { recursive: true, force: true }))

const app = await testHttp({ web, bodyLimitBytes: 2000, callers: { chair: holding('chair'), firm: holding('firmRepresentative') } })
const open = { access: { who: 'public' } } as const
const input = z.strictObject({
  name: z.string().min(1),
  workers: z.array(z.object({ since: z.iso.date() })),
  size: z.int().max(9).optional(),
})
app.post('/api/try', { config: open, schema: { body: input } }, async () => ({ ok: true }))
app.post(
  '/api/own-words',
  {
    config: open,
    schema: { body: z.object({ day: z.string().refine((day) => day > '2026', { params: { says: text('日子太早', 'Too early') } }) }) },
  },
  async () => ({}),
)
app.get('/api/page', { config: open, schema: { querystring: z.object({ limit: z.coerce.number().max(200) }) } }, async () => ({}))
app.get('/api/desk', { config: { access: { who: 'staff' } } }, async () => ({ in: true }))
app.get('/api/mine', { config: { access: { who: 'signed-in' } } }, async () => ({ in: true }))
app.get('/api/chairs', { config: { access: { who: 'posts', posts: ['chair'] } } }, async () => ({ in: true }))
app.get('/api/fails/:how', { config: open, schema: { params: z.object({ how: z.string() }) } }, async ({ params }) => {
  if (params.how === 'refused') throw conflict({ why: 'broken', says: text('职工代表不足三分之二', 'Fewer than two thirds are present') })
  if (params.how === 'missing') throw notFound()
  if (params.how === 'busy') throw tooMany(7)
  if (params.how === 'away') throw unavailable(3)
  if (params.how === 'refused-connection') throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' })
  if (params.how === 'no-such-day') throw Object.assign(new Error('date out of range'), { code: '22008', severity: 'ERROR' })
  throw new Error('password of 张三 is in this message')
})
measure(app)
await app.ready()

const post = (url: string, payload: unknown, headers = {}) =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(payload) })

describe('400 says where', () => {
  test('in the body', async () => {
    const answer = await post('/api/try', { name: '', workers: [{ since: '2026-08-24' }, { since: '2026-02-30' }], size: 10, more: 1 })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().errors).toEqual([
      { path: 'name', says: text('必填', 'Required') },
      { path: 'workers.1.since', says: text('日期应写作 2026-08-24', 'Write the day as 2026-08-24') },
      { path: 'size', says: text('至多 9', 'Should be at most 9') },
      { path: 'more', says: text('没有这一项', 'There is no such field') },
    ])
  })
  test('what is missing is required', async () => {
    const answer = await post('/api/try', { name: 'a' })
    expect(answer.json().errors).toEqual([{ path: 'workers', says: text('必填', 'Required') }])
  })
  test('in the address', async () => {
    const answer = await app.inject('/api/page?limit=900')
    expect(answer.json().errors).toEqual([{ path: 'query.limit', says: text('至多 200', 'Should be at most 200') }])
  })
  test('in a schema’s own words', async () => {
    expect((await post('/api/own-words', { day: '2025' })).json().errors).toEqual([{ path: 'day', says: text('日子太早', 'Too early') }])
  })
  test('broken, too deep and poisoned JSON', async () => {
    const send = (payload: string) =>
      app.inject({ method: 'POST', url: '/api/try', headers: { 'content-type': 'application/json' }, payload })
    for (const payload of ['{', '', `${'['.repeat(40)}${']'.repeat(40)}`, '{"__proto__":{"admin":true}}']) {
      const answer = await send(payload)
      expect([payload.slice(0, 4), answer.statusCode]).toEqual([payload.slice(0, 4), 400])
      expect(answer.json().errors).toHaveLength(1)
    }
    expect((await send(`{"name":"${'['.repeat(40)}","workers":[]}`)).statusCode).toBe(200)
  })
})

describe('what nobody types', () => {
  test('NUL and half a character are 400, the same written out as text is not', async () => {
    for (const name of ['a\0b', 'a\ud800b', '\udc00']) {
      const answer = await post('/api/try', { name, workers: [] })
      expect([answer.statusCode, answer.json().errors?.length]).toEqual([400, 1])
    }
    expect((await post('/api/try', { name: '\\u0000 和 😀', workers: [] })).statusCode).toBe(200)
  })
  test('a hundred thousand values are not judged one by one, and what is wrong is told fifty times at most', async () => {
    expect(sizeOf(`[${'1,'.repeat(100_000)}1]`).values).toBe(10_001)
    expect(sizeOf(`["${','.repeat(100_000)}"]`)).toEqual({ depth: 1, values: 1 })
    const answer = await post('/api/try', { name: 'a', workers: Array.from({ length: 200 }, () => 1) })
    expect([answer.statusCode, answer.json().errors.length]).toEqual([400, 50])
  })
  test('what only the database finds out is 400 as well', async () => {
    expect((await app.inject('/api/fails/no-such-day')).statusCode).toBe(400)
  })
})

describe('other problems', () => {
  test('413, 415, 404, 405', async () => {
    expect((await post('/api/try', { name: 'x'.repeat(3000), workers: [] })).statusCode).toBe(413)
    expect((await post('/api/try', {}, { 'content-type': 'text/xml' })).statusCode).toBe(415)
    expect((await app.inject('/api/nowhere')).json()).toMatchObject({ type: '/problems/not-found', status: 404, title: '没有找到' })
    const wrong = await app.inject({ method: 'DELETE', url: '/api/fails/x' })
    expect([wrong.statusCode, wrong.headers.allow]).toEqual([405, 'GET, HEAD'])
  })
  test('an address too long for its route is told like everything else, without repeating it', async () => {
    const answer = await app.inject(`/api/fails/${'x'.repeat(500)}`)
    expect([answer.statusCode, answer.headers['content-type'], answer.body.includes('xxx')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      false,
    ])
    expect((await app.inject('/api/%zz')).headers['content-type']).toContain('application/problem+json')
  })
  test('a refusal by law travels whole', async () => {
    const answer = await app.inject('/api/fails/refused')
    expect(answer.statusCode).toBe(409)
    expect(answer.json().refusal).toEqual({ why: 'broken', says: text('职工代表不足三分之二', 'Fewer than two thirds are present') })
  })
  test('waits are told', async () => {
    expect((await app.inject('/api/fails/busy')).headers['retry-after']).toBe('7')
    const away = await app.inject('/api/fails/refused-connection')
    expect([away.statusCode, away.headers['retry-after'], away.body.includes('10.0.0.7')]).toEqual([503, '5', false])
  })
  test('what went wrong inside stays inside', async () => {
    const answer = await app.inject({ url: '/api/fails/inside', headers: { 'x-request-id': 'asked-12345' } })
    expect(answer.json()).toEqual({
      type: '/problems/internal',
      title: '系统出错了',
      titles: text('系统出错了', 'Something went wrong here'),
      status: 500,
      requestId: 'asked-12345',
    })
  })
})

describe('who may call', () => {
  const status = async (url: string, caller?: string) =>
    (await app.inject({ url, headers: caller ? { 'x-test-caller': caller } : {} })).statusCode
  test('signed in, staff, holders of a post', async () => {
    expect(await Promise.all([status('/api/mine'), status('/api/mine', 'firm')])).toEqual([401, 200])
    expect(await Promise.all([status('/api/desk'), status('/api/desk', 'firm'), status('/api/desk', 'chair')])).toEqual([401, 403, 200])
    expect(await Promise.all([status('/api/chairs', 'firm'), status('/api/chairs', 'chair')])).toEqual([403, 200])
  })
  test('a route that does not say is refused at the start', async () => {
    const other = await createHttp({ log: createLog({ level: 'silent' }), version: 'test' })
    expect(() => other.get('/api/forgotten', async () => ({}))).toThrow('does not say who may call it')
    await other.close()
  })
})

describe('pages, files, papers about itself', () => {
  test('page addresses get the page, others do not', async () => {
    const page = await app.inject('/desk/cases/17')
    expect([page.statusCode, page.headers['cache-control'], page.body.includes('和谐引擎')]).toEqual([200, 'no-cache', true])
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
    expect((await app.inject('/favicon.png')).statusCode).toBe(404)
    expect((await app.inject('/assets/none.js')).statusCode).toBe(404)
    expect((await app.inject({ method: 'POST', url: '/desk' })).statusCode).toBe(404)
  })
  test('files with a hash in their name are kept', async () => {
    const file = await app.inject('/assets/app-1a2b3c.js')
    expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect((await app.inject('/assets/..%2f..%2fetc/passwd')).statusCode).toBe(404)
  })
  test('OpenAPI lists the routes and nothing else', async () => {
    const paper = (await app.inject('/api/openapi.json')).json()
    expect(paper.openapi).toBe('3.1.0')
    expect(paper.paths['/api/desk'].get).toMatchObject({
      security: [{ session: [] }],
      responses: { default: { content: { 'application/problem+json': {} } } },
    })
    expect(paper.paths['/api/page'].get.security).toBeUndefined()
    expect(Object.keys(paper.paths)).toContain('/api/try')
    expect(Object.keys(paper.paths).filter((path) => !path.startsWith('/api/'))).toEqual([])
    expect((await app.inject('/api/docs/')).statusCode).toBe(200)
  })
  test('metrics name routes, not addresses, and stay inside', async () => {
    await app.inject('/api/fails/missing')
    const numbers = await app.inject('/metrics')
    expect(numbers.body).toContain('route="/api/fails/:how"')
    expect((await app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode).toBe(404)
    expect(['127.0.0.1', '::1', '10.1.2.3', '172.20.0.1', 'fd12::1'].every(isInside)).toBe(true)
    expect(['172.32.0.1', '8.8.8.8', '2001:db8::1'].some(isInside)).toBe(false)
  })
})

test('too many from one address are told to wait; another address is not', async () => {
  const small = await testHttp({ ratePerMinute: 3 })
  small.get('/api/x', { config: open }, async () => ({}))
  const ask = async (remoteAddress: string) => await small.inject({ url: '/api/x', remoteAddress })
  for (let at = 0; at < 3; at++) expect((await ask('198.51.100.1')).statusCode).toBe(200)
  const fourth = await ask('198.51.100.1')
  expect([fourth.statusCode, Number(fourth.headers['retry-after']) > 0, fourth.json().status]).toEqual([429, true, 429])
  expect((await ask('198.51.100.2')).statusCode).toBe(200)
})

test('the log carries neither addresses nor values of rows', async () => {
  const lines: string[] = []
  const log = createLog({ to: { write: (line: string) => void lines.push(line) } })
  const noisy = await createHttp({ log, version: 'test' })
  noisy.get('/api/people', { config: open }, async () => {
    throw Object.assign(new Error('duplicate key (张三)'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (name)=(张三)',
      constraint: 'person_name',
    })
  })
  await noisy.inject({ url: '/api/people?name=张三', headers: { cookie: 'hexie.session=secret' } })
  await noisy.close()
  const said = lines.join('')
  expect(said).toContain('"route":"/api/people"')
  expect(said).toContain('person_name')
  expect(said).not.toMatch(/张三|%E5%BC%A0|secret/)
  expect(errorForLog(new Error('plain'))).toMatchObject({ message: 'plain' })
})
