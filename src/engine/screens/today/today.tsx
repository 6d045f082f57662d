/** Today: the clocks of the one who looks, by the law's date; what others wait for; what changed. */
import './today.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { addDays, type Day } from '#kernel/day.ts'
import { Go } from '#ui/controls/button.tsx'
import { fromToday, headDay, longDay, monthName, weekdayName } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { TimeBand } from '#ui/pieces/time-band.tsx'
import type { CaseRow, TodayWire } from '../../wire.ts'
import { useLateness } from '../due-words.tsx'
import { todayQuery } from '../questions.ts'
import { DueRow } from './due-row.tsx'
import { TodaySide } from './side.tsx'

const words = catalogue({
  zh: {
    title: '今日 · 和谐引擎',
    clocks: '我的时限',
    overdue: (n: number) => `${n} 件已逾期`,
    today: (n: number) => `${n} 件今天到期`,
    week: (n: number) => `七日内还有 ${n} 件`,
    none: '今天没有到期的事',
    comma: '，',
    stop: '。',
    month: (n: number) => `三十日内共 ${n} 件`,
    list: '看全部案件',
    further: (n: number) => `再看后面 ${n} 件`,
    only: (day: string) => `只看 ${day}`,
    all: '看全部日子',
    emptyTitle: '手上没有在走的时限',
    empty: '收到调解申请、发出要约、交办一件事，法律的时限就从那天起算，到期日会按先后排在这里，逾期的排在最前。',
    emptyDay: '这一天没有到期的事。',
    firstCase: '去看案件',
  },
  en: {
    title: 'Today · Hexie',
    clocks: 'My clocks',
    overdue: (n) => `${n} overdue`,
    today: (n) => `${n} due today`,
    week: (n) => `${n} more within seven days`,
    none: 'Nothing is due today',
    comma: ', ',
    stop: '.',
    month: (n) => `${n} within thirty days`,
    list: 'See all cases',
    further: (n) => `Show ${n} later ones`,
    only: (day) => `Only ${day}`,
    all: 'See all days',
    emptyTitle: 'No clock is running for you',
    empty:
      'When an application is received, an offer sent or a task handed on, the law starts to count from that day. The last days stand here in order, overdue ones first.',
    emptyDay: 'Nothing is due on this day.',
    firstCase: 'Go to the cases',
  },
})

/** With fewer than this within the week, the whole month is shown at once. */
const fewest = 8

export function Today() {
  const { data } = useSuspenseQuery(todayQuery)
  const { language } = useLanguage()
  const w = useWords(words)
  const [chosen, choose] = useState<Day>()
  const [all, showAll] = useState(false)
  const week = addDays(data.today, 6)
  const near = data.clocks.filter((row) => row.due && row.due.last <= week)
  const rows = chosen ? data.clocks.filter((row) => row.due?.last === chosen) : all || near.length < fewest ? data.clocks : near
  return (
    <div className="today">
      <title>{w.title}</title>
      <div>
        <header className="today-head">
          <div>
            <h1 className="big">{headDay(data.today, language)}</h1>
            <Lede counts={data.counts} />
          </div>
          <TimeBand days={data.band} today={data.today} chosen={chosen} onChoose={choose} />
        </header>
        <section className="sheet clocks" aria-label={w.clocks}>
          <h2 className="vh">{w.clocks}</h2>
          {chosen ? (
            <p className="only">
              {w.only(longDay(chosen, language))}
              <button type="button" className="btn txt" onClick={() => choose(undefined)}>
                {w.all}
              </button>
            </p>
          ) : null}
          {rows.length > 0 ? <Days rows={rows} data={data} /> : <Nothing day={chosen} />}
          {data.clocks.length > 0 ? (
            <p className="more">
              <span>
                {w.month(data.counts.month)}
                {!chosen && rows.length < data.clocks.length ? (
                  <button type="button" className="btn txt" onClick={() => showAll(true)}>
                    {w.further(data.clocks.length - rows.length)}
                  </button>
                ) : null}
              </span>
              <Go to="/desk/cases">{w.list}</Go>
            </p>
          ) : null}
        </section>
      </div>
      <TodaySide data={data} />
    </div>
  )
}

function Nothing({ day }: { readonly day: Day | undefined }) {
  const w = useWords(words)
  if (day) return <p className="only">{w.emptyDay}</p>
  return (
    <Empty title={w.emptyTitle}>
      <p>{w.empty}</p>
      <p>
        <Go to="/desk/cases">{w.firstCase}</Go>
      </p>
    </Empty>
  )
}

function Lede({ counts }: { readonly counts: TodayWire['counts'] }) {
  const w = useWords(words)
  const said: { readonly key: string; readonly part: ReactNode }[] = []
  if (counts.overdue > 0) said.push({ key: 'overdue', part: <b className="red">{w.overdue(counts.overdue)}</b> })
  if (counts.today > 0) said.push({ key: 'today', part: <b>{w.today(counts.today)}</b> })
  if (said.length === 0) said.push({ key: 'none', part: w.none })
  if (counts.week > 0) said.push({ key: 'week', part: w.week(counts.week) })
  return (
    <p className="lede">
      {said.map(({ key, part }, at) => (
        <Fragment key={key}>
          {at > 0 ? w.comma : ''}
          {part}
        </Fragment>
      ))}
      {w.stop}
    </p>
  )
}

function Days({ rows, data }: { readonly rows: readonly CaseRow[]; readonly data: TodayWire }) {
  const { language } = useLanguage()
  const lateness = useLateness()
  const rest = new Map(data.band.map((one) => [one.day, one.rest]))
  const days = Map.groupBy(
    rows.filter((row) => row.due !== undefined),
    (row) => row.due!.last,
  )
  return [...days].map(([day, ofDay]) => {
    const due = ofDay[0]!.due!
    return (
      <div className={due.overdue ? 'day over' : 'day'} key={day}>
        <div className="spine">
          <b>{Number(day.slice(8))}</b>
          {language === 'zh' ? `${monthName(day, 'zh')} ${weekdayName(day, 'zh')}` : `${monthName(day, 'en')}, ${weekdayName(day, 'en')}`}
          {day.slice(0, 4) === data.today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`}
          <em>{due.overdue ? lateness(due, data.today, rest) : fromToday(day, data.today, language)}</em>
        </div>
        <div>
          {ofDay.map((row) => (
            <DueRow key={row.id + (row.due?.id ?? '')} row={row} today={data.today} />
          ))}
        </div>
      </div>
    )
  })
}
