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
    sort: '排序',
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
    sort: 'Order',
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

export function CaseFilters({
  search,
  onSearch,
  procedures,
}: {
  readonly search: CaseSearch
  readonly onSearch: (search: CaseSearch) => void
  readonly procedures: readonly ProcedureWire[]
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  const states = procedures.filter((one) => !search.procedure || one.id === search.procedure).flatMap((one) => one.states)
  return (
    <search className="filters" aria-label={w.label}>
      <Typed search={search} onSearch={onSearch} />
      <div className="picks" role="group" aria-label={w.due}>
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
      </div>
      {procedures.length > 1 ? (
        <select
          className="box"
          aria-label={w.procedure}
          value={search.procedure ?? ''}
          onChange={(event) => onSearch(having(having(search, 'state', undefined), 'procedure', event.target.value))}
        >
          <option value="">{w.procedure}</option>
          {procedures.map((one) => (
            <option key={one.id} value={one.id}>
              {say(one.title)}
            </option>
          ))}
        </select>
      ) : null}
      <select
        className="box"
        aria-label={w.state}
        value={search.state ?? ''}
        onChange={(event) => onSearch(having(search, 'state', event.target.value))}
      >
        <option value="">{w.state}</option>
        {states.map((state) => (
          <option key={state.id} value={state.id}>
            {say(state.title)}
          </option>
        ))}
      </select>
      <UnitFilter search={search} onSearch={onSearch} />
      <select
        className="box"
        aria-label={w.sort}
        value={search.sort ?? 'due'}
        onChange={(event) => onSearch(having(search, 'sort', event.target.value === 'due' ? undefined : event.target.value))}
      >
        <option value="due">{w.byDue}</option>
        <option value="opened">{w.byOpened}</option>
      </select>
      {Object.keys(search).length > 0 ? (
        <Button look="txt" onClick={() => onSearch({})}>
          {w.clear}
        </Button>
      ) : null}
    </search>
  )
}

/** For those who see several streets. */
function UnitFilter({ search, onSearch }: { readonly search: CaseSearch; readonly onSearch: (search: CaseSearch) => void }) {
  const w = useWords(words)
  const { data } = useQuery({
    queryKey: ['directory', 'streets'],
    queryFn: ({ signal }) =>
      get<Page<{ readonly id: Id; readonly name: string }>>('/api/organisations', { kind: 'street', limit: 100 }, signal),
    staleTime: 600_000,
    retry: false,
  })
  if (!data || data.items.length < 2) return null
  return (
    <select
      className="box"
      aria-label={w.unit}
      value={search.unit ?? ''}
      onChange={(event) => onSearch(having(search, 'unit', event.target.value))}
    >
      <option value="">{w.unit}</option>
      {data.items.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
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
