/** The frame of every public page: who speaks, where one can go, language, theme, the door. */
import type { ReactNode } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { useTheme } from '#ui/theme.tsx'
import { useSite } from './site.tsx'

const words = catalogue({
  zh: {
    skip: '跳到正文',
    name: '和谐引擎',
    main: '主导航',
    home: '首页',
    help: '求助',
    clock: '期限',
    verify: '验真',
    sign: '登录',
    other: 'EN',
    otherLong: 'English',
    dark: '换深色',
    light: '换浅色',
    host: (who: string) => `${who}主办`,
    hotline: '工会热线 12351',
    access: '读屏、键盘、放大字号都能用',
  },
  en: {
    skip: 'Skip to content',
    name: 'Hexie',
    main: 'Main',
    home: 'Home',
    help: 'Get help',
    clock: 'Time limits',
    verify: 'Verify',
    sign: 'Sign in',
    other: '中文',
    otherLong: '中文',
    dark: 'Dark colours',
    light: 'Light colours',
    host: (who: string) => `Run by ${who}`,
    hotline: 'Union hotline 12351',
    access: 'Works with screen readers, keyboard and large text',
  },
})

export type Place = 'home' | 'clock' | 'verify' | 'sign-in' | 'join'

export function PublicShell({ at, children }: { readonly at: Place; readonly children: ReactNode }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const federation = useSite().federation
  const here = (place: Place) => (place === at ? ('page' as const) : undefined)
  return (
    <div className="public">
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <header className="site">
        <div className="wrap">
          <a className="brand" href="/">
            <span className="mark" aria-hidden="true">
              和
            </span>
            <span>
              {w.name}
              {federation ? (
                <>
                  <br />
                  <small>{say(federation)}</small>
                </>
              ) : null}
            </span>
          </a>
          <nav aria-label={w.main}>
            <ul>
              <li>
                <a href="/" aria-current={here('home')}>
                  {w.home}
                </a>
              </li>
              <li>
                <a href="/me/help">{w.help}</a>
              </li>
              <li>
                <a href="/clock" aria-current={here('clock')}>
                  {w.clock}
                </a>
              </li>
              <li>
                <a href="/verify" aria-current={here('verify')}>
                  {w.verify}
                </a>
              </li>
            </ul>
          </nav>
          <LanguageButton />
          <a className="btn" href="/sign-in" aria-current={here('sign-in')}>
            {w.sign}
          </a>
        </div>
      </header>
      <main className="wrap" id="main">
        {children}
      </main>
      <footer className="site">
        <div className="wrap">
          <p>
            <ThemeButton />
            {[federation && w.host(say(federation)), w.hotline, w.access].filter(Boolean).join('　')}
          </p>
        </div>
      </footer>
    </div>
  )
}

function LanguageButton() {
  const w = useWords(words)
  const { language, setLanguage } = useLanguage()
  return (
    <button
      className="tool"
      type="button"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      aria-label={w.otherLong}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {w.other}
    </button>
  )
}

function ThemeButton() {
  const w = useWords(words)
  const { theme, setTheme } = useTheme()
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <button className="tool theme" type="button" onClick={() => setTheme(dark ? 'light' : 'dark')}>
      {dark ? w.light : w.dark}
    </button>
  )
}
