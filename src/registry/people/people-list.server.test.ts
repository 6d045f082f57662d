/** Lists of people: who is found by what, in which order, seen by whom, page by page. */
import { beforeAll, describe, expect, test } from 'vitest'
import { houseScope } from '#platform/row-scope.ts'
import { demoPeople, organisationId } from '../demo.ts'
import { testDay } from '../testing/registry-for-tests.server.ts'
import { rowsStatement } from './list/list.server.ts'
import { idNumberOf, jointUnions, testPeople } from './people-for-tests.server.ts'
import type { PeoplePageWire, PersonRecordWire } from './people-wire.ts'

const { db, call, post, list, names, record, get, district } = await testPeople()
const street = organisationId('baiyang')
const ruiding = organisationId('ruiding')
const card = idNumberOf('1990-01-01', 221)
const made = new Map<string, string>()

beforeAll(async () => {
  const people = [
    ['张三', { idNumber: card, phone: '13812345678', skill: 4, education: 3 }],
    ['章三', { skill: 6 }],
    ['张三丰', {}],
    ['张伟', {}],
    ['单小梅', {}],
    ['吕建国', { education: 5 }],
    ['欧阳建国', {}],
    ['朱顺', {}],
  ] as const
  for (const [name, more] of people) {
    const engagement = { organisation: ruiding, kind: 'employment', job: '操作工', since: '2024-03-01' }
    const answer = await post('street', '/api/persons', { name, ...more, engagement })
    expect(answer.statusCode, answer.body).toBe(201)
    made.set(name, (answer.json() as PersonRecordWire).id)
  }
})

describe('search', () => {
  test.each([
    ['张', ['张三', '张三丰', '张伟', '张秀兰']],
    ['张三', ['张三', '张三丰']],
    ['zhangsan', ['张三', '章三', '张三丰']],
    ['ZhangS', ['张三', '章三', '张三丰']],
    ['zs', ['张三', '章三', '朱顺', '张三丰']],
    ['zsf', ['张三丰']],
    ['shan', ['单小梅']],
    ['单', ['单小梅']],
    ['lv', ['吕建国']],
    ['lü', ['吕建国']],
    ['建国', ['吕建国', '欧阳建国']],
    ['13812345678', ['张三']],
    ['138 1234 5678', ['张三']],
    [card, ['张三']],
    [`${card.slice(0, 6)} ${card.slice(6).toLowerCase()}`, ['张三']],
  ])('%s', async (q, expected) => {
    const found = await list('street', `firm=${ruiding}&q=${encodeURIComponent(q)}`)
    const names = found.items.map(({ name }) => name)
    expect(names.filter((name) => made.has(name) || name === '张秀兰')).toEqual(expected)
    expect(found.total).toBe(names.length)
    const anywhere = await list('district', `q=${encodeURIComponent(q)}`)
    expect(anywhere.items.map(({ name }) => name)).toEqual(expect.arrayContaining([...expected]))
    expect(anywhere.total).toBe(anywhere.items.length)
  })
  test('what nobody is called, and half a number, find nobody', async () => {
    expect((await list('district', 'q=xyzzy')).total).toBe(0)
    expect((await list('district', `q=${card.slice(0, 10)}`)).total).toBe(0)
    expect((await list('district', 'q=···')).total).toBe(0)
  })
})

