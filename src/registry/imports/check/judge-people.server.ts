/** Judges rows about people against the rules, each other and the register, and seals what would be written. The same for a file and an edit. */
import { createHash } from 'node:crypto'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Query } from '#platform/database.server.ts'
import { spellPeople } from '../../pinyin.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import { doubt, type Fault, wrong } from '../values/reading.ts'
import { type DraftContext, type Drafted, draftPerson, type PersonDraft, type RowProblem, type WrittenRow } from './person-draft.ts'
import { type PersonNow, personNowSql, type Reach } from './person-now.ts'
import { type ImportPlace, planPerson } from './plan-person.ts'
import { emptyRow, type StagedRow } from './staged-row.ts'

export interface KnownUnit {
  readonly id: Id
  readonly kind: string
  readonly name: string
  readonly shortName: string
}

export interface JudgeContext extends DraftContext {
  readonly district: Id
  readonly importId: Id
  readonly place: ImportPlace
  /** Federations within reach: streets, industries, parks. */
  readonly units: readonly KnownUnit[]
  readonly reach: Reach
  readonly secrets: Secrets
  /** The first other row before it that is the same person, by what tells them: looked up for all rows of a batch. */
  twins(rows: readonly Identified[]): Promise<ReadonlyMap<number, number>>
  /** The same for rows that belong to the same person of the register, however each was found. */
  claims(rows: readonly { readonly row: number; readonly person: Id }[]): Promise<ReadonlyMap<number, number>>
}

/** By what a person is told from others: the ID number; without it name and phone; without these name, birth and firm. */
export interface Identified {
  readonly row: number
  readonly identity: Uint8Array
  readonly of: Pick<StagedRow, 'id_digest' | 'phone_digest' | 'name'>
}

interface Judged extends Drafted {
  readonly written: WrittenRow
  readonly row: StagedRow
  readonly identity: Uint8Array | undefined
}

export async function judgePeople(q: Query, context: JudgeContext, rows: readonly WrittenRow[]): Promise<StagedRow[]> {
  const judged = rows.map((written) => draftRow(written, context))
  const [found, twins] = await Promise.all([
    findPeople(q, context, judged),
    context.twins(judged.flatMap(({ row, identity }) => (identity ? [{ row: row.row, identity, of: row }] : []))),
  ])
  const matches = judged.map((one) => matchOf(one, found))
  const claims = await context.claims(matches.flatMap(({ now }, at) => (now ? [{ row: judged[at]!.row.row, person: now.id }] : [])))
  for (const [at, one] of judged.entries()) judgeRow(one, matches[at]!, twins.get(one.row.row) ?? claims.get(one.row.row), context)
  await spell(judged)
  for (const one of judged) seal(one, context)
  return judged.map(({ row }) => row)
}

function draftRow(written: WrittenRow, context: JudgeContext): Judged {
  const drafted = draftPerson(written, context)
  const { draft } = drafted
  const { place, firms, secrets } = context
  if (!draft.firm && !draft.noFirm && !written.cells.firm && place.firm) draft.firm = firms.byId.get(place.firm)
  const row = emptyRow(written.row, written.mended)
  row.name = draft.name ?? null
  // A row that is left out is nobody's twin.
  if (written.kept.includes('leaveOut')) return { ...drafted, written, row, identity: undefined }
  if (draft.idNumber) row.id_digest = secrets.digest('idNumber', draft.idNumber)
  if (draft.phone) row.phone_digest = secrets.digest('phone', draft.phone)
  return { ...drafted, written, row, identity: identityOf(draft, row) }
}

function identityOf({ name, birth, firm }: PersonDraft, row: StagedRow): Uint8Array | undefined {
  if (row.id_digest) return row.id_digest
  if (!name) return undefined
  const rest = row.phone_digest ? Buffer.from(row.phone_digest).toString('hex') : birth && firm ? `${birth}|${firm.id}` : undefined
  return rest ? createHash('sha256').update(`${name}|${rest}`).digest().subarray(0, 16) : undefined
}

