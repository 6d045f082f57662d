/** The demonstration's registry: as many as promised, everyone named once, nothing hanging in the air, in the database quickly. */
import { describe, expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { addYears, day } from '#kernel/day.ts'
import { demoDistrict, demoHolders, demoRegistry, demoWorkers, firmKeys, organisationId, streetKeys } from './demo.ts'
import { seedRegistry } from './demo.server.ts'
import { fits, isHeld } from './post.ts'

const today = day('2026-11-22')
const registry = demoRegistry(today)
const byId = new Map(registry.organisations.map((one) => [one.id, one]))

describe('the demonstration', () => {
  test('seven streets with their centres, sixty firms, two hundred workers', () => {
    expect(streetKeys).toHaveLength(7)
    expect(firmKeys).toHaveLength(60)
    expect(demoWorkers().length).toBeGreaterThanOrEqual(200)
    for (const key of streetKeys) {
      expect(demoHolders(`${key}Centre`, 'mediator').length).toBeGreaterThanOrEqual(3)
      expect(demoHolders(`${key}Centre`, 'mediationClerk')).toHaveLength(1)
    }
    expect(demoWorkers('ruiding').length).toBeGreaterThanOrEqual(12)
  })
  test('all names and ids are different', () => {
    const ids = [...registry.organisations, ...registry.people, ...registry.posts].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(registry.people.map(({ name }) => name)).size).toBe(registry.people.length)
    expect(new Set(registry.organisations.map(({ name }) => name)).size).toBe(registry.organisations.length)
  })
  test('every organisation hangs below its parent, every post fits where it is and is held today', () => {
    for (const one of registry.organisations) expect(one.path).toEqual([...(one.parent ? byId.get(one.parent)!.path : []), one.id])
    for (const post of registry.posts) {
      const at = byId.get(post.organisation)!
      expect(fits(post.kind, at.kind), `${post.kind} at ${at.name}`).toBe(true)
      expect(isHeld(post, today) && post.since >= at.since).toBe(true)
    }
  })
  test('is the same whenever it is made, but for its days', () => {
    const later = demoRegistry(addYears(today, 1))
    expect(later.people).toEqual(registry.people)
    expect(later.posts.map(({ id }) => id)).toEqual(registry.posts.map(({ id }) => id))
    expect(later.posts[0]!.since > registry.posts[0]!.since).toBe(true)
  })
})

test('is loaded in one go, seen only within its district', async () => {
  const db = await testDatabase()
  const { usernames } = await seedRegistry(db, today)
  expect([...usernames].sort()).toEqual([
    'bureau',
    'chair',
    'delegate',
    'district',
    'employer',
    'firm',
    'mediator',
    'street',
    'union',
    'worker',
  ])
  expect((await db.open<{ n: number }>('select count(*)::int as n from organisation'))[0]!.n).toBe(0)
  const scope = { district: demoDistrict.id, all: false, trees: [], units: [], readers: [] }
  const nobody = await db.ask<{ n: number }>(scope, 'select count(*)::int as n from person')
  expect(nobody[0]!.n).toBe(0)
  const [counted] = await db.ask<{ organisations: number; people: number; places: number; tallied: number }>(
    houseScope(demoDistrict.id),
    `select (select count(*)::int from organisation) as organisations, (select count(*)::int from person) as people,
       (select count(*)::int from post) + (select count(*)::int from engagement) as places,
       (select sum(people)::int from person_tally) as tallied`,
  )
  const people = registry.people.length
  expect(counted).toEqual({ organisations: registry.organisations.length, people, places: registry.posts.length, tallied: people })
  const [ruiding] = await db.ask<{ pinyin: string; initials: string }>(scope, 'select pinyin, initials from organisation where id = $1', [
    organisationId('ruiding'),
  ])
  expect(ruiding).toEqual({ pinyin: 'hangzhouruidingjinshuzhipinyouxiangongsi', initials: 'hzrdjszpyxgs' })
  await expect(seedRegistry(db, today)).rejects.toThrow()
})
