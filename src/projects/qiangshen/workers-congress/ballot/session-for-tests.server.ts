/** A house with one enterprise union, its chair and as many delegates with accounts as a test wants. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineRoutes } from '#engine/routes/index.server.ts'
import { createLive } from '#engine/store/live.server.ts'
import type { Day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Caller } from '#platform/caller.ts'
import { openFileStore } from '#platform/files.server.ts'
import { noReach } from '#registry/reach.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import congress from '../index.ts'
import { congressLookups } from '../lookups.server.ts'
import { congressRoutes } from '../routes.server.ts'

export const union = organisationId('ruidingUnion')
const district = demoDistrict.id

export async function congressHouse(today: Day, delegates: number) {
  const db = await testDatabase()
  await seedRegistry(db, today)
  const directory = openDirectory(db)
  const people = Array.from({ length: delegates }, (_, at) => ({ id: newId(), name: `代表${String(at + 1).padStart(3, '0')}` }))
  await db.owner(
    `insert into person (district_id, id, name, sort_name, sex, firm_id, union_id) select $1, r.id, r.name, r.name, 'female', $3, $4 from jsonb_to_recordset($2::jsonb) as r (id uuid, name text)`,
    [district, JSON.stringify(people), organisationId('ruiding'), union],
  )
  await db.owner(
    `insert into engagement (district_id, id, person_id, organisation_id, kind, since)
     select $1, gen_random_uuid(), r.id, $2, 'employment', '2020-01-01' from jsonb_to_recordset($3::jsonb) as r (id uuid)`,
    [district, organisationId('ruiding'), JSON.stringify(people)],
  )
  const of = async (person: { readonly id: string }): Promise<Caller> =>
    (await callerOf(db, directory, { person: person.id, district }, today))!
  const desk = {
    chair: await of(demoPeople.maChunyan),
    street: await of(demoPeople.zhouMin),
    otherStreet: await of(demoPeople.dongWei),
    employer: await of(demoPeople.qianHaibo),
    worker: await of(demoPeople.liuZhijun),
  }
  const voters = people.map(({ id, name }, at): [string, Caller] => [
    `v${at}`,
    { person: id, name, district, region: 'CN-ZJ-HZ', posts: [], scope: { ...noReach(district), readers: [`p:${id}`] } },
  ])
  const app = await testHttp({ callers: { ...desk, ...Object.fromEntries(voters) } })
  const mechanisms = new Map([['workers-congress', congress]])
  const nowOf = async () => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) as const
  const engine = {
    db,
    mechanisms,
    lookups: { 'workers-congress': congressLookups },
    directory,
    files: await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-'))),
    fileLimitBytes: 1_048_576,
    live: createLive(
      db,
      mechanisms,
      (error: Error) => {
        throw error
      },
      50,
    ),
    nowOf,
    instant: () => new Date(`${today}T02:00:00Z`),
    publicUrl: 'https://hexie.example',
  }
  engineRoutes(app, engine, async () => [district])
  congressRoutes(app, engine)
  await app.ready()

  const call = async (who: string, method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
  let serial = 0
  const key = () => `congress-${++serial}-of-the-test`
  return { db, app, people, call, key, voters: voters.map(([name]) => name) }
}

export type House = Awaited<ReturnType<typeof congressHouse>>

/** Enters everybody as a delegate through the register's own door. */
export async function register({ call, people }: House, since: Day): Promise<void> {
  const text = people.map(({ name }) => `${name}\t装配车间\t女`).join('\n')
  const { status, body } = await call('chair', 'POST', '/api/congress/delegates/paste', {
    union,
    key: '00000000-0000-4000-8000-000000000001',
    text,
    since,
    write: true,
  })
  if (status !== 200 || body.written !== people.length) throw new Error(`not entered: ${JSON.stringify(body).slice(0, 400)}`)
}
