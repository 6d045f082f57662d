/** A row about a firm, read: what it says, from which day until which, and what is wrong with it. Knows nothing of the register. */
import type { Day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import type { FactKind } from '../../organisation.ts'
import { fieldNamed } from '../kinds/kinds.ts'
import type { KindOfImport } from '../kinds/field.ts'
import { readDay } from '../values/day-value.ts'
import { readCreditCode, readHeadcount, readOrganisationName, readSector, readSize, readYear } from '../values/firm-value.ts'
import { readWords, readYesNo } from '../values/person-value.ts'
import { type Fault, type Reading, wrong, type Written } from '../values/reading.ts'
import type { RowProblem, WrittenRow } from './person-draft.ts'

export interface SaidFact {
  readonly fact: FactKind
  readonly value: string | number | boolean
  readonly since: Day
  readonly until?: Day
}

export interface FirmDraft {
  readonly name?: string
  readonly creditCode?: string
  readonly street?: string
  readonly since: Day
  readonly facts: readonly SaidFact[]
}

interface FirmContext {
  readonly kind: KindOfImport
  readonly today: Day
  readonly present: ReadonlySet<string>
}

export function draftFirm(
  { cells, kept }: WrittenRow,
  { kind, today, present }: FirmContext,
): { draft: FirmDraft; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const say = (field: string, fault: Fault): void => {
    const isKept = fault.severity === 'look' && kept.includes(fault.code)
    problems.push({ ...fault, field, cause: `${field}/${fault.code}`, ...(isKept && { kept: true }) })
  }
  const take = <T>(field: string, read: (written: Written) => Reading<T>): T | undefined => {
    const written = cells[field]
    if (!written) return undefined
    const answer = read(written)
    if (answer.fault) say(field, answer.fault)
    return answer.value
  }
  const dayOf = (field: string) => take(field, (written) => readDay(written, fieldNamed(kind, field)!.title))
  const name = take('name', readOrganisationName)
  if (!cells.name) say('name', wrong('missing', text('没有企业名称', 'No name'), text('这一格必须填。', 'This cell must be filled.')).fault)
  const year = take('year', readYear)
  const since = dayOf('since') ?? (year ? (`${year}-01-01` as Day) : undefined)
  const until = dayOf('until') ?? (year ? (`${year}-12-31` as Day) : undefined)
  if (since && until && until < since)
    say(
      'until',
      wrong('order', text('截止早于起始', 'It ends before it begins'), text('请核对两个日期。', 'Please check both days.')).fault,
    )
  const from = since ?? today
  const listed = take('designated', readYesNo)
  // A list with a year and no column for it is the list itself.
  const designated = listed ?? (present.has('designated') ? undefined : since !== undefined ? true : undefined)
  const facts: SaidFact[] = []
  const fact = (which: FactKind, value: string | number | boolean | undefined) => {
    if (value !== undefined && value !== '') facts.push({ fact: which, value, since: from })
  }
  if (designated) facts.push({ fact: 'designated', value: true, since: from, ...(until && { until }) })
  const creditCode = take('creditCode', readCreditCode)
  fact('creditCode', creditCode)
  fact('employees', take('employees', readHeadcount))
  fact('size', take('size', readSize))
  fact('sector', take('sector', readSector))
  fact('address', take('address', readWords))
  fact('legalRepresentative', take('legalRepresentative', readWords))
  const street = take('street', readWords)
  return { draft: { since: from, facts, ...(name && { name }), ...(creditCode && { creditCode }), ...(street && { street }) }, problems }
}
