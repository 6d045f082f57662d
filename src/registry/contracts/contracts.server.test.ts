/** The register of contracts on a real database: what binds a firm on a day, the floor beneath it, lists within reach, pages and files. */
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { seedFigures } from '#law/figures/seed-figures.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { demoDistrict, organisationId } from '../demo.ts'
import { testOrganisations, type Who } from '../testing/organisations-for-tests.server.ts'
import { testDay } from '../testing/registry-for-tests.server.ts'
import { notInForceYet } from './contract.ts'
import { contractsOf, floorOf } from './binding.server.ts'
import { putContract } from './contracts-for-tests.server.ts'
import type { BoundWire, ContractWire } from './contract-wire.ts'

const { db, get, who } = await testOrganisations()
const { district, street, union, worker, mediator } = who
const [baiyang, xiasha] = [organisationId('baiyang'), organisationId('xiasha')]
const [ruiding, qicheng, landa] = [organisationId('ruiding'), organisationId('qicheng'), organisationId('landa')]
const at = demoDistrict.id
const ids: Record<string, string> = {}

beforeAll(async () => {
  const put = (wanted: Parameters<typeof putContract>[2]) => putContract(db.owner, at, wanted)
  await db.within(houseScope(at), (q) => seedFigures(q, at, testDay))
  ids.wage = await put({
    owner: organisationId('ruidingUnion'),
    unit: baiyang,
    firms: [ruiding],
    title: '瑞鼎工资专项集体合同',
    since: '2026-03-01',
    until: '2027-02-28',
    clauses: [
      { meaning: 'minimumWage', value: 290_000 },
      { meaning: 'nightShift', value: 3_000 },
    ],
  })
  ids.comprehensive = await put({
    owner: organisationId('ruidingUnion'),
    unit: baiyang,
    firms: [ruiding],
    kind: 'comprehensive',
    title: '瑞鼎综合集体合同',
    since: '2025-01-01',
    until: '2026-12-31',
    clauses: [
      { meaning: 'nightShift', value: 3_500 },
      { meaning: 'other', words: '设立母婴室' },
    ],
  })
  ids.industry = await put({
    owner: organisationId('xiasha'),
    unit: xiasha,
    firms: [ruiding, landa],
    level: 'industry',
    title: '机械行业工资专项集体合同',
    since: '2026-01-01',
    until: '2027-12-31',
    clauses: [{ meaning: 'minimumWage', value: 280_000 }],
  })
  ids.old = await put({ owner: xiasha, unit: xiasha, firms: [landa], title: '澜达旧合同', since: '2024-01-01', until: '2025-12-31' })
})

const list = async (as: Who, query = '') =>
  (await get(as, `/api/contracts?${query}`)).json() as { items: readonly ContractWire[]; total: number; next?: string }
const titles = async (as: Who, query = '') => (await list(as, query)).items.map(({ title }) => title)

