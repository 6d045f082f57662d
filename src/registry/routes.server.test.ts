/** The registry over HTTP on a real database: who sees whom, who may give and end posts, enter bodies and people, make accounts. */
import { describe, expect, test } from 'vitest'
import { demoFirms, demoPeople, firmKeys, organisationId } from './demo.ts'
import { testDay, testRegistry } from './testing/registry-for-tests.server.ts'

const { app, db, directory, signIn } = await testRegistry()
const [district, street, mediator, union, employer, worker, bureau] = await Promise.all(
  ['district', 'street', 'mediator', 'union', 'employer', 'worker', 'bureau'].map((name) => signIn(name)),
)
type Who = typeof street
const get = async (who: Who | undefined, url: string) => app.inject({ url, headers: who ?? {} })
const post = async (who: Who | undefined, url: string, payload: object) => app.inject({ method: 'POST', url, payload, headers: who ?? {} })
const list = async (who: Who, url: string) =>
  (await get(who, url)).json() as { items: { id: string; name: string; unit?: string }[]; total: number; next?: string }
const baiyang = organisationId('baiyang')

describe('organisations', () => {
  test('everyone sees what their posts look upon, and no more', async () => {
    const inBaiyang = await list(street, '/api/organisations?limit=200')
    expect(new Set(inBaiyang.items.map(({ unit }) => unit))).toEqual(new Set([baiyang]))
    expect(inBaiyang.total).toBe(inBaiyang.items.length)
    expect((await list(district, '/api/organisations?limit=1')).total).toBe(162)
    expect((await list(worker, '/api/organisations')).items.map(({ name }) => name)).toEqual(['杭州启程货运有限公司'])
    expect((await list(employer, '/api/organisations')).items.map(({ name }) => name)).toEqual(['杭州启程货运有限公司'])
    expect((await list(mediator, '/api/organisations')).items.map(({ name }) => name)).toEqual(['白杨街道劳动争议调解中心'])
    expect((await list(union, '/api/organisations')).total).toBe(2)
    expect((await list(bureau, '/api/organisations')).total).toBe(2)
  })
  test('outside reach is not there', async () => {
    expect((await get(street, `/api/organisations/${organisationId('ruiding')}`)).json()).toMatchObject({
      name: '杭州瑞鼎金属制品有限公司',
      unit: baiyang,
    })
    expect((await get(street, `/api/organisations/${organisationId('landa')}`)).statusCode).toBe(404)
    expect((await get(undefined, `/api/organisations/${organisationId('ruiding')}`)).statusCode).toBe(401)
  })
  test('are found by name, spelling and initials, page by page', async () => {
    for (const q of ['瑞鼎', 'ruiding', 'hzrdjs'])
      expect((await list(district, `/api/organisations?kind=firm&q=${encodeURIComponent(q)}`)).items.map(({ name }) => name)).toEqual([
        '杭州瑞鼎金属制品有限公司',
      ])
    const seen: string[] = []
    let after = ''
    do {
      const part = await list(district, `/api/organisations?kind=firm&limit=7${after && `&after=${encodeURIComponent(after)}`}`)
      expect(part.total).toBe(firmKeys.length)
      seen.push(...part.items.map(({ id }) => id))
      after = part.next ?? ''
    } while (after)
    expect(new Set(seen).size).toBe(firmKeys.length)
    expect(seen).toHaveLength(firmKeys.length)
    expect((await get(district, '/api/organisations?after=nonsense')).statusCode).toBe(400)
  })
  test('are entered below a body one governs, and known at once', async () => {
    const firm = { kind: 'firm', name: '杭州晓风包装有限公司', parent: baiyang, since: '2024-05-01', sector: 'materials', employees: 33 }
    const made = await post(street, '/api/organisations', firm)
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ unit: baiyang, street: baiyang, shortName: firm.name })
    expect((await get(street, `/api/organisations/${made.json().id}`)).statusCode).toBe(200)
    expect((await list(street, '/api/organisations?q=xiaofeng')).total).toBe(1)
    expect((await post(street, '/api/organisations', { ...firm, parent: organisationId('xiasha') })).statusCode).toBe(404)
    expect((await post(mediator, '/api/organisations', { ...firm, parent: organisationId('baiyangCentre') })).statusCode).toBe(403)
    expect((await post(worker, '/api/organisations', { ...firm, parent: organisationId('qicheng') })).statusCode).toBe(403)
    expect((await post(street, '/api/organisations', { ...firm, kind: 'bureau', parent: undefined })).statusCode).toBe(403)
    expect((await post(street, '/api/organisations', { ...firm, kind: 'street' })).statusCode).toBe(400)
    expect((await post(district, '/api/organisations', { ...firm, kind: 'bureau', parent: undefined })).statusCode).toBe(201)
  })
})

