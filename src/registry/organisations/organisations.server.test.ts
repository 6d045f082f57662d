/** The organisation side of the register on a real database: dated facts and past days, places and approvals, terms, covers, lists and files. */
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoDistrict, demoPeople, organisationId } from '../demo.ts'
import { testDay, testRegistry } from '../testing/registry-for-tests.server.ts'
import { withdrawFacts } from './facts/correct-facts.server.ts'
import { refreshFacts } from './facts/project-facts.server.ts'
import { type FactRow, recordFacts } from './facts/record-facts.server.ts'
import type { HistoryEntryWire, OrganisationRecordWire, OrganisationWire } from './organisation-wire.ts'

const { app, db, directory, session, signIn } = await testRegistry()
const [district, street, mediator, union, worker] = await Promise.all(
  ['district', 'street', 'mediator', 'union', 'worker'].map((name) => signIn(name)),
)
type Who = typeof street
const get = async (who: Who | undefined, url: string) => app.inject({ url, headers: who ?? {} })
const post = async (who: Who | undefined, url: string, payload: object) => app.inject({ method: 'POST', url, payload, headers: who ?? {} })
const list = async (who: Who, query: string) =>
  (await get(who, `/api/organisations?${query}`)).json() as { items: OrganisationWire[]; total: number; next?: string }
const recordOf = async (who: Who, id: string) => (await get(who, `/api/organisations/${id}`)).json() as OrganisationRecordWire
const history = async (who: Who, id: string, query = '') =>
  ((await get(who, `/api/organisations/${id}/history?limit=200${query}`)).json() as { items: HistoryEntryWire[] }).items
const baiyang = organisationId('baiyang')
const xiasha = organisationId('xiasha')
const scope = houseScope(demoDistrict.id)
const keeping = { district: demoDistrict.id, today: testDay, by: null } as const

