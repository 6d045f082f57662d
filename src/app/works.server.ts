/** The engine at work in this house: mechanisms, store, clockwork, live events, put together over one database. */
import { type Calendars, openCalendars } from '#law/holiday-notices.server.ts'
import type { Mechanism } from '#engine'
import { campaignRoutes } from '#engine/campaigns/routes.server.ts'
import { type CampaignWork, startCampaignWork } from '#engine/campaigns/work.server.ts'
import type { Engine } from '#engine/routes/engine.server.ts'
import { engineRoutes } from '#engine/routes/index.server.ts'
import { startClockwork } from '#engine/store/clockwork.server.ts'
import { createLive } from '#engine/store/live.server.ts'
import { recount } from '#engine/upkeep/recount.server.ts'
import type { Id } from '#kernel/id.ts'
import type { Region } from '#kernel/region.ts'
import type { Clock } from '#platform/clock.server.ts'
import type { Database } from '#platform/database.server.ts'
import type { FileStore } from '#platform/files.server.ts'
import type { Http } from '#platform/http.server.ts'
import type { Log } from '#platform/log.server.ts'
import { lawRoutes } from '#law/routes.server.ts'
import { indicatorRoutes } from '#indicators/routes.server.ts'
import { indicators } from '#projects/indicators.ts'
import { mechanisms } from '#projects/index.ts'
import { lookups } from '#projects/lookups.server.ts'
import { mechanismRoutes } from '#projects/routes.server.ts'
import type { Directory } from '#registry/directory.server.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'

export interface WorksOptions {
  readonly db: Database
  readonly directory: Directory
  readonly clock: Clock
  readonly log: Log
  readonly files: FileStore
  readonly fileLimitBytes: number
  readonly publicUrl: string
}

export interface Works {
  readonly calendars: Calendars
  /** Starts what goes on by itself; before, nothing is taken or told. */
  start(): void
  close(): Promise<void>
}

export const byProcedure: ReadonlyMap<string, Mechanism> = new Map(mechanisms.map((m) => [m.procedure.id, m]))

interface DistrictRow {
  readonly id: Id
  readonly region: Region
}

/** The districts of this house; few, and changed only by a migration or the demonstration, so they are read once they are there. */
function districtsOf(db: Database): () => Promise<readonly DistrictRow[]> {
  let known: readonly DistrictRow[] = []
  return async () => {
    if (known.length === 0) known = await db.open<DistrictRow>('select id, region from district order by id')
    return known
  }
}

export async function openWorks(http: Http, options: WorksOptions): Promise<Works> {
  const { db, directory, clock, log } = options
  const districts = districtsOf(db)
  const calendars = await openCalendars(db)
  const failed = (error: Error, id?: Id) => log.error({ err: error, case: id }, 'clockwork')
  const live = createLive(db, byProcedure, failed)
  const regionOf = async (district: Id): Promise<Region> => (await districts()).find((one) => one.id === district)?.region ?? 'CN'
  const engine: Engine = {
    db,
    mechanisms: byProcedure,
    lookups,
    directory,
    files: options.files,
    fileLimitBytes: options.fileLimitBytes,
    live,
    nowOf: async (district) => ({ today: clock.today(), region: await regionOf(district), calendar: await calendars.of(district) }),
    instant: () => clock.now(),
    publicUrl: options.publicUrl,
  }
  const ids = async () => (await districts()).map((one) => one.id)
  const [first] = await ids()
  lawRoutes(http, {
    clockDay: clock.today,
    calendars,
    db,
    publicDistrict: () => first,
    figureRecorded: (q, caller, what) =>
      record(q, { ...actor(caller), kind: 'change', about: caller.district, what: { localFigure: { ...what } } }),
    calendarChanged: async (district, year) => {
      const moved = await recount(db, district, byProcedure, await engine.nowOf(district))
      log.info({ year, moved: moved.length }, 'calendar changed')
    },
  })
  engineRoutes(http, engine, ids)
  mechanismRoutes(http, engine)
  indicatorRoutes(http, { db, directory, indicators, today: clock.today, instant: () => clock.now() })
  let stop: (() => Promise<void>) | undefined
  let campaigns: CampaignWork | undefined
  campaignRoutes(http, engine, () => campaigns?.kick())
  return {
    calendars,
    start() {
      stop = startClockwork({
        db,
        mechanisms: byProcedure,
        districts: ids,
        nowOf: engine.nowOf,
        instant: () => clock.now(),
        taken: live.wake,
        failed,
      })
      campaigns = startCampaignWork({ ...engine, districts: ids, taken: live.wake, failed })
    },
    async close() {
      await Promise.all([stop?.(), campaigns?.close()])
      live.close()
      await calendars.close()
    },
  }
}
