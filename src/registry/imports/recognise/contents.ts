/** Columns told by what is in them, where no heading says it. */
import type { Cell, Row } from '#platform/workbook/cell.ts'
import { writtenDay } from '../values/day-value.ts'

const idShape = /^[1-9]\d{16}[\dXx]$/
const phoneShape = /^(\+?86)?1[3-9]\d{9}$/
const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺'.split(
    '',
  ),
)

const tests: readonly { readonly field: string; readonly fits: (cell: Cell) => boolean }[] = [
  { field: 'idNumber', fits: ({ text, kind }) => kind === 'rounded' || idShape.test(text.trim()) },
  { field: 'phone', fits: ({ text }) => phoneShape.test(text.replace(/[\s-]/g, '')) },
  {
    field: 'creditCode',
    fits: ({ text }) => /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text.trim()) && /[A-Z]/.test(text.slice(2, 17)),
  },
  { field: 'sex', fits: ({ text }) => /^[男女]$/.test(text.trim()) },
  { field: 'firm', fits: ({ text }) => /(公司|厂|店|中心|合作社)$/.test(text.trim()) },
  { field: 'name', fits: ({ text }) => /^[\u4e00-\u9fff]{2,4}$/.test(text.trim()) && surnames.has(text.trim()[0]!) },
]

/** The field most of a column's cells look like, by the first rows; undefined when they look like nothing in particular. */
export function fieldByContents(rows: readonly Row[], at: number): string | undefined {
  const cells = rows.flatMap(({ cells }) => cells[at] ?? [])
  if (cells.length === 0) return undefined
  const most = Math.max(1, Math.ceil(cells.length * 0.6))
  return tests.find(({ fits }) => cells.filter(fits).length >= most)?.field
}

/** A row of data rather than of headings. */
export const looksLikeData = ({ cells }: Row): boolean =>
  cells.some(
    (cell) =>
      cell &&
      (idShape.test(cell.text.trim()) ||
        phoneShape.test(cell.text.trim()) ||
        cell.kind === 'day' ||
        (cell.kind === 'text' && /\d{4}[-./年]\d/.test(cell.text) && writtenDay(cell) !== null)),
  )
