/** Judges rows about members of the five teams against the rules, each other, the people of the register and the terms on record. */
import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Query } from '#platform/database.server.ts'
import { spellPeople } from '../../pinyin.server.ts'
import { type Team, teams } from '../../teams/team.ts'
import { type JudgeContext, sealCells } from '../check/judge-people.server.ts'
import type { RowProblem, WrittenRow } from '../check/person-draft.ts'
import { type PersonNow, personNowSql } from '../check/person-now.ts'
import { emptyRow, type StagedRow } from '../check/staged-row.ts'
import { doubt, type Fault, wrong } from '../values/reading.ts'
import { draftTeam, saidOf, type TeamDraft } from './team-draft.ts'

/** What is written of a term, under the names of its columns. */
export interface TermValues {
  readonly card_number?: string
  readonly registration?: string
  readonly trained_on?: Day
  readonly training_hours?: number
  readonly examined_on?: Day
  readonly exam_passed?: boolean
  readonly until?: Day
}

/** What is kept of a row for its writing. */
export interface TeamFacts {
  readonly said: Readonly<Record<string, string>>
  readonly member: Id
  readonly team: Team
  readonly organisation: Id
  readonly since: Day
  readonly values: TermValues
  /** The person is new to the register, with these digests. */
  readonly made?: true
  readonly idDigest?: string
  readonly phoneDigest?: string
  readonly old?: Readonly<Record<string, string>>
}

interface Body {
  readonly id: Id
  readonly name: string
  readonly short_name: string
  readonly unit_id: Id | null
}

interface Term extends Required<{ readonly [K in keyof TermValues]: TermValues[K] | null }> {
  readonly id: Id
  readonly team: Team
  readonly person_id: Id
  readonly organisation_id: Id
  readonly since: Day
  readonly until: Day
}

interface Known {
  readonly people: ReadonlyMap<string, readonly PersonNow[]>
  readonly bodies: ReadonlyMap<string, readonly Body[]>
  readonly terms: readonly Term[]
}

