/** Finding a union to join and the code of its poster, asked by somebody whom the house does not know. */
import { expect, test } from 'vitest'
import { organisationId } from '../../demo.ts'
import { jointUnions, testPeople } from '../people-for-tests.server.ts'
import type { MyRecordWire } from '../people-wire.ts'
import type { PlacesWire } from './places-wire.ts'
import { joinAddress } from './routes.server.ts'

const { app, db, get, post, directory } = await testPeople()
const places = async (query = ''): Promise<PlacesWire> => {
  const answer = await app.inject({ method: 'GET', url: `/api/join?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const ids = ({ items }: PlacesWire) => items.map(({ id }) => id)

test('of a street its joint unions, of no street the federations one joins by trade', async () => {
  const all = await places()
  expect(all.streets.map(({ name }) => name)).toContain('白杨街道')
  expect(new Set(all.items.map(({ kind }) => kind))).not.toContain('union')
  expect(ids(all)).toContain(organisationId('freightFederation'))
  expect(ids(all)).not.toContain(jointUnions.baiyang)
  const baiyang = await places(`street=${organisationId('baiyang')}`)
  expect(ids(baiyang)).toEqual([jointUnions.baiyang])
  expect(baiyang.items[0]!.unit).toEqual({ id: organisationId('baiyang'), name: '白杨街道' })
})

test('by name every union that takes members, joint ones first; firms and committees never', async () => {
  expect(ids(await places(`q=${encodeURIComponent('瑞鼎')}`))).toEqual([organisationId('ruidingUnion')])
  expect(ids(await places('q=RUIDING'))).toEqual([organisationId('ruidingUnion')])
  const xiasha = await places(`q=${encodeURIComponent('工会')}&street=${organisationId('xiasha')}`)
  expect(ids(xiasha)[0]).toBe(jointUnions.xiasha)
  expect(xiasha.items.every(({ kind }) => kind === 'union' || kind === 'jointUnion')).toBe(true)
  expect((await places(`q=${encodeURIComponent('100%没有_的')}`)).items).toEqual([])
})

test('a union that ended is no longer offered, and its code leads nowhere', async () => {
  const { xiasha } = jointUnions
  const code = `/api/join/${xiasha}/qr.svg`
  expect((await app.inject({ method: 'GET', url: code })).statusCode).toBe(200)
  await db.owner("update organisation set standing = 'ended', until = '2026-11-01' where id = $1", [xiasha])
  directory.forget()
  expect(ids(await places(`street=${organisationId('xiasha')}`))).toEqual([])
  expect((await app.inject({ method: 'GET', url: code })).statusCode).toBe(404)
  expect((await app.inject({ method: 'GET', url: `/api/join/${organisationId('ruiding')}/qr.svg` })).statusCode).toBe(404)
})

test('the code is a drawing that anybody may print', async () => {
  const answer = await app.inject({ method: 'GET', url: `/api/join/${jointUnions.baiyang}/qr.svg` })
  expect(answer.headers['content-type']).toMatch('image/svg+xml')
  expect(answer.body).toMatch(/^<svg [^>]*viewBox/)
  expect(joinAddress('https://ghwang.example.cn/', 'http://10.0.0.5:3000', 'x')).toBe('https://ghwang.example.cn/join/x')
  expect(joinAddress('http://localhost:3000', 'http://10.0.0.5:3000', 'x')).toBe('http://10.0.0.5:3000/join/x')
})

test('who was found, is asked and approved, is a member; moving on keeps both in their history', async () => {
  const mine = async (): Promise<MyRecordWire> => (await get('rider', '/api/me/registry')).json()
  const unions = async () => (await mine()).engagements.filter(({ kind }) => kind === 'membership')
  const approveAll = async (on: string) => {
    const ids = (await get('district', '/api/engagements/waiting')).json().items.map(({ id }: { id: string }) => id)
    expect((await post('district', '/api/engagements/approve', { ids, on })).json()).toEqual({ approved: ids, refused: [] })
  }
  const [found] = (await places(`street=${organisationId('baiyang')}`)).items
  const asked = await post('rider', '/api/me/join', { organisation: found!.id })
  expect(asked.statusCode).toBe(400)
  const applied = await post('rider', '/api/me/join', { organisation: found!.id, applies: true })
  expect(applied.statusCode, applied.body).toBe(200)
  expect((await unions()).filter(({ waiting }) => waiting)).toMatchObject([{ organisation: { id: found!.id } }])
  await approveAll('2026-11-22')
  expect((await mine()).union).toMatchObject({ id: found!.id })
  await db.owner(
    "update engagement set since = '2026-06-01', approved_on = '2026-06-01' where kind = 'membership' and organisation_id = $1",
    [found!.id],
  )
  const next = organisationId('freightFederation')
  await post('rider', '/api/me/join', { organisation: next, applies: true })
  expect((await mine()).union).toMatchObject({ id: found!.id })
  await approveAll('2026-11-22')
  expect((await mine()).union).toMatchObject({ id: next })
  expect((await unions()).filter(({ organisation }) => organisation?.id === found!.id || organisation?.id === next)).toMatchObject([
    { organisation: { id: found!.id }, since: '2026-06-01', until: '2026-11-21' },
    { organisation: { id: next }, since: '2026-11-22' },
  ])
})
