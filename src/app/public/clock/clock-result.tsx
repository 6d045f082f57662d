/** The answer: the last day, one sentence of how, and a calendar with a cell a day. */
import { type Day, addDays, daysBetween } from '#kernel/day.ts'
import { headDay, monthName, weekdayName, weekdayShort } from '#ui/dates.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { clockWords } from './clock-words.ts'
import { DayWords } from '../day-words.tsx'
import { type Cell, type ClockWire, weeksOf } from './law-wire.ts'
import { useToday } from '../site.tsx'

export function ClockResult({ title, clock }: { readonly title: string; readonly clock: ClockWire }) {
  const w = useWords(clockWords)
  const { language, say } = useLanguage()
  const today = useToday()
  const left = daysBetween(today, clock.last)
  const todayWords =
    language === 'zh' ? `${monthName(today, 'zh')}${Number(today.slice(8))}日` : `${Number(today.slice(8))} ${monthName(today, 'en')}`
  const says = left < 0 ? w.over(-left) : left === 0 ? w.isToday : w.left(left)
  return (
    <section className="card" aria-labelledby="res" aria-live="polite">
      <div className="res">
        <div>
          <p className="muted" id="res">
            {title}
          </p>
          <p className="big">
            <DayWords day={clock.last} year />
          </p>
        </div>
        <p className={left < 0 ? 'late tagl' : 'tagl'}>
          {w.today(todayWords)}
          {language === 'zh' ? '，' : ': '}
          {says}
        </p>
      </div>
      <p className="how">
        <b>{w.howCounted}</b>
        {say(clock.counted)}
      </p>
      {clock.unit === 'hour' ? <p className="muted">{w.hours}</p> : clock.days.length ? <Calendar clock={clock} /> : null}
      {clock.provisional ? <p className="small muted">{w.provisional}</p> : null}
    </section>
  )
}

function Calendar({ clock }: { readonly clock: ClockWire }) {
  const w = useWords(clockWords)
  const { language } = useLanguage()
  const elsewhere = clock.also.flatMap(({ last }) => (last && last !== clock.last ? [last] : []))
  const weeks = weeksOf(clock.days, elsewhere)
  const first = weeks[0]![0]!.day
  const last = weeks.at(-1)!.at(-1)!.day
  const flat = weeks.flatMap((week) => week ?? [])
  const left = daysBetween(first, last) + 1 - flat.length
  const has = (kind: (cell: Cell) => boolean) => flat.some(kind)
  return (
    <>
      <div className="calw">
        <table className="cal">
          <caption className="vh">{w.cal(headDay(first, language), headDay(last, language))}</caption>
          <thead>
            <tr>
              {Array.from({ length: 7 }, (_, at) => addDays(first, at)).map((day) => (
                <th scope="col" key={day} aria-label={weekdayName(day, language)}>
                  {weekdayShort(day, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) =>
              week ? (
                <tr key={week[0]!.day}>
                  {week.map((cell, at) => (
                    <DayCell
                      key={cell.day}
                      cell={cell}
                      month={
                        cell.day === first ||
                        cell.day.endsWith('-01') ||
                        (at === 0 && week === weeks.find((one, n) => n > 0 && weeks[n - 1] === null && one))
                      }
                      also={elsewhere.includes(cell.day)}
                      due={clock.last}
                      start={clock.start}
                    />
                  ))}
                </tr>
              ) : (
                <tr key="between">
                  <td colSpan={7} className="after skipcell">
                    <p className="skipped">{w.skipped(left)}</p>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      <ul className="legend small">
        {has((cell) => cell.kind === 'rest') ? (
          <li>
            <i className="mk r">{w.restMark}</i>
            {w.rest}
          </li>
        ) : null}
        {has((cell) => Boolean(cell.makeUp)) ? (
          <li>
            <i className="mk w">{w.workMark}</i>
            {w.makeUp}
          </li>
        ) : null}
        <li>
          <span className="sw in" />
          {w.in}
        </li>
        <li>
          <span className="sw due" />
          {w.due}
        </li>
        {elsewhere.some((day) => flat.some((cell) => cell.day === day)) ? (
          <li>
            <span className="sw nat" />
            {w.other}
          </li>
        ) : null}
        <li className="muted">{w.source}</li>
      </ul>
    </>
  )
}

interface CellProps {
  readonly cell: Cell
  readonly month: boolean
  readonly also: boolean
  readonly due: Day
  readonly start: Day
}

function DayCell({ cell, month, also, due, start }: CellProps) {
  const w = useWords(clockWords)
  const { language, say } = useLanguage()
  const date = Number(cell.day.slice(8))
  const isDue = cell.day === due
  const kind = isDue ? 'in due' : cell.kind === 'counted' ? 'in' : cell.kind === 'last' || cell.kind === 'moved' ? 'in' : cell.kind
  const off = cell.kind === 'rest' || cell.kind === 'moved'
  const weekend = off && cell.name && /^(周[六日]|Sat|Sun)/.test(say(cell.name))
  const tag =
    cell.day === start
      ? w.received
      : also
        ? w.otherHere
        : cell.nth
          ? w.nth(cell.nth)
          : cell.kind === 'suspended'
            ? w.stands
            : isDue && cell.kind !== 'counted'
              ? w.moved
              : cell.name
                ? say(cell.name)
                : off
                  ? weekdayName(cell.day, language)
                  : ''
  return (
    <td className={[kind, cell.makeUp ? 'make' : '', also ? 'nat' : ''].filter(Boolean).join(' ')}>
      <span className="dn">
        {month ? (
          <span className="mo">
            {monthName(cell.day, language)}
            {language === 'en' ? ' ' : ''}
          </span>
        ) : null}
        {date}
        {off && !weekend && cell.name ? <i className="mk r">{w.restMark}</i> : cell.makeUp ? <i className="mk w">{w.workMark}</i> : null}
      </span>
      <span className="tg">{tag}</span>
    </td>
  )
}
