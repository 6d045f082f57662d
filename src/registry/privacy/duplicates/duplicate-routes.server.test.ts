/** Duplicates over HTTP on a real database: found, laid side by side, merged and undone by those who govern both. */
import { describe, expect, test } from 'vitest'
import type { Id } from '#kernel/id.ts'
import { organisationId } from '../../demo.ts'
import { idNumberOf } from '../../people/people-for-tests.server.ts'
import { verifyAudit } from '../audit/verify.server.ts'
import { engage, place } from '../testing/people-for-tests.server.ts'
import { testPrivacy } from '../testing/privacy-for-tests.server.ts'

const { db, district, boss, street, mediator, worker, get, send, person, account, signIn } = await testPrivacy()
const union = await signIn('union')

describe('duplicates and merging', () => {
  test('found, laid side by side, merged by who governs both; both accounts are then one person, and undone they are two', async () => {
    const phone = '13577778888'
    const kept = await person('宋佳', { phone, spelling: 'songjia', idNumber: '330104199001020007' })
    const gone = await person('宋嘉', { phone, spelling: 'songjia' })
    await engage(db, district, { person: gone, organisation: organisationId('qicheng'), kind: 'employment', since: '2021-01-01' })
    await place(db, district, [kept, gone])
    const [one, other] = [await account(kept, 'songjia1'), await account(gone, 'songjia2')]
    expect((await send(street, 'POST', '/api/persons/duplicates/search')).statusCode).toBe(403)
    expect((await send(boss, 'POST', '/api/persons/duplicates/search')).statusCode).toBe(204)
    const pairs = (await get(street, '/api/persons/duplicates')).json()
    const pair = pairs.items.find(({ a, b }: { a: { id: Id }; b: { id: Id } }) => [a.id, b.id].includes(kept))
    expect(pair).toMatchObject({ reasons: ['phone'], a: { phone: '135****8888' } })
    for (const who of [mediator, worker]) expect((await get(who, '/api/persons/duplicates')).statusCode).toBe(403)
    const sides = (await get(street, `/api/persons/duplicates/${kept}/${gone}`)).json()
    expect(sides).toMatchObject({ a: { mayMerge: true, hasAccount: true }, b: { engagements: [{ organisation: '杭州启程货运有限公司' }] } })

    const body = { kept, gone, choices: { name: 'gone' }, reason: '同一手机，本人确认' }
    expect((await send(mediator, 'POST', '/api/persons/merges', body)).statusCode).toBe(404)
    expect((await send(street, 'POST', '/api/persons/merges', { ...body, gone: kept })).statusCode).toBe(400)
    const merged = await send(street, 'POST', '/api/persons/merges', body)
    expect(merged.statusCode).toBe(201)
    expect(merged.json()).toMatchObject({ undoUntil: '2026-12-22' })
    for (const who of [one, other])
      expect((await get(who, '/api/me')).json()).toMatchObject({
        person: { id: kept, name: '宋嘉' },
        posts: [{ organisation: { name: '杭州启程货运有限公司' } }],
      })
    expect((await get(street, '/api/persons/merges')).json().items[0]).toMatchObject({
      kept: { id: kept },
      gone: { name: '宋嘉' },
      mayUndo: true,
    })
    const undone = await send(street, 'POST', `/api/persons/merges/${merged.json().id}/undo`, { reason: '原来是姐妹' })
    expect(undone.json()).toEqual({ kept, gone })
    expect((await get(one, '/api/me')).json()).toMatchObject({ person: { id: kept, name: '宋佳' }, posts: [] })
    expect((await get(other, '/api/me')).json()).toMatchObject({ person: { id: gone, name: '宋嘉' } })
    expect((await send(street, 'POST', '/api/persons/duplicates/dismiss', { a: gone, b: kept, because: '是姐妹' })).statusCode).toBe(204)
    expect((await get(street, '/api/persons/duplicates?show=dismissed')).json().items).toMatchObject([{ dismissed: { because: '是姐妹' } }])
  })

  test('bodies the caller may not know are not named beside a person they see', async () => {
    const [one, other] = [await person('毛遂', { birth: '1990-01-02' }), await person('毛遂', { birth: '1990-01-02' })]
    for (const id of [one, other]) {
      await engage(db, district, { person: id, organisation: organisationId('ruidingUnion'), kind: 'membership', since: '2022-01-01' })
      await engage(db, district, { person: id, organisation: organisationId('landa'), kind: 'employment', since: '2021-01-01' })
    }
    await place(db, district, [one, other])
    await send(boss, 'POST', '/api/persons/duplicates/search')
    const [sides, list] = await Promise.all(
      [`/api/persons/duplicates/${one}/${other}`, `/api/persons/duplicates?person=${one}`].map((url) => get(union, url)),
    )
    expect([sides!.statusCode, list!.statusCode]).toEqual([200, 200])
    expect(list!.json().items).toHaveLength(1)
    expect(sides!.json().a.engagements).toHaveLength(2)
    const [landa] = await db.owner<{ name: string }>('select name from organisation where id = $1', [organisationId('landa')])
    for (const answer of [sides!, list!]) expect(answer.body).not.toContain(landa!.name)
    expect((await get(boss, `/api/persons/duplicates/${one}/${other}`)).body).toContain(landa!.name)
  })

  test('a number left on a merged row is that of the person it went to; once erased, the list of merges still answers', async () => {
    const [kept, gone] = [
      await person('蔺相如', { idNumber: '330104199001020023' }),
      await person('蔺如', { idNumber: idNumberOf('1990-01-02', 77) }),
    ]
    expect((await send(street, 'POST', '/api/persons/merges', { kept, gone, reason: '同一人' })).statusCode).toBe(201)
    const again = await send(street, 'POST', '/api/persons', { name: '蔺如', idNumber: idNumberOf('1990-01-02', 77) })
    expect(again.json()).toMatchObject({ status: 409, refusal: { same: { person: { id: kept } } } })
    const who = await account(kept, 'linxiangru')
    const { id: request } = (await send(who, 'POST', '/api/me/erasure', { says: '离开' })).json()
    const decided = await send(street, 'POST', `/api/data-requests/${request}/decide`, { decision: 'granted', answer: '无未结事项' })
    expect(decided.statusCode).toBe(200)
    expect((await get(street, '/api/persons/merges')).json().items[0]).toMatchObject({ kept: { id: kept }, gone: { name: '已删除' } })
  })

  test('somebody of another street is not there to be merged', async () => {
    const [here, there] = [await person('许多'), await person('许多', { unit: organisationId('xiasha') })]
    expect((await send(street, 'POST', '/api/persons/merges', { kept: here, gone: there, reason: '同名' })).statusCode).toBe(404)
    expect((await send(boss, 'POST', '/api/persons/merges', { kept: here, gone: there, reason: '同名' })).statusCode).toBe(201)
  })

  test('all this left whole chains', async () => {
    expect(await verifyAudit(db, district)).toEqual([])
  })
})
