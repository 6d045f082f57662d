/** One act, many cases: each firm once and in the words of its preview, whatever ends in the middle, and for nobody beyond one's reach. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day } from '#kernel/day.ts'
import { openFileStore } from '#platform/files.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { createLive } from '../store/live.server.ts'
import { faultsOfChain } from '../upkeep/audit.server.ts'
import { calendar, callers, firmId, ids, layOut, lookups, mechanisms, unionId } from './campaign-town.server.ts'
import type { CampaignItemWire, CampaignWire } from './campaign-wire.ts'
import { campaignRoutes } from './routes.server.ts'
import { type CampaignWork, startCampaignWork } from './work.server.ts'

const db = await testDatabase()
await layOut(db.owner, 240)
const app = await testHttp({ callers })
let today: Day = day('2026-03-04')
const fail = (error: Error) => {
  throw error
}
const parts = {
  db,
  mechanisms,
  lookups,
  districts: async () => [ids.district],
  nowOf: async () => ({ today, region: 'CN', calendar }) as const,
  instant: () => new Date(`${today}T02:00:00Z`),
  taken: () => {},
  failed: fail as (error: Error) => void,
}
campaignRoutes(
  app,
  {
    ...parts,
    directory: openDirectory(db),
    files: await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-campaign-'))),
    fileLimitBytes: 1_048_576,
    live: createLive(db, mechanisms, fail, 50),
    publicUrl: 'https://hexie.example',
  },
  () => {},
)
await app.ready()

type Who = keyof typeof callers | 'nobody'
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
async function call(who: Who, method: Method, url: string, payload?: object) {
  const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  const json = answer.headers['content-type']?.toString().includes('json')
  return { status: answer.statusCode, body: (json && answer.body ? answer.json() : answer.body) as any }
}
let serial = 0
const drafting = (over: object = {}) => ({
  procedure: 'library-card',
  title: '春季集中借书',
  common: { books: 2, for: '职工书屋' },
  choose: {},
  key: `campaign-${++serial}`,
  ...over,
})
async function drafted(who: Who, over: object = {}): Promise<CampaignWire> {
  const { status, body } = await call(who, 'POST', '/api/campaigns', drafting(over))
  expect([status, body.errors]).toEqual([201, undefined])
  return body
}
const at = (one: { readonly id: string }, rest = '') => `/api/campaigns/${one.id}${rest}`
async function worked(...more: readonly CampaignWork[]): Promise<void> {
  const all = [startCampaignWork(parts), ...more]
  await Promise.all(all.map((work) => work.idle()))
  await Promise.all(all.map((work) => work.close()))
}
async function issued(who: Who, over: object = {}): Promise<CampaignWire> {
  const one = await drafted(who, over)
  expect((await call(who, 'POST', at(one, '/issue'))).status).toBe(202)
  await worked()
  return (await call(who, 'GET', at(one))).body
}
const named = (...numbers: readonly number[]) => ({ choose: undefined, firms: numbers.map(firmId) })
const items = async (who: Who, one: { readonly id: string }, query = ''): Promise<readonly CampaignItemWire[]> =>
  (await call(who, 'GET', at(one, `/items?limit=200${query}`))).body.items
/** Cases by the firm they were opened for, as the tables have them. */
const opened = (one: { readonly id: string }) =>
  db.owner<{ key: string; case_id: string; number: string; papers: number }>(
    `select s.key, s.case_id, c.number, (select count(*)::int from case_paper p where p.case_id = c.id) as papers
     from case_step s join case_file c on c.id = s.case_id where s.key like $1 order by s.key`,
    [`campaign:${one.id}:%`],
  )
/** Everybody is free to be asked again. */
const clear = () => db.owner(`update case_file set ended_on = opened_on, state = 'returned'`)

