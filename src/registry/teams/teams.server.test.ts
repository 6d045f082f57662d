/** The teams over HTTP on a real database: the same judgement as the pure one, recusal and load hold, nobody sees another street's. */
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '#kernel/day.ts'
import { demoDistrict, demoPeople, organisationId } from '../demo.ts'
import { testDay, testRegistry } from '../testing/registry-for-tests.server.ts'
import { type Qualification, standingOn, teamNames } from './team.ts'
import type { MemberWire } from './team-wire.ts'

const { app, db, signIn } = await testRegistry()
const [district, street, mediator, employer] = await Promise.all(['district', 'street', 'mediator', 'employer'].map((name) => signIn(name)))
type Who = typeof street
const get = (who: Who | undefined, url: string) => app.inject({ url, headers: who ?? {} })
const send = (who: Who | undefined, method: 'POST' | 'PATCH', url: string, payload: object) =>
  app.inject({ method, url, payload, headers: who ?? {} })

const baiyang = organisationId('baiyang')
const supervisor = {
  team: 'supervisor',
  person: demoPeople.fangWenbin.id,
  organisation: baiyang,
  since: '2025-01-01',
  until: '2027-12-31',
  trainedOn: '2024-11-01',
  trainingHours: 24,
  examinedOn: '2024-11-20',
  examPassed: true,
  cardNumber: '浙钱监2025001',
  loadLimit: 2,
}

describe('a member', () => {
  test('is taken in by those who govern the body, and counted', async () => {
    expect((await send(mediator, 'POST', '/api/teams/members', supervisor)).statusCode).toBe(404)
    expect((await send(employer, 'POST', '/api/teams/members', supervisor)).statusCode).toBe(404)
    expect((await send(street, 'POST', '/api/teams/members', { ...supervisor, organisation: organisationId('xiasha') })).statusCode).toBe(
      404,
    )
    expect((await send(street, 'POST', '/api/teams/members', { ...supervisor, until: '2024-12-31' })).statusCode).toBe(400)
    const made = await send(street, 'POST', '/api/teams/members', supervisor)
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ standing: 'counting', missing: [], load: 0, person: { name: '方文斌' } })
    expect((await send(street, 'POST', '/api/teams/members', supervisor)).statusCode).toBe(409)
    const counted = (await get(street, '/api/teams')).json().items.find(({ team }: { team: string }) => team === 'supervisor')
    expect(counted).toMatchObject({ value: 1, counting: 1, expiring: 0 })
    const then = (await get(street, '/api/teams?on=2024-12-31')).json().items.find(({ team }: { team: string }) => team === 'supervisor')
    expect(then).toMatchObject({ value: 0, future: 1 })
  })
  test('is changed on the version one has seen, and not on an older one', async () => {
    const [{ id, version }] = (await get(street, '/api/teams/members?team=supervisor')).json().items
    const changed = await send(street, 'PATCH', `/api/teams/members/${id}`, { version, cardNumber: null })
    expect(changed.json()).toMatchObject({ standing: 'incomplete', missing: [{ zh: '没有证号' }] })
    expect((await send(street, 'PATCH', `/api/teams/members/${id}`, { version, cardNumber: 'x1' })).statusCode).toBe(409)
    const again = await send(street, 'PATCH', `/api/teams/members/${id}`, { version: changed.json().version, cardNumber: '浙钱监2025001' })
    expect(again.json().standing).toBe('counting')
  })
  test('is found by name, initials and card, by those above and by nobody beside', async () => {
    for (const q of ['方文', 'fangw', 'fwb', '浙钱监2025001'])
      expect((await get(district, `/api/teams/members?q=${encodeURIComponent(q)}`)).json().total, q).toBe(1)
    expect((await get(employer, '/api/teams/members')).json().total).toBe(0)
  })
})

