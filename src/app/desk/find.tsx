/** The search of the top bar: people, organisations, cases; the first of each at once, all of one kind below them. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react'
import type { CaseRow } from '#engine/wire.ts'
import { get } from '#ui/api.ts'
import type { Target } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: {
    label: '搜人、组织、案件',
    hint: '搜人、企业、案号；拼音首字母也行，如 zs',
    people: '人员',
    organisations: '组织',
    cases: '案件',
    all: (what: string, n: string) => `全部${what} ${n}`,
    more: (n: string) => `${n} 以上`,
    none: '没有找到。试试姓名前几个字、拼音首字母，或整个证件号、手机号、案号。',
    wait: '正在找…',
    free: '无单位',
  },
  en: {
    label: 'Search people, organisations, cases',
    hint: 'People, firms, case numbers; pinyin initials too',
    people: 'People',
    organisations: 'Organisations',
    cases: 'Cases',
    all: (what, n) => `All ${what.toLowerCase()}, ${n}`,
    more: (n) => `${n} or more`,
    none: 'Nothing found. Try the beginning of a name, pinyin initials, or a whole ID, mobile or case number.',
    wait: 'Looking…',
    free: 'no employer',
  },
})

interface Page<Row> {
  readonly items: readonly Row[]
  readonly total: number
  readonly capped?: boolean
  readonly totalCapped?: boolean
}
interface PersonHit {
  readonly id: string
  readonly name: string
  readonly phone?: string
  readonly firm?: { readonly name: string }
  readonly unit?: { readonly name: string }
}
interface BodyHit {
  readonly id: string
  readonly name: string
  readonly unitName?: string
}
type Kind = 'people' | 'organisations' | 'cases'
interface Hit {
  readonly key: string
  readonly to: Target
  readonly name: string
  readonly beside: string
  /** The last of its kind: leads to the whole list. */
  readonly all?: true
}
interface Group {
  readonly kind: Kind
  readonly hits: readonly Hit[]
}

export function Find({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const w = useWords(words)
  const list = useId()
  const search = useFinding(field)
  const { typed, shown, at, groups, hits } = search
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
        aria-expanded={shown && hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(shown && hits[at] ? { 'aria-activedescendant': `${list}-${hits[at].key}` } : {})}
        placeholder={w.hint}
        value={typed}
        autoComplete="off"
        onFocus={search.open}
        onChange={(event) => search.type(event.target.value)}
        onKeyDown={search.onKey}
      />
      <kbd>/</kbd>
      <div className="found" hidden={!shown}>
        <div id={list} role="listbox" aria-label={w.label}>
          {groups.map(({ kind, hits: these }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options within a list of options
            <div key={kind} role="group" aria-label={w[kind]}>
              <p className="found-head" aria-hidden="true">
                {w[kind]}
              </p>
              {these.map((hit) => (
                <Choice key={hit.key} id={`${list}-${hit.key}`} chosen={hits[at] === hit} choose={() => search.choose(hit)}>
                  {hit.all ? <span>{hit.name}</span> : <b>{hit.name}</b>}
                  <span className="faint xs">{hit.beside}</span>
                </Choice>
              ))}
            </div>
          ))}
        </div>
        <p className="found-none" role="status">
          {hits.length > 0 ? '' : search.answered ? w.none : w.wait}
        </p>
      </div>
    </search>
  )
}

const few = 4

/** One kind of answer, asked for while the field is open. */
const useAnswer = <Row,>(kind: Kind, path: string, q: string, asked: boolean) =>
  useQuery({
    queryKey: [kind, 'find', q],
    queryFn: ({ signal }) => get<Page<Row>>(path, { q, limit: few }, signal),
    enabled: asked,
    retry: false,
  })

function useGroups(q: string, asked: boolean): { readonly groups: readonly Group[]; readonly answered: boolean } {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const people = useAnswer<PersonHit>('people', '/api/persons', q, asked)
  const bodies = useAnswer<BodyHit>('organisations', '/api/organisations', q, asked)
  const cases = useAnswer<CaseRow>('cases', '/api/cases', q, asked)
  const group = <Row,>(kind: Kind, page: Page<Row> | undefined, hit: (row: Row) => Hit): readonly Group[] => {
    if (!page || page.items.length === 0) return []
    const n = page.total.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
    const all: Hit = {
      key: `${kind}-all`,
      to: { to: `/desk/${kind}`, search: { q } },
      name: w.all(w[kind], page.capped || page.totalCapped ? w.more(n) : n),
      beside: '',
      all: true,
    }
    return [{ kind, hits: [...page.items.map(hit), ...(page.total > page.items.length ? [all] : [])] }]
  }
  const beside = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('　')
  const groups = [
    ...group('people', people.data, (row) => ({
      key: row.id,
      to: { to: '/desk/people/$personId', params: { personId: row.id } },
      name: row.name,
      beside: beside(row.firm?.name ?? w.free, row.unit?.name, row.phone),
    })),
    ...group('organisations', bodies.data, (row) => ({
      key: row.id,
      to: { to: '/desk/organisations/$organisationId', params: { organisationId: row.id } },
      name: row.name,
      beside: row.unitName ?? '',
    })),
    ...group('cases', cases.data, (row) => ({
      key: row.id,
      to: { to: '/desk/cases/$caseId', params: { caseId: row.id } },
      name: row.subject,
      beside: beside(row.number, say(row.stateTitle)),
    })),
  ]
  return { groups, answered: !people.isPending && !bodies.isPending && !cases.isPending }
}

/** What is typed, what is found, and which of it the arrows stand on. */
function useFinding(field: RefObject<HTMLInputElement | null>) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 120)
    return () => clearTimeout(timer)
  }, [typed])
  const { groups, answered } = useGroups(q, isOpen && q.length > 0)
  const hits = groups.flatMap((one) => one.hits)

  function choose(hit: Hit): void {
    navigate({ to: hit.to.to, params: hit.to.params ?? {}, search: hit.to.search ?? {} } as never)
    leave()
  }
  function leave(): void {
    setOpen(false)
    setAt(-1)
    field.current?.blur()
  }
  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const last = hits.length - 1
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1)
    else if (event.key === 'Enter' && q === typed.trim() && hits.length > 0) choose(hits[Math.max(at, 0)]!)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
  }
  function type(text: string): void {
    setTyped(text)
    setOpen(true)
    setAt(-1)
  }
  return {
    typed,
    shown: isOpen && q.length > 0,
    at,
    groups,
    hits,
    answered: answered && q === typed.trim(),
    open: () => setOpen(true),
    close: () => setOpen(false),
    type,
    choose,
    onKey,
  }
}

interface ChoiceProps {
  readonly id: string
  readonly chosen: boolean
  readonly choose: () => void
  readonly children: ReactNode
}

/** Chosen with the arrows from the field, which keeps the focus; the mouse chooses directly. */
function Choice({ id, chosen, choose, children }: ChoiceProps) {
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
