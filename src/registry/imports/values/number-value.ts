/** ID and telephone numbers of a table, as the registry reads them; a number cell has lost what Excel does not keep. */
import type { Day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { type IdNumberAnswer, readIdNumber } from '../../id-number.ts'
import { readPhone } from '../../secrets/phone-number.ts'
import { type Reading, withoutTitle, wrong, type Written } from './reading.ts'

const spoilt = wrong(
  'idNumber.spreadsheet',
  text('身份证号被表格软件改掉了末几位', 'A spreadsheet changed the last places of the ID number'),
  text(
    '这一格是数字，Excel 只留 15 位有效数字，后三位已经丢失。请把这一列设为“文本”，重新填写 18 位号码。',
    'The cell is a number, of which Excel keeps 15 places; the last three are lost. Set the column to text and enter all 18 again.',
  ),
)

export function readWrittenId({ text: written, kind }: Written, today: Day): Reading<IdNumberAnswer & { ok: true }> {
  if (kind === 'rounded') return spoilt
  const answer = readIdNumber(written, today)
  if (answer.ok) return { value: answer }
  return wrong(`idNumber.${answer.fault}`, answer.title, withoutTitle(answer.title, answer.why))
}

const leaveEmpty = { value: '', title: text('留空写入', 'Leave empty') }

export function readWrittenPhone({ text: written, kind }: Written): Reading<string> {
  const answer = readPhone(kind === 'number' ? written.replace(/\.0+$/, '') : written)
  if (answer.ok) return { value: answer.number }
  const says = withoutTitle(answer.title, answer.why)
  return wrong(
    `phone.${answer.fault}`,
    answer.title,
    text(`${says.zh}。可留空写入，之后补。`, `${says.en}. It may be left empty and added later.`),
    leaveEmpty,
  )
}
