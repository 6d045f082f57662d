import { describe, expect, test } from 'vitest'
import { type Day, day, weekday } from '#kernel/day.ts'
import { houseScope, type RowScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import type { Entry, Now } from '../run.ts'
import { take } from '../store/append.server.ts'
import { faultsOfChain } from '../upkeep/audit.server.ts'
import { tick } from '../store/clockwork.server.ts'
import { cursorAfter, listCases } from '../store/list.server.ts'
import { findCase } from '../store/load.server.ts'
import { open } from '../store/open.server.ts'
import { recount } from '../upkeep/recount.server.ts'
import fine from './fine.ts'
import library from './index.ts'
import { callers, ids, layOut } from './town.server.ts'

const db = await testDatabase()
await layOut(db.owner)

const calendar = {
  isWorking: (d: Day) => weekday(d) > 0 && weekday(d) < 6,
  nameOf: () => undefined,
  isMakeUp: () => false,
  isProvisional: () => false,
}
const on = (today: string): Now => ({ today: day(today), region: 'CN', calendar })
const instant = new Date('2026-03-02T02:00:00Z')
const owner = { id: ids.branch, name: '东街分馆', shortName: '东街', unit: ids.street }
const mechanisms = new Map([library, fine].map((m) => [m.procedure.id, m]))
let serial = 0
const key = () => `k${++serial}`

async function aWish(today = '2026-03-02'): Promise<string> {
  const { reader } = callers
  const entry: Entry = {
    step: 'ask',
    by: 'reader',
    on: day(today),
    person: reader.person,
    name: reader.name,
    input: { reader: reader.name, readerId: reader.person, books: 3 },
  }
  const opened = await open(db, houseScope(ids.district), { m: library, owner, entry, key: key(), now: on(today), instant })
  if ('refused' in opened) throw new Error('refused')
  return opened.id
}

async function lend(id: string, today = '2026-03-04') {
  const { librarian } = callers
  const file = (await findCase(db, librarian.scope, id))!
  const entry: Entry = {
    step: 'lend',
    by: 'librarian',
    on: day(today),
    person: librarian.person,
    name: librarian.name,
    input: { shelf: 'A1' },
  }
  return await take(db, librarian.scope, { m: library, file, entry, key: key(), now: on(today), instant, mechanisms })
}

describe('a case in the database', () => {
  test('is seen by its party, its desk and the unit above, and by nobody else', async () => {
    const id = await aWish()
    const sees = async (who: keyof typeof callers) => (await findCase(db, callers[who].scope, id)) !== undefined
    expect([await sees('reader'), await sees('librarian'), await sees('head')]).toEqual([true, true, true])
    expect([await sees('stranger'), await sees('elsewhere')]).toEqual([false, false])
  })

  test('its papers take their numbers in order, and the row follows the log', async () => {
    const [first, second] = [await aWish(), await aWish()]
    const one = await lend(first)
    const two = await lend(second)
    const numbers = [one, two].map((outcome) => ('taken' in outcome ? outcome.taken.file.papers[0]!.number : undefined))
    expect(numbers[0]).toMatch(/^东街借〔2026〕\d+号$/)
    expect(Number(/(\d+)号/.exec(numbers[1]!)![1])).toBe(Number(/(\d+)号/.exec(numbers[0]!)![1]) + 1)
    const [row] = await db.owner<{ state: string; due_on: string; marks: string[] }>(
      'select state, due_on, marks from case_file where id = $1',
      [first],
    )
    expect(row).toEqual({ state: 'lent', due_on: '2026-03-18', marks: ['many'] })
  })

  test('two act at once: one wins, the other is told', async () => {
    const id = await aWish()
    const file = (await findCase(db, callers.librarian.scope, id))!
    const entry = (shelf: string): Entry => ({ step: 'lend', by: 'librarian', on: day('2026-03-04'), input: { shelf } })
    const outcomes = await Promise.all(
      ['A1', 'B2'].map((shelf) =>
        take(db, callers.librarian.scope, {
          m: library,
          file,
          entry: entry(shelf),
          key: key(),
          now: on('2026-03-04'),
          instant,
          mechanisms,
        }),
      ),
    )
    expect(outcomes.map((outcome) => Object.keys(outcome)[0]).sort()).toEqual(['stale', 'taken'])
    expect((await findCase(db, callers.librarian.scope, id))!.log).toHaveLength(2)
  })

  test('what happened cannot be changed, and a change behind the back is found', async () => {
    const id = await aWish()
    await lend(id)
    await expect(db.owner('update case_step set step = $1 where case_id = $2', ['refuse', id])).rejects.toThrow('append-only')
    expect(await faultsOfChain(db, ids.district)).toEqual([])
    await db.owner('alter table case_step disable trigger case_step_append_only')
    await db.owner(`update case_step set input = '{"shelf":"Z9"}' where case_id = $1 and seq = 2`, [id])
    await db.owner('alter table case_step enable trigger case_step_append_only')
    expect(await faultsOfChain(db, ids.district)).toEqual([{ case: id, seq: 2 }])
    await db.owner('delete from case_paper where case_id = $1', [id])
  })
})

describe('the clockwork', () => {
  const parts = (today: string) => ({
    db,
    mechanisms,
    districts: async () => [ids.district],
    nowOf: async () => on(today),
    instant: () => instant,
    taken: () => {},
    failed: (error: Error) => {
      throw error
    },
  })

  test('takes the law’s step once, the day after the last day, however many servers beat', async () => {
    const id = await aWish()
    await lend(id)
    await tick(parts('2026-04-03'))
    expect((await findCase(db, callers.head.scope, id))!.log.at(-1)!.step).toBe('lend')
    await Promise.all([tick(parts('2026-04-04')), tick(parts('2026-04-04'))])
    const steps = (await findCase(db, callers.head.scope, id))!.log.map((entry) => entry.step)
    expect(steps).toEqual(['ask', 'lend', 'lose'])
    const lost = (await findCase(db, callers.head.scope, id))!
    expect(lost.log.at(-1)!.on).toBe('2026-04-04')
    expect(lost.related).toMatchObject([{ procedure: 'library-fine', state: 'owed', subject: '王小明赔书', opened: true }])
    expect((await findCase(db, callers.head.scope, lost.related[0]!.id))!.related).toMatchObject([{ id, opened: false }])
  })

  test('tells once of a day that came and of a day that passed, and the unit above of a missed answer', async () => {
    const id = await aWish()
    const told = () =>
      db.owner<{ reader: string; kind: string }>('select reader, kind from notice where case_id = $1 order by kind, reader', [id])
    await tick(parts('2026-03-05'))
    await tick(parts('2026-03-05'))
    expect(await told()).toEqual([{ reader: `o:${ids.branch}`, kind: 'dueToday' }])
    await tick(parts('2026-03-06'))
    await tick(parts('2026-03-07'))
    expect((await told()).map((one) => `${one.kind} ${one.reader}`)).toEqual([
      `dueToday o:${ids.branch}`,
      `escalated o:${ids.street}`,
      `overdue o:${ids.branch}`,
    ])
  })
})

describe('a list', () => {
  test('pages by the law’s date without gap or repeat, with the exact total of what the caller may see', async () => {
    for (const today of ['2026-02-02', '2026-02-03', '2026-02-03', '2026-02-04', '2026-02-05']) await aWish(today)
    const filter = { sort: 'due', limit: 2, state: 'asked' } as const
    const seen: string[] = []
    let after: string | undefined
    let total = 0
    for (let page = 0; page < 20; page++) {
      const got = await listCases(db, callers.head.scope, { ...filter, ...(after ? { after } : {}) }, day('2026-03-02'))
      total = got.total
      seen.push(...got.rows.slice(0, 2).map((row) => row.id))
      if (got.rows.length <= 2) break
      after = cursorAfter(got.rows[1]!, 'due')
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(total)
    expect((await listCases(db, callers.reader.scope, filter, day('2026-03-02'))).total).toBe(total)
    expect((await listCases(db, callers.elsewhere.scope, filter, day('2026-03-02'))).total).toBe(0)
  })

  test('counts a case once that is reached at the desk and as a reader, also after it has moved to another owner', async () => {
    const id = await aWish('2026-02-06')
    const { librarian, reader, elsewhere } = callers
    const both: RowScope = { ...librarian.scope, readers: [...librarian.scope.readers, ...reader.scope.readers] }
    const seen = async (scope: RowScope, more: object = {}) => {
      const { rows, total } = await listCases(db, scope, { sort: 'due', limit: 200, ...more }, day('2026-03-02'))
      expect(new Set(rows.map((row) => row.id)).size).toBe(total)
      return { total, has: rows.some((row) => row.id === id) }
    }
    const before = await seen(both)
    expect(before).toEqual({ total: (await seen(librarian.scope)).total, has: true })
    expect(await seen(elsewhere.scope)).toMatchObject({ has: false })

    const file = (await findCase(db, librarian.scope, id))!
    const to = { id: ids.second, name: '西街分馆', shortName: '西街', path: [ids.district, ids.other, ids.second], unit: ids.other }
    const entry: Entry = { step: 'move', by: 'librarian', on: day('2026-02-06'), person: librarian.person, input: { to: ids.second } }
    const outcome = await take(db, houseScope(ids.district), {
      m: library,
      file,
      entry,
      key: key(),
      now: on('2026-02-06'),
      instant,
      moved: to,
      mechanisms,
    })
    expect(Object.keys(outcome)).toEqual(['taken'])
    expect(await seen(both)).toEqual(before)
    expect(await seen(librarian.scope)).toMatchObject({ has: false })
    expect(await seen(both, { owner: ids.second })).toEqual({ total: 1, has: true })
    expect(await seen(both, { unit: ids.street })).toMatchObject({ has: false })
    expect(await seen(elsewhere.scope)).toMatchObject({ has: true })
  })

  test('finds by name, by pinyin initials and by number', async () => {
    const total = async (q: string) => (await listCases(db, callers.librarian.scope, { sort: 'due', limit: 1, q }, day('2026-03-02'))).total
    expect(await total('王小明')).toBeGreaterThan(0)
    expect(await total('wxm')).toBe(await total('王小明'))
    expect(await total('wangxiaoming')).toBe(await total('王小明'))
    expect(await total('%')).toBe(0)
  })
})

describe('another calendar', () => {
  test('moves the clocks that it touches, names them, and leaves the rest alone', async () => {
    const id = await aWish()
    expect(await recount(db, ids.district, mechanisms, on('2026-03-02'))).toEqual([])
    const holiday = { ...on('2026-03-02'), calendar: { ...calendar, isWorking: (d: Day) => calendar.isWorking(d) && d !== '2026-03-04' } }
    const moved = await recount(db, ids.district, mechanisms, holiday)
    expect(moved.find((one) => one.case === id)).toMatchObject({ deadline: 'answer', from: '2026-03-05', to: '2026-03-06' })
    const [row] = await db.owner<{ due_on: string }>('select due_on from case_file where id = $1', [id])
    expect(row!.due_on).toBe('2026-03-06')
    await recount(db, ids.district, mechanisms, on('2026-03-02'))
  })
})
