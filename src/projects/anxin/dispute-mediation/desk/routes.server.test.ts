/** The demonstration's mediations on a real database: the desk, the statistics and the routing, each within what the caller may see. */
import { describe, expect, test } from 'vitest'
import type { Engine } from '#engine/routes/engine.server.ts'
import { writeMany } from '#engine/upkeep/bulk.server.ts'
import { addDays, addYears, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Caller } from '#platform/caller.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { seedRegistry } from '#registry/demo.server.ts'
import { demoDistrict, demoPeople, organisationId } from '#registry/demo.ts'
import { openDirectory } from '#registry/directory.server.ts'
import { callerOf } from '#registry/session/caller-row.server.ts'
import { demoCases } from '../demo/cases.ts'
import mediation from '../index.ts'
import { mediationRoutes } from './routes.server.ts'

const today = day('2026-11-23')
const now = { today, region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
const db = await testDatabase()
await seedRegistry(db, today)
const directory = openDirectory(db)
const bodies = await db.owner<{ id: string }>(`select id from organisation where kind in ('committee', 'street')`)
const byId = await directory.organisationsByIds(
  demoDistrict.id,
  bodies.map(({ id }) => id),
)
const ownerOf = (id: string) => {
  const found = byId.get(id)!
  return { id: found.id, name: found.name, shortName: found.shortName, ...(found.unit ? { unit: found.unit } : {}) }
}
const cases = demoCases(now)
await writeMany(
  { db, district: demoDistrict.id, m: mediation, now, ownerOf },
  cases.map(({ owner, log }) => ({ owner: ownerOf(owner), log })),
)

const asCaller = async (person: { readonly id: string }): Promise<Caller> =>
  (await callerOf(db, directory, { person: person.id, district: demoDistrict.id }, today))!
const callers = {
  district: await asCaller(demoPeople.wuJianfang),
  street: await asCaller(demoPeople.zhouMin),
  otherStreet: await asCaller(demoPeople.dongWei),
  mediator: await asCaller(demoPeople.shenHongmei),
  union: await asCaller(demoPeople.maChunyan),
  employer: await asCaller(demoPeople.sunLifeng),
  worker: await asCaller(demoPeople.chenGuoqiang),
}
const app = await testHttp({ callers })
mediationRoutes(app, { db, directory, nowOf: async () => now } as unknown as Engine)
await app.ready()

const get = async (who: keyof typeof callers | 'nobody', url: string) => {
  const answer = await app.inject({ method: 'GET', url, headers: { 'x-test-caller': who } })
  return { status: answer.statusCode, body: answer.json() }
}
const period = `from=${addYears(today, -2)}&to=${today}`

describe('statistics', () => {
  test('the district counts all 200, each street its own, and the streets know no case of another', async () => {
    const [all, baiyang, xiasha] = await Promise.all(
      (['district', 'street', 'otherStreet'] as const).map((who) => get(who, `/api/mediation/statistics?${period}`)),
    )
    expect(all!.body.all.cases).toBe(200)
    expect(baiyang!.body.all.cases).toBeGreaterThan(10)
    expect(baiyang!.body.all.cases + xiasha!.body.all.cases).toBeLessThan(200)
    expect(all!.body.levels.enterprise.cases).toBeGreaterThan(0)
    expect(all!.body.levels.industry.cases).toBeGreaterThan(0)
    expect(all!.body.all.workers).toBeGreaterThanOrEqual(211)
    expect(all!.body.all.agreedFen).toBeGreaterThan(0)
  })

  test('each number opens to as many cases', async () => {
    const { body: table } = await get('street', `/api/mediation/statistics?${period}`)
    const { body: list } = await get('street', `/api/mediation/statistics/cases?${period}&level=street&result=failed&limit=200`)
    expect(list.items.length).toBe(table.levels.street.byResult.failed)
    expect(new Set(list.items.map((one: { state: string }) => one.state))).toEqual(new Set(['failed']))
  })

  test('a period counts by the day of receipt, both ends included', async () => {
    const { body } = await get('district', `/api/mediation/statistics?from=${today}&to=${today}`)
    expect(body.all.byResult.open).toBe(body.all.cases)
    expect((await get('district', `/api/mediation/statistics?from=${today}&to=${addDays(today, -1)}`)).status).toBe(400)
  })

  test('for the desk only', async () => {
    const statuses = await Promise.all(
      (['nobody', 'worker', 'employer'] as const).map(async (who) => (await get(who, `/api/mediation/statistics?${period}`)).status),
    )
    expect(statuses).toEqual([401, 403, 403])
  })
})

describe('the desk', () => {
  test('open cases by days left, and the hearings of the coming days by room', async () => {
    const { status, body } = await get('district', '/api/mediation/desk')
    expect(status).toBe(200)
    const left = body.cases.map((one: { left: number }) => one.left)
    expect(left).toEqual(left.toSorted((a: number, b: number) => a - b))
    expect(left[0]).toBe(0)
    expect(body.hearings.some((one: { on: string }) => one.on === today)).toBe(true)
    expect(body.hearings.some((one: { on: string }) => one.on === addDays(today, 1))).toBe(true)
    expect(body.rooms).toContain('1 号调解室')
  })

  test('a street sees its own; a mediator what lies with their centre', async () => {
    const subjects = async (who: 'district' | 'street' | 'mediator') =>
      (await get(who, '/api/mediation/desk')).body.cases.map((one: { id: string }) => one.id) as string[]
    const [all, street, mediator] = await Promise.all([subjects('district'), subjects('street'), subjects('mediator')])
    expect(street.length).toBeLessThan(all!.length)
    expect(mediator.every((id) => all!.includes(id))).toBe(true)
    expect(mediator.length).toBeGreaterThan(0)
  })
})

describe('routing', () => {
  const levels = (body: { proposals: readonly { level: string }[] }) => body.proposals.map((one) => one.level)

  test('anybody may ask; the street of the firm comes first, its own committee when the worker agrees', async () => {
    const ruiding = organisationId('ruiding')
    const { status, body } = await get('nobody', `/api/mediation/route?firm=${ruiding}`)
    expect(status).toBe(200)
    expect([body.body.name, levels(body)]).toEqual(['白杨街道劳动争议调解中心', ['street', 'enterprise']])
    expect(levels((await get('nobody', `/api/mediation/route?firm=${ruiding}&agreesToFirm=true`)).body)).toEqual(['enterprise', 'street'])
  })

  test('a street by its name, a trade beside it, and nothing for nothing', async () => {
    expect((await get('nobody', `/api/mediation/route?street=${encodeURIComponent('白杨街道')}`)).body.body.name).toBe(
      '白杨街道劳动争议调解中心',
    )
    expect(levels((await get('nobody', `/api/mediation/route?firm=${organisationId('qicheng')}`)).body)).toEqual(['street', 'industry'])
    expect((await get('nobody', '/api/mediation/route')).body).toEqual({ proposals: [] })
  })

  test('how often a firm was here is told to the desk alone', async () => {
    const counts = Map.groupBy(
      cases.filter(({ log }) => log[0]!.on > addYears(today, -1)),
      ({ log }) => (log[0]!.input as { respondent: { organisationId: string } }).respondent.organisationId,
    )
    const often = [...counts].find(
      ([firm, those]) => those.length > 3 && [...byId.values()].some((one) => one.firm === firm && one.mediates),
    )![0]
    const first = async (who: 'nobody' | 'district') =>
      (await get(who, `/api/mediation/route?firm=${often}&agreesToFirm=true`)).body.body.level
    expect([await first('nobody'), await first('district')]).toEqual(['enterprise', 'street'])
  })

  test('what is promised, with its days', async () => {
    const { body } = await get('nobody', '/api/mediation/promise?claimKind=unpaidWages&stillEmployed=true&knewOn=2026-09-01')
    expect(body.lines.map((line: { by: string }) => line.by)).toEqual(['2026-11-23', '2026-11-26', '2026-12-08'])
  })
})
