/** Two people laid side by side: which row stays, which side is right for each field, and that all of it can be undone. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { post } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { educationTitle, engagementKinds, sexes, skillTitle } from '../../people/person-words.ts'
import { isPostKind, postKinds } from '../../post.ts'
import type { MergedWire, SideWire } from '../../privacy/duplicates/duplicates-wire.ts'
import { type MergeField, mergeFields } from '../../privacy/merge/merge-fields.ts'
import { comparisonQuery } from './questions.ts'

const words = catalogue({
  zh: {
    title: '是同一个人吗？',
    note: '选对的一边；会籍、岗位和历史都会并到留下的那条记录。30 天内可以撤销。',
    keep: '留下这条',
    name: '姓名',
    sex: '性别',
    birth: '出生日期',
    skill: '技能等级',
    education: '学历',
    idNumber: '身份证号',
    phone: '手机号',
    bankCard: '银行卡',
    illness: '患病情况',
    there: '有（加密）',
    none: '没有',
    registered: '登记日期',
    work: '经历',
    account: '账号',
    hasAccount: '有，合并后两个账号都能登录',
    reason: '判断依据',
    reasonHint: '例如：电话核实，本人确认是同一人',
    merge: '合并为一人',
    notSame: '不是同一人',
    because: '怎么看出不是同一人',
    dismiss: '记下：不是同一人',
    mayNot: '其中有人不归您管理，或已经合并、删除，不能由您合并。',
    hidden: '区内别的单位',
    row: '项目',
    field: (field: string, side: string) => `${field}取${side}的`,
  },
  en: {
    title: 'Are they one person?',
    note: 'Choose the right side; memberships, posts and history go to the row that stays. It can be undone for 30 days.',
    keep: 'Keep this row',
    name: 'Name',
    sex: 'Sex',
    birth: 'Birthday',
    skill: 'Skill grade',
    education: 'Schooling',
    idNumber: 'ID number',
    phone: 'Mobile number',
    bankCard: 'Bank card',
    illness: 'Illness',
    there: 'held (encrypted)',
    none: 'none',
    registered: 'Registered',
    work: 'History',
    account: 'Account',
    hasAccount: 'yes; both accounts go on working',
    reason: 'How you know',
    reasonHint: 'For example: rang them, they say it is the same person',
    merge: 'Merge into one',
    notSame: 'They are two',
    because: 'How you know that they are two',
    dismiss: 'Record that they are two',
    hidden: 'another body of the district',
    mayNot: 'One of them is not yours to decide about, or was merged or erased.',
    row: 'Field',
    field: (field, side) => `${field} of ${side}`,
  },
})

interface Props {
  readonly a: string
  readonly b: string
  readonly onClose: () => void
  readonly onDone: () => void
}
type Letter = 'a' | 'b'

export default function MergeSheet({ a, b, onClose, onDone }: Props) {
  const w = useWords(words)
  const { data } = useSuspenseQuery(comparisonQuery(a, b))
  const [keep, setKeep] = useState<Letter>(data.a.registered <= data.b.registered ? 'a' : 'b')
  const [chosen, setChosen] = useState<Partial<Record<MergeField, Letter>>>({})
  const [two, setTwo] = useState(false)
  const [reason, setReason] = useState('')
  const other: Letter = keep === 'a' ? 'b' : 'a'
  const sideFor = (field: MergeField): Letter => chosen[field] ?? (has(data[keep], field) ? keep : other)
  const merge = () =>
    post<MergedWire>('/api/persons/merges', {
      kept: data[keep].id,
      gone: data[other].id,
      choices: Object.fromEntries(mergeFields.map((field) => [field, sideFor(field) === keep ? 'kept' : 'gone'])),
      reason,
    })
  const dismiss = () => post('/api/persons/duplicates/dismiss', { a, b, because: reason })
  const may = data.a.mayMerge && data.b.mayMerge
  return (
    <Sheet title={w.title} note={<p className="s sub">{w.note}</p>} onClose={onClose}>
      <table className="sides">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{w.row}</span>
            </th>
            {(['a', 'b'] as const).map((letter) => (
              <th scope="col" key={letter}>
                <label>
                  <input type="radio" name="keep" checked={keep === letter} onChange={() => setKeep(letter)} />
                  {w.keep}
                  <span className="vh">{data[letter].name}</span>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mergeFields.map((field) => (
            <FieldRow
              key={field}
              field={field}
              a={data.a}
              b={data.b}
              at={sideFor(field)}
              onSide={(side) => setChosen({ ...chosen, [field]: side })}
            />
          ))}
          <PlainRow label={w.work} a={<History side={data.a} />} b={<History side={data.b} />} />
          <PlainRow label={w.account} a={data.a.hasAccount ? w.hasAccount : w.none} b={data.b.hasAccount ? w.hasAccount : w.none} />
          <PlainRow label={w.registered} a={data.a.registered} b={data.b.registered} />
        </tbody>
      </table>
      {may ? (
        <ActForm
          says={two ? w.dismiss : w.merge}
          send={two ? dismiss : merge}
          onDone={onDone}
          onCancel={onClose}
          ready={reason.trim().length >= 2}
        >
          <Labelled label={two ? w.because : w.reason} path="reason" hint={two ? undefined : w.reasonHint}>
            {(wiring) => (
              <textarea
                {...wiring}
                className="box"
                rows={2}
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Labelled>
          {data.reasons.length > 0 ? (
            <Button look="txt" aria-pressed={two} onClick={() => setTwo(!two)}>
              {w.notSame}
            </Button>
          ) : null}
        </ActForm>
      ) : (
        <p className="said">{w.mayNot}</p>
      )}
    </Sheet>
  )
}

const has = (side: SideWire, field: MergeField): boolean => side[field] !== undefined && side[field] !== false

interface FieldRowProps {
  readonly field: MergeField
  readonly a: SideWire
  readonly b: SideWire
  readonly at: Letter
  readonly onSide: (side: Letter) => void
}

function FieldRow({ field, a, b, at, onSide }: FieldRowProps) {
  const w = useWords(words)
  const { say } = useLanguage()
  const group = useId()
  const shown = (side: SideWire): string => {
    if (!has(side, field)) return w.none
    if (field === 'illness') return w.there
    if (field === 'sex') return say(sexes[side.sex as keyof typeof sexes])
    if (field === 'skill') return say(skillTitle(side.skill!))
    if (field === 'education') return say(educationTitle(side.education!))
    return String(side[field])
  }
  // What is hidden in part can differ where it looks the same, so it is always asked.
  const open = field === 'name' || field === 'sex' || field === 'birth' || field === 'skill' || field === 'education'
  const ask = has(a, field) && has(b, field) && !(open && a[field] === b[field])
  return (
    <tr>
      <th scope="row">{w[field]}</th>
      {(['a', 'b'] as const).map((letter) => {
        const side = letter === 'a' ? a : b
        return (
          <td key={letter} className={ask ? undefined : 'same'}>
            {ask ? (
              <label>
                <input
                  type="radio"
                  name={group}
                  aria-label={w.field(w[field], shown(side))}
                  checked={at === letter}
                  onChange={() => onSide(letter)}
                />
                {shown(side)}
              </label>
            ) : (
              shown(side)
            )}
          </td>
        )
      })}
    </tr>
  )
}

const PlainRow = ({ label, a, b }: { readonly label: string; readonly a: ReactNode; readonly b: ReactNode }) => (
  <tr>
    <th scope="row">{label}</th>
    <td>{a}</td>
    <td>{b}</td>
  </tr>
)

function History({ side }: { readonly side: SideWire }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const kind = (one: string): string =>
    Object.hasOwn(engagementKinds, one)
      ? say(engagementKinds[one as keyof typeof engagementKinds])
      : isPostKind(one)
        ? say(postKinds[one].title)
        : one
  const all = [...side.engagements, ...side.posts]
  if (all.length === 0) return w.none
  return (
    <ul>
      {all.map((one) => (
        <li key={`${one.kind}${one.organisation}${one.since}`}>
          {one.organisation ?? w.hidden} {kind(one.kind)}{' '}
          <span className="num nb">
            {one.since}–{one.until ?? ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
