/** A roster of the five teams put in, checked, written, put in again, changed and taken back. */
import { expect, test } from 'vitest'
import { demoPeople, organisationId } from '../../demo.ts'
import type { MembersPageWire, TeamsWire } from '../../teams/team-wire.ts'
import type { RowEditedWire } from '../import-wire.ts'
import { idOf, nameOf, phoneOf, sheet, testImports } from '../testing/imports-for-tests.server.ts'

const { db, as } = await testImports()
const street = await as('street')
const baiyang = organisationId('baiyang')
const titles = [
  '序号',
  '姓名',
  '身份证号码',
  '联系电话',
  '队伍',
  '聘任单位',
  '证号',
  '培训时间',
  '学时',
  '考核时间',
  '考核结果',
  '任期自',
  '任期至',
]
type Line = (string | null)[]
const line = (n: number, more: Readonly<Record<number, string | null>> = {}): Line =>
  Object.assign(
    [
      String(n),
      nameOf(n),
      idOf(n),
      phoneOf(n),
      '监督员',
      '',
      `浙监${String(n).padStart(4, '0')}`,
      '2026.3.10',
      '16学时',
      '2026-03-12',
      '合格',
      '2026-04-01',
      '2029-03-31',
    ],
    more,
  )
const put = async (rows: readonly Line[]) => await street.checked('supervisors', baiyang, await sheet(titles, rows), '队伍.xlsx')
const supervisors = async () => (await street.get<TeamsWire>('/api/teams')).items.find(({ team }) => team === 'supervisor')!
const terms = (id: string) =>
  db.owner<Record<string, unknown>>('select * from team_member where source_import = $1 order by card_number', [id])
const people = (id: string) => db.owner<Record<string, unknown>>('select * from person where source_import = $1', [id])

test('new people and terms are written, once; the same file again changes nothing; undone, all is as it was', async () => {
  const before = await supervisors()
  const rows = [1, 2, 3, 4].map((n) => line(n))
  // One of them is a mediator too: one person, two terms.
  rows.push(line(2, { 4: '劳动争议调解员', 6: null, 5: '白杨街道总工会' }))
  const seen = await put(rows)
  expect(seen.state, JSON.stringify(seen.problem)).toBe('checked')
  expect(seen.counts).toMatchObject({ read: 5, new: 5, wrong: 0 })
  const shown = (await street.rows(seen.id)).items[0]!
  expect(shown.cells).toMatchObject({ name: { shown: nameOf(1) }, team: { shown: '劳动法律监督员' }, since: { shown: '2026-04-01' } })
  expect(JSON.stringify(shown)).not.toContain(idOf(1))
  const done = await street.commit(seen.id)
  expect(done.committed).toMatchObject({ new: 5, changed: 0, same: 0 })
  expect(await people(seen.id)).toHaveLength(4)
  expect(await terms(seen.id)).toHaveLength(5)
  expect((await supervisors()).value).toBe(before.value + 4)
  const found = await street.get<MembersPageWire>('/api/teams/members?q=%E6%B5%99%E7%9B%910001')
  expect(found.items).toMatchObject([
    { person: { name: nameOf(1) }, examPassed: true, trainingHours: 16, organisation: { id: baiyang }, until: '2029-03-31' },
  ])

  const again = await put(rows)
  expect(again.counts).toMatchObject({ same: 5, new: 0, changed: 0, wrong: 0 })
  expect((await street.commit(again.id)).committed).toMatchObject({ new: 0, changed: 0, same: 5 })

  const undone = await street.undo(seen.id)
  expect(undone.undone).toMatchObject({ undone: 4, refused: 0 })
  expect([await people(seen.id), await terms(seen.id)]).toEqual([[], []])
  expect((await supervisors()).value).toBe(before.value)
})

test('a term on record is changed by what the file says and left by its empty cells; taken back, it is as it was', async () => {
  const first = await put([line(11), line(12)])
  await street.commit(first.id)
  const [was] = await terms(first.id)
  const next = await put([line(11, { 7: null, 10: '不合格', 12: '2028-12-31' }), line(12)])
  expect(next.counts).toMatchObject({ changed: 1, same: 1 })
  expect((await street.rows(next.id, 'show=changed')).items[0]!.cells).toMatchObject({
    exam: { old: '合格' },
    until: { old: '2029-03-31' },
  })
  await street.commit(next.id)
  const [now] = await terms(first.id)
  expect(now).toMatchObject({ exam_passed: false, until: '2028-12-31', trained_on: was!.trained_on })
  expect((await street.undo(next.id)).undone).toMatchObject({ undone: 1, refused: 0 })
  const { updated_at: _, ...back } = (await terms(first.id))[0]!
  expect(was).toMatchObject(back)
})

test('who was touched since stays, with the reason; the others go', async () => {
  const seen = await put([line(21), line(22)])
  await street.commit(seen.id)
  const [touched] = await terms(seen.id)
  await db.owner("update team_member set hours = '周一', updated_at = clock_timestamp() where id = $1", [touched!.id])
  expect((await street.undo(seen.id)).undone).toMatchObject({ undone: 1, refused: 1 })
  expect(await terms(seen.id)).toHaveLength(1)
  const refused = await street.get<{ items: { name: string }[] }>(`/api/imports/${seen.id}/refusals`)
  expect(refused.items.map(({ name }) => name)).toEqual([nameOf(21)])
})

test('what is wrong is said of each row, and mending one writes it', async () => {
  const seen = await put([
    line(31, { 4: '巡逻员' }),
    line(32, { 5: '没有的街道总工会' }),
    line(33, { 11: '2029-04-01' }),
    line(34, { 2: null }),
    line(35, { 10: '还行' }),
    line(36),
    line(36, { 6: '浙监9999' }),
    line(37, { 5: '下沙街道总工会' }),
    line(39, { 6: '浙监0036' }),
    line(38, { 1: demoPeople.tangShaojun.name, 2: null, 3: null }),
  ])
  const odd = (await street.rows(seen.id, 'show=wrong')).items.map(({ row, problems }) => [row - 1, problems[0]!.code])
  expect(odd).toEqual([
    [1, 'team'],
    [2, 'organisation.unknown'],
    [3, 'order'],
    [4, 'unknown'],
    [5, 'exam'],
    [7, 'twin'],
    [8, 'organisation.unknown'],
    [9, 'card.twin'],
    [10, 'nobody'],
  ])
  const mended = await street.send<RowEditedWire>('PATCH', `/api/imports/${seen.id}/rows/2`, { field: 'team', value: '信息员' })
  expect(mended.row).toMatchObject({ verdict: 'new', cells: { team: { shown: '信息员', mended: true } } })
  expect((await street.commit(seen.id)).committed).toMatchObject({ new: 2 })
})

test('somebody of another street is not engaged by this one, and a worker brings no file', async () => {
  const phone = '13611112222'
  const made = await as('district')
  const person = await made.send<{ id: string }>(
    'POST',
    '/api/persons',
    { name: '外街人', phone, idNumber: idOf(77), unit: organisationId('xiasha') },
    201,
  )
  const seen = await put([line(77, { 1: '外街人', 3: phone })])
  const [row] = (await street.rows(seen.id)).items
  expect(row).toMatchObject({ verdict: 'wrong', problems: [{ code: 'elsewhere' }] })
  expect(JSON.stringify(row)).not.toContain(person.id)
  const worker = await as('worker')
  await worker.put('supervisors', baiyang, await sheet(titles, [line(1)]), '队伍.xlsx', 404)
})
