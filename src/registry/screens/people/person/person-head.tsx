/** The head of a person's page: the name, where they are now, the numbers behind their masks, and the acts. */
import type { ReactNode } from 'react'
import { Button, Go } from '#ui/controls/button.tsx'
import { shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { PersonRecordWire } from '../../../people/people-wire.ts'
import { educationTitle, type RevealField, sexes, skillTitle } from '../../../people/person-words.ts'
import { todayHere } from '../questions.ts'
import type { Act } from './person-page.tsx'
import { Reveal } from './reveal.tsx'
import { heldOn } from './transfer.ts'

const words = catalogue({
  zh: {
    back: '人员',
    here: '在册',
    gone: '不在册',
    member: (day: string) => `会员，${day} 入会`,
    stranger: '未入会',
    born: (year: string) => `${year} 年生`,
    free: '现在没有单位',
    at: '所在单位',
    union: '所在工会',
    unit: '归属',
    transfer: '调动',
    engage: '加一份任职或会籍',
    edit: '改登记',
    idNumber: '身份证号',
    phone: '手机号',
    bankCard: '银行卡',
    none: '未登记',
    kept: '已登记，不显示',
    mayNot: '登记由管辖这个人的工会修改，您可以看。',
  },
  en: {
    back: 'People',
    here: 'Here',
    gone: 'Not here',
    member: (day) => `Member since ${day}`,
    stranger: 'Not a member',
    born: (year) => `born ${year}`,
    free: 'No employer now',
    at: 'Works at',
    union: 'Union',
    unit: 'Belongs to',
    transfer: 'Transfer',
    engage: 'Add a job or membership',
    edit: 'Edit the record',
    idNumber: 'ID number',
    phone: 'Mobile number',
    bankCard: 'Bank card',
    none: 'not on record',
    kept: 'on record, not shown',
    mayNot: 'The record is changed by the union this person belongs to; you may read it.',
  },
})

interface Props {
  readonly person: PersonRecordWire
  readonly onAct: (act: Act) => void
}

export function PersonHead({ person, onAct }: Props) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const today = todayHere()
  const about = [
    person.sex ? say(sexes[person.sex]) : '',
    person.birthYear ? w.born(String(person.birthYear)) : '',
    person.skill ? say(skillTitle(person.skill)) : '',
    person.education ? say(educationTitle(person.education)) : '',
  ].filter(Boolean)
  return (
    <header className="sheet person-head">
      <div>
        <p className="s sub crumb">
          <Go to="/desk/people">{w.back}</Go>
          <span>{about.join('　')}</span>
        </p>
        <h1>{person.name}</h1>
        <p className="chips">
          {person.active ? <Chip tone="ok">{w.here}</Chip> : <Chip>{w.gone}</Chip>}
          <Chip {...(person.memberSince ? { tone: 'run' as const } : {})}>
            {person.memberSince ? w.member(shortDay(person.memberSince as never, language, today)) : w.stranger}
          </Chip>
        </p>
        <Acts person={person} onAct={onAct} />
      </div>
      <dl className="kv">
        <Body title={w.at} body={person.firm} none={w.free} beside={person.job} />
        <Body title={w.union} body={person.union} none={w.none} />
        <Body title={w.unit} body={person.unit} none={w.none} />
        {(['idNumber', 'phone', 'bankCard'] as const).map((field) => (
          <Masked key={field} person={person} field={field} />
        ))}
      </dl>
    </header>
  )
}

function Acts({ person, onAct }: Props) {
  const w = useWords(words)
  const moves = heldOn(person.engagements, todayHere()).some((one) => one.mayChange)
  if (!person.may.change && !moves) return <p className="xs faint">{w.mayNot}</p>
  return (
    <p className="person-acts">
      {moves ? (
        <Button look="pri" onClick={() => onAct({ what: 'transfer' })}>
          {w.transfer}
        </Button>
      ) : null}
      <Button onClick={() => onAct({ what: 'engage' })}>{w.engage}</Button>
      {person.may.change ? <Button onClick={() => onAct({ what: 'edit' })}>{w.edit}</Button> : null}
    </p>
  )
}

interface BodyProps {
  readonly title: string
  readonly body: { readonly id: string; readonly name: string } | undefined
  readonly none: string
  readonly beside?: string | undefined
}

const Body = ({ title, body, none, beside }: BodyProps): ReactNode => (
  <div className="kv-row">
    <dt>{title}</dt>
    <dd>
      {body ? (
        <Go to="/desk/organisations/$organisationId" params={{ organisationId: body.id }}>
          {body.name}
        </Go>
      ) : (
        <span className="faint">{none}</span>
      )}
      {beside ? (
        <span className="sub">
          {'　'}
          {beside}
        </span>
      ) : null}
    </dd>
  </div>
)

function Masked({ person, field }: { readonly person: PersonRecordWire; readonly field: RevealField }) {
  const w = useWords(words)
  if (field === 'bankCard' && !person.holds.bankCard) return null
  const masked = field === 'bankCard' ? undefined : person[field]
  return (
    <div className="kv-row">
      <dt>{w[field]}</dt>
      <dd className="num">
        {person.holds[field] ? <Reveal person={person} field={field} masked={masked ?? w.kept} /> : <span className="faint">{w.none}</span>}
      </dd>
    </div>
  )
}
