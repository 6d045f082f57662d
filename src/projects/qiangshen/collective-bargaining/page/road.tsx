/** The path of a bargaining by dates: where it was, where it is, where the law takes it next. */
import type { Day } from '#kernel/day.ts'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { Station } from './board.ts'
import { dealWords } from './deal/words.tsx'

const words = catalogue({
  zh: {
    label: '协商进程',
    serve: '要约送达',
    answer: '书面答复',
    supplyMaterials: '资料交齐',
    talks: '协商',
    draft: '草案',
    redraft: '再次一致',
    firstVote: '首次表决',
    voteAgain: '重新表决',
    vote: '表决',
    sign: '签字',
    file: '报送',
    takeEffect: '生效',
    publish: '公布',
    failed: '未通过',
    by: (day: string) => `限 ${day}`,
    here: '现在',
  },
  en: {
    label: 'Path of the bargaining',
    serve: 'Served',
    answer: 'Answer',
    supplyMaterials: 'Materials',
    talks: 'Talks',
    draft: 'Draft',
    redraft: 'Agreed anew',
    firstVote: 'First vote',
    voteAgain: 'New vote',
    vote: 'Vote',
    sign: 'Signed',
    file: 'Filed',
    takeEffect: 'In force',
    publish: 'Published',
    failed: 'not carried',
    by: (day) => `by ${day}`,
    here: 'now',
  },
})

const look = { done: 'd', failed: 'x', now: 'n', ahead: 'f' } as const

export function Road({ stations, today }: { readonly stations: readonly Station[]; readonly today: Day }) {
  const w = useWords(words)
  const d = useWords(dealWords)
  const { language } = useLanguage()
  const refused = stations.some(({ standing }) => standing === 'failed')
  const named = ({ id, nth, standing }: Station): string => {
    if (id === 'round') return nth === undefined ? w.talks : d.round(nth)
    if (id !== 'vote') return w[id]
    return !refused ? w.vote : standing === 'failed' && nth === 1 ? w.firstVote : w.voteAgain
  }
  const when = ({ on, due, standing }: Station): string => {
    const day = on ? shortDay(on, language, today) : due ? w.by(shortDay(due.last, language, today)) : standing === 'now' ? w.here : ''
    return standing === 'failed' ? `${day} ${w.failed}` : day
  }
  return (
    <ol className="barg-road" aria-label={w.label}>
      {stations.map((station, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the path only grows at its end
          key={at}
          className={look[station.standing]}
          {...(station.standing === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <b>{named(station)}</b>
          <span>{when(station)}</span>
        </li>
      ))}
    </ol>
  )
}
