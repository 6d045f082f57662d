/** In 我的: the union one is in or has asked to join, and the way there. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { catalogue, useWords } from '#ui/language.tsx'
import { membershipOf, myRecordQuery } from '../../public/join/my-record.ts'
import { Icon } from '../parts/icon.tsx'

const words = catalogue({
  zh: {
    mine: '我的工会',
    join: '加入工会',
    none: '没有固定单位也能入，不收费',
    open: '会籍、入会、转会',
    waiting: (union: string) => `等待批准：${union}`,
  },
  en: {
    mine: 'My union',
    join: 'Join a union',
    none: 'Free, and also without a fixed employer',
    open: 'Membership, joining, moving',
    waiting: (union) => `Waiting for approval: ${union}`,
  },
})

export function UnionRow() {
  const w = useWords(words)
  const { data } = useQuery(myRecordQuery)
  const { member, waiting } = data ? membershipOf(data) : {}
  const asked = waiting?.organisation?.name
  const says = asked ? w.waiting(asked) : (member?.organisation?.name ?? (data ? w.none : w.open))
  return (
    <div className="card rows">
      <Link className="row" to="/me/union">
        <Icon name="people" />
        <span className="txt">
          {data && !member && !waiting ? w.join : w.mine}
          <small>{says}</small>
        </span>
        <Icon name="go" />
      </Link>
    </div>
  )
}
