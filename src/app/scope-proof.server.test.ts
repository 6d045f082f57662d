/** Every route × every standing × things of known owners: each call is made, and each answer is the one the table says. */
import { hashPassword } from 'better-auth/crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { openClock } from '#platform/clock.server.ts'
import { readConfig } from '#platform/config.server.ts'
import { openFileStore } from '#platform/files.server.ts'
import type { Http } from '#platform/http.server.ts'
import { createLog } from '#platform/log.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { writeAccounts } from '#registry/accounts/accounts.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoHolders, demoPeople } from '#registry/demo.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from './house.server.ts'
import { caseThings } from './scope-proof-cases.server.ts'
import { type Call, everyone, type Thing, type Who } from './scope-rows/row.ts'
import { registryThings, scopeProof } from './scope-proof-table.ts'

const data = await mkdtemp(join(tmpdir(), 'hexie-proof-'))
const db = await testDatabase()
const settings = {
  HEXIE_DATA: data,
  HEXIE_SECRET: 'a secret for tests, long enough to be one',
  HEXIE_RATE_PER_MINUTE: '100000',
  HEXIE_DEMO: '0',
}
// The registry of the demonstration without its cases: every case the proof meets is one it knows.
await seedRegistry(db, day('2026-11-22'))
const house = await openHouse({
  config: await readConfig(settings, ['--as-of', '2026-11-22']),
  store: { db, url: db.url, kind: 'PostgreSQL for tests', embedded: false, close: async () => {} },
  clock: openClock(day('2026-11-22')),
  log: createLog({ level: 'silent' }),
  standing: () => 'ok',
  progress: () => {},
})
const app: Http = house.http
afterAll(async () => {
  await house.close()
  await rm(data, { recursive: true, force: true })
})

/** The demonstration's own accounts, and one more for each standing elsewhere. */
const usernames: Readonly<Record<Exclude<Who, 'anonymous'>, string>> = {
  worker: 'worker',
  otherWorker: 'other-worker',
  firm: 'employer',
  otherFirm: 'other-firm',
  mediator: 'mediator',
  otherMediator: 'other-mediator',
  street: 'street',
  otherStreet: 'other-street',
  union: 'union',
  district: 'district',
  bureau: 'bureau',
}
const added = {
  'other-worker': demoPeople.tangShaojun,
  'other-firm': demoHolders('landa', 'firmRepresentative')[0]!,
  'other-mediator': demoPeople.panLiqun,
  'other-street': demoPeople.dongWei,
}
const password = '运河边的第三棵老柳树'
const hash = await hashPassword(password)
await db.within(houseScope(demoDistrict.id), (q) =>
  writeAccounts(
    q,
    Object.entries(added).map(([username, { id, name }]) => ({ username, name, person: id, district: demoDistrict.id })),
    hash,
  ),
)

async function cookieOf(who: Who): Promise<Record<string, string>> {
  if (who === 'anonymous') return {}
  const username = usernames[who]
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password: username in added ? password : 'hexie-demo' },
  })
  if (answer.statusCode !== 200) throw new Error(`sign-in of ${username}: ${answer.body}`)
  return { cookie: answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ') }
}
const cookies = Object.fromEntries(await Promise.all(everyone.map(async (who) => [who, await cookieOf(who)] as const)))

const files = await openFileStore(join(data, 'files'))
const things: readonly Thing[] = [...registryThings, ...(await postThings()), ...(await caseThings(db, files, day('2026-11-22')))]

async function postThings(): Promise<readonly Thing[]> {
  const postOf = async (person: string, what: string, seenBy: readonly Who[], governedBy: readonly Who[]): Promise<Thing> => {
    const [row] = await db.owner<{ id: string }>('select id from post where person_id = $1 order by since limit 1', [person])
    return { kind: 'post', what, seenBy, governedBy, params: { id: row!.id } }
  }
  return await Promise.all([
    postOf(demoPeople.fangWenbin.id, 'a mediator’s post in 白杨', ['mediator', 'street', 'district'], ['street', 'district']),
    postOf(demoPeople.panLiqun.id, 'a mediator’s post in 下沙', ['otherMediator', 'otherStreet', 'district'], ['otherStreet', 'district']),
    postOf(demoPeople.wuJianfang.id, 'the district officer’s post', ['district'], ['district']),
  ])
}

