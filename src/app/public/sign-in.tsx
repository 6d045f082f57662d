/** The door: name and password, then back to where the person was going. */
import { type FormEvent, useState } from 'react'
import { get, post, ProblemError } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { PublicShell } from './shell.tsx'
import { useSite } from './site.tsx'

const words = catalogue({
  zh: {
    title: '登录',
    why: '查自己的事、交材料，才要登录。看和算都不用。',
    kept: '您填的求助已存在手机里，登录后接着交。',
    user: '用户名',
    password: '密码',
    go: '登录',
    going: '正在登录…',
    bad: '用户名或密码不对。',
    empty: '请填用户名和密码。',
    fast: '试得太多了，请过几分钟再试。',
    lost: '连不上，请看看网络再试。',
    demo: '演示账号',
    demoSays: (password: string) => `这是演示，点一个就进去。密码都是 ${password}。`,
    show: '显示密码',
  },
  en: {
    title: 'Sign in',
    why: 'Only your own matters need signing in; looking and counting do not.',
    kept: 'What you filled in is kept on this phone; after signing in you go on.',
    user: 'User name',
    password: 'Password',
    go: 'Sign in',
    going: 'Signing in…',
    bad: 'The user name or password is not right.',
    empty: 'Please fill in both.',
    fast: 'Too many tries. Please wait a few minutes.',
    lost: 'Not reached. Please check the network.',
    demo: 'Demonstration accounts',
    demoSays: (password: string) => `This is a demonstration: choose one to go in. The password is always ${password}.`,
    show: 'Show password',
  },
})

/** Only a path of this site: never an address that somebody put into the link. */
const safe = (to: string | null): string | undefined => (to && /^\/(?![/\\])/.test(to) ? to : undefined)

async function homeOf(): Promise<string> {
  const me = await get<{ shells?: readonly string[] }>('/api/me').catch(() => undefined)
  return me?.shells?.includes('desk') ? '/desk' : '/me'
}

export function SignIn() {
  const w = useWords(words)
  const { say } = useLanguage()
  const { demo } = useSite()
  const to = safe(new URLSearchParams(location.search).get('to'))
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(false)

  const enter = async (username: string, password: string) => {
    if (!username || !password) return setWrong(w.empty)
    setBusy(true)
    setWrong('')
    try {
      await post('/api/auth/sign-in/username', { username, password })
      location.assign(to ?? (await homeOf()))
    } catch (error) {
      const status = error instanceof ProblemError ? error.status : 0
      setWrong(status === 429 ? w.fast : status === 0 || status >= 500 ? w.lost : w.bad)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void enter(String(form.get('username')).trim(), String(form.get('password')))
  }

  return (
    <PublicShell at="sign-in">
      <form className="card stack narrow" onSubmit={submit} noValidate>
        <h1>{w.title}</h1>
        <p className="muted">{to?.startsWith('/me/help') ? w.kept : w.why}</p>
        <label className="field">
          {w.user}
          <input
            className="input"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={wrong ? true : undefined}
            aria-describedby="wrong"
          />
        </label>
        <label className="field">
          {w.password}
          <input
            className="input"
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            aria-invalid={wrong ? true : undefined}
            aria-describedby="wrong"
          />
        </label>
        <label className="pick">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> {w.show}
        </label>
        <p className="wrong" id="wrong" role="alert">
          {wrong}
        </p>
        <button className="btn main wide" type="submit" disabled={busy}>
          {busy ? w.going : w.go}
        </button>
      </form>
      {demo ? (
        <section className="card stack narrow" aria-labelledby="demo">
          <h2 id="demo">{w.demo}</h2>
          <p className="muted">{w.demoSays(demo.password)}</p>
          <ul className="rows">
            {demo.accounts.map((account) => (
              <li key={account.username}>
                <button
                  className="btn wide account"
                  type="button"
                  disabled={busy}
                  onClick={() => void enter(account.username, demo.password)}
                >
                  <span>{account.name}</span>
                  <small>{say(account.title)}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PublicShell>
  )
}
