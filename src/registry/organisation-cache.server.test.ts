/** Organisations kept in memory: read once, a minute at most, forgotten when they change, and never more than the bound. */
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Organisation } from './organisation.ts'
import { organisationCache } from './organisation-cache.server.ts'

const organisation = (id: string): Organisation => ({
  id,
  district: 'd',
  kind: 'firm',
  name: id,
  shortName: id,
  path: [id],
  designated: false,
  mediates: false,
  standing: 'standing',
  since: day('2020-01-01'),
})

function watched() {
  let now = 0
  const asked: (readonly string[])[] = []
  const cache = organisationCache(
    () => now,
    async (_district, ids) => {
      asked.push(ids)
      if (ids.includes('broken')) throw new Error('no answer')
      return ids.filter((id) => !id.startsWith('none')).map(organisation)
    },
  )
  return { cache, asked, pass: (millis: number) => (now += millis) }
}

test('what many ask for is read once, and again after a minute', async () => {
  const { cache, asked, pass } = watched()
  await Promise.all([cache.get('d', ['a', 'b']), cache.get('d', ['a', 'a'])])
  expect((await cache.get('d', ['b', 'c'])).size).toBe(2)
  expect(asked).toEqual([['a', 'b'], ['c']])
  pass(59_999)
  await cache.get('d', ['a'])
  expect(asked).toHaveLength(2)
  pass(1)
  await cache.get('d', ['a'])
  expect(asked).toHaveLength(3)
})

test('what is not there and what failed is asked for again; a change forgets', async () => {
  const { cache, asked } = watched()
  expect((await cache.get('d', ['none'])).size).toBe(0)
  expect((await cache.get('d', ['none'])).size).toBe(0)
  await expect(cache.get('d', ['broken'])).rejects.toThrow('no answer')
  await expect(cache.get('d', ['broken'])).rejects.toThrow('no answer')
  expect(asked).toHaveLength(4)
  await cache.get('d', ['a'])
  cache.forget('other')
  await cache.get('d', ['a'])
  expect(asked).toHaveLength(5)
  cache.forget('d')
  await cache.get('d', ['a'])
  expect(asked).toHaveLength(6)
})

test('no more than some thousands are kept; a question beyond that is answered all the same', async () => {
  const { cache, asked } = watched()
  const many = Array.from({ length: 6_000 }, (_, n) => `n${n}`)
  expect((await cache.get('d', many)).size).toBe(6_000)
  await cache.get('d', ['n5999'])
  expect(asked).toHaveLength(1)
  await cache.get('d', ['n0'])
  expect(asked).toHaveLength(2)
})
