/** A column out of Excel or WPS, put into the rows of the bargaining table: by the name of the clause where there is one, else downward. */
import { type Clause, meaningOf } from '#law/clauses/clause.ts'
import { clauseTitle, figureOf } from '#law/clauses/entry.ts'
import type { Text } from '#kernel/text.ts'

export interface PastedRow {
  readonly key: string
  readonly clause: Clause
}

const plain = (name: string): string => name.replace(/[\s·,，()（）]/g, '').toLowerCase()

/**
 * What goes into which row, as it was typed: the check of the figure says what is wrong with it. Undefined for a single figure,
 * which goes where the cursor is.
 */
export function pasted(
  text: string,
  rows: readonly PastedRow[],
  from: string,
  grade: (level: number) => Text,
): ReadonlyMap<string, number | string> | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  if (lines.length === 1 && !lines[0]!.includes('\t')) return undefined
  const named = new Map(rows.flatMap(({ key, clause }) => namesOf(clause, grade).map((name) => [plain(name), key] as const)))
  const found = new Map<string, number | string>()
  let at = Math.max(
    0,
    rows.findIndex(({ key }) => key === from),
  )
  for (const line of lines) {
    const cells = line.split('\t').map((cell) => cell.trim())
    const byName = cells.length > 1 ? named.get(plain(cells[0]!)) : undefined
    const key = byName ?? rows[at]?.key
    // A head over the column names no row and is no figure.
    const typed = (byName ? cells.slice(1) : cells).find((cell) => cell !== '')
    if (!byName && typed !== undefined && found.size === 0 && !/\d/.test(typed)) continue
    if (key && typed !== undefined) found.set(key, figureOf(unitAt(rows, key), typed) ?? typed)
    at = (byName ? rows.findIndex((row) => row.key === byName) : at) + 1
  }
  return found
}

const unitAt = (rows: readonly PastedRow[], key: string) => meaningOf(rows.find((row) => row.key === key)!.clause.meaning).unit

function namesOf(clause: Clause, grade: (level: number) => Text): readonly string[] {
  const title = clauseTitle(clause, grade)
  return [title.zh, title.en]
}