describe('what binds a firm', () => {
  test('its own and those above, from the first day to the last, both included', async () => {
    const on = (text: string) => db.within(houseScope(at), (q) => contractsOf(q, at, ruiding, day(text)))
    const now = (await on('2026-11-22')).map(({ level }) => level)
    expect(now).toEqual(['enterprise', 'enterprise', 'industry'])
    expect((await on('2025-12-31')).map(({ id }) => id)).toEqual([ids.comprehensive])
    expect((await on('2026-02-28')).map(({ id }) => id)).not.toContain(ids.wage)
    expect((await on('2026-03-01')).map(({ id }) => id)).toContain(ids.wage)
    expect((await on('2027-02-28')).map(({ id }) => id)).toContain(ids.wage)
    expect((await on('2027-03-01')).map(({ id }) => id)).not.toContain(ids.wage)
  })
  test('the floor: the minimum wage of the day, the guideline, and only the contracts above', async () => {
    const floor = (firm: string | undefined, on: string) => db.within(houseScope(at), (q) => floorOf(q, at, firm, day(on), 'CN-ZJ-HZ'))
    expect(await floor(ruiding, '2026-11-22')).toMatchObject({
      minimumWageFen: 266_000,
      minimumWageSource: '演示数据（2026-01-01起）',
      guideline: { lower: 300, base: 550, upper: 800 },
      contracts: [{ caseId: ids.industry, level: 'industry', clauses: [{ meaning: 'minimumWage', value: 280_000 }] }],
    })
    expect(await floor(undefined, '2025-12-31')).toMatchObject({ minimumWageFen: 249_000, contracts: [] })
    expect(await floor(qicheng, '2023-12-31')).toEqual({ contracts: [] })
  })
  test('the firm’s page: the special contract wins over the comprehensive one, each matter with its ground', async () => {
    const bound = (await get(street, `/api/organisations/${ruiding}/contracts`)).json() as BoundWire
    expect(bound.items.map(({ id }) => id)).toEqual([ids.wage, ids.comprehensive, ids.industry])
    expect(bound.standing.map(({ clause, ground, contract }) => [clause.meaning, ground, contract])).toEqual([
      ['minimumWage', 'better', ids.wage],
      ['nightShift', 'special', ids.wage],
      ['other', 'alone', ids.comprehensive],
    ])
    const ofUnion = (await get(union, `/api/organisations/${organisationId('ruidingUnion')}/contracts?on=2025-06-01`)).json() as BoundWire
    expect([ofUnion.firm.id, ofUnion.items.length, ofUnion.others.length]).toEqual([ruiding, 1, 2])
    expect((await get(mediator, `/api/organisations/${ruiding}/contracts`)).statusCode).toBe(404)
  })
})

