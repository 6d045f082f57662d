/** Whether a paper is genuine: the code under its QR square, answered by the register of papers. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { get, ProblemError } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Icon } from '../worker/parts/icon.tsx'
import { DayWords } from './day-words.tsx'
import { PublicShell } from './shell.tsx'

interface Verdict {
  readonly genuine: boolean
  readonly title?: Text
  readonly number?: string
  readonly issuer?: string
  readonly on?: Day
  readonly hash?: string
}

const words = catalogue({
  zh: {
    title: '验一份文书的真假',
    how: '扫文书上的方码就到这里；也可以照着方码旁边的验真码填。',
    code: '验真码',
    go: '查',
    asking: '正在查…',
    yes: '是真的',
    yesSays: '下面几项要和您手里的纸对得上。',
    no: '查不到',
    noSays: '没有这份文书。请照着纸上再填一次；还是查不到，不要相信它，打 12351。',
    lost: '现在查不了，请过一会儿再试。',
    paper: '文书',
    number: '文号',
    issuer: '谁发的',
    on: '哪天发的',
    hash: '指纹',
    hashSays: '文件内容的 SHA-256，改一个字就会变。',
    private: '为保护当事人，这里不显示内容和姓名。',
  },
  en: {
    title: 'Is a paper genuine?',
    how: 'Scan the square code on the paper, or type the code printed beside it.',
    code: 'Code',
    go: 'Check',
    asking: 'Checking…',
    yes: 'Genuine',
    yesSays: 'These must agree with the paper in your hand.',
    no: 'Not found',
    noSays: 'There is no such paper. Type the code again; if it is still not found, do not trust it and ring 12351.',
    lost: 'This cannot be checked now. Please try again soon.',
    paper: 'Paper',
    number: 'Number',
    issuer: 'Issued by',
    on: 'Issued on',
    hash: 'Fingerprint',
    hashSays: 'SHA-256 of the file; one changed character changes it.',
    private: 'To protect the parties, contents and names are not shown here.',
  },
})

export function Verify() {
  const w = useWords(words)
  const { code } = useParams({ strict: false }) as { readonly code?: string }
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) void navigate({ to: `/verify/${encodeURIComponent(typed.trim())}` })
  }
  return (
    <PublicShell at="verify">
      <form className="card stack narrow" onSubmit={submit}>
        <h1>{w.title}</h1>
        <p className="muted">{w.how}</p>
        <label className="field">
          {w.code}
          <input
            className="input"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoCapitalize="none"
            spellCheck={false}
          />
        </label>
        <button className="btn main wide" type="submit">
          {w.go}
        </button>
      </form>
      {code ? <Result code={code} /> : null}
    </PublicShell>
  )
}

function Result({ code }: { readonly code: string }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const { data, error, isPending } = useQuery({
    queryKey: ['verify', code],
    queryFn: () => get<Verdict>(`/api/verify/${encodeURIComponent(code)}`),
  })
  if (isPending)
    return (
      <p className="narrow" role="status">
        {w.asking}
      </p>
    )
  const missing = error instanceof ProblemError && error.status >= 400 && error.status < 500
  if (error && !missing)
    return (
      <p className="note bad narrow" role="alert">
        {w.lost}
      </p>
    )
  if (!data?.genuine)
    return (
      <section className="card stack narrow" role="alert">
        <h2 className="late">{w.no}</h2>
        <p>{w.noSays}</p>
      </section>
    )
  return (
    <section className="card stack narrow" role="status">
      <h2 className="good seal">
        <Icon name="seal" />
        {w.yes}
      </h2>
      <p>{w.yesSays}</p>
      <dl className="facts">
        {data.title ? (
          <div>
            <dt>{w.paper}</dt>
            <dd>
              <b>{say(data.title)}</b>
            </dd>
          </div>
        ) : null}
        {data.number ? (
          <div>
            <dt>{w.number}</dt>
            <dd>{data.number}</dd>
          </div>
        ) : null}
        {data.issuer ? (
          <div>
            <dt>{w.issuer}</dt>
            <dd>{data.issuer}</dd>
          </div>
        ) : null}
        {data.on ? (
          <div>
            <dt>{w.on}</dt>
            <dd>
              <DayWords day={data.on} year />
            </dd>
          </div>
        ) : null}
        {data.hash ? (
          <div>
            <dt>{w.hash}</dt>
            <dd>
              <code>{data.hash}</code>
              <br />
              <span className="small muted">{w.hashSays}</span>
            </dd>
          </div>
        ) : null}
      </dl>
      <p className="small muted">{w.private}</p>
    </section>
  )
}
