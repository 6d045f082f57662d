/** Coverage on a real database: counted once, on any day, in any unit, against a plain count of the same contracts; names behind each number. */
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { askingOf, numbersOf } from '#indicators/evaluate.server.ts'
import { indicatorRoutes } from '#indicators/routes.server.ts'
import type { IndicatorsWire, IndicatorWire, ItemWire } from '#indicators/wire.ts'
import type { Caller } from '#platform/caller.ts'
import { notInForceYet } from '#registry/contracts/contract.ts'
import { type PutContract, putContract } from '#registry/contracts/contracts-for-tests.server.ts'
import { demoDistrict, organisationId } from '#registry/demo.ts'
import { testRegistry } from '#registry/testing/registry-for-tests.server.ts'
import { indicators } from '../../indicators.ts'

const { db, app, directory, signIn } = await testRegistry()
const today = day('2026-11-22')
indicatorRoutes(app, { db, directory, indicators, today: () => today, instant: () => new Date('2026-11-22T04:00:00Z') })
const at = demoDistrict.id
const [baiyang, xiasha] = [organisationId('baiyang'), organisationId('xiasha')]
const [ruiding, qicheng, landa, mingxi] = [
  organisationId('ruiding'),
  organisationId('qicheng'),
  organisationId('landa'),
  organisationId('mingxi'),
]

interface FirmRow {
  readonly id: string
  readonly unit_id: string
  readonly employees: number | null
  readonly designated: boolean
}
let firms: readonly FirmRow[] = []
const put: (PutContract & { readonly id: string })[] = []
let district: { cookie: string }
let street: { cookie: string }

beforeAll(async () => {
  ;[district, street] = [await signIn('district'), await signIn('street')]
  firms = await db.owner<FirmRow>(
    `select id, unit_id, employees, designated from organisation where kind = 'firm' and standing = 'standing' order by id`,
  )
  const contract = async (wanted: PutContract) => put.push({ ...wanted, id: await putContract(db.owner, at, wanted) })
  // A firm with three contracts of its own kind, an industry contract over four firms, a regional one over two; old, coming and lapsed ones.
  const [a, b, c] = firms.filter(({ unit_id }) => unit_id === baiyang && true).map(({ id }) => id)
  await contract({ owner: ruiding, unit: baiyang, firms: [ruiding], since: '2026-03-01', until: '2027-02-28', signedOn: '2026-02-10' })
  await contract({ owner: ruiding, unit: baiyang, firms: [ruiding], kind: 'comprehensive', since: '2025-01-01', until: '2027-12-31' })
  await contract({
    owner: xiasha,
    unit: xiasha,
    level: 'industry',
    firms: [ruiding, landa, mingxi, a!],
    since: '2025-06-01',
    until: '2026-11-22',
  })
  await contract({
    owner: baiyang,
    unit: baiyang,
    level: 'regional',
    kind: 'safety',
    firms: [b!, c!],
    since: '2026-01-01',
    until: '2026-12-31',
  })
  await contract({ owner: qicheng, unit: baiyang, firms: [qicheng], since: '2026-12-01', until: '2027-11-30', signedOn: '2026-11-15' })
  await contract({ owner: baiyang, unit: baiyang, firms: [qicheng], since: notInForceYet, until: notInForceYet, signedOn: '2026-11-20' })
  await contract({ owner: landa, unit: xiasha, firms: [landa], since: '2026-02-01', until: '2026-06-30' })
  await contract({
    owner: landa,
    unit: xiasha,
    kind: 'skillWages',
    minutes: true,
    firms: [landa],
    since: '2026-02-01',
    until: '2027-06-30',
  })
})

const ask = async (query = '', as = district) =>
  (await app.inject({ url: `/api/indicators?${query}`, headers: as })).json() as IndicatorsWire
const one = async (id: string, query = '', as = district): Promise<IndicatorWire> =>
  (await ask(query, as)).items.find((item) => item.id === id)!
const partsOf = (wire: IndicatorWire) => Object.fromEntries(wire.parts.map(({ part, value }) => [part, value]))
const items = async (id: string, part: string, query = '', as = district) =>
  (await app.inject({ url: `/api/indicators/${id}/items?part=${part}&${query}`, headers: as })).json() as {
    items: readonly ItemWire[]
    total: number
    next?: string
  }

