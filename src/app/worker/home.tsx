/** 首页: what waits for one word first, then 我要求助, then the other matters. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import type { CaseRow, CaseWire, Page } from '#engine/wire.ts'
import { get } from '#ui/api.ts'
import { timeOf } from '#ui/dates.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { AskLine } from './ask-line.tsx'
import { askOf } from './case/matter.ts'
import { caseQuery } from './case/use-case.tsx'
import { Icon } from './parts/icon.tsx'
import { isBegun } from './help/begun.tsx'
import { type KeptCases, useKept } from './kept.tsx'
import { MatterCard } from './matter-card.tsx'
import { isFirm, type Me, useMe } from './me.tsx'
import { Frame } from './parts/shell.tsx'

const words = catalogue({
  zh: {
    home: '首页',
    hello: (name: string) => `${name}师傅，您好`,
    helloFirm: (name: string) => `${name}，您好`,
    nobody: '和谐引擎',
    ask: '等您回一句话',
    help: '我要求助',
    mine: (n: number) => `${n} 件在办`,
    others: (n: number) => `另外 ${n} 件在办`,
    done: (n: number) => `办完的 ${n} 件`,
    none: '现在没有在办的事',
    noneSays: '工资没给够、不让上班、干活受伤，都可以点上面的“我要求助”。不收费，交上去马上有编号。',
    clock: '算一个法定期限',
    clockSays: '几号交的，最晚几号要有结果',
    verify: '验一份文书的真假',
    loading: '正在打开…',
    failed: '现在连不上',
    failedSays: '网络好了会自己再试。急事打 12351。',
    sign: '登录，看我的事',
    signSays: '求助不用先登录，填好再登。',
    more: (n: number) => `全部 ${n} 件`,
    offline: (time: string) => `现在没网，这是 ${time} 存在手机里的。`,
    updated: (time: string) => `${time} 更新，已存在手机里，没信号也能看。`,
  },
  en: {
    home: 'Home',
    hello: (name: string) => `Hello, ${name}`,
    helloFirm: (name: string) => `Hello, ${name}`,
    nobody: 'Hexie',
    ask: 'Waiting for your word',
    help: 'Get help',
    mine: (n: number) => `${n} open`,
    others: (n: number) => `${n} more open`,
    done: (n: number) => `${n} closed`,
    none: 'Nothing is open',
    noneSays: 'Wages not paid, dismissed, hurt at work: tap “Get help” above. It is free and you get a number at once.',
    clock: 'Count a legal time limit',
    clockSays: 'Sent on this day: due on which?',
    verify: 'Is a paper genuine?',
    loading: 'Opening…',
    failed: 'Not reached',
    failedSays: 'It tries again by itself. If urgent, ring 12351.',
    sign: 'Sign in to see my matters',
    signSays: 'Asking for help needs no sign-in until you send it.',
    more: (n: number) => `All ${n}`,
    offline: (time: string) => `No network. Kept on this phone at ${time}.`,
    updated: (time: string) => `Updated ${time}; kept on this phone, to be read without signal.`,
  },
})

const shown = 6
const BallotsCard = lazy(() => import('./ballots-card.tsx').then(({ BallotsCard }) => ({ default: BallotsCard })))
const Unsent = lazy(() => import('./help/unsent.tsx').then(({ Unsent }) => ({ default: Unsent })))

const SkillCard = lazy(() => import('./skill/skill-card.tsx').then(({ SkillCard }) => ({ default: SkillCard })))

/** A request begun and not sent is never hidden. */
const DraftCard = () =>
  isBegun() ? (
    <Suspense fallback={null}>
      <Unsent />
    </Suspense>
  ) : null

export function Home() {
  const w = useWords(words)
  const me = useMe()
  const { kept, put } = useKept()
  const name = me?.name ?? kept?.name
  const title = name ? (isFirm(me) ? w.helloFirm(name) : w.hello(name)) : w.nobody
  return (
    <Frame at="home" title={title}>
      <h1 className="vh">{w.home}</h1>
      {me ? <Matters me={me} put={put} /> : me === null ? <Stranger /> : kept ? <KeptMatters kept={kept} /> : <Waiting />}
    </Frame>
  )
}

const HelpButton = () => {
  const w = useWords(words)
  return (
    <Link className="btn help wide" to="/me/help">
      <Icon name="help" />
      {w.help}
    </Link>
  )
}

