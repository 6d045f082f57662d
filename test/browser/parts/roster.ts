/** The roster of a firm as its office sends it: 1,200 people under merged headings, days written in three ways, and seventeen faults. */
import { checkDigitOf } from '#registry/id-number.ts'
import { letter, type Written, writeSpreadsheet } from './spreadsheet.ts'

export const firm = '杭州新柯电子有限公司'
export const size = 1_200

/** Below a title, a line of particulars and two rows of headings. */
const firstRow = 5
const above: readonly (readonly Written[])[] = [
  [`${firm}职工会员花名册`],
  ['填报单位（盖章）', null, null, null, null, '填报日期：2026年11月20日'],
  ['序号', '基本情况', null, null, null, '任职与会籍', null, null, '技能学历', null, '备注'],
  [null, '职工姓名', '性别', '身份证号码', '联系电话', '所在单位', '入职时间', '入会时间', '技能等级', '学历', null],
]
const merged = ['A1:K1', 'A2:E2', 'F2:K2', 'A3:A4', 'B3:E3', 'F3:H3', 'I3:J3', 'K3:K4']

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const given = '国强建军志平永福晓东海燕秀英丽华伟芳敏静磊洋勇艳杰娟涛明'
const nameOf = (n: number): string => surnames[n % 20]! + given[(n * 7) % given.length]! + given[(n * 11 + (n >> 4)) % given.length]!

/** A sound number of somebody who is nobody. */
export function idOf(n: number): string {
  const born = `${1966 + (n % 36)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`
  const first = `3301${String(10 + (n % 19)).padStart(2, '0')}${born}${String(n % 1000).padStart(3, '0')}`
  return first + checkDigitOf(first)
}
export const phoneOf = (n: number): string => `199${String(40_000_000 + n * 7)}`
const sexOf = (id: string): string => (Number(id[16]) % 2 === 1 ? '男' : '女')

/** In the three ways that are met in one and the same file. */
function dayOf(n: number, year: number): Written {
  const [month, date] = [1 + (n % 12), 1 + (n % 28)]
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return n % 3 === 0 ? { day: iso } : n % 3 === 1 ? `${year}.${month}.${date}` : `${year}年${month}月${date}日`
}

const skills = ['初级工', '中级工', '高级工', '技师', '']
const schooling = ['初中', '高中', '大专', '本科', '中专']

function lineOf(n: number): Written[] {
  const id = idOf(n)
  const year = Math.max(2008 + (n % 17), Number(id.slice(6, 10)) + 20)
  return [
    { number: String(n) },
    nameOf(n),
    sexOf(id),
    id,
    phoneOf(n),
    firm,
    dayOf(n, year),
    dayOf(n + 3, year + 1),
    skills[n % 5]!,
    schooling[n % 5]!,
    null,
  ]
}

/** Row of the sheet of the n-th person. */
export const rowOf = (n: number): number => firstRow + n - 1
export const columns = { name: 1, id: 3, phone: 4, firm: 5, employed: 6, member: 7, skill: 8 } as const

const otherDigit = (id: string): string => id.slice(0, 17) + (id[17] === '5' ? '6' : '5')

interface Fault {
  readonly person: number
  readonly column: number
  readonly wrong: Written
  /** What is typed to mend it. */
  readonly right: string
}

/** 张三 is one of them: it is he whom the officer looks for in the end. */
export const zhangSan = 418

export const faults: readonly Fault[] = [
  { person: 37, column: columns.id, wrong: otherDigit(idOf(37)), right: idOf(37) },
  { person: zhangSan, column: columns.id, wrong: otherDigit(idOf(zhangSan)), right: idOf(zhangSan) },
  { person: 102, column: columns.id, wrong: idOf(102).slice(0, 17), right: idOf(102) },
  { person: 115, column: columns.id, wrong: { number: `${idOf(115).slice(0, 15)}000` }, right: idOf(115) },
  { person: 160, column: columns.id, wrong: `${idOf(160).slice(0, 10)}13${idOf(160).slice(12)}`, right: idOf(160) },
  { person: 201, column: columns.phone, wrong: phoneOf(201).slice(0, 10), right: phoneOf(201) },
  { person: 233, column: columns.phone, wrong: phoneOf(233).slice(0, 10), right: phoneOf(233) },
  { person: 305, column: columns.id, wrong: idOf(120), right: idOf(305) },
  { person: 512, column: columns.id, wrong: idOf(388), right: idOf(512) },
  { person: 540, column: columns.firm, wrong: '杭州新科电子', right: firm },
  { person: 541, column: columns.firm, wrong: '杭州新科电子', right: firm },
  { person: 542, column: columns.firm, wrong: '杭州新科电子', right: firm },
  { person: 700, column: columns.member, wrong: '2062-06-18', right: '2026-06-18' },
  { person: 768, column: columns.member, wrong: '2025年2月30日', right: '2025-02-28' },
  { person: 900, column: columns.name, wrong: null, right: nameOf(900) },
  { person: 1003, column: columns.skill, wrong: '大师傅', right: '技师' },
  { person: 1100, column: columns.employed, wrong: '3/4/2021', right: '2021-03-04' },
]

/** The cell of a fault, as the sheet names it. */
export const cellOf = ({ person, column }: Fault): string => `${letter(column)}${rowOf(person)}`

/** Of this one the sex stands wrong: no fault, for the ID number says it, but to be looked at. */
export const oddSex = 60

export async function faultyRoster(): Promise<Buffer> {
  const lines = Array.from({ length: size }, (_, at) => lineOf(at + 1))
  lines[zhangSan - 1]![columns.name] = '张三'
  lines[oddSex - 1]![2] = lines[oddSex - 1]![2] === '男' ? '女' : '男'
  for (const { person, column, wrong } of faults) lines[person - 1]![column] = wrong
  return await writeSpreadsheet({
    name: '在册人员',
    rows: [...above, ...lines, ['合计', `${size} 人`], ['制表人：', '孙立峰']],
    merged,
  })
}
