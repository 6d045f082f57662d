/** Edges of entitlement: races, the same certificate told twice, a contract changed within its term or not yet in force. */
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { clauses } from './demo/told.ts'
import { call, clock, contract, db, key, refusesTo, reports, rows, start, takes } from './town-for-tests.server.ts'

await contract({ number: '瑞协〔2026〕1号', since: '2026-01-01', until: '2026-12-31', clauses })

test('a change within the term is carried over too: its figure from its month on, and no older contract ever', async () => {
  clock.today = start
  const skill = (value: number) => [{ meaning: 'mentorAllowance', value }] as const
  const old = await contract({ number: '师〔2026〕1号', since: '2026-01-01', until: '2026-12-31', clauses: skill(10_000) })
  const { id } = await reports('worker', { kind: 'mentor', grade: undefined })
  await takes('chair', id, 'verify', { how: 'original' })
  expect(await refusesTo('chair', id, 'carryOver', {})).toMatchObject({ rule: 'successorSpeaks' })
  for (const table of ['contract', 'contract_cover']) await db.owner(`update ${table} set until = '2026-06-30' where case_id = $1`, [old])
  await contract({ number: '师〔2026〕2号', since: '2026-07-01', until: '2026-12-31', clauses: skill(15_000) })
  clock.today = day('2026-07-06')
  await takes('chair', id, 'carryOver', {})
  expect((await rows(id)).map((row) => [row.fen, row.since, row.until])).toEqual([
    [10_000, '2026-04-01', '2026-06-30'],
    [15_000, '2026-07-01', '2026-12-31'],
  ])
  clock.today = start
})

test('two cases of one certificate verified at the same instant: one is entitled, the other is told so', async () => {
  clock.today = start
  const raced = await Promise.all([reports('worker', { number: 'ZJ888' }), reports('worker', { number: 'zj 888' })])
  const answers = await Promise.all(
    raced.map(({ id }) => call('chair', 'POST', `/api/cases/${id}/steps`, { step: 'verify', input: { how: 'original' }, key: key() })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const entitled = await Promise.all(raced.map(async ({ id }) => (await rows(id)).length))
  expect(entitled.toSorted()).toEqual([0, 2])
  const late = raced[entitled.indexOf(0)]!
  const again = await refusesTo('chair', late.id, 'verify', { how: 'original' })
  expect(again).toMatchObject({ rule: 'notRecognisedBefore' })
})

test('the same certificate without its number, or with it the second time, is still the same', async () => {
  clock.today = start
  const found = { on: '2026-02-10', title: '职业技能 等级证书' }
  const one = await reports('worker', { ...found, number: 'ZJ999' })
  await takes('chair', one.id, 'verify', { how: 'original' })
  const two = await reports('worker', { on: found.on, title: '职业技能等级证书', number: undefined })
  expect(await refusesTo('chair', two.id, 'verify', { how: 'original' })).toMatchObject({ rule: 'notRecognisedBefore' })
  const bare = await reports('worker', { ...found, on: '2026-02-11', number: undefined })
  await takes('chair', bare.id, 'verify', { how: 'original' })
  const numbered = await reports('worker', { ...found, on: '2026-02-11', number: 'ZJ1000' })
  expect(await refusesTo('chair', numbered.id, 'verify', { how: 'original' })).toMatchObject({ rule: 'notRecognisedBefore' })
  const another = await reports('worker', { ...found, number: 'ZJ1001' })
  await takes('chair', another.id, 'verify', { how: 'original' })
})

test('a contract that is only signed entitles nobody, and the worker is told in words', async () => {
  clock.today = start
  const number = '瑞协〔2030〕1号'
  await contract({ number, since: 'infinity', until: 'infinity', clauses })
  const { id } = await reports('worker', { kind: 'patent', patent: 'invention', grade: undefined })
  const refusal = await refusesTo('chair', id, 'verify', { how: 'original' })
  expect(refusal.missing.zh).toContain(`${number}《`)
  expect(JSON.stringify(refusal)).not.toMatch(/infinity/i)
})
