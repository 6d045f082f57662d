/** Dated facts over HTTP on a real database: recorded, corrected, withdrawn, and what a past day answers. */
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoDistrict, organisationId } from '../../demo.ts'
import { testOrganisations, type Who } from '../../testing/organisations-for-tests.server.ts'
import { testDay } from '../../testing/registry-for-tests.server.ts'
import { withdrawFacts } from './correct-facts.server.ts'
import { refreshFacts } from './project-facts.server.ts'
import { type FactRow, recordFacts } from './record-facts.server.ts'

const { db, directory, session, get, post, list, recordOf, history, who } = await testOrganisations()
const { district, street, mediator, worker } = who
const baiyang = organisationId('baiyang')
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
    await db.within(scope, (q) =>
      withdrawFacts(
        q,
        { ...keeping, reason: '撤销导入' },
        facts.map(({ id }) => id),
      ),
    )
    await session.registryChanged(demoDistrict.id)
    expect(await recordOf(district, firm!.id)).toMatchObject({ designated: true })
    expect((await list(district, `kind=firm&designated=yes&on=${testDay}`)).total).toBe(23)
  })
})
