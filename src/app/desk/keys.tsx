/** The keyboard of the desk: `/` search, `g t` Today, `g c` cases, `g m` mediation, `g o` organisations, `g p` people, `?` this help. */
import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useState } from 'react'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: {
    title: '键盘',
    search: '搜索',
    today: '今日',
    cases: '案件',
    clocks: '时限',
    mediation: '调解室',
    organisations: '组织',
    people: '人员',
    rows: '在列表里上下移动',
    open: '打开这一件',
    help: '这一页',
  },
  en: {
    title: 'Keyboard',
    search: 'Search',
    today: 'Today',
    cases: 'Cases',
    clocks: 'Clocks',
    mediation: 'Mediation',
    organisations: 'Organisations',
    people: 'People',
    rows: 'Move up and down a list',
    open: 'Open the row',
    help: 'This page',
  },
})

const places: Readonly<Record<string, string>> = {
  t: '/desk',
  c: '/desk/cases',
  l: '/desk/clocks',
  m: '/desk/mediation',
  o: '/desk/organisations',
  p: '/desk/people',
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Single keys work only outside fields and never with a modifier, so that nothing typed is taken away. */
export function useKeys(field: RefObject<HTMLInputElement | null>): { readonly help: boolean; readonly setHelp: (open: boolean) => void } {
  const navigate = useNavigate()
  const [help, setHelp] = useState(false)
  useEffect(() => {
    let going = false
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) return
      if (going && places[event.key]) navigate({ to: places[event.key]! })
      else if (event.key === '/') field.current?.focus()
      else if (event.key === '?') setHelp(true)
      else {
        going = event.key === 'g'
        return
      }
      going = false
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [field, navigate])
  return { help, setHelp }
}

export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(words)
  const rows: readonly (readonly [string, string])[] = [
    ['/', w.search],
    ['g t', w.today],
    ['g c', w.cases],
    ['g l', w.clocks],
    ['g m', w.mediation],
    ['g o', w.organisations],
    ['g p', w.people],
    ['↑ ↓', w.rows],
    ['Enter', w.open],
    ['?', w.help],
  ]
  return (
    <Sheet title={w.title} shape="card" onClose={onClose}>
      <dl className="kv">
        {rows.map(([key, says]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
