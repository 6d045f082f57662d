/** Which clause stands where several contracts bind a firm. */
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Clause } from '#law/clauses/clause.ts'
import type { ContractKind, ContractLevel } from './contract.ts'
import { type BindingContract, standingClauses } from './prevails.ts'

const contract = (
  id: string,
  kind: ContractKind,
  level: ContractLevel,
  clauses: readonly Clause[],
  signedOn = '2026-03-01',
): BindingContract => ({ id, kind, level, signedOn: day(signedOn), clauses })
const night = (value: number): Clause => ({ meaning: 'nightShift', value })
const told = (...contracts: readonly BindingContract[]) =>
  standingClauses(contracts).map(({ contract: { id }, ground, clause, besides }) => [id, ground, clause.value, besides.length])

test('a special contract prevails over the comprehensive one, whichever was signed later', () => {
  const comprehensive = contract('all', 'comprehensive', 'enterprise', [night(3500)], '2026-05-01')
  expect(told(comprehensive, contract('wage', 'wage', 'enterprise', [night(3000)]))).toEqual([['wage', 'special', 3000, 1]])
  expect(told(comprehensive)).toEqual([['all', 'alone', 3500, 0]])
})

test('a firm’s own clause stands when it is not below the one above, and yields when it is', () => {
  const industry = contract('industry', 'wage', 'industry', [night(3000)])
  expect(told(industry, contract('own', 'comprehensive', 'enterprise', [night(3000)]))).toEqual([['own', 'better', 3000, 1]])
  expect(told(industry, contract('own', 'wage', 'enterprise', [night(2999)]))).toEqual([['industry', 'floor', 3000, 1]])
})

test('for hours, fewer are better', () => {
  const hours = (value: number): Clause => ({ meaning: 'weeklyHours', value })
  const industry = contract('industry', 'wage', 'industry', [hours(400)])
  expect(told(industry, contract('own', 'wage', 'enterprise', [hours(395)]))[0]![0]).toBe('own')
  expect(told(industry, contract('own', 'wage', 'enterprise', [hours(405)]))[0]![0]).toBe('industry')
})

test('of two special contracts of one level the one signed last stands; other matters stand beside', () => {
  const first = contract('first', 'wage', 'enterprise', [night(3000), { meaning: 'meal', value: 1500 }])
  const second = contract('second', 'skillWages', 'enterprise', [night(2800)], '2026-06-01')
  expect(told(first, second)).toEqual([
    ['second', 'later', 2800, 1],
    ['first', 'alone', 1500, 0],
  ])
  const sameDay = contract('sameDay', 'skillWages', 'enterprise', [night(3100)])
  expect(told(first, sameDay)[0]).toEqual(['sameDay', 'sameDay', 3100, 1])
  expect(told(sameDay, first)[0]).toEqual(['sameDay', 'sameDay', 3100, 1])
})
