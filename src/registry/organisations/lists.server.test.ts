/** Lists, figures, the tree, a firm's page, its history and files on a real database, each within the caller's reach. */
import { describe, expect, test } from 'vitest'
import { organisationId } from '../demo.ts'
import { testOrganisations, type Who } from '../testing/organisations-for-tests.server.ts'
import { testDay } from '../testing/registry-for-tests.server.ts'
import type { HistoryEntryWire, OrganisationWire } from './organisation-wire.ts'

const { db, get, list, recordOf, history, who } = await testOrganisations()
const { district, street, mediator, union, worker } = who
const baiyang = organisationId('baiyang')
const xiasha = organisationId('xiasha')

describe('lists, figures, trees and files', () => {
  test('a list of a past day is the plain list when the day is today', async () => {
    for (const who of [district, street, mediator, union, worker]) {
      const plain = await list(who, 'limit=200&standing=standing')
      const dated = await list(who, `limit=200&on=${testDay}`)
      expect(dated.items.map(({ id }) => id)).toEqual(plain.items.map(({ id }) => id))
      const known = ({ id, name, unit, sector, employees, designated }: OrganisationWire) => ({
        id,
        name,
        unit,
        sector,
        employees,
        designated,
      })
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
    expect((await recordOf(worker, organisationId('qicheng'))).may).toEqual({
      change: false,
      approve: false,
      term: false,
      move: false,
      end: false,
    })
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
    const lines = file.body
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
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
