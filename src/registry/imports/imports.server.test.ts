/** A roster put in, checked, mended, written, put in again, changed, and taken back. */
import { expect, test } from 'vitest'
import { demoFirms, organisationId } from '../demo.ts'
import type { ImportWire, RowEditedWire } from './import-wire.ts'
import { idOf, nameOf, phoneOf, sheet, testImports } from './testing/imports-for-tests.server.ts'

const { db, as } = await testImports()
const street = await as('street')
const baiyang = organisationId('baiyang')
const firm = demoFirms.qicheng.name
const titles = ['序号', '职工姓名', '身份证号码', '联系电话', '所在单位', '入会时间', '技能等级', '备注']
const line = (n: number) => [String(n), nameOf(n), idOf(n), phoneOf(n), firm, '2026-03-12', '中级工', ''] as (string | null)[]

test('first end to end', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => line(n + 1))
  rows[4]![2] = rows[4]![2]!.slice(0, 17) + (rows[4]![2]!.endsWith('8') ? '7' : '8')
  rows[9]![3] = '1585123702'
  rows[14]![4] = '杭州启成货运'
  rows[19]![5] = '2062-06-18'
  rows[24]![2] = rows[1]![2]!
  const seen = await street.checked('members', baiyang, await sheet(titles, rows))
  console.log(JSON.stringify(seen, null, 1))
  console.log(JSON.stringify((await street.rows(seen.id, 'show=odd')).items, null, 1))
  const edited = await street.send<RowEditedWire>('PATCH', `/api/imports/${seen.id}/rows/6`, { field: 'idNumber', value: idOf(5) })
  console.log(JSON.stringify(edited))
  const done = await street.commit(seen.id)
  console.log(JSON.stringify(done.committed), done.state, JSON.stringify(done.problem))
  const again = await street.checked('members', baiyang, await sheet(titles, rows))
  console.log(JSON.stringify(again.counts))
  const before = await db.owner<any>('select * from person where source_import = $1 order by id', [seen.id])
  await db.owner(
    "select hexie_place_people(district_id, array_agg(id), '2026-11-22') from person where source_import = $1 group by district_id",
    [seen.id],
  )
  const after = await db.owner<any>('select * from person where source_import = $1 order by id', [seen.id])
  expect(after).toEqual(before)
  const undone = await street.undo(seen.id)
  console.log(JSON.stringify(undone.undone), undone.state, undone.problem)
})
