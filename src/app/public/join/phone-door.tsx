/** Signing in with a code sent to one's own telephone: a worker who has never been here registers with it. */
import { type FormEvent, useEffect, useState } from 'react'
import { post, ProblemError } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { useSite } from '../site.tsx'

const words = catalogue({
  zh: {
    phone: '手机号',
    send: '发验证码',
    sending: '正在发…',
    again: (n: number) => `${n} 秒后可以重发`,
    code: '验证码',
    codeSays: '6 位数字，已发到您的手机，5 分钟内有效。',
    demoSays: '演示没有短信：验证码打印在运行程序的窗口里。',
    enter: '登录',
    entering: '正在登录…',
    wrongPhone: '请填 11 位手机号，以 1 开头。',
    wrongCode: '请填短信里的 6 位数字。',
    noCodes: '这里还没有开通短信登录。请用账号登录，或到工会窗口登记。',
    account: '我有账号，用密码登录',
  },
  en: {
    phone: 'Mobile number',
    send: 'Send me a code',
    sending: 'Sending…',
    again: (n) => `Again in ${n} s`,
    code: 'Code',
    codeSays: '6 digits, sent to your telephone, good for 5 minutes.',
    demoSays: 'No messages in a demonstration: the code is printed in the window of the program.',
    enter: 'Sign in',
    entering: 'Signing in…',
    wrongPhone: 'Please fill in 11 digits beginning with 1.',
    wrongCode: 'Please fill in the 6 digits of the message.',
    noCodes: 'Codes are not sent here yet. Sign in with an account, or register at the union’s counter.',
    account: 'I have an account with a password',
  },
})

const pause = 60

interface Props {
  /** Where whoever has an account comes back to. */
  readonly back: string
  readonly onIn: () => void
}

export function PhoneDoor({ back, onIn }: Props) {
  const w = useWords(words)
  const { say } = useLanguage()
  const demo = useSite().demo !== undefined
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState<'send' | 'enter'>()
  const [wrong, setWrong] = useState('')
  const [left, wait] = useCountdown()
  const digits = phone.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')

  const attempt = async (what: 'send' | 'enter', act: () => Promise<unknown>) => {
    setBusy(what)
    setWrong('')
    try {
      await act()
    } catch (error) {
      const problem = error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })
      setWrong(problem.status === 404 ? w.noCodes : say(problem.errors[0]?.says ?? problem.says))
    } finally {
      setBusy(undefined)
    }
  }
  const send = () => {
    if (!/^1[3-9]\d{9}$/.test(digits)) return setWrong(w.wrongPhone)
    void attempt('send', async () => {
      await post('/api/auth/phone-number/send-otp', { phoneNumber: digits })
      setSent(true)
      wait(pause)
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!sent) return send()
    if (!/^\d{6}$/.test(code.trim())) return setWrong(w.wrongCode)
    void attempt('enter', async () => {
      await post('/api/auth/phone-number/verify', { phoneNumber: digits, code: code.trim() })
      onIn()
    })
  }
  const faulty = { 'aria-invalid': wrong ? true : undefined, 'aria-describedby': 'door-wrong' } as const
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <label className="field">
        <span>{w.phone}</span>
        <input
          className="input"
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
          {...(sent ? {} : faulty)}
        />
      </label>
      {sent ? (
        <label className="field">
          <span>{w.code}</span>
          <small>{demo ? w.demoSays : w.codeSays}</small>
          <input
            className="input"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            {...faulty}
          />
        </label>
      ) : null}
      <p className="wrong" id="door-wrong" role="alert">
        {wrong}
      </p>
      <button className="btn main wide" type="submit" disabled={busy !== undefined}>
        {sent ? (busy === 'enter' ? w.entering : w.enter) : busy === 'send' ? w.sending : w.send}
      </button>
      {sent ? (
        <button className="btn wide" type="button" disabled={busy !== undefined || left > 0} onClick={send}>
          {left > 0 ? w.again(left) : w.send}
        </button>
      ) : null}
      <p>
        <a className="join-link" href={`/sign-in?to=${encodeURIComponent(back)}`}>
          {w.account}
        </a>
      </p>
    </form>
  )
}

/** Seconds until a code may be asked for again. */
function useCountdown(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}
