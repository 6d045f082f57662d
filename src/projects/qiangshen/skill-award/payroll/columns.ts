/** Reads the lines of a payroll from the rows of a table: which columns say the name, the grade and what was paid. Pure. */
import { type Text, text } from '#kernel/text.ts'
import { fenIn } from '#law/clauses/matrix-paste.ts'
import { columnName, type Row } from '#platform/workbook/cell.ts'
import { skills } from '#registry/people/person-words.ts'
import type { PayrollLine } from './compare.ts'

export interface PayrollColumns {
  /** The row of the heads. */
  readonly row: number
  readonly name: number
  readonly number: number | undefined
  readonly grade: number | undefined
  readonly paid: readonly number[]
}

export class NotAPayroll extends Error {
  readonly says: Text
  constructor(says: Text) {
    super(says.en)
    this.says = says
  }
}

/** The column that the check sheet leaves for the firm to fill. */
export const paidTitle = '本月实发'
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\s（(].*$/, '')
    .replace(/\s/g, '')
const heads = {
  name: ['姓名', '员工姓名', '职工姓名', '名字', 'Name'],
  number: ['编号', '案号', '待遇编号', 'Number'],
  grade: ['技能等级', '等级', 'Grade'],
} as const
/** A payroll pays for much else: only what is paid for skill counts, or a firm's net wages would cover everything. */
const skilled =
  /能级|技能|技术|技师|工匠|职称|带徒|导师|学历|学位|专利|创新|改进|革新|合理化|建议|竞赛|比武|大赛|获奖|晋级|晋升|荣誉|劳模|先进|skill|Paid/i
const paidHead = (head: string): boolean =>
  head === '津贴' ||
  (skilled.test(head) && /实发|津贴|补贴|工资|能级|奖|Paid/i.test(head) && !/应发|确认|差额|合计|小计|项目|Due|Confirmed/i.test(head))
const sealedHead = /身份证|证件号|银行|卡号|账号|帐号|开户|ID number|bank/i
const isSealed = (cell: string): boolean => /^(\d{17}[\dXx]|\d{15,19})$/.test(cell.replace(/\s/g, ''))

/** The columns where this row is the row of the heads. A number of an identity card or a bank account has no place in such a table. */
export function columnsIn(row: Row): PayrollColumns | undefined {
  const titles = row.cells.map((cell) => (cell ? plain(cell.text) : ''))
  const find = (names: readonly string[]) => {
    const at = titles.findIndex((title) => names.includes(title))
    return at < 0 ? undefined : at
  }
  const name = find(heads.name)
  const number = find(heads.number)
  // 本月实发 without the numbers of the check sheet is somebody's whole wage.
  const filled = number === undefined ? -1 : titles.findIndex((title) => title === paidTitle || title === 'Paid')
  const paid = filled >= 0 ? [filled] : titles.flatMap((title, at) => (paidHead(title) ? [at] : []))
  if (name === undefined || paid.length === 0) return undefined
  const sealed = titles.findIndex((title) => sealedHead.test(title))
  if (sealed >= 0)
    throw new NotAPayroll(
      text(
        `${columnName(sealed)} 列是“${titles[sealed]}”。核对不需要身份证号和银行卡号，请删去这一列再上传`,
        `Column ${columnName(sealed)} is “${titles[sealed]}”. Identity and bank numbers are not needed; delete the column and upload again`,
      ),
    )
  return { row: row.number, name, number, grade: find(heads.grade), paid }
}

/** A line of somebody; undefined for sums and empty names. */
export function lineIn(row: Row, columns: PayrollColumns): PayrollLine | undefined {
  const said = (at: number | undefined): string => (at === undefined ? '' : (row.cells[at]?.text.trim() ?? ''))
  const sealed = row.cells.findIndex((cell) => cell !== null && isSealed(cell.text))
  if (sealed >= 0)
    throw new NotAPayroll(
      text(
        `第 ${row.number} 行 ${columnName(sealed)} 列像是身份证号或者银行卡号，请删去这一列再上传`,
        `Row ${row.number}, column ${columnName(sealed)} looks like an identity or bank number; delete the column and upload again`,
      ),
    )
  const name = said(columns.name)
  if (name === '' || /^(合计|总计|小计|Total)/i.test(name)) return undefined
  const amounts = columns.paid.map((at) => [at, fenIn(said(at))] as const)
  const bad = amounts.find(([, fen]) => fen === undefined)
  if (bad)
    throw new NotAPayroll(
      text(
        `第 ${row.number} 行 ${columnName(bad[0])} 列“${said(bad[0])}”不是金额`,
        `Row ${row.number}, column ${columnName(bad[0])}: “${said(bad[0])}” is no amount`,
      ),
    )
  const grade = skills.findIndex((skill) => skill.zh === said(columns.grade) || skill.en === said(columns.grade)) + 1
  const number = said(columns.number)
  return {
    row: row.number,
    name,
    ...(number ? { number } : {}),
    ...(grade > 0 ? { grade } : {}),
    paidFen: amounts.reduce((sum, [, fen]) => sum + (fen ?? 0), 0),
  }
}

export const noHeads = text(
  '没有找到表头：前 20 行里要有一行写着“姓名”和“技能津贴”一类的列；用核对表填报的，要有“编号”和“本月实发”',
  'No heads found: one of the first 20 rows must say 姓名 and a column such as 技能津贴; a filled check sheet 编号 and 本月实发',
)