describe('people', () => {
  test('a street sees its own; a mediator their colleagues; a worker themselves', async () => {
    const names = async (who: Who, q = '') => (await list(who, `/api/persons?limit=200${q}`)).items.map(({ name }) => name)
    expect(await names(street)).toEqual(expect.arrayContaining(['陈国强', '沈红梅', '周敏', '刘志军']))
    expect(await names(street)).not.toContain('唐少军')
    expect(await names(mediator)).toEqual(expect.arrayContaining(['沈红梅', '方文斌', '林晓宇']))
    expect(await names(mediator)).not.toContain('陈国强')
    expect(await names(worker)).toEqual(['陈国强'])
    expect(await names(employer)).toEqual(['孙立峰'])
    expect(await names(district, '&q=cgq')).toContain('陈国强')
  })
  test('telephone numbers are masked', async () => {
    const answer = await get(street, `/api/persons/${demoPeople.chenGuoqiang.id}`)
    expect(answer.json().phone).toMatch(/^\d{3}\*{4}\d{4}$/)
    expect((await get(mediator, `/api/persons/${demoPeople.chenGuoqiang.id}`)).statusCode).toBe(404)
  })
  test('are entered by those who administer', async () => {
    const made = await post(street, '/api/persons', { name: '单小梅', phone: '13912345678' })
    expect(made.json()).toMatchObject({ name: '单小梅', phone: '139****5678', unit: { id: baiyang }, posts: [] })
    expect((await list(street, '/api/persons?q=sxm')).items.map(({ name }) => name)).toContain('单小梅')
    expect((await post(mediator, '/api/persons', { name: '某某人' })).statusCode).toBe(403)
    expect((await post(worker, '/api/persons', { name: '某某人' })).statusCode).toBe(403)
    expect((await post(street, '/api/persons', { name: '某某人', unit: organisationId('xiasha') })).statusCode).toBe(404)
    expect((await post(street, '/api/persons', { name: '某' })).statusCode).toBe(400)
  })
})

