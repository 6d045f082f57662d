/** The whole house put together: every floor's routes on one server, over one database. What a floor adds is named here once. */
import { openMatters } from '#engine/upkeep/open-matters.server.ts'
import type { Id } from '#kernel/id.ts'
import type { Clock } from '#platform/clock.server.ts'
import { type Config, secretOf } from '#platform/config.server.ts'
import { healthRoutes, type Standing } from '#platform/http/health.server.ts'
import { createHttp, defaultFileLimitBytes, type Http } from '#platform/http.server.ts'
import { openFileStore } from '#platform/files.server.ts'
import type { Log } from '#platform/log.server.ts'
import { measure } from '#platform/http/metrics.server.ts'
import { openSender } from '#platform/sender.server.ts'
import type { Store } from '#platform/database/store.server.ts'
import { demoDistrict } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { theDistrict } from '#registry/district.server.ts'
import { registryRoutes } from '#registry/routes.server.ts'
import { oidcFromSetting, openSession } from '#registry/session.server.ts'
import { checkMaster } from '#registry/secrets/data-keys.server.ts'
import { sealPlainPhones } from '#registry/secrets/plain-phones.server.ts'
import { keepResealing } from '#registry/secrets/resealing.server.ts'
import { keepRegistry } from '#registry/upkeep/upkeep.server.ts'
import { openSecretBook, type SecretsOf } from '#registry/secrets/secret-book.server.ts'
import { demoPassword } from '#registry/session/password.ts'
import { loadDemonstration, planForCases, startFilling } from './demonstration.server.ts'
import { siteRoutes } from './site-routes.server.ts'
import { openWorks } from './works.server.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export interface HouseOptions {
  readonly config: Config
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly standing: () => Standing
  readonly progress: (zh: string, en: string) => void
}

export interface House {
  readonly http: Http
  /** Set when this is a demonstration. */
  readonly accounts?: { readonly usernames: readonly string[]; readonly password: string }
  close(): Promise<void>
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, store, clock, log, standing, progress } = options
  const { db } = store
  const secret = await secretOf(config)
  const master = [secret, ...(config.previousSecret ? [config.previousSecret] : [])]
  await checkMaster(db, master)
  const secrets = await openSecretBook(db, master)
  await sealPlainPhones(db, secrets)
  const accounts = await demonstration(options, secrets)
  const http = await createHttp({
    log,
    version: config.version,
    web: existsSync(join(config.webFolder, 'index.html')) ? config.webFolder : undefined,
    trustProxy: config.trustProxy,
    ratePerMinute: config.ratePerMinute,
    fileLimitBytes: config.fileLimitBytes,
  })
  measure(http, db.pool)
  healthRoutes(http, { version: config.version, db, kind: store.kind, standing })
  const directory = openDirectory(db)
  const session = await openSession(http, {
    db,
    directory,
    secret,
    secrets,
    today: clock.today,
    publicUrl: config.publicUrl,
    oidc: oidcFromSetting(config.oidc),
    sendCode: openSender({ sms: config.sms, print: accounts !== undefined }),
  })
  const files = await openFileStore(join(config.dataFolder, 'files'))
  const fileLimitBytes = config.fileLimitBytes ?? defaultFileLimitBytes
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`
  await registryRoutes(http, {
    db,
    directory,
    session,
    today: clock.today,
    instant: () => clock.now(),
    secrets,
    files,
    fileLimitBytes,
    dataFolder: config.dataFolder,
    publicUrl,
    log,
    openMatters,
  })
  siteRoutes(http, { db, today: clock.today, demonstration: accounts !== undefined })
  const works = await openWorks(http, {
    db,
    directory,
    clock,
    log,
    files,
    fileLimitBytes,
    publicUrl,
  })
  await http.ready()
  works.start()
  const failed = (error: Error) => log.error({ err: error }, 'registry')
  const districts = async () => (await db.open<{ id: Id }>('select id from district')).map(({ id }) => id)
  const upkeep = keepRegistry({ db, districts, today: clock.today, failed })
  const changed = () => directory.forget(demoDistrict.id)
  const filling =
    config.demo === 'full' && accounts
      ? startFilling({
          db,
          url: store.url,
          secrets,
          today: clock.today(),
          progress,
          failed: (error) => log.error({ err: error }, 'filling'),
          changed,
        })
      : undefined
  const resealing = await keepResealing({ db, book: secrets, failed })
  return {
    http,
    accounts,
    async close() {
      await http.close()
      await filling?.close()
      await works.close()
      await Promise.all([resealing.close(), upkeep.close()])
      await session.close()
      await secrets.close()
    },
  }
}

/** Loads the demonstration into an empty database where that is wanted, and names its accounts whenever they are there. */
async function demonstration({ config, store, clock, progress }: HouseOptions, secrets: SecretsOf): Promise<House['accounts']> {
  const district = await theDistrict(store.db)
  if (district && district.id !== demoDistrict.id) return undefined
  if (config.demo !== 'never') await loadDemonstration(store.db, secrets, clock.today(), progress)
  else if (!district) return undefined
  if (!district) await planForCases(store.url)
  return {
    usernames: ['district', 'street', 'mediator', 'union', 'employer', 'worker', 'bureau', 'chair', 'firm', 'delegate'],
    password: demoPassword,
  }
}
