/** 工资核对: the firms with skill-grade wages of a month, and the check sheet of one of them. */
import './page/payroll.css'
import '#registry/screens/people/people.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { MonthBox } from '#engine/screens/form/choices.tsx'
import { todayHere } from '#registry/screens/people/questions.ts'
import { get } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { useWords } from '#ui/language.tsx'
import { FilterBar, having, SearchBox } from '#ui/pieces/table/filters.tsx'
import { Firms } from './page/firms.tsx'
import { CheckSheet } from './page/sheet.tsx'
import { words } from './page/words.tsx'
import type { FirmsWire } from './payroll/wire.ts'

interface Search {
  readonly firm?: string
  readonly month?: string
  readonly q?: string
}

export function PayrollCheckAt() {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const w = useWords(words)
  const month = search.month ?? todayHere().slice(0, 7)
  const only = useOnlyFirm(search, month)
  const firm = search.firm ?? only
  const go = (next: Search) => void navigate({ to: '/desk/payroll-check' as never, search: { ...next } as never, replace: true })
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <div>
          <h1 className="big">{w.title}</h1>
          <p className="s sub">{w.lede}</p>
        </div>
        <div className="register-acts">
          <MonthPicker value={month} onChange={(next) => go(having(search, 'month', next))} />
          {search.firm && only === undefined ? <Button onClick={() => go(having(search, 'firm', undefined))}>{w.back}</Button> : null}
        </div>
      </header>
      {firm ? (
        <CheckSheet key={`${firm} ${month}`} firm={firm} month={month} />
      ) : (
        <>
          <FilterBar
            search={<SearchBox label={w.find} hint={w.find} value={search.q ?? ''} onValue={(q) => go(having(search, 'q', q))} />}
            holding={search.q ? 1 : 0}
            onClear={() => go(having(search, 'q', undefined))}
          >
            {null}
          </FilterBar>
          <Firms month={month} q={search.q ?? ''} onFirm={(next) => go({ ...search, firm: next })} />
        </>
      )}
    </div>
  )
}

/** Whoever has one firm, as its representative and its union have, comes to it at once. */
function useOnlyFirm(search: Search, month: string): string | undefined {
  const { data } = useQuery({
    queryKey: ['payroll-check', 'only', month],
    queryFn: ({ signal }) => get<FirmsWire>('/api/skill-award/firms', { month, limit: 2 }, signal),
    enabled: search.q === undefined,
  })
  return data?.total === 1 ? data.items[0]?.id : undefined
}

function MonthPicker({ value, onChange }: { readonly value: string; readonly onChange: (month: string) => void }) {
  const w = useWords(words)
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="s">
        {w.month}
      </label>
      <MonthBox
        id={id}
        value={value}
        onChange={(next) => /^20\d{2}-\d{2}$/.test(next) && onChange(next)}
        onBlur={() => {}}
        invalid={false}
      />
    </>
  )
}