interface Judging {
  readonly written: WrittenRow
  readonly draft: TeamDraft
  readonly problems: RowProblem[]
  readonly row: StagedRow
  readonly idDigest?: Uint8Array
  readonly phoneDigest?: Uint8Array
  now?: PersonNow | undefined
  body?: Body | undefined
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export async function judgeTeams(q: Query, context: JudgeContext, rows: readonly WrittenRow[]): Promise<StagedRow[]> {
  const judging = rows.map((written) => begin(written, context))
  const known = await knownOf(q, context, judging)
  for (const one of judging) match(one, known, context)
  const twins = await context.twins(
    judging.flatMap(({ row, written }) =>
      row.id_digest && !written.kept.includes('leaveOut') ? [{ row: row.row, identity: row.id_digest, of: row }] : [],
    ),
  )
  for (const one of judging) judge(one, known, twins.get(one.row.row), context)
  await spell(judging)
  for (const one of judging) seal(one, context)
  return judging.map(({ row }) => row)
}

function begin(written: WrittenRow, context: JudgeContext): Judging {
  const { draft, problems } = draftTeam(written, context)
  const { secrets } = context
  return {
    written,
    draft,
    problems,
    row: emptyRow(written.row, written.mended),
    ...(draft.idNumber && { idDigest: secrets.digest('idNumber', draft.idNumber) }),
    ...(draft.phone && { phoneDigest: secrets.digest('phone', draft.phone) }),
  }
}

async function knownOf(q: Query, { district, today, reach, secrets, place }: JudgeContext, judging: readonly Judging[]): Promise<Known> {
  const fixed = [district, today, reach.all, reach.trees, reach.units]
  const keys = new Map<string, string>()
  for (const { draft, idDigest, phoneDigest } of judging) {
    if (draft.idNumber)
      for (const key of [idDigest!, ...secrets.digests('idNumber', draft.idNumber)]) keys.set(hex(key), `id ${hex(idDigest!)}`)
    if (draft.phone)
      for (const key of [phoneDigest!, ...secrets.digests('phone', draft.phone)]) keys.set(hex(key), `phone ${hex(phoneDigest!)}`)
  }
  const bytes = [...keys.keys()].map((key) => Buffer.from(key, 'hex'))
  const names = [...new Set(judging.flatMap(({ draft }) => draft.organisation ?? []))]
  const [byId, byPhone, bodies] = await Promise.all([
    q<PersonNow>(byIdSql, [...fixed, bytes]),
    q<PersonNow>(byPhoneSql, [...fixed, bytes]),
    q<Body>(bodiesSql, [district, reach.all, reach.trees, reach.units, names, place.id]),
  ])
  const people = new Map<string, PersonNow[]>()
  const put = (key: string | undefined, person: PersonNow) => key && people.set(key, [...(people.get(key) ?? []), person])
  for (const person of byId) put(keys.get(hex(person.id_digest!)), person)
  for (const person of byPhone) put(keys.get(hex(person.phone_digest!)), person)
  const cards = [...new Set(judging.flatMap(({ draft }) => draft.cardNumber ?? []))]
  const terms = await q<Term>(termsSql, [district, [...new Set([...byId, ...byPhone].map(({ id }) => id))], cards])
  const byName = new Map<string, Body[]>()
  for (const body of bodies)
    for (const name of new Set([body.name, body.short_name, ...(body.id === place.id ? [''] : [])]))
      byName.set(name, [...(byName.get(name) ?? []), body])
  return { people, bodies: byName, terms }
}

/** Whom the row is about, and by whom they are engaged. */
function match(one: Judging, { people, bodies }: Known, { importId }: JudgeContext): void {
  const { draft, idDigest, phoneDigest, problems, row } = one
  const say = (field: string, fault: Fault) => problems.push({ ...fault, field, cause: `${field}/${fault.code}` })
  row.name = draft.name ?? null
  const byId = idDigest && people.get(`id ${hex(idDigest)}`)?.[0]
  const same = phoneDigest
    ? (people.get(`phone ${hex(phoneDigest)}`) ?? []).filter(({ name, id_digest }) => name === draft.name && !(idDigest && id_digest))
    : []
  one.now = byId ?? (same.length === 1 ? same[0] : undefined)
  if (!one.now && same.length > 1) say('phone', severalPeople)
  else if (!one.now && !idDigest && phoneDigest) say('idNumber', unknown)
  if (one.now && !one.now.near) say('name', elsewhere)
  if (byId && draft.name && byId.name !== draft.name)
    one.problems.push({
      ...doubt(
        'name.differs',
        text('姓名与登记的不同', 'The name differs'),
        text('身份证号相同，姓名不同。写入不改姓名。', 'The ID number is the same, the name is not; it is not changed.'),
      ),
      field: 'name',
      cause: 'name/name.differs',
      ...(one.written.kept.includes('name.differs') && { kept: true }),
    })
  const found = bodies.get(draft.organisation ?? '') ?? []
  if (found.length === 1) one.body = found[0]
  else say('organisation', found.length > 1 ? severalBodies : unknownBody)
  const person = one.now?.id ?? (idDigest && madeId(importId, idDigest))
  row.person_id = person ?? null
  // The same term twice in one file: told by person, team, body and first day.
  if (person && draft.team && one.body && draft.since)
    row.id_digest = createHash('sha256').update([person, draft.team, one.body.id, draft.since].join('|')).digest().subarray(0, 16)
}

/** Somebody new gets the same id in every row of the file: they may be in two teams. */
function madeId(importId: Id, digest: Uint8Array): Id {
  const bytes = createHash('sha256').update(importId).update(digest).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function judge(
  { written, draft, problems, row, now, body, idDigest, phoneDigest }: Judging,
  known: Known,
  twin: number | undefined,
  { place }: JudgeContext,
): void {
  const say = (field: string, fault: Fault, more: Partial<RowProblem> = {}): void => {
    const kept = fault.severity === 'look' && written.kept.includes(fault.code)
    problems.push({ ...fault, field, cause: `${field}/${fault.code}`, ...(kept && { kept: true }), ...more })
  }
  if (written.kept.includes('leaveOut')) {
    problems.length = 0
    row.id_digest = null
    say('name', leftOut)
    return
  }
  if (twin !== undefined)
    say(
      'name',
      wrong(
        'twin',
        text(`与第 ${twin} 行是同一任期`, `The same term as in row ${twin}`),
        text('同一人、同一队伍、同一天开始。', 'The same person, team and first day.'),
      ).fault,
      { otherRow: twin },
    )
  if (problems.some(({ severity }) => severity === 'wrong') || !draft.team || !body || !draft.since || !draft.until) return
  const { team, since, until } = draft
  const held = known.terms.filter((term) => term.person_id === now?.id && term.team === team && term.organisation_id === body.id)
  const term = held.find((one) => one.since === since)
  const number = draft.cardNumber && { [team === 'volunteer' ? 'registration' : 'card_number']: draft.cardNumber }
  const values: TermValues = {
    ...number,
    ...(draft.trainedOn && { trained_on: draft.trainedOn }),
    ...(draft.trainingHours !== undefined && { training_hours: draft.trainingHours }),
    ...(draft.examinedOn && { examined_on: draft.examinedOn }),
    ...(draft.exam !== undefined && { exam_passed: draft.exam }),
    until,
  }
  const taken =
    team !== 'volunteer' &&
    known.terms.find(
      (one) => one.card_number === draft.cardNumber && draft.cardNumber && one.team === team && one.since === since && one.id !== term?.id,
    )
  if (taken) {
    say('cardNumber', cardTaken)
    return
  }
  if (!term && held.some((one) => one.since <= until && one.until >= since)) say('since', overlaps)
  const changed = Object.entries(values).filter(([column, value]) => term && term[column as keyof TermValues] !== value)
  const changes = changed.map(([column]) => fieldOfColumn[column as keyof TermValues])
  const facts: TeamFacts = {
    said: saidOf(draft),
    member: term?.id ?? newId(),
    team,
    organisation: body.id,
    since,
    values,
    ...(!now && { made: true, idDigest: hex(idDigest!), ...(phoneDigest && { phoneDigest: hex(phoneDigest) }) }),
    ...(term && {
      old: Object.fromEntries(
        changed.map(([column]) => [fieldOfColumn[column as keyof TermValues], shownOf(term[column as keyof TermValues])]),
      ),
    }),
  }
  Object.assign(row, {
    facts,
    verdict: term ? (changes.length > 0 ? 'changed' : 'same') : 'new',
    changes: term ? changes : null,
    sex: draft.sex ?? null,
    birth: draft.birth ?? null,
    unit_id: body.unit_id ?? place.unit,
    look: problems.some(({ severity, kept }) => severity === 'look' && !kept),
  })
}

const fieldOfColumn: Readonly<Record<keyof TermValues, string>> = {
  card_number: 'cardNumber',
  registration: 'cardNumber',
  trained_on: 'trainedOn',
  training_hours: 'trainingHours',
  examined_on: 'examinedOn',
  exam_passed: 'exam',
  until: 'until',
}
const shownOf = (value: string | number | boolean | null): string =>
  value === null ? '' : value === true ? '合格' : value === false ? '不合格' : String(value)

async function spell(judging: readonly Judging[]): Promise<void> {
  const fresh = judging.filter(({ row }) => (row.facts as TeamFacts | null)?.made)
  const spellings = await spellPeople(fresh.map(({ row }) => row.name!))
  for (const [at, { row }] of fresh.entries()) Object.assign(row, { sort_name: spellings[at]!.sortName, initials: spellings[at]!.initials })
}

function seal({ row, draft, problems, written }: Judging, { secrets, importId }: JudgeContext): void {
  if (row.verdict !== 'wrong') {
    if (draft.idNumber) row.id_number = secrets.seal('idNumber', row.person_id!, draft.idNumber)
    if (draft.phone) row.phone_sealed = secrets.seal('phone', row.person_id!, draft.phone)
  } else row.person_id = null
  if (problems.length === 0 && !row.mended) return
  row.problems = problems
  row.raw = sealCells(secrets, importId, written)
}

const leftOut = wrong('leftOut', text('不写入', 'Left out'), text('您选择不写入这一行。', 'You chose to leave this row out.')).fault
const severalPeople = wrong(
  'several',
  text('登记册里不止一人符合', 'Several people of the register fit'),
  text('姓名和手机号都相同，请填身份证号。', 'Name and phone are the same; give the ID number.'),
).fault
const unknown = wrong(
  'unknown',
  text('登记册里没有此人', 'Nobody such in the register'),
  text('要新登记，请填身份证号；已登记的请核对姓名和手机号。', 'To enter somebody new give the ID number; else check name and phone.'),
).fault
const elsewhere = wrong(
  'elsewhere',
  text('此人登记在您的范围之外', 'Registered outside your reach'),
  text('请由其所在街道或区总工会导入。', 'Let their own street or the district bring the file.'),
).fault
const unknownBody = wrong(
  'organisation.unknown',
  text('找不到聘任单位', 'No such body is found'),
  text('请写您范围内的工会、街道或调解组织的全称。', 'Write the full name of a union, street or mediation body within your reach.'),
).fault
const severalBodies = wrong(
  'organisation.several',
  text('不止一个单位叫这个名字', 'Several bodies are called so'),
  text('请写全称。', 'Write the full name.'),
).fault
const cardTaken = wrong(
  'card.taken',
  text('这个证号已登记在别人名下', 'This card number is registered already'),
  text('同一队伍、同一天起的任期已有这个证号。请核对。', 'A term of the same team and day has this number; please check.'),
).fault
const overlaps = doubt(
  'overlaps',
  text('与已有任期重叠', 'It overlaps a term on record'),
  text('登记册里这支队伍已有一个任期。确是新的一届就照写。', 'There is a term in this team already. If this is another, write as is.'),
)

const byIdSql = personNowSql('bytea', 'p.id_digest = k.key')
const byPhoneSql = personNowSql('bytea', 'p.phone_digest = k.key')

const bodiesSql = `
  select id, name, short_name, unit_id from organisation
  where district_id = $1 and standing = 'standing' and kind in ('district', 'street', 'industry', 'park', 'regional', 'union', 'jointUnion', 'committee')
    and (name = any ($5::text[]) or short_name = any ($5::text[]) or id = $6) and ($2 or unit_id = any ($3::uuid[]) or id = any ($4::uuid[]) or id = $6)`

const termsSql = `
  select id, team, person_id, organisation_id, card_number, registration, trained_on, training_hours, examined_on, exam_passed, since, until
  from team_member where district_id = $1 and (person_id = any ($2::uuid[]) or card_number = any ($3::text[]))`