describe('facts', () => {
  const ruiding = organisationId('ruiding')
  test('are recorded by those who govern the firm, once', async () => {
    const fact = { fact: 'size', value: 'medium', since: '2022-01-01', source: '统计局〔2022〕3号' }
    const url = `/api/organisations/${ruiding}/facts`
    expect((await post(undefined, url, fact)).statusCode).toBe(401)
    expect((await post(mediator, url, fact)).statusCode).toBe(404)
    expect((await post(worker, `/api/organisations/${organisationId('qicheng')}/facts`, fact)).statusCode).toBe(403)
    const made = await post(street, url, fact)
    expect([made.statusCode, made.json()]).toEqual([201, { id: expect.any(String), ...fact }])
    expect((await post(street, url, fact)).json()).toEqual(made.json())
    expect((await post(street, url, fact)).statusCode).toBe(200)
    expect((await recordOf(street, ruiding)).size).toBe('medium')
    for (const [wrong, path] of [
      [{ ...fact, value: 'huge' }, 'value'],
      [{ ...fact, since: '1999-01-01' }, 'since'],
      [{ ...fact, value: 'large' }, 'since'],
      [{ ...fact, since: '2023-01-01', until: '2022-12-31', value: 'large' }, 'until'],
    ] as const) {
      const answer = await post(street, url, wrong)
      expect([answer.statusCode, answer.json().errors[0].path], JSON.stringify(wrong)).toEqual([400, path])
    }
    expect((await post(street, `/api/organisations/${baiyang}/facts`, { ...fact, fact: 'employees', value: 3 })).statusCode).toBe(400)
  })
  test('a later one closes the former; a past day keeps its answer; the row says what holds today', async () => {
    const url = `/api/organisations/${ruiding}/facts`
    await post(street, url, { fact: 'size', value: 'large', since: '2024-07-01', source: '统计局〔2024〕9号' })
    expect((await history(street, ruiding)).filter(({ fact }) => fact === 'size')).toMatchObject([
      { value: 'large', on: '2024-07-01' },
      { value: 'medium', on: '2022-01-01', until: '2024-06-30' },
    ])
    const sizeOn = async (on: string) => (await list(street, `kind=firm&q=ruiding&on=${on}`)).items[0]?.size
    expect([await sizeOn('2021-12-31'), await sizeOn('2022-01-01'), await sizeOn('2024-06-30'), await sizeOn('2024-07-01')]).toEqual([
      undefined,
      'medium',
      'medium',
      'large',
    ])
    expect((await list(street, 'q=ruiding&kind=firm&size=large')).total).toBe(1)
  })
  test('a name changes from a day on, and is found by both', async () => {
    const chenlu = organisationId('chenlu')
    await post(street, `/api/organisations/${chenlu}/facts`, {
      fact: 'name',
      value: '杭州明露乳品有限公司',
      since: '2025-03-01',
      source: '变更登记',
    })
    expect((await list(street, 'q=minglu')).items.map(({ name }) => name)).toContain('杭州明露乳品有限公司')
    expect((await get(undefined, '/api/directory/firms?q=hzmlrp')).json().items).toHaveLength(1)
  })
  test('one that was wrong is corrected with a reason, and both are told; one never true is withdrawn and the former goes on', async () => {
    const [large] = (await history(street, ruiding)).filter(({ fact }) => fact === 'size')
    const url = `/api/organisations/${ruiding}/facts/${large!.id}`
    expect((await post(street, `${url}/correction`, { value: 'small' })).statusCode).toBe(400)
    expect((await post(street, `${url}/correction`, { reason: '没有内容' })).statusCode).toBe(400)
    expect((await post(street, `${url}/correction`, { since: '2022-01-01', reason: '日期有误' })).statusCode).toBe(400)
    expect((await post(street, `${url}/correction`, { value: 'small', reason: '抄录有误' })).json()).toMatchObject({ value: 'small' })
    expect(await recordOf(street, ruiding)).toMatchObject({ size: 'small' })
    expect((await history(street, ruiding, '&what=corrected'))[0]).toMatchObject({
      fact: 'size',
      was: 'large',
      value: 'small',
      reason: '抄录有误',
      by: '周敏',
    })
    expect((await post(street, `${url}/withdrawal`, { reason: '登错了企业' })).statusCode).toBe(200)
    expect((await post(street, `${url}/withdrawal`, { reason: '登错了企业' })).statusCode).toBe(404)
    expect(await recordOf(street, ruiding)).toMatchObject({ size: 'medium' })
    const told = (await history(street, ruiding)).filter(({ fact }) => fact === 'size').map(({ what, value, was }) => [what, value, was])
    expect(told).toEqual(
      expect.arrayContaining([
        ['withdrawn', undefined, 'small'],
        ['corrected', 'small', 'large'],
        ['fact', 'medium', undefined],
      ]),
    )
    expect(told).toHaveLength(3)
  })
  test('what begins or ends later turns with its day', async () => {
    const landa = organisationId('landa')
    await db.within(scope, (q) =>
      recordFacts(q, keeping, [
        { organisation: landa, fact: 'address', value: '老厂区', since: day('2025-01-01'), until: day('2026-12-31'), source: '登记' },
        { organisation: landa, fact: 'address', value: '新厂区', since: day('2027-01-01'), source: '登记' },
      ]),
    )
    directory.forget()
    expect((await directory.organisationById(demoDistrict.id, landa))?.address).toBe('老厂区')
    expect(await refreshFacts(db, demoDistrict.id, day('2027-01-01'))).toBeGreaterThan(0)
    directory.forget()
    expect((await directory.organisationById(demoDistrict.id, landa))?.address).toBe('新厂区')
    await refreshFacts(db, demoDistrict.id, testDay)
  })
})

