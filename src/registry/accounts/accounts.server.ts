/** Accounts made by the house: a username and a password for a person, and the very first administrator. */
import { hashPassword } from 'better-auth/crypto'
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Region } from '#kernel/region.ts'
import { text } from '#kernel/text.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { badInput, conflict } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { startProblem } from '#platform/start-problem.ts'
import { theDistrict } from '../district.server.ts'
import { type AuditEntry, record } from '../privacy/audit.server.ts'
import { spellPeople } from '../pinyin.server.ts'
import { noReach } from '../reach.ts'
import { accountEmail } from '../session/auth.server.ts'
import { passwordRefusal } from '../session/password.ts'

export interface NewAccount {
  readonly username: string
  readonly name: string
  readonly person: Id
  readonly district: Id
}

/** Writes accounts that all have the one password of this hash. */
export async function writeAccounts(q: Query, accounts: readonly NewAccount[], passwordHash: string): Promise<void> {
  const rows = accounts.map(({ username, ...rest }) => {
    const id = newId()
    return { ...rest, id, account: newId(), email: accountEmail(id), username: username.toLowerCase() }
  })
  await q(accountsSql, [JSON.stringify(rows), passwordHash])
}

const accountsSql = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as r (id uuid, account uuid, email text, username text, name text, person uuid, district uuid)
  ), made as (
    insert into auth_user (id, name, email, username, "personId", "districtId") select id, name, email, username, person, district from given
  )
  insert into auth_account (id, "accountId", "providerId", "userId", password) select account, id::text, 'credential', id, $2 from given`

/** An account for a person who has none, written down as `entry`. Refuses a weak password, a name that is taken and a second account. */
export async function createAccount(db: Database, account: NewAccount & { readonly password: string }, entry?: AuditEntry): Promise<void> {
  const refused = passwordRefusal(account.password, [account.username])
  if (refused) throw badInput([{ path: 'password', says: refused }])
  const hash = await hashPassword(account.password)
  try {
    await db.within(noReach(account.district), async (q) => {
      await writeAccounts(q, [account], hash)
      if (entry) await record(q, entry)
    })
  } catch (error) {
    const { code, constraint = '' } = error as { code?: string; constraint?: string }
    if (code !== '23505') throw error
    const says = constraint.includes('username')
      ? text('这个用户名已被使用', 'This username is taken')
      : text('此人已有账号', 'This person already has an account')
    throw conflict({ why: 'broken', says })
  }
}

export interface Admin {
  readonly username: string
  readonly password: string
  readonly name: string
  /** The district to make when the database has none. */
  readonly district?: { readonly name: string; readonly shortName?: string; readonly region: Region }
}

/** The first of the house, for the command line: a district officer who sees the whole district, and the district itself if there is none. */
export async function createAdmin(db: Database, admin: Admin, today: Day): Promise<{ readonly person: Id; readonly district: Id }> {
  const refused = passwordRefusal(admin.password, [admin.username])
  if (refused) throw startProblem(`${refused.zh}。`, `${refused.en}.`)
  if (!/^[\p{L}\p{N}_.-]{2,40}$/u.test(admin.username))
    throw startProblem('用户名为 2–40 个字母、数字、汉字或 _ . -。', 'A username has 2 to 40 letters, digits, characters or _ . -.')
  const existing = await theDistrict(db)
  const district = existing?.id ?? newId()
  const person = newId()
  const [spelling] = await spellPeople([admin.name])
  const hash = await hashPassword(admin.password)
  try {
    await db.within(houseScope(district), async (q) => {
      if (!existing) await makeDistrict(q, district, admin.district, today)
      await q('insert into person (district_id, id, name, sort_name, initials) values ($1, $2, $3, $4, $5)', [
        district,
        person,
        admin.name,
        spelling!.sortName,
        spelling!.initials,
      ])
      await q(adminPostSql, [district, newId(), person, today])
      await writeAccounts(q, [{ username: admin.username, name: admin.name, person, district }], hash)
    })
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    throw startProblem(`用户名 ${admin.username} 已被使用。`, `The username ${admin.username} is taken.`)
  }
  return { person, district }
}

const adminPostSql = `
  insert into post (district_id, id, organisation_id, person_id, kind, scope, since)
  select $1, $2, id, $3, 'districtOfficer', 'below', $4 from organisation where district_id = $1 and kind = 'district' limit 1`

async function makeDistrict(q: Query, id: Id, spec: Admin['district'], today: Day): Promise<void> {
  const { name, region, shortName = name } = spec ?? { name: '区总工会', region: 'CN-ZJ-HZ' as const }
  await q('insert into district (id, name, short_name, region) values ($1, $2, $3, $4)', [id, name, shortName, region])
  await q(
    `insert into organisation (district_id, id, kind, name, short_name, path, since) values ($1, $1, 'district', $2, $3, array[$1::uuid], $4)`,
    [id, name, shortName, today],
  )
}
