/** The search of the top bar: people, firms, case numbers; the first matches at once, all of them on Enter. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, type RefObject, useDeferredValue, useId, useState } from 'react'
import { casesPage } from '#engine/screens/questions.ts'
import type { CaseRow } from '#engine/wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: {
    label: '搜案件',
    hint: '搜人、企业、案号；拼音首字母也行，如 zs',
    all: (q: string) => `列出“${q}”的全部案件`,
    none: '没有找到',
  },
  en: {
    label: 'Search cases',
    hint: 'People, firms, case numbers; pinyin initials too',
    all: (q) => `List all cases for “${q}”`,
    none: 'Nothing found',
  },
})

export function Find({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const w = useWords(words)
  const list = useId()
  const search = useFinding(field)
  const { typed, shown, at, rows } = search
  return (
    <search className="find" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || search.close()}>
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
        onFocus={search.open}
        onChange={(event) => search.type(event.target.value)}
        onKeyDown={search.onKey}
      />
      <kbd>/</kbd>
      <div id={list} role="listbox" aria-label={w.label} className="found" hidden={!shown}>
        {rows.map((row, index) => (
          <Hit key={row.id} id={`${list}-${index}`} chosen={at === index} choose={() => search.choose(index)}>
            <Row row={row} />
          </Hit>
        ))}
        <Hit id={`${list}-${rows.length}`} chosen={at === rows.length} choose={() => search.choose(rows.length)}>
          {search.answered && rows.length === 0 ? w.none : w.all(typed.trim())}
        </Hit>
      </div>
    </search>
  )
}

/** What is typed, what is found, and which of it the arrows stand on; one after the last stands for all matches. */
function useFinding(field: RefObject<HTMLInputElement | null>) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const q = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['cases', 'find', q],
    queryFn: ({ signal }) => casesPage({ q }, undefined, 6, signal),
    enabled: isOpen && q.length > 0,
  })
  const rows = data?.items ?? []

  function choose(index: number): void {
    const row = rows[index]
    if (row) navigate({ to: '/desk/cases/$caseId', params: { caseId: row.id } })
    else navigate({ to: '/desk/cases', search: { q } })
    leave()
  }
  function leave(): void {
    setOpen(false)
    setAt(-1)
    field.current?.blur()
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
  function type(text: string): void {
    setTyped(text)
    setOpen(true)
    setAt(-1)
  }
  const shown = isOpen && q.length > 0
  return {
    typed,
    shown,
    at,
    rows,
    answered: data !== undefined,
    open: () => setOpen(true),
    close: () => setOpen(false),
    type,
    choose,
    onKey,
  }
}

/** Chosen with the arrows from the field, which keeps the focus; the mouse chooses directly. */
function Hit({
  id,
  chosen,
  choose,
  children,
}: {
  readonly id: string
  readonly chosen: boolean
  readonly choose: () => void
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the field that owns the list
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className="hit"
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      {children}
    </div>
  )
}

function Row({ row }: { readonly row: CaseRow }) {
  const { say } = useLanguage()
  return (
    <>
      <b>{row.subject}</b>
      <span className="faint xs">
        {row.number}　{say(row.stateTitle)}
      </span>
    </>
  )
}
