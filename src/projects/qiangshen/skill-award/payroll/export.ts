/** The check sheet as a table for Excel and WPS, with an empty column for the firm to fill in and send back. Pure. */
import type { Language, Text } from '#kernel/text.ts'
import { text } from '#kernel/text.ts'
import { meaningOf } from '#law/clauses/clause.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { paidTitle } from './columns.ts'
import type { Sheet, SheetLine } from './sheet.ts'

type Value = string | number | null
interface Column {
  readonly title: Text
  readonly kind: 'text' | 'money' | 'day'
  readonly width?: number
  readonly value: (line: SheetLine, say: (words: Text) => string) => Value
}

export const standingWords: Readonly<Record<SheetLine['standing'], Text>> = {
  asked: text('等企业确认', 'Waiting for the firm'),
  confirmed: text('已确认', 'Confirmed'),
  disputed: text('有争议', 'In dispute'),
  ended: text('已终止', 'Ended'),
}
/** 高级工, 市级一等奖, or the name of what was achieved. */
export const gradeOf = ({ grade, level, title }: Pick<SheetLine, 'grade' | 'level' | 'title'>): Text =>
  grade === null ? text(level ?? title, level ?? title) : skillTitle(grade)

const columns: readonly Column[] = [
  { title: text('编号', 'Number'), kind: 'text', value: (line) => line.number },
  { title: text('姓名', 'Name'), kind: 'text', width: 12, value: (line) => line.name },
  { title: text('工种', 'Trade'), kind: 'text', width: 14, value: (line) => line.trade },
  { title: text('技能等级', 'Grade'), kind: 'text', width: 14, value: (line, say) => say(gradeOf(line)) },
  { title: text('待遇项目', 'What is due'), kind: 'text', value: (line, say) => say(meaningOf(line.meaning).title) },
  { title: text('应发金额', 'Amount due'), kind: 'money', value: (line) => line.fen },
  { title: text('企业确认', 'Confirmed'), kind: 'money', value: (line) => line.confirmedFen },
  { title: text('差额', 'Short'), kind: 'money', value: (line) => line.shortFen },
  { title: text(paidTitle, 'Paid'), kind: 'money', value: () => null },
  { title: text('状态', 'State'), kind: 'text', width: 14, value: (line, say) => say(standingWords[line.standing]) },
  {
    title: text('依据', 'Basis'),
    kind: 'text',
    width: 44,
    value: (line) => `《${line.contractTitle}》（${line.contract}）第 ${line.clause} 项`,
  },
]

export const sheetTable = (sheet: Sheet, language: Language) => {
  const say = (words: Text) => words[language]
  return {
    sheetName: say(text(`${sheet.month} 核对表`, `Check ${sheet.month}`)),
    columns: columns.map(({ title, kind, width }) => ({ title: say(title), kind, ...(width ? { width } : {}) })),
    rows: sheet.lines.map((line) => columns.map(({ value }) => value(line, say))),
  }
}
