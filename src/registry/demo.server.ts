/** Puts the demonstration district's registry into an empty database: one transaction, a statement a table. */
import { hashPassword } from 'better-auth/crypto'
import type { Day } from '#kernel/day.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { writeAccounts } from './accounts/accounts.server.ts'
import { demoDistrict, type DemoPerson, demoRegistry } from './demo.ts'
import { spellOrganisations, spellPeople } from './pinyin.server.ts'
import { isBelonging } from './post.ts'
import type { SecretsOf } from './secrets/secret-book.server.ts'
import { demoPassword } from './session/password.ts'

/** Writes organisations, people, posts and accounts as they stand on that day. Returns the usernames, all with the demonstration's password. */
export async function seedRegistry(
  db: Database,
  today: Day,
  secrets?: SecretsOf,
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
      q(projectedSql, [district]),
      q(peopleSql, [JSON.stringify(people.map(({ phone: _phone, ...row }, at) => ({ ...row, ...names[at] }))), district]),
      q(postsSql, [JSON.stringify(posts.filter(({ kind }) => !isBelonging(kind))), district]),
      q(engagementsSql, [JSON.stringify(posts.filter(({ kind }) => isBelonging(kind))), district]),
      q('select hexie_place_people($1, array_agg(id), $2) from person where district_id = $1', [district, today]),
      writeAccounts(
        q,
        accounts.map((account) => ({ ...account, district })),
        passwordHash,
      ),
    ])
  })
  if (secrets) await sealPhones(db, secrets, people)
  return { usernames: accounts.map(({ username }) => username), password: demoPassword }
}

const organisationsSql = `
  insert into organisation (district_id, id, kind, name, short_name, pinyin, initials, sort_name, parent_id, unit_id, path, firm_id, street_id, sector,
    employees, designated, address, mediates, since)
  select district, id, kind, name, "shortName", pinyin, initials, "sortName", parent, unit, path, firm, street, sector,
    employees, designated, address, mediates, since
  from jsonb_to_recordset($1::jsonb) as r (district uuid, id uuid, kind text, name text, "shortName" text, pinyin text, initials text, "sortName" text, parent uuid,
    unit uuid, path uuid[], firm uuid, street uuid, sector text, employees int, designated boolean, address text, mediates boolean, since date)`

const peopleSql = `
  insert into person (district_id, id, name, sort_name, initials, unit_id)
  select $2, id, name, "sortName", initials, unit
  from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, "sortName" text, initials text, unit uuid)`

// What the rows say of now was so from the beginning.
const projectedSql = `
  with place as (
    insert into organisation_place (district_id, id, organisation_id, parent_id, since)
    select district_id, gen_random_uuid(), id, parent_id, since from organisation where district_id = $1
  )
  insert into organisation_fact (district_id, id, organisation_id, fact, value, since, source)
  select district_id, gen_random_uuid(), id, fact, value, since, '登记' from organisation, lateral (values
    ('employees', to_jsonb(employees)), ('sector', case when kind = 'firm' then to_jsonb(sector) end),
    ('designated', case when designated then to_jsonb(true) end)) as known (fact, value)
  where district_id = $1 and value is not null`

const engagementsSql = `
  insert into engagement (district_id, id, person_id, organisation_id, kind, since)
  select $2, id, person, organisation, case kind when 'employee' then 'employment' else 'platform' end, since
  from jsonb_to_recordset($1::jsonb) as r (id uuid, organisation uuid, person uuid, kind text, since date)`

async function sealPhones(db: Database, secrets: SecretsOf, people: readonly DemoPerson[]): Promise<void> {
  const { seal, digest } = await secrets.of(demoDistrict.id)
  await db.ask(
    houseScope(demoDistrict.id),
    `update person p set phone_sealed = sealed, phone_digest = digest
     from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as given (id, sealed, digest) where p.district_id = $1 and p.id = given.id`,
    [
      demoDistrict.id,
      people.map(({ id }) => id),
      people.map(({ id, phone }) => seal('phone', id, phone)),
      people.map(({ phone }) => digest('phone', phone)),
    ],
  )
}

const postsSql = `
  insert into post (district_id, id, organisation_id, person_id, kind, scope, since)
  select $2, id, organisation, person, kind, scope, since
  from jsonb_to_recordset($1::jsonb) as r (id uuid, organisation uuid, person uuid, kind text, scope text, since date)`
