/** An application that waits for its committee: since when, and what happens next. */
import type { EngagementWire } from '#registry/people/people-wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { daySaid } from './day-said.ts'
import './join.css'

const words = catalogue({
  zh: {
    title: '等待批准',
    sent: (day: string, union: string) => `${day}交给 ${union}`,
    next: '接下来',
    look: '这家工会看您的申请，有不清楚的会打您的手机。',
    done: '批准以后，“我的工会”里写着会籍从哪天起。',
    moved: '批准的前一天，您在原来工会的会籍结束；没批准之前一直有效。',
    back: '改主意了：去加入别的工会，以最后一份申请为准；要撤回，打 12351。',
    mine: '看我的会籍',
  },
  en: {
    title: 'Waiting for approval',
    sent: (day, union) => `Sent to ${union} on ${day}`,
    next: 'What happens next',
    look: 'The union looks at your application and rings you if anything is unclear.',
    done: 'Once approved, “My union” says from which day you are a member.',
    moved: 'Your present membership ends the day before the approval, and holds until then.',
    back: 'Changed your mind? Apply to another union: the last application counts. To withdraw, ring 12351.',
    mine: 'See my membership',
  },
})

interface Props {
  readonly waiting: EngagementWire
  /** Somebody who is a member elsewhere until then. */
  readonly moves: boolean
  /** On the page of my membership itself there is nowhere further to go. */
  readonly here?: boolean
}

export function Waiting({ waiting, moves, here }: Props) {
  const w = useWords(words)
  const { language } = useLanguage()
  return (
    <div className="stack" role="status">
      <h2>{w.title}</h2>
      <p>{w.sent(daySaid(waiting.since, language), waiting.organisation?.name ?? '')}</p>
      <h3>{w.next}</h3>
      <ol className="join-points">
        <li>{w.look}</li>
        <li>{w.done}</li>
        {moves ? <li>{w.moved}</li> : null}
      </ol>
      <p className="small muted">{w.back}</p>
      {here ? null : (
        <a className="btn wide" href="/me/union">
          {w.mine}
        </a>
      )}
    </div>
  )
}
