/** Who may see and do what with a campaign, what is refused of its input, and how its board follows the law's clock. */
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import { campaignHouse, type Who } from './campaign-house.server.ts'
import { firmId, ids, unionId } from './campaign-town.server.ts'

const { db, call, drafting, drafted, at, worked, issued, named, items, clear, moveTo } = await campaignHouse(240)

describe('reach', () => {
  test('a street issues for its own firms; another street, a union chair and a stranger do not get there', async () => {
    const wide = await drafted('head', {})
    expect(wide.counts.all).toBe(120)
    expect((await call('head', 'POST', '/api/campaigns', drafting(named(0, 1)))).body.errors).toMatchObject([{ path: 'firms' }])
    for (const method of ['/issue', '/remind']) {
      expect((await call('far', 'POST', at(wide, method))).status).toBe(404)
      expect((await call('chair', 'POST', at(wide, method))).status).toBe(404)
      expect((await call('nobody', 'POST', at(wide, method))).status).toBe(401)
    }
    for (const rest of ['', '/items', `/items/${firmId(0)}`, '/export'])
      expect([rest, (await call('far', 'GET', at(wide, rest))).status]).toEqual([rest, 404])
    expect((await call('chair', 'POST', '/api/campaigns', drafting())).status).toBe(403)
    expect((await call('chair', 'GET', '/api/campaigns/candidates?procedure=library-card')).status).toBe(403)
    expect((await call('chair', 'GET', '/api/campaigns/kinds')).body).toEqual([])
    expect((await call('far', 'GET', '/api/campaigns')).body.items.map(({ id }: { id: string }) => id)).not.toContain(wide.id)
    await call('head', 'DELETE', at(wide))
  })

  test('of an issued one, each sees what lies in their reach and no more; only its issuer acts', async () => {
    const one = await issued('chief', named(0, 1, 2, 3, 4))
    const counts = async (who: Who) => (await call(who, 'GET', at(one))).body.counts.all
    expect([await counts('chief'), await counts('head'), await counts('far'), await counts('chair')]).toEqual([5, 3, 2, 1])
    expect((await items('far', one)).map(({ id }) => id)).toEqual([1, 3].map(firmId))
    expect((await call('far', 'GET', at(one, `/items/${firmId(0)}`))).status).toBe(404)
    expect((await call('head', 'POST', at(one, '/remind'))).status).toBe(403)
    expect((await call('head', 'DELETE', at(one))).status).toBe(403)
    expect((await call('chief', 'DELETE', at(one))).status).toBe(409)
    const table = (await call('far', 'GET', at(one, '/export?as=csv'))).body as string
    expect(table.trim().split('\r\n')).toHaveLength(3)
    expect(table).not.toContain('第0000厂')
    await clear()
  })

  test('a right that ended before the issue is a reason to leave out', async () => {
    const one = await drafted('chief', named(50, 51))
    await db.owner(`update campaign_item set by_role = 'librarian' where campaign_id = $1 and firm_id = $2`, [one.id, firmId(50)])
    await call('chief', 'POST', at(one, '/issue'))
    await worked()
    expect((await items('chief', one)).map(({ state }) => state)).toEqual(['left', 'opened'])
    await clear()
  })
})

