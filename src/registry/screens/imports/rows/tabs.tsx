/** Which rows are looked at: by what becomes of them, and by kind of fault. */
import { type ReactNode, useState } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { CauseWire, ImportWire, RowsShown } from '../../../imports/import-wire.ts'
import type { Showing } from '../questions.ts'
import { causeTitle, many } from '../wording.ts'

const words = catalogue({
  zh: {
    label: '看哪些行',
    all: (n: string) => `全部 ${n}`,
    odd: (wrong: string, look: string) => `有错 ${wrong}，请看一眼 ${look}`,
    new: (n: string) => `将新增 ${n}`,
    changed: (n: string) => `将更新 ${n}`,
    same: (n: string) => `没有变化 ${n}`,
    newDone: (n: string) => `新增 ${n}`,
    changedDone: (n: string) => `更新 ${n}`,
    here: '直接在格里改，改完立即重查这一行',
    causes: '按错因',
    every: '所有错因',
    others: (n: number) => `还有 ${n} 类`,
  },
  en: {
    label: 'Which rows',
    all: (n) => `All ${n}`,
    odd: (wrong, look) => `Wrong ${wrong}, to look at ${look}`,
    new: (n) => `New ${n}`,
    changed: (n) => `Updates ${n}`,
    same: (n) => `No change ${n}`,
    newDone: (n) => `Added ${n}`,
    changedDone: (n) => `Updated ${n}`,
    here: 'Mend in the cell; the row is checked again at once',
    causes: 'By fault',
    every: 'All faults',
    others: (n) => `${n} more kinds`,
  },
})

interface TabsProps {
  readonly one: ImportWire
  readonly showing: Showing
  readonly onShowing: (showing: Showing) => void
  readonly editable: boolean
}

export function Tabs({ one: { counts, causes, state }, showing, onShowing, editable }: TabsProps) {
  const w = useWords(words)
  const written = state === 'committed'
  const tabs: readonly (readonly [RowsShown, string])[] = [
    ['odd', w.odd(many(counts.wrong), many(counts.look))],
    ['new', (written ? w.newDone : w.new)(many(counts.new))],
    ['changed', (written ? w.changedDone : w.changed)(many(counts.changed))],
    ['same', w.same(many(counts.same))],
    ['all', w.all(many(counts.read))],
  ]
  const odd = showing.show === 'odd'
  return (
    <>
      <nav className="tabs" aria-label={w.label}>
        {tabs.map(([show, says]) => (
          <button
            key={show}
            type="button"
            {...(showing.show === show ? { 'aria-current': 'true' as const } : {})}
            onClick={() => onShowing({ show })}
          >
            {says}
          </button>
        ))}
        {editable ? <span>{w.here}</span> : null}
      </nav>
      {odd && causes.length > 1 ? <Causes causes={causes} showing={showing} onShowing={onShowing} /> : null}
    </>
  )
}

/** So many kinds of faults are named at once; of a bad file there are dozens. */
const few = 6

function Causes({ causes, showing, onShowing }: Pick<TabsProps, 'showing' | 'onShowing'> & { readonly causes: readonly CauseWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [all, setAll] = useState(false)
  const shown = all || causes.length <= few + 1 ? causes : causes.filter((one, at) => at < few || one.cause === showing.cause)
  const chip = (cause: string | undefined, says: ReactNode) => (
    <li key={cause ?? ''}>
      <button type="button" aria-pressed={showing.cause === cause} onClick={() => onShowing({ show: 'odd', cause })}>
        {says}
      </button>
    </li>
  )
  return (
    <ul className="causes" aria-label={w.causes}>
      {chip(undefined, w.every)}
      {shown.map((one) =>
        chip(
          one.cause,
          <>
            {say(causeTitle(one))} <b className={one.severity}>{many(one.rows)}</b>
          </>,
        ),
      )}
      {shown.length < causes.length ? (
        <li>
          <button type="button" className="others" onClick={() => setAll(true)}>
            {w.others(causes.length - shown.length)}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
