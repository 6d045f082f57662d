/** A case as its party reads it: which day of fifteen, what is next, where the talks are, what one can do, what the law gives, what happened. */
import { useParams, useSearch } from '@tanstack/react-router'
import { timeOf } from '#ui/dates.ts'
import { dayOf } from '#kernel/day.ts'
import { yuan } from '#kernel/money.ts'
import type { CaseWire } from '#engine/wire.ts'
import { ProblemError } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { AskLine } from '../ask-line.tsx'
import { clockWords, DayWords } from '../parts/day.tsx'
import { Icon } from '../parts/icon.tsx'
import { PromiseLine, StateWord } from '../matter-card.tsx'
import { type Me, useMe } from '../me.tsx'
import { Frame } from '../parts/shell.tsx'
import { entryWords } from './entry-words.ts'
import { FifteenDays } from './fifteen-days.tsx'
import { Given } from './given.tsx'
import { askOf, attendanceOf, daysOf, factsOf, hearingOf, otherSide, promiseOf, sideOf, titleOf } from './matter.ts'
import { Papers } from './papers.tsx'
import { StepList } from './step-list.tsx'
import { Talks } from './talks.tsx'
import { useCase } from './use-case.tsx'

const words = catalogue({
  zh: {
    loading: '正在打开…',
    lost: '现在连不上，网络好了再看。',
    sign: '登录，看这件事',
    claim: (sum: string) => `您要 ${sum} 元`,
    claimFirm: (sum: string) => `对方要 ${sum} 元`,
    claimAll: (n: number) => `，一共 ${n} 人`,
    next: '下一步',
    nextHearing: '下一步：调解会',
    place: '地点',
    host: '谁主持',
    says: '带什么',
    video: '手机视频',
    collective: '集体争议',
    log: '经过',
    by: (who: string) => `${who}代记`,
    comes: '您说了能到。',
    otherTime: '您说了想换时间，等调解员回复。',
    no: '您说了来不了。',
    sent: '交上去了',
    sentSays: (number: string) => `编号 ${number}。不用一直看着：有新的一步，这里马上有；最晚的日子写在下面。`,
    mediator: '还没指定',
  },
  en: {
    loading: 'Opening…',
    lost: 'Not reached; look again when the network is back.',
    sign: 'Sign in to see it',
    claim: (sum: string) => `You claim ${sum} yuan`,
    claimFirm: (sum: string) => `They claim ${sum} yuan`,
    claimAll: (n: number) => `, ${n} people in all`,
    next: 'Next',
    nextHearing: 'Next: the hearing',
    place: 'Where',
    host: 'With',
    says: 'Bring',
    video: 'by video',
    collective: 'Collective dispute',
    log: 'What happened',
    by: (who: string) => `written down by ${who}`,
    comes: 'You said you can come.',
    otherTime: 'You asked for another time; wait for the mediator.',
    no: 'You said you cannot come.',
    sent: 'It is in',
    sentSays: (number: string) => `Number ${number}. No need to watch it: each new step shows here, and the last day is below.`,
    mediator: 'not yet named',
  },
})

export function CasePage() {
  const w = useWords(words)
  const { say } = useLanguage()
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const me = useMe()
  const one = useCase(id)
  return (
    <Frame at="case" back="/me">
      {one.data && me ? (
        <Whole one={one.data} me={me} />
      ) : me === null ? (
        <a className="btn main wide" href={`/sign-in?to=${encodeURIComponent(`/me/cases/${id}`)}`}>
          {w.sign}
        </a>
      ) : one.isError ? (
        <p className="note bad" role="alert">
          <span>{one.error instanceof ProblemError && one.error.status ? say(one.error.says) : w.lost}</span>
        </p>
      ) : (
        <p role="status">{w.loading}</p>
      )}
    </Frame>
  )
}

