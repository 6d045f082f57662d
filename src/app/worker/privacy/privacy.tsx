/** 我的信息: who saw it, what I agreed to, and all of it as a file, to correct or to have erased. */
import { catalogue, useWords } from '#ui/language.tsx'
import { useMe } from '../me.tsx'
import { Frame } from '../parts/shell.tsx'
import { Consents } from './consents.tsx'
import { MyData } from './my-data.tsx'
import { Sights } from './sights.tsx'

const words = catalogue({
  zh: {
    title: '我的信息',
    says: '工会登记了您的哪些信息、谁看过、您同意过什么，都在这里。',
    sign: '登录，看我的信息',
  },
  en: {
    title: 'My information',
    says: 'What the union keeps of you, who saw it, and what you agreed to.',
    sign: 'Sign in to see my information',
  },
})

export function Privacy() {
  const w = useWords(words)
  const me = useMe()
  return (
    <Frame at="mine" back="/me/mine" title={w.title}>
      <h1>{w.title}</h1>
      <p className="muted">{w.says}</p>
      {me ? (
        <>
          <Sights />
          <Consents />
          <MyData />
        </>
      ) : me === null ? (
        <a className="btn main wide" href="/sign-in?to=%2Fme%2Fprivacy">
          {w.sign}
        </a>
      ) : null}
    </Frame>
  )
}
