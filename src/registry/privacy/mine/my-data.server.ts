/** All the registry keeps of one person, gathered for themselves: the record, places, posts, consents, requests, and who saw it. */
import type { Id } from '#kernel/id.ts'
import type { Json } from '#kernel/json.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { maskedIdNumber } from '../../id-number.ts'
import { maskedBankCard } from '../../secrets/bank-card.ts'
import type { Secrets, SensitiveField } from '../../secrets/cipher.server.ts'
import { maskedPhone } from '../../secrets/phone-number.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { pageOfSights } from '../sights/sight-routes.server.ts'

export interface Section {
  readonly key: string
  readonly title: Text
  readonly rows: readonly Readonly<Record<string, Json>>[]
}

const most = 1000

const sections: readonly { readonly key: string; readonly title: Text; readonly sql: string }[] = [
  {
    key: 'engagements',
    title: text('工作、会籍和平台从业', 'Work, membership and platforms'),
    sql: `select e.kind, o.name as organisation, e.job, e.since, e.until, e.approved_on as "approvedOn", e.ended_how as "endedHow", e.details
      from engagement e join organisation o on o.district_id = e.district_id and o.id = e.organisation_id
      where e.district_id = $1 and e.person_id = $2 order by e.since desc, e.id limit ${most}`,
  },
  {
    key: 'posts',
    title: text('职务', 'Posts'),
    sql: `select h.kind, o.name as organisation, h.scope, h.since, h.until from post h
      join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
      where h.district_id = $1 and h.person_id = $2 order by h.since desc, h.id limit ${most}`,
  },
  {
    key: 'teams',
    title: text('队伍', 'Teams'),
    sql: `select t.team, o.name as organisation, t.card_number as "cardNumber", t.since, t.until from team_member t
      join organisation o on o.district_id = t.district_id and o.id = t.organisation_id
      where t.district_id = $1 and t.person_id = $2 order by t.since desc, t.id limit ${most}`,
  },
  {
    key: 'delegate',
    title: text('职工代表', 'Delegate of the workers’ congress'),
    sql: `select o.name as organisation, d.constituency, d.since, d.until from congress_delegate d
      join organisation o on o.district_id = d.district_id and o.id = d.union_id
      where d.district_id = $1 and d.person_id = $2 order by d.since desc, d.id limit ${most}`,
  },
  {
    key: 'entitlements',
    title: text('能级工资待遇', 'Skill-grade wages'),
    sql: `select o.name as organisation, (e.amount_fen / 100.0)::numeric(14, 2)::text as yuan, e.since, e.until from entitlement e
      join organisation o on o.district_id = e.district_id and o.id = e.firm_id
      where e.district_id = $1 and e.person_id = $2 order by e.since desc, e.case_id limit ${most}`,
  },
  {
    key: 'consents',
    title: text('同意', 'Consents'),
    sql: `select purpose, version, channel, given_on as "givenOn", declared_by as "declaredBy", withdrawn_on as "withdrawnOn" from consent
      where district_id = $1 and person_id = $2 order by recorded_at desc, id limit ${most}`,
  },
  {
    key: 'requests',
    title: text('申请和答复', 'Requests and answers'),
    sql: `select kind, says, state, asked_at as "askedAt", answer, decided_at as "decidedAt" from data_request
      where district_id = $1 and person_id = $2 order by asked_at desc, id limit ${most}`,
  },
  {
    key: 'merges',
    title: text('记录的合并', 'Merges of records'),
    sql: `select merged_at as "mergedAt", reason, undone_at as "undoneAt" from person_merge where district_id = $1 and kept_id = $2
      order by merged_at desc, id limit ${most}`,
  },
]

interface PersonRow {
  readonly name: string
  readonly sex: string | null
  readonly birth: string | null
  readonly skill: number | null
  readonly education: number | null
  readonly registered: string
  readonly firm: string | null
  readonly union: string | null
  readonly unit: string | null
  readonly id_number: Buffer | null
  readonly phone_sealed: Buffer | null
}

/** `full`: numbers are written out. */
export async function myData(deps: RegistryDeps, caller: Caller, full: boolean): Promise<readonly Section[]> {
  const { district, person, also = [] } = caller
  const house = houseScope(district)
  const found = await deps.db.within(house, async (q) => {
    const record = await recordOf(q, district, person)
    const rest = await Promise.all(sections.map(({ sql }) => q<Record<string, Json>>(sql, [district, person])))
    const account = await q<Record<string, Json>>(
      'select username, "phoneNumber" as phone, "createdAt" as since from auth_user where "personId" = any ($1::uuid[])',
      [[person, ...also]],
    )
    return { record, rest, account }
  })
  const sights = await pageOfSights(deps.db, house, { about: [person, ...also], reader: person, limit: most })
  const record = await deps.secrets.use(district, (secrets) => recordWire(found.record, person, secrets, full))
  return [
    { key: 'record', title: text('登记信息', 'The record'), rows: [record] },
    ...sections.map(({ key, title }, n) => ({ key, title, rows: found.rest[n]!.map(plain) })),
    {
      key: 'accounts',
      title: text('登录账号', 'Sign-in'),
      rows: found.account.map((row) => plain({ ...row, ...(!full && typeof row.phone === 'string' && { phone: maskedPhone(row.phone) }) })),
    },
    { key: 'sights', title: text('谁看过、改过', 'Who saw and changed it'), rows: sights.items.map((item) => plain({ ...item })) },
  ]
}

interface FoundRecord {
  readonly row: PersonRow
  readonly others: readonly { readonly field: SensitiveField; readonly sealed: Buffer }[]
}

async function recordOf(q: Query, district: Id, person: Id): Promise<FoundRecord> {
  const name = (column: string): string => `(select o.name from organisation o where o.district_id = p.district_id and o.id = p.${column})`
  const [row] = await q<PersonRow>(
    `select p.name, p.sex, p.birth, p.skill, p.education, to_char(p.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as registered,
       ${name('firm_id')} as firm, ${name('union_id')} as union, ${name('unit_id')} as unit, p.id_number, p.phone_sealed
     from person p where p.district_id = $1 and p.id = $2`,
    [district, person],
  )
  const others = await q<FoundRecord['others'][number]>(
    'select field, sealed from person_secret where district_id = $1 and person_id = $2',
    [district, person],
  )
  return { row: row!, others }
}

const masks: Readonly<Record<SensitiveField, (value: string) => string>> = {
  idNumber: maskedIdNumber,
  phone: maskedPhone,
  bankCard: maskedBankCard,
  // One's own words about one's health are not a number with a middle to hide: hidden whole until asked for in full.
  illness: () => '＊＊＊',
}

function recordWire({ row, others }: FoundRecord, person: Id, secrets: Secrets, full: boolean): Readonly<Record<string, Json>> {
  const { id_number, phone_sealed, ...open } = row
  const shown = (field: SensitiveField, sealed: Buffer): string => {
    const value = secrets.open(field, person, sealed)
    return full ? value : masks[field](value)
  }
  return plain({
    ...open,
    ...(id_number && { idNumber: shown('idNumber', id_number) }),
    ...(phone_sealed && { phone: shown('phone', phone_sealed) }),
    ...Object.fromEntries(others.map(({ field, sealed }) => [field, shown(field, sealed)])),
  })
}

/** Without what is empty, instants as text. */
const plain = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, value instanceof Date ? value.toISOString() : (value as Json)]),
  )
