/** 办事: every matter of mine, those that go on and those that are over. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseRow, Page } from '#engine/wire.ts'
import { get } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { DayWords, leftWords } from './parts/day.tsx'
import { Icon } from './parts/icon.tsx'
import { useMe } from './me.tsx'
import { Frame } from './parts/shell.tsx'
import { useToday } from '../public/site.tsx'

const words = catalogue({
  zh: {
    title: '办事',
    open: '在办的',
    closed: '办完的',
    none: '没有在办的事。',
    noneClosed: '还没有办完的事。',
    help: '我要求助',
    more: '再看一些',
    loading: '正在打开…',
    failed: '现在连不上，网络好了再看。',
    sign: '登录，看我的事',
    late: '已超期',
    opened: '收到',
  },
  en: {
    title: 'Matters',
    open: 'Open',
    closed: 'Closed',
    none: 'Nothing is open.',
    noneClosed: 'Nothing is closed yet.',
    help: 'Get help',
    more: 'Show more',
    loading: 'Opening…',
    failed: 'Not reached; look again when the network is back.',
    sign: 'Sign in to see my matters',
    late: 'overdue',
    opened: 'Received',
  },
})

export function Affairs() {
  const w = useWords(words)
  const me = useMe()
  return (
    <Frame at="affairs" title={w.title}>
      <h1 className="vh">{w.title}</h1>
      {me ? (
        <>
          <Rows open title={w.open} none={w.none} />
          <Rows open={false} title={w.closed} none={w.noneClosed} />
        </>
      ) : me === null ? (
        <a className="btn main wide" href="/sign-in?to=%2Fme%2Fcases">
          {w.sign}
        </a>
      ) : null}
      <Link className="btn help wide" to="/me/help">
        <Icon name="help" />
        {w.help}
      </Link>
    </Frame>
  )
}

function Rows({ open, title, none }: { readonly open: boolean; readonly title: string; readonly none: string }) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const [limit, setLimit] = useState(20)
  const today = useToday()
  const list = useQuery({
    queryKey: ['cases', open ? 'open' : 'closed', limit],
    queryFn: () => get<Page<CaseRow>>('/api/cases', { open, sort: open ? 'due' : 'opened', limit }),
  })
  const id = open ? 'open' : 'closed'
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {list.data ? ` ${list.data.total}` : ''}
      </h2>
      {list.isError ? (
        <p className="note bad" role="alert">
          <span>{w.failed}</span>
        </p>
      ) : !list.data ? (
        <p role="status">{w.loading}</p>
      ) : list.data.items.length === 0 ? (
        <p className="muted">{none}</p>
      ) : null}
      {list.data?.items.length ? (
        <div className="card rows">
          {list.data.items.map((row) => (
            <Link className="row" key={row.id} to={`/me/cases/${row.id}`}>
              <span className="txt">
                <b>{row.matter ?? say(row.short)}</b>
                <small>{row.subject}</small>
                <small>
                  {row.number}，{say(row.stateTitle)}
                </small>
                {open && row.due ? (
                  <small className={row.due.overdue ? 'late' : undefined}>
                    {say(row.due.title)} <DayWords day={row.due.extendedTo ?? row.due.last} today={today} />，
                    {leftWords(row.due.extendedTo ?? row.due.last, today, language)}
                  </small>
                ) : (
                  <small>
                    {w.opened} <DayWords day={row.openedOn} today={today} />
                  </small>
                )}
              </span>
              <Icon name="go" />
            </Link>
          ))}
        </div>
      ) : null}
      {list.data && list.data.total > limit && limit < 200 ? (
        <button className="btn wide" type="button" onClick={() => setLimit(Math.min(200, limit + 40))}>
          {w.more}
        </button>
      ) : null}
    </section>
  )
}
