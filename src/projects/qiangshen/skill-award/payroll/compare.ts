/** A firm's payroll beside its check sheet: what matches, what is too little, what is missing. Pure; the payroll is not kept. */
import type { Id } from '#kernel/id.ts'
import type { Sheet, SheetLine } from './sheet.ts'

/** One line of the payroll. `number` is the number of an entitlement, where the check sheet itself comes back filled in. */
export interface PayrollLine {
  readonly row: number
  readonly name: string
  readonly number?: string
  readonly grade?: number
  readonly paidFen: number
}

export type Verdict = 'matched' | 'tooLittle' | 'missing' | 'unclear'

export interface Compared {
  readonly person: Id
  readonly name: string
  readonly numbers: readonly string[]
  readonly dueFen: number
  readonly paidFen: number
  readonly verdict: Verdict
  /** Rows of the file that were counted. */
  readonly rows: readonly number[]
}

export interface Comparison {
  readonly people: readonly Compared[]
  readonly counts: Readonly<Record<Verdict, number>>
  /** What is still to be paid to those who got too little or nothing. */
  readonly owedFen: number
  /** Lines of people who are entitled to nothing that month: counted, and forgotten. */
  readonly others: number
}

interface Entitled {
  readonly person: Id
  readonly name: string
  readonly lines: readonly SheetLine[]
}

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s·•]/g, '')

function byPerson(sheet: Sheet): readonly Entitled[] {
  const people = new Map<Id, SheetLine[]>()
  for (const line of sheet.lines) people.set(line.person, [...(people.get(line.person) ?? []), line])
  return [...people].map(([person, lines]) => ({ person, name: lines[0]!.name, lines }))
}

/** Whom a payroll line is about: by number, else by name, and among namesakes by grade. Several: it cannot be told. */
function meant(line: PayrollLine, people: readonly Entitled[]): readonly Entitled[] {
  if (line.number !== undefined) {
    const numbered = people.filter((one) => one.lines.some((due) => due.number === line.number))
    if (numbered.length > 0) return numbered
  }
  const named = people.filter((one) => plain(one.name) === plain(line.name))
  if (named.length < 2 || line.grade === undefined) return named
  const graded = named.filter((one) => one.lines.some((due) => due.grade === line.grade))
  return graded.length === 1 ? graded : named
}

export function compare(sheet: Sheet, payroll: readonly PayrollLine[]): Comparison {
  const people = byPerson(sheet)
  const paid = new Map<Id, PayrollLine[]>()
  const unclear = new Map<Id, PayrollLine[]>()
  let others = 0
  for (const line of payroll) {
    const whom = meant(line, people)
    if (whom.length === 0) others++
    for (const { person } of whom) {
      const into = whom.length === 1 ? paid : unclear
      into.set(person, [...(into.get(person) ?? []), line])
    }
  }
  const compared = people.map(({ person, name, lines }): Compared => {
    const doubt = unclear.get(person)
    const mine = paid.get(person) ?? []
    const dueFen = lines.reduce((sum, line) => sum + line.fen, 0)
    const paidFen = mine.reduce((sum, line) => sum + line.paidFen, 0)
    const verdict = paidFen >= dueFen ? 'matched' : doubt ? 'unclear' : paidFen > 0 ? 'tooLittle' : 'missing'
    return {
      person,
      name,
      numbers: lines.map((line) => line.number),
      dueFen,
      paidFen,
      verdict,
      rows: [...mine, ...(doubt ?? [])].map((one) => one.row),
    }
  })
  const counts: Record<Verdict, number> = { matched: 0, tooLittle: 0, missing: 0, unclear: 0 }
  for (const { verdict } of compared) counts[verdict]++
  const short = compared.filter(({ verdict }) => verdict === 'tooLittle' || verdict === 'missing')
  return { people: compared, counts, owedFen: short.reduce((sum, one) => sum + one.dueFen - one.paidFen, 0), others }
}
