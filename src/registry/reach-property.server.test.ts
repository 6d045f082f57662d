/** Random districts with random posts and moves: every list, record, count and search answers what the simple model says, and nothing more. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { testHttp } from '#platform/testing/http-for-tests.server.ts'
import { openDirectory } from './directory.server.ts'
import { registryRoutes } from './routes.server.ts'
import { callerOf } from './session/caller-row.server.ts'
import { registryDeps } from './testing/deps-for-tests.server.ts'
import { type Body, knowsBody, type Link, type Office, seesPerson, unitOf, type World } from './testing/reach-model.ts'
import { testDay } from './testing/registry-for-tests.server.ts'

const db = await testDatabase()
const directory = openDirectory(db)
const app = await testHttp({ ratePerMinute: 10_000_000 })
app.addHook('onRequest', async (request) => {
  const [person, district] = String(request.headers['x-test-caller'] ?? '').split('@') as [Id, Id]
  request.caller = await callerOf(db, directory, { person, district }, testDay)
})
const session = { changed: async () => {}, registryChanged: async (district: Id) => directory.forget(district) }
await registryRoutes(app, await registryDeps({ db, directory, session, today: () => testDay }))

const since = '2020-01-01'
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!

interface Plan {
  readonly units: readonly ('street' | 'industry' | 'park')[]
  readonly firms: readonly number[]
  /** Which firms have their own union: bit n for firm n. */
  readonly unions: number
  readonly joint: readonly number[]
  readonly links: readonly (readonly [person: number, at: number, kind: number])[]
  readonly offices: readonly (readonly [person: number, at: number, scope: number])[]
  readonly moves: readonly (readonly [kind: number, a: number, b: number])[]
}

const peopleCount = 9
const plans: fc.Arbitrary<Plan> = fc.record({
  units: fc.array(fc.constantFrom('street', 'industry', 'park'), { minLength: 2, maxLength: 4 }),
  firms: fc.array(fc.nat(9), { minLength: 2, maxLength: 5 }),
  unions: fc.nat(31),
  joint: fc.array(fc.nat(9), { maxLength: 2 }),
  links: fc.array(fc.tuple(fc.nat(peopleCount - 1), fc.nat(20), fc.nat(2)), { maxLength: 14 }),
  offices: fc.array(fc.tuple(fc.nat(peopleCount - 1), fc.nat(20), fc.nat(3)), { minLength: 2, maxLength: 4 }),
  moves: fc.array(fc.tuple(fc.nat(3), fc.nat(20), fc.nat(20)), { maxLength: 4 }),
})

function worldOf(plan: Plan): World & { readonly district: Id; readonly chief: Id } {
  const district = newId()
  const bodies: Body[] = [{ id: district, kind: 'district', parent: undefined }]
  const units = plan.units.map((kind): Body => ({ id: newId(), kind, parent: district }))
  const firms = plan.firms.map((at): Body => ({ id: newId(), kind: 'firm', parent: pick(units, at).id }))
  const unions = firms.flatMap(({ id, parent }, n): Body[] =>
    plan.unions & (1 << n) ? [{ id: newId(), kind: 'union', parent, firm: id }] : [],
  )
  const joint = plan.joint.map((at): Body => ({ id: newId(), kind: 'jointUnion', parent: pick(units, at).id }))
  bodies.push(...units, ...firms, ...unions, ...joint)
  const people = Array.from({ length: peopleCount }, newId)
  const chief = newId()
  const joinable = [...unions, ...joint]
  const links = plan.links.flatMap(([person, at, kind]): Link[] => {
    const who = people[person]!
    if (kind === 0 || kind === 1) return [{ id: newId(), person: who, at: pick(firms, at).id, kind: 'employment', ended: false }]
    return joinable.length > 0 ? [{ id: newId(), person: who, at: pick(joinable, at).id, kind: 'membership', ended: false }] : []
  })
  // One place of each kind at a time, as the registry keeps it.
  const once = links.filter((link, n) => links.findIndex((one) => one.person === link.person && one.kind === link.kind) === n)
  const offices = plan.offices.map(([person, at, scope]): Office => {
    const place = pick(bodies, at)
    const represents = place.kind === 'firm'
    return { person: people[person]!, at: place.id, scope: pick(['self', 'unit', 'below', 'below'] as const, scope), represents }
  })
  offices.push({ person: chief, at: district, scope: 'below', represents: false })
  return {
    district,
    chief,
    bodies: new Map(bodies.map((body) => [body.id, body])),
    links: once,
    offices,
    people: [...people, chief],
    lastUnit: new Map(),
  }
}

