/** 我的同意: each purpose in its own words, given or withdrawn with one button; nothing is ticked beforehand. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Day } from '#kernel/day.ts'
import type { ConsentsWire, ConsentWire } from '#registry/privacy/consent/consent-wire.ts'
import { get, put } from '#ui/api.ts'
import { longDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Said } from './said.tsx'

const words = catalogue({
  zh: {
    title: '我的同意',
    says: '每项用途分开问，同意和撤回一样方便。',
    given: '已同意',
    not: '没有同意',
    older: '说明有更新',
    read: '看说明',
    give: '同意',
    giveNew: '同意新的说明',
    withdraw: '撤回同意',
    on: (day: string) => `${day}同意`,
    off: (day: string) => `${day}撤回`,
    phone: '本人在线',
    paper: '窗口书面',
    roster: '由单位声明',
    wait: '正在打开…',
  },
  en: {
    title: 'What I agreed to',
    says: 'Each use is asked for on its own; withdrawing is as easy as agreeing.',
    given: 'Agreed',
    not: 'Not agreed',
    older: 'The text has changed',
    read: 'Read the text',
    give: 'Agree',
    giveNew: 'Agree to the new text',
    withdraw: 'Withdraw',
    on: (day) => `Agreed on ${day}`,
    off: (day) => `Withdrawn on ${day}`,
    phone: 'by yourself, online',
    paper: 'on paper at the counter',
    roster: 'as declared by the firm',
    wait: 'Opening…',
  },
})

const key = ['consents'] as const

export function Consents() {
  const w = useWords(words)
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => get<ConsentsWire>('/api/me/consents', {}, signal) })
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">{w.title}</h2>
      <p className="small muted">{w.says}</p>
      {list.isError ? <Said error={list.error} /> : !list.data ? <p role="status">{w.wait}</p> : null}
      {list.data?.items.map((item) => (
        <Consent key={item.purpose} item={item} />
      ))}
    </section>
  )
}

function Consent({ item }: { readonly item: ConsentWire }) {
  const w = useWords(words)
  const { say, language } = useLanguage()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (given: boolean) => put<ConsentsWire>('/api/me/consents', { purpose: item.purpose, given, version: item.version }),
    onSuccess: (all) => {
      client.setQueryData(key, all)
      void client.invalidateQueries({ queryKey: ['sights'] })
    },
  })
  const name = say(item.title)
  return (
    <article className="card pad stack" aria-labelledby={`consent-${item.purpose}`}>
      <div className="head">
        <h3 id={`consent-${item.purpose}`}>{name}</h3>
        <span className={item.given ? 'state ok' : 'state off'}>{item.given ? (item.older ? w.older : w.given) : w.not}</span>
      </div>
      <details open={!item.given || item.older}>
        <summary>{w.read}</summary>
        <p className="words">{say(item.says)}</p>
      </details>
      {item.history.length > 0 ? (
        <ul className="small muted">
          {item.history.slice(0, 3).map((one) => (
            <li key={`${one.givenOn}${one.channel}${one.withdrawnOn ?? ''}`}>
              {w.on(longDay(one.givenOn as Day, language))}（{w[one.channel]}）
              {one.withdrawnOn ? ` ${w.off(longDay(one.withdrawnOn as Day, language))}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="acts">
        {!item.given || item.older ? (
          <button
            type="button"
            className="btn main"
            aria-label={`${w.give}：${name}`}
            disabled={change.isPending}
            onClick={() => change.mutate(true)}
          >
            {item.older ? w.giveNew : w.give}
          </button>
        ) : null}
        {item.given ? (
          <button
            type="button"
            className="btn"
            aria-label={`${w.withdraw}：${name}`}
            disabled={change.isPending}
            onClick={() => change.mutate(false)}
          >
            {w.withdraw}
          </button>
        ) : null}
      </div>
      {change.isError ? <Said error={change.error} /> : null}
    </article>
  )
}
