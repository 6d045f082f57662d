/** The two questions of the page of legal periods: which matter, which day. */
import { useState } from 'react'
import { type Day, isDay } from '#kernel/day.ts'
import { weekdayName } from '#ui/dates.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { clockWords } from './clock-words.ts'
import type { RuleWire } from './law-wire.ts'
import { matterOf, matters } from './matters.ts'

interface Props {
  readonly rules: readonly RuleWire[]
  readonly rule: string
  readonly start: Day
  readonly today: Day
  readonly go: (next: { readonly rule: string; readonly start: Day }) => void
}

export function ClockForm({ rules, rule, start, today, go }: Props) {
  const w = useWords(clockWords)
  const { language, say } = useLanguage()
  const [all, setAll] = useState(!matterOf(rule))
  const [word, setWord] = useState('')
  const byId = new Map(rules.map((one) => [one.id, one]))
  const known = byId.get(rule)
  const shown = matters.filter((matter) => !rules.length || byId.has(matter.rules[0]!))
  const found = rules.filter((one) =>
    `${one.title.zh}${one.title.en}${one.law.title.zh}${one.law.title.en}${one.id}`.toLowerCase().includes(word.trim().toLowerCase()),
  )
  const matter = matterOf(rule)
  const pick = (id: string, title: string) => (
    <label className="pick" key={id}>
      <input type="radio" name="rule" value={id} checked={id === rule} onChange={() => go({ rule: id, start })} />
      <span>
        {title}
        <small>{byId.has(id) ? say(byId.get(id)!.says) : ''}</small>
      </span>
    </label>
  )
  return (
    <form className="card" onSubmit={(event) => event.preventDefault()} aria-label={w.title}>
      <fieldset>
        <legend>1　{w.pick}</legend>
        <div className="picks">{shown.map((one) => pick(one.rules[0]!, say(one.title)))}</div>
        {rules.length ? (
          <button className="btn more" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? w.fewer : w.all(rules.length)}
          </button>
        ) : null}
        {all ? (
          <>
            <label className="field">
              <span className="vh">{w.search}</span>
              <input className="input" placeholder={w.search} value={word} onChange={(event) => setWord(event.target.value)} />
            </label>
            <div className="picks every">
              {found.length ? (
                found.filter((one) => !shown.some((m) => m.rules[0] === one.id)).map((one) => pick(one.id, say(one.title)))
              ) : (
                <p className="muted">{w.none}</p>
              )}
            </div>
          </>
        ) : null}
      </fieldset>
      <fieldset>
        <legend>
          2　{matter ? say(matter.when) : known ? `${say(known.start)}${language === 'zh' ? '：' : ': '}${w.eventDay}` : w.eventDay}
        </legend>
        <DaySelects value={start} today={today} onChange={(next) => go({ rule, start: next })} />
        <p className="small muted">
          {known?.direction === 'before' || known?.direction === 'window'
            ? w.backwards(weekdayName(start, language))
            : w.notCounted(weekdayName(start, language))}
        </p>
      </fieldset>
    </form>
  )
}

const pad = (n: number) => String(n).padStart(2, '0')

/** Year, month, day as three selects: date pickers differ from browser to browser. */
export function DaySelects({
  value,
  today,
  onChange,
}: {
  readonly value: Day
  readonly today: Day
  readonly onChange: (day: Day) => void
}) {
  const w = useWords(clockWords)
  const { language } = useLanguage()
  const [year, month, date] = value.split('-').map(Number) as [number, number, number]
  const set = (y: number, m: number, d: number) => {
    for (let at = d; at > 27; at--) if (isDay(`${y}-${pad(m)}-${pad(at)}`)) return onChange(`${y}-${pad(m)}-${pad(at)}` as Day)
    onChange(`${y}-${pad(m)}-${pad(Math.min(d, 27))}` as Day)
  }
  const now = Number(today.slice(0, 4))
  const years = [...new Set([...Array.from({ length: 10 }, (_, at) => now + 1 - at), year])]
    .filter((one) => one >= 2018 || one === year)
    .sort((a, b) => b - a)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const zh = language === 'zh'
  return (
    <div className="ymd">
      <label>
        <span className="vh">{w.year}</span>
        <select className="input" value={year} onChange={(event) => set(Number(event.target.value), month, date)}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
              {zh ? '年' : ''}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="vh">{w.month}</span>
        <select className="input" value={month} onChange={(event) => set(year, Number(event.target.value), date)}>
          {Array.from({ length: 12 }, (_, at) => at + 1).map((one) => (
            <option key={one} value={one}>
              {zh ? `${one}月` : new Date(Date.UTC(2024, one - 1, 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="vh">{w.day}</span>
        <select className="input" value={date} onChange={(event) => set(year, month, Number(event.target.value))}>
          {Array.from({ length: days }, (_, at) => at + 1).map((one) => (
            <option key={one} value={one}>
              {one}
              {zh ? '日' : ''}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
