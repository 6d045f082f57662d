/** A row about a person, read: what it says of them, and what is wrong with it. Knows nothing of the register. */
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Sex } from '../../id-number.ts'
import { fieldNamed } from '../kinds/kinds.ts'
import type { Field, KindOfImport } from '../kinds/field.ts'
import type { FirmBook, KnownFirm } from '../match/firm-book.ts'
import { saysNoFirm, tidyFirmName } from '../match/firm-name.ts'
import { readDay } from '../values/day-value.ts'
import { readWrittenId, readWrittenPhone } from '../values/number-value.ts'
import { readEducation, readName, readPlate, readSex, readSkill, readWords, readYesNo } from '../values/person-value.ts'
import { doubt, type Fault, type Reading, wrong, type Written } from '../values/reading.ts'

export interface RowProblem extends Fault {
  readonly field: string
  /** Faults that are mended together have the same. */
  readonly cause: string
  readonly kept?: boolean
  readonly otherRow?: number
}

/** The cells of one row by field; empty ones are absent. */
export interface WrittenRow {
  readonly row: number
  readonly cells: Readonly<Record<string, Written>>
  /** As the file has them, before anything was mended. */
  readonly original: Readonly<Record<string, Written>>
  readonly mended: boolean
  /** Codes of doubts the user has kept as they are. */
  readonly kept: readonly string[]
}

export interface PersonDraft {
  name?: string
  idNumber?: string
  phone?: string
  sex?: Sex
  birth?: Day
  skill?: number
  education?: number
  firm?: KnownFirm
  /** Said to have none. */
  noFirm?: boolean
  employedOn?: Day
  memberOn?: Day
  /** Asked to be a member, by a day or by a yes. */
  member?: boolean
  job?: string
  plate?: string
  street?: string
}

export interface DraftContext {
  readonly kind: KindOfImport
  readonly today: Day
  readonly firms: FirmBook
  /** Fields that have a column in this file. */
  readonly present: ReadonlySet<string>
  readonly pinyin: (name: string) => string
}

export interface Drafted {
  readonly draft: PersonDraft
  readonly problems: RowProblem[]
}

export function draftPerson({ cells, kept }: WrittenRow, context: DraftContext): Drafted {
  const { kind, today } = context
  const draft: PersonDraft = {}
  const problems: RowProblem[] = []
  const say = (field: string, fault: Fault, cause = `${field}/${fault.code}`): void => {
    const isKept = fault.severity === 'look' && kept.includes(fault.code)
    problems.push({ ...fault, field, cause, ...(isKept && { kept: true }) })
  }
  const take = <T>(field: string, read: (written: Written) => Reading<T>): T | undefined => {
    const written = cells[field]
    if (!written) return undefined
    const answer = read(written)
    if (answer.fault) say(field, answer.fault)
    return answer.value
  }
  const dayOf = (field: string) => take(field, (written) => readDay(written, titleOf(kind, field), today))

  if (cells.name) draft.name = take('name', readName)
  else say('name', missing(text('姓名', 'name')))
  const id = take('idNumber', (written) => readWrittenId(written, today))
  if (id) Object.assign(draft, { idNumber: id.number, sex: id.sex, birth: id.birth })
  draft.phone = take('phone', readWrittenPhone)
  const [sex, birth] = [take('sex', readSex), dayOf('birth')]
  if (id && sex && sex !== id.sex) say('sex', againstId(text('性别', 'sex')))
  if (id && birth && birth !== id.birth && !/^\d{4}\D?\d{1,2}\D?$/.test(cells.birth!.text.trim()))
    say('birth', againstId(text('出生日期', 'date of birth')))
  draft.sex ??= sex
  draft.birth ??= birth
  draft.skill = take('skill', readSkill)
  draft.education = take('education', readEducation)
  draft.job = take('job', readWords)
  draft.plate = take('plate', readPlate) || undefined
  draft.street = take('street', readWords)
  draft.employedOn = dayOf('employedOn')
  draft.memberOn = dayOf('memberOn')
  const said = take('member', readYesNo)
  draft.member = draft.memberOn !== undefined || said === true
  if (draft.memberOn && said === false)
    say(
      'member',
      doubt(
        'member.day',
        text('写了入会日期，又写不是会员', 'A day of joining, yet no member'),
        text('按会员写入。', 'Written as a member.'),
      ),
    )
  readFirm(cells.firm, draft, context, say)
  if (kind.kind === 'drivers' && context.present.has('plate') && !cells.plate && (draft.noFirm || !cells.firm)) say('plate', noPlate)
  if (draft.birth && draft.memberOn && Number(draft.memberOn.slice(0, 4)) - Number(draft.birth.slice(0, 4)) < 16)
    say(
      'memberOn',
      doubt('memberOn.age', text('入会时不满 16 岁', 'Joined before the age of 16'), text('请核对日期。', 'Please check the day.')),
    )
  if (!id && !cells.idNumber && !draft.phone && !(draft.birth && draft.firm)) say('idNumber', nobody)
  return { draft, problems }
}

const titleOf = (kind: KindOfImport, field: string): Text => (fieldNamed(kind, field) as Field).title

const missing = (what: Text): Fault =>
  wrong('missing', text(`没有${what.zh}`, `No ${what.en}`), text('这一格必须填。', 'This cell must be filled.')).fault

const againstId = (what: Text): Fault =>
  doubt(
    'againstId',
    text(`${what.zh}与身份证号不符`, `The ${what.en} differs from the ID number`),
    text('以身份证号为准写入。', 'Written as the ID number says.'),
  )

const nobody: Fault = wrong(
  'nobody',
  text('认不出是谁', 'Nobody can tell who this is'),
  text(
    '身份证号、手机号至少填一项；都没有时要有出生日期和所在单位。',
    'Give an ID number or a mobile number; without both, date of birth and firm.',
  ),
).fault

const noPlate: Fault = doubt(
  'noPlate',
  text('没有车牌号', 'No number plate'),
  text(
    '不影响入会，影响“自有车司机”的计数。',
    'This does not hinder membership; it matters for the count of drivers with a vehicle of their own.',
  ),
)

type Say = (field: string, fault: Fault, cause?: string) => void

function readFirm(written: Written | undefined, draft: PersonDraft, { firms, pinyin, kind }: DraftContext, say: Say): void {
  if (!written) return
  if (saysNoFirm(written.text)) {
    draft.noFirm = true
    return
  }
  const answer = firms.find(written.text, pinyin)
  if ('firm' in answer) {
    draft.firm = answer.firm
    return
  }
  const cause = `firm/${tidyFirmName(written.text).slice(0, 60)}`
  if ('several' in answer) {
    const names = answer.several.map(({ name }) => name)
    const says = text(`${names.slice(0, 3).join('、')}。请写全称。`, `${names.slice(0, 3).join(', ')}. Write the full name.`)
    say('firm', wrong('firm.several', text('不止一个单位叫这个名字', 'Several firms are called so'), says).fault, cause)
    return
  }
  const { nearest } = answer
  const none =
    kind.kind === 'drivers'
      ? text('没有单位的请写“无单位”。', 'Write 无单位 for none.')
      : text('请写登记的全称。', 'Write the registered name.')
  say(
    'firm',
    wrong(
      'firm.unknown',
      text('找不到这个单位', 'No such firm is found'),
      nearest ? text(`最接近：${nearest.name}。`, `Nearest: ${nearest.name}.`) : none,
      nearest && { value: nearest.name, title: text('就是它', 'That is it') },
    ).fault,
    cause,
  )
}
