/** 谁看过我的信息: the day, the office, which of the data, and why; newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Day } from '#kernel/day.ts'
import type { SightsPageWire, SightWire } from '#registry/privacy/sights/sights-wire.ts'
import { get } from '#ui/api.ts'
import { moment } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { useToday } from '../../public/site.tsx'
import { Said } from './said.tsx'

const words = catalogue({
  zh: {
    title: '谁看过我的信息',
    none: '还没有人看过您的完整号码。今后有人看，会记在这里，删不掉。',
    more: '再看一些',
    wait: '正在打开…',
    why: '理由',
    own: '您本人',
    house: '系统',
    says: '每一次查看完整号码、导出名册、更改登记都会留下记录，任何人都不能改动。',
  },
  en: {
    title: 'Who saw my information',
    none: 'Nobody has looked at your full numbers yet. Whoever does is recorded here and cannot be taken out.',
    more: 'Show more',
    wait: 'Opening…',
    why: 'Reason',
    own: 'Yourself',
    house: 'The system',
    says: 'Every look at a full number, every exported list and every change is recorded; nobody can alter that.',
  },
})

export function Sights() {
  const w = useWords(words)
  const list = useInfiniteQuery({
    queryKey: ['sights'],
    queryFn: ({ pageParam, signal }) => get<SightsPageWire>('/api/me/sights', { limit: 10, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <section aria-labelledby="sights">
      <h2 id="sights">{w.title}</h2>
      <p className="small muted">{w.says}</p>
      {list.isError ? <Said error={list.error} /> : !items ? <p role="status">{w.wait}</p> : null}
      {items?.length === 0 ? <p className="card pad">{w.none}</p> : null}
      {items && items.length > 0 ? (
        <ul className="card rows">
          {items.map((item) => (
            <Sight key={`${item.at}${item.what.zh}`} item={item} />
          ))}
        </ul>
      ) : null}
      {list.hasNextPage ? (
        <button type="button" className="btn wide" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w.more}
        </button>
      ) : null}
    </section>
  )
}

function Sight({ item }: { readonly item: SightWire }) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const today = useToday()
  const office = item.post ? say(item.post) : ''
  return (
    <li className="row">
      <span className="txt">
        <b>{say(item.what)}</b>
        <small>
          {item.own ? w.own : item.body ? `${item.body}${office ? ` · ${office}` : ''}` : w.house}
          {' · '}
          <time dateTime={item.at}>{moment(item.at, today ?? (item.day as Day), language)}</time>
        </small>
        {item.reason ? (
          <small>
            {w.why}
            {language === 'zh' ? '：' : ': '}
            {say(item.reason)}
          </small>
        ) : null}
      </span>
    </li>
  )
}
