/** One engagement begun, ended, or a membership approved. */
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import type { EngagementWire, PersonRecordWire } from '../../../people/people-wire.ts'
import { endings, engagementKinds, type EngagementKind } from '../../../people/person-words.ts'
import { askBodies, todayHere } from '../questions.ts'
import { bodiesFor } from './transfer.ts'

const words = catalogue({
  zh: {
    engage: (name: string) => `${name}：加一份任职或会籍`,
    end: (where: string) => `结束：${where}`,
    approve: (where: string) => `批准入会：${where}`,
    kind: '哪一种',
    where: '在哪里',
    whereHint: '输入名称查找',
    none: '没有找到',
    since: '从哪天起',
    job: '岗位',
    approved: '委员会批准的日子',
    approvedHint: '还没批准就空着，批准以后会籍才算',
    last: '最后一天',
    lastHint: '这一天还算',
    how: '怎么结束的',
    approvalNote: '入会自愿；经基层工会委员会批准后会籍生效。',
    send: '登记',
    sendEnd: '结束',
    sendApprove: '批准',
  },
  en: {
    engage: (name) => `${name}: add a job or membership`,
    end: (where) => `End: ${where}`,
    approve: (where) => `Approve the membership: ${where}`,
    kind: 'Which',
    where: 'Where',
    whereHint: 'Type to find it',
    none: 'Nothing found',
    since: 'Since',
    job: 'Job',
    approved: 'Day of the committee’s approval',
    approvedHint: 'Leave empty while it waits; the membership counts from then on',
    last: 'The last day',
    lastHint: 'This day still counts',
    how: 'How it ended',
    approvalNote: 'Joining is voluntary; membership begins with the approval of the union’s committee.',
    send: 'Enter',
    sendEnd: 'End it',
    sendApprove: 'Approve',
  },
})

interface Props {
  readonly person: PersonRecordWire
  readonly act: 'engage' | 'end' | 'approve'
  readonly engagement?: EngagementWire
  readonly onClose: () => void
  readonly onDone: () => void
}

export default function EngagementSheet(props: Props) {
  const { person, act, engagement, onClose } = props
  const w = useWords(words)
  const where = engagement?.organisation?.name ?? ''
  return (
    <Sheet title={act === 'engage' ? w.engage(person.name) : w[act](where)} shape={act === 'engage' ? 'drawer' : 'card'} onClose={onClose}>
      {act === 'engage' ? <Engage {...props} /> : act === 'end' ? <End {...props} /> : <Approve {...props} />}
    </Sheet>
  )
}

function Engage({ person, onClose, onDone }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [kind, setKind] = useState<EngagementKind>('employment')
  const [to, setTo] = useState<{ readonly name: string; readonly id: string | undefined }>({ name: '', id: undefined })
  const [since, setSince] = useState<string>(todayHere())
  const [job, setJob] = useState('')
  const [approvedOn, setApprovedOn] = useState('')
  const send = () =>
    post(`/api/persons/${person.id}/engagements`, {
      organisation: to.id,
      kind,
      since,
      ...(kind === 'membership' ? (approvedOn ? { approvedOn } : {}) : job ? { job } : {}),
    })
  return (
    <ActForm says={w.send} send={send} onDone={onDone} onCancel={onClose} ready={to.id !== undefined && since !== ''}>
      <Labelled label={w.kind} path="kind">
        {(wiring) => (
          <Choice
            wiring={wiring}
            value={kind}
            options={Object.entries(engagementKinds).map(([id, title]) => ({ id, name: say(title) }))}
            onValue={(id) => {
              setKind(id as EngagementKind)
              setTo({ name: '', id: undefined })
            }}
          />
        )}
      </Labelled>
      <Labelled label={w.where} path="organisation">
        {(wiring) => (
          <Picker
            id={wiring.id}
            label={w.where}
            name={to.name}
            chosen={to.id}
            free={false}
            invalid={wiring['aria-invalid']}
            hint={w.whereHint}
            none={w.none}
            kind={bodiesFor[kind].join()}
            ask={askBodies(...bodiesFor[kind])}
            onChange={(name, id) => setTo({ name, id })}
          />
        )}
      </Labelled>
      <Labelled label={w.since} path="since">
        {(wiring) => <DayBox label={w.since} value={since} onChange={setSince} invalid={wiring['aria-invalid']} />}
      </Labelled>
      {kind === 'membership' ? (
        <Labelled label={w.approved} path="approvedOn" hint={w.approvedHint} optional>
          {(wiring) => <DayBox label={w.approved} value={approvedOn} onChange={setApprovedOn} invalid={wiring['aria-invalid']} />}
        </Labelled>
      ) : (
        <Labelled label={w.job} path="job" optional>
          {(wiring) => <input {...wiring} className="box" maxLength={40} value={job} onChange={(event) => setJob(event.target.value)} />}
        </Labelled>
      )}
    </ActForm>
  )
}

function End({ engagement, onClose, onDone }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [on, setOn] = useState<string>(todayHere())
  const [how, setHow] = useState('left')
  const { transferred: _, ...others } = endings
  return (
    <ActForm
      says={w.sendEnd}
      send={() => post(`/api/engagements/${engagement!.id}/end`, { on, how })}
      onDone={onDone}
      onCancel={onClose}
      ready={on !== ''}
    >
      <Labelled label={w.last} path="on" hint={w.lastHint}>
        {(wiring) => (
          <DayBox label={w.last} value={on} onChange={setOn} invalid={wiring['aria-invalid']} describedBy={wiring['aria-describedby']} />
        )}
      </Labelled>
      <Labelled label={w.how} path="how">
        {(wiring) => (
          <Choice
            wiring={wiring}
            value={how}
            options={Object.entries(others).map(([id, title]) => ({ id, name: say(title) }))}
            onValue={setHow}
          />
        )}
      </Labelled>
    </ActForm>
  )
}

function Approve({ engagement, onClose, onDone }: Props) {
  const w = useWords(words)
  const [on, setOn] = useState<string>(todayHere())
  return (
    <ActForm
      says={w.sendApprove}
      send={() => post(`/api/engagements/${engagement!.id}/approve`, { on })}
      onDone={onDone}
      onCancel={onClose}
      ready={on !== ''}
    >
      <p className="said mild">{w.approvalNote}</p>
      <Labelled label={w.approved} path="on">
        {(wiring) => <DayBox label={w.approved} value={on} onChange={setOn} invalid={wiring['aria-invalid']} />}
      </Labelled>
    </ActForm>
  )
}
