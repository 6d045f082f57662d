/** A row about a member of a team, read: who, in which team, engaged by whom, with what card and for which term. Knows nothing of the register. */
import type { Day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import type { Sex } from '../../id-number.ts'
import { type Team, teamNames, teams } from '../../teams/team.ts'
import type { RowProblem, WrittenRow } from '../check/person-draft.ts'
import type { KindOfImport } from '../kinds/field.ts'
import { fieldNamed } from '../kinds/kinds.ts'
import { readDay } from '../values/day-value.ts'
import { readWrittenId, readWrittenPhone } from '../values/number-value.ts'
import { readName, readWords } from '../values/person-value.ts'
import { type Fault, plainWord, type Reading, wrong, type Written } from '../values/reading.ts'

export interface TeamDraft {
  readonly name?: string | undefined
  readonly idNumber?: string | undefined
  readonly sex?: Sex | undefined
  readonly birth?: Day | undefined
  readonly phone?: string | undefined
  readonly team?: Team | undefined
  readonly organisation?: string | undefined
  readonly cardNumber?: string | undefined
  readonly trainedOn?: Day | undefined
  readonly trainingHours?: number | undefined
  readonly examinedOn?: Day | undefined
  readonly exam?: boolean | undefined
  readonly since?: Day | undefined
  readonly until?: Day | undefined
}

const short: Readonly<Record<Team, readonly string[]>> = {
  mediator: ['调解员', '劳动关系调解员', '争议调解员'],
  supervisor: ['监督员', '法律监督员', '工会劳动法律监督员'],
  instructor: ['协商指导员', '指导员', '集体协商员'],
  informant: ['信息员', '监测信息员', '劳动关系信息员'],
  volunteer: ['法律志愿者', '志愿者', '律师志愿者'],
}
const teamOf = new Map(teamNames.flatMap((team) => [teams[team].title.zh, ...short[team]].map((word) => [word, team] as const)))

function readTeam({ text: written }: Written): Reading<Team> {
  const found = teamOf.get(plainWord(written))
  if (found) return { value: found }
  return wrong(
    'team',
    text('不是五支队伍之一', 'None of the five teams'),
    text(
      `请写：${teamNames.map((team) => teams[team].title.zh).join('、')}。`,
      `Write one of: ${teamNames.map((team) => teams[team].title.zh).join(', ')}.`,
    ),
  )
}

function readExam({ text: written }: Written): Reading<boolean> {
  const word = plainWord(written)
  if (/^(合格|通过|已通过|及格|良好|优秀|是)$/.test(word)) return { value: true }
  if (/^(不合格|未通过|不及格|没通过|否)$/.test(word)) return { value: false }
  return wrong('exam', text('考核结果看不懂', 'The result cannot be read'), text('请写“合格”或“不合格”。', 'Write 合格 or 不合格.'))
}

function readHours({ text: written }: Written): Reading<number> {
  const hours = Number(/^(\d{1,4})(\.0+)?(个)?(学时|课时|小时)?$/.exec(plainWord(written))?.[1])
  if (hours <= 2000) return { value: hours }
  return wrong(
    'hours',
    text('培训学时看不懂', 'The hours cannot be read'),
    text('请写整数，不超过 2000，如 16。', 'Write a whole number up to 2000, such as 16.'),
  )
}

export function draftTeam(
  { cells, kept }: WrittenRow,
  { kind, today }: { readonly kind: KindOfImport; readonly today: Day },
): { readonly draft: TeamDraft; readonly problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const say = (field: string, fault: Fault): void => {
    const isKept = fault.severity === 'look' && kept.includes(fault.code)
    problems.push({ ...fault, field, cause: `${field}/${fault.code}`, ...(isKept && { kept: true }) })
  }
  const take = <T>(field: string, read: (written: Written) => Reading<T>): T | undefined => {
    const written = cells[field]
    if (!written) return undefined
    const answer = read(written)
    if (answer.fault) say(field, answer.fault)
    return answer.value
  }
  const dayOf = (field: string, last?: Day) => take(field, (written) => readDay(written, fieldNamed(kind, field)!.title, last))
  for (const { field, title } of kind.fields.filter(({ required }) => required))
    if (!cells[field])
      say(
        field,
        wrong('missing', text(`没有${title.zh}`, `No ${title.en.toLowerCase()}`), text('这一格必须填。', 'This cell must be filled.'))
          .fault,
      )
  const id = take('idNumber', (written) => readWrittenId(written, today))
  const draft: TeamDraft = {
    name: take('name', readName),
    idNumber: id?.number,
    sex: id?.sex,
    birth: id?.birth,
    phone: take('phone', readWrittenPhone) || undefined,
    team: take('team', readTeam),
    organisation: take('organisation', readWords) || undefined,
    cardNumber: take('cardNumber', readWords)?.slice(0, 60) || undefined,
    trainedOn: dayOf('trainedOn', today),
    trainingHours: take('trainingHours', readHours),
    examinedOn: dayOf('examinedOn', today),
    exam: take('exam', readExam),
    since: dayOf('since'),
    until: dayOf('until'),
  }
  if (draft.since && draft.until && draft.until < draft.since)
    say(
      'until',
      wrong('order', text('任期届满早于开始', 'The term ends before it begins'), text('请核对两个日期。', 'Please check both days.')).fault,
    )
  if (!cells.idNumber && !cells.phone)
    say(
      'idNumber',
      wrong(
        'nobody',
        text('认不出是谁', 'Nobody can tell who this is'),
        text('身份证号、手机号至少填一项。', 'Give an ID number or a mobile number.'),
      ).fault,
    )
  return { draft, problems }
}

/** What is kept of the row to show it again: all but the numbers, which lie sealed. */
export function saidOf(draft: TeamDraft): Readonly<Record<string, string>> {
  const { name, team, organisation, cardNumber, trainedOn, trainingHours, examinedOn, exam, since, until } = draft
  const said = {
    name,
    team: team && teams[team].title.zh,
    organisation,
    cardNumber,
    trainedOn,
    trainingHours: trainingHours?.toString(),
    examinedOn,
    exam: exam === undefined ? undefined : exam ? '合格' : '不合格',
    since,
    until,
  }
  return Object.fromEntries(Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== undefined))
}