describe('filters', () => {
  test('by skill, schooling, sector, firm, union, unit, membership and standing', async () => {
    expect(await names('street', 'skill=4,6')).toEqual(expect.arrayContaining(['张三', '章三']))
    expect(await names('street', 'skill=6')).toEqual(['章三'])
    expect(await names('street', `education=5&firm=${ruiding}`)).toEqual(['吕建国'])
    const { items } = await list('district', `firm=${ruiding}`)
    expect(items.length).toBeGreaterThan(8)
    // Who speaks for the firm belongs to it as well, without being employed there.
    expect(items.filter(({ firm }) => firm?.id !== ruiding).map(({ name }) => name)).toEqual(['钱海波'])
    const sector = (await get('district', `/api/organisations/${ruiding}`)).json().sector
    expect(await names('district', `sector=${sector}`)).toEqual(expect.arrayContaining(['张三', '刘志军']))
    expect((await list('district', 'sector=biomedicine')).items.map(({ name }) => name)).not.toContain('张三')
    const all = await list('district', `unit=${street}`)
    expect(all.items.every(({ unit }) => unit?.id === street)).toBe(true)
    expect(all.total).toBe(all.items.length)
    expect((await list('district', 'member=yes')).items.every(({ memberSince }) => memberSince !== undefined)).toBe(true)
    const standing = await Promise.all(['active', 'gone', 'all'].map(async (s) => (await list('street', `standing=${s}`)).total))
    expect(standing[0]! + standing[1]!).toBe(standing[2])
  })
  test('the kept total is what is there', async () => {
    for (const query of ['', 'skill=4', 'standing=active', `unit=${street}`])
      for (const who of ['district', 'street'] as const) {
        const { items, total } = await list(who, query)
        expect(total).toBe(items.length)
      }
  })
  test('what is no filter is refused', async () => {
    expect((await get('street', '/api/persons?skill=9')).statusCode).toBe(400)
    expect((await get('street', '/api/persons?after=nonsense')).statusCode).toBe(400)
    expect((await get('street', '/api/persons?limit=201')).statusCode).toBe(400)
  })
})

describe('order', () => {
  test('by pinyin, homophones by character, from a letter on, and backwards', async () => {
    const all = await names('district', 'standing=all')
    const sorted = await db.owner<{ name: string }>('select name from person where district_id = $1 order by sort_name, id', [district])
    expect(all).toEqual(sorted.map(({ name }) => name))
    expect(await names('district', 'sort=-name')).toEqual(all.toReversed())
    const from = await list('district', 'letter=z')
    expect(from.total).toBe(all.length)
    expect(all.slice(-from.items.length)).toEqual(from.items.map(({ name }) => name))
    const [first] = await db.owner<{ name: string }>(`select name from person where sort_name >= 'z' order by sort_name, id limit 1`)
    expect(from.items[0]!.name).toBe(first!.name)
    expect((await list('district', 'letter=z&sort=-name')).items.length).toBe(all.length)
  })
  test('pages join without gap or double, also while people come and go, and keep the first total', async () => {
    const whole = await names('district', '')
    const read: string[] = []
    let next: string | undefined
    let page = 0
    do {
      const answer = (await get('district', `/api/persons?limit=40${next ? `&after=${next}` : ''}`)).json()
      read.push(...answer.items.map(({ name }: { name: string }) => name))
      expect(answer.total).toBe(whole.length)
      next = answer.next
      // Behind the page read and far ahead of it: the first is not met again, the second is met once.
      if (page++ === 1) {
        await post('street', '/api/persons', { name: '阿安' })
        await post('street', '/api/persons', { name: '宗尾' })
      }
    } while (next)
    expect(read).toEqual([...whole.slice(0, read.indexOf('宗尾')), '宗尾', ...whole.slice(read.indexOf('宗尾'))])
  })
  test('a search goes on by its cursor', async () => {
    for (const q of ['zs', '张', '建国']) {
      const whole = await names('district', `q=${encodeURIComponent(q)}`)
      const first = (await get('district', `/api/persons?limit=1&q=${encodeURIComponent(q)}`)).json()
      const second = (await get('district', `/api/persons?limit=200&q=${encodeURIComponent(q)}&after=${first.next}`)).json()
      expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual(whole)
      expect(second.total).toBe(whole.length)
    }
  })
})

