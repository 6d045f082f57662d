/** The days of one clock, one cell a day. */
import './day-strip.css'
import { type Day, addDays, daysBetween } from '#kernel/day.ts'
import { catalogue, useLanguage, useWords } from '../language.tsx'
import { shortDay } from '../dates.ts'

const words = catalogue({
  zh: { start: '起', today: '今', label: (from: string, to: string) => `逐日计算：${from} 为起始日，不计；最后一日 ${to}` },
  en: {
    start: 'start',
    today: 'now',
    label: (from: string, to: string) => `Day by day: ${from} is the start and is not counted; the last day is ${to}`,
  },
})

/** Nothing is drawn for a clock of more than 31 days: a sentence says it better. `rest` tells the days that a working-day clock leaves out. */
export function DayStrip({
  start,
  last,
  today,
  rest,
}: {
  readonly start: Day
  readonly last: Day
  readonly today: Day
  readonly rest?: (day: Day) => boolean
}) {
  const { language } = useLanguage()
  const w = useWords(words)
  const length = daysBetween(start, last)
  if (length < 1 || length > 31) return null
  const days = Array.from({ length: length + 1 }, (_, at) => addDays(start, at))
  return (
    <ol
      className="days"
      style={{ gridTemplateColumns: `repeat(${Math.max(16, days.length)}, minmax(0, 1fr))` }}
      aria-label={w.label(shortDay(start, language), shortDay(last, language))}
    >
      {days.map((day) => (
        <li key={day} className={kindOf(day, start, last, today, rest)} aria-hidden="true">
          {day === today ? w.today : day === start ? w.start : Number(day.slice(8))}
        </li>
      ))}
    </ol>
  )
}

function kindOf(day: Day, start: Day, last: Day, today: Day, rest?: (day: Day) => boolean): string {
  if (day === today && day !== last) return 't'
  if (day === last) return 'e'
  if (day === start) return 'x'
  if (rest?.(day)) return 'o'
  return day < today ? 'p' : ''
}
