/** A small district for tests: two streets, firms with unions, and people laid out row by row with sealed fields. */
import { type Id, newId } from '#kernel/id.ts'
import { day, type Day } from '#kernel/day.ts'
import type { TestDatabase } from '#platform/testing/database-for-tests.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'

export const testDay: Day = day('2026-11-22')

export interface SmallDistrict {
  readonly district: Id
  readonly top: Id
  readonly streets: readonly [Id, Id]
  /** One in each street. */
  readonly firms: readonly [Id, Id]
  readonly unions: readonly [Id, Id]
}

export async function layOutDistrict(db: TestDatabase): Promise<SmallDistrict> {
  const [district, top, a, b, firmA, firmB, unionA, unionB] = Array.from({ length: 8 }, () => newId()) as [Id, Id, Id, Id, Id, Id, Id, Id]
  await db.owner(`insert into district (id, name, short_name, region) values ($1, '钱塘区总工会', '钱塘', 'CN-ZJ-HZ')`, [district])
  const organisations: readonly (readonly [Id, string, string, Id | null, Id | null, readonly Id[], Id | null])[] = [
    [top, 'district', '钱塘区总工会', null, null, [top], null],
    [a, 'street', '白杨街道总工会', top, a, [top, a], null],
    [b, 'street', '下沙街道总工会', top, b, [top, b], null],
    [firmA, 'firm', '甲公司', a, a, [top, a, firmA], null],
    [firmB, 'firm', '乙公司', b, b, [top, b, firmB], null],
    [unionA, 'union', '甲公司工会', a, a, [top, a, unionA], firmA],
    [unionB, 'union', '乙公司工会', b, b, [top, b, unionB], firmB],
  ]
  for (const [id, kind, name, parent, unit, path, firm] of organisations)
    await db.owner(
      `insert into organisation (district_id, id, kind, name, short_name, parent_id, unit_id, path, firm_id, since)
       values ($1, $2, $3, $4, $4, $5, $6, $7, $8, '2010-01-01')`,
      [district, id, kind, name, parent, unit, path, firm],
    )
  return { district, top, streets: [a, b], firms: [firmA, firmB], unions: [unionA, unionB] }
}

export interface NewPerson {
  readonly name: string
  readonly spelling?: string
  readonly birth?: string
  readonly unit?: Id
  readonly idNumber?: string
  readonly phone?: string
  readonly bankCard?: string
  readonly illness?: string
}

export async function addPerson(db: TestDatabase, secrets: Secrets, person: NewPerson): Promise<Id> {
  const { district } = secrets
  const id = newId()
  const { name, spelling = name, idNumber, phone } = person
  await db.owner(
    `insert into person (district_id, id, name, initials, sort_name, birth, unit_id, id_number, id_digest, phone_sealed, phone_digest)
     values ($1, $2, $3, '', $4, $5, $6, $7, $8, $9, $10)`,
    [
      district,
      id,
      name,
      `${spelling} ${name}`,
      person.birth ?? null,
      person.unit ?? null,
      idNumber ? secrets.seal('idNumber', id, idNumber) : null,
      idNumber ? secrets.digest('idNumber', idNumber) : null,
      phone ? secrets.seal('phone', id, phone) : null,
      phone ? secrets.digest('phone', phone) : null,
    ],
  )
  for (const field of ['bankCard', 'illness'] as const) {
    const value = person[field]
    if (value)
      await db.owner('insert into person_secret (district_id, person_id, field, sealed) values ($1, $2, $3, $4)', [
        district,
        id,
        field,
        secrets.seal(field, id, value),
      ])
  }
  return id
}

export interface NewEngagement {
  readonly person: Id
  readonly organisation: Id
  readonly kind: 'employment' | 'membership' | 'platform'
  readonly since: string
  readonly until?: string
}

export async function engage(db: TestDatabase, district: Id, given: NewEngagement): Promise<Id> {
  const id = newId()
  const { person, organisation, kind, since, until = null } = given
  await db.owner(
    `insert into engagement (district_id, id, person_id, organisation_id, kind, since, until, approved_on) values ($1, $2, $3, $4, $5, $6, $7, $6)`,
    [district, id, person, organisation, kind, since, until],
  )
  return id
}

export async function givePost(
  db: TestDatabase,
  district: Id,
  given: { person: Id; organisation: Id; kind: string; scope: string; until?: string },
): Promise<Id> {
  const id = newId()
  await db.owner(
    `insert into post (district_id, id, organisation_id, person_id, kind, scope, since, until) values ($1, $2, $3, $4, $5, $6, '2020-01-01', $7)`,
    [district, id, given.organisation, given.person, given.kind, given.scope, given.until ?? null],
  )
  return id
}

export const place = (db: TestDatabase, district: Id, people: readonly Id[]): Promise<unknown> =>
  db.owner('select hexie_place_people($1, $2, $3)', [district, people, testDay])
