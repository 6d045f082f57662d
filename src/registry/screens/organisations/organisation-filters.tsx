/** What narrows the list of organisations; it is the address, so a list can be sent to a colleague. */
import { useCallback } from 'react'
import type { Text } from '#kernel/text.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { FilterBar, having, OneOf, SearchBox } from '#ui/pieces/table/filters.tsx'
import { organisationKinds, sectors, sizes, standings } from '../../organisation.ts'
import type { OrganisationSearch } from './questions.ts'

const words = catalogue({
  zh: {
    q: '找组织',
    hint: '名称、拼音首字母、信用代码',
    kind: '类别',
    sector: '行业',
    size: '规模',
    standing: '状态',
    designated: '规上与否',
    yes: '规上',
    no: '规下',
    union: '建会情况',
    has: '已建会',
    lacks: '未建会',
    also: '连同已终止的',
  },
  en: {
    q: 'Find an organisation',
    hint: 'Name, pinyin initials, credit code',
    kind: 'Kind',
    sector: 'Trade',
    size: 'Size',
    standing: 'Standing',
    designated: 'Designated or not',
    yes: 'Designated',
    no: 'Below the size',
    union: 'Union or none',
    has: 'Has a union',
    lacks: 'No union yet',
    also: 'Ended ones too',
  },
})

interface Props {
  readonly search: OrganisationSearch
  readonly onSearch: (search: OrganisationSearch) => void
}

/** How many chips hold. */
export const narrowing = ({ q: _q, sort: _sort, on: _on, unit: _unit, ...rest }: OrganisationSearch): number => Object.keys(rest).length

export function OrganisationFilters({ search, onSearch }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  const one = (name: keyof OrganisationSearch, label: string, options: readonly { id: string; name: string }[]) => (
    <OneOf label={label} value={search[name]} options={options} onValue={(value) => onSearch(having(search, name, value))} />
  )
  const titled = (titles: Readonly<Record<string, Text>>) => Object.entries(titles).map(([id, title]) => ({ id, name: say(title) }))
  const kept = {
    ...(search.q ? { q: search.q } : {}),
    ...(search.on ? { on: search.on } : {}),
    ...(search.unit ? { unit: search.unit } : {}),
  }
  return (
    <FilterBar
      search={<SearchBox label={w.q} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
      holding={narrowing(search)}
      onClear={() => onSearch(kept)}
    >
      {one('kind', w.kind, titled(organisationKinds))}
      {one('designated', w.designated, [
        { id: 'yes', name: w.yes },
        { id: 'no', name: w.no },
      ])}
      {one('sector', w.sector, titled(sectors))}
      {one('size', w.size, titled(sizes))}
      {one('union', w.union, [
        { id: 'yes', name: w.has },
        { id: 'no', name: w.lacks },
      ])}
      {one('standing', w.standing, [...titled(standings), { id: 'all', name: w.also }])}
    </FilterBar>
  )
}
