/** A matrix of skill-grade wages: trades across, grades and levels down, in four classes; the same clauses as a list. */
import { type Clause, clauseKey, type MeaningId, meaningIds, meaningOf, type SkillClass, skillClasses } from './clause.ts'
import { authorityLevels, degreeLevels, patentLevels } from './matrix-models.ts'

/** What stands where a row and a trade meet: a figure, or the words in which it is settled. */
export interface MatrixCell {
  readonly value?: number | undefined
  readonly words?: string | undefined
}

export interface MatrixRow {
  readonly skill: SkillClass
  readonly meaning: MeaningId
  readonly grade?: number | undefined
  readonly level?: string | undefined
  /** By trade; `allTrades` where the clause speaks of none. */
  readonly cells: Readonly<Record<string, MatrixCell>>
}

export interface SkillMatrix {
  /** In alphabetical order of the code, the column of all trades first. */
  readonly trades: readonly string[]
  readonly rows: readonly MatrixRow[]
  /** Clauses of no class of skill: they pass through untouched. */
  readonly rest: readonly Clause[]
}

/** The column of clauses that name no trade. */
export const allTrades = ''

export const skillMeanings: readonly MeaningId[] = meaningIds.filter((id) => meaningOf(id).skill !== undefined)
export const skillClassIds = Object.keys(skillClasses) as readonly SkillClass[]
/** Rewarded by the grade of the certificate; the others by a level in words. */
export const byGrade = (meaning: MeaningId): boolean => meaning === 'skillAllowance' || meaning === 'promotionReward'

export const rowKey = ({ meaning, grade, level }: Pick<MatrixRow, 'meaning' | 'grade' | 'level'>): string =>
  clauseKey({ meaning, grade, level })

const order = (row: Pick<MatrixRow, 'meaning' | 'grade'>): number => meaningIds.indexOf(row.meaning) * 10 + (row.grade ?? 0)
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const ranked = ['一等', '二等', '三等', '优胜']
/** National before provincial, first before second; what is no such level stands behind, by its words. */
function levelOrder(level: string | undefined): number {
  if (level === undefined) return -1
  const plain = ([...degreeLevels, ...patentLevels] as readonly string[]).indexOf(level)
  if (plain >= 0) return plain
  const [at, rank] = [authorityLevels.findIndex((one) => level.includes(one)), ranked.findIndex((one) => level.includes(one))]
  return at < 0 && rank < 0 ? 1000 : (at < 0 ? 90 : at * 10) + rank + 1
}
export const inOrder = (a: MatrixRow, b: MatrixRow): number =>
  order(a) - order(b) || levelOrder(a.level) - levelOrder(b.level) || before(a.level ?? '', b.level ?? '')

/** The clauses as a grid. Of two clauses for the same cell the later one stands. */
export function matrixOf(clauses: readonly Clause[]): SkillMatrix {
  const rows = new Map<string, MatrixRow>()
  const trades = new Set<string>()
  const rest: Clause[] = []
  for (const clause of clauses) {
    const { skill } = meaningOf(clause.meaning)
    if (skill === undefined) {
      rest.push(clause)
      continue
    }
    const { meaning, grade, level, trade = allTrades, value, words } = clause
    const key = rowKey(clause)
    const row = rows.get(key)
    const cell: MatrixCell = { ...(value === undefined ? {} : { value }), ...(words === undefined ? {} : { words }) }
    trades.add(trade)
    rows.set(key, {
      skill,
      meaning,
      ...(grade === undefined ? {} : { grade }),
      ...(level === undefined ? {} : { level }),
      cells: { ...row?.cells, [trade]: cell },
    })
  }
  return { trades: [...trades].sort(before), rows: [...rows.values()].sort(inOrder), rest }
}

/** The grid as clauses, row by row; an empty cell is no clause. */
export function clausesOf({ trades, rows, rest }: SkillMatrix): readonly Clause[] {
  return [
    ...rest,
    ...rows.flatMap(({ meaning, grade, level, cells }) =>
      trades.flatMap((trade): Clause[] => {
        const cell = cells[trade]
        if (!cell || (cell.value === undefined && cell.words === undefined)) return []
        return [
          {
            meaning,
            ...cell,
            ...(trade === allTrades ? {} : { trade }),
            ...(grade === undefined ? {} : { grade }),
            ...(level === undefined ? {} : { level }),
          },
        ]
      }),
    ),
  ]
}

/** The matrix with another cell; `undefined` empties it. A row whose cells are all empty stays, so that it can be filled again. */
export function withCell(matrix: SkillMatrix, row: MatrixRow, trade: string, cell: MatrixCell | undefined): SkillMatrix {
  const key = rowKey(row)
  const { [trade]: _gone, ...others } = matrix.rows.find((one) => rowKey(one) === key)?.cells ?? {}
  const next: MatrixRow = { ...row, cells: cell ? { ...others, [trade]: cell } : others }
  const rows = [...matrix.rows.filter((one) => rowKey(one) !== key), next].sort(inOrder)
  const trades = matrix.trades.includes(trade) ? matrix.trades : [...matrix.trades, trade].sort(before)
  return { ...matrix, trades, rows }
}

export interface LadderFault {
  readonly meaning: MeaningId
  readonly trade: string
  readonly lower: { readonly grade: number; readonly value: number }
  readonly higher: { readonly grade: number; readonly value: number }
}

/** Where a higher grade is paid less than a lower one of the same trade. People may have meant it: a warning, never a refusal. */
export function ladderFaults({ trades, rows }: SkillMatrix): readonly LadderFault[] {
  const faults: LadderFault[] = []
  for (const meaning of skillMeanings.filter(byGrade)) {
    const ladder = rows.filter((row) => row.meaning === meaning && row.grade !== undefined && row.level === undefined)
    for (const trade of trades) {
      let top: LadderFault['lower'] | undefined
      for (const { grade, cells } of ladder) {
        const value = cells[trade]?.value
        if (value === undefined || grade === undefined) continue
        if (top && value < top.value) faults.push({ meaning, trade, lower: top, higher: { grade, value } })
        else top = { grade, value }
      }
    }
  }
  return faults
}
