/** The filters of the case list; what they say is the address, so a list can be sent to a colleague. */
import '#ui/controls/field.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { get } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { Page, ProcedureWire } from '../../wire.ts'
import type { CaseSearch } from '../questions.ts'

const words = catalogue({
  zh: {
    label: '筛选',
    q: '人、企业、案号',
    qHint: '人、企业、案号，拼音首字母',
    due: '时限',
    any: '不限',
    overdue: '已逾期',
    today: '今天到期',
    week: '七日内',
    state: '走到哪里',
    procedure: '什么事',
    unit: '哪个街道',

    byDue: '按时限',
    byOpened: '按立案',
    clear: '清掉条件',
  },
  en: {
    label: 'Filters',
    q: 'Person, firm, number',
    qHint: 'Person, firm, number, pinyin initials',
    due: 'Clock',
    any: 'Any',
    overdue: 'Overdue',
    today: 'Due today',
    week: 'Within seven days',
    state: 'Where it stands',
    procedure: 'Kind',
    unit: 'Which street',

    byDue: 'By next date',
    byOpened: 'By opening',
    clear: 'Clear',
  },
})

const dues = ['overdue', 'today', 'week'] as const

/** The search without one of its conditions, or with another value for it. */
function having(search: CaseSearch, name: keyof CaseSearch, value: string | undefined): CaseSearch {
  const { [name]: _, ...rest } = search
  return value ? { ...rest, [name]: value } : rest
}

interface FilterProps {
  readonly search: CaseSearch
  readonly onSearch: (search: CaseSearch) => void
}

export function CaseFilters({ search, onSearch, procedures }: FilterProps & { readonly procedures: readonly ProcedureWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const props = { search, onSearch }
  const states = procedures.filter((one) => !search.procedure || one.id === search.procedure).flatMap((one) => one.states)
  const kinds = procedures.map((one) => ({ id: one.id, name: say(one.title) }))
  return (
    <search className="filters" aria-label={w.label}>
      <Typed {...props} />
      <DueFilter {...props} />
      {kinds.length > 1 ? (
        <OneOf {...props} search={having(search, 'state', undefined)} name="procedure" label={w.procedure} options={kinds} />
      ) : null}
      <OneOf {...props} name="state" label={w.state} options={states.map((state) => ({ id: state.id, name: say(state.title) }))} />
      <UnitFilter {...props} />
      <OneOf {...props} name="sort" label={w.byDue} options={[{ id: 'opened', name: w.byOpened }]} />
      {Object.keys(search).length > 0 ? (
        <Button look="txt" onClick={() => onSearch({})}>
          {w.clear}
        </Button>
      ) : null}
    </search>
  )
}

function DueFilter({ search, onSearch }: FilterProps) {
  const w = useWords(words)
  return (
    <fieldset className="picks" aria-label={w.due}>
      {[undefined, ...dues].map((due) => (
        <button
          key={due ?? 'any'}
          type="button"
          className="pick"
          aria-pressed={search.due === due}
          onClick={() => onSearch(having(search, 'due', due))}
        >
          {due ? w[due] : w.any}
        </button>
      ))}
    </fieldset>
  )
}

interface OneOfProps extends FilterProps {
  readonly name: keyof CaseSearch
  readonly label: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
}

/** One condition of several values; its first line, the name of the condition, is none of them. */
function OneOf({ search, onSearch, name, label, options }: OneOfProps) {
  return (
    <select
      className="box"
      aria-label={label}
      value={search[name] ?? ''}
      onChange={(event) => onSearch(having(search, name, event.target.value))}
    >
      <option value="">{label}</option>
      {options.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
}

/** For those who see several streets. */
function UnitFilter(props: FilterProps) {
  const w = useWords(words)
  const { data } = useQuery({
    queryKey: ['directory', 'streets'],
    queryFn: ({ signal }) =>
      get<Page<{ readonly id: Id; readonly name: string }>>('/api/organisations', { kind: 'street', limit: 100 }, signal),
    staleTime: 600_000,
    retry: false,
  })
  return data && data.items.length > 1 ? <OneOf {...props} name="unit" label={w.unit} options={data.items} /> : null
}

/** What is typed goes to the address when the hand rests. */
function Typed({ search, onSearch }: { readonly search: CaseSearch; readonly onSearch: (search: CaseSearch) => void }) {
  const w = useWords(words)
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => setTyped(search.q ?? ''), [search.q])
  useEffect(() => {
    if (typed.trim() === (search.q ?? '')) return
    const timer = setTimeout(() => onSearch(having(search, 'q', typed.trim())), 250)
    return () => clearTimeout(timer)
  }, [typed, search, onSearch])
  return (
    <input
      className="box"
      type="search"
      aria-label={w.q}
      placeholder={w.qHint}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
