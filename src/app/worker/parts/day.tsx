/** Days and times as the phone says them, in pieces that do not break apart. */
import { type Day, daysBetween } from '#kernel/day.ts'
import type { Language } from '#kernel/text.ts'
import { monthName, weekdayName } from '#ui/dates.ts'
import { useLanguage } from '#ui/language.tsx'

/** 12月2日 周三, 2027年10月20日 周三; the year where it is not that of today. */
export function DayWords({ day, today }: { readonly day: Day; readonly today?: Day }) {
  const { language } = useLanguage()
  const year = today !== undefined && today.slice(0, 4) !== day.slice(0, 4)
  const date = Number(day.slice(8))
  if (language === 'zh')
    return (
      <>
        {year ? <span className="nb">{day.slice(0, 4)}年</span> : null}
        <span className="nb">
          {monthName(day, 'zh')}
          {date}日
        </span>{' '}
        <span className="nb">{weekdayName(day, 'zh')}</span>
      </>
    )
  return (
    <>
      <span className="nb">{weekdayName(day, 'en')}</span>{' '}
      <span className="nb">
        {date} {monthName(day, 'en')}
        {year ? ` ${day.slice(0, 4)}` : ''}
      </span>
    </>
  )
}

/** 下午 2:00 / 2:00 pm */
export function clockWords(time: string, language: Language): string {
  const [hour, minute] = time.split(':') as [string, string]
  const h = Number(hour)
  const twelve = h % 12 === 0 ? 12 : h % 12
  if (language === 'en') return `${twelve}:${minute} ${h < 12 ? 'am' : 'pm'}`
  return `${h < 6 ? '凌晨' : h < 12 ? '上午' : h < 13 ? '中午' : h < 18 ? '下午' : '晚上'} ${twelve}:${minute}`
}

/** 还有 9 天, 今天, 已过 2 天 */
export function leftWords(day: Day, today: Day, language: Language): string {
  const n = daysBetween(today, day)
  if (language === 'zh') return n > 0 ? `还有 ${n} 天` : n === 0 ? '就是今天' : `已过 ${-n} 天`
  return n > 1 ? `${n} days left` : n === 1 ? '1 day left' : n === 0 ? 'today' : `${-n} ${n === -1 ? 'day' : 'days'} past`
}

/** 2026年9月 / Sep 2026 */
export function monthWords(month: string, language: Language): string {
  return language === 'zh'
    ? `${month.slice(0, 4)}年${Number(month.slice(5))}月`
    : `${monthName(`${month}-01` as Day, 'en')} ${month.slice(0, 4)}`
}
