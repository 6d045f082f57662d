/** A day with its weekday, in pieces that do not break apart: 12月2日 周三, Wed 2 Dec. */
import type { Day } from '#kernel/day.ts'
import { monthName, weekdayName } from '#ui/dates.ts'
import { useLanguage } from '#ui/language.tsx'

export function DayWords({ day, year, week = true }: { readonly day: Day; readonly year?: boolean; readonly week?: boolean }) {
  const { language } = useLanguage()
  const [y, date] = [day.slice(0, 4), Number(day.slice(8))]
  if (language === 'zh')
    return (
      <>
        {year ? <span className="nb">{y}年</span> : null}
        <span className="nb">
          {monthName(day, 'zh')}
          {date}日
        </span>
        {week ? (
          <>
            {' '}
            <span className="nb">{weekdayName(day, 'zh')}</span>
          </>
        ) : null}
      </>
    )
  return (
    <>
      {week ? <span className="nb">{weekdayName(day, 'en')} </span> : null}
      <span className="nb">
        {date} {monthName(day, 'en')}
      </span>
      {year ? (
        <>
          {' '}
          <span className="nb">{y}</span>
        </>
      ) : null}
    </>
  )
}
