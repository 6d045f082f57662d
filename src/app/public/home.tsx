/** The first page for anyone: say it or choose a door; count a legal day; see how a dispute goes. */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { addDays, type Day } from '#kernel/day.ts'
import { fromToday } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Icon, type IconName } from '../worker/parts/icon.tsx'
import { clockQuery, useRules } from './clock/law-queries.tsx'
import { DayWords } from './day-words.tsx'
import { matters } from './clock/matters.ts'
import { PublicShell } from './shell.tsx'
import { useRegion, useToday } from './site.tsx'

const words = catalogue({
  zh: {
    title: '您要办什么事？',
    say: '说一句话，例如：公司两个月没发工资',
    go: '求助',
    noSign: '不用登录就能看、能算、能填。查自己的事、交上去，才登录。',
    help: '我要求助',
    helpSays: '讨薪、受伤、辞退',
    mine: '查我的事',
    mineSays: '到哪一步、最晚哪天',
    clock: '法定期限',
    clockSays: '最晚哪天，怎么数的',
    verify: '验文书真假',
    verifySays: '扫码或填验真码',
    call: '打 12351',
    callSays: '工会热线',
    desk: '单位和工会',
    deskSays: '企业代表、工会干部登录',
    quick: '法定期限计算器',
    which: '哪一件事',
    when: '哪一天',
    last: '最晚',
    how: '看怎么数的',
    roadTitle: '调解一件劳动争议，法律怎么给时间',
    road1: '交上去',
    road1Says: '手机上填，或者到街道调解中心说，当场记下。不收费，马上有编号。',
    road2: '答复收不收',
    road2Says: '公司不愿调，也要书面告诉您，您直接去仲裁。',
    road3: '有结果',
    road3Says: '谈成签协议；没谈成，可以去仲裁。想多谈几天，要双方都签字。',
    road4: '签了协议以后',
    road4Says: '双方可以一起申请仲裁审查或司法确认，之后能强制执行。',
    from: (n: string) => `${n}内`,
    counting: '正在算…',
    free: '调解、仲裁都不收费',
    rules: (n: number) => `这里的 ${n} 条期限，每一条都写着法条`,
    pickDay: '别的日子',
  },
  en: {
    title: 'What do you need?',
    say: 'Say it in a sentence: not paid for two months',
    go: 'Get help',
    noSign: 'Look, count and fill in without signing in. Only sending and your own matters need it.',
    help: 'Get help',
    helpSays: 'Wages, injury, dismissal',
    mine: 'My matters',
    mineSays: 'Which step, by when',
    clock: 'Time limits',
    clockSays: 'The last day, and why',
    verify: 'Verify a paper',
    verifySays: 'Scan or type the code',
    call: 'Ring 12351',
    callSays: 'The union hotline',
    desk: 'Firms and unions',
    deskSays: 'Representatives and staff sign in',
    quick: 'Legal time limits',
    which: 'Which matter',
    when: 'Which day',
    last: 'Last day',
    how: 'See how',
    roadTitle: 'How the law times the mediation of a dispute',
    road1: 'Send it',
    road1Says: 'On the phone, or by word of mouth at the street centre, written down on the spot. Free, with a number at once.',
    road2: 'Accepted or not',
    road2Says: 'If the firm will not talk you are told in writing and can go to arbitration.',
    road3: 'A result',
    road3Says: 'Agreed: you sign. Not agreed: arbitration. More days need both signatures.',
    road4: 'After signing',
    road4Says: 'Both may ask for arbitral review or court confirmation; then it can be enforced.',
    from: (n: string) => `Within ${n}`,
    counting: 'Counting…',
    free: 'Mediation and arbitration are free',
    rules: (n: number) => `Each of the ${n} time limits here names its article`,
    pickDay: 'Another day',
  },
})

export function Home() {
  const w = useWords(words)
  return (
    <PublicShell at="home">
      <section className="stack">
        <h1>{w.title}</h1>
        <SayIt />
        <div className="doors">
          <Door href="/me/help" icon="help" title={w.help} says={w.helpSays} help />
          <Door href="/me" icon="doc" title={w.mine} says={w.mineSays} />
          <Door href="/clock" icon="clock" title={w.clock} says={w.clockSays} />
          <Door href="/verify" icon="seal" title={w.verify} says={w.verifySays} />
          <Door href="tel:12351" icon="phone" title={w.call} says={w.callSays} />
          <Door href="/sign-in" icon="people" title={w.desk} says={w.deskSays} />
        </div>
        <p className="small muted">{w.noSign}</p>
      </section>
      <QuickClock />
      <Road />
    </PublicShell>
  )
}