function Matters({ me, put }: { readonly me: Me; readonly put: ReturnType<typeof useKept>['put'] }) {
  const w = useWords(words)
  const open = useQuery({
    queryKey: ['cases', 'open'],
    queryFn: () => get<Page<CaseRow>>('/api/cases', { open: true, sort: 'due', limit: shown }),
  })
  const closed = useQuery({ queryKey: ['cases', 'closed', 1], queryFn: () => get<Page<CaseRow>>('/api/cases', { open: false, limit: 1 }) })
  const rows = open.data?.items ?? []
  const cases = useQueries({ queries: rows.map((row) => caseQuery(row.id)) })
  const loaded = cases.flatMap((one) => (one.data ? [one.data] : []))
  const complete = open.data !== undefined && loaded.length === rows.length
  const at = Math.max(0, open.dataUpdatedAt)
  useEffect(() => {
    if (complete) put({ name: me.name, at: new Date(at).toISOString(), cases: loaded })
  }, [complete, at, me.name, loaded, put])
  if (open.isError) return <Waiting failed />
  if (!open.data) return <Waiting />
  const waiting = loaded.filter((one) => askOf(one))
  const rest = loaded.filter((one) => !askOf(one))
  const total = open.data.total
  return (
    <>
      <Suspense>
        <BallotsCard />
      </Suspense>
      <CaseList waiting={waiting} rest={rest} total={total} closed={closed.data?.total ?? 0} me={me} />
      <Suspense fallback={null}>
        <SkillCard />
      </Suspense>
      {at ? <p className="small muted">{w.updated(timeOf(new Date(at).toISOString()))}</p> : null}
    </>
  )
}

interface ListProps {
  readonly waiting: readonly CaseWire[]
  readonly rest: readonly CaseWire[]
  readonly total: number
  readonly closed: number
  readonly me?: Me
}

function CaseList({ waiting, rest, total, closed, me }: ListProps) {
  const w = useWords(words)
  const others = Math.max(rest.length, total - waiting.length)
  const firm = isFirm(me)
  return (
    <>
      {waiting.length ? (
        <section aria-labelledby="ask">
          <h2 id="ask">{w.ask}</h2>
          {waiting.map((one) => (
            <MatterCard key={one.id} one={one}>
              {me ? <AskLine one={one} me={me} /> : null}
            </MatterCard>
          ))}
        </section>
      ) : null}
      <DraftCard />
      {firm ? null : <HelpButton />}
      {rest.length ? (
        <section aria-labelledby="mine">
          <div className="head">
            <h2 id="mine">{waiting.length ? w.others(others) : w.mine(others)}</h2>
            {closed ? <Link to="/me/cases">{w.done(closed)}</Link> : null}
          </div>
          {rest.map((one) => (
            <MatterCard key={one.id} one={one} />
          ))}
          {total > rest.length + waiting.length ? (
            <Link className="btn wide" to="/me/cases">
              {w.more(total)}
            </Link>
          ) : null}
        </section>
      ) : waiting.length ? (
        closed ? (
          <p>
            <Link to="/me/cases">{w.done(closed)}</Link>
          </p>
        ) : null
      ) : (
        <Nothing closed={closed} />
      )}
      {firm ? <HelpButton /> : null}
    </>
  )
}

function Nothing({ closed }: { readonly closed: number }) {
  const w = useWords(words)
  return (
    <section aria-labelledby="none">
      <div className="head">
        <h2 id="none">{w.none}</h2>
        {closed ? <Link to="/me/cases">{w.done(closed)}</Link> : null}
      </div>
      <p>{w.noneSays}</p>
      <Doors />
    </section>
  )
}

function Doors() {
  const w = useWords(words)
  return (
    <div className="card rows">
      <a className="row" href="/clock">
        <Icon name="clock" />
        <span className="txt">
          {w.clock}
          <small>{w.clockSays}</small>
        </span>
        <Icon name="go" />
      </a>
      <a className="row" href="/verify">
        <Icon name="seal" />
        <span className="txt">{w.verify}</span>
        <Icon name="go" />
      </a>
    </div>
  )
}

function Stranger() {
  const w = useWords(words)
  return (
    <>
      <DraftCard />
      <HelpButton />
      <section>
        <a className="btn main wide" href="/sign-in?to=%2Fme">
          {w.sign}
        </a>
        <p className="small muted">{w.signSays}</p>
        <Doors />
      </section>
    </>
  )
}

function Waiting({ failed }: { readonly failed?: boolean }) {
  const w = useWords(words)
  return (
    <>
      <p role="status" className="note">
        {failed ? (
          <span>
            <b>{w.failed}</b>。{w.failedSays}
          </span>
        ) : (
          w.loading
        )}
      </p>
      <DraftCard />
      <HelpButton />
    </>
  )
}

function KeptMatters({ kept }: { readonly kept: KeptCases }) {
  const w = useWords(words)
  const waiting = kept.cases.filter((one) => askOf(one))
  return (
    <>
      <p role="status" className="note">
        <Icon name="save" />
        <span>{w.offline(timeOf(kept.at))}</span>
      </p>
      <CaseList waiting={waiting} rest={kept.cases.filter((one) => !askOf(one))} total={kept.cases.length} closed={0} />
    </>
  )
}
