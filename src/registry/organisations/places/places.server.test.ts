/** Unions founded, approved, moved, ended and elected anew over HTTP on a real database, as the law has it. */
import { describe, expect, test } from 'vitest'
import { demoDistrict, demoPeople, organisationId } from '../../demo.ts'
import { testOrganisations, type Who } from '../../testing/organisations-for-tests.server.ts'
import { testDay } from '../../testing/registry-for-tests.server.ts'

const { db, get, post, list, recordOf, history, who } = await testOrganisations()
const { district, street, mediator, union } = who
const baiyang = organisationId('baiyang')
const xiasha = organisationId('xiasha')

describe('a union', () => {
  const propose = async (firm: 'qicheng' | 'jiahe' | 'luyuan', over: object = {}) =>
    post(street, '/api/organisations', {
      kind: 'union',
      name: `${firm}工会委员会`,
      parent: baiyang,
      firm: organisationId(firm),
      since: '2026-01-10',
      ...over,
    })
  const approval = { number: '白工〔2026〕12号', on: '2026-03-01', termYears: 3, beganOn: '2026-02-20' }

  test('stands only with number and day of the upper union’s approval, for three or five years', async () => {
    const made = (await propose('qicheng')).json()
    expect(made).toMatchObject({ standing: 'proposed' })
    const url = `/api/organisations/${made.id}/approval`
    expect((await list(street, 'kind=firm&union=yes&q=qicheng')).total).toBe(0)
    const post403 = { person: demoPeople.zhouMin.id, organisation: made.id, role: 'unionChair', scope: 'below', from: testDay }
    const refused = await post(street, '/api/posts', post403)
    expect([refused.statusCode, refused.json().refusal]).toMatchObject([409, { why: 'broken', law: { act: 'union-law', article: '12' } }])
    expect((await post(union, url, approval)).statusCode).toBe(404)
    expect((await post(mediator, url, approval)).statusCode).toBe(404)
    expect((await post(street, url, { ...approval, number: '' })).statusCode).toBe(400)
    expect((await post(street, url, { ...approval, on: '2027-01-01' })).statusCode).toBe(400)
    const four = await post(street, url, { ...approval, termYears: 4 })
    expect([four.statusCode, four.json().refusal]).toMatchObject([409, { why: 'broken', law: { act: 'union-law', article: '16' } }])
    expect((await post(street, url, approval)).json()).toMatchObject({ standing: 'standing', since: '2026-03-01' })
    expect((await post(street, url, approval)).statusCode).toBe(200)
    expect((await post(street, url, { ...approval, number: '另一号' })).statusCode).toBe(409)
    expect((await list(street, 'kind=firm&union=yes&q=qicheng')).items[0]?.union?.id).toBe(made.id)
    expect((await list(street, `kind=union&q=qicheng&on=2026-02-28`)).total).toBe(0)
    expect((await list(street, `kind=union&q=qicheng&on=2026-03-01`)).total).toBe(1)
    const page = await recordOf(street, organisationId('qicheng'))
    expect(page.unions).toMatchObject([{ id: made.id, how: 'own', standing: 'standing', termEndsOn: '2029-02-20' }])
    expect(await recordOf(street, made.id)).toMatchObject({
      approval: { number: '白工〔2026〕12号', on: '2026-03-01' },
      term: { years: 3, beganOn: '2026-02-20', endsOn: '2029-02-20' },
      may: { approve: false, term: true },
    })
    // Whoever works at the firm is now of its union's people.
    const [chen] = await db.owner<{ union_id: string }>('select union_id from person where id = $1', [demoPeople.chenGuoqiang.id])
    expect(chen!.union_id).toBe(made.id)
    expect((await history(street, made.id)).map(({ what }) => what)).toEqual(expect.arrayContaining(['founded', 'approved', 'term']))
  })
  test('is not dissolved at will; its employer’s end ends it', async () => {
    const made = (await propose('jiahe')).json()
    await post(street, `/api/organisations/${made.id}/approval`, approval)
    const end = (who: Who, id: string, over: object) =>
      post(who, `/api/organisations/${id}/end`, { on: '2026-11-01', why: 'closed', reason: '清理', ...over })
    for (const over of [{}, { why: 'employerEnded' }, { why: 'resolved' }]) {
      const answer = await end(street, made.id, over)
      expect([answer.statusCode, answer.json().refusal], JSON.stringify(over)).toMatchObject([
        409,
        { law: { act: 'union-law', article: '13' } },
      ])
    }
    expect((await end(union, made.id, {})).statusCode).toBe(404)
    expect((await end(street, organisationId('jiahe'), { reason: '企业注销' })).json()).toMatchObject({
      standing: 'ended',
      until: '2026-11-01',
    })
    expect((await end(street, organisationId('jiahe'), { reason: '企业注销' })).statusCode).toBe(200)
    expect(await recordOf(street, made.id)).toMatchObject({ standing: 'ended', until: '2026-11-01' })
    expect((await list(street, 'q=jiahe')).total).toBe(0)
    expect((await list(street, 'q=jiahe&standing=ended')).total).toBe(2)
    expect((await list(street, 'q=jiahe&kind=firm&on=2026-10-31')).total).toBe(1)
    expect((await history(street, made.id))[0]).toMatchObject({ what: 'ended', on: '2026-11-01', reason: '企业注销' })
  })
  test('whose term ends within half a year is listed, longest overdue first, within the caller’s scope', async () => {
    const made = (await propose('luyuan')).json()
    await post(street, `/api/organisations/${made.id}/approval`, { ...approval, on: '2023-12-05', beganOn: '2023-12-01' })
    const terms = async (who: Who, query = '') => (await get(who, `/api/organisations/terms?${query}`)).json().items
    const [due] = await terms(street)
    expect(due).toMatchObject({ organisation: { id: made.id, unitName: '白杨街道' }, last: '2026-12-01', overdue: false })
    expect(await terms(street, 'ends=2026-11-30')).toEqual([])
    expect(await terms(mediator)).toEqual([])
    expect(await terms(district)).toHaveLength(1)
    const url = `/api/organisations/${made.id}/terms/${due.term.id}/extension`
    const long = { until: '2027-06-02', number: '白工〔2026〕40号', approvedOn: '2026-11-20' }
    const answer = await post(street, url, long)
    expect([answer.statusCode, answer.json().refusal.law]).toMatchObject([409, { act: 'union-law-zhejiang', article: '10' }])
    expect((await post(union, url, long)).statusCode).toBe(404)
    expect((await post(street, url, { ...long, until: '2026-05-01' })).statusCode).toBe(400)
    expect((await post(street, url, { ...long, until: '2027-06-01' })).json()).toMatchObject({ extendedUntil: '2027-06-01' })
    expect(await terms(street)).toEqual([])
    expect(await terms(street, 'ends=2027-06-01')).toMatchObject([{ last: '2027-06-01' }])
    const next = { years: 5, beganOn: '2026-11-10', number: '白工〔2026〕60号', approvedOn: '2026-11-15' }
    expect((await post(street, `/api/organisations/${made.id}/terms`, { ...next, years: 4 })).statusCode).toBe(409)
    expect((await post(street, `/api/organisations/${made.id}/terms`, { ...next, beganOn: '2020-01-01' })).statusCode).toBe(400)
    expect((await post(street, `/api/organisations/${made.id}/terms`, next)).json()).toMatchObject({ endsOn: '2031-11-10' })
    expect((await post(street, `/api/organisations/${made.id}/terms`, next)).statusCode).toBe(200)
    expect(await terms(street, 'ends=2027-06-01')).toEqual([])
    expect((await history(street, made.id, '&what=extended'))[0]).toMatchObject({ number: '白工〔2026〕40号', until: '2027-06-01' })
  })
})

