/** Clauses as a table of a paper: what, for whom, how much. */
import { type Clause, meaningOf } from '#law/clauses/clause.ts'
import { valueWords } from '#law/clauses/compare.ts'
import { skillTitle } from '../people/person-words.ts'

/** Whom a clause is for: 数控车工 高级工, 一等奖; everyone where it names nobody. */
export function scopeWords({ trade, grade, level }: Pick<Clause, 'trade' | 'grade' | 'level'>): string {
  const said = [trade, grade === undefined ? undefined : skillTitle(grade).zh, level].filter((word) => word !== undefined)
  return said.length > 0 ? said.join(' ') : '适用范围内全体职工'
}

/** What a clause settles, with the condition in words where there is one beside the figure. */
export function standardWords(clause: Clause): string {
  const value = valueWords(clause).zh
  const beside = meaningOf(clause.meaning).unit !== 'words' && clause.value !== undefined ? clause.words : undefined
  return beside ? `${value}（${beside}）` : value || '—'
}

/** The table of a contract: number, matter, whom it is for, standard. `from` is the number of the first row. */
export const clauseTable = (clauses: readonly Clause[], from = 1) => ({
  table: {
    head: ['序号', '事项', '适用对象', '标准'],
    rows: clauses.map((clause, at) => [String(from + at), meaningOf(clause.meaning).title.zh, scopeWords(clause), standardWords(clause)]),
  },
})
