/** Scratch. */
import { expect, test } from 'vitest'
import { openTestHouse } from './open-test-house.server.ts'
import { day } from '#kernel/day.ts'
import { organisationId } from '#registry/demo.ts'
const hist: Record<string, number> = {}
const house = await openTestHouse(day('2026-06-01'))
const values = ['', 'x', '\u0000', '-1', '0', '1', '99999999999999', '1e9', 'NaN', '2026-02-30', '0001-01-01', '9999-12-31', '2026-06-01', 'null', '%', "'", '[]', '{"a":1}', organisationId('ruiding'), organisationId('ruidingUnion'), '00000000-0000-7000-8000-00000000dead', 'eyJuYW1lIjoiYSJ9', 'eyJuYW1lIjoiYSIsImlkIjoieCJ9', 'W10', 'bnVsbA', 'a,b', 'all', 'true', 'contract']
test('gets', async () => {
  const { body: api } = await house.ask('district', 'GET', '/api/openapi.json')
  const bad: unknown[] = []
  let n = 0
  for (const [path, methods] of Object.entries<any>(api.paths)) {
    if (!methods.get || !/campaign|contract|congress|ballot|figures|bargaining|indicator|skill-award|coaching|evaluation/.test(path)) continue
    const params = methods.get.parameters ?? []
    const fill = (p: string, v = organisationId('ruidingUnion')) => p.replace(/\{[^}]*ballot\}/g, '1').replace(/\{[^}]+\}/g, encodeURIComponent(v))
    const required = params.filter((q: any) => q.in === 'query' && q.required)
    const base = required.map((q: any) => `${q.name}=${encodeURIComponent(q.schema?.enum?.[0] ?? (q.name === 'procedure' ? 'collective-bargaining' : q.schema?.format === 'uuid' ? organisationId('ruidingUnion') : q.schema?.format === 'date' ? '2026-06-01' : '1'))}`)
    for (const who of ['district', 'union']) {
      for (const q of params.filter((x: any) => x.in === 'query'))
        for (const v of values) {
          const query = [...base.filter((one: string) => !one.startsWith(`${q.name}=`)), `${q.name}=${encodeURIComponent(v)}`].join('&')
          const { status } = await house.ask(who, 'GET', `${fill(path)}?${query}`).catch((e) => ({ status: `threw ${e}` as any }))
          n++; hist[`GET ${status}`] = (hist[`GET ${status}`] ?? 0) + 1
          if (typeof status === 'number' && status >= 500) bad.push([who, path, query, status])
        }
      for (const v of values.slice(1)) {
        if (!path.includes('{')) continue
        const { status } = await house.ask(who, 'GET', `${fill(path, v)}?${base.join('&')}`).catch(() => ({ status: 0 }))
        n++
        if (status >= 500) bad.push([who, fill(path, v), status])
      }
    }
  }
  console.log('asked', n, JSON.stringify(bad, null, 1))
  expect(bad).toEqual([])
}, 400_000)
test('posts', async () => {
  const bad: unknown[] = []
  const union = organisationId('ruidingUnion')
  const nul = 'a\u0000b'
  const key = () => house.nextKey()
  const one = async (who: string, url: string, body: any) => {
    const { status, body: said } = await house.ask(who, 'POST', url, body).catch((e) => ({ status: 0, body: String(e) }))
    hist[`${url.slice(0,26)} ${status}`] = (hist[`${url.slice(0,26)} ${status}`] ?? 0) + 1
    if (status >= 500) bad.push([who, url, JSON.stringify(body).slice(0, 300), status, JSON.stringify(said).slice(0, 200)])
    return said
  }
  for (const who of ['district', 'street', 'union']) {
    for (const since of ['2026-06-01', '0001-01-01', '9999-12-31', '2026-02-30'])
      for (const name of ['甲', nul, '\ud800', 'x'.repeat(300)]) {
        await one(who, '/api/congress/delegates', { union, name, since, manager: false, dispatched: false, key: crypto.randomUUID() })
        await one(who, '/api/congress/delegates', { union, name, since, until: since, constituency: name, person: union, manager: false, dispatched: false, key: crypto.randomUUID() })
        await one(who, '/api/congress/delegates/paste', { union, key: crypto.randomUUID(), text: `${name}\t车间\t女\n${name}`, since, write: true })
        await one(who, '/api/law/figures', { figure: 'minimumWageFen', region: 'CN-ZJ-HZ', value: 249000, since, source: name })
      }
    await one(who, '/api/congress/delegates/paste', { union, key: crypto.randomUUID(), text: '甲\t\t\t\t\n\n\t\t', since: '2026-01-01', write: true })
    for (const common of [null, {}, [], { kind: 'wage' }, { kind: 'wage', topics: ['\u0000'], meetOn: '2026-06-20', meetAt: '09:00', place: nul }])
      for (const title of ['一', nul])
        await one(who, '/api/campaigns', { procedure: 'collective-bargaining', title, common, choose: { contract: 'expiring', within: 365, q: nul }, key: key() })
    for (const input of [{}, null, [], { term: 100000, session: 100000, onDay: '2026-06-02', place: nul, form: 'congress', agenda: [{ id: nul, title: 'x', kind: 'contract' }] }, { term: 1, session: 1, onDay: '2099-12-31', place: 'x', form: 'assembly', agenda: [{ id: '1', title: 'x', kind: 'contract' }], extra: { by: 'delegates', reason: 'x' } }])
      for (const step of ['call', 'callExtra', 'constructor', '__proto__'])
        await one(who, '/api/cases', { procedure: 'workers-congress', owner: union, step, input, key: key() })
    for (const input of [{}, null, { firms: {} }, { firms: [null, 7, { organisationId: 'x' }, { organisationId: organisationId('qicheng') }] }])
      for (const step of ['offer', 'offerAsEmployer'])
        for (const owner of ['freightFederation', 'baiyang'] as const)
          await one(who, '/api/cases', { procedure: 'regional-bargaining', owner: organisationId(owner), step, input, key: key() })
  }
  console.log(JSON.stringify(hist), JSON.stringify(bad, null, 1))
  expect(bad).toEqual([])
}, 400_000)
