/** The frame of the desk: top bar, rail, the page. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { post } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { MenuButton } from '#ui/controls/menu.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Waiting } from '#ui/pieces/notice.tsx'
import { type Theme, useTheme } from '#ui/theme.tsx'
import { Find } from './find.tsx'
import { KeysHelp, useKeys } from './keys.tsx'
import { type Line, LiveDot, useLive } from './live.tsx'
import { meQuery } from './me.tsx'
import { Rail } from './rail.tsx'

const words = catalogue({
  zh: {
    brand: '和谐引擎',
    skip: '跳到正文',
    menu: '菜单',
    mine: '我的',
    auto: '跟随系统',
    light: '浅色',
    dark: '深色',
    keys: '键盘',
    out: '退出登录',
    worker: '到职工端',
    public: '到公共门户',
  },
  en: {
    brand: 'Hexie',
    skip: 'Skip to the page',
    menu: 'Menu',
    mine: 'Mine',
    auto: 'Theme: system',
    light: 'Theme: light',
    dark: 'Theme: dark',
    keys: 'Keyboard',
    out: 'Sign out',
    worker: 'To the worker’s pages',
    public: 'To the public pages',
  },
})

const ImportTold = lazy(() => import('#registry/screens/imports/told.tsx'))

export function Frame() {
  const { language } = useLanguage()
  const w = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  const { help, setHelp } = useKeys(field)
  const [drawer, setDrawer] = useState(false)
  const line = useLive()
  useFocusOnArrival()
  useLeaving(() => setDrawer(false))
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
      <a className="skip" href="#page">
        {w.skip}
      </a>
      <div className="app">
        <header className="top">
          <button type="button" className="btn icon menu" aria-label={w.menu} onClick={() => setDrawer(true)}>
            <svg width="18" height="14" viewBox="0 0 18 14" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true">
              <path d="M1 1h16M1 7h16M1 13h16" />
            </svg>
          </button>
          <Go className="brand" to="/desk">
            <span className="seal" aria-hidden="true">
              和
            </span>
            <span>{w.brand}</span>
          </Go>
          <Find field={field} />
          <Suspense fallback={<div className="me" />}>
            <Person line={line} onKeys={() => setHelp(true)} />
          </Suspense>
        </header>
        <Rail />
        <main id="page" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {drawer ? (
        <Sheet title={w.brand} shape="drawer left" onClose={() => setDrawer(false)}>
          <Rail />
        </Sheet>
      ) : null}
      {help ? <KeysHelp onClose={() => setHelp(false)} /> : null}
      <Suspense>
        <ImportTold />
      </Suspense>
    </I18nProvider>
  )
}

/** Calls when the page has changed. */
function useLeaving(leave: () => void): void {
  const path = useLocation({ select: (at) => at.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the reason, not a value that is read
  useEffect(leave, [path])
}

/** After a change of page the keyboard and the screen reader stand at the page, not where the old link was. */
function useFocusOnArrival(): void {
  const path = useLocation({ select: (at) => at.pathname })
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the reason to move, not a value that is read
  useEffect(() => {
    if (!first.current && !document.querySelector('[role="dialog"]')) document.getElementById('page')?.focus({ preventScroll: true })
    first.current = false
  }, [path])
}

async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {}).catch(() => undefined)
  location.assign('/sign-in')
}

function Person({ line, onKeys }: { readonly line: Line; readonly onKeys: () => void }) {
  const { data: me } = useSuspenseQuery(meQuery)
  const { language, setLanguage, say } = useLanguage()
  const { theme, setTheme } = useTheme()
  const w = useWords(words)
  const post = me.posts[0]
  const themes: readonly Theme[] = ['auto', 'light', 'dark']
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="me">
      <LiveDot line={line} />
      <button type="button" className="btn txt tongue" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
        {other === 'zh' ? '中文' : 'English'}
      </button>
      <span className="person">
        <b>{me.person.name}</b>
        {post ? (
          <span>
            {post.organisation.name}
            {` · ${say(post.title)}`}
          </span>
        ) : null}
      </span>
      <MenuButton
        label={w.mine}
        className="face"
        choices={[
          ...themes.map((one) => ({ id: one, says: w[one], chosen: theme === one, act: () => setTheme(one) })),
          { id: 'language', says: other === 'zh' ? '中文' : 'English', act: () => setLanguage(other) },
          { id: 'keys', says: w.keys, act: onKeys },
          ...(me.shells.includes('worker') ? [{ id: 'worker', says: w.worker, act: () => location.assign('/me') }] : []),
          { id: 'public', says: w.public, act: () => location.assign('/') },
          { id: 'out', says: w.out, act: signOut },
        ]}
      >
        {me.person.name.slice(0, 1)}
      </MenuButton>
    </div>
  )
}
