/** Privacy over HTTP on a real database: what a worker learns and asks, what staff may decide, and what the law refuses. */
import { describe, expect, test } from 'vitest'
import { organisationId } from '../demo.ts'
import { record } from './audit.server.ts'
import { verifyAudit } from './audit/verify.server.ts'
import { requireConsent, requireUsable } from './consent/consent.server.ts'
import { engage, place } from './testing/people-for-tests.server.ts'
import { password, pdf, testPrivacy } from './testing/privacy-for-tests.server.ts'

const { db, district, house, boss, street, mediator, worker, get, send, upload, person, account, ownId, signIn } = await testPrivacy()

describe('who saw me', () => {
  test('the worker is told the day, the office, the field and the reason, not the name; the desk is told the name', async () => {
    const about = await ownId(worker)
    const by = await ownId(street)
    await db.within(house, (q) =>
      record(q, {
        district,
        by,
        byName: '周敏',
        kind: 'sight',
        about,
        what: { field: 'idNumber', reason: { kind: 'pay', text: '发放高温补贴' } },
      }),
    )
    const mine = (await get(worker, '/api/me/sights')).json()
    expect(mine.items[0]).toMatchObject({
      kind: 'sight',
      what: { zh: '身份证号全号' },
      reason: { zh: '发放慰问金、补助或保险：发放高温补贴' },
      body: '白杨街道总工会',
      post: { zh: '副主席' },
    })
    expect(JSON.stringify(mine)).not.toContain('周敏')
    expect((await get(street, `/api/persons/${about}/sights`)).json().items[0]).toMatchObject({ by: '周敏' })
    expect((await get(mediator, `/api/persons/${about}/sights`)).statusCode).toBeGreaterThanOrEqual(403)
    expect((await get(worker, `/api/persons/${about}/sights`)).statusCode).toBe(403)
  })

  test('lists of the workplace that were exported are among them; pages go on', async () => {
    const id = await person('丁一')
    const firm = organisationId('qicheng')
    await engage(db, district, { person: id, organisation: firm, kind: 'employment', since: '2020-01-01' })
    await place(db, district, [id])
    const who = await account(id, 'dingyi')
    const by = await ownId(street)
    await db.within(house, async (q) => {
      for (let n = 0; n < 4; n++) await record(q, { district, by, byName: '周敏', kind: 'sight', about: id, what: { field: 'phone', n } })
      await record(q, { district, by, byName: '周敏', kind: 'export', about: firm, what: { list: 'persons' } })
      await record(q, { district, by, byName: '周敏', kind: 'export', about: organisationId('ruiding'), what: { list: 'persons' } })
    })
    const kinds: string[] = []
    let next: string | undefined
    do {
      const part = (await get(who, `/api/me/sights?limit=2${next ? `&after=${next}` : ''}`)).json()
      kinds.push(...part.items.map((item: { kind: string }) => item.kind))
      next = part.next
    } while (next)
    expect(kinds).toEqual(['export', 'sight', 'sight', 'sight', 'sight'])
    expect((await get(who, '/api/me/sights?after=nonsense')).statusCode).toBe(400)
  })

  test('an export of all within reach is told to each who is in it, and no part of a number is written down', async () => {
    const id = await person('丁二')
    const who = await account(id, 'dinger')
    expect((await get(street, '/api/persons/export?as=csv&q=33010619900101123')).statusCode).toBe(200)
    expect((await get(boss, '/api/persons/export?as=csv')).statusCode).toBe(200)
    expect((await get(who, '/api/me/sights')).json().items.map((item: { kind: string }) => item.kind)).toEqual(['export', 'export'])
    const log = await db.owner<{ what: object }>(`select what from audit_entry where kind = 'export'`)
    expect(JSON.stringify(log)).not.toContain('330106199001')
  })

  test('the whole log is for the district alone', async () => {
    expect((await get(boss, '/api/audit?kind=export')).json().items.length).toBeGreaterThan(0)
    for (const who of [street, mediator, worker]) expect((await get(who, '/api/audit')).statusCode).toBe(403)
  })
})