/** The same, counted plainly. */
function plain(on: Day, unit?: string) {
  const within = new Set(firms.filter((firm) => !unit || firm.unit_id === unit).map(({ id }) => id))
  const inForce = put.filter(
    ({ since, until, minutes, firms }) => !minutes && since <= on && on <= until && firms.some((firm) => within.has(firm)),
  )
  const covered = new Set(inForce.flatMap((contract) => contract.firms.filter((firm) => within.has(firm))))
  const workers = firms.filter(({ id }) => covered.has(id)).reduce((sum, { employees }) => sum + (employees ?? 0), 0)
  return { contractsInForce: inForce.length, firmsCovered: covered.size, workersCovered: workers }
}

describe('counted once', () => {
  test('on every kind of day and in every unit the numbers are those of a plain count', async () => {
    const days = [
      '2024-12-31',
      '2025-01-01',
      '2025-05-31',
      '2025-06-01',
      '2026-01-01',
      '2026-02-28',
      '2026-03-01',
      '2026-06-30',
      '2026-07-01',
    ]
    for (const on of [...days, '2026-11-22', '2026-11-23', '2026-12-01', '2027-01-01', '2027-12-31', '2028-01-01'].map(day))
      for (const unit of [undefined, baiyang, xiasha]) {
        const { items } = await ask(`day=${on}${unit ? `&unit=${unit}` : ''}`)
        const told = Object.fromEntries(items.map(({ id, value }) => [id, value]))
        expect({ on, unit, ...told }).toMatchObject({ on, unit, ...plain(on, unit) })
      }
  })
  test('a firm bound by three contracts counts once, at its own; the levels add up', async () => {
    const now = await one('firmsCovered')
    const parts = partsOf(now)
    expect(parts.own! + parts.industry! + parts.regional!).toBe(now.value)
    expect(parts).toMatchObject({ own: 1, several: 1 })
    const workers = await one('workersCovered')
    const told = partsOf(workers)
    expect(told.own! + told.industry! + told.regional!).toBe(workers.value)
    expect((await items('firmsCovered', 'own')).items.map(({ id }) => id)).toEqual([ruiding])
    expect((await items('firmsCovered', 'several')).items.map(({ id }) => id)).toContain(ruiding)
  })
  test('the last day of the industry contract still counts, the day after does not', async () => {
    const last = (await one('firmsCovered', `day=${today}`)).value!
    expect((await one('firmsCovered', `day=${addDays(today, 1)}`)).value).toBe(last - 3)
  })
  test('signed this year and in force are told apart, and each difference has its names', async () => {
    const [signed, inForce] = [await one('contractsSigned'), await one('contractsInForce')]
    const [s, f] = [partsOf(signed), partsOf(inForce)]
    expect(s.inForce! + s.notYet! + s.ended!).toBe(signed.value)
    expect(f.signedThisYear! + f.signedBefore!).toBe(inForce.value)
    expect(f.own! + f.industry! + f.regional!).toBe(inForce.value)
    expect(s).toEqual({ inForce: f.signedThisYear, notYet: 2, ended: 1 })
    const notYet = (await items('contractsSigned', 'notYet')).items
    expect(notYet.map(({ since }) => since).toSorted()).toEqual(['2026-12-01', undefined])
    expect(partsOf(await one('contractsSigned', `unit=${baiyang}`))).toMatchObject({ notYet: 2 })
    expect((await one('contractsSigned', 'day=2026-11-19')).value).toBe(signed.value! - 1)
    expect((await one('contractsSigned', 'day=2026-11-14')).value).toBe(signed.value! - 2)
  })
})

test('a contract signed and changed in one year is neither signed before nor signed twice', async () => {
  const on = 'day=2026-10-01'
  const both = async () => ({ f: partsOf(await one('contractsInForce', on)), s: partsOf(await one('contractsSigned', on)) })
  const before = await both()
  const wanted = { owner: mingxi, unit: xiasha, firms: [mingxi] }
  await putContract(db.owner, at, { ...wanted, since: '2026-03-01', until: '2026-06-30', signedOn: '2026-02-20' })
  const changed = await putContract(db.owner, at, { ...wanted, since: '2026-07-01', until: '2027-02-28', signedOn: '2026-06-20' })
  await db.owner('update contract set version = 2 where case_id = $1', [changed])
  const after = await both()
  expect(after.f).toEqual({ ...before.f, own: before.f.own! + 1, changed: before.f.changed! + 1 })
  expect(after.s).toEqual({ ...before.s, ended: before.s.ended! + 1 })
  expect((await items('contractsInForce', 'changed', on)).items.map(({ id }) => id)).toEqual([changed])
  const now = await one('contractsInForce', on)
  expect(after.f.signedThisYear! + after.f.signedBefore! + after.f.changed!).toBe(now.value)
})

