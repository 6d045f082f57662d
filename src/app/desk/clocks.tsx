/** Clocks: the calendar of working days on which they run, the rules of the law, and the form for the next year's notice. */
import './clocks.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { todayQuery } from '#engine/screens/questions.ts'
import { get } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, type Text, useLanguage, useWords } from '#ui/language.tsx'
import { Scroller } from '#ui/pieces/scroller.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { LawPlace } from '#ui/api.ts'
import { holds, meQuery } from './me.tsx'
import { NoticeForm } from './notice-form.tsx'
import { yearQuery, YearPicture } from './year-picture.tsx'

const words = catalogue({
  zh: {
    title: '时限',
    lede: '工作日按国务院办公厅的放假通知数，放假的日子不算，调休上班的算。',
    known: '按放假通知',
    unknown: '通知未发，先按周末和法定节日数',
    entered: '本区录入',
    enter: '录入放假通知',
    again: '改放假通知',
    before: '上一年',
    after: '下一年',
    rules: '法定期限',
    count: (n: number) => `${n} 条`,
    find: '搜期限、事由、法名',
    calculator: '法定期限计算器',
    term: '期限',
    length: '多久',
    from: '从哪天起',
    basis: '依据',
  },
  en: {
    title: 'Clocks',
    lede: 'Working days follow the State Council’s holiday notices: days off do not count, weekend days worked in exchange do.',
    known: 'from the holiday notice',
    unknown: 'no notice yet: weekends and statutory holidays',
    entered: 'entered by the district',
    enter: 'Enter the holiday notice',
    again: 'Change the holiday notice',
    before: 'Previous year',
    after: 'Next year',
    rules: 'Periods set by law',
    count: (n) => `${n}`,
    find: 'Search period, event or law',
    calculator: 'Deadline calculator',
    term: 'Period',
    length: 'How long',
    from: 'From',
    basis: 'Law',
  },
})

export function Clocks() {
  const w = useWords(words)
  const { data: me } = useSuspenseQuery(meQuery)
  const { data: today } = useSuspenseQuery({ ...todayQuery, select: (one) => one.today })
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [editing, edit] = useState(false)
  const { data: picture, error } = useQuery(yearQuery(year))
  return (
    <div className="clocks-page">
      <title>{w.title}</title>
      <header>
        <h1 className="big">{w.title}</h1>
        <p className="sub">{w.lede}</p>
      </header>
      <section className="sheet pad" aria-label={String(year)}>
        <div className="year-head">
          <Button size="sm" aria-label={w.before} disabled={year <= 2018} onClick={() => setYear(year - 1)}>
            ‹
          </Button>
          <h2 className="num">{year}</h2>
          <Button size="sm" aria-label={w.after} disabled={year >= 2035} onClick={() => setYear(year + 1)}>
            ›
          </Button>
          {picture ? (
            <p className="s sub">
              {picture.known ? (picture.entered ? w.entered : w.known) : w.unknown}　{picture.source}
            </p>
          ) : null}
          {picture && holds(me, 'districtOfficer') ? (
            <Button size="sm" onClick={() => edit(true)}>
              {picture.known ? w.again : w.enter}
            </Button>
          ) : null}
        </div>
        {error ? <Trouble error={error} /> : picture ? <YearPicture picture={picture} today={today} /> : <Waiting />}
      </section>
      <Rules />
      {editing && picture ? <NoticeForm picture={picture} onClose={() => edit(false)} /> : null}
    </div>
  )
}

interface Rule {
  readonly id: string
  readonly title: Text
  readonly says: Text
  readonly start: Text
  readonly law: LawPlace
}

function Rules() {
  const { say } = useLanguage()
  const w = useWords(words)
  const [q, setQ] = useState('')
  const { data } = useQuery({
    queryKey: ['law', 'rules'],
    queryFn: ({ signal }) => get<{ items: readonly Rule[] }>('/api/law/rules', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const heard = (rule: Rule) =>
    `${rule.id} ${rule.title.zh} ${rule.title.en} ${rule.start.zh} ${rule.start.en} ${rule.law.title.zh} ${rule.law.title.en}`.toLowerCase()
  const rules = data?.items.filter((rule) => heard(rule).includes(q.trim().toLowerCase())) ?? []
  return (
    <section className="sheet pad">
      <div className="year-head">
        <h2 className="h">
          {w.rules} <small>{w.count(rules.length)}</small>
        </h2>
        <input
          className="box"
          type="search"
          aria-label={w.find}
          placeholder={w.find}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <a className="s" href="/clock">
          {w.calculator}
        </a>
      </div>
      {data ? (
        <Scroller label={w.rules}>
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{w.term}</th>
                <th scope="col">{w.length}</th>
                <th scope="col">{w.from}</th>
                <th scope="col">{w.basis}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.id}>
                  <td>{say(rule.title)}</td>
                  <td className="nb">
                    <b>{say(rule.says)}</b>
                  </td>
                  <td className="sub">{say(rule.start)}</td>
                  <td>
                    <LawNote law={rule.law} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      ) : (
        <Waiting />
      )}
    </section>
  )
}
