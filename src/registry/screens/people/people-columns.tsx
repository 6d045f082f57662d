/** The columns of the list of people, and a person as a card on a phone. */
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import type { Column } from '#ui/pieces/table/columns.ts'
import type { PersonRowWire } from '../../people/people-wire.ts'
import { educationTitle, sexes, skillTitle } from '../../people/person-words.ts'

const words = catalogue({
  zh: {
    name: '姓名',
    sex: '性别',
    birthYear: '出生',
    idNumber: '身份证号',
    phone: '手机号',
    firm: '所在单位',
    job: '岗位',
    union: '所在工会',
    memberSince: '入会',
    unit: '街道',
    skill: '技能等级',
    education: '学历',
    active: '状态',
    here: '在册',
    gone: '不在册',
    free: '无单位',
    member: (day: string) => `${day} 入会`,
    stranger: '未入会',
  },
  en: {
    name: 'Name',
    sex: 'Sex',
    birthYear: 'Born',
    idNumber: 'ID number',
    phone: 'Mobile',
    firm: 'Works at',
    job: 'Job',
    union: 'Union',
    memberSince: 'Member since',
    unit: 'Street',
    skill: 'Skill',
    education: 'Schooling',
    active: 'Standing',
    here: 'Here',
    gone: 'Not here',
    free: 'No employer',
    member: (day) => `member since ${day}`,
    stranger: 'not a member',
  },
})

const Name = ({ row }: { readonly row: PersonRowWire }) => (
  <Go className="whose" to="/desk/people/$personId" params={{ personId: row.id }}>
    <b>{row.name}</b>
  </Go>
)

/** Their ids are those of the export, which writes what is shown. */
export function usePeopleColumns(): readonly Column<PersonRowWire>[] {
  const { say } = useLanguage()
  const w = useWords(words)
  const number = (text: string | undefined) => <span className="num">{text ?? ''}</span>
  return [
    { id: 'name', title: w.name, width: 'minmax(88px, 1fr)', sort: 'name', cell: (row) => <Name row={row} /> },
    { id: 'sex', title: w.sex, width: '44px', optional: 'hidden', cell: (row) => (row.sex ? say(sexes[row.sex]) : '') },
    { id: 'birthYear', title: w.birthYear, width: '52px', optional: 'hidden', cell: (row) => number(row.birthYear?.toString()) },
    { id: 'idNumber', title: w.idNumber, width: '156px', optional: 'shown', cell: (row) => number(row.idNumber) },
    { id: 'phone', title: w.phone, width: '100px', optional: 'shown', cell: (row) => number(row.phone) },
    {
      id: 'firm',
      title: w.firm,
      width: 'minmax(150px, 2.4fr)',
      optional: 'shown',
      cell: (row) => row.firm?.name ?? <span className="faint">{w.free}</span>,
    },
    { id: 'job', title: w.job, width: 'minmax(80px, 1fr)', optional: 'hidden', cell: (row) => row.job ?? '' },
    { id: 'union', title: w.union, width: 'minmax(150px, 2fr)', optional: 'hidden', cell: (row) => row.union?.name ?? '' },
    { id: 'memberSince', title: w.memberSince, width: '88px', optional: 'shown', cell: (row) => number(row.memberSince) },
    { id: 'unit', title: w.unit, width: 'minmax(96px, 1.2fr)', optional: 'shown', cell: (row) => row.unit?.name ?? '' },
    {
      id: 'skill',
      title: w.skill,
      width: 'minmax(92px, 1fr)',
      optional: 'shown',
      cell: (row) => (row.skill ? say(skillTitle(row.skill)) : ''),
    },
    {
      id: 'education',
      title: w.education,
      width: '116px',
      optional: 'hidden',
      cell: (row) => (row.education ? say(educationTitle(row.education)) : ''),
    },
    {
      id: 'active',
      title: w.active,
      width: '64px',
      optional: 'shown',
      cell: (row) => (row.active ? w.here : <span className="faint">{w.gone}</span>),
    },
  ]
}

export function PersonCard({ row }: { readonly row: PersonRowWire }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <>
      <p>
        <Name row={row} />
        {row.active ? <span className="num sub">{row.phone}</span> : <Chip>{w.gone}</Chip>}
      </p>
      <p>{row.firm?.name ?? w.free}</p>
      <p className="xs sub">
        {[row.memberSince ? w.member(row.memberSince) : w.stranger, row.skill ? say(skillTitle(row.skill)) : '', row.unit?.name ?? '']
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