describe('ratios', () => {
  const designate = async (ids: readonly string[]) => {
    for (const id of ids)
      await db.owner(
        `insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source) values ($1, $2, $3, 'designated', 'true', '2020-01-01', '名录')
         on conflict do nothing`,
        [at, newId(), id],
      )
  }
  test('both ratios name the missing firms, and only the whole is 100', async () => {
    await designate([ruiding, landa, mingxi, qicheng])
    const wage = await one('designatedWageRate')
    expect(wage.denominator).toBeGreaterThanOrEqual(4)
    const missing = await items('designatedWageRate', 'missing', 'limit=200')
    const reached = await items('designatedWageRate', 'numerator', 'limit=200')
    const whole = await items('designatedWageRate', 'denominator', 'limit=200')
    expect([missing.total, reached.total, whole.total]).toEqual([wage.missing!.value, wage.numerator, wage.denominator])
    expect([...missing.items, ...reached.items].map(({ id }) => id).toSorted()).toEqual(whole.items.map(({ id }) => id).toSorted())
    expect(missing.items.map(({ id }) => id)).toContain(qicheng)
    expect(reached.items.map(({ id }) => id)).toEqual(expect.arrayContaining([ruiding, landa, mingxi]))
    expect(wage.target).toMatchObject({ percent: 100, reached: false })
    const union = await one('designatedUnionRate')
    expect([union.denominator, union.missing!.value]).toEqual([wage.denominator, wage.denominator! - union.numerator!])
    expect((await items('designatedUnionRate', 'missing', 'limit=200')).items.map(({ id }) => id)).toContain(qicheng)
  })
  test('a safety contract and minutes are no wage contract; a comprehensive one with wages is', async () => {
    const onlyMinutes = addDays(today, 1)
    const reached = async () => (await items('designatedWageRate', 'numerator', `limit=200&day=${onlyMinutes}`)).items.map(({ id }) => id)
    expect(await reached()).not.toContain(landa)
    const wanted = { owner: landa, unit: xiasha, firms: [landa], kind: 'comprehensive', since: '2026-11-23', until: '2027-11-22' } as const
    await putContract(db.owner, at, { ...wanted, clauses: [{ meaning: 'meal', value: 1500 }] })
    expect(await reached()).not.toContain(landa)
    await putContract(db.owner, at, { ...wanted, clauses: [{ meaning: 'wageGrowth', value: 500 }] })
    expect(await reached()).toContain(landa)
  })
  test('pilots of the city and above that the state does not own; minutes on skill-grade wages count', async () => {
    const fact = (id: string, kind: string, value: string, since = '2026-01-01') =>
      db.owner(
        `insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source) values ($1, $2, $3, $4, to_jsonb($5::text), $6, '通知')`,
        [at, newId(), id, kind, value, since],
      )
    expect(await one('pilotSkillWages')).toMatchObject({ value: null, says: { zh: '—' }, numerator: 0, denominator: 0 })
    await fact(landa, 'pilotLevel', 'city')
    await fact(ruiding, 'pilotLevel', 'province')
    await fact(mingxi, 'pilotLevel', 'district')
    await fact(qicheng, 'pilotLevel', 'national')
    await db.owner(`delete from organisation_fact where organisation_id = $1 and fact = 'ownership'`, [qicheng])
    await fact(qicheng, 'ownership', 'state')
    expect(await one('pilotSkillWages')).toMatchObject({ value: 50, numerator: 1, denominator: 2, missing: { value: 1 } })
    expect((await items('pilotSkillWages', 'missing')).items.map(({ id }) => id)).toEqual([ruiding])
    expect(await one('pilotSkillWages', 'day=2025-12-31')).toMatchObject({ denominator: 0 })
  })
})

