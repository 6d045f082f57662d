/** One act, many cases: each firm once and in the words of its preview, whatever ends in the middle. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOfChain } from '../../upkeep/audit.server.ts'
import type { CampaignWire } from '../campaign-wire.ts'
import { startCampaignWork } from '../work.server.ts'
import { campaignHouse, fail } from './campaign-house.server.ts'
import { firmId, ids, unionId } from './campaign-town.server.ts'

const { db, parts, call, drafting, drafted, at, worked, issued, named, items, opened, clear } = await campaignHouse(210)

describe('issuing', () => {
  test('two hundred in one act: each its own case, number, paper and clock, once', async () => {
    const one = await drafted('chief', { firms: Array.from({ length: 200 }, (_, n) => firmId(n)), choose: undefined })
    expect(one.counts).toMatchObject({ all: 200, ready: 200, left: 0, opened: 0 })
    expect((await items('chief', one))[0]).toMatchObject({ id: firmId(0), state: 'ready', brief: { en: '2 books' } })
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
    const one = await drafted('chief', many(120))
    await call('chief', 'POST', at(one, '/issue'))
    const script = fileURLToPath(new URL('./work-alone.server.ts', import.meta.url))
    for (const until of [4, 30, 70]) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, db.url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      while ((await opened(one)).length < until) await pause(2)
      child.kill('SIGKILL')
      await ended
      expect((await opened(one)).length).toBeLessThan(120)
    }
    await worked()
    const cases = await opened(one)
    expect(cases).toHaveLength(120)
    expect(new Set(cases.map(({ number }) => number)).size).toBe(120)
    const [row] = await db.owner<{ n: number }>(
      `select count(*)::int as n from case_file where opened_on = '2026-03-04' and ended_on is null`,
    )
    expect(row!.n).toBe(120)
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
