import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { promiseFor } from './help.ts'

const now = { today: day('2026-11-23'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
const asked = { claimKind: 'unpaidWages', stillEmployed: true, knewOn: day('2026-09-01') } as const

test('what is handed in today is answered in three working days and ends in fifteen', () => {
  const { lines } = promiseFor(asked, now)
  expect(lines.map((line) => [line.id, line.by, line.law?.article])).toEqual([
    ['number', '2026-11-23', undefined],
    ['accept', '2026-11-26', '22'],
    ['end', '2026-12-08', '10'],
  ])
})

test('wages: no limit while one works there, a year from leaving after', () => {
  expect(promiseFor(asked, now).limitation.until).toBeUndefined()
  expect(promiseFor({ ...asked, stillEmployed: false, employmentEndedOn: day('2026-10-20') }, now).limitation.until).toBe('2027-10-20')
})

test('anything else: a year from knowing', () => {
  expect(promiseFor({ ...asked, claimKind: 'dismissal' }, now).limitation.until).toBe('2027-09-01')
})

test('a platform worker is told that no contract is needed', () => {
  expect(promiseFor({ ...asked, claimKind: 'platformDeduction', platform: true }, now).path.zh).toContain('没有劳动合同也能办')
})
