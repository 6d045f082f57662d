/** A clause as it is typed and as a table shows it: figures in yuan, per cent and hours, kept as whole numbers. */
import { yuan } from '#kernel/money.ts'
import { type Text, text } from '#kernel/text.ts'
import { type Clause, type ClauseUnit, meaningOf } from './clause.ts'

/** What stands beside the figure. Empty where a clause is settled in words. */
export const unitWords: Readonly<Record<ClauseUnit, Text>> = {
  fenPerMonth: text('元/月', 'yuan a month'),
  fenPerDay: text('元/天', 'yuan a day'),
  fenPerShift: text('元/班', 'yuan a shift'),
  fenPerYear: text('元/年', 'yuan a year'),
  fenOnce: text('元', 'yuan'),
  basisPoints: text('%', '%'),
  tenthsOfHourPerWeek: text('小时/周', 'hours a week'),
  days: text('天', 'days'),
  times: text('次/年', 'times a year'),
  words: text('', ''),
}

const isMoney = (unit: ClauseUnit): boolean => unit.startsWith('fen')
/** How many places after the point the unit keeps. */
const places = (unit: ClauseUnit): number => (isMoney(unit) || unit === 'basisPoints' ? 2 : unit === 'tenthsOfHourPerWeek' ? 1 : 0)

/** `315000` of fen is 3,150; `550` of basis points is 5.5. */
export function figureText(unit: ClauseUnit, value: number): string {
  return isMoney(unit) ? yuan(value) : String(value / 10 ** places(unit))
}

const fullWidth = (typed: string): string =>
  typed.replace(/[０-９．，％]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replaceAll('。', '.')

/** What was typed or pasted, `3,150元`, `5.5%`, as the whole number that is kept; undefined for what is no such figure. Profits fall too. */
export function figureOf(unit: ClauseUnit, typed: string): number | undefined {
  if (unit === 'words') return undefined
  const plain = fullWidth(typed)
    .replace(/[,\s¥￥]/g, '')
    .replace(/^[－−]/, '-')
    .replace(/(元|%|小时|天|次)(\/?[月天班年周]|每[月天班年周])?$/, '')
  const digits = places(unit)
  const found = /^(-?)(\d{1,10})(?:\.(\d+))?$/.exec(plain)
  if (!found) return undefined
  const fraction = (found[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return undefined
  const size = Number(found[2]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0)
  return found[1] && size > 0 ? -size : size
}

/** What a row of clauses is called: 数控车工 · 高级工 技能津贴. `grade` gives the name of a skill grade. */
export function clauseTitle(clause: Clause, grade: (level: number) => Text): Text {
  const { title } = meaningOf(clause.meaning)
  const own = clause.meaning === 'other' && clause.words ? text(clause.words.slice(0, 40), clause.words.slice(0, 40)) : title
  const level = clause.grade === undefined ? undefined : grade(clause.grade)
  const narrowed = (name: Text, space: string) => ({
    zh: [clause.trade, level?.zh, clause.level].filter(Boolean).join(' · ') + space + name.zh,
    en: `${name.en}${[clause.trade, level?.en, clause.level]
      .filter(Boolean)
      .map((one) => `, ${one}`)
      .join('')}`,
  })
  return clause.trade || level || clause.level ? narrowed(own, ' ') : own
}
