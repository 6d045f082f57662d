import { expect, test } from 'vitest'
import { type Day, day, weekday } from '#kernel/day.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import type { Entry, Now } from '../run.ts'
import { take } from '../store/append.server.ts'
import { fill } from '../store/kept/fill.server.ts'
import { findCase } from '../store/load.server.ts'
import { open } from '../store/open.server.ts'
import { faultsOfKept } from '../upkeep/kept-check.server.ts'
import library from './index.ts'
import { callers, ids, layOut, lookups } from './town.server.ts'

const db = await testDatabase()
await layOut(db.owner)
const calendar = {
  isWorking: (d: Day) => weekday(d) > 0 && weekday(d) < 6,
  nameOf: () => undefined,
  isMakeUp: () => false,
  isProvisional: () => false,
}
const now: Now = { today: day('2026-03-04'), region: 'CN', calendar }
const owner = { id: ids.branch, name: '东街分馆', shortName: '东街', unit: ids.street, path: [ids.district, ids.street, ids.branch] }
const mechanisms = new Map([[library.procedure.id, library]])
const about = { m: library, lookups, region: now.region, owner, known: {} }
const { librarian, reader } = callers
const house = houseScope(ids.district)
let serial = 0

async function aWish(): Promise<string> {
  const entry: Entry = {
    step: 'ask',
    by: 'reader',
    on: now.today,
    person: reader.person,
    name: reader.name,
    input: { reader: reader.name, books: 2 },
  }
  const opened = await open(db, house, { m: library, owner, entry, key: `w${++serial}`, now, instant: new Date('2026-03-04T02:00:00Z') })
  if ('refused' in opened) throw new Error('refused')
  return opened.id
}

async function does(id: string, step: string, by: string, input?: object): Promise<void> {
  const file = (await findCase(db, librarian.scope, id))!
  const typed: Entry = { step, by, on: now.today, person: librarian.person, name: librarian.name, ...(input ? { input } : {}) }
  const entry = await fill(db, ids.district, about, typed)
  const outcome = await take(db, librarian.scope, { m: library, file, entry, key: `d${++serial}`, now, instant: new Date(), mechanisms })
  expect(outcome).toHaveProperty('taken')
}

const loans = (id: string) => db.owner('select reader, books, hall from library_loan where case_id = $1', [id])

test('what the house knows is written into the step, whatever was sent for it', async () => {
  const id = await aWish()
  await does(id, 'lend', 'librarian', { shelf: 'A1', hall: '冒名馆' })
  const [row] = await db.owner<{ answer: object }>(`select facts -> 'answer' as answer from case_file where id = $1`, [id])
  expect(row?.answer).toEqual({ shelf: 'A1', hall: '东街分馆' })
})

test('a kept table holds a case’s rows exactly while its log says so, and the check notices a row that nobody told', async () => {
  const id = await aWish()
  expect(await loans(id)).toEqual([])
  await does(id, 'lend', 'librarian', { shelf: 'A1' })
  expect(await loans(id)).toEqual([{ reader: '王小明', books: 2, hall: '东街分馆' }])
  expect(await faultsOfKept(db, ids.district, mechanisms)).toEqual([])
  await db.owner('update library_loan set books = 3 where case_id = $1', [id])
  expect(await faultsOfKept(db, ids.district, mechanisms)).toEqual([{ case: id, table: 'library_loan' }])
  await does(id, 'giveBack', 'reader')
  expect(await loans(id)).toEqual([])
  expect(await faultsOfKept(db, ids.district, mechanisms)).toEqual([])
})
