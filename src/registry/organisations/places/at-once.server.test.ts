/** What is done to an organisation while somebody else does another thing to it, and who brings a firm's people to a union. */
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { demoPeople, organisationId } from '../../demo.ts'
import { keepDay } from '../../upkeep/upkeep.server.ts'
import { givePost, engage, place } from '../../privacy/testing/people-for-tests.server.ts'
import { testPrivacy } from '../../privacy/testing/privacy-for-tests.server.ts'
import { testDay } from '../../testing/registry-for-tests.server.ts'

const { db, app, district, house, boss, street, get, send, person, account } = await testPrivacy()

/** Until a statement of the house waits for another's lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await db.owner<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    if (row!.n > 0) return
  }
}

test('nothing is entered below what ends at this moment', async () => {
  const union = organisationId('ruidingUnion')
  const entering = await db.within(house, async (q) => {
    await q('select 1 from organisation where district_id = $1 and id = $2 for update', [district, union])
    const sent = send(street, 'POST', '/api/organisations', { kind: 'team', name: '一车间小组', parent: union, since: '2026-01-01' })
    await somebodyWaits()
    await q(`update organisation set standing = 'ended', until = $3 where district_id = $1 and id = $2`, [district, union, testDay])
    return { sent }
  })
  expect((await entering.sent).statusCode).toBe(409)
  await db.owner(`update organisation set standing = 'standing', until = null where id = $1`, [union])
})

test('an applicant who withdraws while they are approved does not end the membership', async () => {
  const id = await person('申请人')
  const who = await account(id, 'shenqing')
  const union = organisationId('ruidingUnion')
  await send(who, 'POST', '/api/me/join', { organisation: union, applies: true })
  const [waiting] = await db.owner<{ id: string }>('select id from engagement where person_id = $1', [id])
  const withdrawing = await db.within(house, async (q) => {
    await q('select 1 from person where district_id = $1 and id = $2 for update', [district, id])
    const sent = send(who, 'POST', `/api/engagements/${waiting!.id}/end`, {})
    await somebodyWaits()
    await q('update engagement set approved_on = $3 where district_id = $1 and id = $2', [district, waiting!.id, testDay])
    return { sent }
  })
  expect((await withdrawing.sent).json()).toMatchObject({ status: 409, refusal: { why: 'stale' } })
})

test('nobody begins at a body that is not founded yet, or has ended', async () => {
  const proposed = newId()
  await db.owner(
    `insert into organisation (district_id, id, kind, name, short_name, parent_id, unit_id, path, standing, since)
     select district_id, $1, 'jointUnion', '筹建中的联合工会', '筹建', id, id, path || $1::uuid, 'proposed', '2026-01-01' from organisation where id = $2`,
    [proposed, organisationId('baiyang')],
  )
  const id = await person('早到')
  const begin = (organisation: string, kind: string, more: object = {}) =>
    send(street, 'POST', `/api/persons/${id}/engagements`, { organisation, kind, since: '2026-02-01', ...more })
  expect((await begin(proposed, 'membership', { approvedOn: '2026-02-01' })).json()).toMatchObject({
    status: 409,
    refusal: { law: { act: 'union-law', article: '12' } },
  })
  const firm = organisationId('yunhe')
  await db.owner(`update organisation set standing = 'ended', until = '2026-10-01' where id = $1`, [firm])
  expect((await begin(firm, 'employment')).statusCode).toBe(409)
  expect((await begin(firm, 'employment', { until: '2026-09-30' })).statusCode).toBe(201)
  await db.owner(`update organisation set standing = 'standing', until = null where id = $1`, [firm])
})

test('the chair of a joint union does not bring the firm they merely work at', async () => {
  const joint = newId()
  await db.owner(
    `insert into organisation (district_id, id, kind, name, short_name, parent_id, unit_id, path, since)
     select district_id, $1, 'jointUnion', '联合工会', '联合', id, id, path || $1::uuid, '2020-01-01' from organisation where id = $2`,
    [joint, organisationId('baiyang')],
  )
  const id = await person('联主席')
  await givePost(db, district, { person: id, organisation: joint, kind: 'unionChair', scope: 'below' })
  await engage(db, district, { person: id, organisation: organisationId('qicheng'), kind: 'employment', since: '2020-01-01' })
  await place(db, district, [id])
  const chair = await account(id, 'lianzhuxi')
  const url = `/api/organisations/${joint}/cover`
  const firm = organisationId('qicheng')
  expect((await send(chair, 'POST', url, { firm, since: '2026-01-01' })).statusCode).toBe(403)
  expect((await get(chair, `/api/persons/${demoPeople.chenGuoqiang.id}`)).statusCode).toBe(404)
  expect((await send(street, 'POST', url, { firm, since: '2026-01-01' })).statusCode).toBe(201)
})

test('one code claimed twice keeps no day from coming, and the former code is not taken from who has it now', async () => {
  const [one, other] = [organisationId('qicheng'), organisationId('yunhe')]
  const code = '91330100MA2ABCDEXY'
  const fact = (organisation: string, value: string, since: string) =>
    send(boss, 'POST', `/api/organisations/${organisation}/facts`, { fact: 'creditCode', value, since, source: '执照' })
  expect((await fact(one, code, '2026-11-01')).statusCode).toBe(201)
  expect((await fact(other, code, '2026-11-24')).statusCode).toBe(201)
  expect(await keepDay(db, district, '2026-11-24' as typeof testDay)).toBe(true)
  const codes = await db.owner<{ credit_code: string | null }>('select credit_code from organisation where id = any ($1::uuid[])', [
    [one, other],
  ])
  expect(codes.filter(({ credit_code }) => credit_code === code)).toHaveLength(1)
  const newer = (await fact(one, '91330100MA2ABCDEXX', '2026-11-10')).json()
  await keepDay(db, district, '2026-11-25' as typeof testDay)
  const back = await send(boss, 'POST', `/api/organisations/${one}/facts/${newer.id}/withdrawal`, { reason: '填错了' })
  expect(back.statusCode, back.body).toBe(400)
})

test('a forged place in a list is a clear answer', async () => {
  const id = '0192d3a0-0000-7000-8000-000000000001'
  const forged = (text: string) => Buffer.from(text).toString('base64url')
  const lists = [
    [`/api/organisations/${organisationId('qicheng')}/history`, `${id}nonsense`],
    ['/api/organisations/terms', `${id}nonsense`],
    ['/api/engagements/waiting', `${id}2026-02-31`],
    ['/api/organisations', `${id}a\0b`],
    ['/api/persons', `${id}n=5.a%00b`],
    ['/api/persons/duplicates', `2026-02-31|${id}|${id}`],
    ['/api/me/sights', `2026-11-22T00:00:00.000Z|${id}|999999999999`],
  ] as const
  for (const [url, text] of lists)
    expect((await app.inject({ url: `${url}?after=${forged(text)}`, headers: street! })).statusCode, url).toBe(400)
})