function Door({
  href,
  icon,
  title,
  says,
  help,
}: {
  readonly href: string
  readonly icon: IconName
  readonly title: string
  readonly says: string
  readonly help?: boolean
}) {
  return (
    <a className={help ? 'door help' : 'door'} href={href}>
      <Icon name={icon} />
      <b>{title}</b>
      <span>{says}</span>
    </a>
  )
}

/** One sentence begins the request: it is carried to the form, where it is kept. */
function SayIt() {
  const w = useWords(words)
  const [said, setSaid] = useState('')
  const go = (event: FormEvent) => {
    event.preventDefault()
    location.assign(said.trim() ? `/me/help?say=${encodeURIComponent(said.trim())}` : '/me/help')
  }
  return (
    <form className="sayit" onSubmit={go}>
      <input
        className="input"
        aria-label={w.say}
        placeholder={w.say}
        value={said}
        maxLength={400}
        onChange={(event) => setSaid(event.target.value)}
      />
      <button className="btn main" type="submit">
        <Icon name="help" />
        {w.go}
      </button>
    </form>
  )
}

function QuickClock() {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const region = useRegion()
  const today = useToday()
  const rules = useRules()
  const [rule, setRule] = useState(matters[0]!.rules[0]!)
  const [back, setBack] = useState(0)
  const start: Day = addDays(today, -back)
  const answer = useQuery(clockQuery(rule, start, region))
  const shown = matters.filter((matter) => !rules.data || rules.data.some((one) => one.id === matter.rules[0]))
  const length = (id: string) => rules.data?.find((one) => one.id === id)?.says
  return (
    <section className="card quick" aria-labelledby="quick">
      <h2 id="quick">{w.quick}</h2>
      <label>
        <span className="small muted">{w.which}</span>
        <select className="input" value={rule} onChange={(event) => setRule(event.target.value)}>
          {shown.map((matter) => (
            <option key={matter.rules[0]} value={matter.rules[0]}>
              {say(matter.title)}
              {length(matter.rules[0]!) ? `${language === 'zh' ? '，' : ', '}${say(length(matter.rules[0]!)!)}` : ''}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small muted">{w.when}</span>
        <select className="input" value={back} onChange={(event) => setBack(Number(event.target.value))}>
          {Array.from({ length: 30 }, (_, at) => at).map((at) => {
            const day = addDays(today, -at)
            return (
              <option key={at} value={at}>
                {language === 'zh' ? `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` : day}（{fromToday(day, today, language)}）
              </option>
            )
          })}
        </select>
      </label>
      <div>
        <span className="small muted">{w.last}</span>
        <output aria-live="polite">
          {answer.data ? <DayWords day={answer.data.last} year={answer.data.last.slice(0, 4) !== today.slice(0, 4)} /> : w.counting}
        </output>
      </div>
      <a className="btn" href={`/clock?rule=${rule}&start=${start}`}>
        {w.how}
      </a>
    </section>
  )
}

function Road() {
  const w = useWords(words)
  const { say, language } = useLanguage()
  const rules = useRules()
  const length = (id: string) => {
    const found = rules.data?.find((one) => one.id === id)
    return found ? w.from(say(found.says)) : ''
  }
  const cited = (id: string) => rules.data?.find((one) => one.id === id)?.law
  const steps = [
    { title: w.road1, says: w.road1Says },
    { title: `${length('MED.ACCEPT')}${language === 'en' ? ': ' : ''}${w.road2}`, says: w.road2Says, law: cited('MED.ACCEPT') },
    { title: `${length('MED.END.ZJ')}${language === 'en' ? ': ' : ''}${w.road3}`, says: w.road3Says, law: cited('MED.END.ZJ') },
    { title: w.road4, says: w.road4Says, law: cited('MED.ARBREVIEW') },
  ]
  return (
    <section className="card" aria-labelledby="road">
      <div className="head">
        <h2 id="road">{w.roadTitle}</h2>
        {rules.data ? <a href="/clock">{w.rules(rules.data.length)}</a> : null}
      </div>
      <ol className="roadmap">
        {steps.map((step) => (
          <li key={step.title}>
            <h3>{step.title}</h3>
            <p className="small">{step.says}</p>
            {step.law ? (
              <p className="small muted">
                {language === 'zh' ? `《${step.law.short.zh}》第 ${step.law.article} 条` : `${step.law.short.en}, art. ${step.law.article}`}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
