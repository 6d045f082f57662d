/** 我的能级工资: what certificates and prizes add to the wage, by which clause, and reporting the next one. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { yuan } from '#kernel/money.ts'
import { meaningOf } from '#law/clauses/clause.ts'
import type { MineWire } from '#projects/qiangshen/skill-award/payroll/wire.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { useMe } from '../me.tsx'
import { Frame } from '../parts/shell.tsx'
import { cardWords } from './card-words.ts'
import { mineQuery } from './mine.ts'
import { Report } from './report.tsx'
import { words } from './words.ts'

export function SkillAt() {
  const w = useWords(words)
  const me = useMe()
  return (
    <Frame at="affairs" back="/me" title={w.title}>
      <h1>{w.title}</h1>
      <p className="muted">{w.lede}</p>
      {me === null ? (
        <a className="btn main wide" href="/sign-in?to=%2Fme%2Fskill">
          {w.sign}
        </a>
      ) : (
        <Mine />
      )}
    </Frame>
  )
}

function Mine() {
  const w = useWords(words)
  const mine = useQuery(mineQuery)
  const [reporting, setReporting] = useState(false)
  if (mine.isError)
    return (
      <p role="alert" className="note bad">
        <span>{w.failed}</span>
      </p>
    )
  if (!mine.data) return <p role="status">{w.loading}</p>
  const { items, report } = mine.data
  return (
    <>
      <section aria-labelledby="mine">
        <h2 id="mine">{w.mine}</h2>
        {items.length === 0 ? <p>{w.none}</p> : items.map((one) => <Item key={`${one.case}/${one.meaning}/${one.since}`} one={one} />)}
      </section>
      {!report ? (
        <p className="small muted">{w.noUnion}</p>
      ) : reporting ? (
        <Report to={report} />
      ) : (
        <button type="button" className="btn main wide" onClick={() => setReporting(true)}>
          {w.report}
        </button>
      )}
    </>
  )
}

const tones = { asked: 'state', confirmed: 'state ok', disputed: 'state you', ended: 'state off' } as const

function Item({ one }: { readonly one: MineWire['items'][number] }) {
  const w = useWords(words)
  const card = useWords(cardWords)
  const { say } = useLanguage()
  return (
    <article className="card pad stack">
      <div className="head">
        <h3>{one.monthly ? card.monthly(one.since.slice(0, 7), yuan(one.fen)) : card.once(yuan(one.fen))}</h3>
        <span className={tones[one.standing]}>{w[one.standing]}</span>
      </div>
      <p>
        {say(meaningOf(one.meaning).title)}　{one.title}
      </p>
      <p className="small muted">{w.basis(one.contractTitle, one.clause)}</p>
      {one.monthly && one.until && one.standing !== 'ended' ? <p className="small muted">{w.until(one.until)}</p> : null}
      <Link to="/me/cases/$id" params={{ id: one.case }}>
        {w.look}
      </Link>
    </article>
  )
}
