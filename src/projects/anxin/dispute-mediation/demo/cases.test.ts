/** The two hundred cases: legal to the last step, in every state, with something due, on any day the house is started. */
import { describe, expect, test } from 'vitest'
import { dueOf } from '#engine/due.ts'
import { factsOf, type Now, refusal, stateOf } from '#engine/run.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { demoStreets } from '#registry/demo.ts'
import { disputeMediation } from '../procedure.ts'
import { demoCases } from './cases.ts'

const at = (today: Day): Now => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar })

describe.each([day('2026-11-22'), day('2026-11-23'), day('2027-02-16'), day('2026-10-08')])('on %s', (today) => {
  const now = at(today)
  const cases = demoCases(now)

  test('there are 200, every step of each may be taken on its day, none lies ahead', () => {
    expect(cases).toHaveLength(200)
    for (const { log } of cases)
      log.forEach((entry, n) => {
        expect([entry.step, refusal(disputeMediation, log.slice(0, n), entry, { ...now, today: entry.on })]).toEqual([entry.step, null])
        expect(entry.on <= today).toBe(true)
      })
  })

  test('all states are there, and all seven streets', () => {
    const states = new Set(cases.map(({ log }) => stateOf(disputeMediation, log)))
    expect(Object.keys(disputeMediation.states).filter((state) => !states.has(state))).toEqual([])
    const streets = new Set(cases.map(({ log }) => factsOf(disputeMediation, log).application.street))
    expect([...streets].toSorted()).toEqual(Object.values(demoStreets).toSorted())
  })

  test('something is due today or within days, and no open case is late with its mediation', () => {
    const clocks = cases
      .flatMap(({ log }) => dueOf(disputeMediation, log, now))
      .filter((due) => due.id === 'accept' || due.id === 'end' || due.id === 'performance')
    expect(clocks.filter((due) => due.last === today).length).toBeGreaterThan(0)
    expect(clocks.filter((due) => due.last <= addDays(today, 7)).length).toBeGreaterThan(8)
    expect(clocks.filter((due) => due.overdue && due.id !== 'performance')).toEqual([])
  })

  test('somebody meets today and tomorrow', () => {
    const hearings = cases.flatMap(({ log }) =>
      disputeMediation.ends.includes(stateOf(disputeMediation, log) as never)
        ? []
        : (disputeMediation.meetings?.(factsOf(disputeMediation, log)) ?? []),
    )
    expect(hearings.filter((one) => one.on === today).length).toBeGreaterThanOrEqual(1)
    expect(hearings.filter((one) => one.on === addDays(today, 1)).length).toBeGreaterThanOrEqual(1)
  })
})

test('they are the same whenever they are made for the same day', () => {
  const now = at(day('2026-11-22'))
  expect(demoCases(now)).toEqual(demoCases(now))
})
