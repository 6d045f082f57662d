/** How a clock is said: from which day, how long, to which day, and what moved it. */
import { addDays, type Day, daysBetween } from '#kernel/day.ts'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { DueRow } from '../wire.ts'

const words = catalogue({
  zh: {
    calendarDay: (n: number) => `${n} 日（周末照计）`,
    workingDay: (n: number) => `${n} 个工作日`,
    month: (n: number) => `${n} 个月`,
    year: (n: number) => `${n} 年`,
    hour: (n: number) => `${n} 小时`,
    from: (day: string) => `${day} 起`,
    agreed: (day: string) => `约定的日子 ${day}`,
    moved: (why: string) => `末日遇${why}，顺延`,
    extended: (day: string) => `双方同意延到 ${day}`,
    provisional: '放假通知未发，日期可能再移',
    lateDays: (n: number) => `逾期 ${n} 天`,
    lateWorking: (n: number) => `逾期 ${n} 个工作日`,
  },
  en: {
    calendarDay: (n) => `${n} calendar days`,
    workingDay: (n) => `${n} working day${n === 1 ? '' : 's'}`,
    month: (n) => `${n} month${n === 1 ? '' : 's'}`,
    year: (n) => `${n} year${n === 1 ? '' : 's'}`,
    hour: (n) => `${n} hour${n === 1 ? '' : 's'}`,
    from: (day) => `From ${day}`,
    agreed: (day) => `Day agreed: ${day}`,
    moved: (why) => `moved off a rest day (${why})`,
    extended: (day) => `both agreed to extend to ${day}`,
    provisional: 'holiday notice not yet issued, the day may move',
    lateDays: (n) => `${n} day${n === 1 ? '' : 's'} overdue`,
    lateWorking: (n) => `${n} working day${n === 1 ? '' : 's'} overdue`,
  },
})

/** 11-11 起 → 15 日（周末照计）→ 11-26 */
export function HowCounted({ due, today }: { readonly due: DueRow; readonly today: Day }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const { unit, n } = due.period
  const notes = [
    due.moved && !due.extendedTo ? w.moved(say(due.moved.because)) : '',
    due.extendedTo ? w.extended(shortDay(due.extendedTo, language, today)) : '',
    due.provisional ? w.provisional : '',
  ].filter(Boolean)
  const comma = language === 'zh' ? '，' : ', '
  if (n === 0) return <span className="nb">{w.agreed(shortDay(due.last, language, today))}</span>
  return (
    <span>
      <span className="nb">{w.from(shortDay(due.start, language, today))}</span> → <span className="nb">{w[unit](n)}</span> →{' '}
      <span className="nb">{shortDay(due.last, language, today)}</span>
      {notes.map((note) => comma + note).join('')}
    </span>
  )
}

/** 逾期 1 个工作日: in the clock's own unit where the days between are known to be rest days or not. */
export function useLateness(): (due: DueRow, today: Day, restDays: ReadonlyMap<Day, boolean>) => string {
  const w = useWords(words)
  return (due, today, restDays) => {
    const late = daysBetween(due.last, today)
    const passed = Array.from({ length: late }, (_, at) => addDays(due.last, at + 1))
    if (due.period.unit !== 'workingDay' || !passed.every((day) => restDays.has(day))) return w.lateDays(late)
    return w.lateWorking(passed.filter((day) => !restDays.get(day)).length)
  }
}
