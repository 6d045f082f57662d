/** The engine over HTTP on a database of its own, with people of the demonstration, on a day that a test moves. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mechanism } from '#engine'
import type { Lookups } from '#engine/lookup.ts'
import { engineRoutes } from '#engine/routes/index.server.ts'
import { tick } from '#engine/store/clockwork.server.ts'
import { createLive } from '#engine/store/live.server.ts'
import type { Day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { openFileStore } from '#platform/files.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'

interface Opening<Who extends string> {
  readonly people: Readonly<Record<Who, { readonly id: string }>>
  readonly start: Day
  readonly all: readonly Mechanism[]
  readonly lookups: Lookups
}

export async function bargainingHouse<Who extends string>({ people, start, all, lookups }: Opening<Who>) {
  const db = await testDatabase()
  await seedRegistry(db, start)
  const directory = openDirectory(db)
  const callers = Object.fromEntries(
    await Promise.all(
      Object.entries<{ readonly id: string }>(people).map(
        async ([who, { id }]) => [who, (await callerOf(db, directory, { person: id, district: demoDistrict.id }, start))!] as const,
      ),
    ),
  )
  let today = start
  const mechanisms = new Map(all.map((one) => [one.procedure.id, one]))
  const failed = (error: Error) => {
    throw error
  }
  const nowOf = async () => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) as const
  const instant = () => new Date(`${today}T02:00:00Z`)
  const districts = async () => [demoDistrict.id]
  const app = await testHttp({ callers })
  const files = await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-')))
  const live = createLive(db, mechanisms, failed, 50)
  engineRoutes(
    app,
    { db, mechanisms, lookups, directory, files, fileLimitBytes: 1_048_576, live, nowOf, instant, publicUrl: 'https://hexie.example' },
    districts,
  )
  await app.ready()
  return {
    db,
    mechanisms,
    today: () => today,
    moveTo(next: Day) {
      today = next
    },
    /** One round of the clockwork. */
    works: () => tick({ db, mechanisms, districts, nowOf, instant, taken: () => {}, failed }),
    async call(who: Who, method: 'GET' | 'POST', url: string, payload?: object) {
      const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
      return { status: answer.statusCode, body: answer.json() }
    },
  }
}