describe('issuing', () => {
  test('two hundred in one act: each its own case, number, paper and clock, once', async () => {
    const one = await drafted('chief', { firms: Array.from({ length: 200 }, (_, n) => firmId(n)), choose: undefined })
    expect(one.counts).toMatchObject({ all: 200, ready: 200, left: 0, opened: 0 })
    const answers = await Promise.all([1, 2].map(() => call('chief', 'POST', at(one, '/issue'))))
    expect(answers.map(({ status }) => status)).toEqual([202, 202])
    await worked()
    const after: CampaignWire = (await call('chief', 'GET', at(one))).body
    expect(after).toMatchObject({ state: 'issued', counts: { opened: 200, waiting: 0, left: 0, refused: 0 } })
    expect(after.finishedAt).toBeDefined()
    const cases = await opened(one)
    expect(cases.map(({ key }) => key)).toEqual(Array.from({ length: 200 }, (_, n) => `campaign:${one.id}:${firmId(n)}`))
    expect(new Set(cases.map(({ number }) => number)).size).toBe(200)
    expect(cases.every(({ papers }) => papers === 1)).toBe(true)
    const dues = await db.owner<{ due_on: string; owner_id: string }>('select distinct due_on from case_file')
    expect(dues).toEqual([{ due_on: '2026-03-09' }])
    expect((await items('chief', one))[3]).toMatchObject({
      id: firmId(3),
      phase: 'waiting',
      case: { state: { en: 'Asked' } },
      due: { last: '2026-03-09' },
    })
    expect(await faultsOfChain(db, ids.district)).toEqual([])
    await call('chief', 'POST', at(one, '/issue'))
    await worked()
    expect(await opened(one)).toHaveLength(200)
    await clear()
  })

  test('the same draft sent twice is one draft', async () => {
    const body = drafting(named(1, 3))
    const [first, second] = [await call('chief', 'POST', '/api/campaigns', body), await call('chief', 'POST', '/api/campaigns', body)]
    expect(second.body.id).toBe(first.body.id)
    expect((await call('chief', 'DELETE', at(first.body))).status).toBe(204)
    expect((await call('chief', 'GET', at(first.body))).status).toBe(404)
  })

  test('what is issued is word for word what was previewed, recorded facts and papers included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.string({ minLength: 1, maxLength: 30 }).filter((s) => s.trim() !== '' && !s.includes('\0')),
        async (books, whom) => {
          const one = await drafted('chief', { ...named(7, 8), common: { books, for: whom } })
          const before = await Promise.all([7, 8].map(async (n) => (await call('chief', 'GET', at(one, `/items/${firmId(n)}`))).body))
          await call('chief', 'POST', at(one, '/issue'))
          await worked()
          for (const [at, item] of before.entries()) {
            const [made] = await db.owner<{ input: unknown; body: unknown; title: string }>(
              'select s.input, p.body, p.title from case_step s join case_paper p on p.case_id = s.case_id where s.key = $1',
              [`campaign:${one.id}:${firmId(7 + at)}`],
            )
            expect(made!.input).toEqual(item.input)
            expect(item.papers).toEqual([{ title: { zh: made!.title, en: made!.title }, body: made!.body }])
            expect(item.input.mark).toBe(`架 ${unionId(7 + at).slice(-4)}`)
          }
          await clear()
        },
      ),
      { numRuns: 6 },
    )
  })

  test('one that the law refuses is left out with rule and article; the others go', async () => {
    await db.owner('update organisation set employees = 600 where id = $1', [firmId(20)])
    const one = await issued('chief', named(19, 20, 21))
    expect(one.counts).toMatchObject({ opened: 2, left: 1 })
    const [left] = await items('chief', one, '&state=left')
    expect(left).toMatchObject({ id: firmId(20), says: { zh: '须一次不超过五本（多了 1 本）' }, law: { article: '6' } })
    await db.owner('update organisation set employees = 100 where id = $1', [firmId(20)])
    await clear()
  })

  test('what changed between preview and issue is told firm by firm', async () => {
    const one = await drafted('chief', named(30, 31, 32))
    const other = await issued('chief', named(31))
    await db.owner(`update organisation set standing = 'ended' where id = $1`, [unionId(32)])
    await call('chief', 'POST', at(one, '/issue'))
    await worked()
    const [a, b, c] = await items('chief', one)
    expect(a).toMatchObject({ state: 'opened' })
    expect(b).toMatchObject({ state: 'left', law: { article: '6' } })
    expect(b!.says!.zh).toContain((await opened(other))[0]!.number)
    expect(c).toMatchObject({ state: 'left', says: { en: 'Its union has changed since the preview: send it separately' } })
    await db.owner(`update organisation set standing = 'standing' where id = $1`, [unionId(32)])
    await clear()
  })

  test('a fault of the house is tried again, then told, and holds up nobody', async () => {
    const one = await drafted('chief', named(40, 41))
    await call('chief', 'POST', at(one, '/issue'))
    const faults: Error[] = []
    const broken = {
      'library-card': { mark: async ({ owner }: { owner: { id: string } }) => (owner.id === unionId(40) ? fail(new Error('down')) : 'A') },
    }
    for (let round = 0; round < 3; round++) {
      const work = startCampaignWork({ ...parts, lookups: broken as never, failed: (error) => void faults.push(error) })
      await work.idle()
      await work.close()
    }
    expect(faults.map(({ message }) => message)).toEqual(['down', 'down', 'down'])
    expect(await items('chief', one)).toMatchObject([
      { state: 'refused', says: { zh: '系统出错，没有发出，请联系管理员' } },
      { state: 'opened' },
    ])
    expect((await call('chief', 'GET', at(one))).body.state).toBe('issued')
    await clear()
  })
})

