/** Invented people as the tables keep them: names spelt, numbers sealed, in one statement a table. */
import type { Query } from '#platform/database.server.ts'
import { demoDistrict } from '../../../demo.ts'
import type { Secrets } from '../../../secrets/cipher.server.ts'
import type { Speller } from './speller.server.ts'
import type { WorkerRow } from './workers.ts'

export interface Batch {
  readonly many: number
  write(q: Query): Promise<unknown>
}

export function writePeople(rows: readonly WorkerRow[], secrets: Secrets, spell: Speller): Batch {
  // In the order of the lists, so that neighbours in the indexes are written together: a third less work for the database.
  const people = JSON.stringify(rows.map((row) => personOf(row, secrets, spell)).sort((a, b) => (a.sortName < b.sortName ? -1 : 1)))
  const engagements = JSON.stringify(rows.flatMap((row) => row.engagements))
  return {
    many: rows.length,
    write: (q) => Promise.all([q(peopleSql, [demoDistrict.id, people]), q(engagementsSql, [demoDistrict.id, engagements])]),
  }
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

function personOf(row: WorkerRow, { seal, digest }: Secrets, spell: Speller) {
  const { surname, given, idNumber, phone, engagements: _engagements, ...rest } = row
  return {
    ...rest,
    name: surname + given,
    ...spell(surname, given),
    idNumber: hex(seal('idNumber', row.id, idNumber)),
    idDigest: hex(digest('idNumber', idNumber)),
    phone: hex(seal('phone', row.id, phone)),
    phoneDigest: hex(digest('phone', phone)),
  }
}

const peopleSql = `
  insert into person (district_id, id, name, sort_name, initials, unit_id, sex, birth, skill, education, id_number, id_digest, phone_sealed,
    phone_digest, firm_id, union_id, elsewhere, member_since, active)
  select $1, id, name, "sortName", initials, unit, sex, birth, skill, education, "idNumber", "idDigest", phone, "phoneDigest", firm, "union",
    elsewhere, "memberSince", active
  from jsonb_to_recordset($2::jsonb) as r (id uuid, name text, "sortName" text, initials text, unit uuid, sex text, birth date, skill smallint,
    education smallint, "idNumber" bytea, "idDigest" bytea, phone bytea, "phoneDigest" bytea, firm uuid, "union" uuid, elsewhere uuid[],
    "memberSince" date, active boolean)`

const engagementsSql = `
  insert into engagement (district_id, id, person_id, organisation_id, kind, job, since, until, approved_on, ended_how, moved_to)
  select $1, id, person, at, kind, job, since, until, "approvedOn", "endedHow", "movedTo"
  from jsonb_to_recordset($2::jsonb) as r (id uuid, person uuid, at uuid, kind text, job text, since date, until date, "approvedOn" date,
    "endedHow" text, "movedTo" text)`
