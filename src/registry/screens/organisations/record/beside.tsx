/** Beside an organisation's facts: its union and term, what lies below, its people by skill, posts, cases. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { get } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { fromToday } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { organisationKinds, standings } from '../../../organisation.ts'
import type { OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'
import { skillTitle } from '../../../people/person-words.ts'
import { todayHere } from '../../people/questions.ts'

const words = catalogue({
  zh: {
    unions: '工会',
    own: '单独建会',
    cover: '联合工会覆盖',
    none: '还没有建会',
    term: '本届委员会',
    until: (on: string, left: string) => `${on} 届满，${left}`,
    due: (on: string, left: string) => `${on} 已经届满（${left}），应当换届`,
    years: (n: number) => `${n} 年一届`,
    since: (on: string) => `${on} 起`,
    committees: '委员会',
    below: '下面有',
    covered: '覆盖企业',
    people: '职工技能',
    unknown: '未登记',
    posts: '现任',
    noPosts: '没有登记任职',
    cases: '有关案件',
    noCases: '没有您能看的案件',
    all: '全部',
  },
  en: {
    unions: 'Union',
    own: 'its own',
    cover: 'taken in by a joint union',
    none: 'no union yet',
    term: 'The committee’s term',
    until: (on, left) => `ends ${on}, ${left}`,
    due: (on, left) => `ended ${on} (${left}); an election is due`,
    years: (n) => `${n} years`,
    since: (on) => `since ${on}`,
    committees: 'Committees',
    below: 'Below it',
    covered: 'Firms taken in',
    people: 'Skill of its people',
    unknown: 'not on record',
    posts: 'In office',
    noPosts: 'No posts on record',
    cases: 'Cases',
    noCases: 'No case that you may see',
    all: 'All',
  },
})

interface Props {
  readonly body: OrganisationRecordWire
}

export function Beside({ body }: Props) {
  return (
    <aside className="sheet pad beside">
      <Unions body={body} />
      <Term body={body} />
      <Below body={body} />
      <Skills body={body} />
      <Posts id={body.id} />
      {body.kind === 'firm' ? <Cases body={body} /> : null}
    </aside>
  )
}

const Body = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <Go to="/desk/organisations/$organisationId" params={{ organisationId: id }}>
    {name}
  </Go>
)

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h2 className="h">{title}</h2>
    {children}
  </section>
)

function Unions({ body }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  if (body.kind !== 'firm') return null
  return (
    <Part title={w.unions}>
      {body.unions.length === 0 ? <p className="s faint">{w.none}</p> : null}
      <ul className="lines">
        {body.unions.map((one) => (
          <li key={one.id}>
            <Body id={one.id} name={one.name} />
            <p className="xs sub">
              {w[one.how]} · {w.since(one.since)} {one.standing === 'standing' ? null : <Chip>{say(standings[one.standing])}</Chip>}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Term({ body }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  const { term, standing } = body
  if (!term || standing === 'ended') return null
  const last = (term.extendedUntil ?? term.endsOn) as Day
  const today = todayHere()
  const left = fromToday(last, today, language)
  return (
    <Part title={w.term}>
      <p className={last < today ? 's red' : 's'}>
        <b>{last < today ? w.due(last, left) : w.until(last, left)}</b>
      </p>
      <p className="xs sub">
        {w.years(term.years)} · {w.since(term.beganOn)} · {term.approvalNumber}
      </p>
    </Part>
  )
}

function Below({ body }: Props) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const many = (n: number) => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
  if (body.below.length === 0 && body.committees.length === 0 && !body.covered) return null
  return (
    <>
      {body.committees.length > 0 ? (
        <Part title={w.committees}>
          <ul className="lines">
            {body.committees.map((one) => (
              <li key={one.id}>
                <Body id={one.id} name={one.name} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {body.below.length > 0 || body.covered ? (
        <Part title={w.below}>
          <dl className="kv">
            {body.below.map(({ kind, count }) => (
              <div key={kind} className="kv-row">
                <dt>{say(organisationKinds[kind])}</dt>
                <dd>
                  <Go to="/desk/organisations" search={body.kind === 'district' ? { kind } : { unit: body.id, kind }}>
                    {many(count)}
                  </Go>
                </dd>
              </div>
            ))}
            {body.covered ? (
              <div className="kv-row">
                <dt>{w.covered}</dt>
                <dd>{many(body.covered)}</dd>
              </div>
            ) : null}
          </dl>
        </Part>
      ) : null}
    </>
  )
}

function Skills({ body }: Props) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  if (body.people.bySkill.length === 0) return null
  return (
    <Part title={w.people}>
      <dl className="kv">
        {body.people.bySkill.map(({ skill, people }) => (
          <div key={skill ?? 0} className="kv-row">
            <dt>{skill ? say(skillTitle(skill)) : w.unknown}</dt>
            <dd className="num">{people.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

interface PostRow {
  readonly id: string
  readonly title: Text
  readonly person?: { readonly id: string; readonly name: string }
  readonly from: string
}

function Posts({ id }: { readonly id: string }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { data } = useQuery({
    queryKey: ['posts', 'at', id],
    queryFn: ({ signal }) => get<{ readonly items: readonly PostRow[] }>('/api/posts', { organisation: id, limit: 20 }, signal),
    retry: false,
  })
  if (!data) return null
  return (
    <Part title={w.posts}>
      {data.items.length === 0 ? <p className="s faint">{w.noPosts}</p> : null}
      <ul className="lines">
        {data.items.map((post) => (
          <li key={post.id}>
            <b>{say(post.title)}</b>
            {'　'}
            {post.person ? (
              <Go to="/desk/people/$personId" params={{ personId: post.person.id }}>
                {post.person.name}
              </Go>
            ) : null}
            {'　'}
            <span className="xs faint">{w.since(post.from)}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

interface CaseLine {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly stateTitle: Text
}

function Cases({ body }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { data } = useQuery({
    queryKey: ['cases', 'of', body.id],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly CaseLine[]; readonly total: number }>('/api/cases', { q: body.name, limit: 5 }, signal),
    retry: false,
  })
  if (!data) return null
  return (
    <Part title={w.cases}>
      {data.items.length === 0 ? <p className="s faint">{w.noCases}</p> : null}
      <ul className="lines">
        {data.items.map((one) => (
          <li key={one.id}>
            <Go to="/desk/cases/$caseId" params={{ caseId: one.id }}>
              {one.subject}
            </Go>
            <p className="xs sub">
              {one.number} · {say(one.stateTitle)}
            </p>
          </li>
        ))}
      </ul>
      {data.total > data.items.length ? (
        <p className="s">
          <Go to="/desk/cases" search={{ q: body.name }}>
            {w.all} {data.total}
          </Go>
        </p>
      ) : null}
    </Part>
  )
}
