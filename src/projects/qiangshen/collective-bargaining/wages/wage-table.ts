/** A firm's wage table as people keep it in Excel or WPS, read into averages by trade and grade: no names, no numbers of persons. Pure. */
import { type Text, text } from '#kernel/text.ts'
import { figureOf } from '#law/clauses/entry.ts'
import type { Row } from '#platform/workbook/cell.ts'
import { readSkill } from '#registry/imports/values/person-value.ts'
import type { WageRow } from '../data.ts'

export interface WageFault {
  /** As at the sheet's edge. */
  readonly row: number
  readonly column?: string
  readonly says: Text
}
export interface WageTable {
  readonly rows: readonly WageRow[]
  readonly faults: readonly WageFault[]
}

type Column = 'trade' | 'grade' | 'people' | 'monthlyFen' | 'nightShifts'

export const columnTitles: Readonly<Record<Column, Text>> = {
  trade: text('工种', 'Trade'),
  grade: text('技能等级', 'Skill grade'),
  people: text('人数', 'People'),
  monthlyFen: text('月人均工资', 'Average month’s pay'),
  nightShifts: text('月人均夜班', 'Night shifts a month'),
}
const ways: Readonly<Record<Column, readonly string[]>> = {
  trade: ['工种', '岗位', '工种岗位', '岗位工种', '岗位名称', '工种名称', '职业工种', 'trade', 'post'],
  grade: ['技能等级', '等级', '职业技能等级', '技术等级', 'skillgrade', 'grade'],
  people: ['人数', '职工人数', '员工人数', '在岗人数', 'people', 'headcount', 'numberofpeople'],
  monthlyFen: ['月人均工资', '人均月工资', '月均工资', '平均月工资', '月平均工资', '人均工资', 'averagemonthspay', 'averagemonthlypay'],
  nightShifts: ['夜班', '月人均夜班', '人均夜班', '夜班次数', '月夜班', 'nightshifts', 'nightshiftsamonth'],
}
const columns = new Map(Object.entries(ways).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)))
const needed: readonly Column[] = ['trade', 'people', 'monthlyFen']
/** A column of persons makes the file a roster. */
const ofPersons =
  /^((职工|员工)?姓名|(居民)?身份证.*|证件号码?|(手机|联系电话|电话)(号码?)?|银行卡.*|工号|name|id(number)?|phone(number)?)$/