describe('the list', () => {
  test('those in force on the day asked for, today if none is; those that end first come first', async () => {
    expect(await titles(district)).toEqual(['瑞鼎综合集体合同', '瑞鼎工资专项集体合同', '机械行业工资专项集体合同'])
    expect(await titles(district, 'on=2025-12-31')).toEqual(['澜达旧合同', '瑞鼎综合集体合同'])
    expect(await titles(district, 'signedIn=2024')).toEqual(['澜达旧合同'])
    expect(await titles(district, 'expiring=yes')).toEqual(['瑞鼎综合集体合同'])
    expect(await titles(district, 'expiring=yes&on=2026-10-01')).toEqual([])
    expect(await titles(district, 'expiring=yes&on=2026-10-02')).toEqual(['瑞鼎综合集体合同'])
  })
  test('by kind, level, unit, words and by what a clause gives', async () => {
    expect(await titles(district, 'kind=comprehensive')).toEqual(['瑞鼎综合集体合同'])
    expect(await titles(district, 'level=industry')).toEqual(['机械行业工资专项集体合同'])
    expect(await titles(district, 'form=contract')).toHaveLength(3)
    expect(await titles(district, 'form=minutes')).toEqual([])
    expect(await titles(district, `unit=${xiasha}`)).toEqual(['机械行业工资专项集体合同'])
    expect(await titles(district, 'meaning=nightShift&least=3000')).toHaveLength(2)
    expect(await titles(district, 'meaning=nightShift&least=3001')).toEqual(['瑞鼎综合集体合同'])
    expect(await titles(district, 'meaning=minimumWage&most=280000')).toEqual(['机械行业工资专项集体合同'])
    expect(await titles(district, `q=${encodeURIComponent('母婴')}`)).toEqual(['瑞鼎综合集体合同'])
    expect(await titles(district, `q=${encodeURIComponent('澜达')}`)).toEqual(['机械行业工资专项集体合同'])
    expect(await titles(district, `q=${encodeURIComponent('%')}`)).toEqual([])
  })
  test('within reach: a contract is known where it was concluded and where it binds', async () => {
    expect(await titles(street)).toEqual(['瑞鼎综合集体合同', '瑞鼎工资专项集体合同', '机械行业工资专项集体合同'])
    expect(await titles(union)).toHaveLength(3)
    expect(await titles(worker)).toEqual([])
    expect(await titles(mediator)).toEqual([])
    expect((await list(street)).items.map(({ opens }) => opens)).toEqual([true, true, false])
  })
  test('firms and workers bound stand beside each', async () => {
    const industry = (await list(district, 'level=industry')).items[0]!
    const [sum] = await db.owner<{ n: number }>('select sum(employees)::int as n from organisation where id = any ($1)', [[ruiding, landa]])
    expect([industry.firms, industry.workers, industry.unitName]).toEqual([2, sum!.n, '下沙街道'])
  })
  test('pages follow one another without gap or double; a cursor of another list is refused', async () => {
    const all = (await list(district)).items.map(({ id }) => id)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = await list(district, `limit=1${after && `&after=${after}`}`)
      expect(page.total).toBe(3)
      seen.push(...page.items.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    expect(seen).toEqual(all)
    const foreign = ((await get(district, '/api/organisations?limit=1')).json() as { next: string }).next
    expect((await get(district, `/api/contracts?after=${foreign}`)).statusCode).toBe(400)
  })
  test('a change in the year is no second contract of the year it was first signed in', async () => {
    const changed = { owner: xiasha, unit: xiasha, firms: [], since: '2026-06-01', until: '2027-05-31', signedOn: '2026-05-20' }
    const id = await putContract(db.owner, at, { ...changed, signedOn: '2025-05-20', since: '2025-06-01', until: '2026-05-31' })
    await putContract(db.owner, at, { ...changed, changes: { id, version: 2 } })
    expect((await list(district, 'signedIn=2026')).items.map((one) => one.id)).not.toContain(id)
    expect((await list(district, 'signedIn=2025')).items.filter((one) => one.id === id)).toHaveLength(1)
    expect((await list(district)).items.filter((one) => one.id === id)).toMatchObject([{ version: 2, firms: 0 }])
  })
  test('what is signed and not in force yet stands in its year and among those to come, on no day, and pages go on past it', async () => {
    const wanted = { owner: landa, unit: xiasha, firms: [landa], since: notInForceYet, until: notInForceYet, signedOn: '2023-11-20' }
    const [first, second] = [await putContract(db.owner, at, wanted), await putContract(db.owner, at, wanted)].toSorted()
    const page = await list(district, 'signedIn=2023&limit=1')
    expect(page.items).toMatchObject([{ id: first, firms: 1 }])
    expect(page.items[0]).not.toHaveProperty('since')
    expect((await list(district, `signedIn=2023&limit=1&after=${page.next}`)).items.map(({ id }) => id)).toEqual([second])
    expect((await list(district, 'on=2099-01-01')).total).toBe(0)
    const bound = (await get(district, `/api/organisations/${landa}/contracts`)).json() as BoundWire
    expect(bound.items.map(({ id }) => id)).not.toContain(first)
    expect(bound.others.map(({ id }) => id)).toContain(first)
  })
  test('the file has the rows of the list, and is logged', async () => {
    const file = await get(street, '/api/contracts/export?level=industry')
    expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(await db.owner(`select 1 from audit_entry where kind = 'export' and what->>'list' = 'contracts'`)).toHaveLength(1)
    expect((await get(undefined, '/api/contracts/export')).statusCode).toBe(401)
  })
  test('a day of no calendar, or one no register speaks of, is refused with its place', async () => {
    for (const on of ['0000-01-01', '9999-12-31', '2026-02-30']) {
      for (const url of ['/api/contracts?expiring=yes&on=', `/api/organisations/${ruiding}/contracts?on=`]) {
        const refused = await get(district, url + on)
        expect([on, refused.statusCode, refused.json().errors?.[0].path]).toEqual([on, 400, 'query.on'])
      }
    }
  })
  test('when a union moves, its contracts are seen and stand where it lies now, and no longer where it lay', async () => {
    const moved = (await list(street)).items.filter(({ owner }) => owner.id === organisationId('ruidingUnion')).map(({ id }) => id)
    expect(moved.toSorted()).toEqual([ids.wage, ids.comprehensive].toSorted())
    await db.owner('update organisation set unit_id = $1, path = array[$2::uuid, $1::uuid, id] where id = any ($3)', [
      xiasha,
      at,
      [ruiding, organisationId('ruidingUnion')],
    ])
    expect((await list(street)).items.filter(({ id }) => moved.includes(id))).toEqual([])
    expect((await list(district, `unit=${baiyang}`)).items).toEqual([])
    const there = (await list(district, `unit=${xiasha}`)).items.filter(({ id }) => moved.includes(id))
    expect(there.map(({ unitName }) => unitName)).toEqual(['下沙街道', '下沙街道'])
  })
})