describe('posts', () => {
  const give = (who: Who, over: object) =>
    post(who, '/api/posts', {
      person: demoPeople.liuZhijun.id,
      organisation: organisationId('baiyangCentre'),
      role: 'mediator',
      scope: 'self',
      from: testDay,
      ...over,
    })

  test('are given inside one’s reach and no wider than one’s own', async () => {
    expect((await give(street, {})).statusCode).toBe(201)
    expect((await give(street, { organisation: organisationId('xiashaCentre') })).statusCode).toBe(404)
    expect((await give(street, { organisation: organisationId('district'), role: 'districtOfficer', scope: 'below' })).statusCode).toBe(404)
    expect((await give(street, { person: demoPeople.tangShaojun.id })).statusCode).toBe(404)
    expect((await give(mediator, { person: demoPeople.fangWenbin.id })).statusCode).toBe(403)
    expect(
      (await give(worker, { person: demoPeople.chenGuoqiang.id, organisation: organisationId('qicheng'), role: 'firmRepresentative' }))
        .statusCode,
    ).toBe(403)
    expect(
      (await give(employer, { person: demoPeople.sunLifeng.id, organisation: organisationId('qicheng'), role: 'firmRepresentative' }))
        .statusCode,
    ).toBe(403)
    expect((await give(street, { role: 'bureauOfficer' })).statusCode).toBe(400)
    expect((await give(street, { role: 'employee', organisation: organisationId('qicheng') })).statusCode, 'a workplace is no post').toBe(
      400,
    )
    expect((await give(street, { to: '2020-01-01' })).statusCode).toBe(400)
  })
  test('nobody makes themselves the voice of a firm', async () => {
    const give = (person: string) =>
      post(street, '/api/posts', {
        person,
        organisation: organisationId('qicheng'),
        role: 'firmRepresentative',
        scope: 'unit',
        from: testDay,
      })
    expect((await give(demoPeople.zhouMin.id)).statusCode).toBe(403)
    expect((await give(demoPeople.chenGuoqiang.id)).statusCode).toBe(201)
  })
  test('a body that mediates for a firm is set up from above it, or by its own union', async () => {
    const own = (await list(union, '/api/organisations?kind=union')).items[0]!.id
    const committee = (firm: 'qicheng' | 'ruiding') =>
      post(union, '/api/organisations', {
        kind: 'committee',
        name: '某公司调解委员会',
        parent: own,
        firm: organisationId(firm),
        since: testDay,
        mediates: false,
      })
    expect((await committee('qicheng')).statusCode).toBe(403)
    expect((await committee('ruiding')).statusCode).toBe(201)
  })
  test('a chair of an enterprise union orders only their own union and committee', async () => {
    const at = { person: demoPeople.maChunyan.id, role: 'mediator', organisation: organisationId('ruidingCommittee') }
    expect((await give(union, at)).statusCode).toBe(201)
    expect((await give(union, { ...at, organisation: organisationId('ruiding'), role: 'firmRepresentative' })).statusCode).toBe(404)
    expect((await give(union, { ...at, organisation: baiyang, role: 'chair', scope: 'below' })).statusCode).toBe(404)
  })
  test('end by those who may give them; the holder loses what they had', async () => {
    const [held] = (await get(street, `/api/posts?person=${demoPeople.linXiaoyu.id}`)).json().items
    expect(held).toMatchObject({ role: 'mediationClerk', person: { name: '林晓宇' } })
    expect((await post(mediator, `/api/posts/${held.id}/end`, {})).statusCode).toBe(403)
    expect((await post(worker, `/api/posts/${held.id}/end`, {})).statusCode).toBe(404)
    expect((await post(union, `/api/posts/${held.id}/end`, {})).statusCode).toBe(404)
    expect((await post(street, `/api/posts/${held.id}/end`, { on: '2001-01-01' })).statusCode).toBe(400)
    expect((await post(street, `/api/posts/${held.id}/end`, { on: '2026-11-21' })).json().to).toBe('2026-11-21')
    expect((await post(street, `/api/posts/${held.id}/end`, { on: '2026-11-22' })).statusCode).toBe(409)
    expect((await get(street, `/api/posts?person=${demoPeople.linXiaoyu.id}&on=${testDay}`)).json().total).toBe(0)
    const [own] = (await get(street, `/api/posts?person=${demoPeople.zhouMin.id}`)).json().items
    expect((await get(street, '/api/me')).json().posts).toHaveLength(1)
    expect((await post(district, `/api/posts/${own.id}/end`, { on: '2026-11-21' })).statusCode).toBe(200)
    expect((await get(street, '/api/me')).json().posts).toHaveLength(0)
    expect((await get(street, `/api/organisations/${organisationId('ruiding')}`)).statusCode).toBe(404)
    await db.owner('update post set until = null where id = $1', [own.id])
    await app.inject({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { ...street } })
    Object.assign(street!, await signIn('street'))
  })
})

describe('accounts', () => {
  const password = '运河边的第三棵老柳树'
  test('are made by those above, for those below', async () => {
    const account = { person: demoPeople.fangWenbin.id, username: 'FangWenbin', password }
    expect((await post(mediator, '/api/accounts', account)).statusCode).toBe(403)
    expect((await post(worker, '/api/accounts', account)).statusCode).toBe(404)
    expect((await post(street, '/api/accounts', { ...account, password: 'hexie-demo' })).statusCode).toBe(400)
    expect((await post(street, '/api/accounts', { ...account, username: 'street' })).statusCode).toBe(409)
    expect((await post(street, '/api/accounts', account)).statusCode).toBe(201)
    expect((await post(street, '/api/accounts', { ...account, username: 'again' })).statusCode).toBe(409)
    const signed = await signIn('fangwenbin', password)
    expect((await get(signed, '/api/me')).json().person.name).toBe('方文斌')
  })
  test('never for somebody who may do more than oneself', async () => {
    const chairs = (await get(street, `/api/posts?organisation=${organisationId('ruidingUnion')}`)).json()
    expect(chairs.items[0].person.name).toBe('马春燕')
    await db.owner(
      `insert into post (district_id, id, organisation_id, person_id, kind, scope, since)
      select district_id, gen_random_uuid(), $1, $2, 'districtOfficer', 'below', '2026-01-01' from organisation where id = $1`,
      [organisationId('district'), demoPeople.huDehua.id],
    )
    expect((await post(street, '/api/accounts', { person: demoPeople.huDehua.id, username: 'hudehua', password })).statusCode).toBe(403)
  })
})