const chiefPost = 'districtOfficer'
const postAt = {
  district: 'officer',
  street: 'officer',
  industry: 'officer',
  park: 'officer',
  firm: 'firmRepresentative',
  union: 'unionOfficer',
  jointUnion: 'unionOfficer',
} as const

async function lay(world: ReturnType<typeof worldOf>): Promise<void> {
  const { district, bodies, people, links, offices } = world
  const path = (id: Id): Id[] => {
    const parent = bodies.get(id)!.parent
    return parent ? [...path(parent), id] : [id]
  }
  await db.within(houseScope(district), async (q) => {
    await q(`insert into district (id, name, short_name, region) values ($1, '试验区', '试验', 'CN-ZJ-HZ')`, [district])
    for (const { id, kind, parent, firm } of bodies.values()) {
      const name = `${kind} ${id}`
      await q(
        `insert into organisation (district_id, id, kind, name, short_name, sort_name, parent_id, unit_id, path, firm_id, since)
         values ($1, $2, $3, $4, $4, $4, $5, $6, $7, $8, $9)`,
        [district, id, kind, name, parent ?? null, unitOf(world, id) ?? null, path(id), firm ?? null, since],
      )
      await q('insert into organisation_place (district_id, id, organisation_id, parent_id, since) values ($1, $2, $3, $4, $5)', [
        district,
        newId(),
        id,
        parent ?? null,
        since,
      ])
    }
    for (const id of people)
      await q('insert into person (district_id, id, name, sort_name, initials) values ($1, $2, $3, $4, $5)', [
        district,
        id,
        '张三',
        `zhangsan 张三`,
        'zs',
      ])
    for (const { id, person, at, kind } of links)
      await q(
        'insert into engagement (district_id, id, person_id, organisation_id, kind, since, approved_on) values ($1, $2, $3, $4, $5, $6, $6)',
        [district, id, person, at, kind, since],
      )
    for (const { person, at, scope } of offices)
      await q('insert into post (district_id, id, organisation_id, person_id, kind, scope, since) values ($1, $2, $3, $4, $5, $6, $7)', [
        district,
        newId(),
        at,
        person,
        person === world.chief ? chiefPost : postAt[bodies.get(at)!.kind],
        scope,
        since,
      ])
    await q('select hexie_place_people($1, $2::uuid[], $3)', [district, people, testDay])
  })
}

type Asked = { readonly method?: 'POST'; readonly payload?: object }
const ask = (world: { readonly district: Id }, viewer: Id, url: string, { method, payload }: Asked = {}) =>
  app.inject({ method: method ?? 'GET', url, headers: { 'x-test-caller': `${viewer}@${world.district}` }, ...(payload && { payload }) })

async function ids(
  world: { readonly district: Id },
  viewer: Id,
  url: string,
  limit = 50,
): Promise<{ readonly ids: readonly Id[]; readonly total: number }> {
  const found: Id[] = []
  let [after, total] = ['', 0]
  do {
    const answer = await ask(
      world,
      viewer,
      `${url}${url.includes('?') ? '&' : '?'}limit=${limit}${after && `&after=${encodeURIComponent(after)}`}`,
    )
    expect(answer.statusCode, answer.body).toBe(200)
    const page = answer.json() as { items: { id: Id }[]; total: number; next?: string }
    found.push(...page.items.map(({ id }) => id))
    total = page.total
    after = page.next ?? ''
  } while (after)
  return { ids: found, total }
}

