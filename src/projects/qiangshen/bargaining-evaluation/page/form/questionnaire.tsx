/** The questionnaire on a phone: one question after another on one page, without a name. Light enough for an old phone. */
import './questionnaire.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { get, newKey, post, ProblemError } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { FormWire } from '../../desk/wire.ts'

const words = catalogue({
  zh: {
    title: '集体协商问卷',
    workers: '这份给职工答',
    union: '这份给工会干部答',
    management: '这份给经营管理人员答',
    unnamed: '不记名。系统里只有答案，没有谁答的，也没有时间；登录过的人只记“答过了”，好让每人只答一份。',
    still: '一个单位人很少的时候，别人可能猜得到；请放心照实答。',
    yes: '是',
    no: '否',
    s5: '很满意',
    s4: '满意',
    s3: '一般',
    s2: '不满意',
    s1: '很不满意',
    send: '交卷',
    sending: '正在交…',
    left: (n: number) => `还有 ${n} 题没有选`,
    thanks: '收到了，谢谢',
    thanksSays: '答案已经和其他人的放在一起，查不回您。可以关掉这一页了。',
    wait: '正在打开…',
    missing: '这个码不对',
    missingSays: '请再扫一次，或者照着码下面的十个字母数字填地址。',
    closed: '问卷已经结束',
    full: '答卷已经收满',
    fullSays: '请告诉发码的人。',
    done: '您已经答过了',
    doneSays: '每人一份，谢谢。',
    again: '这台手机已经交过一份。如果是另一个人答，点这里。',
    another: '换一个人答',
    lost: '现在连不上，答案还在这一页，请过一会儿再交。',
  },
  en: {
    title: 'Questionnaire on bargaining',
    workers: 'For workers',
    union: 'For union officers',
    management: 'For managers',
    unnamed:
      'No names. The house holds the answers alone, neither whose nor when; of somebody signed in only that they have answered, so that each gives one sheet.',
    still: 'Where very few people are asked, others may guess; please answer as it is.',
    yes: 'Yes',
    no: 'No',
    s5: 'Very satisfied',
    s4: 'Satisfied',
    s3: 'So-so',
    s2: 'Dissatisfied',
    s1: 'Very dissatisfied',
    send: 'Send',
    sending: 'Sending…',
    left: (n) => `${n} questions to go`,
    thanks: 'Received, thank you',
    thanksSays: 'Your answers lie among the others and cannot be led back to you. You may close this page.',
    wait: 'Opening…',
    missing: 'This code is not right',
    missingSays: 'Please scan it again, or type the ten characters below the code.',
    closed: 'The questionnaire is closed',
    full: 'All sheets have been given',
    fullSays: 'Please tell whoever gave you the code.',
    done: 'You have answered',
    doneSays: 'One sheet a person. Thank you.',
    again: 'A sheet was sent from this phone. If somebody else answers, tap here.',
    another: 'Somebody else answers',
    lost: 'No connection now. Your answers are still on this page; please send them again soon.',
  },
})

/** The phone remembers only that a sheet of this code was sent from it. */
const sentFrom = (code: string): boolean => {
  try {
    return localStorage.getItem(`evaluate ${code}`) === 'sent'
  } catch {
    return false
  }
}
const noteSent = (code: string): void => {
  try {
    localStorage.setItem(`evaluate ${code}`, 'sent')
  } catch {
    // A private window keeps nothing.
  }
}

/** The frame is the public shell's; the page is given into it. */
export function Questionnaire() {
  const w = useWords(words)
  const { code = '' } = useParams({ strict: false }) as { readonly code?: string }
  const { data, error, isPending } = useQuery({
    queryKey: ['evaluate', code],
    queryFn: ({ signal }) => get<FormWire>(`/api/evaluation-forms/${encodeURIComponent(code)}`, {}, signal),
    retry: 1,
  })
  const [sent, setSent] = useState(false)
  const [other, setOther] = useState(false)
  if (isPending)
    return (
      <p className="narrow" role="status">
        {w.wait}
      </p>
    )
  if (error || !data) {
    const wrong = error instanceof ProblemError && error.status >= 400 && error.status < 500
    return <Said title={wrong ? w.missing : w.title} says={wrong ? w.missingSays : w.lost} />
  }
  if (sent) return <Said title={w.thanks} says={w.thanksSays} />
  if (!data.open) return <Said title={w.closed} says={data.firm} />
  if (data.answered) return <Said title={w.done} says={w.doneSays} />
  if (data.taken >= data.invited) return <Said title={w.full} says={w.fullSays} />
  if (sentFrom(code) && !other)
    return (
      <section className="card stack narrow">
        <h1>{w.done}</h1>
        <p>{w.again}</p>
        <button className="btn wide" type="button" onClick={() => setOther(true)}>
          {w.another}
        </button>
      </section>
    )
  const done = () => {
    noteSent(code)
    setSent(true)
  }
  return <Sheet code={code} form={data} onSent={done} />
}

const Said = ({ title, says }: { readonly title: string; readonly says: string }) => (
  <section className="card stack narrow" role="status">
    <h1>{title}</h1>
    <p>{says}</p>
  </section>
)

function Sheet({ code, form, onSent }: { readonly code: string; readonly form: FormWire; readonly onSent: () => void }) {
  const w = useWords(words)
  const { say, language } = useLanguage()
  const [answers, setAnswers] = useState<Readonly<Record<string, number>>>({})
  const [key] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const left = form.questions.filter((one) => answers[one.id] === undefined).length
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (left > 0) return setWrong(w.left(left))
    setBusy(true)
    setWrong('')
    try {
      await post(`/api/evaluation-forms/${encodeURIComponent(code)}`, { key, answers })
      onSent()
    } catch (error) {
      setWrong(error instanceof ProblemError && error.status > 0 ? say(error.says) : w.lost)
      setBusy(false)
    }
  }
  return (
    <form className="stack narrow asks" onSubmit={(event) => void submit(event)} noValidate>
      <title>{w.title}</title>
      <section className="card stack">
        <h1>{w.title}</h1>
        <p>
          <b>{form.firm}</b> {form.round}
        </p>
        <p className="note">{w[form.role]}</p>
        <p className="small">{w.unnamed}</p>
        {form.invited < 5 ? <p className="small muted">{w.still}</p> : null}
      </section>
      {form.questions.map((one, at) => (
        <fieldset key={one.id} className="card ask">
          <legend>
            <span className="num">{at + 1}.</span> {language === 'en' ? (one.wordsEn ?? one.words) : one.words}
          </legend>
          {choicesOf(one.measure, w).map(([value, title]) => (
            <label key={value} className="ask-choice">
              <input
                type="radio"
                name={one.id}
                checked={answers[one.id] === value}
                onChange={() => setAnswers({ ...answers, [one.id]: value })}
              />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <button className="btn main wide" type="submit" disabled={busy}>
        {busy ? w.sending : w.send}
      </button>
    </form>
  )
}

type Scale = Readonly<Record<'yes' | 'no' | 's5' | 's4' | 's3' | 's2' | 's1', string>>
const choicesOf = (measure: FormWire['questions'][number]['measure'], w: Scale): readonly (readonly [number, string])[] =>
  measure === 'awareness'
    ? [
        [1, w.yes],
        [0, w.no],
      ]
    : ([5, 4, 3, 2, 1] as const).map((value) => [value, w[`s${value}`]] as const)
