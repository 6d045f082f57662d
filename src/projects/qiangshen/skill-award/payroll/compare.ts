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

interface Meant {
  readonly people: readonly Entitled[]
  /** By the number of an entitlement: then it is nobody else. */
  readonly numbered: boolean
}

/** Whom a payroll line is about: by number, else by name, and among namesakes by grade. Several: it cannot be told. */
function meant(line: PayrollLine, people: readonly Entitled[]): Meant {
  if (line.number !== undefined) {
    const numbered = people.filter((one) => one.lines.some((due) => due.number === line.number))
    if (numbered.length > 0) return { people: numbered, numbered: true }
  }
  const named = people.filter((one) => plain(one.name) === plain(line.name))
  const graded = named.length < 2 ? [] : named.filter((one) => isOfGrade(line, one))
  return { people: graded.length === 1 ? graded : named, numbered: false }
}

const isOfGrade = ({ grade }: PayrollLine, { lines }: Entitled): boolean => grade !== undefined && lines.some((due) => due.grade === grade)

/** Lines that have a person's name and nothing more: those of their grade, if any, for a namesake has another. */
function likely(named: readonly PayrollLine[], person: Entitled): readonly PayrollLine[] {
  if (!named.some((line) => isOfGrade(line, person))) return named
  return named.filter((line) => line.grade === undefined || isOfGrade(line, person))
}

const sumOf = (lines: readonly PayrollLine[]): number => lines.reduce((sum, { paidFen }) => sum + paidFen, 0)

/** Of several lines with one name only one need be theirs, so the verdict stands only where the least and the most agree. */
function verdictOf(dueFen: number, sureFen: number, named: readonly PayrollLine[], shared: boolean): Verdict {
  const most = sureFen + sumOf(named)
  const least = sureFen + (named.length > 0 ? Math.min(...named.map(({ paidFen }) => paidFen)) : 0)
  if (least >= dueFen) return 'matched'
  if (shared || most >= dueFen) return 'unclear'
  return most > 0 ? 'tooLittle' : 'missing'
}

export function compare(sheet: Sheet, payroll: readonly PayrollLine[]): Comparison {
  const people = byPerson(sheet)
  const [sure, byName, shared] = [new Map<Id, PayrollLine[]>(), new Map<Id, PayrollLine[]>(), new Map<Id, PayrollLine[]>()]
  let others = 0
  for (const line of payroll) {
    const whom = meant(line, people)
    if (whom.people.length === 0) others++
    const into = whom.people.length > 1 ? shared : whom.numbered ? sure : byName
    for (const { person } of whom.people) into.set(person, [...(into.get(person) ?? []), line])
  }
  const compared = people.map((one): Compared => {
    const { person, name, lines } = one
    const named = byName.get(person) ?? []
    const mine = likely(named, one)
    others += named.length - mine.length
    const [certain, doubt] = [sure.get(person) ?? [], shared.get(person) ?? []]
    const dueFen = lines.reduce((sum, line) => sum + line.fen, 0)
    const paidFen = sumOf([...certain, ...mine])
    return {
      person,
      name,
      numbers: lines.map((line) => line.number),
      dueFen,
      paidFen,
      verdict: verdictOf(dueFen, sumOf(certain), mine, doubt.length > 0),
      rows: [...certain, ...mine, ...doubt].map(({ row }) => row),
    }
  })
  const counts: Record<Verdict, number> = { matched: 0, tooLittle: 0, missing: 0, unclear: 0 }
  for (const { verdict } of compared) counts[verdict]++
  const short = compared.filter(({ verdict }) => verdict === 'tooLittle' || verdict === 'missing')
  return { people: compared, counts, owedFen: short.reduce((sum, one) => sum + one.dueFen - one.paidFen, 0), others }
}
