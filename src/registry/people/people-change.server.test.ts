/** Changes of people: numbers sealed and judged, engagements and transfers, approvals, looking closer, joining by code. */
import { describe, expect, test } from 'vitest'
import { demoPeople, organisationId } from '../demo.ts'
import { idNumberOf, jointUnions, testPeople, type Who } from './people-for-tests.server.ts'
import type { PersonRecordWire } from './people-wire.ts'

const { db, app, call, post, get, record, list, names, district } = await testPeople()
const ruiding = organisationId('ruiding')
const ruidingUnion = organisationId('ruidingUnion')
let serial = 300

async function enter(name: string, more: object = {}, who: Who = 'street'): Promise<PersonRecordWire> {
  const engagement = { organisation: ruiding, kind: 'employment', job: '焊工', since: '2024-03-01' }
  const answer = await post(who, '/api/persons', { name, idNumber: idNumberOf('1988-06-01', serial++), engagement, ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const audit = (id: string, kind: string) =>
  db.owner<{ what: Record<string, unknown>; by_name: string }>(
    'select what, by_name from audit_entry where district_id = $1 and about = $2 and kind = $3 order by at, seq',
    [district, id, kind],
  )

describe('numbers', () => {
  test('lie sealed: the owner of the tables reads neither, and both are shown masked', async () => {
    const idNumber = idNumberOf('1979-02-03', 118)
    const { id, ...shown } = await enter('封小密', { idNumber, phone: '13987654321' })
    expect(shown).toMatchObject({
      idNumber: `330***********${idNumber.slice(-4)}`,
      phone: '139****4321',
      sex: 'female',
      birth: '1979-02-03',
    })
    const [row] = await db.owner<Record<string, unknown>>('select * from person where id = $1', [id])
    const everything = JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value))
    expect(everything).not.toContain(idNumber)
    expect(everything).not.toContain('13987654321')
    const logged = await db.owner('select what from audit_entry where about = $1', [id])
    expect(JSON.stringify(logged)).not.toMatch(/13987654321|330106/)
  })
  test('are judged with what is wrong and how to mend it', async () => {
    const wrong = `${idNumberOf('1979-02-03', 119).slice(0, 17)}?`
    for (const [body, path] of [
      [{ idNumber: wrong }, 'idNumber'],
      [{ phone: '0571-88881234' }, 'phone'],
      [{ idNumber: idNumberOf('1979-02-03', 121), sex: 'female' }, 'sex'],
    ] as const) {
      const answer = await post('street', '/api/persons', { name: '错号人', ...body })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().errors[0].path).toBe(path)
    }
  })
  test('the same ID number is one person: named to who may know them, and to nobody else', async () => {
    const idNumber = idNumberOf('1991-01-01', 551)
    const first = await enter('先登记', { idNumber })
    const again = await post('street', '/api/persons', { name: '后登记', idNumber })
    expect(again.statusCode).toBe(409)
    expect(again.json().refusal).toMatchObject({ why: 'broken', same: { field: 'idNumber', person: { id: first.id, name: '先登记' } } })
    const elsewhere = await post('otherStreet', '/api/persons', { name: '别街登记', idNumber })
    expect(elsewhere.statusCode).toBe(409)
    expect(elsewhere.body).not.toContain('先登记')
    expect(elsewhere.body).not.toContain(first.id)
    const other = await enter('另一人')
    const change = await call('street', 'PATCH', `/api/persons/${other.id}`, { version: other.version, idNumber })
    expect(change.json().refusal.same.merge).toBe('/api/persons/merges')
    const both = await Promise.all(
      ['甲', '乙'].map((name) => post('street', '/api/persons', { name: `同时${name}`, idNumber: idNumberOf('1991-01-01', 553) })),
    )
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })
})

