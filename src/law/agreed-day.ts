/** A day that the parties set themselves: a parameter of no length, so that what was agreed runs on the same clock as the law's periods. */
import { day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { Citation } from './act.ts'
import { type Parameter, parameter } from './parameter.ts'
import { calendarDays } from './period.ts'

/** `event` is the day as people call it, `title` what is then to be done, `law` the article that lets them agree on a day. */
export const agreedDay = (id: string, event: Text, title: Text, law: Citation): Parameter =>
  parameter(id, event, [
    { id, region: 'CN', from: day('2008-05-01'), period: calendarDays(0), direction: 'after', start: event, title, law, source: 'R' },
  ])
