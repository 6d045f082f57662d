/** A delegate entered, or one's term ended with the reason, perhaps with somebody who takes the seat. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { todayHere } from '#registry/screens/people/questions.ts'
import { newKey, post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { type DelegateWire, type EndReason, endReasons } from '../delegates/delegate-wire.ts'
import { DelegateFields, sentOf, type Typed, untyped } from './delegate-fields.tsx'
import { reasonWords } from './delegate-words.ts'

const words = catalogue({
  zh: {
    add: '登记职工代表',
    send: '登记',
    since: '任期自',
    until: '任期至',
    end: '结束任期',
    on: '最后一天',
    why: '为什么',
    note: '说明',
    replace: '补选一名接替',
    ended: (day: string, why: string) => `任期到 ${day} 结束：${why}`,
  },
  en: {
    add: 'Enter a delegate',
    send: 'Enter',
    since: 'From',
    until: 'Until',
    end: 'End the term',
    on: 'Last day',
    why: 'Why',
    note: 'Remarks',
    replace: 'Somebody was elected in their place',
    ended: (day, why) => `Term ended on ${day}: ${why}`,
  },
})

interface AddProps {
  readonly union: string
  /** The house's day. */
  readonly today: string | undefined
  /** The union's own term. */
  readonly until: string | undefined
  readonly onClose: () => void
}

export function AddDelegate({ union, today, until: end, onClose }: AddProps) {
  const client = useQueryClient()
  const w = useWords(words)
  const [typed, setTyped] = useState<Typed>(untyped)
  const [key] = useState(newKey)
  const [since, setSince] = useState<string>(today ?? todayHere())
  const [until, setUntil] = useState(end ?? '')
  async function send(): Promise<void> {
    await post('/api/congress/delegates', { union, key, since, ...(until ? { until } : {}), ...sentOf(typed) })
    await client.invalidateQueries({ queryKey: ['congress'] })
  }
  return (
    <Sheet title={w.add} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onClose} onCancel={onClose} ready={typed.name.trim() !== '' && since !== ''}>
        <DelegateFields typed={typed} onTyped={setTyped} />
        <div className="pair">
          <Labelled label={w.since} path="since">
            {() => <DayBox label={w.since} value={since} onChange={setSince} />}
          </Labelled>
          <Labelled label={w.until} path="until" optional>
            {() => <DayBox label={w.until} value={until} onChange={setUntil} />}
          </Labelled>
        </div>
      </ActForm>
    </Sheet>
  )
}

interface EndProps {
  readonly delegate: DelegateWire
  readonly today: string | undefined
  readonly mayChange: boolean
  readonly onClose: () => void
}

export function EndDelegate({ delegate, today, mayChange, onClose }: EndProps) {
  const client = useQueryClient()
  const { say } = useLanguage()
  const w = useWords(words)
  const [key] = useState(newKey)
  const [on, setOn] = useState<string>(today ?? todayHere())
  const [why, setWhy] = useState<EndReason>('left')
  const [note, setNote] = useState('')
  const [instead, setInstead] = useState<Typed>()
  async function send(): Promise<void> {
    const replacement = instead ? { replacement: sentOf(instead) } : {}
    await post(`/api/congress/delegates/${delegate.id}/end`, { key, on, why, ...(note.trim() ? { note } : {}), ...replacement })
    await client.invalidateQueries({ queryKey: ['congress'] })
  }
  return (
    <Sheet title={delegate.name} note={delegate.constituency} onClose={onClose}>
      {delegate.endedWhy && delegate.until ? <p>{w.ended(delegate.until, say(reasonWords[delegate.endedWhy]))}</p> : null}
      {mayChange && !delegate.endedWhy ? (
        <ActForm
          says={w.end}
          send={send}
          onDone={onClose}
          onCancel={onClose}
          ready={on !== '' && (instead === undefined || instead.name.trim() !== '')}
        >
          <Labelled label={w.why} path="why">
            {(wiring) => (
              <Choice
                wiring={wiring}
                value={why}
                options={endReasons.map((id) => ({ id, name: say(reasonWords[id]) }))}
                onValue={(id) => setWhy(id as EndReason)}
              />
            )}
          </Labelled>
          {why === 'corrected' ? null : (
            <Labelled label={w.on} path="on">
              {() => <DayBox label={w.on} value={on} onChange={setOn} />}
            </Labelled>
          )}
          <Labelled label={w.note} path="note" optional>
            {(wiring) => (
              <input {...wiring} className="box" maxLength={400} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Labelled>
          <label className="tick">
            <input
              type="checkbox"
              checked={instead !== undefined}
              onChange={(event) => setInstead(event.target.checked ? { ...untyped, constituency: delegate.constituency ?? '' } : undefined)}
            />{' '}
            {w.replace}
          </label>
          {instead ? <DelegateFields typed={instead} onTyped={setInstead} /> : null}
        </ActForm>
      ) : null}
    </Sheet>
  )
}
