/** A person's row as merging reads and writes it: the plain fields, and the sealed ones wherever they lie. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { SensitiveField } from '../../secrets/cipher.server.ts'
import { type Filled, mergeFields, type PlainField, plainFields } from './merge-fields.ts'

/** What was written of a person in the open, and where they belonged. `engagements`: how many. */
export interface PlainRow {
  readonly name: string
  readonly initials: string
  readonly sort_name: string
  readonly sex: string | null
  readonly birth: Day | null
  readonly skill: number | null
  readonly education: number | null
  readonly unit_id: Id | null
  readonly engagements: number
}

export interface Sealed {
  readonly sealed: Buffer
  readonly digest: Buffer | null
}

export interface MergedRow extends PlainRow {
  readonly id: Id
  readonly merged_into: Id | null
  readonly erased: boolean
  readonly secrets: Readonly<Partial<Record<SensitiveField, Sealed>>>
}

interface Row extends PlainRow {
  readonly id: Id
  readonly merged_into: Id | null
  readonly erased: boolean
  readonly id_number: Buffer | null
  readonly id_digest: Buffer | null
  readonly phone_sealed: Buffer | null
  readonly phone_digest: Buffer | null
}

const plain = 'p.name, p.initials, p.sort_name, p.sex, p.birth, p.skill, p.education, p.unit_id'

/** Both rows, held against other writers until the transaction ends, always in the same order. */
export async function lockedRows(q: Query, district: Id, people: readonly Id[]): Promise<ReadonlyMap<Id, MergedRow>> {
  const rows = await q<Row>(
    `select p.id, ${plain}, p.merged_into, p.erased_at is not null as erased, p.id_number, p.id_digest, p.phone_sealed, p.phone_digest,
       (select count(*)::int from engagement e where e.district_id = p.district_id and e.person_id = p.id) as engagements
     from person p where p.district_id = $1 and p.id = any ($2::uuid[]) order by p.id for update`,
    [district, people],
  )
  const others = await q<{ person_id: Id; field: SensitiveField } & Sealed>(
    'select person_id, field, sealed, digest from person_secret where district_id = $1 and person_id = any ($2::uuid[]) for update',
    [district, people],
  )
  return new Map(
    rows.map(({ id_number, id_digest, phone_sealed, phone_digest, ...row }) => [
      row.id,
      {
        ...row,
        secrets: {
          ...Object.fromEntries(
            others.filter((one) => one.person_id === row.id && !onRow(one.field)).map((one) => [one.field, sealedOf(one)]),
          ),
          ...(id_number && { idNumber: { sealed: id_number, digest: id_digest } }),
          ...(phone_sealed && { phone: { sealed: phone_sealed, digest: phone_digest } }),
        },
      },
    ]),
  )
}

const sealedOf = ({ sealed, digest }: Sealed): Sealed => ({ sealed, digest })
const onRow = (field: SensitiveField): field is 'idNumber' | 'phone' => field === 'idNumber' || field === 'phone'

export const plainOf = ({ name, initials, sort_name, sex, birth, skill, education, unit_id, engagements }: PlainRow): PlainRow => ({
  name,
  initials,
  sort_name,
  sex,
  birth,
  skill,
  education,
  unit_id,
  engagements,
})

export function filledOf(row: MergedRow): Filled {
  const is = (field: string): boolean =>
    (plainFields as readonly string[]).includes(field)
      ? row[field as PlainField] !== null
      : row.secrets[field as SensitiveField] !== undefined
  return Object.fromEntries(mergeFields.map((field) => [field, is(field)])) as Filled
}

/** The columns of a plain field: a name goes with its spelling. */
export const columnsOf = (field: PlainField): readonly (keyof PlainRow)[] =>
  field === 'name' ? ['name', 'initials', 'sort_name'] : [field]

const columns = { idNumber: ['id_number', 'id_digest'], phone: ['phone_sealed', 'phone_digest'] } as const

/** Puts a sealed value where it lies for this person; none takes it away. */
export async function writeSealed(
  q: Query,
  at: { district: Id; person: Id; field: SensitiveField },
  value: Sealed | undefined,
): Promise<void> {
  const { district, person, field } = at
  if (onRow(field)) {
    const [sealed, digest] = columns[field]
    await q(`update person set ${sealed} = $3, ${digest} = $4, updated_at = now() where district_id = $1 and id = $2`, [
      district,
      person,
      value?.sealed ?? null,
      value?.digest ?? null,
    ])
  } else if (value) {
    await q(
      `insert into person_secret (district_id, person_id, field, sealed, digest) values ($1, $2, $3, $4, $5)
       on conflict (district_id, person_id, field) do update set sealed = excluded.sealed, digest = excluded.digest`,
      [district, person, field, value.sealed, value.digest],
    )
  } else await q('delete from person_secret where district_id = $1 and person_id = $2 and field = $3', [district, person, field])
}