describe('consent', () => {
  test('is given and withdrawn on the phone; a sensitive field waits for it, and is only stored after it', async () => {
    const id = await person('韩梅')
    const who = await account(id, 'hanmei')
    const may = (field: 'bankCard' | 'idNumber') => db.within(house, (q) => requireConsent(q, district, id, field))
    const use = () => db.within(house, (q) => requireUsable(q, district, id, 'bankCard'))
    await expect(may('bankCard')).rejects.toMatchObject({ parts: { status: 409, refusal: { law: { article: '29' } } } })
    await may('idNumber')
    const give = { purpose: 'payment', given: true, version: 1 }
    const given = (await send(who, 'PUT', '/api/me/consents', give)).json()
    expect(given.items.find((one: { purpose: string }) => one.purpose === 'payment')).toMatchObject({
      given: true,
      older: false,
      history: [{ channel: 'phone' }],
    })
    await send(who, 'PUT', '/api/me/consents', give)
    await may('bankCard')
    await use()
    expect((await send(who, 'PUT', '/api/me/consents', { ...give, version: 7 })).statusCode).toBe(409)
    await send(who, 'PUT', '/api/me/consents', { ...give, given: false })
    await expect(may('bankCard')).rejects.toMatchObject({ parts: { status: 409 } })
    await expect(use()).rejects.toMatchObject({ parts: { refusal: { law: { article: '47' } } } })
    expect(await db.owner('select version, withdrawn_on is not null as withdrawn from consent where person_id = $1', [id])).toEqual([
      { version: 1, withdrawn: true },
    ])
  })

  test('withdrawing the register’s stops all use, giving it again lifts that', async () => {
    const id = await person('韩冰')
    const who = await account(id, 'hanbing')
    const restricted = async () =>
      (await db.owner<{ r: boolean }>('select restricted_at is not null as r from person where id = $1', [id]))[0]!.r
    for (const [given, is] of [
      [true, false],
      [false, true],
      [true, false],
    ] as const) {
      await send(who, 'PUT', '/api/me/consents', { purpose: 'membership', given, version: 1 })
      expect(await restricted()).toBe(is)
    }
  })

  test('at the counter it comes with the signed sheet, from those who govern the person', async () => {
    const id = await person('韩雪')
    const url = `/api/persons/${id}/consents`
    const sheet = { purpose: 'hardship', on: '2026-11-20' }
    expect((await upload(street, url, sheet)).statusCode).toBe(400)
    expect((await upload(street, url, { ...sheet, on: '2026-11-30' }, pdf)).statusCode).toBe(400)
    expect((await upload(mediator, url, sheet, pdf)).statusCode).toBe(404)
    const made = await upload(street, url, sheet, pdf)
    expect(made.statusCode).toBe(201)
    await db.within(house, (q) => requireConsent(q, district, id, 'illness'))
    const withdrawn = (await send(street, 'POST', `${url}/withdraw`, { purpose: 'hardship' })).json()
    expect(withdrawn.items.find((one: { purpose: string }) => one.purpose === 'hardship')).toMatchObject({
      given: false,
      history: [{ channel: 'paper', file: { name: '报告.pdf' }, withdrawnOn: '2026-11-22' }],
    })
    // An older sheet does not undo what the person took back since.
    expect((await upload(street, url, { ...sheet, on: '2026-11-21' }, pdf)).statusCode).toBe(400)
    expect((await upload(street, url, { ...sheet, on: '2026-11-22' }, pdf)).statusCode).toBe(201)
  })
})

describe('assessments', () => {
  test('are kept three years at least, by the register and by the database', async () => {
    const given = { title: '会员实名登记', purpose: '登记身份证号', fields: '身份证号、手机号', assessedOn: '2026-11-02' }
    expect((await upload(street, '/api/assessments', given, pdf)).statusCode).toBe(403)
    expect((await upload(boss, '/api/assessments', given)).statusCode).toBe(400)
    expect((await upload(boss, '/api/assessments', { ...given, keepUntil: '2029-11-01' }, pdf)).json()).toMatchObject({
      refusal: { law: { article: '56' } },
    })
    const made = await upload(boss, '/api/assessments', given, pdf)
    expect(made.json()).toMatchObject({ keepUntil: '2029-11-02', fields: ['身份证号', '手机号'], mayRemove: false })
    const { id } = made.json()
    expect((await get(boss, `/api/assessments/${id}/file`)).rawPayload.equals(pdf)).toBe(true)
    expect((await send(boss, 'DELETE', `/api/assessments/${id}`)).json()).toMatchObject({ refusal: { law: { article: '56' } } })
    expect((await get(boss, '/api/assessments')).json()).toMatchObject({ total: 1, items: [{ id }] })
    await expect(db.owner('update impact_assessment set removed_at = now()')).rejects.toThrow(/check/)
    const old = await upload(boss, '/api/assessments', { ...given, assessedOn: '2023-11-01' }, pdf)
    expect((await send(boss, 'DELETE', `/api/assessments/${old.json().id}`)).statusCode).toBe(204)
    expect((await get(boss, '/api/assessments')).json().total).toBe(1)
  })
})

