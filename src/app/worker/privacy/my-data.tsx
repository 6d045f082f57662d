/** 我的数据: everything as a file, a correction asked for, erasure asked for, and what was answered. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnRequestsWire, RequestWire } from '#registry/privacy/requests/requests-wire.ts'
import { get, post, type ProblemBody, ProblemError, withQuery } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { Said } from './said.tsx'

const words = catalogue({
  zh: {
    title: '我的数据',
    says: '工会登记的关于您的全部内容，可以下载带走。',
    page: '下载（网页，可打印）',
    json: '下载（数据文件，给别的系统用）',
    full: '写出完整号码（需在登录后10分钟内）',
    wrong: '有写错的？',
    wrongLabel: '哪里不对，应该是什么',
    send: '交给工会更正',
    erase: '删除我的信息',
    eraseSays:
      '删除后不能恢复：姓名、号码和病情会抹掉，账号随之关闭；法律要求保存的会籍起止等记录只封存、不带姓名。还有职务、会籍或没办完的事时不能删除。',
    eraseAsk: '申请删除',
    eraseSure: '我明白不能恢复，确定申请',
    asked: '我的申请',
    correction: '更正',
    erasure: '删除',
    waiting: '等待答复',
    granted: '已办理',
    refused: '没有同意',
    'taken back': '已收回',
    back: '收回申请',
    answer: '答复',
  },
  en: {
    title: 'My data',
    says: 'Everything the union keeps of you, to download and take along.',
    page: 'Download (a page to print)',
    json: 'Download (data for other programs)',
    full: 'Write out full numbers (within 10 minutes of signing in)',
    wrong: 'Something wrong?',
    wrongLabel: 'What is wrong, and what it should be',
    send: 'Ask for correction',
    erase: 'Erase my information',
    eraseSays:
      'It cannot be undone: name, numbers and illness are wiped and your account closes; what the law wants kept, such as dates of membership, is only stored, without your name. It is refused while you hold a post, are a member, or have an open matter.',
    eraseAsk: 'Ask for erasure',
    eraseSure: 'I know it cannot be undone; ask',
    asked: 'What I asked for',
    correction: 'Correction',
    erasure: 'Erasure',
    waiting: 'waiting for an answer',
    granted: 'done',
    refused: 'refused',
    'taken back': 'taken back',
    back: 'Take it back',
    answer: 'Answer',
  },
})

const key = ['my-requests'] as const

export function MyData() {
  const w = useWords(words)
  const { language } = useLanguage()
  const [full, setFull] = useState(false)
  const file = useMutation({
    mutationFn: (as: 'html' | 'json') => download(withQuery('/api/me/data', { as, language, ...(full && { full: 'yes' }) })),
  })
  return (
    <section aria-labelledby="data">
      <h2 id="data">{w.title}</h2>
      <div className="card pad stack">
        <p>{w.says}</p>
        <label className="choice">
          <input type="checkbox" checked={full} onChange={(event) => setFull(event.target.checked)} />
          <span>{w.full}</span>
        </label>
        <button type="button" className="btn main wide" disabled={file.isPending} onClick={() => file.mutate('html')}>
          {w.page}
        </button>
        <button type="button" className="btn wide" disabled={file.isPending} onClick={() => file.mutate('json')}>
          {w.json}
        </button>
        {file.isError ? <Said error={file.error} /> : null}
      </div>
      <Requests />
      <Correct />
      <Erase />
    </section>
  )
}

/** Fetched first, so that a refusal is read here and not saved as a file. */
async function download(path: string): Promise<void> {
  const answer = await fetch(path, { credentials: 'same-origin' }).catch(() => undefined)
  if (!answer?.ok) {
    const problem = (await answer?.json().catch(() => undefined)) as ProblemBody | undefined
    throw new ProblemError({ title: 'failed', ...problem, status: answer?.status ?? 0 })
  }
  const name = decodeURIComponent(/''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'data')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const useAsk = (path: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => post<RequestWire>(path, body),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: key }), client.invalidateQueries({ queryKey: ['sights'] })]),
  })
}

function Correct() {
  const w = useWords(words)
  const [says, setSays] = useState('')
  const ask = useAsk('/api/me/corrections')
  return (
    <details className="card pad">
      <summary>{w.wrong}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          ask.mutate({ says }, { onSuccess: () => setSays('') })
        }}
      >
        <label className="field">
          <span>{w.wrongLabel}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={1000}
            minLength={4}
            required
            value={says}
            onChange={(event) => setSays(event.target.value)}
          />
        </label>
        <button type="submit" className="btn main" disabled={ask.isPending}>
          {w.send}
        </button>
        {ask.isError ? <Said error={ask.error} /> : null}
      </form>
    </details>
  )
}

function Erase() {
  const w = useWords(words)
  const [sure, setSure] = useState(false)
  const ask = useAsk('/api/me/erasure')
  return (
    <details className="card pad">
      <summary>{w.erase}</summary>
      <div className="stack">
        <p>{w.eraseSays}</p>
        <label className="choice">
          <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
          <span>{w.eraseSure}</span>
        </label>
        <button
          type="button"
          className="btn"
          disabled={!sure || ask.isPending}
          onClick={() => ask.mutate({}, { onSettled: () => setSure(false) })}
        >
          {w.eraseAsk}
        </button>
        {ask.isError ? <Said error={ask.error} /> : null}
      </div>
    </details>
  )
}

function Requests() {
  const w = useWords(words)
  const client = useQueryClient()
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => get<OwnRequestsWire>('/api/me/requests', {}, signal) })
  const back = useMutation({
    mutationFn: (id: string) => post(`/api/me/requests/${id}/take-back`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  if (!list.data || list.data.items.length === 0) return null
  return (
    <>
      <h3>{w.asked}</h3>
      <ul className="card rows">
        {list.data.items.map((item) => (
          <li className="row" key={item.id}>
            <Icon name="doc" />
            <span className="txt">
              <b>
                {w[item.kind]} · {w[item.state]}
              </b>
              {item.says ? <small>{item.says}</small> : null}
              {item.answer ? (
                <small>
                  {w.answer}：{item.answer}
                </small>
              ) : null}
            </span>
            {item.state === 'waiting' ? (
              <button type="button" className="quiet" disabled={back.isPending} onClick={() => back.mutate(item.id)}>
                {w.back}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {back.isError ? <Said error={back.error} /> : null}
    </>
  )
}
