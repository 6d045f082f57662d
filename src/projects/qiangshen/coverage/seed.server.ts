/** Pilots of the workforce reform and model firms of the demonstration, as dated facts of firms: most with skill-grade wages, some still without. */
import { type Day, day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { recordFacts } from '#registry/organisations/facts/record-facts.server.ts'

/** Six with a contract on skill grades and two large ones without, none of them state-owned. */
const firms = `
(select f.id, true as settled from organisation f
 where f.district_id = $1 and f.kind = 'firm' and f.standing = 'standing' and coalesce(f.ownership, 'private') <> 'state' and exists (
   select from contract_cover v join contract c on c.district_id = v.district_id and c.case_id = v.case_id
   where v.district_id = f.district_id and v.firm_id = f.id and c.kind = 'skillWages' and v.since <= $2 and v.until >= $2)
 order by f.employees desc, f.id limit 6)
union all
(select f.id, false from organisation f
 where f.district_id = $1 and f.kind = 'firm' and f.standing = 'standing' and coalesce(f.ownership, 'private') <> 'state' and f.designated and not exists (
   select from contract_cover v where v.district_id = f.district_id and v.firm_id = f.id and v.since <= $2 and v.until >= $2)
 order by f.employees desc, f.id limit 2)`

/** Once; what is recorded already stays as it is. */
export async function seedPilots(db: Database, district: Id, today: Day): Promise<void> {
  await db.within(houseScope(district), async (q) => {
    const [known] = await q('select 1 from organisation_fact where district_id = $1 and fact = $2 limit 1', [district, 'pilotLevel'])
    const found = known ? [] : await q<{ id: Id; settled: boolean }>(firms, [district, today])
    if (found.filter(({ settled }) => settled).length < 2) return
    const since = day(`${Number(today.slice(0, 4)) - 1}-05-01`)
    const pilots = found.map(({ id }, at) => ({
      organisation: id,
      fact: 'pilotLevel' as const,
      value: at % 4 === 1 ? 'province' : 'city',
      since,
      source: '产业工人队伍建设改革试点名单（演示数据）',
    }))
    const models = found.slice(0, 2).map(({ id }) => ({
      organisation: id,
      fact: 'modelFirm' as const,
      value: '能级工资集体协商示范：技能津贴分级清楚，逐月兑现',
      since: day(`${today.slice(0, 4)}-01-01`),
      source: '区总工会能级工资示范企业名单（演示数据）',
    }))
    await recordFacts(q, { district, today, by: null }, [...pilots, ...models])
  })
}
