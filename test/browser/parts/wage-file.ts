/** The wage table of 杭州明晰光电有限公司 as its personnel office keeps it in Excel: averages by trade and grade, 1,260 people. */
import { writeSpreadsheet } from './spreadsheet.ts'

const lines = [
  ['贴片操作工', '未定级', '420', '5120.50', '8'],
  ['贴片操作工', '中级工', '260', '5680', '8'],
  ['装配工', '未定级', '310', '4980', '4'],
  ['测试工', '高级工', '150', '6420', '6'],
  ['设备维修工', '技师', '60', '8350', '5'],
  ['品质检验员', '高级工', '60', '6100', '2'],
] as const

/** With `姓名` at the head of its first column it is a list of persons, which nobody asked for. */
export const wageFile = async (first: '工种' | '姓名') => ({
  name: '2026年工资表.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await writeSpreadsheet({
    name: '工资表',
    merged: ['A1:E1'],
    rows: [
      ['杭州明晰光电有限公司工资表（2026 年 1—10 月）'],
      [first, '技能等级', '人数', '月人均工资', '夜班'],
      ...lines.map(([trade, grade, ...numbers]) => [trade, grade, ...numbers.map((number) => ({ number }))]),
    ],
  }),
})
