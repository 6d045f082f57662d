/** 投票: the workers' congress on the phone, in the phone's frame. */
import { Ballots } from '#projects/qiangshen/workers-congress/phone/ballots.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { useMe } from './me.tsx'
import { Frame } from './parts/shell.tsx'

const words = catalogue({
  zh: { title: '投票', sign: '登录后投票', signSays: '只有登记到会的职工代表能投票。' },
  en: { title: 'Ballots', sign: 'Sign in to vote', signSays: 'Only delegates registered as present may vote.' },
})

export function BallotsAt() {
  const w = useWords(words)
  const me = useMe()
  return (
    <Frame at="affairs" back="/me" title={w.title}>
      <h1>{w.title}</h1>
      {me === null ? (
        <section>
          <a className="btn main wide" href="/sign-in?to=%2Fme%2Fballots">
            {w.sign}
          </a>
          <p className="small muted">{w.signSays}</p>
        </section>
      ) : (
        <Ballots />
      )}
    </Frame>
  )
}
