/** 规上 lists of several years: on a past day the register answers that day's number, by source; corrected, and taken back. */
import { expect, test } from 'vitest'
import { demoFirms, organisationId } from '../demo.ts'
import { sheet, testImports } from './testing/imports-for-tests.server.ts'
import { creditCheckOf } from './values/firm-value.ts'

const { db, as } = await testImports()
const district = await as('district')
const at = organisationId('district')
const titles = ['序号', '单位详细名称', '统一社会信用代码', '所属街道', '行业', '从业人员', '企业规模', '年度']
const codeOf = (n: number): string => {
  const first = `91330114MA2${String(n).padStart(6, '0')}`
  return first + creditCheckOf(first)
}
const { ruiding, landa, qicheng } = demoFirms
const list = (year: string, firms: readonly (readonly [name: string, code: number, street: string | null, employees: string])[]) =>
  firms.map(([name, code, street, employees], n) => [String(n + 1), name, codeOf(code), street, '机械制造', employees, '中型', year])
const time = { timeout: 60_000 }
const onDay = async (day: string): Promise<number> =>
  (
    await db.owner<{ n: number }>(
      `select count(*) as n from organisation_fact where fact = 'designated' and value = 'true' and since <= $1 and (until is null or until >= $1) and source_import is not null`,
      [day],
    )
  )[0]!.n

const year2022 = list('2022', [
  [ruiding.name, 1, '白杨街道', '600'],
  [landa.name, 2, '下沙街道', '700'],
  ['杭州新立机械有限公司', 3, '白杨', '120'],
  ['杭州远山精工（集团）有限公司', 4, '下沙', '95'],
])
const year2023 = list('2023', [
  [ruiding.name, 1, null, '640'],
  [qicheng.name, 5, null, '200'],
  // The same firm by its code, in another spelling.
  ['杭州新立机械', 3, null, '130'],
])

test(
  'two yearly lists: each year has its own number, new firms lie in their street, the same list again changes nothing',
  time,
  async () => {
    const before = await db.owner<{ n: number }>(`select count(*) as n from organisation where kind = 'firm'`)
    const first = await district.checked('firms', at, await sheet(titles, year2022), '规上名单2022.xlsx')
    expect(first.counts).toMatchObject({ read: 4, wrong: 0, new: 2, changed: 2 })
    expect((await district.commit(first.id)).committed).toMatchObject({ new: 2, changed: 2 })
    const second = await district.checked('firms', at, await sheet(titles, year2023), '规上名单2023.xlsx')
    expect(second.counts).toMatchObject({ read: 3, wrong: 0, new: 0, changed: 3 })
    expect((await district.commit(second.id)).committed).toMatchObject({ new: 0, changed: 3 })
    expect([await onDay('2021-12-31'), await onDay('2022-12-01'), await onDay('2023-06-01'), await onDay('2024-01-01')]).toEqual([
      0, 4, 3, 0,
    ])
    const after = await db.owner<{ n: number }>(`select count(*) as n from organisation where kind = 'firm'`)
    expect(after[0]!.n - before[0]!.n).toBe(2)
    const [made] = await db.owner<{ unit_id: string; credit_code: string; sort_name: string }>(
      `select unit_id, credit_code, sort_name from organisation where name = '杭州新立机械有限公司'`,
    )
    expect(made).toEqual({
      unit_id: organisationId('baiyang'),
      credit_code: codeOf(3),
      sort_name: 'hangzhouxinlijixieyouxiangongsi 杭州新立机械有限公司',
    })
    for (const [year, name] of [
      [year2022, '2022'],
      [year2023, '2023'],
    ] as const) {
      const again = await district.checked('firms', at, await sheet(titles, year), `again ${name}.xlsx`)
      expect(again.counts).toMatchObject({ same: year.length, new: 0, changed: 0, wrong: 0 })
    }
  },
)

test('a list put right is written over, and taken back it is as it was; firms with others’ records stay', time, async () => {
  const employees = () =>
    db.owner('select organisation_id, fact, value, since, until from organisation_fact order by organisation_id, fact, since')
  const before = await employees()
  const right = year2023.map((row) => [...row])
  right[0]![5] = '645'
  const fixed = await district.checked('firms', at, await sheet(titles, right))
  expect(fixed.counts).toMatchObject({ changed: 1, same: 2 })
  await district.commit(fixed.id)
  expect(await employees()).not.toEqual(before)
  expect((await district.undo(fixed.id)).undone).toMatchObject({ undone: 1, refused: 0 })
  expect(await employees()).toEqual(before)

  const other = await district.checked(
    'firms',
    at,
    await sheet(
      titles,
      list('2021', [
        ['杭州独一家机械有限公司', 9, '白杨', '50'],
        ['杭州有人家机械有限公司', 10, '白杨', '60'],
      ]),
    ),
  )
  await district.commit(other.id)
  const [kept] = await db.owner<{ id: string; district_id: string }>(
    `select id, district_id from organisation where name = '杭州有人家机械有限公司'`,
  )
  await db.owner(
    `insert into engagement (district_id, id, person_id, organisation_id, kind, since) select $1, gen_random_uuid(), id, $2, 'employment', '2026-01-01' from person limit 1`,
    [kept!.district_id, kept!.id],
  )
  expect((await district.undo(other.id)).undone).toMatchObject({ undone: 1, refused: 1 })
  expect(await db.owner(`select name from organisation where name like '杭州%一家机械有限公司' or id = $1`, [kept!.id])).toEqual([
    { name: '杭州有人家机械有限公司' },
  ])
})

test('faults of firms: code, street, twice in one year, a number that is none', time, async () => {
  const rows = list('2024', [
    ['杭州甲机械有限公司', 21, '白杨', '50'],
    ['杭州乙机械有限公司', 22, '火星街道', '50'],
    ['杭州丙机械有限公司', 23, '白杨', '很多'],
    ['杭州甲机械有限公司', 21, '白杨', '51'],
  ])
  rows[0]![2] = `${codeOf(21).slice(0, 17)}${codeOf(21).endsWith('A') ? 'B' : 'A'}`
  const seen = await district.checked('firms', at, await sheet(titles, rows))
  const codes = (await district.rows(seen.id, 'show=wrong')).items.map(({ problems }) => problems[0]!.code)
  expect(codes.slice(0, 3)).toEqual(['creditCode', 'street', 'number'])
  expect(seen.counts.read).toBe(seen.counts.valid + seen.counts.wrong)
})
