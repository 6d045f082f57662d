/** The phone's frame: who, or the way back, at the top; five tabs under the thumb. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { catalogue, useWords } from '#ui/language.tsx'
import { Icon, type IconName } from './icon.tsx'

const words = catalogue({
  zh: {
    skip: '跳到正文',
    main: '主导航',
    back: '返回',
    call: '打 12351',
    home: '首页',
    affairs: '办事',
    learn: '学习',
    stations: '驿站',
    mine: '我的',
    name: '和谐引擎',
  },
  en: {
    skip: 'Skip to content',
    main: 'Main',
    back: 'Back',
    call: 'Ring 12351',
    home: 'Home',
    affairs: 'Matters',
    learn: 'Learn',
    stations: 'Stations',
    mine: 'Me',
    name: 'Hexie',
  },
})

export type Tab = 'home' | 'affairs' | 'learn' | 'stations' | 'mine'

const tabs: readonly (readonly [Tab, string, IconName])[] = [
  ['home', '/me', 'home'],
  ['affairs', '/me/cases', 'doc'],
  ['learn', '/me/learn', 'book'],
  ['stations', '/me/stations', 'cup'],
  ['mine', '/me/mine', 'me'],
]

interface Props {
  readonly at: Tab | 'help' | 'case'
  /** Where 返回 goes; without it the bar greets. */
  readonly back?: string
  readonly title?: string
  readonly children: ReactNode
}

export function Frame({ at, back, title, children }: Props) {
  const w = useWords(words)
  const here: Tab = at === 'help' || at === 'case' ? 'affairs' : at
  return (
    <div className="worker">
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <header className="bar">
        {back ? (
          <>
            <Link className="back" to={back}>
              <Icon name="back" />
              {w.back}
            </Link>
            <span className="fill" />
          </>
        ) : (
          <>
            <span className="mark" aria-hidden="true">
              和
            </span>
            <span className="name">{title ?? w.name}</span>
          </>
        )}
        <a className="tool" href="tel:12351">
          <Icon name="phone" />
          {w.call}
        </a>
      </header>
      <main id="main">{children}</main>
      <nav className="tabs" aria-label={w.main}>
        <ul>
          {tabs.map(([tab, to, icon]) => (
            <li key={tab}>
              <Link to={to} activeOptions={{ exact: true }} activeProps={{}} aria-current={tab === here ? 'page' : undefined}>
                <Icon name={icon} />
                {w[tab]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