test('a joint union takes in firms from a day until a day, and their people with them', async () => {
  const made = (
    await post(street, '/api/organisations', { kind: 'jointUnion', name: '白杨小微企业联合工会', parent: baiyang, since: '2025-01-01' })
  ).json()
  const cover = `/api/organisations/${made.id}/cover`
  const yunhe = organisationId('yunhe')
  expect((await post(street, cover, { firm: yunhe, since: '2025-06-01' })).statusCode).toBe(409)
  await post(street, `/api/organisations/${made.id}/approval`, {
    number: '白工〔2025〕1号',
    on: '2025-02-01',
    termYears: 5,
    beganOn: '2025-02-01',
  })
  expect((await post(street, cover, { firm: organisationId('landa'), since: '2025-06-01' })).statusCode).toBe(404)
  expect((await post(street, cover, { firm: yunhe, since: '2024-06-01' })).statusCode).toBe(400)
  expect((await post(mediator, cover, { firm: yunhe, since: '2025-06-01' })).statusCode).toBe(404)
  const taken = await post(street, cover, { firm: yunhe, since: '2025-06-01', source: '入会决议' })
  expect(taken.statusCode).toBe(201)
  expect((await post(street, cover, { firm: yunhe, since: '2025-06-01' })).statusCode).toBe(200)
  expect((await post(street, cover, { firm: yunhe, since: '2025-07-01' })).statusCode).toBe(409)
  expect((await get(street, cover)).json()).toMatchObject({ total: 1, items: [{ firm: { id: yunhe }, since: '2025-06-01' }] })
  expect((await list(street, 'kind=firm&q=yunhe')).items[0]?.union?.id).toBe(made.id)
  expect(await recordOf(street, made.id)).toMatchObject({ covered: 1 })
  const id = taken.json().id
  expect((await post(street, `${cover}/${id}/end`, { on: '2026-10-31' })).json()).toMatchObject({ until: '2026-10-31' })
  expect((await list(street, 'kind=firm&q=yunhe')).items[0]?.union).toBeUndefined()
  expect((await list(street, 'kind=firm&q=yunhe&on=2026-01-01')).items[0]?.union?.id).toBe(made.id)
  expect((await history(street, yunhe)).map(({ what }) => what)).toEqual(expect.arrayContaining(['covered', 'uncovered']))
})

