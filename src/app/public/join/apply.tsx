/** The application to a union in the worker's own word, and, once it is made, that it waits and what comes next. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { JoinPlaceWire, MyRecordWire } from '#registry/people/people-wire.ts'
import { post, ProblemError } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { membershipOf, myRecordQuery, nameSaid, saysOwnName } from './my-record.ts'
import { Waiting } from './waiting.tsx'
import './join.css'

const words = catalogue({
  zh: {
    title: '入会申请',
    move: '转会申请',
    to: '申请加入',
    from: (union: string) => `您现在是 ${union} 的会员。批准以后转到这里，两边的记录都留着。`,
    instead: (union: string) => `您交给 ${union} 的申请还在等。交了这一份，就以这一份为准。`,
    already: (union: string) => `您已经是 ${union} 的会员，不用再申请。`,
    name: '您的姓名',
    nameSays: '和身份证上一样',
    who: '申请人',
    job: '现在做什么工作',
    jobSays: '可以不填，如：快递员、网约车司机、焊工',
    word: '我自愿申请加入这家工会，遵守工会章程。',
    send: '交申请',
    sending: '正在交…',
    wrongName: '请填姓名，至少两个字。',
    wrongWord: '请在上面打勾：入会要您自己愿意。',
    mine: '看我的会籍',
  },
  en: {
    title: 'Application',
    move: 'Application to move',
    to: 'To',
    from: (union) => `You are now a member of ${union}. Once approved you move here, and both records are kept.`,
    instead: (union) => `Your application to ${union} is still waiting. Once this one is sent, it is the one that counts.`,
    already: (union) => `You are already a member of ${union}.`,
    name: 'Your name',
    nameSays: 'As on your ID card',
    who: 'Applicant',
    job: 'What work do you do?',
    jobSays: 'May stay empty, such as courier, driver, welder',
    word: 'I apply to join this union of my own free will and will keep to its rules.',
    send: 'Apply',
    sending: 'Sending…',
    wrongName: 'Please fill in your name, at least two characters.',
    wrongWord: 'Please tick above: joining must be your own wish.',
    mine: 'See my membership',
  },
})

interface Props {
  readonly to: Pick<JoinPlaceWire, 'id' | 'name'>
  readonly record: MyRecordWire
}

export function Apply({ to, record }: Props) {
  const w = useWords(words)
  const { member, waiting } = membershipOf(record)
  if (waiting?.organisation?.id === to.id) return <Waiting waiting={waiting} moves={member !== undefined} />
  if (member?.organisation?.id === to.id)
    return (
      <div className="stack">
        <p className="note ok">{w.already(to.name)}</p>
        <a className="btn wide" href="/me/union">
          {w.mine}
        </a>
      </div>
    )
  return <Form to={to} record={record} />
}

function Form({ to, record }: Props) {
  const w = useWords(words)
  const { say } = useLanguage()
  const client = useQueryClient()
  const { member, waiting } = membershipOf(record)
  const own = saysOwnName(record)
  const [name, setName] = useState(nameSaid(record))
  const [job, setJob] = useState('')
  const [word, setWord] = useState(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (own && name.trim().length < 2) return setWrong(w.wrongName)
    if (!word) return setWrong(w.wrongWord)
    setBusy(true)
    setWrong('')
    try {
      const asked = { organisation: to.id, applies: true, ...(own && { name: name.trim() }), ...(job.trim() && { job: job.trim() }) }
      client.setQueryData(myRecordQuery.queryKey, await post<MyRecordWire>('/api/me/join', asked))
      void client.invalidateQueries({ queryKey: ['me'] })
    } catch (error) {
      const problem = error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })
      setWrong(say(problem.errors[0]?.says ?? problem.says))
      setBusy(false)
    }
  }
  const held = member?.organisation?.name
  const asked = waiting?.organisation?.name
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{member ? w.move : w.title}</h2>
      <p>
        {w.to} <b>{to.name}</b>
      </p>
      {held ? <p className="note">{w.from(held)}</p> : null}
      {asked ? <p className="note">{w.instead(asked)}</p> : null}
      {own ? (
        <label className="field">
          <span>{w.name}</span>
          <small>{w.nameSays}</small>
          <input
            className="input"
            autoComplete="name"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
            aria-describedby="apply-wrong"
          />
        </label>
      ) : (
        <p>
          {w.who} <b>{record.name}</b>
        </p>
      )}
      <label className="field">
        <span>{w.job}</span>
        <small>{w.jobSays}</small>
        <input className="input" maxLength={40} value={job} onChange={(event) => setJob(event.target.value)} />
      </label>
      <label className="join-word">
        <input type="checkbox" checked={word} onChange={(event) => setWord(event.target.checked)} aria-describedby="apply-wrong" />
        <span>{w.word}</span>
      </label>
      <p className="wrong" id="apply-wrong" role="alert">
        {wrong}
      </p>
      <button className="btn main wide" type="submit" disabled={busy}>
        {busy ? w.sending : w.send}
      </button>
    </form>
  )
}
