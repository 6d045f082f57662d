/** Which day the list answers for, and how many firms were above the designated size on it. */
import { useQuery } from '@tanstack/react-query'
import { isDay } from '#kernel/day.ts'
import { Button } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { having } from '#ui/pieces/table/filters.tsx'
import { todayHere } from '../people/questions.ts'
import { countQuery, type OrganisationSearch } from './questions.ts'

const words = catalogue({
  zh: {
    label: '看哪一天',
    said: (day: string) => `${day}：`,
    today: '今天：',
    designated: (n: string) => `${n} 家规上`,
    of: (n: string) => `，企业共 ${n} 家`,
    within: (name: string) => `（${name}）`,
    back: '回到今天',
    thatDay: '名单、归属和规上状态都是那一天的。',
  },
  en: {
    label: 'As of',
    said: (day) => `${day}: `,
    today: 'Today: ',
    designated: (n) => `${n} designated firms`,
    of: (n) => ` of ${n}`,
    within: (name) => ` (${name})`,
    back: 'Back to today',
    thatDay: 'The list, the places and the designated status are those of that day.',
  },
})

interface Props {
  readonly search: OrganisationSearch
  readonly onSearch: (search: OrganisationSearch) => void
}

export function AsOf({ search, onSearch }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  const today = todayHere()
  const { data } = useQuery(countQuery(search))
  const past = search.on !== undefined && search.on < today
  const many = (n: number) => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
  return (
    <section className={`asof${past ? ' past' : ''}`} aria-label={w.label}>
      <span className="s sub" aria-hidden="true">
        {w.label}
      </span>
      <DayBox
        label={w.label}
        value={search.on ?? today}
        max={today}
        onChange={(on) => {
          // Parts are typed one by one: a year of one digit is on its way to four.
          if (isDay(on) && on >= '1900') onSearch(having(search, 'on', on === today ? undefined : on))
        }}
      />
      <p role="status">
        {data ? (
          <>
            {past ? w.said(data.on) : w.today}
            <b className="fig">{w.designated(many(data.value))}</b>
            <span className="sub">
              {w.of(many(data.of))}
              {data.unit ? w.within(data.unit.name) : ''}
            </span>
          </>
        ) : null}
      </p>
      {past ? (
        <>
          <span className="s sub">{w.thatDay}</span>
          <Button look="txt" onClick={() => onSearch(having(search, 'on', undefined))}>
            {w.back}
          </Button>
        </>
      ) : null}
    </section>
  )
}
