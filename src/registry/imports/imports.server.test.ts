/** The story of a roster: 1,200 rows with 17 faults, mended in the returned workbook, put in again, brought up to date, and taken back. */
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Row } from '#platform/workbook/cell.ts'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { demoFirms, organisationId } from '../demo.ts'
import type { AbsentWire, FixedWire, ImportWire, RefusalsWire, RowEditedWire } from './import-wire.ts'
import { idOf, nameOf, phoneOf, sheet, testImports } from './testing/imports-for-tests.server.ts'

const { db, app, as } = await testImports()
const street = await as('street')
const baiyang = organisationId('baiyang')
const firm = demoFirms.ruiding.name
const titles = ['序号', '职工姓名', '身份证号码', '联系电话', '所在单位', '入会时间', '技能等级', '备注']
type Line = (string | null)[]
const line = (n: number): Line => [String(n), nameOf(n), idOf(n), phoneOf(n), firm, '2026-03-12', '中级工', null]

const wrongLast = (id: string): string => id.slice(0, 17) + (id.endsWith('8') ? '7' : '8')
/** By the place of the row: what is spoilt, and the code it must be told by. */
const faults: readonly (readonly [at: number, code: string, spoil: (row: Line) => void])[] = [
  [10, 'idNumber.checkDigit', (row) => (row[2] = wrongLast(row[2]!))],
  [20, 'idNumber.length', (row) => (row[2] = row[2]!.slice(0, 17))],
  [30, 'idNumber.spreadsheet', (row) => (row[2] = '3.30114E+17')],
  [40, 'idNumber.birth', (row) => (row[2] = `${row[2]!.slice(0, 6)}19881399${row[2]!.slice(14)}`)],
  [50, 'idNumber.old', (row) => (row[2] = '330114880307123')],
  [60, 'phone.length', (row) => (row[3] = '1585123702')],
  [70, 'phone.landline', (row) => (row[3] = '0571-86911234')],
  [80, 'phone.character', (row) => (row[3] = '138O5710001')],
  [90, 'firm.unknown', (row) => (row[4] = '瑞鼎金鼠制品')],
  [100, 'firm.unknown', (row) => (row[4] = '天边外有限公司')],
  [110, 'future', (row) => (row[5] = '2062-06-18')],
  [120, 'day', (row) => (row[5] = '2026-02-30')],
  [130, 'day', (row) => (row[5] = '3/4/2026')],
  [140, 'word', (row) => (row[6] = '超级工')],
  [150, 'name', (row) => (row[1] = '13800001234')],
  [160, 'missing', (row) => (row[1] = null)],
  [170, 'twin', (row) => (row[2] = idOf(1))],
]

const rows = Array.from({ length: 1_200 }, (_, n) => line(n + 1))
rows[998] = [...line(999).slice(0, 1), '张三', ...line(999).slice(2)]
const spoilt = rows.map((row) => [...row])
for (const [at, , spoil] of faults) spoil(spoilt[at]!)
let first: ImportWire

test('1,200 rows with 17 faults: each is told by name, at its row and cell, and nothing is written', { timeout: 60_000 }, async () => {
  const before = await people()
  first = await street.checked('members', baiyang, await sheet(titles, spoilt), '瑞鼎花名册.xlsx')
  expect(first.counts).toMatchObject({ read: 1_200, wrong: 17, valid: 1_183, new: 1_183, same: 0 })
  expect(first.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['序号', undefined],
    ['职工姓名', 'name'],
    ['身份证号码', 'idNumber'],
    ['联系电话', 'phone'],
    ['所在单位', 'firm'],
    ['入会时间', 'memberOn'],
    ['技能等级', 'skill'],
    ['备注', undefined],
  ])
  const { items, total } = await street.rows(first.id, 'show=wrong&limit=50')
  expect(total).toBe(17)
  expect(items.map(({ row, problems }) => [row - 2, problems[0]!.code])).toEqual(faults.map(([at, code]) => [at, code]))
  // What was typed stays hidden, the suggestions are there.
  expect(items[0]!.cells.idNumber!.shown).toMatch(/^33\*{14}\d\d$/)
  expect(items[8]!.problems[0]!.suggestion?.value).toBe(firm)
  expect(items[9]!.problems[0]!.suggestion).toBeUndefined()
  expect(items[10]!.problems[0]!.suggestion?.value).toBe('2026-06-18')
  expect(items[16]!.problems[0]!.otherRow).toBe(2)
  expect(JSON.stringify(items)).not.toContain(idOf(1))
  expect(await people()).toBe(before)
})