describe('the yearly 规上 list', () => {
  const source = '2022年规上工业企业名单.xlsx'
  const imported = '00000000-0000-7000-8000-00000000aaaa'
  test('answers the number of a day, the same ever after, and each firm says since when, until when and from which file', async () => {
    const firms = (await list(district, 'kind=firm&limit=200')).items.filter(({ since }) => since <= '2020-12-31')
    const before = (await get(district, '/api/organisations/count?on=2022-12-01')).json().value
    await db.owner(`delete from organisation_fact where fact = 'designated'`)
    await db.owner('update organisation set designated = false')
    const rows = (of: typeof firms, since: string, until: string | undefined, from: string): FactRow[] =>
      of.map(({ id }) => ({
        organisation: id,
        fact: 'designated',
        value: true,
        since: day(since),
        ...(until && { until: day(until) }),
        source: from,
      }))
    const first = firms.slice(0, 30)
    const second = firms.slice(10, 33)
    const take = (list: FactRow[], batch: string) =>
      db.within(scope, (q) => recordFacts(q, { ...keeping, import: batch, renew: true }, list))
    const told = await take(rows(first, '2022-01-01', '2022-12-31', source), imported)
    expect([told.written.length, told.faults]).toEqual([30, []])
    await take(rows(second, '2023-01-01', undefined, '2023年规上名单.xlsx'), '00000000-0000-7000-8000-00000000bbbb')
    await session.registryChanged(demoDistrict.id)
    const count = async (who: Who, on: string, more = '') => (await get(who, `/api/organisations/count?on=${on}${more}`)).json().value
    expect(before).toBeGreaterThan(0)
    expect(await count(district, '2022-12-01')).toBe(30)
    expect(await count(district, '2021-12-31')).toBe(0)
    expect(await count(district, '2023-01-01')).toBe(23)
    expect(await count(district, testDay)).toBe(23)
    const behind = await list(district, 'kind=firm&designated=yes&on=2022-12-01&limit=200')
    expect(behind.total).toBe(30)
    expect(behind.items.map(({ id }) => id).sort()).toEqual(first.map(({ id }) => id).sort())
    expect((await list(district, 'kind=firm&designated=yes')).total).toBe(23)
    expect((await history(district, first[15]!.id)).filter(({ fact, what }) => fact === 'designated' && what === 'fact')).toMatchObject([
      { on: '2023-01-01', value: true, source: '2023年规上名单.xlsx' },
      { on: '2022-01-01', until: '2022-12-31', value: true, source, import: imported },
    ])
    expect(await count(street, '2022-12-01')).toBe(first.filter(({ unit }) => unit === baiyang).length)
    expect(await count(district, '2022-12-01', `&unit=${baiyang}`)).toBe(first.filter(({ unit }) => unit === baiyang).length)
    expect(await count(worker, '2022-12-01')).toBeLessThanOrEqual(1)
    const again = await take(rows(first, '2022-01-01', '2022-12-31', source), imported)
    expect([again.written.length, again.known.length]).toEqual([0, 30])
  })
  test('an import taken back leaves what was there before', async () => {
    const [firm] = (await list(district, 'kind=firm&designated=yes&on=2023-06-01')).items
    const batch = '00000000-0000-7000-8000-00000000cccc'
    const row: FactRow = { organisation: firm!.id, fact: 'designated', value: false, since: day('2025-01-01'), source: '2025' }
    await db.within(scope, (q) => recordFacts(q, { ...keeping, import: batch }, [row]))
    await session.registryChanged(demoDistrict.id)
    expect(await recordOf(district, firm!.id)).toMatchObject({ designated: false })
    const facts = await db.owner<{ id: string }>('select id from organisation_fact where source_import = $1', [batch])
    await db.within(scope, (q) => withdrawFacts(q, { ...keeping, reason: '撤销导入' }, facts.map(({ id }) => id)))
    await session.registryChanged(demoDistrict.id)
    expect(await recordOf(district, firm!.id)).toMatchObject({ designated: true })
    expect((await list(district, `kind=firm&designated=yes&on=${testDay}`)).total).toBe(23)
  })
})

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
      expect([answer.statusCode, answer.json().refusal], JSON.stringify(over)).toMatchObject([409, { law: { act: 'union-law', article: '13' } }])
    }
    expect((await end(union, made.id, {})).statusCode).toBe(404)
    expect((await end(street, organisationId('jiahe'), { reason: '企业注销' })).json()).toMatchObject({ standing: 'ended', until: '2026-11-01' })
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
  await post(street, `/api/organisations/${made.id}/approval`, { number: '白工〔2025〕1号', on: '2025-02-01', termYears: 5, beganOn: '2025-02-01' })
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
    await db.owner(
      `insert into person (district_id, id, name) values ($1, '00000000-0000-7000-8000-000000000001', '搬迁职工')`,
      [demoDistrict.id],
    )
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
    const rows = await db.owner<{ unit_id: string; path: string[] }>(
      'select unit_id, path from organisation where id = any ($1::uuid[])',
      [[hengze, organisationId('hengzeUnion'), organisationId('hengzeCommittee')]],
    )
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

