/** Who counts as a member of a team on a day: both sides of each limit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import { counts, missing, type Qualification, recusalBinds, standingOn, teamNames, teams, warnDays } from './team.ts'

const whole: Qualification = {
  team: 'supervisor',
  trainedOn: day('2025-03-01'),
  examinedOn: day('2025-03-20'),
  examPassed: true,
  cardNumber: '浙钱监0001',
  registration: '13301202610000001',
  since: day('2025-04-01'),
  until: day('2028-03-31'),
}

describe('a supervisor', () => {
  test('counts on the first and the last day of the term, and on no day beside it', () => {
    expect(standingOn(whole, day('2025-03-31'))).toBe('future')
    expect(standingOn(whole, whole.since)).toBe('counting')
    expect(standingOn(whole, whole.until)).toBe('expiring')
    expect(standingOn(whole, addDays(whole.until, 1))).toBe('lapsed')
  })
  test('is warned of from the sixtieth day before the end', () => {
    expect(standingOn(whole, addDays(whole.until, -warnDays - 1))).toBe('counting')
    expect(standingOn(whole, addDays(whole.until, -warnDays))).toBe('expiring')
  })
  test.each(['trainedOn', 'examinedOn', 'examPassed', 'cardNumber'] as const)('does not count without %s', (field) => {
    const less: Qualification = { ...whole, [field]: undefined }
    expect(standingOn(less, day('2026-11-22'))).toBe('incomplete')
    expect(missing(less, day('2026-11-22'))).toHaveLength(1)
  })
  test('does not count before the day of the examination, nor when it was failed', () => {
    const later = { ...whole, examinedOn: day('2025-06-01') }
    expect(standingOn(later, day('2025-05-31'))).toBe('incomplete')
    expect(standingOn(later, day('2025-06-01'))).toBe('counting')
    expect(standingOn({ ...whole, examPassed: false }, day('2026-11-22'))).toBe('incomplete')
  })
})

test('a volunteer needs a registration, an informant only a term', () => {
  const bare = { since: whole.since, until: whole.until }
  expect(standingOn({ ...bare, team: 'volunteer' }, day('2026-01-01'))).toBe('incomplete')
  expect(standingOn({ ...bare, team: 'volunteer', registration: '13301' }, day('2026-01-01'))).toBe('counting')
  expect(standingOn({ ...bare, team: 'informant' }, day('2026-01-01'))).toBe('counting')
})

test('an enterprise’s own supervisor works for that firm; all others stand back', () => {
  expect(recusalBinds('supervisor', 'union')).toBe(false)
  expect(recusalBinds('supervisor', 'jointUnion')).toBe(true)
  expect(recusalBinds('supervisor', 'street')).toBe(true)
  expect(recusalBinds('mediator', 'union')).toBe(true)
})

test('who lacks nothing counts on every day of the term; who lacks something on none', () => {
  const inTerm = fc.integer({ min: 0, max: 1095 }).map((n) => addDays(whole.since, n))
  fc.assert(
    fc.property(
      fc.constantFrom(...teamNames),
      fc.subarray(['trainedOn', 'examPassed', 'cardNumber', 'registration'] as const),
      inTerm,
      (team, gone, on) => {
        const member: Qualification = { ...whole, team, ...Object.fromEntries(gone.map((field) => [field, undefined])) }
        const lacks = teams[team].needs.some((need) =>
          (gone as string[]).includes(
            { training: 'trainedOn', exam: 'examPassed', card: 'cardNumber', registration: 'registration' }[need],
          ),
        )
        expect(counts(standingOn(member, on))).toBe(!lacks)
      },
    ),
  )
})
