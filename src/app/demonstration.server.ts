/** The demonstration district: its registry and the cases its stories tell, loaded once into an empty database. */
import { writeMany } from '#engine/upkeep/bulk.server.ts'
import type { Day } from '#kernel/day.ts'
import { isId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoCases } from '#projects/anxin/dispute-mediation/demo/cases.ts'
import mediation from '#projects/anxin/dispute-mediation/index.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict } from '#registry/demo.ts'
import { theDistrict } from '#registry/district.server.ts'
import { openDirectory } from '#registry/directory.server.ts'
import type { SecretsOf } from '#registry/secrets/secret-book.server.ts'

type Progress = (zh: string, en: string) => void

/** Loads what is not there yet; the same day always gives the same district. Cut off in the middle, the next start goes on. */
export async function loadDemonstration(db: Database, secrets: SecretsOf, today: Day, progress: Progress): Promise<void> {
  if (!(await theDistrict(db))) {
    progress('载入演示区：组织与人员', 'loading the demonstration: organisations and people')
    await seedRegistry(db, today, secrets)
  }
  const [any] = await db.ask(houseScope(demoDistrict.id), 'select 1 from case_file where district_id = $1 limit 1', [demoDistrict.id])
  if (any) return
  const now = { today, region: demoDistrict.region, calendar: nationalCalendar } as const
  const told = demoCases(now)
  const handedTo = told.flatMap(({ log }) => log.flatMap(({ input }) => (input as { readonly to?: unknown }).to ?? [])).map(String)
  const byId = await openDirectory(db).organisationsByIds(demoDistrict.id, [...told.map(({ owner }) => owner), ...handedTo.filter(isId)])
  const cases = told.map(({ owner, log }) => ({ owner: byId.get(owner)!, log }))
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
