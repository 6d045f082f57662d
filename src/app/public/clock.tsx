/** 法定期限计算器: choose a matter and a day; the address keeps both. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import './clock.css'
import { type Day, isDay } from '#kernel/day.ts'
import { get } from '#ui/api.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Icon } from '../worker/icon.tsx'
import { ClockForm } from './clock-form.tsx'
import { ClockResult } from './clock-result.tsx'
import { clockWords, lengthOf, placeOf } from './clock-words.ts'
import { DayWords } from './day-words.tsx'
import type { ClockWire, RuleWire } from './law-wire.ts'
import { type Matter, matterOf, matters } from './matters.ts'
import { PublicShell } from './shell.tsx'
import { useRegion, useToday } from './site.tsx'

export const useRules = () => useQuery({ queryKey: ['law', 'rules'], queryFn: () => get<{ readonly items: readonly RuleWire[] }>('/api/law/rules').then((page) => page.items), staleTime: 3_600_000 })

export const clockQuery = (rule: string, start: string, region: string) => ({
  queryKey: ['law', 'clock', rule, start, region],
  queryFn: () => get<ClockWire>('/api/law/clock', { rule, start, region, days: true }),
  staleTime: 3_600_000,
})

export function Clock() {
  const w = useWords(clockWords)
  const { say } = useLanguage()
  const today = useToday()
  const region = useRegion()
  const search = useSearch({ strict: false }) as { readonly rule?: string; readonly start?: string }
  const navigate = useNavigate()
  const rules = useRules()
  const wanted = search.rule ?? matters[0]!.rules[0]!
  const start: Day = search.start && isDay(search.start) ? search.start : today
  const matter = matterOf(wanted)
  const rule = matter ? matter.rules[0]! : wanted
  const known = rules.data?.find((one) => one.id === rule)
  const answers = useQueries({ queries: (matter?.rules ?? [rule]).map((id) => clockQuery(id, start, region)) })
  const counted = answers.flatMap((answer) => (answer.data ? [answer.data] : []))
  const first = counted.find((one) => one.rule === rule) ?? counted[0]
  const go = (next: { readonly rule: string; readonly start: Day }) => void navigate({ to: '/clock', search: next as never, replace: true, resetScroll: false })
  return (
    <PublicShell at="clock">
      <div>
        <h1>{w.title}</h1>
        <p className="muted">{w.how}</p>
      </div>
      <div className="clock">
        <ClockForm rules={rules.data ?? []} rule={rule} start={start} today={today} go={go} />
        {first ? (
          <ClockResult title={matter ? say(matter.last) : known ? say(known.title) : w.lastDay} clock={first} others={counted.filter((one) => one !== first)} />
        ) : (
          <section className="card"><p role="status">{answers.some((answer) => answer.isError) ? w.failed : w.loading}</p></section>
        )}
      </div>
      {first ? <Grounds first={first} all={counted} {...(matter ? { matter } : {})} {...(known ? { known } : {})} /> : null}
    </PublicShell>
  )
}

function Grounds({ first, all, matter, known }: { readonly first: ClockWire; readonly all: readonly ClockWire[]; readonly matter?: Matter; readonly known?: RuleWire }) {
  const w = useWords(clockWords)
  const { language, say } = useLanguage()
  return (
    <div className="two">
      <section className="card" aria-labelledby="law">
        <h2 id="law">{w.law}</h2>
        <table className="rule">
          <thead><tr><th scope="col">{w.ruleCol}</th><th scope="col">{w.longCol}</th><th scope="col">{w.tillCol}</th></tr></thead>
          <tbody>
            {[first, ...all.filter((one) => one !== first)].map((one, at) => (
              <tr key={one.rule} className={at === 0 ? 'win' : ''}>
                <th scope="row">{placeOf(one.law, language)}<q lang="zh-CN">{one.law.quote}</q></th>
                <td className="nb">{lengthOf(one.n, one.unit, language)}</td>
                <td>
                  {at === 0 ? <b><DayWords day={one.last} /></b> : <DayWords day={one.last} />}
                  {at === 0 && all.length > 1 ? <><br /><span className="small">{one.law.act && one.rule.endsWith('.ZJ') ? w.local : w.wins}</span></> : null}
                  {one.moved ? <><br /><span className="small muted">{say(one.moved.because)}</span></> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small muted">{known ? `${w.begins(say(known.start))}${language === 'zh' ? '。' : '. '}` : ''}{w.method}{first.unit === 'workingDay' ? w.methodWorking : ''}</p>
      </section>
      <section className="card" aria-labelledby="then">
        <h2 id="then">{w.then}</h2>
        {matter ? <ol className="rows">{matter.then.map((one) => <li key={one.en}>{say(one)}</li>)}</ol> : null}
        <div className="acts">
          <a className="btn help" href="/me/help"><Icon name="help" />{w.help}</a>
          <button className="btn" type="button" onClick={() => print()}><Icon name="print" />{w.print}</button>
        </div>
        <p className="small muted">{w.link}</p>
      </section>
    </div>
  )
}
