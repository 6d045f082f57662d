/** One person's posts and account: posts ended, an account made, a new password told once, shut and opened. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post, put } from '#ui/api.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { Text } from '#kernel/text.ts'
import type { AccountWire } from '../../accounts/account-wire.ts'
import { AccountState } from './accounts-page.tsx'
import GivePost from './give-post.tsx'

const words = catalogue({
  zh: {
    posts: '岗位',
    until: (day: string) => `到 ${day}`,
    end: '今天结束',
    give: '再授予一个岗位',
    account: '账号',
    username: '用户名',
    password: '初始密码',
    passwordHint: '至少 10 位；请本人登录后改掉',
    make: '开账号',
    reset: '换一个新密码',
    resetSays: '旧密码和所有登录立即失效，双重验证一并清除，需本人重新设置。',
    told: (username: string) => `${username} 的新密码，只显示这一次：`,
    close: '停用账号',
    open: '恢复账号',
    person: '打开人员页',
  },
  en: {
    posts: 'Posts',
    until: (day) => `until ${day}`,
    end: 'End today',
    give: 'Give another post',
    account: 'Account',
    username: 'Username',
    password: 'First password',
    passwordHint: 'At least 10 characters; they change it after signing in',
    make: 'Make the account',
    reset: 'A new password',
    resetSays: 'The old password and every sign-in end at once; the second factor is cleared and set up again by its holder.',
    told: (username) => `The new password of ${username}, shown this once:`,
    close: 'Shut the account',
    open: 'Open it again',
    person: 'Open the person',
  },
})

interface HeldPost {
  readonly id: string
  readonly title: Text
  readonly organisation: { readonly name: string }
  readonly from: string
  readonly to?: string
}

export default function AccountSheet({ account, onClose }: { readonly account: AccountWire; readonly onClose: () => void }) {
  const w = useWords(words)
  const [giving, setGiving] = useState(false)
  if (giving) return <GivePost person={account.person} onClose={onClose} />
  return (
    <Sheet title={account.person.name} note={<AccountState account={account} />} onClose={onClose}>
      <div className="member">
        <h3>{w.posts}</h3>
        <Posts person={account.person.id} />
        <p className="register-acts">
          <Button onClick={() => setGiving(true)}>{w.give}</Button>
          <Go to="/desk/people/$personId" params={{ personId: account.person.id }}>
            {w.person}
          </Go>
        </p>
        <h3>{w.account}</h3>
        {account.username ? <Keep account={account} username={account.username} /> : <Make account={account} />}
      </div>
    </Sheet>
  )
}

function useChange() {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  async function change<T>(work: () => Promise<T>): Promise<T | undefined> {
    setError(undefined)
    setBusy(true)
    try {
      const done = await work()
      await Promise.all([client.invalidateQueries({ queryKey: ['accounts'] }), client.invalidateQueries({ queryKey: ['posts'] })])
      return done
    } catch (problem) {
      setError(problem)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { change, error, busy }
}

function Posts({ person }: { readonly person: string }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { change, error, busy } = useChange()
  const { data } = useQuery({
    queryKey: ['posts', person],
    queryFn: ({ signal }) => get<{ readonly items: readonly HeldPost[] }>('/api/posts', { person, limit: 100 }, signal),
  })
  return (
    <>
      <ul className="team-lines">
        {(data?.items ?? []).map(({ id, title, organisation, from, to }) => (
          <li key={id} className={to ? 'faint' : undefined}>
            <span>
              {organisation.name} {say(title)}
            </span>
            <span className="num sub">{from}</span>
            {to ? (
              <span className="num">{w.until(to)}</span>
            ) : (
              <Button size="sm" look="txt" busy={busy} onClick={() => void change(() => post(`/api/posts/${id}/end`, {}))}>
                {w.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error ? <Trouble error={error} /> : null}
    </>
  )
}

function Make({ account }: { readonly account: AccountWire }) {
  const client = useQueryClient()
  const w = useWords(words)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  async function send(): Promise<void> {
    await post('/api/accounts', { person: account.person.id, username, password })
    await client.invalidateQueries({ queryKey: ['accounts'] })
  }
  return (
    <ActForm says={w.make} send={send} ready={username.length > 1 && password.length > 0}>
      <Labelled label={w.username} path="username">
        {(wiring) => (
          <input {...wiring} className="box" autoComplete="off" value={username} onChange={(event) => setUsername(event.target.value)} />
        )}
      </Labelled>
      <Labelled label={w.password} path="password" hint={w.passwordHint}>
        {(wiring) => (
          <input {...wiring} className="box" autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} />
        )}
      </Labelled>
    </ActForm>
  )
}

function Keep({ account, username }: { readonly account: AccountWire; readonly username: string }) {
  const w = useWords(words)
  const { change, error, busy } = useChange()
  const [told, setTold] = useState<string>()
  const path = `/api/accounts/${account.person.id}`
  async function reset(): Promise<void> {
    const answer = await change(() => post<{ readonly password: string }>(`${path}/password`))
    setTold(answer?.password)
  }
  return (
    <>
      <p>
        {w.username} <b className="num">{username}</b>
      </p>
      {told ? (
        <p className="said" role="status">
          {w.told(username)} <code>{told}</code>
        </p>
      ) : (
        <p className="sub">{w.resetSays}</p>
      )}
      <p className="register-acts">
        <Button busy={busy} onClick={() => void reset()}>
          {w.reset}
        </Button>
        <Button look="txt" busy={busy} onClick={() => void change(() => put(`${path}/closed`, { closed: !account.closed }))}>
          {account.closed ? w.open : w.close}
        </Button>
      </p>
      {error ? <Trouble error={error} /> : null}
    </>
  )
}
