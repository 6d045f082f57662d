/** Faults of one kind, mended together: all kept, all left empty, or all given the same value. */
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { CauseWire, FieldWire, ImportWire, RowWire } from '../../../imports/import-wire.ts'
import { causeTitle, many } from '../wording.ts'
import type { Mend } from './rows.tsx'

const words = catalogue({
  zh: {
    title: '同类的一起改',
    note: '一次改好同一类的所有行，每一行都会重查。改过的行还可以一行一行改回去。',
    rows: (n: string) => `${n} 行`,
    look: '看这些行',
    keep: '都照写',
    empty: '都留空写入',
    accept: '都按建议改',
    all: '都改成',
    put: '改',
    value: (field: string) => `${field}都改成`,
    done: '都改好了。',
  },
  en: {
    title: 'Mend like faults together',
    note: 'All rows of a kind are mended at once and each is checked again. They can be undone one by one.',
    rows: (n) => `${n} rows`,
    look: 'Show them',
    keep: 'Keep all as they are',
    empty: 'Leave all empty',
    accept: 'Take all suggestions',
    all: 'Make them all',
    put: 'Change',
    value: (field) => `${field} for all of them`,
    done: 'All are mended.',
  },
})

interface Props {
  readonly one: ImportWire
  readonly known: readonly RowWire[]
  readonly mend: Mend
  readonly onShow: (cause: string) => void
  readonly onClose: () => void
}

export default function AlikeSheet({ one, known, mend, onShow, onClose }: Props) {
  const w = useWords(words)
  const list = useRef<HTMLUListElement>(null)
  return (
    <Sheet title={w.title} note={<p className="s sub">{w.note}</p>} onClose={onClose}>
      {one.causes.length === 0 ? <p>{w.done}</p> : null}
      <ul ref={list} className="alike" tabIndex={-1}>
        {one.causes.map((cause) => (
          <Alike
            key={cause.cause}
            cause={cause}
            field={one.fields.find(({ field }) => field === cause.field)}
            suggested={suggestionsOf(known, cause.cause)}
            mend={mend}
            // The button that was pressed goes with its kind; the keyboard must not fall out of the dialog.
            onDone={() => list.current?.focus()}
            onShow={() => onShow(cause.cause)}
          />
        ))}
      </ul>
    </Sheet>
  )
}

const suggestionsOf = (rows: readonly RowWire[], cause: string): readonly string[] =>
  rows.flatMap(({ problems }) => problems.filter((one) => one.cause === cause).flatMap(({ suggestion }) => suggestion?.value ?? []))

/** Numbers belong to one person each: the same for several would be wrong for all but one. */
const ofOne = new Set(['name', 'idNumber', 'phone', 'creditCode', 'plate', 'birth'])

interface AlikeProps {
  readonly cause: CauseWire
  readonly field: FieldWire | undefined
  /** What the house proposes for those of them that are at hand; an empty one is 留空写入. */
  readonly suggested: readonly string[]
  readonly mend: Mend
  readonly onDone: () => void
  readonly onShow: () => void
}

function Alike({ cause, field, suggested, mend, onDone, onShow }: AlikeProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [value, setValue] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const act = (work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    work()
      .then(onDone, setError)
      .finally(() => setBusy(false))
  }
  const put = (event: FormEvent) => {
    event.preventDefault()
    act(() => mend.fix({ cause: cause.cause, value: value.trim() }))
  }
  const wiring = { className: 'box', 'aria-label': w.value(field ? say(field.title) : ''), value }
  return (
    <li aria-busy={busy}>
      <h3>
        <span className={cause.severity}>{say(causeTitle(cause))}</span>
        <small>
          {field ? `${say(field.title)} · ` : ''}
          {w.rows(many(cause.rows))}
        </small>
      </h3>
      <div className="alike-acts">
        <Button size="sm" onClick={onShow}>
          {w.look}
        </Button>
        {suggested.some((value) => value !== '') ? (
          <Button size="sm" disabled={busy} onClick={() => act(() => mend.fix({ cause: cause.cause, accept: true }))}>
            {w.accept}
          </Button>
        ) : null}
        {cause.severity === 'look' ? (
          <Button size="sm" disabled={busy} onClick={() => act(() => mend.fix({ cause: cause.cause, keep: true }))}>
            {w.keep}
          </Button>
        ) : null}
        {suggested.includes('') ? (
          <Button size="sm" disabled={busy} onClick={() => act(() => mend.fix({ cause: cause.cause, value: '' }))}>
            {w.empty}
          </Button>
        ) : null}
      </div>
      {field && !ofOne.has(field.field) ? (
        <form className="with" onSubmit={put}>
          <span>{w.all}</span>
          {field.choices ? (
            <select {...wiring} onChange={(event) => setValue(event.target.value)}>
              <option value="" />
              {field.choices.map((choice) => (
                <option key={choice.zh} value={choice.zh}>
                  {say(choice)}
                </option>
              ))}
            </select>
          ) : (
            <input {...wiring} maxLength={120} onChange={(event) => setValue(event.target.value)} />
          )}
          <Button type="submit" size="sm" disabled={busy || value.trim() === ''}>
            {w.put}
          </Button>
        </form>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </li>
  )
}
