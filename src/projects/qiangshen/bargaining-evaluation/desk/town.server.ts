/** A district in which firms are evaluated, for tests: its people, its API, and how each step is taken there. */
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
import { ruiding, scoresBut } from '../demo/script.ts'
import evaluation from '../index.ts'
import { defaultRubric } from '../rubric/default.ts'
import { type ItemScore, questionsFor } from '../rubric/score.ts'
import { evaluationLookups } from './lookups.server.ts'
import { evaluationRoutes } from './routes.server.ts'
import type { EvaluationWire } from './wire.ts'

export const start = day('2026-06-01')
/** The day of the house, moved by hand. */
export const clock: { today: Day } = { today: start }
export const db = await testDatabase()
await seedRegistry(db, start)
const directory = openDirectory(db)
const people = {
  district: demoPeople.wuJianfang,
  street: demoPeople.zhouMin,
  otherStreet: demoPeople.dongWei,
  union: demoPeople.maChunyan,
  employer: demoPeople.qianHaibo,
  worker: demoPeople.liuZhijun,
  colleague: demoPeople.zhangXiulan,
}
export type Who = keyof typeof people | 'nobody'
export const callers = Object.fromEntries(
  await Promise.all(
    Object.entries(people).map(
      async ([who, { id }]) => [who, (await callerOf(db, directory, { person: id, district: demoDistrict.id }, start))!] as const,
    ),
  ),
)
const mechanisms = new Map([['bargaining-evaluation', evaluation]])
const failed = (error: Error) => {
  throw error
}
export const app = await testHttp({ callers })
const engine = {
  db,
  mechanisms,
  lookups: { 'bargaining-evaluation': evaluationLookups },
  directory,
  files: await openFileStore(await mkdtemp(join(tmpdir(), 'hexie-files-'))),
  fileLimitBytes: 1_048_576,
  live: createLive(db, mechanisms, failed, 50),
  nowOf: async () => ({ today: clock.today, region: 'CN-ZJ-HZ', calendar: nationalCalendar }) as const,
  instant: () => new Date(`${clock.today}T02:00:00Z`),
  publicUrl: 'https://hexie.example',
}
engineRoutes(app, engine, async () => [demoDistrict.id])
evaluationRoutes(app, engine)
await app.ready()

let serial = 0
export const call = async (who: Who, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, headers: { 'x-test-caller': who }, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
export const opens = async (who: Who, owner: string, more = {}) =>
  call(who, 'POST', '/api/cases', {
    procedure: 'bargaining-evaluation',
    owner,
    step: 'open',
    input: { company: ruiding, round: '2026年上半年', invitedWorkers: 3, invitedUnion: 1, invitedManagement: 0, ...more },
    key: `evaluation-${++serial}`,
  })
export const takes = async (who: Who, id: string, step: string, input?: object): Promise<CaseWire> => {
  const { status, body } = await call(who, 'POST', `/api/cases/${id}/steps`, {
    step,
    ...(input ? { input } : {}),
    key: `evaluation-${++serial}`,
  })
  expect([step, status, body.errors ?? body.refusal]).toEqual([step, 200, undefined])
  return body
}
export const refusesTo = async (who: Who, id: string, step: string, input?: object) => {
  const { status, body } = await call(who, 'POST', `/api/cases/${id}/steps`, {
    step,
    ...(input ? { input } : {}),
    key: `evaluation-${++serial}`,
  })
  expect([step, status]).toEqual([step, 409])
  return body.refusal
}
export const codesOf = async (id: string) => {
  const { body } = await call('street', 'POST', `/api/bargaining-evaluations/${id}/codes`)
  return Object.fromEntries((body as EvaluationWire).desk!.codes.map(({ role, code }) => [role, code])) as Record<string, string>
}
export const sheet = (role: 'workers' | 'union', good = true) => ({
  key: crypto.randomUUID(),
  answers: Object.fromEntries(
    questionsFor(defaultRubric, role).map(({ id, measure }) => [id, measure === 'awareness' ? Number(good) : good ? 5 : 2]),
  ),
})
export const answers = (who: Who, code: string, one: object) => call(who, 'POST', `/api/evaluation-forms/${code}`, one)
export const street = organisationId('baiyang')

export async function evaluatedAt(scores: readonly ItemScore[], round: string) {
  const { body } = await opens('street', street, { round })
  const { id } = body as CaseWire
  const codes = await codesOf(id)
  for (const who of ['worker', 'colleague', 'nobody'] as const) await answers(who, codes.workers!, sheet('workers'))
  await answers('union', codes.union!, sheet('union'))
  await takes('union', id, 'selfScore', { scores: scoresBut({}) })
  await takes('street', id, 'closeAnswers', {})
  await takes('street', id, 'score', { scores })
  return { id, concluded: await takes('street', id, 'conclude', { says: '程序规范' }) }
}
