/** The demonstration district: its registry and the cases its stories tell, loaded once into an empty database. */
import { writeMany } from '#engine/store/bulk.server.ts'
import type { Day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Database } from '#platform/database.server.ts'
import { demoCases } from '#projects/anxin/dispute-mediation/demo/cases.ts'
import mediation from '#projects/anxin/dispute-mediation/index.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'

type Progress = (zh: string, en: string) => void

/** Loads both; the same day always gives the same district. */
export async function loadDemonstration(db: Database, today: Day, progress: Progress): Promise<void> {
  progress('载入演示区：组织与人员', 'loading the demonstration: organisations and people')
  await seedRegistry(db, today)
  const now = { today, region: demoDistrict.region, calendar: nationalCalendar } as const
  const { byId } = await openDirectory(db).index(demoDistrict.id)
  const cases = demoCases(now).map(({ owner, log }) => ({ owner: byId.get(owner)!, log }))
  await writeMany(
    {
      db,
      district: demoDistrict.id,
      m: mediation,
      now,
      ownerOf: (id) => byId.get(id),
      progress: (done, of) => progress(`载入演示区：调解案件 ${done}/${of}`, `mediation cases ${done} of ${of}`),
    },
    cases,
  )
}
