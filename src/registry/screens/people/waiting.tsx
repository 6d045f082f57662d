/** Memberships that wait for their committee: looked through and approved together. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { Waiting as Wait } from '#ui/pieces/notice.tsx'
import type { BatchApprovedWire, WaitingWire } from '../../people/people-wire.ts'
import { todayHere, waitingQuery } from './questions.ts'

const words = catalogue({
  zh: {
    title: '等待批准入会',
    note: '入会自愿；经工会委员会批准后会籍生效。',
    on: '委员会批准的日子',
    send: (n: number) => `批准 ${n} 人`,
    asked: (day: string) => `${day} 申请`,
    transfers: '批准后，原来的会籍到前一天为止',
    done: (n: number) => `已批准 ${n} 人。`,
    refused: (n: number) => `${n} 人没有批准成：`,
    none: '没有人在等。',
  },
  en: {
    title: 'Waiting to be approved',
    note: 'Joining is voluntary; membership begins with the committee’s approval.',
    on: 'Day of the committee’s approval',
    send: (n) => `Approve ${n}`,
    asked: (day) => `asked on ${day}`,
    transfers: 'Approving ends the membership held now, the day before',
    done: (n) => `${n} approved.`,
    refused: (n) => `${n} could not be approved:`,
    none: 'Nobody is waiting.',
  },
})

export default function WaitingSheet({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(words)
  const client = useQueryClient()
  const { data } = useQuery(waitingQuery)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [on, setOn] = useState<string>(todayHere())
  const [outcome, setOutcome] = useState<BatchApprovedWire>()
  const items = data?.items ?? []
  const ids = items.filter((one) => !left.has(one.id)).map((one) => one.id)
  async function send(): Promise<void> {
    setOutcome(await post<BatchApprovedWire>('/api/engagements/approve', { ids, on }))
    await client.resetQueries({ queryKey: ['people'] })
  }
  const flip = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <Sheet title={w.title} note={<p className="s sub">{w.note}</p>} onClose={onClose}>
      {outcome ? <Outcome outcome={outcome} items={items} /> : null}
      {data && items.length === 0 && !outcome ? <p>{w.none}</p> : null}
      {!data ? <Wait /> : null}
      {items.length > 0 ? (
        <ActForm says={w.send(ids.length)} send={send} onCancel={onClose} ready={ids.length > 0 && on !== ''}>
          <ul className="waiters">
            {items.map((one) => (
              <Waiter key={one.id} one={one} chosen={!left.has(one.id)} onFlip={() => flip(one.id)} />
            ))}
          </ul>
          <Labelled label={w.on} path="on">
            {(wiring) => <DayBox label={w.on} value={on} onChange={setOn} invalid={wiring['aria-invalid']} />}
          </Labelled>
        </ActForm>
      ) : null}
    </Sheet>
  )
}

function Waiter({ one, chosen, onFlip }: { readonly one: WaitingWire; readonly chosen: boolean; readonly onFlip: () => void }) {
  const w = useWords(words)
  const beside = [one.organisation.name, one.person.firm?.name, one.person.phone, w.asked(one.asked)].filter(Boolean).join(' · ')
  return (
    <li>
      <label className="tick">
        <input type="checkbox" checked={chosen} onChange={onFlip} />
        <b>{one.person.name}</b>
      </label>
      <p className="xs sub">{beside}</p>
      {one.transfers ? <p className="xs sub">{w.transfers}</p> : null}
    </li>
  )
}

function Outcome({ outcome, items }: { readonly outcome: BatchApprovedWire; readonly items: readonly WaitingWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <div className="actform" role="status">
      <p className="said good">{w.done(outcome.approved.length)}</p>
      {outcome.refused.length > 0 ? (
        <div className="said">
          <p>{w.refused(outcome.refused.length)}</p>
          <ul>
            {outcome.refused.map(({ id, says }) => {
              const person = items.find((one) => one.id === id)?.person
              return (
                <li key={id}>
                  {person ? (
                    <Go to="/desk/people/$personId" params={{ personId: person.id }}>
                      {person.name}
                    </Go>
                  ) : null}{' '}
                  {say(says)}
                </li>
              )
            })}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