describe('the public directories', () => {
  test('firms: at most ten, name and street only', async () => {
    const answer = (await get(undefined, `/api/directory/firms?q=${encodeURIComponent('杭州')}`)).json()
    expect(answer.items).toHaveLength(10)
    expect(Object.keys(answer.items[0]).sort()).toEqual(['id', 'name', 'street'])
    for (const q of ['启程', 'qicheng', 'hzqchy'])
      expect((await get(undefined, `/api/directory/firms?q=${encodeURIComponent(q)}`)).json().items[0]).toMatchObject({
        name: demoFirms.qicheng.name,
        street: { name: '白杨街道' },
      })
  })
  test('who mediates: the firm’s own, its street’s, its trade’s', async () => {
    const at = async (query: string) =>
      (await get(undefined, `/api/directory/mediation?${query}`))
        .json()
        .items.map((body: { name: string; level: string }) => `${body.level} ${body.name}`)
    expect(await at(`firm=${organisationId('qicheng')}`)).toEqual([
      'street 白杨街道劳动争议调解中心',
      'industry 钱塘区货运物流行业劳动争议调解委员会',
    ])
    expect(await at(`firm=${organisationId('ruiding')}`)).toEqual([
      'enterprise 杭州瑞鼎金属制品有限公司劳动争议调解委员会',
      'street 白杨街道劳动争议调解中心',
    ])
    expect(await at(`firm=${organisationId('beichen')}`)).toEqual([
      'enterprise 杭州北宸高分子材料有限公司劳动争议调解委员会',
      'street 临江街道劳动争议调解中心',
      'regional 江湾智造产业园区域性劳动争议调解委员会',
    ])
    expect(await at(`street=${organisationId('yipeng')}`)).toEqual(['street 义蓬街道劳动争议调解中心'])
    expect(await at('sector=biomedicine')).toEqual(['industry 钱塘区生物医药行业劳动争议调解委员会'])
    const all = await at('')
    expect(all).toHaveLength(7 + 4)
    expect(all).not.toContain('enterprise 杭州瑞鼎金属制品有限公司劳动争议调解委员会')
  })
})

test('the engine’s questions', async () => {
  const id = organisationId('district')
  expect(await directory.below(id, organisationId('mingxiUnion'))).toEqual([
    organisationId('mingxiUnion'),
    organisationId('mingxiCommittee'),
  ])
  expect(await directory.below(id, '00000000-0000-7000-8000-000000000000')).toEqual([])
  for (const street of [baiyang, '白杨', '白杨街道']) expect(await directory.streetNamed(id, street)).toBe(baiyang)
  expect(await directory.streetNamed(id, '白')).toBeUndefined()
  expect(await directory.streetNamed(id, organisationId('ruiding'))).toBeUndefined()
  expect((await directory.organisationById(id, baiyang))?.name).toBe('白杨街道总工会')
  expect((await directory.ancestors(id, organisationId('ruidingCommittee'))).map(({ name }) => name)).toEqual([
    '杭州市钱塘区总工会',
    '白杨街道总工会',
    '杭州瑞鼎金属制品有限公司工会委员会',
  ])
  const clerks = await directory.peopleWithPosts(
    id,
    [organisationId('xiashaCentre'), organisationId('baiyangCentre')],
    ['mediator'],
    testDay,
  )
  expect(clerks.map(({ name }) => name)).toEqual(expect.arrayContaining(['沈红梅', '潘丽群']))
})