describe('who sees what', () => {
  test('a street’s numbers are its own, of itself and asked for by the district', async () => {
    const own = await ask('', street)
    const asked = await ask(`unit=${baiyang}`)
    expect(own.items.map(({ id, value, parts }) => [id, value, parts])).toEqual(
      asked.items.map(({ id, value, parts }) => [id, value, parts]),
    )
    expect(own.unit).toMatchObject({ id: baiyang })
    expect(own.units.map(({ id }) => id)).toEqual([baiyang])
    const seen = (await items('firmsCovered', 'numerator', 'limit=200', street)).items.map(({ id }) => id)
    expect(seen.every((id) => firms.find((firm) => firm.id === id)!.unit_id === baiyang)).toBe(true)
    expect((await app.inject({ url: `/api/indicators?unit=${xiasha}`, headers: street })).statusCode).toBe(404)
    expect((await app.inject({ url: `/api/indicators/firmsCovered/items?unit=${xiasha}`, headers: street })).statusCode).toBe(404)
  })
  test('of one firm, by itself or by its union; of the signed-out, nothing', async () => {
    expect(await one('firmsCovered', `unit=${ruiding}`)).toMatchObject({ value: 1 })
    const union = await signIn('union')
    expect(await one('firmsCovered', '', union)).toMatchObject({ value: 1, unit: { name: { zh: '我能看到的全部' } } })
    expect((await app.inject({ url: '/api/indicators' })).statusCode).toBe(401)
  })
  test('a joint union’s desk sees the firms it has taken in, while it has', async () => {
    const joint = newId()
    await db.owner(
      `insert into organisation (district_id, id, kind, name, short_name, parent_id, unit_id, path, since) values ($1, $2, 'jointUnion', '下沙联合工会', '联合', $3, $3, $4, '2020-01-01')`,
      [at, joint, xiasha, [at, xiasha, joint]],
    )
    for (const [firm, until] of [
      [landa, null],
      [mingxi, '2026-11-21'],
    ] as const)
      await db.owner(
        `insert into union_cover (district_id, id, union_id, firm_id, since, until) values ($1, $2, $3, $4, '2021-01-01', $5)`,
        [at, newId(), joint, firm, until],
      )
    const chair = {
      person: newId(),
      district: at,
      posts: [
        { kind: 'unionChair', scope: 'unit', organisation: { id: joint, kind: 'jointUnion', name: '联合', path: [at, xiasha, joint] } },
      ],
      scope: { district: at, all: false, trees: [], units: [joint], readers: [] },
    } as unknown as Caller
    const covered = async (on: Day) =>
      (await numbersOf(db, chair, indicators, on, askingOf(chair, undefined))).get('firmsCovered')!.numerator
    expect([await covered(today), await covered(day('2026-11-21'))]).toEqual([1, 2])
  })
  test('names page by page; a part that is none is refused with those there are', async () => {
    const all = (await items('firmsCovered', 'numerator', 'limit=200')).items.map(({ id }) => id)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = await items('firmsCovered', 'numerator', `limit=2${after && `&after=${after}`}`)
      expect(page.total).toBe(all.length)
      seen.push(...page.items.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    expect(seen).toEqual(all)
    const refused = await app.inject({ url: '/api/indicators/firmsCovered/items?part=missing', headers: district })
    expect([refused.statusCode, refused.json().errors[0].says.zh]).toEqual([400, expect.stringContaining('several')])
    expect((await app.inject({ url: '/api/indicators/nothing/items', headers: district })).statusCode).toBe(404)
  })
  test('a day of no calendar is refused with its place, of every question', async () => {
    for (const url of ['indicators', 'indicators/export', 'indicators/firmsCovered/items', 'indicators/firmsCovered/export'])
      for (const on of ['0000-01-01', '9999-12-31', 'today']) {
        const refused = await app.inject({ url: `/api/${url}?day=${on}`, headers: district })
        expect([url, on, refused.statusCode, refused.json().errors?.[0].path]).toEqual([url, on, 400, 'query.day'])
      }
  })
  test('files of the numbers and of the names are workbooks, and logged', async () => {
    for (const url of ['/api/indicators/export', '/api/indicators/designatedWageRate/export?part=missing&language=en']) {
      const file = await app.inject({ url, headers: street })
      expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    }
    const logged = await db.owner<{ list: string }>(`select what->>'list' as list from audit_entry where kind = 'export' order by at`)
    expect(logged.map(({ list }) => list)).toEqual(['indicators', 'designatedWageRate'])
    expect((await app.inject({ url: `/api/indicators/export?unit=${xiasha}`, headers: street })).statusCode).toBe(404)
  })
})
