/** Days and times as the phone says them, in pieces that do not break apart. */
import { type Day, dayOf, daysBetween, isDay } from '#kernel/day.ts'
import type { Language } from '#kernel/text.ts'
import { monthName, weekdayName } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

/** 12月2日 周三, 2027年10月20日 周三; the year where it is not that of today. */
export function DayWords({ day, today }: { readonly day: Day; readonly today?: Day }) {
  const { language } = useLanguage()
  const year = today !== undefined && today.slice(0, 4) !== day.slice(0, 4)
  const date = Number(day.slice(8))
  if (language === 'zh')
    return (
      <>
        <span className="nb">{year ? `${day.slice(0, 4)}年` : ''}{monthName(day, 'zh')}{date}日</span> <span className="nb">{weekdayName(day, 'zh')}</span>
      </>
    )
  return (
    <>
      <span className="nb">{weekdayName(day, 'en')}</span> <span className="nb">{date} {monthName(day, 'en')}{year ? ` ${day.slice(0, 4)}` : ''}</span>
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
  return language === 'zh' ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : `${monthName(`${month}-01` as Day, 'en')} ${month.slice(0, 4)}`
}

export const todayHere = (): Day => dayOf(new Date())

const words = catalogue({ zh: { year: '年', month: '月', day: '日', none: '请选' }, en: { year: 'Year', month: 'Month', day: 'Day', none: 'Choose' } })
const pad = (n: number) => String(n).padStart(2, '0')

interface DayFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: Day | undefined
  readonly years: readonly number[]
  readonly wrong?: string | undefined
  readonly onChange: (day: Day | undefined) => void
  /** While not complete the three parts are kept here by the one who asks. */
  readonly name: string
}

/** Year, month, day as three selects: date pickers differ in WeChat. */
export function DayField({ label, hint, value, years, wrong, onChange, name }: DayFieldProps) {
  const w = useWords(words)
  const { language } = useLanguage()
  const [year, month, date] = value ? value.split('-').map(Number) : [years[0], undefined, undefined]
  const change = (form: HTMLFieldSetElement) => {
    const read = (part: string) => Number(form.querySelector<HTMLSelectElement>(`select[data-part=${part}]`)?.value)
    const [y, m] = [read('y'), read('m')]
    if (!m || !read('d')) return onChange(undefined)
    for (let d = read('d'); d > 0; d--) if (isDay(`${y}-${pad(m)}-${pad(d)}`)) return onChange(`${y}-${pad(m)}-${pad(d)}` as Day)
  }
  const zh = language === 'zh'
  return (
    <fieldset className="field" onChange={(event) => change(event.currentTarget)} aria-describedby={wrong ? `${name}-wrong` : undefined}>
      <legend className="label">{label}</legend>
      {hint ? <small>{hint}</small> : null}
      <div className="ymd" key={value ?? 'none'}>
        <select className="input" data-part="y" aria-label={`${label} ${w.year}`} defaultValue={year}>{years.map((one) => <option key={one} value={one}>{one}{zh ? '年' : ''}</option>)}</select>
        <select className="input" data-part="m" aria-label={`${label} ${w.month}`} defaultValue={month ?? ''}><option value="">{w.month}</option>{Array.from({ length: 12 }, (_, at) => at + 1).map((one) => <option key={one} value={one}>{zh ? `${one}月` : monthName(`2024-${pad(one)}-01` as Day, 'en')}</option>)}</select>
        <select className="input" data-part="d" aria-label={`${label} ${w.day}`} defaultValue={date ?? ''}><option value="">{w.day}</option>{Array.from({ length: 31 }, (_, at) => at + 1).map((one) => <option key={one} value={one}>{one}{zh ? '日' : ''}</option>)}</select>
      </div>
      {wrong ? <p className="wrong" id={`${name}-wrong`}>{wrong}</p> : null}
    </fieldset>
  )
}