describe('the firms of a member', () => {
  const own = async () => (await get(street, '/api/teams/members?team=supervisor')).json().items[0] as MemberWire
  test('stop at the limit, and at a firm to stand back from', async () => {
    const { id } = await own()
    const assign = (firm: 'qicheng' | 'ruiding' | 'landa') =>
      send(street, 'POST', `/api/teams/members/${id}/assignments`, { firm: organisationId(firm) })
    expect((await assign('landa')).statusCode).toBe(400)
    const recusal = { person: demoPeople.fangWenbin.id, firm: organisationId('ruiding'), why: 'kin', note: '妻弟任副总' }
    expect((await send(employer, 'POST', '/api/teams/recusals', recusal)).statusCode).toBe(404)
    const recused = await send(street, 'POST', '/api/teams/recusals', recusal)
    expect(recused.statusCode).toBe(201)
    const refused = await assign('ruiding')
    expect(refused.statusCode).toBe(409)
    expect(refused.json().refusal).toMatchObject({ why: 'broken', law: { act: 'supervision-zhejiang', article: '13' } })
    expect((await assign('qicheng')).statusCode).toBe(201)
    expect((await assign('qicheng')).statusCode).toBe(409)
    expect((await send(street, 'POST', `/api/teams/recusals/${recused.json().id}/end`, { on: addDays(testDay, -0) })).statusCode).toBe(200)
    expect((await get(street, `/api/teams/members/${id}/assignments`)).json().items).toHaveLength(1)
  })
  test('declaring an interest ends the assignment to that firm', async () => {
    const { id, load } = await own()
    expect(load).toBe(1)
    const recusal = { person: demoPeople.fangWenbin.id, firm: organisationId('qicheng'), why: 'interest', since: '2026-11-23' }
    expect((await send(street, 'POST', '/api/teams/recusals', recusal)).statusCode).toBe(201)
    const [assignment] = (await get(street, `/api/teams/members/${id}/assignments`)).json().items
    expect(assignment.until).toBe('2026-11-22')
    // What the interest ended does not come to life by a later end.
    const later = await send(street, 'POST', `/api/teams/assignments/${assignment.id}/end`, { on: '2027-11-22' })
    expect(later.statusCode).toBe(409)
    expect((await send(street, 'POST', `/api/teams/assignments/${assignment.id}/end`, { on: '2026-11-22' })).statusCode).toBe(200)
    const log = await db.owner(`select 1 from audit_entry where about = $1 and what ? 'unassigned'`, [demoPeople.fangWenbin.id])
    expect(log).toHaveLength(1)
  })
  test('whose term has ended is not assigned; the end is written with its reason', async () => {
    const { id } = await own()
    expect((await send(street, 'POST', `/api/teams/members/${id}/end`, { on: '2026-11-21', why: '调离' })).statusCode).toBe(200)
    const refused = await send(street, 'POST', `/api/teams/members/${id}/assignments`, { firm: organisationId('qicheng') })
    expect(refused.statusCode).toBe(409)
    expect((await own()).standing).toBe('lapsed')
  })
})

test('the database judges every member as the pure function does', async () => {
  const days: Day[] = ['2024-12-31', '2025-01-01', '2027-11-01', '2027-11-02', '2027-12-31', '2028-01-01'].map(day)
  let n = 0
  for (const team of teamNames)
    for (const bits of [0, 1, 3, 7, 11, 13, 14, 15])
      await db
        .owner(
          `insert into team_member (district_id, id, team, person_id, organisation_id, trained_on, examined_on, exam_passed, card_number, registration, since, until)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9, date '2025-01-01' , date '2027-12-31' )`,
          [
            demoDistrict.id,
            team,
            Object.values(demoPeople)[(n += 1) % 12]!.id,
            organisationId(n % 3 ? 'baiyang' : 'xiasha'),
            bits & 1 ? '2024-01-01' : null,
            bits & 2 ? '2025-02-01' : null,
            (bits & 4) > 0,
            bits & 8 ? `c${n}` : null,
            bits & 4 ? `r${n}` : null,
          ],
        )
        .catch((error: { code?: string }) => {
          if (error.code !== '23505') throw error
        })
  for (const on of days) {
    const { items } = (await get(district, `/api/teams/members?limit=200&on=${on}`)).json() as { items: (MemberWire & Qualification)[] }
    expect(items.length).toBeGreaterThan(20)
    for (const member of items) expect(member.standing, `${member.id} on ${on}`).toBe(standingOn(member, on))
  }
})
