/** What the next higher union decides about a union: its approval, a new term, its end. */
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { unionLaw, unionLawZhejiang } from '#law/acts/union.ts'
import type { OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'
import { todayHere } from '../../people/questions.ts'

const words = catalogue({
  zh: {
    approve: (name: string) => `登记批复：${name}`,
    term: (name: string) => `登记换届：${name}`,
    extend: (name: string) => `登记延期换届：${name}`,
    end: (name: string) => `登记终止：${name}`,
    until: '延到哪一天',
    now: (on: string) => `本届 ${on} 届满。延期一般不超过半年，更长的要写明原因。`,
    sendExtend: '登记延期',
    number: '批复文号',
    numberHint: '照批复上写，例如：白杨工〔2026〕18 号',
    approvedOn: '批复日期',
    years: '这一届几年',
    three: '三年',
    five: '五年',
    beganOn: '这一届从哪天起',
    on: '最后一天',
    why: '为什么终止',
    employerEnded: '企业终止',
    merged: '合并',
    resolved: '会员大会同意撤销',
    closed: '其他',
    reason: '说明',
    sendApprove: '登记，工会成立',
    sendTerm: '登记这一届',
    sendEnd: '登记终止',
  },
  en: {
    approve: (name) => `Record the approval: ${name}`,
    term: (name) => `Record a new term: ${name}`,
    extend: (name) => `Record an extension: ${name}`,
    end: (name) => `Record the end: ${name}`,
    until: 'Extended to',
    now: (on) => `The term ends on ${on}. An extension is generally no longer than half a year; a longer one needs a reason.`,
    sendExtend: 'Record the extension',
    number: 'Number of the approval',
    numberHint: 'As on the paper',
    approvedOn: 'Day of the approval',
    years: 'Years of this term',
    three: 'Three',
    five: 'Five',
    beganOn: 'The term begins on',
    on: 'The last day',
    why: 'Why it ends',
    employerEnded: 'The employer has ended',
    merged: 'Merged',
    resolved: 'Resolved by the members',
    closed: 'Other',
    reason: 'Note',
    sendApprove: 'Record; the union stands',
    sendTerm: 'Record the term',
    sendEnd: 'Record the end',
  },
})

interface Props {
  readonly body: OrganisationRecordWire
  readonly act: 'approve' | 'term' | 'extend' | 'end'
  readonly onClose: () => void
  readonly onDone: () => void
}

const articles = { approve: unionLaw.art(12), term: unionLaw.art(16), extend: unionLawZhejiang.art(10), end: unionLaw.art(13) } as const

export default function UnionSheet(props: Props) {
  const { body, act, onClose } = props
  const w = useWords(words)
  return (
    <Sheet title={w[act](body.shortName)} note={<LawNote law={articles[act]} />} onClose={onClose}>
      {act === 'end' ? <End {...props} /> : act === 'extend' ? <Extension {...props} /> : <Approval {...props} />}
    </Sheet>
  )
}

/** The approval of a new union and that of a new term tell the same: number, day, length, beginning. */
function Approval({ body, act, onClose, onDone }: Props) {
  const w = useWords(words)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string>(todayHere())
  const [years, setYears] = useState('5')
  const [beganOn, setBeganOn] = useState<string>(todayHere())
  const send = () =>
    act === 'approve'
      ? post(`/api/organisations/${body.id}/approval`, { number, on, termYears: Number(years), beganOn })
      : post(`/api/organisations/${body.id}/terms`, { number, approvedOn: on, years: Number(years), beganOn })
  return (
    <ActForm
      says={act === 'approve' ? w.sendApprove : w.sendTerm}
      send={send}
      onDone={onDone}
      onCancel={onClose}
      ready={number.trim() !== '' && on !== '' && beganOn !== ''}
    >
      <Numbered number={number} onNumber={setNumber} on={on} onOn={setOn} path={act === 'approve' ? 'on' : 'approvedOn'} />
      <div className="pair">
        <Labelled label={w.years} path={act === 'approve' ? 'termYears' : 'years'}>
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={years}
              options={[
                { id: '5', name: w.five },
                { id: '3', name: w.three },
              ]}
              onValue={setYears}
            />
          )}
        </Labelled>
        <Labelled label={w.beganOn} path="beganOn">
          {(wiring) => <DayBox label={w.beganOn} value={beganOn} onChange={setBeganOn} invalid={wiring['aria-invalid']} />}
        </Labelled>
      </div>
    </ActForm>
  )
}