describe('a move', () => {
  const hengze = organisationId('hengze')
  const paper = { parent: xiasha, number: '区工〔2026〕88号', approvedOn: '2026-09-01', on: '2026-09-15' }
  test('is ordered from above both places, and takes union, people and sight along; where it lay stays on record', async () => {
    const url = `/api/organisations/${hengze}/move`
    expect((await post(street, url, paper)).statusCode).toBe(404)
    expect((await post(mediator, url, paper)).statusCode).toBe(404)
    expect((await post(district, url, { ...paper, parent: organisationId('xiashaCentre') })).statusCode).toBe(400)
    expect((await post(district, url, { ...paper, on: '2027-01-01' })).statusCode).toBe(400)
    expect((await post(district, url, { ...paper, on: '2001-01-01' })).statusCode).toBe(400)
    await db.owner(`insert into person (district_id, id, name) values ($1, '00000000-0000-7000-8000-000000000001', '搬迁职工')`, [
      demoDistrict.id,
    ])
    await db.owner(
      `insert into engagement (district_id, id, person_id, organisation_id, kind, since)
       values ($1, gen_random_uuid(), '00000000-0000-7000-8000-000000000001', $2, 'employment', '2024-01-01')`,
      [demoDistrict.id, hengze],
    )
    await db.owner(`select hexie_place_people($1, array['00000000-0000-7000-8000-000000000001'::uuid], $2)`, [demoDistrict.id, testDay])
    const figures = async (on: string) => [
      (await list(district, `kind=firm&unit=${baiyang}&on=${on}`)).total,
      (await list(district, `kind=firm&unit=${xiasha}&on=${on}`)).total,
    ]
    const before = await figures('2026-06-01')
    expect((await post(district, url, paper)).json()).toMatchObject({ unit: xiasha, parent: xiasha, street: xiasha })
    expect((await post(district, url, paper)).statusCode).toBe(200)
    expect((await post(district, url, { ...paper, number: '又一号', on: '2026-10-01' })).statusCode).toBe(409)
    expect(await figures('2026-06-01')).toEqual(before)
    expect(await figures('2026-09-14')).toEqual(before)
    const [there, here] = await figures('2026-09-15')
    expect([there, here]).toEqual([before[0]! - 1, before[1]! + 1])
    expect((await get(street, `/api/organisations/${hengze}`)).statusCode).toBe(404)
    expect((await get(street, `/api/organisations/${organisationId('hengzeUnion')}`)).statusCode).toBe(404)
    expect((await get(street, `/api/organisations/${organisationId('hengzeCommittee')}`)).statusCode).toBe(404)
    const rows = await db.owner<{ unit_id: string; path: string[] }>('select unit_id, path from organisation where id = any ($1::uuid[])', [
      [hengze, organisationId('hengzeUnion'), organisationId('hengzeCommittee')],
    ])
    expect(new Set(rows.map(({ unit_id }) => unit_id))).toEqual(new Set([xiasha]))
    for (const { path } of rows) expect(path.slice(0, 2)).toEqual([demoDistrict.id, xiasha])
    const [moved] = await db.owner<{ unit_id: string; firm_id: string }>(
      `select unit_id, firm_id from person where id = '00000000-0000-7000-8000-000000000001'`,
    )
    expect(moved).toEqual({ unit_id: xiasha, firm_id: hengze })
    expect((await history(district, hengze)).filter(({ what }) => what === 'moved' || what === 'founded')).toMatchObject([
      { what: 'moved', on: '2026-09-15', number: '区工〔2026〕88号', organisation: { id: xiasha } },
      { what: 'founded', until: '2026-09-14', organisation: { id: baiyang } },
    ])
  })
  test('takes the cases of what it moves along', async () => {
    const committee = organisationId('hengzeCommittee')
    await db.owner(
      `insert into case_file (district_id, id, procedure, version, number, state, owner_id, unit_id, subject, opened_on, facts, parties, assigned, due, seq, hash)
       values ($1, gen_random_uuid(), 'p', 1, 'T-1', 'open', $2, $3, '测试', '2026-01-01', '{}', '[]', '[]', '[]', 1, '\\x00')`,
      [demoDistrict.id, committee, xiasha],
    )
    const back = { parent: baiyang, number: '区工〔2026〕99号', approvedOn: '2026-11-01', on: '2026-11-10' }
    expect((await post(district, `/api/organisations/${hengze}/move`, back)).statusCode).toBe(200)
    expect(await db.owner(`select unit_id from case_file where number = 'T-1'`)).toEqual([{ unit_id: baiyang }])
    expect((await get(street, `/api/organisations/${hengze}`)).statusCode).toBe(200)
    expect((await list(district, `kind=firm&unit=${xiasha}&on=2026-10-01&q=hengze`)).total).toBe(1)
  })
})
