/** The sentence that says how a last day was found: what did not count and why, and whether the last day moved. */
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Question } from '../clock.ts'
import { dayAt, numberOf, weekdayAt } from './day-number.ts'
import type { Period } from '../period.ts'
import type { Span } from './span.ts'

const weekdays = ['日', '一', '二', '三', '四', '五', '六'].map((name) => `周${name}`)
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 9月28日, with the year where it is not the one of the start. */
function plain(at: number, startYear: string): Text {
  const day = dayAt(at)
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))]
  const other = year !== startYear
  return text(`${other ? `${year}年` : ''}${month}月${date}日`, `${date} ${monthsEn[month - 1]}${other ? ` ${year}` : ''}`)
}

function dated(at: number, startYear: string): Text {
  const day = plain(at, startYear)
  return text(`${day.zh} ${weekdays[weekdayAt(at)]}`, `${weekdaysEn[weekdayAt(at)]} ${day.en}`)
}

const units: Readonly<Record<Period['unit'], Text>> = {
  calendarDay: text('天', 'calendar day'),
  workingDay: text('个工作日', 'working day'),
  month: text('个月', 'month'),
  year: text('年', 'year'),
  hour: text('小时', 'hour'),
}

/** 10 个工作日; 1 年. */
export const lengthOf = ({ n, unit }: Period): Text => text(`${n} ${units[unit].zh}`, `${n} ${units[unit].en}${n === 1 ? '' : 's'}`)

const join = (parts: readonly (Text | undefined)[]): Text => {
  const said = parts.filter((part) => part !== undefined)
  const en = said.map((part) => part.en).join('; ')
  return text(`${said.map((part) => part.zh).join('；')}。`, `${en.charAt(0).toUpperCase()}${en.slice(1)}.`)
}

const list = (items: readonly Text[]): Text => {
  const en = items.map((item) => item.en)
  return text(items.map((item) => item.zh).join('、'), en.length > 1 ? `${en.slice(0, -1).join(', ')} and ${en.at(-1)}` : (en[0] ?? ''))
}

const days = (n: number): Text => text(`${n} 天`, n === 1 ? '1 day' : `${n} days`)

/** Holidays by name, weekends day by day when few, and the weekend days that were worked. */
function restWords(question: Question, from: number, to: number, span: Span, year: string): readonly (Text | undefined)[] {
  const { calendar } = question
  const named = new Map<string, { name: Text; days: number }>()
  const weekend: number[] = []
  const worked: number[] = []
  for (let at = from; at <= to; at++) {
    if (span.still.some(([first, last]) => at >= first && at <= last)) continue
    const day: Day = dayAt(at)
    if (calendar.isMakeUp(day)) worked.push(at)
    if (calendar.isWorking(day)) continue
    const name = calendar.nameOf(day)
    if (!name || name.zh === weekdays[weekdayAt(at)]) weekend.push(at)
    else named.set(name.zh, { name, days: (named.get(name.zh)?.days ?? 0) + 1 })
  }
  const skipped = [...named.values()].map(({ name, days: n }) =>
    text(`${name.zh} ${n} 天`, `${n} ${n === 1 ? 'day' : 'days'} of ${name.en}`),
  )
  const weekends =
    weekend.length > 4 ? [text(`周末 ${weekend.length} 天`, `${weekend.length} weekend days`)] : weekend.map((at) => dated(at, year))
  const out = list([...skipped, ...weekends])
  const kept = worked.length > 4 ? days(worked.length) : list(worked.map((at) => dated(at, year)))
  return [
    out.zh ? text(`${out.zh}不算`, `${out.en} ${weekend.length + skipped.length === 1 && !named.size ? 'does' : 'do'} not`) : undefined,
    worked.length > 0
      ? text(`${kept.zh}调休上班，算`, `${kept.en}, worked in exchange for a holiday, ${worked.length === 1 ? 'counts' : 'count'}`)
      : undefined,
  ]
}

function startWords(question: Question, year: string): Text {
  const at = plain(numberOf(question.start), year)
  const { event } = question
  return event
    ? text(`${at.zh}${event.zh}，当天不算`, `${at.en} (${event.en}) does not count`)
    : text(`${at.zh}当天不算`, `${at.en} does not count`)
}

function stillWords(span: Span): Text | undefined {
  if (span.stillDays === 0) return undefined
  const cap =
    span.overCap > 0 ? text(`，超出上限的 ${span.overCap} 天照算`, `, and ${days(span.overCap).en} beyond the limit do`) : text('', '')
  return text(
    `中止的 ${span.stillDays} 天不算${cap.zh}`,
    `${days(span.stillDays).en} of suspension ${span.stillDays === 1 ? 'does' : 'do'} not${cap.en}`,
  )
}

/** The year whose notice is missing: the one after, where only the last days of December are open. */
function missingYear(question: Question, span: Span): number {
  const year = Number(dayAt(span.last).slice(0, 4))
  return question.calendar.isProvisional(`${year}-06-15` as Day) ? year : year + 1
}

function provisionalWords(question: Question, span: Span): Text | undefined {
  if (!span.provisional) return undefined
  const year = missingYear(question, span)
  return text(
    `${year} 年的放假安排还没有录入，暂按周末和法定节日算，录入后可能变`,
    `the holiday notice of ${year} is not entered yet, so weekends and statutory holidays are assumed and the day may change`,
  )
}

