/** What narrows the list of contracts; it is the address, so a list can be sent to a colleague. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useId, useState } from 'react'
import { type Text, text } from '#kernel/text.ts'
import { type ClauseUnit, type MeaningId, meaningIds, meaningOf } from '#law/clauses/clause.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { FilterBar, having, OneOf, SearchBox } from '#ui/pieces/table/filters.tsx'
import { contractKinds, contractLevels } from '../../contracts/contract.ts'
import { todayHere, unitsQuery } from '../people/questions.ts'
import type { ContractSearch } from './questions.ts'

const words = catalogue({
  zh: {
    q: '找合同',
    hint: '名称、编号、企业、条款文字',
    kind: '类型',
    level: '层级',
    form: '合同或纪要',
    contract: '集体合同',
    minutes: '会议纪要',
    unit: '归属',
    signedIn: '签订年份',
    year: (year: string) => `${year} 年签订`,
    expiring: '是否快期满',
    soon: '90 日内期满',
    meaning: '条款',
    least: '不低于',
    most: '不高于',
  },
  en: {
    q: 'Find a contract',
    hint: 'Title, number, firm, words of a clause',
    kind: 'Kind',
    level: 'Level',
    form: 'Contract or minutes',
    contract: 'Contracts',
    minutes: 'Signed minutes',
    unit: 'Unit',
    signedIn: 'Year of signing',
    year: (year) => `signed in ${year}`,
    expiring: 'Ending soon or not',
    soon: 'Ends within 90 days',
    meaning: 'Clause',
    least: 'at least',
    most: 'at most',
  },
})

const unitTitles: Readonly<Record<ClauseUnit, Text>> = {
  fenPerMonth: text('元/月', 'yuan a month'),
  fenPerDay: text('元/天', 'yuan a day'),
  fenPerShift: text('元/班', 'yuan a shift'),
  fenPerYear: text('元/年', 'yuan a year'),
  fenOnce: text('元', 'yuan'),
  basisPoints: text('%', '%'),
  tenthsOfHourPerWeek: text('小时/周', 'hours a week'),
  days: text('天', 'days'),
  times: text('次/年', 'times a year'),
  words: text('', ''),
}

interface Props {
  readonly search: ContractSearch
  readonly onSearch: (search: ContractSearch) => void
}

/** How many chips hold. */
export const narrowing = ({ q: _q, on: _on, least: _least, most: _most, ...rest }: ContractSearch): number => Object.keys(rest).length

export function ContractFilters({ search, onSearch }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { data: units } = useQuery(unitsQuery())
  const seek = useCallback((q: string) => onSearch(having(search, 'q', q)), [search, onSearch])
  const one = (name: keyof ContractSearch, label: string, options: readonly { id: string; name: string }[]) => (
    <OneOf label={label} value={search[name]} options={options} onValue={(value) => onSearch(having(search, name, value))} />
  )
  const titled = (titles: Readonly<Record<string, Text>>) => Object.entries(titles).map(([id, title]) => ({ id, name: say(title) }))
  const thisYear = Number(todayHere().slice(0, 4))
  const years = Array.from({ length: 6 }, (_, n) => String(thisYear - n))
  const kept = { ...(search.q ? { q: search.q } : {}), ...(search.on ? { on: search.on } : {}) }
  const { least: _least, most: _most, ...without } = search
  return (
    <FilterBar
      search={<SearchBox label={w.q} hint={w.hint} value={search.q ?? ''} onValue={seek} />}
      holding={narrowing(search)}
      onClear={() => onSearch(kept)}
    >
      {one('kind', w.kind, titled(contractKinds))}
      {one('level', w.level, titled(contractLevels))}
      {one('form', w.form, [
        { id: 'contract', name: w.contract },
        { id: 'minutes', name: w.minutes },
      ])}
      {one(
        'unit',
        w.unit,
        (units?.items ?? []).map(({ id, shortName }) => ({ id, name: shortName })),
      )}
      {one(
        'signedIn',
        w.signedIn,
        years.map((id) => ({ id, name: w.year(id) })),
      )}
      {one('expiring', w.expiring, [{ id: 'yes', name: w.soon }])}
      <OneOf
        label={w.meaning}
        value={search.meaning}
        options={meaningIds.map((id) => ({ id, name: say(meaningOf(id).title) }))}
        onValue={(value) => onSearch(having(without, 'meaning', value))}
      />
      {search.meaning && meaningOf(search.meaning as MeaningId).unit !== 'words'
        ? (['least', 'most'] as const).map((name) => (
            <Bound
              key={`${search.meaning}${name}`}
              label={w[name]}
              unit={say(unitTitles[meaningOf(search.meaning as MeaningId).unit])}
              value={search[name] ?? ''}
              onValue={(value) => onSearch(having(search, name, value))}
            />
          ))
        : null}
    </FilterBar>
  )
}

/** A figure in the unit of the clause; it holds when the field is left. */
function Bound({
  label,
  unit,
  value,
  onValue,
}: {
  readonly label: string
  readonly unit: string
  readonly value: string
  readonly onValue: (value: string | undefined) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  const holds = () => onValue(/^\d{1,8}(\.\d{1,2})?$/.test(typed.trim()) ? typed.trim() : undefined)
  return (
    <span className={`fchip bound${value ? ' on' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="num"
        inputMode="decimal"
        autoComplete="off"
        size={6}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={holds}
        onKeyDown={(event) => {
          if (event.key === 'Enter') holds()
        }}
      />
      <span className="sub">{unit}</span>
    </span>
  )
}
