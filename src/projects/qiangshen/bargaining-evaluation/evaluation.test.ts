/** Evaluation keeps what every mechanism must keep, its stories end where they should, and its tables say what the log says. */
import { expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { factsOf, stateOf } from '#engine/run.ts'
import { day } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { nationalCalendar } from '#law/national-days.ts'
import evaluation from './index.ts'

const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const

const { stories } = await evaluation.told()

test('it keeps what every mechanism must keep', async () => {
  expect(await faultsOf(evaluation, now, ['CN-ZJ-HZ'])).toEqual([])
})

test('each story comes to its end', async () => {
  expect(Object.fromEntries(Object.entries(stories).map(([name, log]) => [name, stateOf(evaluation.procedure, log)]))).toEqual({
    becomesModel: 'model',
    improvesAndPasses: 'closed',
    atTheCounter: 'closed',
    notConfirmed: 'closed',
    stops: 'withdrawn',
  })
})

const kept = (story: string) => {
  const log = stories[story]!
  const file = {
    id: newId(),
    number: '评〔2026〕1号',
    owner: { id: newId(), unit: null },
    known: factsOf(evaluation.procedure, log),
    state: stateOf(evaluation.procedure, log)!,
    log,
  }
  return Object.fromEntries(Object.entries(evaluation.keeps!).map(([table, rowsOf]) => [table, rowsOf(file) as readonly any[]]))
}

test('each result is kept, the first beside the later; a model firm only once it is confirmed', () => {
  const improved = kept('improvesAndPasses')
  expect(improved.evaluation_result!.map(({ attempt, passes, latest }) => [attempt, passes, latest])).toEqual([
    [1, false, false],
    [2, true, true],
  ])
  expect(improved.evaluation_result![0]!.total).toBeLessThan(8_000)
  expect(kept('notConfirmed').model_firm).toEqual([])
  expect(kept('becomesModel').model_firm).toMatchObject([{ since: '2026-03-26', number: '评〔2026〕1号' }])
})
