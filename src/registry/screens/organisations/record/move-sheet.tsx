/** An organisation moved to another street, trade or park, by an approval and from a day. */
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import type { Day } from '#kernel/day.ts'
import type { OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'
import { todayHere } from '../../people/questions.ts'
import { BodyField } from '../register-sheet.tsx'
import { Numbered } from './union-sheet.tsx'

const words = catalogue({
  zh: {
    title: (name: string) => `调整隶属：${name}`,
    to: '调到哪里',
    toHint: '街道、行业或园区工会',
    on: '从哪天起',
    reason: '说明',
    will: '办好以后',
    from: (day: string, from: string, to: string) => `${day} 起，从 ${from} 转到 ${to}`,
    people: '在这里的职工随它归到那边；过去的日子仍归原处',
    union: '企业自己的工会一同转去',
    send: '调整隶属',
    outside: '没有上级',
  },
  en: {
    title: (name) => `Move ${name}`,
    to: 'To',
    toHint: 'A street, trade or park federation',
    on: 'From which day',
    reason: 'Note',
    will: 'What will come of it',
    from: (day, from, to) => `From ${day}: out of ${from}, into ${to}`,
    people: 'Its people belong there from then; days before stay where they were',
    union: 'The firm’s own union goes along',
    send: 'Move it',
    outside: 'nowhere',
  },
})

interface Props {
  readonly body: OrganisationRecordWire
  readonly onClose: () => void
  readonly onDone: () => void
}

export default function MoveSheet({ body, onClose, onDone }: Props) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [to, setTo] = useState<{ readonly name: string; readonly id: string | undefined }>({ name: '', id: undefined })
  const [on, setOn] = useState<string>(todayHere())
  const [number, setNumber] = useState('')
  const [approvedOn, setApprovedOn] = useState<string>(todayHere())
  const [reason, setReason] = useState('')
  const send = () => post(`/api/organisations/${body.id}/move`, { parent: to.id, number, approvedOn, on, ...(reason ? { reason } : {}) })
  const ready = to.id !== undefined && number.trim() !== '' && on !== '' && approvedOn !== ''
  return (
    <Sheet title={w.title(body.shortName)} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onDone} onCancel={onClose} ready={ready}>
        <BodyField
          label={w.to}
          path="parent"
          hint={w.toHint}
          kinds={['street', 'industry', 'park', 'regional']}
          value={to}
          onValue={setTo}
        />
        <Labelled label={w.on} path="on">
          {(wiring) => <DayBox label={w.on} value={on} onChange={setOn} invalid={wiring['aria-invalid']} />}
        </Labelled>
        <Numbered number={number} onNumber={setNumber} on={approvedOn} onOn={setApprovedOn} path="approvedOn" />
        <Labelled label={w.reason} path="reason" optional>
          {(wiring) => (
            <input {...wiring} className="box" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Labelled>
        <div className="willbe" role="status">
          {to.id && on ? (
            <>
              <h3>{w.will}</h3>
              <ul>
                <li>{w.from(shortDay(on as Day, language), body.above.at(-1)?.name ?? w.outside, to.name)}</li>
                <li>{w.people}</li>
                {body.unions.some((one) => one.how === 'own') ? <li>{w.union}</li> : null}
              </ul>
            </>
          ) : null}
        </div>
      </ActForm>
    </Sheet>
  )
}
