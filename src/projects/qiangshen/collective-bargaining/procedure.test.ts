/** Where the stories of bargaining come to, and the rows that they leave in the register of contracts. */
import { expect, test } from 'vitest'
import { factsOf, stateOf } from '#engine/run.ts'
import type { Id } from '#kernel/id.ts'
import { company } from './demo/cast.ts'
import type { Told } from './demo/play.ts'
import * as stories from './demo/stories.ts'
import { contractRowsOf, coverRowsOf } from './contract.ts'
import bargaining from './index.ts'
import type { Facts } from './data.ts'

const p = bargaining.procedure
const owner = { id: '0197c000-0000-7000-8000-000000000001' as Id, unit: null }
const fileOf = (log: readonly Told[]) => ({
  id: '0197c000-0000-7000-8000-000000000002' as Id,
  number: '协〔2026〕1 号',
  owner,
  known: factsOf(p, log) as Facts,
  state: stateOf(p, log)!,
  log,
})
const kept = (log: readonly Told[]) => contractRowsOf(fileOf(log)).map(({ since, until }) => [since, until])

test('each story comes to its end', () => {
  expect(Object.fromEntries(Object.entries(stories).map(([name, story]) => [name, stateOf(p, story)]))).toMatchInlineSnapshot(`
    {
      "aYearOfWages": "expired",
      "changedThenReplaced": "replaced",
      "comprehensive": "inForce",
      "coordinated": "negotiating",
      "delegateReplaced": "preparing",
      "employerAsks": "preparing",
      "heldTwoRounds": "negotiating",
      "noDataThenTalks": "negotiating",
      "objectedThenInForce": "inForce",
      "overranThenPenalty": "notConcluded",
      "refusesToSign": "carried",
      "safety": "inForce",
      "sentByTheStreet": "withdrawn",
      "silentThenMended": "preparing",
      "skillWagesInMinutes": "inForce",
      "suspended": "negotiating",
      "talkedAndDrafted": "drafted",
      "terminatedEarly": "terminated",
      "votedDownThenCarried": "carried",
      "women": "inForce",
    }
  `)
})

test('a contract is kept from the day it is in force to the last day of its term', () => {
  expect(contractRowsOf(fileOf(stories.aYearOfWages))).toMatchObject([
    {
      kind: 'wage',
      level: 'enterprise',
      minutes: false,
      signed_on: '2025-04-29',
      since: '2025-05-17',
      until: '2026-05-01',
      deemed: true,
      owner_id: owner.id,
      number: '协〔2026〕1 号',
    },
  ])
  expect(coverRowsOf(fileOf(stories.aYearOfWages))).toEqual([{ firm_id: company.organisationId, since: '2025-05-17', until: '2026-05-01' }])
  expect(contractRowsOf(fileOf(stories.skillWagesInMinutes))).toMatchObject([{ kind: 'skillWages', minutes: true }])
})

test('signed by both it counts as signed and binds nobody until the fifteenth day has passed; an early end is the last day', () => {
  const upTo = (step: string) => stories.objectedThenInForce.slice(0, stories.objectedThenInForce.findIndex((one) => one.step === step) + 1)
  const notYet = ['infinity', 'infinity']
  expect(kept(upTo('signWorkers'))).toEqual([])
  expect(kept(upTo('signEmployer'))).toEqual([notYet])
  expect(kept(upTo('object'))).toEqual([notYet])
  expect(kept(upTo('amend'))).toEqual([])
  expect(kept(stories.objectedThenInForce.slice(0, -1))).toEqual([notYet])
  expect(kept(stories.objectedThenInForce)).toEqual([['2026-06-06', '2027-04-30']])
  expect(kept(stories.terminatedEarly)).toEqual([['2026-05-16', '2026-06-30']])
  expect(kept(stories.changedThenReplaced)).toEqual([['2026-05-16', '2026-09-16']])
})
