/** The search of the top bar: people, firms, case numbers; the first matches at once, all of them on Enter. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useDeferredValue, useId, useState } from 'react'
import { casesPage } from '#engine/screens/questions.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: { label: '搜案件', hint: '搜人、企业、案号；拼音首字母也行，如 zs', all: (q: string) => `列出“${q}”的全部案件`, none: '没有找到' },
  en: { label: 'Search cases', hint: 'People, firms, case numbers; pinyin initials too', all: (q) => `List all cases for “${q}”`, none: 'Nothing found' },
})

export function Find({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const navigate = useNavigate()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const q = useDeferredValue(typed.trim())
  const { data } = useQuery({ queryKey: ['cases', 'find', q], queryFn: ({ signal }) => casesPage({ q }, undefined, 6, signal), enabled: open && q.length > 0 })
  const rows = data?.items ?? []
  const shown = open && q.length > 0

  function leave(): void {
    setOpen(false)
    setAt(-1)
    field.current?.blur()
  }
  function choose(index: number): void {
    const row = rows[index]
    if (row) navigate({ to: '/desk/cases/$caseId', params: { caseId: row.id } })
    else navigate({ to: '/desk/cases', search: { q } })
    leave()
  }
  function onKey(event: KeyboardEvent): void {
    const last = rows.length
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1)
    else if (event.key === 'Enter' && q) choose(at < 0 ? last : at)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
  }

  return (
    <div className="find" role="search" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
        <circle cx="6" cy="6" r="4.5" />
        <path d="M9.5 9.5 13 13" />
      </svg>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={w.label}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        {...(shown && at >= 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        placeholder={w.hint}
        value={typed}
        autoComplete="off"
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(-1)
        }}
        onKeyDown={onKey}
      />
      <kbd aria-hidden="true">/</kbd>
      <div id={list} role="listbox" aria-label={w.label} className="found" hidden={!shown}>
        {rows.map((row, index) => (
          <div key={row.id} id={`${list}-${index}`} role="option" tabIndex={-1} aria-selected={at === index} className="hit" onMouseDown={(event) => event.preventDefault()} onClick={() => choose(index)} onKeyDown={onKey}>
            <b>{row.subject}</b>
            <span className="faint xs">
              {row.number}　{say(row.stateTitle)}
            </span>
          </div>
        ))}
        <div id={`${list}-${rows.length}`} role="option" tabIndex={-1} aria-selected={at === rows.length} className="hit" onMouseDown={(event) => event.preventDefault()} onClick={() => choose(rows.length)} onKeyDown={onKey}>
          {data && rows.length === 0 ? w.none : w.all(q)}
        </div>
      </div>
    </div>
  )
}