function Whole({ one, me }: { readonly one: CaseWire; readonly me: Me }) {
  const search = useSearch({ strict: false }) as { readonly step?: string; readonly new?: unknown }
  return (
    <>
      <Top one={one} fresh={search.new !== undefined} />
      <Next one={one} me={me} />
      <Talks one={one} />
      <StepList one={one} me={me} {...(search.step ? { open: search.step } : {})} />
      <Given one={one} />
      <Papers one={one} />
      <Log one={one} me={me} />
    </>
  )
}

function Top({ one, fresh }: { readonly one: CaseWire; readonly fresh: boolean }) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const side = sideOf(one)
  const { application } = factsOf(one)
  const sum = application?.amountFen ?? application?.claims?.reduce((total, line) => total + (line.amountFen ?? 0), 0)
  const collective = one.marks.find((mark) => mark.id === 'collective')
  return (
    <section aria-labelledby="t">
      {fresh ? (
        <div className="note ok" role="status">
          <Icon name="ok" />
          <div>
            <b>{w.sent}</b>
            {language === 'zh' ? '，' : '. '}
            {w.sentSays(one.number)}
          </div>
        </div>
      ) : null}
      <p className="small muted">{one.number}</p>
      <h1 id="t">
        {say(titleOf(one))}
        {language === 'zh' ? '：' : ': '}
        <span className="ib">{otherSide(one, side)}</span>
      </h1>
      {sum ? (
        <p>
          {side === 'firm' ? w.claimFirm(yuan(sum)) : w.claim(yuan(sum))}
          {application?.workers && application.workers > 1 ? w.claimAll(application.workers) : ''}
        </p>
      ) : null}
      <p className="tags">
        {daysOf(one) ? null : <StateWord one={one} />}
        {collective ? <span className="state">{w.collective}</span> : null}
      </p>
      <FifteenDays one={one} />
    </section>
  )
}

function Next({ one, me }: { readonly one: CaseWire; readonly me: Me }) {
  const w = useWords(words)
  const { language } = useLanguage()
  const side = sideOf(one)
  const hearing = hearingOf(one)
  const answered = hearing ? attendanceOf(one, side) : undefined
  return (
    <section aria-labelledby="n">
      <h2 id="n">{hearing ? w.nextHearing : w.next}</h2>
      <div className={askOf(one, side) ? 'card matter ask' : 'card matter'}>
        <div className="pad stack">
          {hearing ? (
            <>
              <p className="huge">
                <DayWords day={hearing.day} today={one.today} />
                <br />
                {clockWords(hearing.start, language)}
              </p>
              <dl className="promise">
                <div>
                  <dt>{w.place}</dt>
                  <dd>{hearing.mode === 'video' ? w.video : `${one.owner.name} ${hearing.room}`}</dd>
                </div>
                <div>
                  <dt>{w.host}</dt>
                  <dd>{one.assigned.map(({ name }) => name).join('、') || w.mediator}</dd>
                </div>
                {hearing.says ? (
                  <div>
                    <dt>{w.says}</dt>
                    <dd>{hearing.says}</dd>
                  </div>
                ) : null}
              </dl>
              {answered ? (
                <p className="note ok">
                  <Icon name="ok" />
                  <span>{answered === 'yes' ? w.comes : answered === 'otherTime' ? w.otherTime : w.no}</span>
                </p>
              ) : null}
            </>
          ) : (
            <PromiseLine one={one} outlook={promiseOf(one, side)} />
          )}
        </div>
        <AskLine one={one} me={me} />
      </div>
    </section>
  )
}

function Log({ one, me }: { readonly one: CaseWire; readonly me: Me }) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  return (
    <section aria-labelledby="h">
      <h2 id="h">{w.log}</h2>
      <ol className="log">
        {[...one.log].reverse().map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>
              <DayWords day={dayOf(new Date(entry.at))} today={one.today} /> {timeOf(entry.at)}
            </time>
            {say(entryWords(entry, sideOf(one)) ?? entry.title)}
            {!entryWords(entry, sideOf(one)) && entry.person?.id !== me.id ? (
              <span className="small muted">{`${language === 'zh' ? '，' : ', '}${entry.recordedBy ? w.by(entry.recordedBy) : say(entry.byTitle)}`}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
