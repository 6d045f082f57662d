/** The day that the parties set themselves: a parameter of no length, so that agreed payments run on the same clock as the law's periods. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { calendarDays, parameter } from '#law'
import { mediationLaw } from '#law/acts/dispute.ts'

const title = text('协议约定的日期', 'The day agreed')

export const agreedDay = parameter('MED.AGREED', title, [
  {
    id: 'MED.AGREED',
    region: 'CN',
    from: day('2008-05-01'),
    period: calendarDays(0),
    direction: 'after',
    start: title,
    title: text('履行调解协议', 'Keep the agreement'),
    law: mediationLaw.art(15),
    source: 'R',
  },
])