test('the returned workbook has the faults beside their rows; mended and put in again, everybody is found by initials', {
  timeout: 90_000,
}, async () => {
  const answer = await app.inject({ url: `/api/imports/${first.id}/workbook`, headers: street.headers })
  expect(answer.statusCode).toBe(200)
  const table = await readSheet(answer.rawPayload)
  expect(table[0]!.cells.at(-1)!.text).toBe('检查结果 Result')
  const told = table.slice(1).filter(({ cells }) => cells[8])
  expect(told.map(({ number }) => number - 2)).toEqual(faults.map(([at]) => at))
  expect(told[0]!.cells[8]!.text).toContain('身份证号末位对不上')
  // The ID number is still text, to the last place.
  expect(table[1]!.cells[2]).toMatchObject({ kind: 'text', text: idOf(1) })

  const mended = table
    .slice(1)
    .map(({ number, cells }) => (cells[8] ? rows[number - 2]! : cells.slice(0, 9).map((cell) => cell?.text ?? null)))
  const again = await street.checked('members', baiyang, await sheet([...titles, '检查结果 Result'], mended))
  expect(again.counts).toMatchObject({ read: 1_200, wrong: 0, valid: 1_200, new: 1_200 })
  const done = await street.commit(again.id)
  expect(done).toMatchObject({ state: 'committed', committed: { new: 1_200, changed: 0, same: 0, requests: 0, undoUntil: '2026-12-22' } })
  const found = await street.get<{ items: { id: string; name: string; firm?: { name: string }; memberSince?: string }[] }>(
    '/api/persons?q=zs',
  )
  expect(found.items).toContainEqual(expect.objectContaining({ name: '张三', memberSince: '2026-03-12' }))

  // Where hexie_place_people would put them is where the file has put them.
  const placed = 'select id, firm_id, union_id, unit_id, elsewhere, member_since, active from person where source_import = $1 order by id'
  const before = await db.owner(placed, [again.id])
  await db.owner(
    `select hexie_place_people(district_id, array_agg(id), '2026-11-22') from person where source_import = $1 group by district_id`,
    [again.id],
  )
  expect(await db.owner(placed, [again.id])).toEqual(before)
  first = again
})

test('the same file again changes nothing; an updated one updates, leaves out nobody, and says who is missing', {
  timeout: 60_000,
}, async () => {
  const state = () => db.owner('select md5(string_agg(p::text, $1 order by id)) from person p', ['|'])
  const before = await state()
  const same = await street.checked('members', baiyang, await sheet(titles, rows))
  expect(same.counts).toMatchObject({ read: 1_200, same: 1_200, new: 0, changed: 0, wrong: 0 })
  expect((await street.commit(same.id)).committed).toMatchObject({ same: 1_200, new: 0, changed: 0 })
  expect(await state()).toEqual(before)

  const updated = rows.slice(5).map((row) => [...row])
  updated[0]![3] = '18800001111'
  updated[1]![6] = '高级工'
  updated.push(line(1_201))
  const seen = await street.checked('members', baiyang, await sheet(titles, updated))
  expect(seen.counts).toMatchObject({ read: 1_196, same: 1_193, changed: 2, new: 1, wrong: 0 })
  const { items } = await street.rows(seen.id, 'show=changed')
  expect(items[0]!.cells.phone).toEqual({ shown: '188****1111', old: `139****0006` })
  expect(items[1]!.cells.skill).toEqual({ shown: '高级工', old: '中级工' })
  const absent = await street.get<AbsentWire>(`/api/imports/${seen.id}/absent`)
  expect(absent.items.map(({ name }) => name)).toEqual(expect.arrayContaining([1, 2, 3, 4, 5].map(nameOf)))
  expect((await street.commit(seen.id)).committed).toMatchObject({ same: 1_193, changed: 2, new: 1 })
  const [one] = await db.owner<{ count: number }>('select count(*) from person where firm_id = $1 and active', [organisationId('ruiding')])
  expect(one!.count).toBeGreaterThanOrEqual(1_201)

  // Undone: the old values are back, the new person is gone.
  expect((await street.undo(seen.id)).undone).toMatchObject({ undone: 3, refused: 0 })
  expect((await street.checked('members', baiyang, await sheet(titles, rows))).counts).toMatchObject({ same: 1_200 })
})

