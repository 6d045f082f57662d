/** Workers who register themselves by telephone: the person they are, found by their number or entered now. */
import { APIError } from 'better-auth/api'
import { type Id, newId } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { theDistrict } from '../district.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { SecretsOf } from '../secrets/secret-book.server.ts'

/**
 * The one person of the district with this number, if they hold no post that opens the desk and have no account yet; else a new person.
 * Staff never get in by a telephone number that somebody once entered for them.
 */
export async function personForPhone(db: Database, secrets: SecretsOf, phone: string): Promise<{ personId: Id; districtId: Id }> {
  const district = await theDistrict(db)
  if (!district || !phone) throw new APIError('FORBIDDEN', { message: 'Sign-up is closed', code: 'SIGN_UP_CLOSED' })
  const { seal, digest, digests } = await secrets.of(district.id)
  const scope = houseScope(district.id)
  const known = await db.ask<{ id: Id; works: boolean; account: boolean }>(scope, knownSql, [district.id, digests('phone', phone)])
  if (known.some((person) => person.works))
    throw new APIError('FORBIDDEN', { message: 'Sign in with your account', code: 'USE_YOUR_ACCOUNT' })
  const free = known.filter((person) => !person.account)
  if (free.length === 1) return { personId: free[0]!.id, districtId: district.id }
  const id = newId()
  await db.ask(
    scope,
    `insert into person (district_id, id, name, sort_name, phone_sealed, phone_digest) values ($1, $2, '职工', 'zhigong 职工', $3, $4)`,
    [district.id, id, seal('phone', id, phone), digest('phone', phone)],
  )
  return { personId: id, districtId: district.id }
}

const knownSql = `
  select p.id,
    exists (select 1 from post where post.district_id = p.district_id and post.person_id = p.id) as works,
    exists (select 1 from auth_user where "personId" = p.id) as account
  from person p where p.district_id = $1 and p.phone_digest = any ($2::bytea[]) and p.merged_into is null limit 10`
