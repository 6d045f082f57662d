/** Several people moved to one place on one day: one after the other, with what became of each. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, type Text, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import type { PersonRecordWire, PersonRowWire } from '../../people/people-wire.ts'
import { todayHere } from './questions.ts'
import { heldOn } from './person/transfer.ts'
import { Whereto } from './person/transfer-sheet.tsx'

const words = catalogue({
  zh: {
    title: (n: number) => `${n} 人一起调动`,
    note: '各人现在的任职到前一天为止，从这天起到新单位；会籍不跟着动。',
    on: '从哪天起',
    send: (n: number) => `调动 ${n} 人`,
    going: (done: number, all: number) => `已办 ${done} / ${all} 人`,
    done: (n: number) => `${n} 人已经调好。`,
    failed: (n: number) => `${n} 人没有调成：`,
    close: '完成',
  },
  en: {
    title: (n) => `Transfer ${n} people`,
    note: 'Each one’s employment of now ends on the eve and goes on at the new place from that day; memberships stay.',
    on: 'From which day',
    send: (n) => `Transfer ${n} people`,
    going: (done, all) => `${done} of ${all} done`,
    done: (n) => `${n} people are transferred.`,
    failed: (n) => `${n} could not be transferred:`,
    close: 'Done',
  },
})

const jobless: Text = { zh: '现在没有可以由您调动的任职', en: 'has no employment that you may transfer' }
const unreached: Text = { zh: '没有办成，请再试一次', en: 'did not work; try again' }

interface Outcome {
  readonly person: PersonRowWire
  /** Undefined when it worked. */
  readonly says: Text | undefined
}

async function moveOne(person: PersonRowWire, body: object, on: string): Promise<Text | undefined> {
  try {
    const record = await get<PersonRecordWire>(`/api/persons/${person.id}`)
    const from = heldOn(record.engagements, on).find((one) => one.kind === 'employment' && one.mayChange)
    if (!from) return jobless
    await post(`/api/persons/${person.id}/transfer`, { ...body, from: from.id, on })
    return undefined
  } catch (problem) {
    return problem instanceof ProblemError ? problem.says : unreached
  }
}

export default function MoveMany({
  people,
  onClose,
  onMoved,
}: {
  readonly people: readonly PersonRowWire[]
  readonly onClose: () => void
  readonly onMoved: () => void
}) {
  const w = useWords(words)
  const client = useQueryClient()
  const [to, setTo] = useState<{ readonly name: string; readonly id?: string | undefined }>({ name: '' })
  const [on, setOn] = useState<string>(todayHere())
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  async function send(): Promise<void> {
    const body = to.id ? { to: to.id } : { toName: to.name }
    for (const person of people) {
      const says = await moveOne(person, body, on)
      setOutcomes((before) => [...before, { person, says }])
    }
    await client.resetQueries({ queryKey: ['people'] })
  }
  const finish = () => {
    onMoved()
    onClose()
  }
  return (
    <Sheet title={w.title(people.length)} note={<p className="s sub">{w.note}</p>} onClose={outcomes.length > 0 ? finish : onClose}>
      {outcomes.length === people.length ? (
        <Outcomes outcomes={outcomes} onClose={finish} />
      ) : (
        <ActForm says={w.send(people.length)} send={send} onCancel={onClose} ready={to.name.trim() !== '' && on !== ''}>
          <Whereto kind="employment" to={to} onTo={setTo} />
          <Labelled label={w.on} path="on">
            {() => <DayBox label={w.on} value={on} onChange={setOn} />}
          </Labelled>
          <p role="status" className="s sub">
            {outcomes.length > 0 ? w.going(outcomes.length, people.length) : ''}
          </p>
        </ActForm>
      )}
    </Sheet>
  )
}

function Outcomes({ outcomes, onClose }: { readonly outcomes: readonly Outcome[]; readonly onClose: () => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const failed = outcomes.filter((one) => one.says)
  return (
    <div className="actform">
      <p className="said good">{w.done(outcomes.length - failed.length)}</p>
      {failed.length > 0 ? (
        <div className="said">
          <p>{w.failed(failed.length)}</p>
          <ul>
            {failed.map(({ person, says }) => (
              <li key={person.id}>
                <b>{person.name}</b>
                {'　'}
                {say(says!)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="actform-foot">
        <Button look="pri" size="lg" onClick={onClose}>
          {w.close}
        </Button>
      </div>
    </div>
  )
}
