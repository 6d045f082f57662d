/** 法定期限计算器: choose a matter and a day; the address keeps both. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import './clock.css'
import { type Day, isDay } from '#kernel/day.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Icon } from '../../worker/parts/icon.tsx'
import { ClockForm } from './clock-form.tsx'
import { ClockResult } from './clock-result.tsx'
import { clockWords, lengthOf, placeOf } from './clock-words.ts'
import { DayWords } from '../day-words.tsx'
import { clockQuery, useRules } from './law-queries.tsx'
import type { ClockWire } from './law-wire.ts'
import { type Matter, matterOf, matters } from './matters.ts'
import { PublicShell } from '../shell.tsx'
import { useRegion, useToday } from '../site.tsx'

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
  const answer = useQuery(clockQuery(rule, start, region))
  const first = answer.data
  const go = (next: { readonly rule: string; readonly start: Day }) =>
    void navigate({ to: '/clock', search: next as never, replace: true, resetScroll: false })
  return (
    <PublicShell at="clock">
      <div>
        <h1>{w.title}</h1>
        <p className="muted">{w.how}</p>
      </div>
      <div className="clock">
        <ClockForm rules={rules.data ?? []} rule={rule} start={start} today={today} go={go} />
        {first ? (
          <ClockResult title={matter ? say(matter.last) : known ? say(known.title) : w.lastDay} clock={first} />
        ) : (
          <section className="card">
            <p role="status">{answer.isError ? w.failed : w.loading}</p>
          </section>
        )}
      </div>
      {first ? <Grounds clock={first} {...(matter ? { matter } : {})} /> : null}
    </PublicShell>
  )
}

function Grounds({ clock, matter }: { readonly clock: ClockWire; readonly matter?: Matter }) {
  const w = useWords(clockWords)
  const { language, say } = useLanguage()
  const { governing } = clock
  const chosen = { ...clock, event: clock.event, sameEvent: true }
  const all = [chosen, ...clock.also.filter((one) => one.rule !== clock.rule)]
  const rows = [...all.filter((one) => one.rule === governing.rule), ...all.filter((one) => one.rule !== governing.rule)]
  return (
    <div className="two">
      <section className="card" aria-labelledby="law">
        <h2 id="law">{w.law}</h2>
        <table className="rule">
          <thead>
            <tr>
              <th scope="col">{w.ruleCol}</th>
              <th scope="col">{w.longCol}</th>
              <th scope="col">{w.tillCol}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => {
              const wins = one.rule === governing.rule
              return (
                <tr key={one.rule} className={wins ? 'win' : ''}>
                  <th scope="row">
                    {placeOf(one.law, language)}
                    <q lang="zh-CN">{one.law.quote}</q>
                  </th>
                  <td className="nb">{lengthOf(one.n, one.unit, language)}</td>
                  <td>
                    {one.last ? (
                      wins ? (
                        <b>
                          <DayWords day={one.last} />
                        </b>
                      ) : (
                        <DayWords day={one.last} />
                      )
                    ) : (
                      <span className="small muted">{w.begins(say(one.event))}</span>
                    )}
                    {wins && rows.length > 1 ? (
                      <>
                        <br />
                        <span className="small">{one.region === 'CN' ? w.wins : w.local}</span>
                      </>
                    ) : null}
                    {one.rule === clock.rule && clock.moved ? (
                      <>
                        <br />
                        <span className="small muted">{say(clock.moved.because)}</span>
                      </>
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p className="small muted">
          {w.begins(say(clock.event))}
          {language === 'zh' ? '。' : '. '}
          {w.method}
          {clock.unit === 'workingDay' ? w.methodWorking : ''}
        </p>
      </section>
      <section className="card" aria-labelledby="then">
        <h2 id="then">{w.after}</h2>
        {matter ? (
          <ol className="rows">
            {matter.after.map((one) => (
              <li key={one.en}>{say(one)}</li>
            ))}
          </ol>
        ) : (
          <p>{w.ask}</p>
        )}
        <div className="acts">
          <a className="btn help" href="/me/help">
            <Icon name="help" />
            {w.help}
          </a>
          <button className="btn" type="button" onClick={() => print()}>
            <Icon name="print" />
            {w.print}
          </button>
        </div>
        <p className="small muted">{w.link}</p>
      </section>
    </div>
  )
}
