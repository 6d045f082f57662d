/** A block of cells copied from Excel or WPS, laid over a matrix: by place, or by its own heads where it brings them. Pure. */
import { allTrades, type MatrixRow, rowKey, type SkillMatrix, withCell } from './matrix.ts'

/** Rows of cells as a clipboard has them: tabs between cells, line ends between rows, quotes around cells with line ends inside. */
export function cellsOf(pasted: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  const text = pasted.replace(/(\r\n|\n|\r)+$/, '')
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    rows.at(-1)!.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim())
    if (match[3] === '') break
    if (match[3] !== '\t') rows.push([])
  }
  return rows
}

/** `1,234.5`, `¥300`, `300 元/月` → fen; null for an empty cell or a dash; undefined for what is no amount. */
export function fenIn(cell: string): number | null | undefined {
  const plain = cell
    .normalize('NFKC')
    .replace(/[,\s¥￥]/g, '')
    .replace(/元.*$/, '')
  if (plain === '' || /^[-—–/]+$/.test(plain)) return null
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain)
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined
}

export interface Pasted {
  readonly matrix: SkillMatrix
  readonly filled: number
  /** Cells that are no amount, or lie beyond the matrix, as they were written. */
  readonly left: readonly string[]
}

export interface PasteAt {
  /** As they stand on the screen. */
  readonly rows: readonly MatrixRow[]
  readonly trades: readonly string[]
  readonly row: number
  readonly column: number
  /** What a row is called: 高级工, 技能津贴 高级工. */
  readonly titles: (row: MatrixRow) => readonly string[]
  /** What the column of all trades is called. */
  readonly all: readonly string[]
}

const plain = (words: string): string => words.normalize('NFKC').replace(/[\s·:：]/g, '')

/** Where the columns and rows of the block belong; undefined where a head is unknown. */
interface Aim {
  readonly trades: readonly (string | undefined)[]
  readonly rows: readonly (MatrixRow | undefined)[]
  readonly cells: readonly (readonly string[])[]
}

function aimed(cells: readonly (readonly string[])[], at: PasteAt): Aim {
  const rowNamed = (name: string) => at.rows.find((row) => at.titles(row).some((title) => plain(title) === plain(name)))
  const headed = cells.length > 1 && cells.slice(1).some((row) => rowNamed(row[0] ?? '') !== undefined)
  const named = headed || cells.every((row) => row.length > 1 && rowNamed(row[0]!) !== undefined)
  if (!named)
    return {
      trades: (cells[0] ?? []).map((_, column) => at.trades[at.column + column]),
      rows: cells.map((_, row) => at.rows[at.row + row]),
      cells,
    }
  const withHead = headed && rowNamed(cells[0]?.[0] ?? '') === undefined
  const body = withHead ? cells.slice(1) : cells
  const width = Math.max(...body.map((row) => row.length)) - 1
  const heads = withHead ? cells[0]!.slice(1) : []
  const tradeAt = (column: number): string | undefined => {
    const head = heads[column]
    if (head === undefined) return at.trades[at.column + column]
    return head === '' || at.all.some((name) => plain(name) === plain(head)) ? allTrades : head
  }
  return {
    trades: Array.from({ length: width }, (_, column) => tradeAt(column)),
    rows: body.map((row) => rowNamed(row[0] ?? '')),
    cells: body.map((row) => row.slice(1)),
  }
}

/** An empty pasted cell empties its cell, as in a spreadsheet. */
export function pasteInto(matrix: SkillMatrix, pasted: string, at: PasteAt): Pasted {
  const { trades, rows, cells } = aimed(cellsOf(pasted), at)
  const left: string[] = []
  let filled = 0
  let next = matrix
  for (const [y, line] of cells.entries()) {
    for (const [x, cell] of line.entries()) {
      const [row, trade, fen] = [rows[y], trades[x], fenIn(cell)]
      if (row === undefined || trade === undefined || fen === undefined) {
        if (cell !== '') left.push(cell)
        continue
      }
      const present = next.rows.find((one) => rowKey(one) === rowKey(row)) ?? row
      next = withCell(next, present, trade, fen === null ? undefined : { value: fen })
      if (fen !== null) filled++
    }
  }
  return { matrix: next, filled, left }
}
