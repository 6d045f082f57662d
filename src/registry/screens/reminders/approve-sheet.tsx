/** The committee's approval of one application or of many, on a day; those that are refused say why. */
import './reminders.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import type { BatchApprovedWire, WaitingWire } from '../../people/people-wire.ts'
import { todayHere } from '../people/questions.ts'

const words = catalogue({
  zh: {
    one: (name: string) => `批准 ${name} 入会`,
    many: (n: number) => `批准 ${n} 人入会`,
    on: '委员会批准日期',
    says: '批准后从这一天起是会员。',
    moves: (n: number) => `其中 ${n} 人现在是别的工会的会员：那边的会籍到前一天为止，历史留着。`,
    movesOne: '现在是别的工会的会员：那边的会籍到前一天为止，历史留着。',
    to: '申请加入',
    firm: '所在单位',
    none: '无单位',
    phone: '手机',
    job: '工作',
    asked: '申请日期',
    send: '批准',
    done: (n: number) => `已批准 ${n} 人`,
    refused: (n: number) => `${n} 人没有批准`,
    close: '好',
  },
  en: {
    one: (name) => `Approve ${name}`,
    many: (n) => `Approve ${n} applications`,
    on: 'Day of the committee’s approval',
    says: 'They are members from this day.',
    moves: (n) => `${n} of them are members elsewhere: that membership ends the day before and stays in the history.`,
    movesOne: 'Now a member elsewhere: that membership ends the day before and stays in the history.',
    to: 'To join',
    firm: 'Firm',
    none: 'none',
    phone: 'Mobile',
    job: 'Work',
    asked: 'Applied on',
    send: 'Approve',
    done: (n) => `${n} approved`,
    refused: (n) => `${n} not approved`,
    close: 'Close',
  },
})

/** What the server takes in one call. */
const atOnce = 200

interface Props {
  readonly rows: readonly WaitingWire[]
  readonly onClose: () => void
}

export default function ApproveSheet({ rows, onClose }: Props) {
  const w = useWords(words)
  const client = useQueryClient()
  const [on, setOn] = useState<string>(todayHere())
  const [outcome, setOutcome] = useState<BatchApprovedWire>()
  async function send(): Promise<void> {
    const all: BatchApprovedWire = { approved: [], refused: [] }
    for (let from = 0; from < rows.length; from += atOnce) {
      const ids = rows.slice(from, from + atOnce).map(({ id }) => id)
      const part = await post<BatchApprovedWire>('/api/engagements/approve', { ids, on })
      all.approved.push(...part.approved)
      all.refused.push(...part.refused)
    }
    for (const key of ['memberships', 'reminders', 'people', 'person']) void client.invalidateQueries({ queryKey: [key] })
    setOutcome(all)
  }
  const only = rows.length === 1 ? rows[0] : undefined
  const moving = rows.filter(({ transfers }) => transfers).length
  return (
    <Sheet title={only ? w.one(only.person.name) : w.many(rows.length)} onClose={onClose}>
      {outcome ? (
        <Outcome rows={rows} outcome={outcome} onClose={onClose} />
      ) : (
        <ActForm says={w.send} send={send} onCancel={onClose} ready={on !== ''}>
          {only ? <Applicant row={only} /> : <p>{[...new Set(rows.map(({ organisation }) => organisation.name))].join('、')}</p>}
          {moving > 0 ? <p className="s sub">{only ? w.movesOne : w.moves(moving)}</p> : null}
          <Labelled label={w.on} path="on" hint={w.says}>
            {() => <DayBox label={w.on} value={on} onChange={setOn} />}
          </Labelled>
        </ActForm>
      )}
    </Sheet>
  )
}

function Applicant({ row }: { readonly row: WaitingWire }) {
  const w = useWords(words)
  const facts = [
    [w.to, row.organisation.name],
    [w.firm, row.person.firm?.name ?? w.none],
    [w.phone, row.person.phone],
    [w.job, row.job],
    [w.asked, row.asked],
  ] as const
  return (
    <dl className="applicant">
      {facts.map(([title, value]) =>
        value ? (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function Outcome({ rows, outcome, onClose }: Props & { readonly outcome: BatchApprovedWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.person.name ?? ''
  return (
    <div className="actform" role="status">
      <p className="said good">{w.done(outcome.approved.length)}</p>
      {outcome.refused.length > 0 ? (
        <div className="said">
          <p>{w.refused(outcome.refused.length)}</p>
          <ul>
            {outcome.refused.map(({ id, says }) => (
              <li key={id}>
                <b>{nameOf(id)}</b>
                {'　'}
                {say(says)}
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