/** `GET /api/cases/:id` for every route that is registered, read from Fastify's own tree. */
function routesOf(http: Http): readonly string[] {
  const above: string[] = []
  return http
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, path, methods] = /^([│├└─\s]*)(\S+) \(([A-Z, ]+)\)/.exec(line) ?? []
      if (!path) return []
      const depth = indent!.length / 4 - 1
      above.length = depth
      above[depth] = path
      const url = above.join('')
      const isPage = url.startsWith('/api/docs') || !/^\/(api|metrics)\b/.test(url) || url.endsWith('*')
      return isPage ? [] : methods!.split(', ').flatMap((method) => (method === 'HEAD' || method === 'OPTIONS' ? [] : [`${method} ${url}`]))
    })
}

interface Answer {
  readonly status: number
  readonly body: string
}

async function make(route: string, call: Call, who: Who): Promise<Answer> {
  const [method, path] = route.split(' ') as ['GET', string]
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) => call.params?.[name] ?? `no-${name}`)
  const answer = await app.inject({
    method,
    url: call.query ? `${url}?${call.query}` : url,
    headers: { ...cookies[who], ...(call.payload !== undefined && { 'content-type': 'application/json' }) },
    ...(call.payload !== undefined && { payload: JSON.stringify(call.payload) }),
    ...(call.endless && { payloadAsStream: true }),
  })
  if (!call.endless) return { status: answer.statusCode, body: answer.body }
  answer.stream().destroy()
  return { status: answer.statusCode, body: '' }
}

/** Every id of a list, page after page. */
async function listed(route: string, call: Call, who: Who): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  let after: string | undefined
  do {
    const query = [call.query, 'limit=200', after && `after=${encodeURIComponent(after)}`].filter(Boolean).join('&')
    const { items, next } = JSON.parse((await make(route, { ...call, query }, who)).body) as { items: { id: string }[]; next?: string }
    for (const { id } of items) ids.add(id)
    after = next
  } while (after)
  return ids
}

/** Ids of cases and what belongs to them, which no answer to this caller may hold. */
const secretsFrom = (who: Who): readonly string[] =>
  things
    .filter((thing) => ['case', 'attachment', 'sharedAttachment', 'paper'].includes(thing.kind) && !thing.seenBy.includes(who))
    .map(({ params }) => Object.values(params).at(-1)!)

const routes = routesOf(app)

test('every route declares what the proof expects, and nothing is declared that is not there', () => {
  expect(routes.filter((route) => !(route in scopeProof)).map((route) => `declare what the proof expects of ${route}`)).toEqual([])
  expect(Object.keys(scopeProof).filter((route) => !routes.includes(route))).toEqual([])
})

describe.each(routes.filter((route) => route in scopeProof))('%s', (route) => {
  for (const call of scopeProof[route]!(things)) {
    test(call.what || 'for each standing', async () => {
      const answers = await Promise.all(everyone.map(async (who) => [who, await make(route, call, who)] as const))
      const statuses = Object.fromEntries(answers.map(([who, { status }]) => [who, status]))
      expect(statuses).toEqual(Object.fromEntries(everyone.map((who) => [who, call.answer(who)])))
      for (const [who, { status, body }] of answers)
        if (status < 300)
          expect(
            secretsFrom(who).filter((id) => body.includes(id)),
            `told to ${who}`,
          ).toEqual([])
    })
    if (call.lists)
      test(`has every ${call.lists} the caller may know of, and no other`, async () => {
        for (const who of everyone.filter((one) => call.answer(one) === 200)) {
          const ids = await listed(route, call, who)
          const known = things.filter(({ kind }) => kind === call.lists)
          expect(
            known.filter(({ params }) => ids.has(params.id!)).map(({ what }) => what),
            who,
          ).toEqual(known.filter(({ seenBy }) => seenBy.includes(who)).map(({ what }) => what))
        }
      })
  }
})
