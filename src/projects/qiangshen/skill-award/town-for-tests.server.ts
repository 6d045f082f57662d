/** A town in which skill is rewarded, for tests: the people of the demonstration, their API, and how each step is taken there. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { engineRoutes } from '#engine/routes/index.server.ts'
import { createLive } from '#engine/store/live.server.ts'
import type { CaseWire } from '#engine/wire.ts'
import { type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { openFileStore } from '#platform/files.server.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import { contractFor } from './contract-for-tests.server.ts'
import { certificate, firm } from './demo/told.ts'
import award from './index.ts'
import { skillAwardLookups } from './lookups.server.ts'

export const start = day('2026-03-09')
export const db = await testDatabase()
await seedRegistry(db, start)
const directory = openDirectory(db)
const people = {
  worker: demoPeople.liuZhijun,
  colleague: demoPeople.zhangXiulan,
  chair: demoPeople.maChunyan,
  firm: demoPeople.qianHaibo,
  otherFirm: demoPeople.sunLifeng,
  street: demoPeople.zhouMin,
  otherStreet: demoPeople.dongWei,
}
type Who = keyof typeof people
const callers = Object.fromEntries(
  await Promise.all(
    Object.entries(people).map(
      async ([who, { id }]) => [who, (await callerOf(db, directory, { person: id, district: demoDistrict.id }, start))!] as const,
    ),
  ),
)
/** The day of the house, moved by hand. */
export const clock: { today: Day } = { today: start }
export const mechanisms = new Map([['skill-award', award]])
export const failed = (error: Error) => {
  throw error
}
export const nowOf = async () => ({ today: clock.today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) as const
export const instant = () => new Date(`${clock.today}T02:00:00Z`)
export const districts = async () => [demoDistrict.id]
const app = await testHttp({ callers })
const live = createLive(db, mechanisms, failed, 50)
const files = await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-')))
const engine = {
  db,
  mechanisms,
  lookups: { 'skill-award': skillAwardLookups },
  directory,
  files,
  fileLimitBytes: 1_048_576,
  live,
  nowOf,
  instant,
  publicUrl: 'https://hexie.example',
}
engineRoutes(app, engine, districts)
await app.ready()
export const contract = contractFor(db.owner, organisationId('ruidingUnion'), firm.organisationId)

let serial = 0
export const key = () => `award-${++serial}-of-skill`
export const call = async (who: Who, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
export const reports = async (who: Who, more: object = {}, owner = organisationId('ruidingUnion')): Promise<CaseWire> => {
  const input = { ...certificate, worker: { name: '冒名' }, number: `ZJ${++serial}`, ...more }
  const { status, body } = await call(who, 'POST', '/api/cases', { procedure: 'skill-award', owner, step: 'report', input, key: key() })
  expect([status, body.errors ?? body.refusal]).toEqual([201, undefined])
  return body
}
export const takes = async (who: Who, id: string, step: string, input?: object): Promise<CaseWire> => {
  const { status, body } = await call(who, 'POST', `/api/cases/${id}/steps`, { step, ...(input ? { input } : {}), key: key() })
  expect([step, status, body.errors ?? body.refusal]).toEqual([step, 200, undefined])
  return body
}
export const refusesTo = async (who: Who, id: string, step: string, input?: object) => {
  const { status, body } = await call(who, 'POST', `/api/cases/${id}/steps`, { step, ...(input ? { input } : {}), key: key() })
  expect([step, status]).toEqual([step, 409])
  return body.refusal
}
export const rows = (id: string) =>
  db.owner<Record<string, unknown>>(
    'select meaning, amount_fen::int as fen, since, until, standing, contract_number as contract, paid_fen::int as paid from entitlement where case_id = $1 order by item',
    [id],
  )
