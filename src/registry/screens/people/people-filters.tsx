/** What narrows the list of people; it is the address, so a list can be sent to a colleague. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { FilterBar, having, OneOf, SearchBox, Sought } from '#ui/pieces/table/filters.tsx'
import { sectors } from '../../organisation.ts'
import { educations, skills } from '../../people/person-words.ts'
import { askBodies, bodyQuery, type PeopleSearch, unitsQuery } from './questions.ts'

const words = catalogue({
  zh: {
    q: '找人',
    hint: '姓名、拼音首字母、整个身份证号或手机号',
    unit: '街道、联合会',
    firm: '所在单位',
    union: '所在工会',
    sector: '行业',
    skill: '技能等级',
    high: '高级工及以上',
    education: '学历',
    college: '大专及以上',
    standing: '在册与否',
    active: '在册',
    gone: '不在册',
    member: '会员',
    yes: '是会员',
    no: '未入会',
  },
  en: {
    q: 'Find a person',
    hint: 'Name, pinyin initials, a whole ID or mobile number',
    unit: 'Street, federation',
    firm: 'Works at',
    union: 'Union',
    sector: 'Trade',
    skill: 'Skill grade',
    high: 'Senior worker and above',
    education: 'Schooling',
    college: 'College and above',
    standing: 'Standing',
    active: 'Here',
    gone: 'Not here',
    member: 'Membership',
    yes: 'Members',
    no: 'Not members',
  },
})

interface Props {
  readonly search: PeopleSearch
  readonly onSearch: (search: PeopleSearch) => void
}

/** How many conditions hold besides the words that are looked for. */
export const holding = ({ q: _q, sort: _sort, letter: _letter, ...rest }: PeopleSearch): number => Object.keys(rest).length

export function PeopleFilters({ search, onSearch }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const set = (name: keyof PeopleSearch) => (value: string | undefined) => onSearch(having(search, name, value))
  // The letter belongs to the whole list; who looks for a name begins at its first.
  const seek = useCallback((q: string) => onSearch(having(having(search, 'q', q), 'letter', undefined)), [search, onSearch])
  const graded = (titles: readonly { zh: string; en: string }[], from: number, above: string) => [
    {
      id: titles
        .map((_, n) => n + 1)
        .slice(from)
        .join(','),
      name: above,
    },
    ...titles.map((title, n) => ({ id: String(n + 1), name: say(title) })),
  ]
  const one = (name: keyof PeopleSearch, label: string, options: readonly { id: string; name: string }[]) => (
    <OneOf label={label} value={search[name]} options={options} onValue={set(name)} />
  )
  return (
    <FilterBar
      search={<SearchBox label={w.q} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
      holding={holding(search)}
      onClear={() => onSearch(search.q ? { q: search.q } : {})}
    >
      <UnitFilter search={search} onSearch={onSearch} />
      <BodyFilter label={w.firm} name="firm" kinds={['firm', 'platform']} search={search} onSearch={onSearch} />
      {search.union ? (
        <BodyFilter label={w.union} name="union" kinds={['union', 'jointUnion']} search={search} onSearch={onSearch} />
      ) : null}
      {one('member', w.member, [
        { id: 'yes', name: w.yes },
        { id: 'no', name: w.no },
      ])}
      {one('skill', w.skill, graded(skills, 3, w.high))}
      {one(
        'sector',
        w.sector,
        Object.entries(sectors).map(([id, title]) => ({ id, name: say(title) })),
      )}
      {one('education', w.education, graded(educations, 3, w.college))}
      {one('standing', w.standing, [
        { id: 'active', name: w.active },
        { id: 'gone', name: w.gone },
      ])}
    </FilterBar>
  )
}

/** For those who look upon several federations. */
function UnitFilter({ search, onSearch }: Props) {
  const w = useWords(words)
  const { data } = useQuery(unitsQuery())
  const units = data?.items ?? []
  if (units.length < 2 && !search.unit) return null
  return (
    <OneOf
      label={w.unit}
      value={search.unit}
      options={units.map(({ id, shortName }) => ({ id, name: shortName }))}
      onValue={(unit) => onSearch(having(search, 'unit', unit))}
    />
  )
}

function BodyFilter({
  label,
  name,
  kinds,
  search,
  onSearch,
}: Props & { readonly label: string; readonly name: 'firm' | 'union'; readonly kinds: readonly string[] }) {
  const { data } = useQuery(bodyQuery(search[name]))
  return (
    <Sought
      label={label}
      kind={kinds.join()}
      value={search[name]}
      name={data?.name}
      ask={askBodies(...kinds)}
      onValue={(id) => onSearch(having(search, name, id))}
    />
  )
}
