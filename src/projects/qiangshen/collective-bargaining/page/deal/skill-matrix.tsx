/** The skill-grade clauses of the table as a grid: one's own figures to be typed, the other side's, the agreed and the present ones beside them. */
import { ClauseMatrix } from '#engine/screens/form/clause-matrix.tsx'
import { type Clause, clauseKey, meaningOf } from '#law/clauses/clause.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import type { Row } from '../../table/table.ts'
import type { Entry } from './entry.tsx'
import type { Typed } from './typed.ts'

const words = catalogue({
  zh: { title: '能级工资矩阵', says: '在格子里填，和下面的条款表是同一份；提出时一起交。' },
  en: { title: 'Matrix of skill-grade wages', says: 'What is typed here is the same as in the table below, and is proposed with it.' },
})

const isSkill = (clause: Clause): boolean => meaningOf(clause.meaning).skill !== undefined
const present = (clauses: readonly (Clause | undefined)[]): readonly Clause[] => clauses.filter((one) => one !== undefined).filter(isSkill)

/** What this side stands at, with what it is typing over it. */
function standing(rows: readonly Row[], { side, ready }: Entry): ReadonlyMap<string, Clause> {
  return new Map([...present(rows.map((row) => row[side])), ...ready.filter(isSkill)].map((clause) => [clauseKey(clause), clause]))
}

/** The cells that were changed, as the entry takes them; one emptied is no longer proposed. */
function changes(before: ReadonlyMap<string, Clause>, after: readonly Clause[]): readonly Typed[] {
  const next = new Map(after.map((clause) => [clauseKey(clause), clause]))
  const gone = [...before].filter(([key]) => !next.has(key)).map(([, clause]): Typed => ({ clause, value: undefined }))
  const set = [...next].filter(([key, clause]) => before.get(key)?.value !== clause.value)
  return [...gone, ...set.map(([, clause]): Typed => ({ clause, value: clause.value }))]
}

export function SkillMatrix({ rows, entry, open }: { readonly rows: readonly Row[]; readonly entry: Entry; readonly open: boolean }) {
  const w = useWords(words)
  const own = standing(rows, entry)
  const other = entry.side === 'workers' ? 'employer' : 'workers'
  return (
    <details className="skill-matrix" open={open}>
      <summary>{w.title}</summary>
      <p className="s sub">{w.says}</p>
      <ClauseMatrix
        clauses={[...own.values()]}
        counter={present(rows.map((row) => row[other]))}
        agreed={present(rows.map((row) => row.agreed))}
        current={present(rows.map((row) => row.current))}
        onChange={(next) => entry.putAll(changes(own, next))}
      />
    </details>
  )
}
