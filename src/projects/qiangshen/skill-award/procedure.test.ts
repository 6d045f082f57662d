import { expect, test } from 'vitest'
import { faultsOf } from '#engine/conformance.ts'
import { day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { refusal } from '#engine'
import { asked, step } from './demo/told.ts'
import award from './index.ts'

const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const

test('keeps what every mechanism must keep', async () => {
  expect(await faultsOf(award, now, ['CN', 'CN-ZJ-HZ'])).toEqual([])
})

test('a supervision opinion may be issued from the day after the firm’s last day on', () => {
  const why = (on: string) => refusal(award.procedure, asked, step('demand', 'union', on, { by: '2026-04-20' }), { ...now, today: day(on) })
  expect(why('2026-03-26')).toMatchObject({ why: 'broken', rule: { id: 'firmIsLate' }, missing: { zh: '企业确认的期限到 2026-03-26' } })
  expect(why('2026-03-27')).toBeNull()
})
