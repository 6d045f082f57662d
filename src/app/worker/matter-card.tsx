/** A matter in a card: its name, its state, and the promise line: what next, by when, who. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { askOf, daysOf, hearingOf, type Outlook, otherSide, promiseOf, sideOf, titleOf } from './case/matter.ts'
import { clockWords, DayWords, leftWords } from './parts/day.tsx'

const words = catalogue({
  zh: {
    next: '下一步',
    when: '最晚',
    who: '谁来办',
    nth: (n: number, of: number) => `第 ${n} 天，共 ${of} 天`,
    overdue: '已超期',
    hearing: '调解会',
    video: '手机视频调解会',
    at: '，在',
    comma: '，',
    with: '和',
  },
  en: {
    next: 'Next',
    when: 'By',
    who: 'Who',
    nth: (n: number, of: number) => `Day ${n} of ${of}`,
    overdue: 'overdue',
    hearing: 'hearing',
    video: 'video hearing',
    at: ' at ',
    comma: ', ',
    with: 'with ',
  },
})

export function PromiseLine({ one, outlook }: { readonly one: CaseWire; readonly outlook: Outlook }) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const hearing = hearingOf(one)
  const { when } = outlook
  return (
    <dl className="promise">
      <div>
        <dt>{w.next}</dt>
        <dd>
          {hearing ? (
            <>
              <b>
                <DayWords day={hearing.day} /> <span className="nb">{clockWords(hearing.start, language)}</span>
              </b>
              <br />
              {hearing.mode === 'video' ? w.video : w.hearing}
              {w.at}
              {hearing.mode === 'video' ? hearing.room : `${one.owner.name} ${hearing.room}`}
            </>
          ) : (
            say(outlook.next)
          )}
        </dd>
      </div>
      {when ? (
        <div className="when">
          <dt>{w.when}</dt>
          <dd>
            <DayWords day={when.last} today={one.today} /> {say(when.what)}{' '}
            <span className={when.overdue ? 'left late' : 'left'}>
              {when.overdue ? `${w.overdue}${w.comma}` : ''}
              {leftWords(when.last, one.today, language)}
              {w.comma}
              {say(when.whose)}
            </span>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{w.who}</dt>
        <dd>{say(outlook.who)}</dd>
      </div>
    </dl>
  )
}

export function StateWord({ one }: { readonly one: CaseWire }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const days = daysOf(one)
  if (days && days.nth >= 1 && days.nth <= days.total) return <span className="state">{w.nth(days.nth, days.total)}</span>
  return <span className={one.state === 'performed' ? 'state ok' : one.ended ? 'state off' : 'state'}>{say(one.stateTitle)}</span>
}

export function MatterCard({
  one,
  level = 'h3',
  children,
}: {
  readonly one: CaseWire
  readonly level?: 'h2' | 'h3'
  readonly children?: ReactNode
}) {
  const { say } = useLanguage()
  const side = sideOf(one)
  const Heading = level
  return (
    <article className={askOf(one, side) ? 'card matter ask' : 'card matter'}>
      <div className="body">
        <div className="top">
          <Heading>
            <Link to={`/me/cases/${one.id}`}>
              {say(titleOf(one))}
              {side === 'firm' ? `：${otherSide(one, side)}` : ''}
            </Link>
          </Heading>
          <StateWord one={one} />
        </div>
        <PromiseLine one={one} outlook={promiseOf(one, side)} />
      </div>
      {children}
    </article>
  )
}