test('an import is undone row by row: whoever has been touched since stays, by name', { timeout: 60_000 }, async () => {
  const [touched] = await db.owner<{ id: string; name: string }>(
    'select id, name from person where source_import = $1 order by sort_name limit 1',
    [first.id],
  )
  const { version } = await street.get<{ version: unknown }>(`/api/persons/${touched!.id}`)
  const answer = await app.inject({
    method: 'PATCH',
    url: `/api/persons/${touched!.id}`,
    headers: street.headers,
    payload: { education: 5, version },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  const [poster] = await db.owner<{ id: string; district_id: string }>(
    'select id, district_id from person where source_import = $1 order by sort_name desc limit 1',
    [first.id],
  )
  await db.owner(
    `insert into post (district_id, id, organisation_id, person_id, kind, scope, since) values ($1, gen_random_uuid(), $2, $3, 'unionOfficer', 'unit', '2026-01-01')`,
    [poster!.district_id, organisationId('ruidingUnion'), poster!.id],
  )
  const undone = await street.undo(first.id)
  expect(undone).toMatchObject({ state: 'undone', undone: { undone: 1_198, refused: 2 } })
  const refused = await street.get<RefusalsWire>(`/api/imports/${first.id}/refusals`)
  expect(refused.items.map(({ id }) => id).sort()).toEqual([touched!.id, poster!.id].sort())
  expect(refused.items.find(({ id }) => id === touched!.id)).toMatchObject({ name: touched!.name, why: { zh: '写入之后资料又改过' } })
  const left = await db.owner<{ id: string }>('select id from person where source_import = $1', [first.id])
  expect(left.map(({ id }) => id).sort()).toEqual([touched!.id, poster!.id].sort())
})

test('rows are mended in place: the row is judged again by the same rules, its twin too; a cause is mended at once', {
  timeout: 60_000,
}, async () => {
  const some = Array.from({ length: 30 }, (_, n) => line(3_000 + n))
  some[3]![2] = some[7]![2]!
  for (const at of [10, 11, 12]) some[at]![4] = '瑞鼎金鼠制品'
  some[20]![5] = '2062-06-18'
  some[21]![5] = '2062-05-01'
  const seen = await street.checked('members', baiyang, await sheet(titles, some))
  expect(seen.counts).toMatchObject({ read: 30, wrong: 6 })
  expect((await street.rows(seen.id, 'show=wrong')).items.map(({ row }) => row)).toEqual([9, 12, 13, 14, 22, 23])

  const edited = await street.send<RowEditedWire>('PATCH', `/api/imports/${seen.id}/rows/5`, { field: 'idNumber', value: idOf(3_003) })
  expect(edited).toMatchObject({
    row: { verdict: 'new', problems: [], cells: { idNumber: { mended: true } } },
    alsoChanged: [9],
    counts: { wrong: 5 },
  })
  const back = await street.send<RowEditedWire>('PATCH', `/api/imports/${seen.id}/rows/5`, { field: 'idNumber', restore: true })
  expect(back).toMatchObject({ alsoChanged: [9], counts: { wrong: 6, mended: 0 } })
  const out = await street.send<RowEditedWire>('PATCH', `/api/imports/${seen.id}/rows/5`, { leaveOut: true })
  expect(out).toMatchObject({ row: { verdict: 'wrong' }, alsoChanged: [9], counts: { wrong: 6, valid: 24 } })

  const cause = (await street.get<ImportWire>(`/api/imports/${seen.id}`)).causes.find(({ code }) => code === 'firm.unknown')!
  expect(cause.rows).toBe(3)
  const fixed = await street.send<FixedWire>('POST', `/api/imports/${seen.id}/fixes`, { cause: cause.cause, value: firm })
  expect(fixed).toMatchObject({ rows: 3, counts: { wrong: 3, mended: 3 } })
  expect(await street.send<FixedWire>('POST', `/api/imports/${seen.id}/fixes`, { cause: 'memberOn/future', accept: true })).toMatchObject({
    rows: 2,
    counts: { wrong: 1 },
  })
  // Judged anew from the file, with what was mended: the same.
  const again = await street.send<ImportWire>('PUT', `/api/imports/${seen.id}/columns`, {
    columns: seen.columns.flatMap(({ at, field }) => (field ? [{ at, field }] : [])),
  })
  expect(again.state).not.toBe('checked')
  expect((await street.rest(seen.id)).counts).toMatchObject({ read: 30, wrong: 1, new: 29, mended: 5 })
  expect((await street.commit(seen.id)).committed).toMatchObject({ new: 29 })
})

test('columns are found under titles and over two rows, in a workbook that LibreOffice wrote', { timeout: 60_000 }, async () => {
  const file = await readFile('src/platform/workbook/samples/roster-from-libreoffice.xlsx')
  const seen = await street.checked('members', baiyang, file)
  expect(seen.columns.flatMap(({ field }) => field ?? []).sort()).toEqual(['birth', 'idNumber', 'member', 'memberOn', 'name'])
  expect(seen.counts.read).toBeGreaterThan(0)
  expect(seen.counts.read).toBe(seen.counts.valid + seen.counts.wrong)
})

const people = async (): Promise<number> => (await db.owner<{ n: number }>('select count(*) as n from person'))[0]!.n

async function readSheet(file: Buffer): Promise<readonly Row[]> {
  const path = join(tmpdir(), `returned-${process.pid}-${Math.trunc(performance.now())}.xlsx`)
  await writeFile(path, file)
  const book = await openWorkbook(path)
  const all: Row[] = []
  for await (const batch of book.rows()) all.push(...batch)
  book.close()
  return all
}
