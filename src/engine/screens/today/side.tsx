/** Beside Today: what others wait for from me, the hearings of today and tomorrow, what changed. */
import { lazy, Suspense } from 'react'
import { type Day, daysBetween } from '#kernel/day.ts'
import { Go, GoButton } from '#ui/controls/button.tsx'
import { fromToday, moment, shortDay, timeOf } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { TodayWire } from '../../wire.ts'

const Reminders = lazy(() => import('#registry/screens/reminders/reminders.tsx'))

const words = catalogue({
  zh: {
    waiting: '等我的事',
    longest: (n: number, days: number) => (days > 0 ? `${n} 件，最久等了 ${days} 天` : `${n} 件`),
    noWaiting: '没有人在等您。别人把事交到您手上时，排在这里。',
    since: (day: string) => `${day} 交来`,
    open: '去办',
    hearings: '今明安排',
    noHearings: '今明两天没有会议。',
    changes: '昨天以来',
    many: (n: number) => `${n} 处变化`,
    noChanges: '昨天以来没有变化。别处一有动静，这里立刻就有。',
    now: '刚刚',
  },
  en: {
    waiting: 'Waiting for me',
    longest: (n, days) => (days > 0 ? `${n}, the longest for ${days} day${days === 1 ? '' : 's'}` : `${n}`),
    noWaiting: 'Nobody waits for you. What others hand to you stands here.',
    since: (day) => `since ${day}`,
    open: 'Open',
    hearings: 'Today and tomorrow',
    noHearings: 'No hearings today or tomorrow.',
    changes: 'Since yesterday',
    many: (n) => `${n} change${n === 1 ? '' : 's'}`,
    noChanges: 'Nothing changed since yesterday. What happens elsewhere appears here at once.',
    now: 'Just now',
  },
})

/** A full-width space parts two facts in a line. */
const gap = '　'
const justNow = 10 * 60_000

export function TodaySide({ data }: { readonly data: TodayWire }) {
  return (
    <aside className="side">
      <Waiting data={data} />
      <Hearings data={data} />
      <Suspense>
        <Reminders today={data.today} />
      </Suspense>
      <Changes data={data} />
    </aside>
  )
}

function Waiting({ data: { waiting, today } }: { readonly data: TodayWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const longest = Math.max(0, ...waiting.map((one) => daysBetween(one.since, today)))
  return (
    <section>
      <h2 className="h">
        {w.waiting} {waiting.length > 0 ? <small>{w.longest(waiting.length, longest)}</small> : null}
      </h2>
      {waiting.length === 0 ? <p className="s sub">{w.noWaiting}</p> : null}
      <ul className="wait">
        {waiting.map((one) => (
          <li key={one.case + one.title.zh}>
            <p>
              <b>{say(one.title)}</b>
              <br />
              <span className="sub">
                {one.subject} · {w.since(shortDay(one.since, language, today))}
              </span>
            </p>
            <GoButton size="sm" to="/desk/cases/$caseId" params={{ caseId: one.case }} aria-label={`${w.open}: ${one.subject}`}>
              {w.open}
            </GoButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Hearings({ data: { hearings, today } }: { readonly data: TodayWire }) {
  const { language } = useLanguage()
  const w = useWords(words)
  return (
    <section>
      <h2 className="h">{w.hearings}</h2>
      {hearings.length === 0 ? <p className="s sub">{w.noHearings}</p> : null}
      <ul className="agenda">
        {hearings.map((one) => (
          <li key={one.case + one.on + one.at}>
            <time dateTime={`${one.on}T${one.at}`}>
              {capital(fromToday(one.on, today, language))} {one.at}
            </time>
            <p>
              <Go to="/desk/cases/$caseId" params={{ caseId: one.case }}>
                {one.subject}
              </Go>
              <span className="sub">
                {language === 'zh' ? '，' : ', '}
                {one.room}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Changes({ data: { changes, today } }: { readonly data: TodayWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <section aria-live="polite">
      <h2 className="h">
        {w.changes} {changes.length > 0 ? <small>{w.many(changes.length)}</small> : null}
      </h2>
      {changes.length === 0 ? <p className="s sub">{w.noChanges}</p> : null}
      <ul className="news">
        {changes.slice(0, 12).map((one) => {
          const fresh = Math.abs(Date.now() - Date.parse(one.at)) < justNow
          return (
            <li key={one.case + one.at} className={fresh ? 'new' : undefined}>
              <time dateTime={one.at}>{fresh ? w.now : <When at={one.at} today={today} />}</time>
              <p>
                <Go to="/desk/cases/$caseId" params={{ caseId: one.case }}>
                  {one.subject}
                </Go>
                {gap}
                {say(one.title)}
                {one.who && !one.subject.includes(one.who) ? <span className="sub">{gap + one.who}</span> : null}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Today's changes need only the hour. */
function When({ at, today }: { readonly at: string; readonly today: Day }) {
  const { language } = useLanguage()
  const said = moment(at, today, language)
  const word = capital(fromToday(today, today, language))
  return said.startsWith(word) ? timeOf(at) : said
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
