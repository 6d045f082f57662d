/** Changes of people: numbers sealed and judged, engagements begun and ended, looking closer for a reason. */
import { describe, expect, test } from 'vitest'
import { demoPeople, organisationId } from '../demo.ts'
import { idNumberOf, jointUnions, testPeople, type Who } from './people-for-tests.server.ts'
import type { PersonRecordWire } from './people-wire.ts'

const { db, call, post, record, list, names, district } = await testPeople()
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

describe('entering', () => {
  test('the chair of a union enters a member in one step, or an applicant, and nobody who would be lost', async () => {
    const membership = { organisation: ruidingUnion, kind: 'membership', since: '2026-11-01' }
    const add = (name: string, engagement?: object) => post('union', '/api/persons', { name, ...(engagement && { engagement }) })
    expect((await add('没着落')).json().errors[0].path).toBe('engagement')
    const member = await add('新会员', { ...membership, approvedOn: '2026-11-01' })
    expect(member.json()).toMatchObject({ memberSince: '2026-11-01', union: { id: ruidingUnion } })
    expect(await names('union', 'q=xhy')).toContain('新会员')
    const applicant = await add('申请人', membership)
    expect(applicant.statusCode).toBe(201)
    expect(applicant.json().engagements[0].waiting).toBe(true)
    expect((await call('union', 'GET', '/api/engagements/waiting')).body).toContain('申请人')
  })
})

describe('reveal', () => {
  const why = { kind: 'correct', text: '核对花名册第 3 行' }
  test('shows the full number to who looks after the person, for a reason, and is written down', async () => {
    const idNumber = idNumberOf('1983-05-05', 777)
    const { id } = await enter('被查看', { idNumber, phone: '13700000001' })
    expect((await post('street', `/api/persons/${id}/reveal`, { field: 'idNumber', reason: why })).json()).toEqual({ value: idNumber })
    expect((await post('union', `/api/persons/${id}/reveal`, { field: 'phone', reason: why })).json()).toEqual({ value: '13700000001' })
    expect((await post('street', `/api/persons/${id}/reveal`, { field: 'bankCard', reason: why })).statusCode).toBe(409)
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
