/** 交上去以后: who handles it, and by when the law wants what; counted by the law's own clock from today. */
import { useQueries } from '@tanstack/react-query'
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { get } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { DayWords } from '../parts/day.tsx'
import { Choices } from '../parts/choices.tsx'
import { LawQuote, type Quoted } from '../parts/law-quote.tsx'
import type { Draft } from './draft.ts'
import type { DraftKeeper } from './keep.tsx'
import type { Route } from './route.tsx'
import { words as helpWords } from './words.ts'
import { useRegion, useToday } from '../../public/site.tsx'

export interface Counted {
  readonly rule: string
  readonly last: Day
  readonly counted: Text
  /** The nearer region's row of the same family, or itself. */
  readonly governing: { readonly last: Day; readonly law: Quoted }
  readonly law: Quoted
}

const words = catalogue({
  zh: {
    by: (body: string) => `由${body}办，不收费。`,
    free: '调解不收费。',
    today: '您今天交，就是：',
    now: '今天',
    nowSays: '马上得到编号，能查到哪一步',
    before: '前',
    accept: '告诉您收不收（3 个工作日）。公司不愿调，也书面告诉您，您直接去仲裁',
    acceptPlatform: '告诉您收不收（3 个工作日）。平台不愿调，也书面告诉您',
    end: '15 天到期。谈成就签协议；谈不成，您可以去仲裁，也不收费',
    days3: '3 个工作日内',
    days15: '第 15 天前',
    lawWords: '看法条',
    choose: '想换一家来办',
    running: '您还在上班，讨工资的一年期限',
    runningBold: '还没开始算',
    runningEnd: '；离职那天才开始。',
    until: '要去仲裁，最晚',
    untilWage: '，从离开那天起一年。',
    untilKnew: '，从知道那天起一年。',
    only: '这一年的期限先记着：',
  },
  en: {
    by: (body: string) => `Handled by ${body}, free of charge.`,
    free: 'Mediation is free of charge.',
    today: 'If you send it today:',
    now: 'Today',
    nowSays: 'You get a number and can see every step',
    before: '',
    accept:
      'By then you are told whether it is accepted (3 working days). If the firm will not talk, you are told in writing and can go to arbitration',
    acceptPlatform: 'By then you are told whether it is accepted (3 working days). If the platform will not talk, you are told in writing',
    end: 'Day 15. Agreed: you sign. Not agreed: you can go to arbitration, also free',
    days3: 'Within 3 working days',
    days15: 'By day 15',
    lawWords: 'The law',
    choose: 'Choose another body',
    running: 'You still work there, so the one-year limit for wages ',
    runningBold: 'has not begun',
    runningEnd: '; it begins on the day you leave.',
    until: 'Last day to go to arbitration: ',
    untilWage: ', one year from leaving.',
    untilKnew: ', one year from knowing.',
    only: 'Keep the one-year limit in mind: ',
  },
})

const clock = (rule: string, start: Day | undefined, region: string) => ({
  queryKey: ['law', 'clock', rule, start, region],
  queryFn: () => get<Counted>('/api/law/clock', { rule, start, region }),
  enabled: start !== undefined,
  staleTime: 3_600_000,
  retry: false,
})

export function Road({ keeper, draft, route }: { readonly keeper: DraftKeeper; readonly draft: Draft; readonly route: Route }) {
  const w = useWords(words)
  const h = useWords(helpWords)
  const { language, say } = useLanguage()
  const today = useToday()
  const region = useRegion()
  const wage = draft.what === 'wages' || (draft.what === 'hours' && draft.part !== 'rest')
  const waits = wage && draft.still === 'yes'
  const [rule, start]: readonly [string, Day | undefined] = wage
    ? ['ARB.LIMITATION.WAGE', draft.still === 'no' ? draft.leftOn : undefined]
    : ['ARB.LIMITATION', draft.on ?? (draft.since ? (`${draft.since}-01` as Day) : draft.leftOn)]
  const [accept, end, limit] = useQueries({
    queries: [clock('MED.ACCEPT', today, region), clock('MED.END.LAW', today, region), clock(rule, start, region)],
  })
  const laws = [accept, end, limit].flatMap((one) => (one?.data ? [one.data] : []))
  return (
    <section aria-labelledby="road" aria-live="polite">
      <h2 id="road">{h.road}</h2>
      <div className="card pad stack road">
        <p>
          {route.body ? <b>{w.by(route.body.name)}</b> : w.free}
          {language === 'en' ? ' ' : ''}
          {w.today}
        </p>
        {route.body?.why ? <p className="small muted">{say(route.body.why)}</p> : null}
        <ol className="when-list">
          <li>
            <b>{w.now}</b>
            <span>{w.nowSays}</span>
          </li>
          <li>
            <b>
              {accept?.data ? (
                <>
                  <DayWords day={accept.data.last} today={today} />
                  {w.before}
                </>
              ) : (
                w.days3
              )}
            </b>
            <span>{draft.what === 'platform' ? w.acceptPlatform : w.accept}</span>
          </li>
          <li>
            <b>
              {end?.data ? (
                <>
                  <DayWords day={end.data.governing.last} today={today} />
                  {w.before}
                </>
              ) : (
                w.days15
              )}
            </b>
            <span>{w.end}</span>
          </li>
        </ol>
        {waits ? (
          <p>
            {w.running}
            <b>{w.runningBold}</b>
            {w.runningEnd}
          </p>
        ) : limit?.data ? (
          <p>
            {w.until}{' '}
            <b>
              <DayWords day={limit.data.last} today={today} />
            </b>
            {wage ? w.untilWage : w.untilKnew}
          </p>
        ) : null}
        {route.proposals.length > 1 ? (
          <details>
            <summary>{w.choose}</summary>
            <Choices
              name="body"
              value={route.body?.id}
              options={route.proposals.map((one) => [one.id, one.name] as const)}
              onChange={(bodyId) => keeper.change({ bodyId })}
            />
          </details>
        ) : null}
        {laws.length ? <LawQuote title={w.lawWords} laws={laws.flatMap((one) => [one.law, one.governing.law])} /> : null}
      </div>
    </section>
  )
}
