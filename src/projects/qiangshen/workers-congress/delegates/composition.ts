/** Who should be a delegate: how many seats, how many managers and women at most and least (浙江省企业民主管理条例 9–11, 14). Pure. */
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Citation } from '#law'
import { democracyZhejiang } from '#law/acts/supervision.ts'

/** The fewest delegates for so many employees. The ordinance is silent on exactly 100 and exactly 1,000: the base of the step above counts. */
export function seatsFor(employees: number): number {
  if (employees < 100) return 30
  if (employees < 1000) return 40 + 7 * Math.floor((employees - 100) / 100)
  if (employees < 5000) return 100 + 20 * Math.floor((employees - 1000) / 1000)
  return 200
}

/** More than a fifth; exactly a fifth is allowed. */
export const tooManyManagers = (managers: number, delegates: number): boolean => 5 * managers > delegates

/** Women among the delegates are a smaller part than among the staff. */
export const tooFewWomen = (women: number, delegates: number, staff: { readonly women: number; readonly known: number }): boolean =>
  women * staff.known < staff.women * delegates

export interface Staff {
  /** As the register of the firm says on that day. */
  readonly employees?: number | undefined
  /** Of those whose sex the register knows. */
  readonly women: number
  readonly known: number
}

interface Seated {
  readonly manager: boolean
  readonly sex?: 'male' | 'female' | undefined
  readonly constituency?: string | undefined
  readonly dispatched: boolean
  readonly until?: Day | undefined
}

export interface Warning {
  readonly id: 'seats' | 'managers' | 'women' | 'elected' | 'term' | 'assembly'
  readonly says: Text
  readonly law: Citation
}

const percent = (part: number, whole: number): string => `${Math.round((1000 * part) / Math.max(1, whole)) / 10}%`

/** Every fault of a register on a day, with the counts. Dispatched workers sit in without a vote and are not counted. */
export function warningsOf(register: readonly Seated[], staff: Staff, unionTermEnd: Day | undefined): readonly Warning[] {
  const seated = register.filter((one) => !one.dispatched)
  return [...seatWarnings(seated.length, staff), ...shareWarnings(seated, staff), ...choiceWarnings(seated, unionTermEnd)]
}

function seatWarnings(seats: number, { employees }: Staff): readonly Warning[] {
  if (employees === undefined) return []
  const needs = seatsFor(employees)
  if (seats >= needs) return []
  const silent = employees === 100 || employees === 1000
  const small = employees < 100
  return [
    {
      id: 'seats',
      says: text(
        `职工 ${employees} 人，代表不少于 ${needs} 名；现有 ${seats} 名，差 ${needs - seats} 名${silent ? '（条例没有写正好这个人数，按上一档的基数算）' : ''}${small ? '；也可以不选代表，开职工大会' : ''}`,
        `${employees} employees: at least ${needs} delegates; ${seats} are registered, ${needs - seats} short${silent ? ' (the ordinance is silent on exactly this number: the base of the step above is used)' : ''}${small ? '; or hold an assembly of all staff instead' : ''}`,
      ),
      law: democracyZhejiang.art(small && seats === 0 ? 7 : 10),
    },
  ]
}

function shareWarnings(seated: readonly Seated[], staff: Staff): readonly Warning[] {
  const managers = seated.filter((one) => one.manager).length
  const women = seated.filter((one) => one.sex === 'female').length
  const all = seated.length
  const warnings: Warning[] = []
  if (tooManyManagers(managers, all))
    warnings.push({
      id: 'managers',
      says: text(
        `中高层管理人员 ${managers} 名，占 ${all} 名的 ${percent(managers, all)}，不得超过 20%（${Math.floor(all / 5)} 名）`,
        `${managers} of ${all} are managers (${percent(managers, all)}); at most 20% (${Math.floor(all / 5)})`,
      ),
      law: democracyZhejiang.art(11),
    })
  if (all > 0 && staff.known > 0 && tooFewWomen(women, all, staff)) {
    const needs = Math.ceil((staff.women * all) / staff.known)
    warnings.push({
      id: 'women',
      says: text(
        `女代表 ${women} 名，占 ${percent(women, all)}；职工里女职工占 ${percent(staff.women, staff.known)}（名册 ${staff.known} 人中 ${staff.women} 人），不低于这个比例要 ${needs} 名`,
        `${women} of ${all} delegates are women (${percent(women, all)}); of the staff ${percent(staff.women, staff.known)} (${staff.women} of ${staff.known} in the register): ${needs} are needed`,
      ),
      law: democracyZhejiang.art(11),
    })
  }
  return warnings
}

function choiceWarnings(seated: readonly Seated[], unionTermEnd: Day | undefined): readonly Warning[] {
  const unnamed = seated.filter((one) => !one.constituency).length
  const beyond = unionTermEnd ? seated.filter((one) => one.until !== undefined && one.until !== unionTermEnd).length : 0
  const warnings: Warning[] = []
  if (unnamed > 0)
    warnings.push({
      id: 'elected',
      says: text(
        `${unnamed} 名代表没有写选区：代表由选区的职工直接选举`,
        `${unnamed} delegates without a constituency: they are elected directly by its employees`,
      ),
      law: democracyZhejiang.art(9),
    })
  if (beyond > 0)
    warnings.push({
      id: 'term',
      says: text(
        `${beyond} 名代表的任期与工会的届期（到 ${unionTermEnd}）不一致：提前或者延期换届，要上一级工会书面同意`,
        `${beyond} delegates' terms differ from the union's (until ${unionTermEnd}): earlier or later needs the higher union's written consent`,
      ),
      law: democracyZhejiang.art(14),
    })
  return warnings
}