interface NumberedProps {
  readonly number: string
  readonly onNumber: (number: string) => void
  readonly on: string
  readonly onOn: (on: string) => void
  readonly path: string
  readonly optional?: boolean
}

export function Numbered({ number, onNumber, on, onOn, path, optional = false }: NumberedProps) {
  const w = useWords(words)
  return (
    <>
      <Labelled label={w.number} path="number" hint={w.numberHint} optional={optional}>
        {(wiring) => <input {...wiring} className="box" maxLength={60} value={number} onChange={(event) => onNumber(event.target.value)} />}
      </Labelled>
      <Labelled label={w.approvedOn} path={path} optional={optional}>
        {(wiring) => <DayBox label={w.approvedOn} value={on} onChange={onOn} invalid={wiring['aria-invalid']} />}
      </Labelled>
    </>
  )
}

function End({ body, onClose, onDone }: Props) {
  const w = useWords(words)
  const [on, setOn] = useState<string>(todayHere())
  const [why, setWhy] = useState('employerEnded')
  const [number, setNumber] = useState('')
  const [approvedOn, setApprovedOn] = useState('')
  const [reason, setReason] = useState('')
  const send = () =>
    post(`/api/organisations/${body.id}/end`, {
      on,
      why,
      ...(number && approvedOn ? { number, approvedOn } : {}),
      reason,
    })
  return (
    <ActForm says={w.sendEnd} send={send} onDone={onDone} onCancel={onClose} ready={on !== '' && reason.trim().length > 1}>
      <Labelled label={w.why} path="why">
        {(wiring) => (
          <Choice
            wiring={wiring}
            value={why}
            options={(['employerEnded', 'merged', 'resolved', 'closed'] as const).map((id) => ({ id, name: w[id] }))}
            onValue={setWhy}
          />
        )}
      </Labelled>
      <Labelled label={w.on} path="on">
        {(wiring) => <DayBox label={w.on} value={on} onChange={setOn} invalid={wiring['aria-invalid']} />}
      </Labelled>
      <Numbered number={number} onNumber={setNumber} on={approvedOn} onOn={setApprovedOn} path="approvedOn" optional />
      <Labelled label={w.reason} path="reason">
        {(wiring) => (
          <textarea {...wiring} className="box" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Labelled>
    </ActForm>
  )
}

function Extension({ body, onClose, onDone }: Props) {
  const w = useWords(words)
  const [until, setUntil] = useState('')
  const [number, setNumber] = useState('')
  const [approvedOn, setApprovedOn] = useState<string>(todayHere())
  const [reason, setReason] = useState('')
  const send = () =>
    post(`/api/organisations/${body.id}/terms/${body.term?.id}/extension`, { until, number, approvedOn, ...(reason ? { reason } : {}) })
  return (
    <ActForm says={w.sendExtend} send={send} onDone={onDone} onCancel={onClose} ready={until !== '' && number.trim() !== ''}>
      <p className="said mild">{w.now(body.term?.extendedUntil ?? body.term?.endsOn ?? '')}</p>
      <Labelled label={w.until} path="until">
        {(wiring) => <DayBox label={w.until} value={until} onChange={setUntil} invalid={wiring['aria-invalid']} />}
      </Labelled>
      <Numbered number={number} onNumber={setNumber} on={approvedOn} onOn={setApprovedOn} path="approvedOn" />
      <Labelled label={w.reason} path="reason" optional>
        {(wiring) => (
          <input {...wiring} className="box" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Labelled>
    </ActForm>
  )
}
