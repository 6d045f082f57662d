/** A year of working days, month by month: days off hatched, days worked in exchange marked. */
import { queryOptions } from '@tanstack/react-query'
import { addDays, type Day, weekday } from '#kernel/day.ts'
import { get } from '#ui/api.ts'
import { longDay, monthName, weekdayShort } from '#ui/dates.ts'
import { catalogue, type Text, useLanguage, useWords } from '#ui/language.tsx'

export interface YearOfDays {
  readonly year: number
  readonly known: boolean
  readonly source: string
  readonly entered: boolean
  readonly daysOff: readonly { readonly day: Day; readonly holiday: string; readonly name: Text }[]
  readonly makeUpDays: readonly Day[]
}

export const yearQuery = (year: number) =>
  queryOptions({ queryKey: ['law', 'calendar', year], queryFn: ({ signal }) => get<YearOfDays>('/api/law/calendar', { year }, signal) })

const words = catalogue({
  zh: { work: '班', off: '休', works: '调休上班', key: '斜纹为休息日，“班”为调休上班' },
  en: { work: 'w', off: 'off', works: 'worked in exchange', key: 'Hatched: rest days. “w”: worked in exchange' },
})

const week = Array.from({ length: 7 }, (_, at) => addDays('2024-01-01' as Day, at))

export function YearPicture({ picture, today }: { readonly picture: YearOfDays; readonly today: Day }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const months = Array.from({ length: 12 }, (_, at) => `${picture.year}-${String(at + 1).padStart(2, '0')}-01` as Day)
  return (
    <>
      <div className="year">
        {months.map((first) => (
          <table key={first}>
            <caption>{monthName(first, language)}</caption>
            <thead>
              <tr>
                {week.map((day) => (
                  <th key={day} scope="col">
                    {weekdayShort(day, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(first).map((days) => (
                <tr key={days[0]}>
                  {days.map((day) => (
                    <DayCell key={day} day={day} first={first} picture={picture} today={today} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="xs faint">{w.key}</p>
    </>
  )
}

function DayCell({
  day,
  first,
  picture,
  today,
}: {
  readonly day: Day
  readonly first: Day
  readonly picture: YearOfDays
  readonly today: Day
}) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  if (day.slice(0, 7) !== first.slice(0, 7)) return <td />
  const holiday = picture.daysOff.find((one) => one.day === day)
  const works = picture.makeUpDays.includes(day)
  const rest = !works && (holiday !== undefined || [0, 6].includes(weekday(day)))
  const said = works ? w.works : holiday ? say(holiday.name) : undefined
  return (
    <td
      className={
        [rest ? 'off' : '', holiday ? 'holiday' : '', works ? 'works' : '', day === today ? 't' : ''].filter(Boolean).join(' ') || undefined
      }
      {...(said ? { title: `${longDay(day, language)} ${said}` } : {})}
    >
      {Number(day.slice(8))}
      {works ? <sup>{w.work}</sup> : null}
      {said ? <span className="vh"> {said}</span> : null}
    </td>
  )
}

/** Weeks from Monday to Sunday that touch the month. */
function weeksOf(first: Day): readonly (readonly Day[])[] {
  const start = addDays(first, -((weekday(first) + 6) % 7))
  const weeks: Day[][] = []
  for (let monday = start; monday.slice(0, 7) <= first.slice(0, 7); monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)))
  return weeks
}