describe('input', () => {
  test('is limited and told field by field', async () => {
    const tried = async (over: object) => {
      const { status, body } = await call('chief', 'POST', '/api/campaigns', drafting(over))
      return [status, body.errors?.[0]?.path]
    }
    expect(await tried({ choose: undefined })).toEqual([400, 'firms'])
    expect(await tried({ firms: [firmId(1)] })).toEqual([400, 'firms'])
    expect(await tried({ firms: Array.from({ length: 2001 }, (_, n) => firmId(n)), choose: undefined })).toEqual([400, 'firms'])
    expect(await tried({ common: { books: 0, for: '某' } })).toEqual([400, 'common.books'])
    expect(await tried({ title: ' ' })).toEqual([400, 'title'])
    expect(await tried({ choose: { q: '没有这样的厂' } })).toEqual([400, 'choose'])
    expect(await tried({ procedure: 'no-such' })).toEqual([404, undefined])
    expect((await call('chief', 'GET', '/api/campaigns?after=xx')).status).toBe(400)
  })

  test('one firm is taken out and back in by hand, until it is issued; with nobody left nothing is issued', async () => {
    const one = await drafted('chief', named(60, 61))
    const leave = (n: number, out: boolean) => call('chief', 'PATCH', at(one, `/items/${firmId(n)}`), { leave: out })
    expect((await leave(60, true)).body).toMatchObject({ state: 'left', byHand: true })
    expect((await leave(60, false)).body).toMatchObject({ state: 'ready', byHand: false })
    await leave(60, true)
    await leave(61, true)
    expect((await call('chief', 'POST', at(one, '/issue'))).status).toBe(409)
    await leave(61, false)
    await call('chief', 'POST', at(one, '/issue'))
    await worked()
    expect((await leave(60, false)).status).toBe(404)
    expect((await items('chief', one)).map(({ state }) => state)).toEqual(['left', 'opened'])
    await clear()
  })
})

describe('the board', () => {
  test('sorts by the law’s clock; everybody silent is reminded once a day, with day and article', async () => {
    const one = await issued('chief', named(70, 71, 72))
    const phases = async () => Object.fromEntries((await call('chief', 'GET', at(one))).body.phases.map((p: any) => [p.id, p.count]))
    moveTo(day('2026-03-09'))
    expect(await phases()).toMatchObject({ waiting: 3, silent: 0 })
    expect((await call('chief', 'POST', at(one, '/remind'))).body).toEqual({ reminded: 0 })
    moveTo(day('2026-03-10'))
    await db.owner(
      `update case_file set state = 'lent' where id = (select case_id from campaign_item where campaign_id = $1 and firm_id = $2)`,
      [one.id, firmId(72)],
    )
    expect(await phases()).toMatchObject({ waiting: 0, silent: 2, lent: 1 })
    expect((await call('chief', 'POST', at(one, '/remind'))).body).toEqual({ reminded: 2 })
    expect((await call('chief', 'POST', at(one, '/remind'))).body).toEqual({ reminded: 0 })
    const told = await db.owner<{ reader: string; title: { zh: string } }>(
      `select reader, title from notice where kind = 'reminder' order by reader`,
    )
    expect(told.map(({ reader }) => reader)).toEqual([70, 71].map((n) => `o:${unionId(n)}`))
    expect(told[0]!.title.zh).toBe('应于 2026-03-09 前答复（馆规第2条）')
    expect((await items('chief', one, '&phase=silent')).map(({ reminders, remindedOn }) => [reminders, remindedOn])).toEqual([
      [1, '2026-03-10'],
      [1, '2026-03-10'],
    ])
    moveTo(day('2026-03-04'))
    await clear()
  })

  test('pages without gap or repeat', async () => {
    const one = await drafted('chief', {})
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await call('chief', 'GET', at(one, `/items?limit=37${after}`))
      expect(body.total).toBe(240)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      after = body.next ? `&after=${encodeURIComponent(body.next)}` : ''
    } while (after)
    expect(seen).toEqual(Array.from({ length: 240 }, (_, n) => firmId(n)))
    expect((await call('chief', 'GET', at(one, `/items/${firmId(5)}/paper?as=pdf`))).status).toBe(200)
    await call('chief', 'DELETE', at(one))
  })
})

