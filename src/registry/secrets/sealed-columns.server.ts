/** Where sealed values lie: the one list a table joins, so that a change of keys reaches it. */
import { type SensitiveField, sensitiveFields } from './cipher.server.ts'

export interface SealedColumn {
  readonly table: string
  /** The column naming the person the value is sealed for. */
  readonly person: string
  readonly field: SensitiveField
  readonly sealed: string
  /** Empty in rows nobody searches for. */
  readonly digest: string
  /** A digest stands only once in a district. */
  readonly unique?: boolean
  /** Which rows of a table that holds several fields. */
  readonly only?: string
}

const secretOfPerson = (field: SensitiveField, table = 'person_secret'): SealedColumn => ({
  table,
  person: 'person_id',
  field,
  sealed: 'sealed',
  digest: 'digest',
  only: `field = '${field}'`,
})

/** What a merge of two rows laid aside, until it can no longer be undone. */
const laidAside = (field: SensitiveField): SealedColumn => secretOfPerson(field, 'person_merge_secret')

export const sealedColumns: readonly SealedColumn[] = [
  { table: 'person', person: 'id', field: 'idNumber', sealed: 'id_number', digest: 'id_digest', unique: true },
  { table: 'person', person: 'id', field: 'phone', sealed: 'phone_sealed', digest: 'phone_digest' },
  secretOfPerson('idNumber'),
  secretOfPerson('phone'),
  secretOfPerson('bankCard'),
  secretOfPerson('illness'),
  ...sensitiveFields.map(laidAside),
]
