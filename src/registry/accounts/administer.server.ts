/** Accounts as those above keep them: whose there are, a new password for somebody who lost theirs, shut and opened again. */
import { hashPassword } from 'better-auth/crypto'
import { randomInt } from 'node:crypto'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { governs } from '../reach.ts'
import { type PersonRow, visiblePerson } from '../people/visible-person.server.ts'
import { administers } from '../privacy/governed.server.ts'
import { page, peopleReach, type PageQuery } from '../routes/lists.server.ts'
import type { RegistryDeps } from '../routes.server.ts'

export type AccountDeps = Pick<RegistryDeps, 'db' | 'directory' | 'session' | 'today'>

export interface AccountRow {
  readonly id: Id
  readonly name: string
  readonly username: string | null
  readonly posts: readonly {
    readonly kind: string
    readonly organisation: { readonly id: Id; readonly name: string; readonly path: readonly Id[] }
  }[]
  readonly closed: boolean
  readonly secondFactor: boolean
  readonly lastSeen: string | null
}

/** Everybody within reach who holds a post there today, with their account if there is one; nobody for those who administer nothing. */
export async function listAccounts({ db, today }: AccountDeps, caller: Caller, query: PageQuery) {
  const { all, trees, units } = administers(caller) ? peopleReach(caller) : { all: false, trees: [], units: [] }
  return await page<AccountRow>(db, { ...caller, scope: houseScope(caller.district) }, query, {
    columns,
    from: fromSql,
    values: [caller.district, all, trees, units, today(), query.q?.toLowerCase() ?? ''],
    name: 'p.sort_name',
    id: 'p.id',
  })
}

const columns = `p.id, p.name, u.username, u."closedAt" is not null as closed,
  coalesce(u."twoFactorEnabled", false) as "secondFactor",
  (select max(s."updatedAt")::text from auth_session s where s."userId" = u.id) as "lastSeen",
  (select json_agg(json_build_object('kind', h.kind, 'organisation', json_build_object('id', o.id, 'name', o.name, 'path', o.path)) order by h.since)
   from post h join organisation o on o.district_id = h.district_id and o.id = h.organisation_id
   where h.district_id = p.district_id and h.person_id = p.id and h.since <= $5 and (h.until is null or h.until >= $5)
     and ($2 or o.unit_id = any ($3::uuid[]) or o.id = any ($4::uuid[]))) as posts`

// From the few who hold posts to the people, each looked up: the other way round the whole register would be read.
const fromSql = `
  from (
    select distinct h.person_id from post h cross join lateral (
      select from organisation o where o.district_id = h.district_id and o.id = h.organisation_id
        and ($2 or o.unit_id = any ($3::uuid[]) or o.id = any ($4::uuid[])) offset 0) at
    where h.district_id = $1 and h.since <= $5 and (h.until is null or h.until >= $5)
  ) held cross join lateral (
    select p.district_id, p.id, p.name, p.sort_name, p.initials from person p
    where p.district_id = $1 and p.id = held.person_id and p.merged_into is null offset 0
  ) p left join auth_user u on u."personId" = p.id
  where ($6 = '' or starts_with(p.name, $6) or starts_with(p.sort_name, $6) or starts_with(p.initials, $6) or u.username = $6)`

/** The person, if the caller may order their account: whoever could sign in as somebody gains what they may do, so every post must be governed. */
export async function governedPerson(deps: AccountDeps, caller: Caller, id: Id): Promise<PersonRow> {
  const person = await visiblePerson(deps, caller, id)
  if (!(await isUnder(deps, caller, person))) throw forbidden()
  return person
}

async function isUnder({ directory, today }: AccountDeps, caller: Caller, person: PersonRow): Promise<boolean> {
  const posts = person.posts.filter((post) => !post.until || post.until >= today())
  if (posts.length > 0) return posts.every((post) => governs(caller.posts, post.organisation, post.scope))
  const unit = person.unit ? await directory.organisationById(caller.district, person.unit) : undefined
  return governs(caller.posts, unit ?? { id: '', path: [] }, 'unit')
}

/** A new password, told once to whoever asked for it; every session of the account ends. */
export async function resetPassword(
  deps: AccountDeps,
  caller: Caller,
  id: Id,
): Promise<{ readonly username: string; readonly password: string }> {
  const password = freshPassword()
  const hash = await hashPassword(password)
  const username = await change(deps, caller, id, 'passwordReset', async (q, users) => {
    const changed = await q(
      `update auth_account set password = $2, "updatedAt" = now() where "userId" = any ($1::uuid[]) and "providerId" = 'credential' returning id`,
      [users, hash],
    )
    if (changed.length === 0) throw conflict({ why: 'not now', says: text('此账号不用密码登录', 'This account has no password') })
    await q('delete from auth_two_factor where "userId" = any ($1::uuid[])', [users])
    await q('update auth_user set "twoFactorEnabled" = false where id = any ($1::uuid[])', [users])
  })
  return { username, password }
}

/** Nobody gets in by it any more, until it is opened again. */
export async function closeAccount(deps: AccountDeps, caller: Caller, id: Id, closed: boolean): Promise<void> {
  if (id === caller.person) throw forbidden(text('不能关闭自己的账号', 'Nobody shuts their own account'))
  await change(deps, caller, id, closed ? 'closed' : 'opened', async (q, users) => {
    await q(`update auth_user set "closedAt" = ${closed ? 'now()' : 'null'} where id = any ($1::uuid[])`, [users])
  })
}

/** All accounts of the person: those of rows merged into theirs let in the same person. */
async function change(
  deps: AccountDeps,
  caller: Caller,
  id: Id,
  did: string,
  work: (q: Query, users: readonly Id[]) => Promise<void>,
): Promise<string> {
  await governedPerson(deps, caller, id)
  const username = await deps.db.within(houseScope(caller.district), async (q) => {
    const accounts = await q<{ id: Id; username: string | null }>(accountsSql, [caller.district, id])
    if (accounts.length === 0) throw notFound()
    const users = accounts.map((account) => account.id)
    await work(q, users)
    await q('delete from auth_session where "userId" = any ($1::uuid[])', [users])
    await record(q, { ...actor(caller), kind: 'account', about: id, what: { did } })
    return accounts.find(({ username }) => username)?.username ?? ''
  })
  await deps.session.changed(id)
  return username
}

const accountsSql = `
  select u.id, u.username from auth_user u join person p on p.district_id = $1 and p.id = u."personId"
  where p.id = $2 or p.merged_into = $2 order by p.id <> $2, u.id for update of u`

// Without letters and digits that are taken for one another on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four: eighty bits nearly, and can be read out over the telephone. */
export const freshPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')
