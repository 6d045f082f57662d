/** Workers who register themselves by telephone: the person they are, found by their number or entered now. */
import { APIError } from 'better-auth/api'
import { type Id, newId } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { theDistrict } from '../district.server.ts'
import { noReach } from '../reach.ts'

/**
 * The one person of the district with this number, if they hold no post that opens the desk and have no account yet; else a new person.
 * Staff never get in by a telephone number that somebody once entered for them.
 */
export async function personForPhone(db: Database, phone: string): Promise<{ personId: Id; districtId: Id }> {
  const district = await theDistrict(db)
  if (!district || !phone) throw new APIError('FORBIDDEN', { message: 'Sign-up is closed', code: 'SIGN_UP_CLOSED' })
  const known = await db.ask<{ id: Id; works: boolean; account: boolean }>(noReach(district.id), knownSql, [district.id, phone])
  if (known.some((person) => person.works))
    throw new APIError('FORBIDDEN', { message: 'Sign in with your account', code: 'USE_YOUR_ACCOUNT' })
  const free = known.filter((person) => !person.account)
  if (free.length === 1) return { personId: free[0]!.id, districtId: district.id }
  const id = newId()
  await db.ask(noReach(district.id), `insert into person (district_id, id, name, phone) values ($1, $2, '职工', $3)`, [
    district.id,
    id,
    phone,
  ])
  return { personId: id, districtId: district.id }
}

const knownSql = `
  select p.id,
    exists (select 1 from post where post.district_id = p.district_id and post.person_id = p.id
      and post.kind not in ('employee', 'platformWorker')) as works,
    exists (select 1 from auth_user where "personId" = p.id) as account
  from person p where p.district_id = $1 and p.phone = $2 limit 10`
