/** On the first page of the phone: the newest of what skill adds to the wage, and the way to all of it. Nothing for who has no union and nothing due. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { yuan } from '#kernel/money.ts'
import { useWords } from '#ui/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { cardWords } from './card-words.ts'
import { mineQuery } from './mine.ts'

export function SkillCard() {
  const w = useWords(cardWords)
  const { data } = useQuery(mineQuery)
  const [first] = data?.items.filter((one) => one.standing !== 'ended') ?? []
  if (!data || (!first && !data.report)) return null
  return (
    <div className="card rows">
      <Link className="row" to={'/me/skill' as never}>
        <Icon name="book" />
        <span className="txt">
          {w.card}
          <small>
            {first ? (first.monthly ? w.monthly(first.since.slice(0, 7), yuan(first.fen)) : w.once(yuan(first.fen))) : w.cardNone}
          </small>
        </span>
        <Icon name="go" />
      </Link>
    </div>
  )
}
