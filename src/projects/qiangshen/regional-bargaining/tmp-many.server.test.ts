/** An industry contract over the API, with the people of the demonstration: what the house records, and whom the register says it binds. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineRoutes } from '#engine/routes/index.server.ts'
import { tick } from '#engine/store/clockwork.server.ts'
import { createLive } from '#engine/store/live.server.ts'
import type { CaseWire } from '#engine/wire.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { openFileStore } from '#platform/files.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoHolders, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import {
  agreed,
  answer,
  congressVote as voted,
  draft,
  employerSide,
  filing,
  firmOf,
  freight,
  meeting,
  newcomer,
  start,
  wageOffer,
  workerSide,
} from './demo/cast.ts'
import regional from './index.ts'
import { regionalLookups } from './lookups.server.ts'

const db = await testDatabase()
await seedRegistry(db, day('2024-01-02'))
const directory = openDirectory(db)
const people = {
  federation: demoHolders('freightFederation', 'chair')[0]!,
  otherFederation: demoHolders('biomedicineFederation', 'chair')[0]!,
  district: demoHolders('district', 'districtOfficer')[0]!,
  firm: demoHolders('yunzhan', 'firmRepresentative')[0]!,
  otherFirm: demoHolders('tongda', 'firmRepresentative')[0]!,
  bureau: demoHolders('hrBureau', 'bureauOfficer')[0]!,
}
type Who = keyof typeof people
let today: Day = start
const callers = Object.fromEntries(
  await Promise.all(
    Object.entries(people).map(
      async ([who, { id }]) => [who, (await callerOf(db, directory, { person: id, district: demoDistrict.id }, start))!] as const,
    ),
  ),
)
const mechanisms = new Map([['regional-bargaining', regional]])
const failed = (error: Error) => {
  throw error
}
const nowOf = async () => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) as const
const live = createLive(db, mechanisms, failed, 50)
const app = await testHttp({ callers })
const files = await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-')))
const engine = {
  db,
  mechanisms,
  lookups: { 'regional-bargaining': regionalLookups },
  directory,
  files,
  fileLimitBytes: 1_048_576,
  live,
  nowOf,
  instant: () => new Date(`${today}T02:00:00Z`),
  publicUrl: 'https://hexie.example',
}
engineRoutes(app, engine, async () => [demoDistrict.id])
await app.ready()

let serial = 0
const call = async (who: Who, method: 'GET' | 'POST', url: string, payload?: object) => {
  const reply = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json() }
}
const key = () => `story-${++serial}-of-the-region`
const takes = async (who: Who, id: string, step: string, input?: object, as?: string): Promise<CaseWire> => {
  const { status, body } = await call(who, 'POST', `/api/cases/${id}/steps`, {
    step,
    ...(as ? { as } : {}),
    ...(input ? { input } : {}),
    key: key(),
  })
  expect([step, status, body.errors ?? body.refusal]).toEqual([step, 200, undefined])
  return body
}
/** What a form sends: nothing that the house records itself. */
const { known: _known, floor: _floor, bureau: _bureau, ...sent } = wageOffer()
const opening = (input: object = sent, owner = organisationId('freightFederation')) => ({
  procedure: 'regional-bargaining',
  owner,
  step: 'offer',
  by: 'workers',
  input,
  key: key(),
})
const inDistrict = houseScope(demoDistrict.id)
const covers = () =>
  db.ask<{ firm: string; since: Day; until: Day }>(
    inDistrict,
    'select o.name as firm, c.since, c.until from contract_cover c join organisation o on o.district_id = c.district_id and o.id = c.firm_id order by o.name',
    [],
  )
const works = () =>
  tick({ db, mechanisms, districts: async () => [demoDistrict.id], nowOf, instant: engine.instant, taken: () => {}, failed })


test('many', async () => {
  for (const n of [400, 2000]) {
    const ids = Array.from({ length: n }, (_, at) => `00000000-0000-7000-9${String(n).padStart(3, '0').slice(-3)}-${String(at + 1).padStart(12, '0')}`)
    await db.within(inDistrict, (q, last) => last(`insert into organisation (district_id, id, kind, name, short_name, path, since, designated, mediates, standing, employees, parent_id, unit_id)
      select o.district_id, x.id::uuid, 'firm', o.name || x.ord, o.short_name, o.path[1:cardinality(o.path)-1] || x.id::uuid, o.since, false, false, 'standing', 50, o.parent_id, o.unit_id
      from organisation o, unnest($2::text[]) with ordinality x(id, ord) where o.id = $1`, [organisationId('yunzhan'), ids]))
    const firms = ids.map((organisationId, at) => ({ organisationId, name: `企业${at}` }))
    const t0 = performance.now()
    const opened = await call('federation', 'POST', '/api/cases', opening({ ...sent, firms }))
    const t1 = performance.now()
    console.log(n, 'open', opened.status, JSON.stringify(opened.body).slice(0, 300), t1 - t0)
    await takes('federation', opened.body.id, 'serve', { receivedOn: start, how: 'inPerson' })
    console.log(n, 'serve', performance.now() - t1)
  }
}, 60000)