function afterWords(question: Question, span: Span, year: string): readonly (Text | undefined)[] {
  const { period, calendar } = question
  const n = lengthOf(period)
  const last = dated(span.last, year)
  const opening = [startWords(question, year)]
  if (period.unit === 'workingDay')
    return [
      ...opening,
      ...restWords(question, span.start + 1, span.last, span, year),
      stillWords(span),
      text(`数满 ${n.zh}，到 ${last.zh}`, `${n.en} end on ${last.en}`.replace(/^1 (.*) end/, '1 $1 ends')),
    ]
  const fell = dated(span.fell, year)
  const counted = period.unit === 'calendarDay' ? text('，周末和节假日照算', ', weekends and holidays included,') : text('', '')
  const ends = `${n.en}${counted.en} ${period.n === 1 ? 'ends' : 'end'} on`
  if (span.last === span.fell)
    return [
      ...opening,
      stillWords(span),
      text(`数满 ${n.zh}${counted.zh}，到 ${fell.zh}；最后一天是工作日，不顺延`, `${ends} ${fell.en}, a working day, so it does not move`),
    ]
  const because = calendar.nameOf(dayAt(span.fell))
  const rest =
    because && because.zh !== weekdays[weekdayAt(span.fell)]
      ? text(`逢${because.zh}`, `a rest day (${because.en})`)
      : text('是休息日', 'a rest day')
  return [
    ...opening,
    stillWords(span),
    text(
      `数满 ${n.zh}${counted.zh}，到 ${fell.zh}，${rest.zh}，顺延到 ${last.zh}`,
      `${ends} ${fell.en}, ${rest.en}, so the last day moves to ${last.en}`,
    ),
  ]
}

function beforeWords(question: Question, span: Span, year: string): readonly (Text | undefined)[] {
  const { period, calendar, event } = question
  const n = lengthOf(period)
  const at = plain(span.start, year)
  const opening = text(
    `${at.zh}${event?.zh ?? ''}，当天不算，往回数`,
    `${at.en}${event ? ` (${event.en})` : ''} does not count, and the count runs back`,
  )
  const last = dated(span.last, year)
  const rests = period.unit === 'workingDay' ? restWords(question, span.last, span.start - 1, span, year) : []
  const result = text(`数满 ${n.zh}，最晚 ${last.zh}`, `${n.en} before is ${last.en} at the latest`)
  if (calendar.isWorking(dayAt(span.last))) return [opening, ...rests, result]
  let better = span.last
  while (!calendar.isWorking(dayAt(better))) better -= 1
  const advice = dated(better, year)
  return [
    opening,
    ...rests,
    result,
    text(
      `这天休息，但往后移就不够提前了，所以不顺延，最好在 ${advice.zh} 前办好`,
      `that is a rest day, but moving it later would shorten the notice, so it stays; better act by ${advice.en}`,
    ),
  ]
}

function windowWords(question: Question, span: Span, year: string): readonly (Text | undefined)[] {
  const n = lengthOf(question.period)
  const at = dated(span.start, year)
  const opens = dated(span.opens ?? span.start, year)
  return [
    text(`${at.zh}${question.event?.zh ?? ''}`, `${at.en}${question.event ? `: ${question.event.en}` : ' is the event'}`),
    text(
      `前 ${n.zh}内，从 ${opens.zh} 起，到当天为止，不因休息日移动`,
      `within the last ${n.en}, from ${opens.en} to that day; rest days do not move it`,
    ),
  ]
}

function otherWords(question: Question, span: Span, year: string): readonly (Text | undefined)[] {
  const { period, direction } = question
  const n = lengthOf(period)
  const last = dated(span.last, year)
  if (period.unit === 'hour') {
    const from = plain(span.start, year)
    const [hour, minute] = [Math.floor((span.minute ?? 0) / 60), (span.minute ?? 0) % 60].map((part) => String(part).padStart(2, '0'))
    const since = question.startTime ?? '00:00'
    const unknown = question.startTime ? text('', '') : text('（没有写几点，从零点算）', ' (no time given, so from midnight)')
    return [
      text(
        `${from.zh} ${since} ${unknown.zh}${question.event?.zh ?? ''}，从那一刻算起`,
        `from ${since} on ${from.en}${unknown.en}${question.event ? ` (${question.event.en})` : ''}`,
      ),
      text(
        `${n.zh}连续计算，休息日也算，到 ${last.zh} ${hour}:${minute}`,
        `${n.en} run on, rest days included, to ${hour}:${minute} on ${last.en}`,
      ),
    ]
  }
  if (direction === 'keep')
    return [
      startWords(question, year),
      text(`至少保存 ${n.zh}，到 ${last.zh} 为止，不因休息日移动`, `keep for at least ${n.en}, to ${last.en}; rest days do not move it`),
    ]
  return [
    startWords(question, year),
    text(`最长 ${n.zh}，到 ${last.zh} 为止，不因休息日顺延`, `at most ${n.en}, to ${last.en}; rest days do not move it`),
  ]
}

/** The whole sentence, in both languages. */
export function sayCount(question: Question, span: Span): Text {
  const year = question.start.slice(0, 4)
  const { period, direction = 'after' } = question
  if (period.n === 0 && period.unit !== 'hour') {
    const at = plain(span.start, year)
    return join([
      text(
        `${at.zh}${question.event?.zh ?? ''}，当天立即办，没有期限可等`,
        `${at.en}${question.event ? ` (${question.event.en})` : ''}: act at once, there are no days to wait`,
      ),
    ])
  }
  const parts =
    direction === 'before'
      ? beforeWords(question, span, year)
      : direction === 'window'
        ? windowWords(question, span, year)
        : direction === 'after' && period.unit !== 'hour'
          ? afterWords(question, span, year)
          : otherWords(question, span, year)
  return join([...parts, provisionalWords(question, span)])
}
