/** One member: card, training and term, the firms looked after, the firms to stand back from; changed, renewed, ended. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, patch, post } from '#ui/api.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { teams } from '../../teams/team.ts'
import type { MemberWire } from '../../teams/team-wire.ts'
import { todayHere } from '../people/questions.ts'
import AddMember from './add-member.tsx'
import { StandingChip } from './member-columns.tsx'
import { MemberFields, sentOf, typedOf } from './member-fields.tsx'
import { MemberFirms } from './member-firms.tsx'

const words = catalogue({
  zh: {
    term: '任期',
    card: '证号',
    trained: '培训',
    hours: (n: number) => `${n} 学时`,
    exam: '考核',
    passed: '合格',
    failed: '不合格',
    by: '发证单位',
    areas: '擅长方向',
    serves: '服务时间',
    person: '打开人员页',
    edit: '修改',
    renew: '续聘',
    end: '提前结束',
    endSays: '结束任期',
    last: '最后一天',
    why: '原因',
    whyHint: '如：调离、退休、辞任',
    save: '保存',
    none: '没有',
  },
  en: {
    term: 'Term',
    card: 'Card',
    trained: 'Training',
    hours: (n) => `${n} hours`,
    exam: 'Examination',
    passed: 'passed',
    failed: 'failed',
    by: 'Certified by',
    areas: 'Fields',
    serves: 'Hours',
    person: 'Open the person',
    edit: 'Change',
    renew: 'Renew',
    end: 'End early',
    endSays: 'End the term',
    last: 'Last day',
    why: 'Why',
    whyHint: 'For example: transferred, retired, resigned',
    save: 'Save',
    none: 'none',
  },
})

export default function MemberSheet({ member: given, onClose }: { readonly member: MemberWire; readonly onClose: () => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [doing, setDoing] = useState<'edit' | 'renew' | 'end'>()
  const { data } = useQuery({
    queryKey: ['teams', 'member', given.id],
    queryFn: ({ signal }) => get<MemberWire>(`/api/teams/members/${given.id}`, {}, signal),
    initialData: given,
    staleTime: 0,
  })
  const member = data
  const back = () => setDoing(undefined)
  if (doing === 'renew') return <AddMember after={member} onClose={onClose} />
  return (
    <Sheet title={member.person.name} note={<StandingChip member={member} />} onClose={onClose}>
      {doing === 'edit' ? (
        <Edit member={member} onDone={back} />
      ) : doing === 'end' ? (
        <End member={member} onDone={onClose} onCancel={back} />
      ) : (
        <div className="member">
          <p>
            {say(teams[member.team].title)} · {member.organisation.name}
          </p>
          <Facts member={member} />
          {member.missing.length > 0 ? (
            <div className="said">
              <p>{member.missing.map(say).join('；')}</p>
              {teams[member.team].law ? <LawNote law={teams[member.team].law!} /> : null}
            </div>
          ) : null}
          <p className="register-acts">
            <Go to="/desk/people/$personId" params={{ personId: member.person.id }}>
              {w.person}
            </Go>
            {member.mayChange ? (
              <>
                <Button onClick={() => setDoing('edit')}>{w.edit}</Button>
                <Button onClick={() => setDoing('renew')}>{w.renew}</Button>
                <Button look="txt" onClick={() => setDoing('end')}>
                  {w.end}
                </Button>
              </>
            ) : null}
          </p>
          <MemberFirms member={member} />
        </div>
      )}
    </Sheet>
  )
}

function Facts({ member }: { readonly member: MemberWire }) {
  const w = useWords(words)
  const { trainedOn, trainingHours, examinedOn, examPassed, certifiedBy, areas, hours } = member
  const exam = examPassed === undefined ? '' : examPassed ? w.passed : w.failed
  const lines: readonly (readonly [string, string])[] = [
    [w.term, `${member.since} — ${member.until}`],
    [w.card, member.cardNumber ?? member.registration ?? w.none],
    [w.trained, [trainedOn, trainingHours ? w.hours(trainingHours) : ''].filter(Boolean).join(' · ') || w.none],
    [w.exam, [examinedOn, exam].filter(Boolean).join(' · ') || w.none],
    [w.by, certifiedBy ?? ''],
    [w.areas, areas.join('、')],
    [w.serves, hours ?? ''],
  ]
  return (
    <dl className="facts-list">
      {lines
        .filter(([, value]) => value !== '')
        .map(([title, value]) => (
          <div key={title} style={{ display: 'contents' }}>
            <dt>{title}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Edit({ member, onDone }: { readonly member: MemberWire; readonly onDone: () => void }) {
  const client = useQueryClient()
  const w = useWords(words)
  const [typed, setTyped] = useState(typedOf(member))
  async function send(): Promise<void> {
    await patch(`/api/teams/members/${member.id}`, { version: member.version, ...sentOf(typed) })
    await client.invalidateQueries({ queryKey: ['teams'] })
  }
  return (
    <ActForm says={w.save} send={send} onDone={onDone} onCancel={onDone}>
      <MemberFields team={member.team} typed={typed} onTyped={setTyped} />
    </ActForm>
  )
}

function End({ member, onDone, onCancel }: { readonly member: MemberWire; readonly onDone: () => void; readonly onCancel: () => void }) {
  const client = useQueryClient()
  const w = useWords(words)
  const [on, setOn] = useState<string>(todayHere())
  const [why, setWhy] = useState('')
  async function send(): Promise<void> {
    await post(`/api/teams/members/${member.id}/end`, { on, why })
    await client.invalidateQueries({ queryKey: ['teams'] })
  }
  return (
    <ActForm says={w.endSays} send={send} onDone={onDone} onCancel={onCancel} ready={why.trim().length > 1}>
      <Labelled label={w.last} path="on">
        {() => <DayBox label={w.last} value={on} onChange={setOn} />}
      </Labelled>
      <Labelled label={w.why} path="why" hint={w.whyHint}>
        {(wiring) => <input {...wiring} className="box" value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Labelled>
    </ActForm>
  )
}
