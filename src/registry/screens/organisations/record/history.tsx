/** What happened to an organisation, in order of time: facts, places, approvals, terms, posts, imports. Only ever added to. */
import '#ui/pieces/timeline.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import { factKinds } from '../../../organisation.ts'
import type { HistoryEntryWire } from '../../../organisations/organisation-wire.ts'
import { historyQuery } from '../questions.ts'
import { useFactValue } from './fact-words.tsx'

const words = catalogue({
  zh: {
    title: '经过',
    note: '按时间，只增不改，更正也留着原来的',
    all: (n: number) => `看全部 ${n} 条`,
    fewer: '只看最近的',
    founded: '登记',
    fact: '',
    corrected: '更正',
    withdrawn: '撤回',
    moved: '归到',
    approved: '批复成立',
    ended: '终止',
    term: (years: string, ends: string) => `新一届委员会，${years} 年，到 ${ends}`,
    extended: (ends: string) => `本届延期到 ${ends}`,
    covered: '联合工会覆盖',
    uncovered: '不再覆盖',
    post: '任职',
    postEnded: '卸任',
    imported: '导入',
    until: (day: string) => `到 ${day}`,
    was: (value: string) => `原为 ${value}`,
    by: (name: string) => `${name} 记录`,
    import: '看导入',
    nothing: '无',
  },
  en: {
    title: 'What happened',
    note: 'in order of time; only added to, corrections keep what was',
    all: (n) => `All ${n}`,
    fewer: 'Only the latest',
    founded: 'Entered',
    fact: '',
    corrected: 'Corrected',
    withdrawn: 'Withdrawn',
    moved: 'Came to',
    approved: 'Approved and standing',
    ended: 'Ended',
    term: (years, ends) => `New committee for ${years} years, until ${ends}`,
    extended: (ends) => `The term is extended to ${ends}`,
    covered: 'Taken in by the joint union',
    uncovered: 'No longer taken in',
    post: 'Post',
    postEnded: 'Left the post',
    imported: 'Imported',
    until: (day) => `until ${day}`,
    was: (value) => `was ${value}`,
    by: (name) => `recorded by ${name}`,
    import: 'the import',
    nothing: 'none',
  },
})

const shownAtFirst = 12

export function History({ id }: { readonly id: Id }) {
  const w = useWords(words)
  const { data, error, refetch } = useQuery(historyQuery(id))
  const [all, setAll] = useState(false)
  if (error) return <Trouble error={error} onAgain={() => void refetch()} />
  const entries = data?.items ?? []
  const shown = all ? entries : entries.slice(0, shownAtFirst)
  return (
    <section className="past">
      <h2 className="h">
        {w.title} <small>{w.note}</small>
        {entries.length > shownAtFirst ? (
          <Button look="txt" size="sm" onClick={() => setAll(!all)}>
            {all ? w.fewer : w.all(entries.length)}
          </Button>
        ) : null}
      </h2>
      <ol className="tl">
        {shown.map((entry, at) => (
          <Entry key={`${entry.what}${entry.id}`} entry={entry} newest={at === 0} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry, newest }: { readonly entry: HistoryEntryWire; readonly newest: boolean }) {
  const { language } = useLanguage()
  const w = useWords(words)
  const small = [
    entry.number ?? '',
    entry.approvedOn && entry.approvedOn !== entry.on ? entry.approvedOn : '',
    entry.until ? w.until(entry.until) : '',
    entry.source ?? '',
    entry.reason ?? '',
    entry.by ? w.by(entry.by) : '',
  ].filter(Boolean)
  return (
    <li className={newest ? 'now' : undefined}>
      <time dateTime={entry.on}>{entry.on}</time>
      <div>
        <Said entry={entry} />
        {small.length > 0 ? <p className="xs sub">{small.join(language === 'zh' ? '，' : ', ')}</p> : null}
      </div>
      <span className="xs faint">
        {entry.import ? (
          <Go to="/desk/imports/$importId" params={{ importId: entry.import }}>
            {w.import}
          </Go>
        ) : null}
      </span>
    </li>
  )
}

function Said({ entry }: { readonly entry: HistoryEntryWire }): ReactNode {
  const { say } = useLanguage()
  const w = useWords(words)
  const value = useFactValue()
  if (entry.fact && (entry.what === 'fact' || entry.what === 'corrected' || entry.what === 'withdrawn'))
    return (
      <>
        {entry.what === 'fact' ? '' : `${w[entry.what]}　`}
        {say(factKinds[entry.fact])}：<b>{entry.value === undefined ? w.nothing : value(entry.fact, entry.value)}</b>
        {entry.was === undefined || entry.was === null ? null : <span className="sub">　{w.was(value(entry.fact, entry.was))}</span>}
      </>
    )
  if (entry.what === 'term') return w.term(String(entry.years ?? ''), entry.endsOn ?? '')
  if (entry.what === 'extended') return w.extended(entry.endsOn ?? entry.until ?? '')
  return (
    <>
      {entry.role ? say(entry.role) : w[entry.what]}
      {entry.what === 'postEnded' ? `（${w.postEnded}）` : ''}{' '}
      {entry.person ? (
        <Go to="/desk/people/$personId" params={{ personId: entry.person.id }}>
          {entry.person.name}
        </Go>
      ) : entry.organisation ? (
        <Go to="/desk/organisations/$organisationId" params={{ organisationId: entry.organisation.id }}>
          {entry.organisation.name}
        </Go>
      ) : null}
    </>
  )
}
