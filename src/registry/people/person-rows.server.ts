/** People as rows of the database and on the wire: numbers opened only to be masked, bodies named only to those who may know them. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { maskedIdNumber } from '../id-number.ts'
import type { RegistryDeps } from '../routes.server.ts'
import type { Secrets } from '../secrets/cipher.server.ts'
import { maskedPhone } from '../secrets/phone-number.ts'
import { knownBody, type Reader, type Values } from './known-body.server.ts'
import type { PersonRowWire } from './people-wire.ts'

export type PeopleDeps = Pick<RegistryDeps, 'db' | 'directory' | 'session' | 'secrets' | 'today' | 'log'>

interface Named {
  readonly id: Id
  readonly name: string
}

export interface ListedRow {
  readonly id: Id
  readonly name: string
  readonly sortName: string
  readonly sex: 'male' | 'female' | null
  readonly birth: Day | null
  readonly idNumber: Buffer | null
  readonly phone: Buffer | null
  readonly skill: number | null
  readonly education: number | null
  readonly memberSince: Day | null
  readonly active: boolean
  /** All use of the person's data but keeping them was stopped. */
  readonly restricted: boolean
  readonly firm: Named | null
  readonly union: Named | null
  readonly unit: Named | null
  readonly job: string | null
}

/** Columns and joins for the people `p`. Whose firm, union or unit lies outside what the caller may know has none here. */
export function listedSql(caller: Reader, v: Values, today: Day): { readonly columns: string; readonly joins: string } {
  // OFFSET: looked up one by one, also while the database has counted nothing yet and would walk through the whole table for each.
  const named = (alias: string, column: string) =>
    `left join lateral (select ${alias}.id, ${alias}.name from organisation ${alias}
        where ${alias}.district_id = $1 and ${alias}.id = p.${column} and ${knownBody(caller, v, alias, 'p.id')} offset 0) ${alias} on true`
  const name = (alias: string, as: string) =>
    `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end as ${as}`
  const day = v.$(today, 'date')
  return {
    columns: `p.id, p.name, p.sort_name as "sortName", p.sex, p.birth, p.id_number as "idNumber", p.phone_sealed as phone, p.skill,
      p.education, p.member_since as "memberSince", p.active, p.restricted_at is not null as restricted, ${name('f', 'firm')}, ${name('u', '"union"')}, ${name('w', 'unit')}, j.job`,
    joins: `${named('f', 'firm_id')} ${named('u', 'union_id')} ${named('w', 'unit_id')}
      left join lateral (select e.job from engagement e where e.district_id = $1 and e.person_id = p.id and e.kind <> 'membership'
        and e.job is not null and e.since <= ${day} and (e.until is null or e.until >= ${day}) order by e.kind, e.since desc limit 1) j on true`,
  }
}

export const masks = {
  idNumber: (secrets: Secrets, id: Id, sealed: Buffer): string => maskedIdNumber(secrets.open('idNumber', id, sealed)),
  phone: (secrets: Secrets, id: Id, sealed: Buffer): string => maskedPhone(secrets.open('phone', id, sealed)),
}

export function personRowWire(row: ListedRow, secrets: Secrets): PersonRowWire {
  const { id, name, sex, birth, skill, education, memberSince, active, firm, union, unit, job } = row
  return {
    id,
    name,
    ...(sex && { sex }),
    ...(birth && { birthYear: Number(birth.slice(0, 4)) }),
    ...(row.idNumber && { idNumber: masks.idNumber(secrets, id, row.idNumber) }),
    ...(row.phone && { phone: masks.phone(secrets, id, row.phone) }),
    ...(firm && { firm }),
    ...(union && { union }),
    ...(unit && { unit }),
    ...(skill && { skill }),
    ...(education && { education }),
    ...(memberSince && { memberSince }),
    active,
    ...(job && { job }),
  }
}
