/** A judged row as the cells it was read from: of odd rows as they were kept, of plain ones as they were understood. */
import { skillTitle, educationTitle } from '../../people/person-words.ts'
import type { Id } from '#kernel/id.ts'
import type { WrittenRow } from '../check/person-draft.ts'
import type { StagedRow } from '../check/staged-row.ts'
import type { Written } from '../values/reading.ts'

interface Opened {
  readonly idNumber?: string | undefined
  readonly phone?: string | undefined
  readonly firmName?: (id: Id) => string | undefined
}

export function cellsOfPerson(row: StagedRow, { idNumber, phone, firmName }: Opened): WrittenRow['cells'] {
  const said = (row.facts ?? {}) as { memberOn?: string; employedOn?: string; member?: boolean; noFirm?: boolean }
  const details = (row.details ?? {}) as { plate?: string; street?: string }
  const texts: Record<string, string | undefined> = {
    name: row.name ?? undefined,
    idNumber,
    phone,
    // An ID number says both already.
    sex: idNumber ? undefined : row.sex === 'male' ? '男' : row.sex === 'female' ? '女' : undefined,
    birth: idNumber ? undefined : (row.birth ?? undefined),
    firm: row.firm_id ? firmName?.(row.firm_id) : said.noFirm ? '无单位' : undefined,
    employedOn: said.employedOn,
    memberOn: said.memberOn,
    member: said.member ? '是' : undefined,
    skill: row.skill ? skillTitle(row.skill).zh : undefined,
    education: row.education ? educationTitle(row.education).zh : undefined,
    job: row.job ?? undefined,
    plate: details.plate,
    street: details.street,
  }
  const cells: Record<string, Written> = {}
  for (const [field, text] of Object.entries(texts)) if (text) cells[field] = { text, kind: 'text' }
  return cells
}

/** What was said of the term lies open, the numbers sealed. */
export function cellsOfTeam(row: StagedRow, numbers: Pick<Opened, 'idNumber' | 'phone'>): WrittenRow['cells'] {
  const cells: Record<string, Written> = { ...cellsOfFirm(row) }
  for (const [field, text] of Object.entries(numbers)) if (text) cells[field] = { text, kind: 'text' }
  return cells
}

export function cellsOfFirm(row: StagedRow): WrittenRow['cells'] {
  const cells: Record<string, Written> = {}
  for (const [field, text] of Object.entries((row.facts?.said ?? {}) as Record<string, string>)) cells[field] = { text, kind: 'text' }
  return cells
}