describe('scope', () => {
  test('another street finds nobody of this one: not by list, name, number, filter or record, and counts none', async () => {
    const id = made.get('张三')!
    for (const query of [
      '',
      'q=zs',
      'q=zhangsan',
      `q=${encodeURIComponent('张三')}`,
      `q=${card}`,
      'q=13812345678',
      `firm=${ruiding}`,
      'skill=4',
    ]) {
      const { items, total } = await list('otherStreet', query)
      expect(items.map((row) => row.id)).not.toContain(id)
      expect(total).toBe(items.length)
    }
    expect((await list('otherStreet', `firm=${ruiding}`)).total).toBe(0)
    expect((await list('otherStreet', `unit=${street}`)).total).toBe(0)
    expect((await get('otherStreet', `/api/persons/${id}`)).statusCode).toBe(404)
    expect((await call('otherStreet', 'PATCH', `/api/persons/${id}`, { version: '1', name: '改名' })).statusCode).toBe(404)
    expect(
      (await post('otherStreet', `/api/persons/${id}/reveal`, { field: 'idNumber', reason: { kind: 'asked', text: '想看一看' } }))
        .statusCode,
    ).toBe(404)
  })
  test('those without a desk see themselves alone', async () => {
    for (const [who, name] of [
      ['worker', '陈国强'],
      ['employer', '孙立峰'],
    ] as const) {
      const { items, total } = await list(who)
      expect(items.map((row) => row.name)).toEqual([name])
      expect(total).toBe(1)
      expect((await list(who, 'q=zs')).total).toBe(0)
    }
  })
  test('the union of a firm sees its people, and a mediator colleagues only', async () => {
    expect(await names('union', 'q=zs')).toEqual(['张三', '章三', '朱顺', '张三丰'])
    expect(await names('union', `firm=${ruiding}&q=zhang`)).toEqual(expect.arrayContaining(['张三', '张秀兰']))
    expect(await names('mediator', 'q=zs')).toEqual([])
  })
  test('somebody with a second place elsewhere is seen there too, once, without the name of the first', async () => {
    const id = demoPeople.huDehua.id
    const engaged = { organisation: jointUnions.xiasha, kind: 'membership', since: '2025-05-01', approvedOn: '2025-05-01' }
    const before = (await list('otherStreet')).total
    expect((await post('district', `/api/persons/${id}/engagements`, engaged)).statusCode).toBe(201)
    const { items, total } = await list('otherStreet')
    expect(total).toBe(before + 1)
    expect(items.filter((row) => row.id === id)).toHaveLength(1)
    const seen = items.find((row) => row.id === id)!
    expect(seen.firm).toBeUndefined()
    expect(seen.union).toEqual({ id: jointUnions.xiasha, name: '下沙街道新就业形态联合工会' })
    const { engagements } = await record('otherStreet', id)
    expect(engagements.map(({ kind, organisation, job }) => [kind, organisation?.id, job])).toEqual([
      ['employment', undefined, undefined],
      ['membership', jointUnions.xiasha, undefined],
    ])
    expect(await names('otherStreet', `union=${jointUnions.xiasha}`)).toEqual(['胡德华'])
    expect((await list('street')).items.filter((row) => row.id === id)).toHaveLength(1)
  })
})

test.each(['name', '-name'])('page by page, first whose initials are just these, nobody twice (%s)', async (sort) => {
  const query = `firm=${ruiding}&q=zs&sort=${sort}`
  const whole = await names('street', query)
  const paged: string[] = []
  let after = ''
  do {
    const page = (
      await get('street', `/api/persons?${query}&limit=1${after && `&after=${encodeURIComponent(after)}`}`)
    ).json() as PeoplePageWire
    expect(page.total).toBe(whole.length)
    paged.push(...page.items.map(({ name }) => name))
    after = page.next ?? ''
  } while (after)
  expect(paged).toEqual(whole)
  expect(whole.indexOf('张三丰')).toBe(whole.length - 1)
})

test('a page is read person by person also while the database has counted nothing yet', async () => {
  const scope = houseScope(district)
  const caller = { district, person: demoPeople.zhouMin.id, posts: [], scope }
  const { sql, values } = rowsStatement({ caller, filter: { standing: 'all', sort: 'name' }, search: undefined }, testDay, 100, undefined)
  await db.owner('delete from pg_statistic')
  await db.owner(`update pg_class set reltuples = -1, relpages = 0 where relname in ('person', 'organisation', 'engagement')`)
  const [plan] = await db.ask<Record<string, [{ Plan: Record<string, number> }]>>(
    scope,
    `explain (analyze, buffers, format json) ${sql}`,
    values,
  )
  const [{ Plan: whole }] = plan!['QUERY PLAN']!
  expect(whole['Actual Rows']).toBe(100)
  expect(whole['Shared Hit Blocks']! + whole['Shared Read Blocks']!).toBeLessThan(100_000)
})
