/** What lies behind a questionnaire: no row of the database, no count and no race leads from a sheet to the person who gave it. */
import { expect, test } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import type { EvaluationWire } from './wire.ts'
import { answers, call, codesOf, db, opens, sheet, street, takes } from './town.server.ts'
import { scoresBut } from '../demo/script.ts'

const openedFor = async (round: string): Promise<{ readonly id: string; readonly codes: Record<string, string> }> => {
  const { id } = (await opens('street', street, { round, invitedWorkers: 5 })).body as CaseWire
  return { id, codes: await codesOf(id) }
}

test('neither the transaction nor the order of rows tells whose sheet it is', async () => {
  const { id, codes } = await openedFor('不留痕')
  for (const who of ['worker', 'nobody', 'colleague', 'union', 'nobody'] as const)
    expect((await answers(who, codes.workers!, sheet('workers'))).status).toBe(201)
  const sheets = await db.owner<{ tx: string }>('select xmin::text as tx from evaluation_answer where case_id = $1', [id])
  const people = await db.owner<{ tx: string; person_id: string }>(
    'select xmin::text as tx, person_id from evaluation_answered where case_id = $1 order by ctid',
    [id],
  )
  expect([sheets.length, people.length]).toEqual([5, 3])
  expect(new Set(people.map(({ tx }) => tx)).size).toBe(1)
  expect(people.map(({ person_id }) => person_id)).toEqual(people.map(({ person_id }) => person_id).toSorted())
})

test('one person on two codes at the same instant gives one sheet, and is told so', async () => {
  const { codes } = await openedFor('两码同答')
  const both = await Promise.all([
    answers('worker', codes.workers!, sheet('workers')),
    answers('worker', codes.union!, sheet('union')),
    answers('worker', codes.workers!, sheet('workers')),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
})

test('while sheets come in the desk sees how many, not what: one sheet more would tell what it said', async () => {
  const { id, codes } = await openedFor('只数份数')
  const tally = async () => ((await call('street', 'GET', `/api/bargaining-evaluations/${id}`)).body as EvaluationWire).desk!.tally
  await answers('worker', codes.workers!, sheet('workers', false))
  await answers('union', codes.union!, sheet('union'))
  const nothing = { aware: 0, awareOf: 0, satisfied: 0, satisfiedOf: 0 }
  expect(await tally()).toEqual([
    { role: 'workers', invited: 5, answered: 1, ...nothing },
    { role: 'union', invited: 1, answered: 1, ...nothing },
  ])
  await takes('union', id, 'selfScore', { scores: scoresBut({}) })
  await takes('street', id, 'closeAnswers', {})
  expect((await tally())[1]).toMatchObject({ role: 'union', answered: 1, awareOf: expect.any(Number) })
  expect((await tally()).some(({ satisfiedOf }) => satisfiedOf > 0)).toBe(true)
})
