/** The demonstration district: its registry and the cases its stories tell, loaded once into an empty database. */
import { writeMany } from '#engine/upkeep/bulk.server.ts'
import type { Now } from '#engine'
import type { Day } from '#kernel/day.ts'
import { isId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoCases } from '#projects/anxin/dispute-mediation/demo/cases.ts'
import mediation from '#projects/anxin/dispute-mediation/index.ts'
import { seedFigures } from '#law/figures/seed-figures.server.ts'
import { seedCoaching } from '#projects/qiangshen/bargaining-coaching/seed/seed.server.ts'
import { seedEvaluations } from '#projects/qiangshen/bargaining-evaluation/seed/seed.server.ts'
import { earlier, whole } from '#projects/qiangshen/collective-bargaining/seed/plan.ts'
import { seedBargaining } from '#projects/qiangshen/collective-bargaining/seed/seed.server.ts'
import { seedPilots } from '#projects/qiangshen/coverage/seed.server.ts'
import { seedRegional } from '#projects/qiangshen/regional-bargaining/seed/seed.server.ts'
import { seedAwards } from '#projects/qiangshen/skill-award/seed/seed.server.ts'
import { seedDelegates } from '#projects/qiangshen/workers-congress/demo/seed.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, type FirmKey, organisationId } from '#registry/demo.ts'
import { districtCounts, filledSoFar } from '#registry/demo/full/fill.server.ts'
import { fillBeside, FillingStopped, refreshStatistics, type Underway } from '#registry/demo/full/fill-thread.server.ts'
import { theDistrict } from '#registry/district.server.ts'
import { openDirectory } from '#registry/directory.server.ts'
import type { SecretBook, SecretsOf } from '#registry/secrets/secret-book.server.ts'

type Progress = (zh: string, en: string) => void

/** Loads what is not there yet; the same day always gives the same district. Cut off in the middle, the next start goes on. */
export async function loadDemonstration(db: Database, secrets: SecretsOf, today: Day, progress: Progress): Promise<void> {
  if (!(await theDistrict(db))) {
    progress('载入演示区：组织与人员', 'loading the demonstration: organisations and people')
    await seedRegistry(db, today, secrets)
  }
  const [any] = await db.ask(houseScope(demoDistrict.id), 'select 1 from case_file where district_id = $1 limit 1', [demoDistrict.id])
  const now = { today, region: demoDistrict.region, calendar: nationalCalendar } as const
  if (!any) await loadMediation(db, now, progress)
  await loadBargaining(db, now, progress)
}

async function loadMediation(db: Database, now: Now, progress: Progress): Promise<void> {
  const told = demoCases(now)
  const handedTo = told
    .flatMap(({ log }) => log.flatMap(({ input }) => (input as { readonly to?: unknown } | undefined)?.to ?? []))
    .map(String)
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

/** The local figures, and what the named firms are in the middle of: the chair of 瑞鼎金属 at the table, 澜达精密 before its congress. */
async function loadBargaining(db: Database, now: Now, progress: Progress): Promise<void> {
  const district = demoDistrict.id
  await db.within(houseScope(district), (q) => seedFigures(q, district, now.today))
  const begun = (firm: FirmKey, workingDays: number) => ({
    firm: organisationId(firm),
    start: earlier(now.today, workingDays, now.calendar),
  })
  await seedBargaining({
    db,
    district,
    now,
    wanted: { open: 12, past: 2, contracts: 10, workers: 3_500 },
    without: storyFirms,
    placed: [
      { ...begun('ruiding', 23), kind: 'wage', stage: 'talks' },
      { ...begun('landa', 32), kind: 'wage', stage: 'atCongress' },
    ],
    progress: (done, of) => progress(`载入演示区：集体协商 ${done}/${of}`, `bargaining cases ${done} of ${of}`),
  })
  await seedDelegates(db, district, [organisationId('ruiding'), organisationId('landa')], now.today)
  await seedPilots(db, district, now.today)
  await seedAwards({ db, district, now, wanted: 30 })
  await seedEvaluations({ db, district, now, wanted: 8 })
  await seedCoaching({ db, district, now, round: 'small', wanted: 12 })
}

/** What the cases of the demonstration fill; small tables would else be planned for as if they were empty. */
export const planForCases = (url: string): Promise<void> =>
  refreshStatistics(url, [
    ...['organisation', 'person', 'post', 'case_file', 'contract', 'contract_cover'],
    ...['evaluation_result', 'team_member', 'team_assignment', 'coaching_entry'],
  ])

/** Left free for whoever wants to play a bargaining from its first step. */
const storyFirms = [organisationId('mingxi')]

export interface FillingOptions {
  readonly db: Database
  /** Of the owner of the tables. */
  readonly url: string
  readonly secrets: SecretBook
  readonly today: Day
  readonly progress: Progress
  readonly failed: (error: Error) => void
  /** The firms are there; their people follow. */
  readonly changed: () => void
}

/** Brings the demonstration to the size of a whole district while the house is at work, and says how far it is. `close` cuts it off; the next start goes on. */
export function startFilling(options: FillingOptions): { close(): Promise<void> } {
  let underway: Underway | undefined
  let closed = false
  const run = async (): Promise<void> => {
    const before = await filledSoFar(options.db)
    if (before && before.done >= before.of) return await bargainEverywhere(options)
    const keys = await options.secrets.keys(demoDistrict.id)
    if (closed) return
    underway = fillBeside({ url: options.url, keys, today: options.today }, tellProgress(options))
    await underway.done
    options.changed()
    await bargainEverywhere(options)
    await tellCounts(options)
  }
  const running = run().catch((error: Error) => {
    if (!closed && !(error instanceof FillingStopped)) options.failed(error)
  })
  return {
    async close() {
      closed = true
      await underway?.stop()
      await running
    },
  }
}

/** The year's contracts in all the district's firms; those that are there already count. */
async function bargainEverywhere({ db, url, today }: FillingOptions): Promise<void> {
  const now = { today, region: demoDistrict.region, calendar: nationalCalendar } as const
  const { contracts, workers, regional } = whole
  await seedRegional(db, demoDistrict.id, now, regional)
  await seedBargaining({ db, district: demoDistrict.id, now, wanted: { open: 60, past: 120, contracts, workers }, without: storyFirms })
  await seedPilots(db, demoDistrict.id, today)
  await seedAwards({ db, district: demoDistrict.id, now, wanted: 300 })
  await seedEvaluations({ db, district: demoDistrict.id, now, wanted: 24 })
  await seedCoaching({ db, district: demoDistrict.id, now, round: 'whole', wanted: 200 })
  await planForCases(url)
}

/** A line at the beginning and for each tenth. */
function tellProgress({ progress, changed }: FillingOptions): (done: number, of: number) => void {
  let told = -1
  return (done, of) => {
    const tenth = Math.floor((done / of) * 10)
    if (told < 0) changed()
    if (tenth === told || tenth === 10) return
    told = tenth
    progress(
      `载入全区规模的演示数据（同时可以使用）：职工 ${done}/${of}`,
      `filling the demonstration to the size of a district (in use meanwhile): people ${done} of ${of}`,
    )
  }
}

async function tellCounts({ db, progress, today }: FillingOptions): Promise<void> {
  const { firms, designated, unions, people, workers, members } = await districtCounts(db, today)
  progress(
    `演示区已就绪：企业 ${firms}（规上 ${designated}），工会 ${unions}，人员 ${people}，其中在职 ${workers}、会员 ${members}`,
    `the demonstration is complete: ${firms} firms (${designated} above the size), ${unions} unions, ${people} people, ${workers} employed, ${members} members`,
  )
}