describe('nothing twice, nothing lost', () => {
  const many = (n: number) => ({ firms: Array.from({ length: n }, (_, at) => firmId(at)), choose: undefined })

  test('killed in the middle of it, any number of times', async () => {
    const one = await drafted('chief', many(160))
    await call('chief', 'POST', at(one, '/issue'))
    const script = fileURLToPath(new URL('./work-alone.server.ts', import.meta.url))
    for (const until of [5, 40, 90]) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, db.url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      while ((await opened(one)).length < until) await pause(2)
      child.kill('SIGKILL')
      await ended
      expect((await opened(one)).length).toBeLessThan(160)
    }
    await worked()
    const cases = await opened(one)
    expect(cases).toHaveLength(160)
    expect(new Set(cases.map(({ number }) => number)).size).toBe(160)
    const [row] = await db.owner<{ n: number }>(
      `select count(*)::int as n from case_file where opened_on = '2026-03-04' and ended_on is null`,
    )
    expect(row!.n).toBe(160)
    expect((await items('chief', one)).every(({ state }) => state === 'opened')).toBe(true)
    await clear()
  })

  test('several workers at once share the work', async () => {
    const one = await drafted('chief', many(60))
    await call('chief', 'POST', at(one, '/issue'))
    await worked(startCampaignWork(parts), startCampaignWork(parts))
    expect(await opened(one)).toHaveLength(60)
    expect((await call('chief', 'GET', at(one))).body).toMatchObject({ state: 'issued', counts: { opened: 60 } })
    await clear()
  })
})

describe('reach', () => {
  test('a street issues for its own firms; another street, a union chair and a stranger do not get there', async () => {
    const wide = await drafted('head', {})
    expect(wide.counts.all).toBe(120)
    expect((await call('head', 'POST', '/api/campaigns', drafting(named(0, 1)))).body.errors).toMatchObject([{ path: 'firms' }])
    for (const method of ['/issue', '/remind']) {
      expect((await call('far', 'POST', at(wide, method))).status).toBe(404)
      expect((await call('chair', 'POST', at(wide, method))).status).toBe(404)
      expect((await call('nobody', 'POST', at(wide, method))).status).toBe(401)
    }
    for (const rest of ['', '/items', `/items/${firmId(0)}`, '/export'])
      expect([rest, (await call('far', 'GET', at(wide, rest))).status]).toEqual([rest, 404])
    expect((await call('chair', 'POST', '/api/campaigns', drafting())).status).toBe(403)
    expect((await call('chair', 'GET', '/api/campaigns/candidates?procedure=library-card')).status).toBe(403)
    expect((await call('chair', 'GET', '/api/campaigns/kinds')).body).toEqual([])
    expect((await call('far', 'GET', '/api/campaigns')).body.items.map(({ id }: { id: string }) => id)).not.toContain(wide.id)
    await call('head', 'DELETE', at(wide))
  })

  test('of an issued one, each sees what lies in their reach and no more; only its issuer acts', async () => {
    const one = await issued('chief', named(0, 1, 2, 3, 4))
    const counts = async (who: Who) => (await call(who, 'GET', at(one))).body.counts.all
    expect([await counts('chief'), await counts('head'), await counts('far'), await counts('chair')]).toEqual([5, 3, 2, 1])
    expect((await items('far', one)).map(({ id }) => id)).toEqual([1, 3].map(firmId))
    expect((await call('far', 'GET', at(one, `/items/${firmId(0)}`))).status).toBe(404)
    expect((await call('head', 'POST', at(one, '/remind'))).status).toBe(403)
    expect((await call('head', 'DELETE', at(one))).status).toBe(403)
    expect((await call('chief', 'DELETE', at(one))).status).toBe(409)
    const table = (await call('far', 'GET', at(one, '/export?as=csv'))).body as string
    expect(table.trim().split('\r\n')).toHaveLength(3)
    expect(table).not.toContain('第0000厂')
    await clear()
  })

  test('a right that ended before the issue is a reason to leave out', async () => {
    const one = await drafted('chief', named(50, 51))
    await db.owner(`update campaign_item set by_role = 'librarian' where campaign_id = $1 and firm_id = $2`, [one.id, firmId(50)])
    await call('chief', 'POST', at(one, '/issue'))
    await worked()
    expect((await items('chief', one)).map(({ state }) => state)).toEqual(['left', 'opened'])
    await clear()
  })
})

