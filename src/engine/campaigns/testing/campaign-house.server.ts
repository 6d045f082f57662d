/** The routes and the worker of campaigns over a town of their own, for the tests that ask them; call at the top of a test file. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Day, day } from '#kernel/day.ts'
import { openFileStore } from '#platform/files.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { createLive } from '../../store/live.server.ts'
import type { CampaignItemWire, CampaignWire } from '../campaign-wire.ts'
import { campaignRoutes } from '../routes.server.ts'
import { type CampaignWork, startCampaignWork } from '../work.server.ts'
import { calendar, callers, firmId, ids, layOut, lookups, mechanisms } from './campaign-town.server.ts'

export type Who = keyof typeof callers | 'nobody'
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export const fail = (error: Error): never => {
  throw error
}

export async function campaignHouse(firms: number) {
  const db = await testDatabase()
  await layOut(db.owner, firms)
  const app = await testHttp({ callers })
  let today: Day = day('2026-03-04')
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

  async function call(who: Who, method: Method, url: string, payload?: object) {
    const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
    const json = answer.headers['content-type']?.toString().includes('json')
    // biome-ignore lint/suspicious/noExplicitAny: what a test looks at in an answer differs from line to line
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
  /** The worker goes through all there is, beside others if given. */
  async function worked(...more: readonly CampaignWork[]): Promise<void> {
    const all = [startCampaignWork(parts), ...more]
    await Promise.all(all.map((work) => work.idle()))
    await Promise.all(all.map((work) => work.close()))
  }
  return {
    db,
    parts,
    call,
    drafting,
    drafted,
    at,
    worked,
    moveTo(next: Day) {
      today = next
    },
    async issued(who: Who, over: object = {}): Promise<CampaignWire> {
      const one = await drafted(who, over)
      expect((await call(who, 'POST', at(one, '/issue'))).status).toBe(202)
      await worked()
      return (await call(who, 'GET', at(one))).body
    },
    named: (...numbers: readonly number[]) => ({ choose: undefined, firms: numbers.map(firmId) }),
    items: async (who: Who, one: { readonly id: string }, query = ''): Promise<readonly CampaignItemWire[]> =>
      (await call(who, 'GET', at(one, `/items?limit=200${query}`))).body.items,
    /** Cases by the firm they were opened for, as the tables have them. */
    opened: (one: { readonly id: string }) =>
      db.owner<{ key: string; case_id: string; number: string; papers: number }>(
        `select s.key, s.case_id, c.number, (select count(*)::int from case_paper p where p.case_id = c.id) as papers
         from case_step s join case_file c on c.id = s.case_id where s.key like $1 order by s.key`,
        [`campaign:${one.id}:%`],
      ),
    /** Everybody is free to be asked again. */
    clear: () => db.owner(`update case_file set ended_on = opened_on, state = 'returned'`),
  }
}
