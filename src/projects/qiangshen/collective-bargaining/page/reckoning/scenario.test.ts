/** The calculator begins with the figures that stand nearest to the contract, and its scale shows who named what. */
import { expect, it } from 'vitest'
import type { CaseWire } from '#engine/wire.ts'
import { boardOf } from '../board.ts'
import { clausesOf, growthMarks, scaleEnd, scenariosOf } from './scenario.ts'

const growth = (value: number) => [{ meaning: 'wageGrowth' as const, value }]
const proposals = [
  { side: 'workers', round: 1, clauses: growth(800) },
  { side: 'employer', round: 1, clauses: growth(300) },
  { side: 'workers', round: 2, clauses: growth(500) },
  { side: 'employer', round: 2, clauses: growth(500) },
]
const log = [{ step: 'draft', on: '2026-11-09', input: { clauses: growth(500) } }]
const board = (said: readonly object[], entries: readonly object[] = []) =>
  boardOf({ facts: { proposals: said }, log: entries } as unknown as CaseWire)

it('offers only what there are figures for, the agreed ones first', () => {
  expect(scenariosOf(board(proposals.slice(0, 1)))).toEqual(['workers'])
  expect(scenariosOf(board(proposals, log))).toEqual(['agreed', 'draft', 'workers', 'employer'])
  expect(clausesOf(board(proposals, log), 'employer')).toEqual(growth(500))
  expect(scenariosOf(board([]))).toEqual([])
})

it('marks each growth once, by whoever named it first', () => {
  expect(growthMarks(board(proposals, log))).toEqual([
    { value: 300, of: 'employer', round: 1 },
    { value: 500, of: 'workers', round: 2 },
    { value: 800, of: 'workers', round: 1 },
  ])
})

it('reaches beyond the highest that was named and the published upper line', () => {
  expect([scaleEnd([], undefined), scaleEnd([], 1000), scaleEnd([{ value: 1250, of: 'workers' }], 800)]).toEqual([900, 1100, 1300])
})