describe('reveal', () => {
  const why = { kind: 'correct', text: '核对花名册第 3 行' }
  test('shows the full number to who looks after the person, for a reason, and is written down', async () => {
    const idNumber = idNumberOf('1983-05-05', 777)
    const { id } = await enter('被查看', { idNumber, phone: '13700000001' })
    expect((await post('street', `/api/persons/${id}/reveal`, { field: 'idNumber', reason: why })).json()).toEqual({ value: idNumber })
    expect((await post('union', `/api/persons/${id}/reveal`, { field: 'phone', reason: why })).json()).toEqual({ value: '13700000001' })
    expect((await post('street', `/api/persons/${id}/reveal`, { field: 'bankCard', reason: why })).statusCode).toBe(404)
    const entries = await audit(id, 'sight')
    expect(entries.map(({ what, by_name }) => [by_name, what.field, what.reason])).toEqual([
      ['周敏', 'idNumber', why.text],
      ['马春燕', 'phone', why.text],
    ])
  })
  test('asks for a reason, and for a desk', async () => {
    const { id } = await enter('不给看')
    expect(
      (await post('street', `/api/persons/${id}/reveal`, { field: 'idNumber', reason: { kind: 'correct', text: '看' } })).statusCode,
    ).toBe(400)
    expect((await post('street', `/api/persons/${id}/reveal`, { field: 'idNumber' })).statusCode).toBe(400)
    for (const who of ['employer', 'mediator', 'otherStreet'] as const)
      expect((await post(who, `/api/persons/${id}/reveal`, { field: 'idNumber', reason: why })).statusCode).toBe(404)
    for (const [who, self] of [
      ['worker', demoPeople.chenGuoqiang.id],
      ['employer', demoPeople.sunLifeng.id],
    ] as const)
      expect((await post(who, `/api/persons/${self}/reveal`, { field: 'phone', reason: why })).statusCode).toBe(403)
    expect(await audit(id, 'sight')).toEqual([])
  })
})

