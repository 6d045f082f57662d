/** Puts the demonstration district's registry into an empty database: one transaction, a statement a table. */
import { hashPassword } from 'better-auth/crypto'
import type { Day } from '#kernel/day.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { writeAccounts } from './accounts.server.ts'
import { demoDistrict, demoRegistry } from './demo.ts'
import { spellOrganisations, spellPeople } from './pinyin.server.ts'
import { demoPassword } from './session/password.ts'

/** Writes organisations, people, posts and accounts as they stand on that day. Returns the usernames, all with the demonstration's password. */
export async function seedRegistry(
  db: Database,
  today: Day,
): Promise<{ readonly usernames: readonly string[]; readonly password: string }> {
  const { organisations, people, posts, accounts } = demoRegistry(today)
  const district = demoDistrict.id
  const [passwordHash, spelt, names] = await Promise.all([
    hashPassword(demoPassword),
    spellOrganisations(organisations.map(({ name }) => name)),
    spellPeople(people.map(({ name }) => name)),
  ])
  const { name, shortName, region } = demoDistrict
  await db.within(houseScope(district), async (q) => {
    await Promise.all([
      q('insert into district (id, name, short_name, region) values ($1, $2, $3, $4)', [district, name, shortName, region]),
      q(organisationsSql, [JSON.stringify(organisations.map((row, at) => ({ ...row, ...spelt[at] })))]),
      q(peopleSql, [JSON.stringify(people.map((row, at) => ({ ...row, ...names[at] }))), district]),
      q(postsSql, [JSON.stringify(posts), district]),
      writeAccounts(
        q,
        accounts.map((account) => ({ ...account, district })),
        passwordHash,
      ),
    ])
  })
  return { usernames: accounts.map(({ username }) => username), password: demoPassword }
}

const organisationsSql = `
  insert into organisation (district_id, id, kind, name, short_name, pinyin, initials, parent_id, unit_id, path, firm_id, street_id, sector,
    employees, designated, address, mediates, since)
  select district, id, kind, name, "shortName", pinyin, initials, parent, unit, path, firm, street, sector,
    employees, designated, address, mediates, since
  from jsonb_to_recordset($1::jsonb) as r (district uuid, id uuid, kind text, name text, "shortName" text, pinyin text, initials text, parent uuid,
    unit uuid, path uuid[], firm uuid, street uuid, sector text, employees int, designated boolean, address text, mediates boolean, since date)`

const peopleSql = `
  insert into person (district_id, id, name, pinyin, initials, phone, unit_id)
  select $2, id, name, pinyin, initials, phone, unit
  from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, pinyin text, initials text, phone text, unit uuid)`

const postsSql = `
  insert into post (district_id, id, organisation_id, person_id, kind, scope, since)
  select $2, id, organisation, person, kind, scope, since
  from jsonb_to_recordset($1::jsonb) as r (id uuid, organisation uuid, person uuid, kind text, scope text, since date)`
