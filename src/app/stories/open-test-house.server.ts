/** The whole house on a database of its own, with the people of the demonstration's registry, on a day that a story moves; asked as they would ask it. */
import { hashPassword } from 'better-auth/crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { tick } from '#engine/store/clockwork.server.ts'
import type { CaseWire, RefusalWire } from '#engine/wire.ts'
import { type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { readConfig } from '#platform/config.server.ts'
import { createLog } from '#platform/log.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { writeAccounts } from '#registry/accounts/accounts.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople } from '#registry/demo.ts'
import { openHouse } from '../house.server.ts'
import { byProcedure } from '../works.server.ts'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what a story looks at in an answer differs from line to line
  readonly body: any
}

export interface Story {
  today(): Day
  moveTo(next: Day): void
  /** One round of the clockwork, as it goes by itself every minute. */
  works(): Promise<void>
  ask(who: string, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer>
  /** A file, as it would be downloaded. */
  file(who: string, url: string): Promise<Buffer>
  opens(who: string, owner: string, input: object): Promise<CaseWire>
  sees(who: string, id: string): Promise<CaseWire>
  /** Takes the step, and it is taken. */
  takes(who: string, id: string, step: string, input?: object): Promise<CaseWire>
  /** Tries the step, and is refused; why. */
  refused(who: string, id: string, step: string, input?: object): Promise<RefusalWire>
  nextKey(): string
}

/** Beside the demonstration's own accounts: whom else a story needs. */
const others = {
  clerk: demoPeople.linXiaoyu,
  speaker: demoPeople.liuZhijun,
  colleague: demoPeople.zhangXiulan,
  ruiding: demoPeople.qianHaibo,
} as const
const password = 'hexie-demo'

/** Call at the top of a test file. */
export async function openTestHouse(start: Day = day('2026-06-01')): Promise<Story> {
  const data = await mkdtemp(join(tmpdir(), 'hexie-story-'))
  const db = await testDatabase()
  await seedRegistry(db, start)
  const hash = await hashPassword(password)
  const accounts = Object.entries(others).map(([username, { id, name }]) => ({ username, name, person: id, district: demoDistrict.id }))
  await db.within(houseScope(demoDistrict.id), (q) => writeAccounts(q, accounts, hash))
  let now = start
  const clock = { today: () => now, now: () => new Date(`${now}T02:00:00Z`) }
  const settings = {
    HEXIE_DATA: data,
    HEXIE_DEMO: '0',
    HEXIE_SECRET: 'a secret for tests, long enough to be one',
    HEXIE_RATE_PER_MINUTE: '100000',
  }
  const house = await openHouse({
    config: await readConfig(settings, []),
    store: { db, url: db.url, kind: 'PostgreSQL for tests', embedded: false, close: async () => {} },
    clock,
    log: createLog({ level: 'silent' }),
    standing: () => 'ok',
    progress: () => {},
  })
  afterAll(async () => {
    await house.close()
    await rm(data, { recursive: true, force: true })
  })

  const cookies = new Map<string, Promise<string>>()
  const signIn = async (username: string): Promise<string> => {
    const answer = await house.http.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username, password },
    })
    expect([username, answer.statusCode]).toEqual([username, 200])
    return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  }
  const call = async (who: string, method: 'GET' | 'POST', url: string, payload?: object) => {
    if (!cookies.has(who)) cookies.set(who, signIn(who))
    const cookie = await cookies.get(who)!
    return await house.http.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) })
  }
  const ask: Story['ask'] = async (...what) => {
    const answer = await call(...what)
    return { status: answer.statusCode, body: answer.json() }
  }
  let serial = 0
  const nextKey = () => `step-of-a-story-${++serial}`
  const step = (who: string, id: string, name: string, input?: object) =>
    ask(who, 'POST', `/api/cases/${id}/steps`, { step: name, ...(input ? { input } : {}), key: nextKey() })
  return {
    today: () => now,
    moveTo(next) {
      now = next
    },
    async works() {
      await tick({
        db,
        mechanisms: byProcedure,
        districts: async () => [demoDistrict.id],
        nowOf: async () => ({ today: now, region: demoDistrict.region, calendar: nationalCalendar }),
        instant: clock.now,
        taken: () => {},
        failed: (error) => {
          throw error
        },
      })
    },
    ask,
    async file(who, url) {
      const answer = await call(who, 'GET', url)
      expect(answer.statusCode).toBe(200)
      return answer.rawPayload
    },
    async opens(who, owner, input) {
      const { status, body } = await ask(who, 'POST', '/api/cases', {
        procedure: 'dispute-mediation',
        owner,
        step: 'apply',
        input,
        key: nextKey(),
      })
      expect([status, body.errors ?? body.refusal]).toEqual([201, undefined])
      return body
    },
    async sees(who, id) {
      const { status, body } = await ask(who, 'GET', `/api/cases/${id}`)
      expect(status).toBe(200)
      return body
    },
    async takes(who, id, name, input) {
      const { status, body } = await step(who, id, name, input)
      expect([name, status, body.errors ?? body.refusal]).toEqual([name, 200, undefined])
      return body
    },
    async refused(who, id, name, input) {
      const { status, body } = await step(who, id, name, input)
      expect([name, status]).toEqual([name, 409])
      return body.refusal
    },
    nextKey,
  }
}
