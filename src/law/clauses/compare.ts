/** Clauses against what lies beneath them: the local minimum wage, and the contracts above that bind the firm. */
import { yuan } from '#kernel/money.ts'
import { type Text, text } from '#kernel/text.ts'
import { type Clause, type ClauseUnit, meaningOf } from './clause.ts'

export interface FloorContract {
  readonly title: string
  readonly number: string
  readonly clauses: readonly Clause[]
}

/** What no clause of the firm may lie under, as it stands on one day. An unknown minimum wage is no floor. */
export interface ClauseFloor {
  readonly minimumWageFen?: number | undefined
  readonly contracts: readonly FloorContract[]
}

export interface ClauseFault {
  readonly clause: Clause
  readonly against: 'minimumWage' | 'contract'
  /** In the unit of the clause's meaning. */
  readonly floorValue: number
  /** The contract above, by its title. */
  readonly title?: string
}

const narrowings = ['trade', 'grade', 'level'] as const
const narrowness = (clause: Clause): number => narrowings.filter((by) => clause[by] !== undefined).length

/** A clause above governs one below of the same meaning unless it was made for another trade, grade or level. */
const governs = (above: Clause, below: Clause): boolean =>
  above.meaning === below.meaning &&
  above.value !== undefined &&
  narrowings.every((by) => above[by] === undefined || above[by] === below[by])

const worse = (clause: Clause, a: number, b: number): boolean => (meaningOf(clause.meaning).better === 'more' ? a < b : a > b)

/** What one contract above says of this clause: the narrowest of its clauses that speak of it, and of two alike the better one for the worker. */
export function floorIn(clause: Clause, contract: Pick<FloorContract, 'clauses'>): number | undefined {
  let best: Clause | undefined
  for (const above of contract.clauses) {
    if (!governs(above, clause)) continue
    const nearer = best === undefined ? 1 : narrowness(above) - narrowness(best)
    if (nearer > 0 || (nearer === 0 && worse(clause, best!.value!, above.value!))) best = above
  }
  return best?.value
}

/** Why this clause may not stand; empty when it may. Pay must be higher than the minimum wage (市 11, 省 5); what a contract above gives is the least (市 35). */
export function belowFloor(clause: Clause, floor: ClauseFloor): readonly ClauseFault[] {
  const { value } = clause
  if (value === undefined) return []
  const faults: ClauseFault[] = []
  const minimum = floor.minimumWageFen
  if (minimum !== undefined && meaningOf(clause.meaning).pay && value <= minimum) {
    faults.push({ clause, against: 'minimumWage', floorValue: minimum })
  }
  for (const contract of floor.contracts) {
    const least = floorIn(clause, contract)
    if (least !== undefined && worse(clause, value, least)) {
      faults.push({ clause, against: 'contract', floorValue: least, title: contract.title })
    }
  }
  return faults
}

/** Every clause that lies too low, each with every floor it lies under. */
export const faultsOf = (clauses: readonly Clause[], floor: ClauseFloor): readonly ClauseFault[] =>
  clauses.flatMap((clause) => belowFloor(clause, floor))

const hundredths = (value: number): string => `${value / 100}`

const writings: Readonly<Record<Exclude<ClauseUnit, 'words'>, (value: number) => Text>> = {
  fenPerMonth: (fen) => text(`${yuan(fen)} 元/月`, `${yuan(fen)} yuan a month`),
  fenPerDay: (fen) => text(`${yuan(fen)} 元/天`, `${yuan(fen)} yuan a day`),
  fenPerShift: (fen) => text(`${yuan(fen)} 元/班`, `${yuan(fen)} yuan a shift`),
  fenPerYear: (fen) => text(`${yuan(fen)} 元/年`, `${yuan(fen)} yuan a year`),
  fenOnce: (fen) => text(`${yuan(fen)} 元`, `${yuan(fen)} yuan`),
  basisPoints: (value) => text(`${hundredths(value)}%`, `${hundredths(value)}%`),
  tenthsOfHourPerWeek: (value) => text(`每周 ${value / 10} 小时`, `${value / 10} hours a week`),
  days: (value) => text(`${value} 天`, value === 1 ? '1 day' : `${value} days`),
  times: (value) => text(`每年 ${value} 次`, value === 1 ? 'once a year' : `${value} times a year`),
}

/** A figure as people read it in the unit of a meaning: `315000` of `minimumWage` is 3,150 元/月. */
export function figureWords(meaning: Clause['meaning'], value: number): Text {
  const { unit } = meaningOf(meaning)
  return unit === 'words' ? text(String(value), String(value)) : writings[unit](value)
}

/** What a clause gives, as people read it: its figure, or the words in which it is settled. */
export const valueWords = (clause: Clause): Text =>
  clause.value !== undefined && meaningOf(clause.meaning).unit !== 'words'
    ? figureWords(clause.meaning, clause.value)
    : text(clause.words ?? '', clause.words ?? '')

/** Why a clause may not stand, in one sentence. */
export function faultWords(fault: ClauseFault): Text {
  const { title } = meaningOf(fault.clause.meaning)
  const [is, floor] = [valueWords(fault.clause), figureWords(fault.clause.meaning, fault.floorValue)]
  const bound = meaningOf(fault.clause.meaning).better === 'more' ? text('不得低于', 'not less than') : text('不得高于', 'not more than')
  return fault.against === 'minimumWage'
    ? text(
        `${title.zh} ${is.zh}，应当高于最低工资标准 ${floor.zh}`,
        `${title.en}: ${is.en}; must be higher than the minimum wage of ${floor.en}`,
      )
    : text(
        `${title.zh} ${is.zh}，${bound.zh}《${fault.title ?? ''}》约定的 ${floor.zh}`,
        `${title.en}: ${is.en}; ${bound.en} ${floor.en} in “${fault.title ?? ''}”`,
      )
}

/** A clause in one line: 技能津贴（车工，3 级）300 元/月. */
export function clauseWords(clause: Clause): Text {
  const { title } = meaningOf(clause.meaning)
  const { trade, grade, level } = clause
  const narrow = (of: (grade: number) => string, comma: string) => [trade, grade && of(grade), level].filter(Boolean).join(comma)
  const [zh, en] = [narrow((n) => `${n} 级`, '，'), narrow((n) => `grade ${n}`, ', ')]
  const said = valueWords(clause)
  return text(`${title.zh}${zh && `（${zh}）`} ${said.zh}`.trim(), `${title.en}${en && ` (${en})`} ${said.en}`.trim())
}
