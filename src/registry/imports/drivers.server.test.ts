/** Drivers: most have no firm and are the federation's own; a missing plate asks, and nothing more. */
import { expect, test } from 'vitest'
import { demoFirms, organisationId } from '../demo.ts'
import type { RowEditedWire } from './import-wire.ts'
import { idOf, nameOf, phoneOf, sheet, testImports } from './testing/imports-for-tests.server.ts'

const { db, as } = await testImports()
const district = await as('district')
const [freight] = await db.owner<{ id: string }>(
  `select id from organisation where kind = 'industry' order by sector = 'freight' desc, name limit 1`,
)
const titles = ['司机姓名', '身份证号码', '联系电话', '挂靠公司', '车号', '入会时间', '街道', '备注2']
const line = (n: number, firm: string, plate: string | null) => [nameOf(n), idOf(n), phoneOf(n), firm, plate, '2026-05-06', '白杨', '甲']

test('with and without a firm, kept as they are, written, and the same the next time', { timeout: 60_000 }, async () => {
  const rows = [
    line(1, '无单位，自有车', '浙A3F812'),
    line(2, demoFirms.qicheng.name, '浙A 7K213'),
    line(3, '无单位，自有车', null),
    line(4, '无单位', '浙A7'),
  ]
  const file = await sheet(titles, rows)
  const seen = await district.checked('drivers', freight!.id, file)
  expect(seen.counts).toMatchObject({ read: 4, wrong: 0, new: 4, look: 2 })
  expect(seen.effect).toMatchObject({ members: { added: 4 }, withoutFirm: { added: 3 } })
  const odd = await district.rows(seen.id, 'show=odd')
  expect(odd.items.map(({ row, problems }) => [row, problems[0]!.code])).toEqual([
    [4, 'noPlate'],
    [5, 'plate'],
  ])
  const kept = await district.send<RowEditedWire>('PATCH', `/api/imports/${seen.id}/rows/4`, { keep: 'noPlate' })
  expect(kept).toMatchObject({ row: { look: false, problems: [{ kept: true }] }, counts: { look: 1, valid: 4 } })
  expect((await district.commit(seen.id)).committed).toMatchObject({ new: 4 })
  const engaged = await db.owner(
    `select e.kind, e.organisation_id as at, e.details->>'plate' as plate from engagement e join person p on p.id = e.person_id
     where e.source_import = $1 and e.kind <> 'membership' order by p.phone_digest is null, e.kind, plate nulls last`,
    [seen.id],
  )
  expect(engaged).toEqual(
    expect.arrayContaining([
      { kind: 'employment', at: organisationId('qicheng'), plate: '浙A·7K213' },
      { kind: 'platform', at: freight!.id, plate: '浙A·3F812' },
      { kind: 'platform', at: freight!.id, plate: null },
    ]),
  )
  const placed = 'select id, firm_id, union_id, unit_id, elsewhere, member_since, active from person where source_import = $1 order by id'
  const before = await db.owner(placed, [seen.id])
  await db.owner(
    `select hexie_place_people(district_id, array_agg(id), '2026-11-22') from person where source_import = $1 group by district_id`,
    [seen.id],
  )
  expect(await db.owner(placed, [seen.id])).toEqual(before)
  expect((await district.checked('drivers', freight!.id, file)).counts).toMatchObject({ same: 4, new: 0, changed: 0 })

  // Another firm is a transfer: the former job ends, and undoing brings it back.
  rows[1]![3] = demoFirms.ruiding.name
  const moved = await district.checked('drivers', freight!.id, await sheet(titles, rows))
  expect(moved.counts).toMatchObject({ changed: 1, same: 3 })
  const [row] = (await district.rows(moved.id, 'show=changed')).items
  expect(row).toMatchObject({ look: true, cells: { firm: { shown: demoFirms.ruiding.name, old: demoFirms.qicheng.name } } })
  await district.commit(moved.id)
  const [person] = await db.owner<{ id: string; firm_id: string }>('select id, firm_id from person where id = $1', [row!.matches!.id])
  expect(person!.firm_id).toBe(organisationId('ruiding'))
  const former = 'select until::text, ended_how, moved_to from engagement where person_id = $1 and organisation_id = $2'
  expect(await db.owner(former, [person!.id, organisationId('qicheng')])).toEqual([
    { until: '2026-11-21', ended_how: 'transferred', moved_to: demoFirms.ruiding.name },
  ])
  expect((await district.undo(moved.id)).undone).toMatchObject({ undone: 1, refused: 0 })
  expect(await db.owner(former, [person!.id, organisationId('qicheng')])).toEqual([{ until: null, ended_how: null, moved_to: null }])
  expect(await db.owner(placed, [seen.id])).toEqual(before)
})
