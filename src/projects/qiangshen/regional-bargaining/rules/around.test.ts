/** No order of the steps gets around a guard: one firm alone, delegates that nobody named, a text that nobody agreed to, an old signature. */
import { describe, expect, test } from 'vitest'
import { dueOf, lawStepsOf, refusal } from '#engine'
import { factsOf, stateOf } from '#engine/run.ts'
import { addDays, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Facts } from '../data.ts'
import { act, agreed, draft, employers, filing, firmOf, knownOf, on, type Told, workers, workerSide } from '../demo/cast.ts'
import { answered, carried, filed, inForce, negotiated, offered, received, seated, served, signed } from '../demo/scripts.ts'
import { coverRows } from '../facts/kept.ts'
import { regionalBargaining } from '../procedure.ts'

const where = { region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
function refusedBy(log: readonly Told[]): string | undefined {
  const why = refusal(regionalBargaining, log.slice(0, -1), log.at(-1)!, { ...where, today: log.at(-1)!.on })
  return why === null ? undefined : why.why === 'broken' ? why.rule.id : why.why
}

describe('one firm of many', () => {
  const ending = { ground: 'lawChanged', on: on(80), bothAgree: true }
  test('does not end the contract of all, nor take back what the union asked for', () => {
    expect(refusedBy([...inForce, act(80, 'terminate', 'employer', ending)])).toBe('not you')
    expect(refusedBy([...inForce, act(80, 'terminate', 'workers', ending)])).toBeUndefined()
    expect(refusedBy([...seated, act(12, 'withdraw', 'employer', { by: 'employer', reason: '不谈' })])).toBe('offererWithdraws')
  })
  test('does not sign for the chief of its side', () => {
    expect(refusedBy([...carried, act(38, 'signEmployer', 'employer', { name: '郑伟' })])).toBe('chiefSigns')
  })
})

describe('the text', () => {
  test('is made by delegates who were named, and nobody sits on both sides when it is', () => {
    const clauses = [{ meaning: 'wageGrowth', value: 600 }]
    const unnamed = [...answered, act(10, 'propose', 'employer', { side: 'employer', round: 1, clauses })]
    expect(refusedBy([...unnamed, act(11, 'draft', 'workers', draft({ clauses }))])).toBe('employerIsNamedSecond')
    const crossed = [...negotiated, act(29, 'nameWorkers', 'workers', workerSide({ delegates: [...workers.slice(0, 2), employers[1]] }))]
    expect(refusedBy(crossed)).toBeUndefined()
    expect(refusedBy([...crossed, act(30, 'draft', 'employer', draft())])).toBe('nobodyOnBothSides')
    const twice = [...answered, act(8, 'nameWorkers', 'workers', workerSide({ delegates: [...workers.slice(0, 2), workers[1]] }))]
    expect(refusedBy(twice)).toBe('workersAreEnough')
  })
  test('is amended only as both agree, and then signed anew, be it on the same day', () => {
    const objected = [...received, act(58, 'object', 'bureau', { says: '请修订' })]
    const other = [...agreed.slice(0, 2), { meaning: 'nightShift', value: 2_000 }]
    const amends = (clauses: readonly object[]) => act(58, 'amend', 'employer', draft({ clauses }))
    expect([refusedBy([...objected, amends(other)]), refusedBy([...objected, amends(agreed)])]).toEqual(['onlyWhatIsAgreed', undefined])
    const sameDay = [...signed, act(38, 'file', 'employer', filing()), act(38, 'receive', 'bureau', { receivedOn: on(38) })]
    const mended = [...sameDay, act(38, 'object', 'bureau', { says: '请修订' }), act(38, 'amend', 'employer', draft())]
    expect(refusedBy([...mended, act(38, 'file', 'employer', filing())])).toBe('bothChiefsSigned')
  })
})

describe('clocks', () => {
  test('silence and overrun are told when they are past', () => {
    const silent = (after: number) => refusedBy([...served, act(after, 'refuse', 'workers', { how: 'silent' })])
    expect([silent(15), silent(16)]).toEqual(['silenceIsPast', undefined])
    expect(refusedBy([...offered, act(40, 'refuse', 'workers', { how: 'silent' })])).toBe('silenceIsPast')
    const overran = (after: number) => refusedBy([...seated, act(after, 'refuse', 'workers', { how: 'overran' })])
    expect([overran(64), overran(66)]).toEqual(['sixtyDaysArePast', undefined])
  })
  test('the office receives one filing once, and objects by the fifteenth day', () => {
    expect(refusedBy([...received, act(50, 'receive', 'bureau', { receivedOn: on(50) })])).toBe('not now')
    const objects = (after: number) => refusedBy([...received, act(after, 'object', 'bureau', { says: '请修订' })])
    expect([objects(58), objects(59)]).toEqual([undefined, 'objectedInTime'])
    expect(refusedBy([...filed, act(43, 'object', 'bureau', { says: '请修订' })])).toBe('objectedInTime')
  })
})

test('where no law of the place sets a period nothing runs, and nothing is stumbled over', () => {
  const ended = [...inForce, act(80, 'terminate', 'workers', { ground: 'agreed', on: on(80), bothAgree: true })]
  const clocks = (log: readonly Told[]) => dueOf(regionalBargaining, log, { ...where, region: 'CN', today: on(90) }).map(({ id }) => id)
  expect([clocks(offered), clocks(inForce), clocks(ended)]).toEqual([[], ['publishWage', 'term'], []])
  const national = refusal(regionalBargaining, negotiated, act(30, 'draft', 'employer', draft()), { ...where, region: 'CN', today: on(30) })
  expect(national).toBeNull()
})

test('a firm that went and came again before the first day is bound once, so that the contract can take effect', () => {
  const before = [
    ...received,
    act(44, 'leave', 'workers', { ...firmOf('dongqu'), on: on(200), ground: 'mistaken' }),
    act(45, 'join', 'workers', { ...firmOf('dongqu'), on: on(45), known: [knownOf('dongqu')] }),
  ]
  expect(refusedBy(before)).toBeUndefined()
  const today = addDays(on(43), 16)
  const [effect] = lawStepsOf(regionalBargaining, dueOf(regionalBargaining, before, { ...where, today }), today)
  const log = [...before, { step: effect!.step, by: 'law', on: effect!.on } as Told]
  const rows = coverRows({
    id: 'case',
    number: '1',
    owner: { id: 'owner', unit: null },
    known: factsOf(regionalBargaining, log) as Facts,
    state: stateOf(regionalBargaining, log)!,
    log,
  })
  expect(new Set(rows.map((row) => `${row.firm_id} ${row.since}`)).size).toBe(rows.length)
  expect(rows.filter((row) => row.firm_id === firmOf('dongqu').organisationId).length).toBe(1)
  expect(effect!.on >= day('2025-05-01')).toBe(true)
})