describe('input', () => {
  test('is limited and told field by field', async () => {
    const tried = async (over: object) => {
      const { status, body } = await call('chief', 'POST', '/api/campaigns', drafting(over))
      return [status, body.errors?.[0]?.path]
    }
    expect(await tried({ choose: undefined })).toEqual([400, 'firms'])
    expect(await tried({ firms: [firmId(1)] })).toEqual([400, 'firms'])
    expect(await tried({ firms: Array.from({ length: 2001 }, (_, n) => firmId(n)), choose: undefined })).toEqual([400, 'firms'])
    expect(await tried({ common: { books: 0, for: '某' } })).toEqual([400, 'common.books'])
    expect(await tried({ title: ' ' })).toEqual([400, 'title'])
    expect(await tried({ choose: { q: '没有这样的厂' } })).toEqual([400, 'choose'])
    expect(await tried({ procedure: 'no-such' })).toEqual([404, undefined])
    expect((await call('chief', 'GET', '/api/campaigns?after=xx')).status).toBe(400)
  })

  test('one firm is taken out and back in by hand, until it is issued; with nobody left nothing is issued', async () => {
    const one = await drafted('chief', named(60, 61))
    const leave = (n: number, out: boolean) => call('chief', 'PATCH', at(one, `/items/${firmId(n)}`), { leave: out })
    expect((await leave(60, true)).body).toMatchObject({ state: 'left', byHand: true })
    expect((await leave(60, false)).body).toMatchObject({ state: 'ready', byHand: false })
    await leave(60, true)
    await leave(61, true)
    expect((await call('chief', 'POST', at(one, '/issue'))).status).toBe(409)
    await leave(61, false)
    await call('chief', 'POST', at(one, '/issue'))
    await worked()
    expect((await leave(60, false)).status).toBe(404)
    expect((await items('chief', one)).map(({ state }) => state)).toEqual(['left', 'opened'])
    await clear()
  })
})

describe('the board', () => {
  test('sorts by the law’s clock; everybody silent is reminded once a day, with day and article', async () => {
    const one = await issued('chief', named(70, 71, 72))
    const phases = async () => Object.fromEntries((await call('chief', 'GET', at(one))).body.phases.map((p: any) => [p.id, p.count]))
    today = day('2026-03-09')
    expect(await phases()).toMatchObject({ waiting: 3, silent: 0 })
    expect((await call('chief', 'POST', at(one, '/remind'))).body).toEqual({ reminded: 0 })
    today = day('2026-03-10')
    await db.owner(
      `update case_file set state = 'lent' where id = (select case_id from campaign_item where campaign_id = $1 and firm_id = $2)`,
      [one.id, firmId(72)],
    )
    expect(await phases()).toMatchObject({ waiting: 0, silent: 2, lent: 1 })
    expect((await call('chief', 'POST', at(one, '/remind'))).body).toEqual({ reminded: 2 })
    expect((await call('chief', 'POST', at(one, '/remind'))).body).toEqual({ reminded: 0 })
    const told = await db.owner<{ reader: string; title: { zh: string } }>(
      `select reader, title from notice where kind = 'reminder' order by reader`,
    )
    expect(told.map(({ reader }) => reader)).toEqual([70, 71].map((n) => `o:${unionId(n)}`))
    expect(told[0]!.title.zh).toBe('应于 2026-03-09 前答复（馆规第2条）')
    expect((await items('chief', one, '&phase=silent')).map(({ reminders, remindedOn }) => [reminders, remindedOn])).toEqual([
      [1, '2026-03-10'],
      [1, '2026-03-10'],
    ])
    today = day('2026-03-04')
    await clear()
  })

  test('pages without gap or repeat', async () => {
    const one = await drafted('chief', {})
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await call('chief', 'GET', at(one, `/items?limit=37${after}`))
      expect(body.total).toBe(240)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      after = body.next ? `&after=${encodeURIComponent(body.next)}` : ''
    } while (after)
    expect(seen).toEqual(Array.from({ length: 240 }, (_, n) => firmId(n)))
    expect((await call('chief', 'GET', at(one, `/items/${firmId(5)}/paper?as=pdf`))).status).toBe(200)
    await call('chief', 'DELETE', at(one))
  })
})