describe('lists, figures, trees and files', () => {
  test('a list of a past day is the plain list when the day is today', async () => {
    for (const who of [district, street, mediator, union, worker]) {
      const plain = await list(who, 'limit=200&standing=standing')
      const dated = await list(who, `limit=200&on=${testDay}`)
      expect(dated.items.map(({ id }) => id)).toEqual(plain.items.map(({ id }) => id))
      const known = ({ id, name, unit, sector, employees, designated }: OrganisationWire) => ({ id, name, unit, sector, employees, designated })
      expect(dated.items.map(known)).toEqual(plain.items.map(known))
    }
  })
  test('pages follow one another without gap or double, of today and of a past day', async () => {
    for (const query of ['kind=firm', 'kind=firm&on=2023-05-01', 'q=hz', 'q=hz&on=2023-05-01']) {
      const all = (await list(district, `${query}&limit=200`)).items.map(({ id }) => id)
      const seen: string[] = []
      for (let after = ''; ; ) {
        const page = await list(district, `${query}&limit=9${after && `&after=${after}`}`)
        expect(page.total).toBe(all.length)
        seen.push(...page.items.map(({ id }) => id))
        if (!page.next) break
        after = page.next
      }
      expect(seen).toEqual(all)
    }
  })
  test('the tree shows the units within reach with what lies in them', async () => {
    const tree = async (who: Who, query = '') => (await get(who, `/api/organisations/tree${query}`)).json().items
    const all = await tree(district)
    expect(all).toHaveLength(7 + 4)
    const [own] = await tree(street)
    expect(own).toMatchObject({ id: baiyang, shortName: '白杨街道', firms: (await list(street, 'kind=firm&standing=standing')).total })
    expect(await tree(mediator)).toEqual([])
    expect((await get(street, `/api/organisations/tree?parent=${xiasha}`)).statusCode).toBe(404)
    expect(await tree(district, `?parent=${organisationId('district')}`)).toHaveLength(11)
  })
  test('a firm’s page has everything in one place; who merely works there counts only themselves', async () => {
    const page = await recordOf(street, organisationId('ruiding'))
    expect(page).toMatchObject({ unitName: '白杨街道', title: { zh: '企业' }, may: { change: true, move: true } })
    expect(page.unions).toHaveLength(1)
    expect(page.committees.length).toBeGreaterThan(0)
    expect(page.above.map(({ name }) => name)).toEqual(['杭州市钱塘区总工会', '白杨街道总工会'])
    expect((await recordOf(worker, organisationId('qicheng'))).people.employed).toBe(1)
    expect((await recordOf(worker, organisationId('qicheng'))).may).toEqual({ change: false, approve: false, move: false, end: false })
    const [all] = await db.owner<{ n: number; m: number }>(
      'select count(*)::int n, count(member_since)::int m from person where active and unit_id = $1',
      [baiyang],
    )
    expect((await recordOf(street, baiyang)).people).toMatchObject({ employed: all!.n, members: all!.m })
  })
  test('what happened is told page by page', async () => {
    const id = organisationId('ruiding')
    const all = (await history(street, id)).map((entry) => entry.id + entry.what)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = (await get(street, `/api/organisations/${id}/history?limit=3${after && `&after=${after}`}`)).json()
      expect(page.total).toBe(all.length)
      seen.push(...page.items.map((entry: HistoryEntryWire) => entry.id + entry.what))
      if (!page.next) break
      after = page.next
    }
    expect(seen).toEqual(all)
    expect((await get(mediator, `/api/organisations/${id}/history`)).statusCode).toBe(404)
  })
  test('a file has the rows of the list, and is logged', async () => {
    const file = await get(street, '/api/organisations/export?as=csv&kind=firm&columns=name,creditCode,sector')
    expect(file.headers['content-type']).toContain('text/csv')
    const lines = file.body.replace(/^\uFEFF/, '').trim().split(/\r?\n/)
    const rows = await list(street, 'kind=firm&limit=200')
    expect(lines).toHaveLength(rows.total + 1)
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(rows.items.map(({ name }) => name))
    expect((await get(undefined, '/api/organisations/export')).statusCode).toBe(401)
    expect((await get(street, '/api/organisations/export?columns=secret')).statusCode).toBe(400)
    const book = await get(street, '/api/organisations/export?kind=firm')
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const logged = await db.owner<{ what: unknown }>(`select what from audit_entry where kind = 'export'`)
    expect(logged).toHaveLength(2)
  })
})
