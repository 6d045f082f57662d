/** The firms a member looks after and those to stand back from. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { MemberWire } from '../../teams/team-wire.ts'
import { askBodies } from '../people/questions.ts'
import { assignmentsQuery, recusalsQuery } from './questions.ts'

const words = catalogue({
  zh: {
    firms: '联系的企业',
    none: '还没有指派企业',
    assign: '指派',
    firm: '企业',
    hint: '输入名称查找',
    nothing: '没有找到',
    end: '不再联系',
    until: (day: string) => `到 ${day}`,
    recusals: '回避的企业',
    noRecusals: '没有登记回避',
    recuse: '登记回避',
    lift: '解除',
    why: '与这家企业的关系',
    kin: '近亲属在那里任职或有利益',
    interest: '本人有利害关系',
    formerPost: '曾在那里任职',
    other: '其他',
  },
  en: {
    firms: 'Firms looked after',
    none: 'No firm assigned yet',
    assign: 'Assign',
    firm: 'Firm',
    hint: 'Type to find it',
    nothing: 'Nothing found',
    end: 'No longer',
    until: (day) => `until ${day}`,
    recusals: 'Firms to stand back from',
    noRecusals: 'None on record',
    recuse: 'Record a recusal',
    lift: 'Lift',
    why: 'Tie to the firm',
    kin: 'a close relative works or has an interest there',
    interest: 'an interest of their own',
    formerPost: 'held a post there',
    other: 'other',
  },
})

const whys = ['kin', 'interest', 'formerPost', 'other'] as const

export function MemberFirms({ member }: { readonly member: MemberWire }) {
  const client = useQueryClient()
  const w = useWords(words)
  const { data: firms } = useQuery(assignmentsQuery(member.id))
  const { data: recusals } = useQuery(recusalsQuery(member.person.id))
  const [adding, setAdding] = useState<'firm' | 'recusal'>()
  const [error, setError] = useState<unknown>()
  const changed = () => client.invalidateQueries({ queryKey: ['teams'] })
  async function end(path: string): Promise<void> {
    setError(undefined)
    await post(path, {}).then(changed, setError)
  }
  return (
    <>
      <h3>{w.firms}</h3>
      <Lines
        none={w.none}
        items={(firms?.items ?? []).map(({ id, firm, since, until }) => ({ id, name: firm.name, since, until }))}
        act={w.end}
        onAct={member.mayChange ? (id) => void end(`/api/teams/assignments/${id}/end`) : undefined}
      />
      {adding === 'firm' ? (
        <FirmForm
          says={w.assign}
          onCancel={() => setAdding(undefined)}
          send={async (firm) => void (await post(`/api/teams/members/${member.id}/assignments`, { firm }).then(changed))}
          onDone={() => setAdding(undefined)}
        />
      ) : member.mayChange ? (
        <Button onClick={() => setAdding('firm')}>{w.assign}</Button>
      ) : null}
      {recusals ? (
        <>
          <h3>{w.recusals}</h3>
          <Lines
            none={w.noRecusals}
            items={recusals.items.map(({ id, firm, why, since, until }) => ({ id, name: `${firm.name} · ${w[why]}`, since, until }))}
            act={w.lift}
            onAct={member.mayChange ? (id) => void end(`/api/teams/recusals/${id}/end`) : undefined}
          />
          {adding === 'recusal' ? (
            <FirmForm
              says={w.recuse}
              asksWhy
              onCancel={() => setAdding(undefined)}
              send={async (firm, why) => void (await post('/api/teams/recusals', { person: member.person.id, firm, why }).then(changed))}
              onDone={() => setAdding(undefined)}
            />
          ) : member.mayChange ? (
            <Button onClick={() => setAdding('recusal')}>{w.recuse}</Button>
          ) : null}
        </>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </>
  )
}

interface Line {
  readonly id: string
  readonly name: string
  readonly since: string
  readonly until?: string | undefined
}

function Lines({
  items,
  none,
  act,
  onAct,
}: {
  readonly items: readonly Line[]
  readonly none: string
  readonly act: string
  readonly onAct: ((id: string) => void) | undefined
}) {
  const w = useWords(words)
  if (items.length === 0) return <p className="sub">{none}</p>
  return (
    <ul className="team-lines">
      {items.map(({ id, name, since, until }) => (
        <li key={id} className={until ? 'faint' : undefined}>
          <span>{name}</span>
          <span className="num sub">{since}</span>
          {until ? (
            <span className="num">{w.until(until)}</span>
          ) : onAct ? (
            <Button size="sm" look="txt" aria-label={`${act} ${name}`} onClick={() => onAct(id)}>
              {act}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function FirmForm({
  says,
  asksWhy = false,
  send,
  onDone,
  onCancel,
}: {
  readonly says: string
  readonly asksWhy?: boolean
  readonly send: (firm: string, why: (typeof whys)[number]) => Promise<void>
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const w = useWords(words)
  const [firm, setFirm] = useState<{ name: string; id?: string | undefined }>({ name: '' })
  const [why, setWhy] = useState<(typeof whys)[number]>('kin')
  return (
    <ActForm says={says} send={() => send(firm.id!, why)} onDone={onDone} onCancel={onCancel} ready={firm.id !== undefined}>
      <Labelled label={w.firm} path="firm">
        {({ id }) => (
          <Picker
            id={id}
            label={w.firm}
            name={firm.name}
            chosen={firm.id}
            free={false}
            hint={w.hint}
            none={w.nothing}
            kind="firm"
            ask={askBodies('firm')}
            onChange={(name, found) => setFirm({ name, id: found })}
          />
        )}
      </Labelled>
      {asksWhy ? (
        <Labelled label={w.why} path="why">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={why}
              options={whys.map((id) => ({ id, name: w[id] }))}
              onValue={(id) => setWhy(id as (typeof whys)[number])}
            />
          )}
        </Labelled>
      ) : null}
    </ActForm>
  )
}