describe('my data', () => {
  test('is a file of everything, numbers in full only shortly after signing in', async () => {
    const id = await person('罗<b>', { idNumber: '330104199001020001', bankCard: '6222020200000000001', birth: '1990-01-02' })
    await engage(db, district, { person: id, organisation: organisationId('qicheng'), kind: 'employment', since: '2020-01-01' })
    const who = await account(id, 'luob')
    const masked = (await get(who, '/api/me/data?as=json')).json()
    expect(masked.record[0]).toMatchObject({
      name: '罗<b>',
      idNumber: expect.stringContaining('*'),
      bankCard: expect.stringContaining('*'),
    })
    expect(masked.engagements[0]).toMatchObject({ organisation: '杭州启程货运有限公司', since: '2020-01-01' })
    const page = await get(who, '/api/me/data')
    expect(page.headers['content-disposition']).toContain('attachment')
    expect(page.body).toContain('罗&lt;b&gt;')
    expect(page.body).not.toContain('330104199001020001')
    expect((await get(who, '/api/me/data?as=json&full=yes')).json().record[0].idNumber).toBe('330104199001020001')
    await db.open(
      `update auth_session set "createdAt" = now() - interval '11 minutes' where "userId" = (select id from auth_user where username = 'luob')`,
    )
    expect((await get(who, '/api/me/data?as=json&full=yes')).statusCode).toBe(403)
  })
})

describe('requests', () => {
  test('a correction is asked, answered with a reason, and read', async () => {
    const id = await person('高原')
    const who = await account(id, 'gaoyuan')
    const { id: request } = (await send(who, 'POST', '/api/me/corrections', { says: '生日应为1990年1月3日' })).json()
    expect((await get(street, '/api/data-requests')).json().items).toMatchObject([{ id: request, person: { name: '高原' } }])
    expect((await get(mediator, '/api/data-requests')).statusCode).toBe(403)
    const url = `/api/data-requests/${request}/decide`
    expect((await send(who, 'POST', url, { decision: 'granted', answer: '我自己同意' })).statusCode).toBe(403)
    expect((await send(street, 'POST', url, { decision: 'granted', answer: '已按身份证更正' })).statusCode).toBe(200)
    expect((await send(street, 'POST', url, { decision: 'refused', answer: '再答一次' })).statusCode).toBe(409)
    expect((await get(who, '/api/me/requests')).json().items).toMatchObject([{ state: 'granted', answer: '已按身份证更正' }])
  })

  test('erasure takes the person out and leaves the history without a name; before that nothing may stand against it', async () => {
    const id = await person('邓琳', { idNumber: '330104199001020005', phone: '13811112222', illness: '肺结核', birth: '1990-01-02' })
    const past = await engage(db, district, {
      person: id,
      organisation: organisationId('qicheng'),
      kind: 'membership',
      since: '2020-01-01',
    })
    await place(db, district, [id])
    const who = await account(id, 'denglin')
    const refusal = await send(who, 'POST', '/api/me/erasure', {})
    expect(refusal.json()).toMatchObject({
      status: 409,
      refusal: { says: { zh: expect.stringContaining('会籍还在') }, law: { article: '47' } },
    })
    await db.owner(`update engagement set until = '2026-10-31' where id = $1`, [past])
    const term = await db.owner<{ id: string }>(
      `insert into team_member (district_id, id, team, person_id, organisation_id, card_number, since, until)
       values ($1, gen_random_uuid(), 'volunteer', $2, $3, 'V-1', '2024-01-01', '2026-12-31') returning id`,
      [district, id, organisationId('baiyang')],
    )
    expect((await send(who, 'POST', '/api/me/erasure', {})).json()).toMatchObject({
      refusal: { says: { zh: expect.stringContaining('队伍') } },
    })
    await db.owner(`update team_member set until = '2026-10-31' where id = $1`, [term[0]!.id])
    const { id: request } = (await send(who, 'POST', '/api/me/erasure', { says: '我已离开杭州' })).json()
    expect((await send(who, 'POST', '/api/me/erasure', {})).statusCode).toBe(409)
    const decided = await send(street, 'POST', `/api/data-requests/${request}/decide`, { decision: 'granted', answer: '核实无未结事项' })
    expect(decided.statusCode).toBe(200)
    const [row] = await db.owner<Record<string, unknown>>('select * from person where id = $1', [id])
    expect(row).toMatchObject({ name: '已删除', birth: null, id_number: null, id_digest: null, phone_sealed: null, phone_digest: null })
    expect(row!.restricted_at).not.toBeNull()
    expect(await db.owner('select 1 from person_secret where person_id = $1', [id])).toEqual([])
    expect(await db.owner('select card_number from team_member where person_id = $1', [id])).toEqual([{ card_number: null }])
    expect(await db.owner('select since, until from engagement where id = $1', [past])).toEqual([
      { since: '2020-01-01', until: '2026-10-31' },
    ])
    expect((await get(who, '/api/me')).statusCode).toBe(401)
    await expect(signIn('denglin', password)).rejects.toThrow('401')
  })
})

test('all this left whole chains', async () => {
  expect(await verifyAudit(db, district)).toEqual([])
})
