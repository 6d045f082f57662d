/** The filters above a table, each a chip that says what it lets through and can be taken off. */
import '../../controls/field.css'
import './filters.css'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../controls/button.tsx'
import { type Found, Picker } from '../../controls/picker.tsx'
import { catalogue, useWords } from '../../language.tsx'

const words = catalogue({
  zh: {
    label: '筛选',
    off: (what: string) => `去掉“${what}”`,
    more: (n: number) => (n ? `筛选（${n}）` : '筛选'),
    clear: '清掉条件',
    none: '没有找到',
  },
  en: {
    label: 'Filters',
    off: (what) => `Take off “${what}”`,
    more: (n) => (n ? `Filters (${n})` : 'Filters'),
    clear: 'Clear',
    none: 'Nothing found',
  },
})

export interface Option {
  readonly id: string
  readonly name: string
}

/** The search with another value for one of its conditions, or without it. */
export function having<S extends object>(search: S, name: keyof S, value: string | undefined): S {
  const { [name]: _, ...rest } = search
  return (value ? { ...rest, [name]: value } : rest) as S
}

/** On a phone the chips lie behind one button, which says how many of them hold. */
export function FilterBar({
  search,
  holding,
  onClear,
  children,
}: {
  readonly search: ReactNode
  readonly holding: number
  readonly onClear: () => void
  readonly children: ReactNode
}) {
  const w = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <search className={`fbar${open ? ' open' : ''}`} aria-label={w.label}>
      {search}
      <button type="button" className="btn fbar-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {w.more(holding)}
      </button>
      <div className="fbar-chips">
        {children}
        {holding > 0 ? (
          <Button look="txt" onClick={onClear}>
            {w.clear}
          </Button>
        ) : null}
      </div>
    </search>
  )
}

/** What is typed goes to the address when the hand rests. */
export function SearchBox({
  label,
  hint,
  value,
  onValue,
}: {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onValue: (value: string) => void
}) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onValue(typed.trim()), 200)
    return () => clearTimeout(timer)
  }, [typed, value, onValue])
  return (
    <input
      className="box"
      type="search"
      aria-label={label}
      placeholder={hint}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

const Off = ({ what, onOff }: { readonly what: string; readonly onOff: () => void }) => (
  <button type="button" className="fchip-off" aria-label={useWords(words).off(what)} onClick={onOff}>
    ×
  </button>
)

/** One of a few; the name of the condition stands in its place while it does not hold. */
export function OneOf({
  label,
  value,
  options,
  onValue,
}: {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly Option[]
  readonly onValue: (value: string | undefined) => void
}) {
  const chosen = options.find((one) => one.id === value)
  return (
    <span className={`fchip${value ? ' on' : ''}`}>
      <select aria-label={label} value={value ?? ''} onChange={(event) => onValue(event.target.value || undefined)}>
        <option value="">{label}</option>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        {value && !chosen ? <option value={value}>{label}</option> : null}
      </select>
      {value ? <Off what={chosen?.name ?? label} onOff={() => onValue(undefined)} /> : null}
    </span>
  )
}

/** One of thousands: looked for by typing; once chosen it is a chip with its name. */
export function Sought({
  label,
  kind,
  value,
  name,
  ask,
  onValue,
}: {
  readonly label: string
  readonly kind: string
  readonly value: string | undefined
  /** The name of the chosen one. */
  readonly name: string | undefined
  readonly ask: (q: string, signal: AbortSignal) => Promise<readonly Found[]>
  readonly onValue: (value: string | undefined) => void
}) {
  const w = useWords(words)
  const [typed, setTyped] = useState('')
  if (value)
    return (
      <span className="fchip on">
        <span>{name ?? label}</span>
        <Off what={name ?? label} onOff={() => onValue(undefined)} />
      </span>
    )
  return (
    <span className="fchip seek">
      <Picker
        id={`seek-${kind}`}
        label={label}
        name={typed}
        free={false}
        hint={label}
        none={w.none}
        kind={kind}
        ask={ask}
        onChange={(text, id) => {
          setTyped(id ? '' : text)
          if (id) onValue(id)
        }}
      />
    </span>
  )
}