describe('choosing', () => {
  test('by the contracts that bind a firm: none, in force, ending within ninety days and not a day later; by kind', async () => {
    const one = await issued('chief', named(80, 81, 82, 83))
    const today = day('2026-03-04')
    const bind = async (n: number, kind: string, until: string) => {
      const [row] = await db.owner<{ id: string }>('select case_id as id from campaign_item where campaign_id = $1 and firm_id = $2', [
        one.id,
        firmId(n),
      ])
      await db.owner(
        `insert into contract (district_id, case_id, version, kind, level, title, signed_on, since, until, owner_id, number)
         values ($1, $2, (select count(*) + 1 from contract where case_id = $2), $3, 'enterprise', '合同', '2025-01-01', '2025-01-01', $4, $5, '1')`,
        [ids.district, row!.id, kind, until, unionId(n)],
      )
      await db.owner(
        `insert into contract_cover (district_id, case_id, firm_id, since, until) values ($1, $2, $3, '2025-01-01', $4) on conflict do nothing`,
        [ids.district, row!.id, firmId(n), until],
      )
    }
    await bind(80, 'wage', addDays(today, 90))
    await bind(81, 'wage', addDays(today, 91))
    await bind(82, 'safety', addDays(today, 30))
    await bind(83, 'wage', addDays(today, -1))
    const chosen = async (query: string): Promise<readonly string[]> => {
      const { body } = await call('chief', 'GET', `/api/campaigns/candidates?procedure=library-card&limit=200&q=第008&${query}`)
      expect(body.total).toBe(body.items.length)
      return body.items.map(({ id }: { id: string }) => id).filter((id: string) => [80, 81, 82, 83].map(firmId).includes(id))
    }
    expect(await chosen('contract=inForce')).toEqual([80, 81, 82].map(firmId))
    expect(await chosen('contract=none')).toEqual([firmId(83)])
    expect(await chosen('contract=expiring')).toEqual([80, 82].map(firmId))
    expect(await chosen('contract=expiring&kind=wage')).toEqual([firmId(80)])
    expect(await chosen('contract=none&kind=wage')).toEqual([82, 83].map(firmId))
    expect(await chosen('contract=expiring&within=91')).toEqual([80, 81, 82].map(firmId))
    const { body } = await call('chief', 'GET', `/api/campaigns/candidates?procedure=library-card&q=第0080`)
    expect(body.items[0]).toMatchObject({
      owner: { id: unionId(80), how: 'own' },
      open: 1,
      contracts: [{ kind: 'wage', until: addDays(today, 90) }],
    })
    await clear()
  })

  test('a firm without union lies with what takes it in, else with the federation over it; beyond reach there is none', async () => {
    await db.owner(`update organisation set standing = 'ended' where id = any ($1::uuid[])`, [[90, 92].map(unionId)])
    await db.owner(
      `insert into organisation (district_id, id, kind, name, short_name, sort_name, parent_id, unit_id, path, since)
       select district_id, $2, 'union', '小微联合工会', '小微联合', 'x', unit_id, unit_id, array[district_id, unit_id, $2::uuid], since from organisation where id = $1`,
      [unionId(94), unionId(999)],
    )
    await db.owner(
      `insert into union_cover (district_id, id, union_id, firm_id, since) values ($1, gen_random_uuid(), $2, $3, '2025-01-01')`,
      [ids.district, unionId(999), firmId(90)],
    )
    const { body } = await call('chief', 'GET', '/api/campaigns/candidates?procedure=library-card&q=第009&limit=200')
    const owner = (n: number) => body.items.find(({ id }: { id: string }) => id === firmId(n)).owner
    expect([owner(90), owner(92)]).toMatchObject([
      { id: unionId(999), how: 'cover' },
      { id: ids.street, how: 'over' },
    ])
    const one = await drafted('head', named(90, 92, 94))
    const found = await items('chief', one)
    expect(found.map(({ state }) => state)).toEqual(['ready', 'left', 'ready'])
    expect(found[1]!.says!.en).toContain('Your post cannot act for')
    expect((await issued('chief', named(90, 92, 94))).counts).toMatchObject({ opened: 3 })
    await clear()
  })
})