/** What the district's officer does through the routes, and the same to the model. */
async function move(world: ReturnType<typeof worldOf>, [kind, a, b]: Plan['moves'][number], on: Day): Promise<void> {
  const live = world.links.filter(({ ended }) => !ended)
  const units = [...world.bodies.values()].filter((body) => ['street', 'industry', 'park'].includes(body.kind))
  const done = async (url: string, payload: object) => {
    const answer = await ask(world, world.chief, url, { method: 'POST', payload })
    expect(answer.statusCode, `${url}: ${answer.body}`).toBeLessThan(300)
    return answer.json() as { id: Id; engagements?: { id: Id; organisation?: { id: Id }; kind: string; until?: string }[] }
  }
  if (kind === 0 && live.length > 0) {
    const link = pick(live, a)
    const unit = unitOf(world, link.at)
    await done(`/api/engagements/${link.id}/end`, { on })
    link.ended = true
    const rest =
      world.links.some(({ person, ended }) => person === link.person && !ended) ||
      world.offices.some(({ person }) => person === link.person)
    if (!rest && unit) world.lastUnit.set(link.person, unit)
  } else if (kind === 1 && live.length > 0) {
    const link = pick(live, a)
    const others = [...world.bodies.values()].filter(
      ({ kind: at, id }) => (link.kind === 'employment' ? at === 'firm' : at === 'union' || at === 'jointUnion') && id !== link.at,
    )
    if (others.length === 0) return
    const to = pick(others, b)
    await done(`/api/persons/${link.person}/transfer`, { from: link.id, to: to.id, on })
    link.ended = true
    const [row] = await db.owner<{ id: Id }>(
      'select id from engagement where person_id = $1 and organisation_id = $2 and until is null order by recorded_at desc limit 1',
      [link.person, to.id],
    )
    world.links.push({ id: row!.id, person: link.person, at: to.id, kind: link.kind, ended: false })
  } else if (kind >= 2) {
    const movable = [...world.bodies.values()].filter((body) => body.kind === 'firm' || body.kind === 'jointUnion')
    const body = pick(movable, a)
    const to = pick(units, b)
    if (body.parent === to.id) return
    await done(`/api/organisations/${body.id}/move`, {
      parent: to.id,
      number: `钱总工〔2026〕${a}号`,
      approvedOn: '2026-11-01',
      on,
    })
    body.parent = to.id
    // A firm's own union goes along.
    for (const union of world.bodies.values()) if (union.firm === body.id) union.parent = to.id
  }
}

async function compare(world: ReturnType<typeof worldOf>): Promise<void> {
  const [somebody] = world.people
  for (const viewer of new Set([somebody!, ...world.offices.map(({ person }) => person)])) {
    const people = world.people.filter((person) => seesPerson(world, viewer, person)).sort()
    for (const url of ['/api/persons', '/api/persons?q=zs', `/api/persons?q=${encodeURIComponent('张三')}`]) {
      const listed = await ids(world, viewer, url, url.includes('?') ? 50 : 4)
      expect([...listed.ids].sort(), `${url} of ${viewer}`).toEqual(people)
      expect(listed.total, `total of ${url}`).toBe(people.length)
    }
    const bodies = [...world.bodies.keys()].filter((body) => knowsBody(world, viewer, body)).sort()
    const listed = await ids(world, viewer, '/api/organisations')
    expect([...listed.ids].sort(), `organisations of ${viewer}`).toEqual(bodies)
    for (const person of [viewer, ...world.people.filter((one) => !people.includes(one)).slice(0, 4)])
      expect((await ask(world, viewer, `/api/persons/${person}`)).statusCode, `person ${person}`).toBe(people.includes(person) ? 200 : 404)
    for (const body of [...bodies.slice(0, 1), ...[...world.bodies.keys()].filter((one) => !bodies.includes(one)).slice(0, 4)])
      expect((await ask(world, viewer, `/api/organisations/${body}`)).statusCode, `body ${body}`).toBe(bodies.includes(body) ? 200 : 404)
  }
}

test('whoever looks sees exactly whom the model says, before and after every move', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const world = worldOf(plan)
      await lay(world)
      await compare(world)
      for (const [n, one] of plan.moves.entries()) await move(world, one, addDays(day('2026-11-02'), 2 * n))
      await compare(world)
    }),
    { numRuns: 5 },
  )
})
