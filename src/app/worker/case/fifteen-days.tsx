/** The fifteen days: a strip for the eye, and a dated list that says the same. */
import { daysBetween } from '#kernel/day.ts'
import type { CaseWire } from '#engine/wire.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { DayWords } from '../parts/day.tsx'
import { daysOf, hearingOf } from './matter.ts'

const words = catalogue({
  zh: {
    today: (n: number, of: number) => `今天是第 ${n} 天，一共 ${of} 天。`,
    first: (of: number) => `今天收到，明天是第 1 天，一共 ${of} 天。`,
    over: '天数已满。',
    received: '收到，第二天起数',
    now: (n: number) => `今天，第 ${n} 天`,
    hearing: (n: number) => `调解会，第 ${n} 天`,
    last: (n: number) => `最晚，第 ${n} 天`,
  },
  en: {
    today: (n: number, of: number) => `Today is day ${n} of ${of}.`,
    first: (of: number) => `Received today; tomorrow is day 1 of ${of}.`,
    over: 'The days are over.',
    received: 'received; counted from the next day',
    now: (n: number) => `today, day ${n}`,
    hearing: (n: number) => `hearing, day ${n}`,
    last: (n: number) => `last day, day ${n}`,
  },
})

export function FifteenDays({ one }: { readonly one: CaseWire }) {
  const w = useWords(words)
  const days = daysOf(one)
  if (!days) return null
  const { start, last, nth, total } = days
  const hearing = hearingOf(one)
  const meet = hearing ? daysBetween(start, hearing.day) : 0
  const rows = [
    { day: start, says: w.received, now: false },
    ...(nth > 0 && nth <= total ? [{ day: one.today, says: w.now(nth), now: true }] : []),
    ...(hearing && meet > 0 ? [{ day: hearing.day, says: w.hearing(meet), now: false }] : []),
    { day: last, says: w.last(total), now: false },
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const kind = (n: number) =>
    [n < nth ? 'past' : '', n === total ? 'end' : '', n === meet ? 'meet' : '', n === nth ? 'now' : ''].filter(Boolean).join(' ')
  return (
    <div className="card pad stack">
      <p>
        <b>{nth < 1 ? w.first(total) : nth > total ? w.over : w.today(nth, total)}</b>
      </p>
      {total <= 31 ? (
        <ol className="days" aria-hidden="true" data-long={total > 18 ? '' : undefined}>
          {Array.from({ length: total }, (_, at) => at + 1).map((n) => (
            <li key={n} className={kind(n)}>
              {n}
            </li>
          ))}
        </ol>
      ) : null}
      <ol className="key">
        {rows.map((row) => (
          <li key={row.says} className={row.now ? 'cur' : ''}>
            <span className="d">
              <DayWords day={row.day} today={one.today} />
            </span>
            <span className="t">{row.says}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