interface Found {
  readonly byId: ReadonlyMap<string, PersonNow>
  readonly byPhone: ReadonlyMap<string, readonly PersonNow[]>
  readonly byBirth: ReadonlyMap<string, readonly PersonNow[]>
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const byIdSql = personNowSql('bytea', 'p.id_digest = k.key')
const byPhoneSql = (free: boolean): string => personNowSql('bytea', `p.phone_digest = k.key and p.id_digest is ${free ? '' : 'not '}null`)
const byNameSql = personNowSql('text', 'p.name = k.key and p.birth is not null')

/** One statement a batch and way of finding; digests by every key there ever was, so that a change of keys hides nobody. */
async function findPeople(q: Query, context: JudgeContext, judged: readonly Judged[]): Promise<Found> {
  const { district, today, reach, secrets } = context
  const fixed = [district, today, reach.all, reach.trees, reach.units]
  const ids = new Map<string, string>()
  const phones = new Map<string, string>()
  const births = new Set<string>()
  const keysOf = (field: 'idNumber' | 'phone', value: string, current: Uint8Array, into: Map<string, string>) => {
    into.set(hex(current), hex(current))
    if (secrets.current.digest > 1) for (const other of secrets.digests(field, value)) into.set(hex(other), hex(current))
  }
  for (const { draft, row } of judged) {
    if (row.id_digest && draft.idNumber) keysOf('idNumber', draft.idNumber, row.id_digest, ids)
    if (row.phone_digest && draft.phone) keysOf('phone', draft.phone, row.phone_digest, phones)
    if (!draft.idNumber && !draft.phone && draft.name && draft.birth) births.add(draft.name)
  }
  const bytes = (keys: Iterable<string>) => [...keys].map((key) => Buffer.from(key, 'latin1'))
  const [people, reachable, born] = await Promise.all([
    ids.size > 0 ? q<PersonNow>(byIdSql, [...fixed, bytes(ids.keys())]) : [],
    phones.size > 0 ? q<PersonNow>(byPhoneSql(true), [...fixed, bytes(phones.keys())]) : [],
    births.size > 0 ? q<PersonNow>(byNameSql, [...fixed, [...births]]) : [],
  ])
  // Without an ID number in the row, somebody who has one is found by name and phone too.
  const plain = judged.filter(({ draft, row }) => !draft.idNumber && row.phone_digest).map(({ row }) => hex(row.phone_digest!))
  const more = plain.length > 0 ? await q<PersonNow>(byPhoneSql(false), [...fixed, bytes(new Set(plain))]) : []
  return {
    byId: new Map(people.map((person) => [ids.get(hex(person.id_digest!))!, person])),
    byPhone: Map.groupBy([...reachable, ...more], (person) => `${phones.get(hex(person.phone_digest!))}${person.name}`),
    byBirth: Map.groupBy(born, ({ name, birth }) => `${name}|${birth}`),
  }
}

interface Match {
  readonly now?: PersonNow
  readonly fault?: Fault
}

/** Whom of the register a row is about, and what is doubtful in that. */
function matchOf({ draft, row }: Judged, found: Found): Match {
  const byId = row.id_digest && found.byId.get(hex(row.id_digest))
  if (byId) return { now: byId }
  const byPhone = row.phone_digest ? (found.byPhone.get(`${hex(row.phone_digest)}${draft.name}`) ?? []) : []
  const free = draft.idNumber ? byPhone.filter((person) => person.id_digest === null) : byPhone
  if (free.length === 1) return { now: free[0]! }
  if (free.length > 1) return { fault: severalPeople }
  if (draft.idNumber || draft.phone) return {}
  const byBirth = (found.byBirth.get(`${draft.name}|${draft.birth}`) ?? []).filter(({ firm_id }) => firm_id === draft.firm?.id)
  if (byBirth.length === 1 && byBirth[0]!.near) return { now: byBirth[0]!, fault: perhaps }
  return byBirth.length > 1 ? { fault: severalPeople } : {}
}

const severalPeople: Fault = wrong(
  'several',
  text('登记册里不止一人符合', 'Several people of the register fit'),
  text('姓名和手机号（或出生日期、单位）都相同。请填身份证号。', 'Name and phone (or birth and firm) are the same; give the ID number.'),
).fault
const perhaps: Fault = doubt(
  'perhaps',
  text('按姓名、出生日期和单位对上的', 'Matched by name, birth and firm'),
  text(
    '没有身份证号和手机号，应是登记册里的同一人。不是的话请填身份证号。',
    'Without ID and phone number; taken for the same person. If not, give the ID number.',
  ),
)

function judgeRow(one: Judged, { now, fault }: Match, twin: number | undefined, context: JudgeContext): void {
  const { row, draft, problems, written } = one
  const say = (field: string, fault: Fault, more: Partial<RowProblem> = {}): void => {
    const kept = fault.severity === 'look' && written.kept.includes(fault.code)
    problems.push({ ...fault, field, cause: `${field}/${fault.code}`, ...(kept && { kept: true }), ...more })
  }
  if (written.kept.includes('leaveOut')) {
    problems.length = 0
    say('name', leftOut)
    return
  }
  if (twin !== undefined) say('idNumber', twinFault(twin, row.id_digest !== null), { otherRow: twin })
  if (fault) say('idNumber', fault)
  if (isWrong(problems)) {
    // Somebody outside is said at once, so that nobody mends a row in vain.
    if (now && !now.near && twin === undefined) planPerson(row, draft, now, { ...context, drivers: false }, say)
    return
  }
  row.person_id = now?.id ?? newId()
  planPerson(row, draft, now, { place: context.place, drivers: context.kind.kind === 'drivers', today: context.today }, say)
  if (isWrong(problems)) {
    if (problems.some(({ code }) => code === 'elsewhere')) row.facts = { elsewhere: now!.id }
    return
  }
  row.facts = saidOf(draft)
  row.verdict = now ? (row.changes!.length > 0 ? 'changed' : 'same') : 'new'
  Object.assign(row, {
    sex: draft.sex ?? null,
    birth: draft.birth ?? null,
    skill: draft.skill || null,
    education: draft.education || null,
    look: problems.some(({ severity, kept }) => severity === 'look' && !kept),
  })
}

/** What the sheet said where the register may say the same, so that the row can be shown and judged again as it was. */
function saidOf({ memberOn, employedOn, member, noFirm }: PersonDraft): StagedRow['facts'] {
  if (!memberOn && !employedOn && !member && !noFirm) return null
  return {
    ...(memberOn && { memberOn }),
    ...(employedOn && { employedOn }),
    ...(member && !memberOn && { member }),
    ...(noFirm && { noFirm }),
  }
}

const isWrong = (problems: readonly RowProblem[]): boolean => problems.some(({ severity }) => severity === 'wrong')

const leftOut: Fault = wrong('leftOut', text('不写入', 'Left out'), text('您选择不写入这一行。', 'You chose to leave this row out.')).fault

const twinFault = (twin: number, byId: boolean): Fault => {
  const n = twin.toLocaleString('en-US')
  return wrong(
    'twin',
    text(`与第 ${n} 行是同一人`, `The same person as in row ${n}`),
    byId
      ? text('身份证号相同。', 'The ID number is the same.')
      : text('姓名和手机号（或出生日期、单位）相同。', 'Name and phone (or birth and firm) are the same.'),
  ).fault
}

async function spell(judged: readonly Judged[]): Promise<void> {
  const written = judged.filter(({ row }) => row.verdict === 'new' || row.changes?.includes('name'))
  const spellings = await spellPeople(written.map(({ row }) => row.name!))
  for (const [at, { row }] of written.entries()) {
    row.sort_name = spellings[at]!.sortName
    row.initials = spellings[at]!.initials
  }
}

/** Values are sealed for whom they will belong to; the cells of rows to be looked at are kept whole, for the row itself. */
function seal({ row, draft, problems, written }: Judged, { secrets, importId }: JudgeContext): void {
  if (row.verdict !== 'wrong') {
    if (draft.idNumber) row.id_number = secrets.seal('idNumber', row.person_id!, draft.idNumber)
    if (draft.phone) row.phone_sealed = secrets.seal('phone', row.person_id!, draft.phone)
  }
  if (problems.length === 0 && !row.mended) return
  row.problems = problems
  row.raw = sealCells(secrets, importId, written)
}

export const sealCells = (secrets: Secrets, importId: Id, { row, original }: WrittenRow): Buffer =>
  secrets.seal('idNumber', `${importId}:${row}`, JSON.stringify(original))

export const openCells = (secrets: Secrets, importId: Id, row: number, raw: Uint8Array): WrittenRow['cells'] =>
  JSON.parse(secrets.open('idNumber', `${importId}:${row}`, raw)) as WrittenRow['cells']
