/** A ballot that waits for this delegate's vote, on the phone's first page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ballotsQuery } from '#projects/qiangshen/workers-congress/phone/ballots-query.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { Icon } from './parts/icon.tsx'

const words = catalogue({
  zh: { vote: '请投票', says: '无记名，两下投完' },
  en: { vote: 'Please vote', says: 'Secret, in two taps' },
})

export function BallotsCard() {
  const w = useWords(words)
  const { data } = useQuery(ballotsQuery)
  const open = data?.items.filter((one) => one.state === 'open' && !one.youVoted) ?? []
  return open.map((one) => (
    <section key={one.case + one.ballot} className="card rows" aria-label={w.vote}>
      <Link className="row" to="/me/ballots">
        <Icon name="doc" />
        <span className="txt">
          <b>{w.vote}</b>　{one.title}
          <small>{w.says}</small>
        </span>
        <Icon name="go" />
      </Link>
    </section>
  ))
}
