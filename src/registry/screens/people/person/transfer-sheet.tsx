/** The transfer in one step: what is left, where to, from which day, and what will come of it. */
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import type { PersonRecordWire } from '../../../people/people-wire.ts'
import { engagementKinds, type EngagementKind } from '../../../people/person-words.ts'
import { askBodies, todayHere } from '../questions.ts'
import { bodiesFor, type Effect, effectsOf, heldOn } from './transfer.ts'

const words = catalogue({
  zh: {
    title: (name: string) => `${name} 的调动`,
    from: '从哪里调出',
    to: '调到哪里',
    toHint: '输入名称查找；区外单位直接写全称',
    inside: '在册单位，那边接着就有',
    outside: '册里没有这个单位：按调出本区登记',
    on: '从哪天起',
    job: '新岗位',
    will: '办好以后',
    ends: (what: string, where: string, on: string) => `${where} 的${what}到 ${on} 为止`,
    begins: (what: string, where: string, on: string) => `${on} 起，${what}在 ${where}`,
    leaves: (what: string, where: string, on: string) => `${on} 起转往 ${where}，本区不再有这份${what}`,
    stays: (what: string, where: string) => `${where} 的${what}不动`,
    send: '办理调动',
    none: '没有找到，可以直接写全称',
  },
  en: {
    title: (name) => `Transfer ${name}`,
    from: 'From',
    to: 'To',
    toHint: 'Type to find it; a body outside the district in full',
    inside: 'On the register: it continues there at once',
    outside: 'Not on the register: recorded as leaving the district',
    on: 'From which day',
    job: 'New job',
    will: 'What will come of it',
    ends: (what, where, on) => `${what} at ${where} ends on ${on}`,
    begins: (what, where, on) => `From ${on}: ${what.toLowerCase()} at ${where}`,
    leaves: (what, where, on) => `From ${on} with ${where}; no more ${what.toLowerCase()} in this district`,
    stays: (what, where) => `${what} at ${where} stays as it is`,
    send: 'Transfer',
    none: 'Not found; write its full name',
  },
})

interface Props {
  readonly person: PersonRecordWire
  /** The engagement whose button was pressed. */
  readonly from?: string | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

export default function TransferSheet({ person, from: first, onClose, onDone }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const today = todayHere()
  const leaving = heldOn(person.engagements, today).filter((one) => one.mayChange && one.organisation)
  const [from, setFrom] = useState(first ?? leaving[0]?.id ?? '')
  const [to, setTo] = useState<{ readonly name: string; readonly id?: string | undefined }>({ name: '' })
  const [on, setOn] = useState<string>(today)
  const [job, setJob] = useState('')
  const kind = leaving.find((one) => one.id === from)?.kind ?? 'employment'
  const send = () =>
    post(`/api/persons/${person.id}/transfer`, {
      from,
      ...(to.id ? { to: to.id } : { toName: to.name }),
      on,
      ...(job ? { job } : {}),
    })
  const effects = effectsOf(person.engagements, { from, where: to.name.trim(), outside: !to.id, on: on as never })
  return (
    <Sheet title={w.title(person.name)} onClose={onClose}>
      <ActForm says={w.send} send={send} onDone={onDone} onCancel={onClose} ready={to.name.trim() !== '' && on !== ''}>
        <Labelled label={w.from} path="from">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={from}
              options={leaving.map((one) => ({ id: one.id, name: `${say(engagementKinds[one.kind])}：${one.organisation!.name}` }))}
              onValue={setFrom}
            />
          )}
        </Labelled>
        <Whereto kind={kind} to={to} onTo={setTo} />
        <Labelled label={w.on} path="on">
          {(wiring) => (
            <DayBox label={w.on} value={on} onChange={setOn} invalid={wiring['aria-invalid']} describedBy={wiring['aria-describedby']} />
          )}
        </Labelled>
        {kind === 'membership' ? null : (
          <Labelled label={w.job} path="job" optional>
            {(wiring) => <input {...wiring} className="box" maxLength={40} value={job} onChange={(event) => setJob(event.target.value)} />}
          </Labelled>
        )}
        <WillBe effects={effects} />
      </ActForm>
    </Sheet>
  )
}

export function Whereto({
  kind,
  to,
  onTo,
}: {
  readonly kind: EngagementKind
  readonly to: { readonly name: string; readonly id?: string | undefined }
  readonly onTo: (to: { readonly name: string; readonly id?: string | undefined }) => void
}) {
  const w = useWords(words)
  const kinds = bodiesFor[kind]
  return (
    <Labelled label={w.to} path="to" hint={to.name.trim() === '' ? undefined : to.id ? w.inside : w.outside}>
      {(wiring) => (
        <Picker
          id={wiring.id}
          label={w.to}
          name={to.name}
          chosen={to.id}
          free
          invalid={wiring['aria-invalid']}
          describedBy={wiring['aria-describedby']}
          hint={w.toHint}
          none={w.none}
          kind={kinds.join()}
          ask={askBodies(...kinds)}
          onChange={(name, id) => onTo({ name, id })}
        />
      )}
    </Labelled>
  )
}

export function WillBe({ effects }: { readonly effects: readonly Effect[] }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const saying = (effect: Effect): string => {
    const what = say(engagementKinds[effect.kind])
    return effect.what === 'stays' ? w.stays(what, effect.where) : w[effect.what](what, effect.where, shortDay(effect.on, language))
  }
  return (
    <div className="willbe" role="status">
      {effects.length > 0 ? (
        <>
          <h3>{w.will}</h3>
          <ul>
            {effects.map((effect) => (
              <li key={`${effect.what}${effect.where}${effect.kind}`}>{saying(effect)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
