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

test('an industry contract: the house records firms and floor, half of the congress carries it, and the register says whom it binds', async () => {
  const opened = await call('federation', 'POST', '/api/cases', opening())
  expect([opened.status, opened.body.errors ?? opened.body.refusal]).toEqual([201, undefined])
  const { id } = opened.body as CaseWire
  const { known, bureau } = (opened.body as CaseWire).facts.offer as {
    known: { name: string; employees?: number }[]
    bureau: { name: string }
  }
  expect(known.map(({ name }) => name).sort()).toEqual(freight.map((one) => firmOf(one).name).sort())
  expect(known.every(({ employees = 0 }) => employees > 0)).toBe(true)
  expect(bureau.name).toContain('人力资源和社会保障局')
  expect((await call('firm', 'GET', `/api/cases/${id}`)).body.yourRoles).toEqual(['firm'])
  for (const who of ['otherFirm', 'otherFederation', 'bureau'] as const) {
    expect([who, (await call(who, 'GET', `/api/cases/${id}`)).status]).toEqual([who, 404])
  }

  await takes('federation', id, 'serve', { receivedOn: start, how: 'inPerson' })
  await takes('federation', id, 'answer', answer)
  await takes('federation', id, 'nameWorkers', workerSide({ approvedOn: start }))
  await takes('federation', id, 'nameEmployer', employerSide())
  await takes('federation', id, 'setMeeting', meeting(1, 'workers'))
  await takes('federation', id, 'propose', { round: 1, clauses: agreed })
  await takes('federation', id, 'propose', { side: 'employer', round: 1, clauses: agreed }, 'employer')
  const { floor: _, ...text } = draft()
  await takes('federation', id, 'draft', text)
  await takes('federation', id, 'voteAtCongress', { ...voted(40), heldOn: start })
  await takes('federation', id, 'carry')
  await takes('federation', id, 'signWorkers', { name: '周雅琴' })
  const signed = await takes('federation', id, 'signEmployer', { name: '吴晓东' })
  expect(signed.papers.filter(({ kind }) => kind === 'contractText').map(({ title }) => title.zh)).toEqual([draft().title])
  await takes('federation', id, 'file', filing())
  await takes('bureau', id, 'receive', { receivedOn: start })
  expect(new Set((await covers()).map(({ since, until }) => `${since} ${until}`))).toEqual(new Set(['infinity infinity']))

  today = addDays(start, 15)
  await works()
  expect((await call('firm', 'GET', `/api/cases/${id}`)).body.state).toBe('filed')
  today = addDays(start, 16)
  await works()
  expect((await call('firm', 'GET', `/api/cases/${id}`)).body.state).toBe('inForce')
  expect(new Set((await covers()).map(({ firm, since, until }) => `${firm} ${since} ${until}`))).toEqual(
    new Set(freight.map((one) => `${firmOf(one).name} 2025-05-01 2026-04-30`)),
  )

  const joined = await takes('federation', id, 'join', { ...firmOf(newcomer), on: day('2025-06-01') })
  expect(joined.facts.joins).toMatchObject([{ known: [{ name: firmOf(newcomer).name }] }])
  expect((await call('otherFirm', 'GET', `/api/cases/${id}`)).status).toBe(200)
  await takes('district', id, 'leave', { ...firmOf('dongqu'), on: day('2025-07-01'), ground: 'moved' })
  expect((await covers()).filter(({ firm }) => [firmOf(newcomer).name, firmOf('dongqu').name].includes(firm))).toEqual(
    [
      { firm: firmOf('dongqu').name, since: '2025-05-01', until: '2025-06-30' },
      { firm: firmOf(newcomer).name, since: '2025-06-01', until: '2026-04-30' },
    ].sort((a, b) => (a.firm < b.firm ? -1 : 1)),
  )

  today = day('2026-02-02')
  const next = { topics: ['行业最低工资'], meetOn: day('2026-02-20'), meetAt: '14:00', place: '协会会议室', delegates: ['周雅琴'] }
  await takes('federation', id, 'renew', next)
  const [related] = (await call('federation', 'GET', `/api/cases/${id}`)).body.related
  const child = await call('federation', 'GET', `/api/cases/${related.id}`)
  expect(child.body).toMatchObject({
    procedure: 'regional-bargaining',
    state: 'offered',
    facts: { offer: { purpose: 'renewal', replaces: id } },
  })
  expect(child.body.facts.offer.known.map(({ name }: { name: string }) => name).sort()).toEqual(
    [...freight.filter((one) => one !== 'dongqu'), newcomer].map((one) => firmOf(one).name).sort(),
  )
})

test('a firm that is not in the register is refused, whatever the form says of it', async () => {
  today = start
  const stranger = { name: '查无此企业', organisationId: '00000000-0000-7000-8000-00000000dead' }
  const { status, body } = await call(
    'federation',
    'POST',
    '/api/cases',
    opening({ ...sent, firms: [firmOf('qicheng'), stranger], known: [stranger] }),
  )
  expect([status, body.refusal.rule, body.refusal.missing.zh]).toEqual([409, 'firmsAreKnown', '名册里没有：查无此企业'])
})

test('the desk takes down the employers’ offer, and another federation takes nothing', async () => {
  today = start
  const { by: _, association: __, ...offer } = sent
  const body = { ...opening({ ...offer, by: 'employer', kind: 'comprehensive' }), step: 'offerAsEmployer' }
  const taken = await call('federation', 'POST', '/api/cases', body)
  expect([taken.status, taken.body.errors ?? taken.body.refusal]).toEqual([201, undefined])
  expect((await call('firm', 'GET', `/api/cases/${taken.body.id}`)).body.yourRoles).toEqual(['employer'])
  const refused = await call('otherFederation', 'POST', '/api/cases', { ...opening(), key: key() })
  expect(refused.status).toBe(403)
})