describe('changes', () => {
  test('move the name in the list, and a version read before is stale', async () => {
    const { id, version } = await enter('旧名字')
    const body = { version, name: '新名字', skill: 5, education: 4, phone: null }
    const changed = await call('street', 'PATCH', `/api/persons/${id}`, body)
    expect(changed.json()).toMatchObject({ name: '新名字', skill: 5, education: 4 })
    expect(await names('street', 'q=xmz')).toContain('新名字')
    const again = await call('street', 'PATCH', `/api/persons/${id}`, body)
    expect([again.statusCode, again.json().refusal?.why]).toEqual([409, 'stale'])
    expect((await audit(id, 'change')).at(-1)!.what).toMatchObject({
      deed: 'changed',
      to: { name: '新名字', skill: 5 },
      numbers: ['phone'],
    })
  })
  test('two at once with one version: one wins', async () => {
    const { id, version } = await enter('抢先者')
    const both = await Promise.all([3, 4].map((skill) => call('street', 'PATCH', `/api/persons/${id}`, { version, skill })))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
  test('are for those who govern; the telephone of who holds a post is not for those below it', async () => {
    const seen = await record('union', demoPeople.maChunyan.id)
    expect(seen.may).toMatchObject({ change: true, reveal: true })
    const { version } = await record('mediator', demoPeople.fangWenbin.id)
    expect((await call('mediator', 'PATCH', `/api/persons/${demoPeople.fangWenbin.id}`, { version, skill: 3 })).statusCode).toBe(403)
    const clerk = await enter('兼职调解')
    const centre = { person: clerk.id, organisation: organisationId('baiyangCentre'), role: 'mediator', scope: 'self', from: '2026-01-01' }
    expect((await post('street', '/api/posts', centre)).statusCode).toBe(201)
    const now = await record('union', clerk.id)
    expect(now.may).toMatchObject({ change: true, changePhone: false })
    expect((await call('union', 'PATCH', `/api/persons/${clerk.id}`, { version: now.version, phone: '13700000009' })).statusCode).toBe(403)
  })
})

describe('engagements', () => {
  test('have possible days, fitting bodies, and no second membership', async () => {
    const { id } = await enter('两头会')
    const add = (body: object, who: Who = 'street') => post(who, `/api/persons/${id}/engagements`, body)
    expect((await add({ organisation: ruiding, kind: 'employment', since: '2028-01-01' })).statusCode).toBe(400)
    expect((await add({ organisation: ruiding, kind: 'membership', since: '2026-01-01' })).statusCode).toBe(400)
    expect((await add({ organisation: ruidingUnion, kind: 'membership', since: '2026-01-01', until: '2025-01-01' })).statusCode).toBe(400)
    expect((await add({ organisation: ruiding, kind: 'employment', since: '2025-01-01' })).statusCode).toBe(409)
    expect((await add({ organisation: organisationId('landa'), kind: 'employment', since: '2025-01-01' })).statusCode).toBe(404)
    const member = { organisation: ruidingUnion, kind: 'membership', since: '2026-01-01', approvedOn: '2026-01-01' }
    expect((await add(member, 'union')).statusCode).toBe(201)
    const second = await add({ ...member, organisation: jointUnions.baiyang })
    expect([second.statusCode, second.json().refusal?.why]).toEqual([409, 'broken'])
    expect((await add(member, 'employer')).statusCode).toBe(404)
  })
  test('end on a day, once', async () => {
    const { id, engagements } = await enter('要离开')
    const end = (on: string) => post('street', `/api/engagements/${engagements[0]!.id}/end`, { on, how: 'retired' })
    expect((await end('2020-01-01')).statusCode).toBe(400)
    expect((await post('otherStreet', `/api/engagements/${engagements[0]!.id}/end`)).statusCode).toBe(404)
    const ended = await end('2026-10-31')
    expect(ended.json()).toMatchObject({ active: false, engagements: [{ until: '2026-10-31', endedHow: 'retired' }] })
    expect((await end('2026-11-01')).statusCode).toBe(409)
    expect((await list('street', 'standing=gone')).items.map((row) => row.id)).toContain(id)
  })
})

describe('transfer', () => {
  const member = async (name: string) => {
    const { id } = await enter(name)
    const body = { organisation: ruidingUnion, kind: 'membership', since: '2025-01-01', approvedOn: '2025-01-01' }
    const { engagements } = (await post('street', `/api/persons/${id}/engagements`, body)).json() as PersonRecordWire
    return { id, from: engagements.find(({ kind }) => kind === 'membership')!.id }
  }
  test('in one step, history keeps both, and the same again changes nothing', async () => {
    const { id, from } = await member('转会人')
    const move = { from, to: jointUnions.baiyang, on: '2026-11-01' }
    const done = await post('street', `/api/persons/${id}/transfer`, move)
    expect(done.statusCode, done.body).toBe(200)
    const memberships = (r: PersonRecordWire) =>
      r.engagements
        .filter(({ kind }) => kind === 'membership')
        .map(({ organisation, since, until, endedHow }) => [organisation?.id, since, until, endedHow])
    const both = [
      [ruidingUnion, '2025-01-01', '2026-10-31', 'transferred'],
      [jointUnions.baiyang, '2026-11-01', undefined, undefined],
    ]
    expect(memberships(done.json())).toEqual(both)
    const again = await post('street', `/api/persons/${id}/transfer`, move)
    expect(memberships(again.json())).toEqual(both)
    const later = await post('street', `/api/persons/${id}/transfer`, { ...move, on: '2026-11-02' })
    expect([later.statusCode, later.json().refusal?.why]).toEqual([409, 'stale'])
    expect((await audit(id, 'change')).filter(({ what }) => what.deed === 'transferred')).toHaveLength(1)
  })
  test('raced by two, it is made once', async () => {
    const { id, from } = await member('抢转会')
    const move = (to: string, on: string) => post('street', `/api/persons/${id}/transfer`, { from, to, on })
    const answers = await Promise.all([
      move(jointUnions.baiyang, '2026-11-01'),
      move(jointUnions.baiyang, '2026-11-01'),
      move(jointUnions.baiyang, '2026-11-03'),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(0)
    expect(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 409)).toBe(true)
    const rows = await db.owner(`select 1 from engagement where person_id = $1 and kind = 'membership' and until is null`, [id])
    expect(rows).toHaveLength(1)
  })
  test('out of the district, by name', async () => {
    const { id, from } = await member('去外区')
    const gone = await post('street', `/api/persons/${id}/transfer`, { from, toName: '上城区某某工会', on: '2026-11-10' })
    expect(gone.json().engagements).toContainEqual(expect.objectContaining({ id: from, until: '2026-11-09', movedTo: '上城区某某工会' }))
  })
  test('into a union of others it waits for them, and the old one holds until their word', async () => {
    const { id, from } = await member('跨街道')
    const asked = await post('street', `/api/persons/${id}/transfer`, { from, to: jointUnions.xiasha, on: '2026-11-15' })
    const waits = (asked.json() as PersonRecordWire).engagements.find(({ waiting }) => waiting)!
    expect(waits.organisation).toBeUndefined()
    expect((await record('street', id)).union?.id).toBe(ruidingUnion)
    expect((await post('street', `/api/engagements/${waits.id}/approve`)).statusCode).toBe(404)
    const approved = await post('otherStreet', `/api/engagements/${waits.id}/approve`, { on: '2026-11-20' })
    expect(approved.statusCode, approved.body).toBe(200)
    const after = (await record('district', id)).engagements.filter(({ kind }) => kind === 'membership')
    expect(after.map(({ since, until, follows }) => [since, until, follows])).toEqual([
      ['2025-01-01', '2026-11-19', undefined],
      ['2026-11-20', undefined, from],
    ])
    expect((await list('otherStreet', `union=${jointUnions.xiasha}`)).items.map((row) => row.id)).toContain(id)
  })
  test('is refused to who governs neither end, and without a place to go', async () => {
    const { id, from } = await member('不许转')
    expect((await post('employer', `/api/persons/${id}/transfer`, { from, to: jointUnions.xiasha, on: '2026-11-01' })).statusCode).toBe(404)
    expect((await post('street', `/api/persons/${id}/transfer`, { from, on: '2026-11-01' })).statusCode).toBe(400)
    expect((await post('street', `/api/persons/${id}/transfer`, { from, to: ruiding, on: '2026-11-01' })).statusCode).toBe(400)
    const { engagements } = await record('street', id)
    const work = engagements.find(({ kind }) => kind === 'employment')!.id
    expect(
      (await post('street', `/api/persons/${id}/transfer`, { from: work, to: organisationId('landa'), on: '2026-11-01' })).statusCode,
    ).toBe(403)
  })
})

describe('joining by code', () => {
  test('the code tells the name of a union, and of nothing else', async () => {
    expect((await app.inject(`/api/join/${jointUnions.baiyang}`)).json()).toMatchObject({ name: '白杨街道新就业形态联合工会' })
    expect((await app.inject(`/api/join/${ruiding}`)).statusCode).toBe(404)
    expect((await app.inject(`/api/join/${district}`)).statusCode).toBe(404)
  })
  test('a rider joins, waits, is approved, and moves to another street in one step; the history keeps both', async () => {
    const apply = (organisation: string) => post('rider', '/api/me/join', { organisation, applies: true })
    expect((await post('rider', '/api/me/join', { organisation: jointUnions.baiyang })).statusCode).toBe(400)
    expect((await apply(ruiding)).statusCode).toBe(400)
    const first = await apply(jointUnions.baiyang)
    expect(first.statusCode, first.body).toBe(200)
    expect((await apply(jointUnions.baiyang)).json().engagements).toEqual(first.json().engagements)
    const waiting = (await get('street', '/api/engagements/waiting')).json()
    expect(
      waiting.items.map(({ person, transfers }: { person: { name: string }; transfers: boolean }) => [person.name, transfers]),
    ).toContainEqual(['杨帆', false])
    expect((await get('otherStreet', '/api/engagements/waiting')).body).not.toContain('杨帆')
    expect((await get('mediator', '/api/engagements/waiting')).statusCode).toBe(403)
    const asked = waiting.items.find(({ person }: { person: { name: string } }) => person.name === '杨帆').id
    const nobody = '00000000-0000-7000-8000-000000000009'
    const batch = await post('street', '/api/engagements/approve', { ids: [asked, nobody], on: '2026-11-20' })
    expect(batch.json()).toMatchObject({ approved: [asked], refused: [{ id: nobody }] })
    expect((await post('street', `/api/engagements/${asked}/approve`)).statusCode).toBe(409)
    expect(await names('street', `union=${jointUnions.baiyang}`)).toContain('杨帆')
    const moved = await apply(jointUnions.xiasha)
    expect(moved.json().engagements.at(-1)).toMatchObject({ waiting: true, organisation: { id: jointUnions.xiasha } })
    expect(moved.json().union.id).toBe(jointUnions.baiyang)
    const next = (await get('otherStreet', '/api/engagements/waiting'))
      .json()
      .items.find(({ person }: { person: { name: string } }) => person.name === '杨帆')
    expect(next.transfers).toBe(true)
    // A member since today alone stays one for this day: the new union has them from tomorrow.
    expect((await post('otherStreet', `/api/engagements/${next.id}/approve`)).statusCode).toBe(204)
    const mine = (await get('rider', '/api/me/registry')).json()
    expect(
      mine.engagements
        .filter(({ kind }: { kind: string }) => kind === 'membership')
        .map((e: Record<string, unknown>) => [e.since, e.until, e.endedHow]),
    ).toEqual([
      ['2026-11-22', '2026-11-22', 'transferred'],
      ['2026-11-23', undefined, undefined],
    ])
  })
  test('an application can be withdrawn by the worker and refused by the union', async () => {
    const engagementOf = async () =>
      (await get('worker', '/api/me/registry')).json().engagements.find(({ waiting }: { waiting?: true }) => waiting)?.id
    await post('worker', '/api/me/join', { organisation: jointUnions.baiyang, applies: true })
    expect((await post('worker', `/api/engagements/${await engagementOf()}/end`)).statusCode).toBe(200)
    expect(await engagementOf()).toBeUndefined()
    await post('worker', '/api/me/join', { organisation: jointUnions.baiyang, applies: true })
    expect((await post('street', `/api/engagements/${await engagementOf()}/end`)).statusCode).toBe(200)
    expect(await engagementOf()).toBeUndefined()
  })
})