const idNumber = /\d{17}[\dXx]/
export const mostRows = 200
/** A title and a date may stand above the head. */
const headWithin = 10

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/[\s/、·:：*'’_-]/g, '')
    .toLowerCase()

interface Head {
  readonly at: ReadonlyMap<Column, number>
  readonly number: number
  /** As the file writes them, for saying where something is wrong. */
  readonly titles: ReadonlyMap<Column, string>
}

const only = (fault: WageFault): WageTable => ({ rows: [], faults: [fault] })
const cell = (row: Row, at: number | undefined): string => (at === undefined ? '' : (row.cells[at]?.text.trim() ?? ''))

function headOf(rows: readonly Row[]): Head | undefined {
  for (const row of rows.slice(0, headWithin)) {
    const found = row.cells.flatMap((one, at) => {
      const column = one && columns.get(plain(one.text))
      return column ? [[column, at, one.text.trim()] as const] : []
    })
    if (found.length >= 2)
      return {
        number: row.number,
        at: new Map(found.toReversed().map(([column, at]) => [column, at])),
        titles: new Map(found.map(([column, , title]) => [column, title])),
      }
  }
  return undefined
}

export function readWageTable(rows: readonly Row[]): WageTable {
  const person =
    rows.slice(0, headWithin).find((row) => row.cells.some((one) => one && ofPersons.test(plain(one.text)))) ??
    rows.find((row) => row.cells.some((one) => one && idNumber.test(one.text)))
  if (person)
    return only({
      row: person.number,
      says: text(
        '表里有姓名、证件或联系方式。这里只收汇总：每个工种、等级一行，写人数和平均数，去掉个人信息后再传',
        'It names persons, their numbers or phones. Only sums are taken: one row a trade and grade. Remove what is personal and send it again',
      ),
    })
  const head = headOf(rows)
  const missing = needed.filter((column) => !head?.at.has(column))
  if (!head || missing.length > 0)
    return only({
      row: head?.number ?? rows[0]?.number ?? 1,
      says: text(
        `表头里没有找到${missing.map((one) => `“${columnTitles[one].zh}”`).join('、')}，可以下载模板照着填`,
        `No column ${missing.map((one) => `“${columnTitles[one].en}”`).join(', ')} in the head; the template shows them all`,
      ),
    })
  const body = rows.filter((row) => row.number > head.number && !/^(合计|总计|小计|total)$/i.test(cell(row, head.at.get('trade'))))
  if (body.length === 0) return only({ row: head.number, says: text('表头下面没有内容', 'There is nothing under the head') })
  if (body.length > mostRows)
    return only({
      row: body[mostRows]!.number,
      says: text(
        `最多 ${mostRows} 行，现在 ${body.length} 行；把人少的工种合并`,
        `${mostRows} rows at most, there are ${body.length}: put small trades together`,
      ),
    })
  return together(body, head)
}

function together(body: readonly Row[], head: Head): WageTable {
  const read = body.map((row) => ({ number: row.number, ...rowOf(row, head) }))
  const seen = new Map<string, number>()
  const twice: WageFault[] = []
  for (const { number, row } of read) {
    if (!row) continue
    const key = `${row.trade}/${row.grade}`
    const before = seen.get(key)
    if (before === undefined) seen.set(key, number)
    else
      twice.push({
        row: number,
        says: text(`与第 ${before} 行是同一工种、同一等级，请合成一行`, `The same trade and grade as row ${before}; make them one`),
      })
  }
  const faults = [...read.flatMap((one) => one.faults), ...twice].sort((a, b) => a.row - b.row)
  return { rows: faults.length > 0 ? [] : read.flatMap(({ row }) => row ?? []), faults }
}

function rowOf(row: Row, head: Head): { readonly row?: WageRow; readonly faults: readonly WageFault[] } {
  const faults: WageFault[] = []
  const wrong = (column: Column, zh: string, en: string): undefined => {
    faults.push({ row: row.number, column: head.titles.get(column) ?? columnTitles[column].zh, says: text(zh, en) })
  }
  const said = (column: Column) => cell(row, head.at.get(column))
  const trade = said('trade').slice(0, 200) || wrong('trade', '写上工种', 'Write the trade')
  const grade = gradeOf(said('grade'), (says) =>
    faults.push({ row: row.number, column: head.titles.get('grade') ?? columnTitles.grade.zh, says }),
  )
  const people = wholeOf(said('people'), 100_000) ?? wrong('people', '人数写成整数，比如 28', 'People in whole numbers, like 28')
  const monthlyFen = payOf(said('monthlyFen'), wrong)
  const shifts = said('nightShifts')
  const nightShifts =
    shifts === ''
      ? undefined
      : (wholeOf(shifts, 31) ?? wrong('nightShifts', '每人每月夜班写 0 到 31 的整数', 'Night shifts of a person and month, 0 to 31'))
  if (faults.length > 0 || trade === undefined || people === undefined || monthlyFen === undefined || grade === undefined) return { faults }
  return { faults, row: { trade, grade, people, monthlyFen, ...(nightShifts === undefined ? {} : { nightShifts }) } }
}

const ungraded = new Set(['', '未定级', '未评级', '无等级', '普工', 'none', 'nograde'])

function gradeOf(written: string, wrong: (says: Text) => void): number | undefined {
  if (ungraded.has(plain(written))) return 0
  const reading = readSkill({ kind: 'text', text: written })
  if ('value' in reading) return reading.value
  return void wrong(
    text(
      '写成学徒工、初级工、中级工、高级工、技师、高级技师、特级技师、首席技师，没有的空着',
      'One of the eight grades from 学徒工 to 首席技师, or blank',
    ),
  )
}

const wholeOf = (written: string, most: number): number | undefined => {
  const plainText = written
    .normalize('NFKC')
    .replace(/[,\s人班次]/g, '')
    .replace(/\.0+$/, '')
  const n = /^\d{1,6}$/.test(plainText) ? Number(plainText) : Number.NaN
  return n <= most ? n : undefined
}

/** From a hundred yuan to a million: less or more is a sum in thousands, or of a year. */
function payOf(written: string, wrong: (column: Column, zh: string, en: string) => undefined): number | undefined {
  // Excel's averages have many places; a fen is the smallest.
  const number = /^\d+\.\d{3,}$/.test(written) ? Number(written).toFixed(2) : written
  const fen = figureOf('fenPerMonth', number)
  if (fen === undefined) return wrong('monthlyFen', '写成数字，比如 6,720', 'Write a figure, like 6,720')
  if (fen < 10_000)
    return wrong(
      'monthlyFen',
      `${written} 元太少，看看是不是以千元、万元为单位，这里按元写`,
      `${written} yuan is too little: in thousands? Write yuan`,
    )
  if (fen > 100_000_000)
    return wrong('monthlyFen', `${written} 元太多，看看是不是全年或全组的合计`, `${written} yuan is too much: of a year, or of all?`)
  return fen
}
