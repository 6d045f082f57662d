/** 我的: who I am here, how the phone speaks to me, and the way out. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { post } from '#ui/api.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { type Theme, useTheme } from '#ui/theme.tsx'
import { Choices } from './parts/choices.tsx'
import { Icon } from './parts/icon.tsx'
import { forgetMatters } from './kept.tsx'
import { useMe } from './me.tsx'
import { Frame } from './parts/shell.tsx'
import { type TextSize, useTextSize } from './parts/text-size.tsx'

const words = catalogue({
  zh: {
    title: '我的',
    who: '我是谁',
    at: '单位',
    language: '语言 Language',
    size: '字的大小',
    normal: '标准',
    large: '大',
    huge: '特大',
    theme: '颜色',
    auto: '跟手机走',
    light: '浅色',
    dark: '深色',
    out: '退出登录',
    sign: '登录',
    notYou: '没有登录。求助不用先登录。',
    desk: '去工作台',
    deskSays: '有岗位的人用',
    privacy: '谁能看我的事',
    privacySays: '您的案子只有您、办案的调解员和上级工会看得到；对方看得到的，案子里写着。您补的材料，只有您和调解员看得到。',
    mine: '我的信息',
    mineSays: '谁看过、我同意过什么、下载和更正',
    kept: '这台手机里存着您没交的求助和最近的事；退出登录会清掉最近的事，没交的求助会留着。',
  },
  en: {
    title: 'Me',
    who: 'Who I am',
    at: 'At',
    language: '语言 Language',
    size: 'Text size',
    normal: 'Normal',
    large: 'Large',
    huge: 'Largest',
    theme: 'Colours',
    auto: 'As the phone',
    light: 'Light',
    dark: 'Dark',
    out: 'Sign out',
    sign: 'Sign in',
    notYou: 'Not signed in. Asking for help works without.',
    desk: 'To the desk',
    deskSays: 'For those who hold a post',
    privacy: 'Who sees my matters',
    privacySays:
      'Only you, your mediator and the union above see your case; what the other side sees is written in the case. What you add is seen by you and the mediator alone.',
    mine: 'My information',
    mineSays: 'Who saw it, what I agreed to, download, correct',
    kept: 'This phone keeps a request you have not sent and your latest matters; signing out clears the matters and leaves the request.',
  },
})

const UnionRow = lazy(() => import('./join/union-row.tsx').then(({ UnionRow }) => ({ default: UnionRow })))

export function Mine() {
  const w = useWords(words)
  const me = useMe()
  const { language, setLanguage, say } = useLanguage()
  const { theme, setTheme } = useTheme()
  const { size, setSize } = useTextSize()
  const client = useQueryClient()
  const leave = async () => {
    await post('/api/auth/sign-out', {}).catch(() => undefined)
    await forgetMatters()
    client.clear()
    location.assign('/')
  }
  return (
    <Frame at="mine" title={w.title}>
      <h1 className="vh">{w.title}</h1>
      <section aria-labelledby="who">
        <h2 id="who">{w.who}</h2>
        <div className="card pad stack">
          {me ? (
            <>
              <p>
                <b>{me.name}</b>
              </p>
              <ul className="stack">
                {me.posts.map((held) => (
                  <li key={held.organisation.id + held.role}>
                    {say(held.title)}
                    <br />
                    <span className="small muted">{held.organisation.name}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <>
              <p>{w.notYou}</p>
              <a className="btn main wide" href="/sign-in?to=%2Fme%2Fmine">
                {w.sign}
              </a>
            </>
          )}
        </div>
        {me ? (
          <Suspense>
            <UnionRow />
          </Suspense>
        ) : null}
        {me?.shells.includes('desk') ? (
          <div className="card rows">
            <a className="row" href="/desk">
              <Icon name="doc" />
              <span className="txt">
                {w.desk}
                <small>{w.deskSays}</small>
              </span>
              <Icon name="go" />
            </a>
          </div>
        ) : null}
      </section>
      <Choices
        name="language"
        label={w.language}
        value={language}
        options={
          [
            ['zh', '中文'],
            ['en', 'English'],
          ] as const
        }
        onChange={setLanguage}
      />
      <Choices<TextSize>
        name="size"
        label={w.size}
        value={size}
        options={[
          ['1', w.normal],
          ['1.25', w.large],
          ['1.5', w.huge],
        ]}
        onChange={setSize}
      />
      <Choices<Theme>
        name="theme"
        label={w.theme}
        value={theme}
        options={[
          ['auto', w.auto],
          ['light', w.light],
          ['dark', w.dark],
        ]}
        onChange={setTheme}
      />
      <section aria-labelledby="privacy">
        <h2 id="privacy">{w.privacy}</h2>
        <p>{w.privacySays}</p>
        {me ? (
          <div className="card rows">
            <Link className="row" to="/me/privacy">
              <Icon name="doc" />
              <span className="txt">
                {w.mine}
                <small>{w.mineSays}</small>
              </span>
              <Icon name="go" />
            </Link>
          </div>
        ) : null}
        <p className="small muted">{w.kept}</p>
      </section>
      {me ? (
        <button className="btn wide" type="button" onClick={() => void leave()}>
          {w.out}
        </button>
      ) : null}
    </Frame>
  )
}
