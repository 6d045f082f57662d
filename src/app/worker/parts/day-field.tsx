/** A day asked for as year, month and day: date pickers differ in WeChat. */
import { type Day, isDay } from '#kernel/day.ts'
import { monthName } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: { year: '年', month: '月', day: '日', none: '请选' },
  en: { year: 'Year', month: 'Month', day: 'Day', none: 'Choose' },
})
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
        <select className="input" data-part="y" aria-label={`${label} ${w.year}`} defaultValue={year}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
              {zh ? '年' : ''}
            </option>
          ))}
        </select>
        <select className="input" data-part="m" aria-label={`${label} ${w.month}`} defaultValue={month ?? ''}>
          <option value="">{w.month}</option>
          {Array.from({ length: 12 }, (_, at) => at + 1).map((one) => (
            <option key={one} value={one}>
              {zh ? `${one}月` : monthName(`2024-${pad(one)}-01` as Day, 'en')}
            </option>
          ))}
        </select>
        <select className="input" data-part="d" aria-label={`${label} ${w.day}`} defaultValue={date ?? ''}>
          <option value="">{w.day}</option>
          {Array.from({ length: 31 }, (_, at) => at + 1).map((one) => (
            <option key={one} value={one}>
              {one}
              {zh ? '日' : ''}
            </option>
          ))}
        </select>
      </div>
      {wrong ? (
        <p className="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </fieldset>
  )
}
