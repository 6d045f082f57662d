/** What the register knows of the rows about the teams: the people they may mean, the bodies they name, the terms on record. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { Team } from '../../teams/team.ts'
import type { JudgeContext } from '../check/judge-people.server.ts'
import { type PersonNow, personNowSql } from '../check/person-now.ts'
import type { TeamDraft } from './team-draft.ts'

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

export interface Body {
  readonly id: Id
  readonly name: string
  readonly short_name: string
  readonly unit_id: Id | null
}

export interface Term extends Required<{ readonly [K in keyof TermValues]: TermValues[K] | null }> {
  readonly id: Id
  readonly team: Team
  readonly person_id: Id
  readonly organisation_id: Id
  readonly since: Day
  readonly until: Day
}

export interface Known {
  readonly people: ReadonlyMap<string, readonly PersonNow[]>
  readonly bodies: ReadonlyMap<string, readonly Body[]>
  readonly terms: readonly Term[]
}

/** A row as far as it is looked up. */
export interface Sought {
  readonly draft: TeamDraft
  readonly idDigest?: Uint8Array
  readonly phoneDigest?: Uint8Array
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export async function knownOf(
  q: Query,
  { district, today, reach, secrets, place }: JudgeContext,
  judging: readonly Sought[],
): Promise<Known> {
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

const byIdSql = personNowSql('bytea', 'p.id_digest = k.key')
const byPhoneSql = personNowSql('bytea', 'p.phone_digest = k.key')

const bodiesSql = `
  select id, name, short_name, unit_id from organisation
  where district_id = $1 and standing = 'standing' and kind in ('district', 'street', 'industry', 'park', 'regional', 'union', 'jointUnion', 'committee')
    and (name = any ($5::text[]) or short_name = any ($5::text[]) or id = $6) and ($2 or unit_id = any ($3::uuid[]) or id = any ($4::uuid[]) or id = $6)`

const termsSql = `
  select id, team, person_id, organisation_id, card_number, registration, trained_on, training_hours, examined_on, exam_passed, since, until
  from team_member where district_id = $1 and (person_id = any ($2::uuid[]) or card_number = any ($3::text[]))`
