/** Transfers in one step and joining by code: what ends, what begins, who decides, and what stays in the history. */
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { organisationId } from '../demo.ts'
import { idNumberOf, jointUnions, testPeople, type Who } from './people-for-tests.server.ts'
import type { PersonRecordWire } from './people-wire.ts'
import { placeDue } from './place-due.server.ts'

const { db, app, post, get, record, list, names, district } = await testPeople()
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
  test('what begins on a day to come holds from that day on, without anybody’s doing', async () => {
    expect(await names('otherStreet', `union=${jointUnions.xiasha}`)).not.toContain('杨帆')
    expect(await placeDue(db, district, day('2026-11-23'))).toBeGreaterThan(0)
    expect(await names('otherStreet', `union=${jointUnions.xiasha}`)).toContain('杨帆')
    expect(await names('street', `union=${jointUnions.baiyang}`)).not.toContain('杨帆')
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
