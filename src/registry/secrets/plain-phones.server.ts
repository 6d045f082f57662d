/** Telephone numbers that an earlier version stored in plain: sealed at the start, a batch at a time, until none is left. */
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { SecretsOf } from './secret-book.server.ts'

const batch = 2000

/** Answers how many there were. Cut off in the middle, the next start goes on. */
export async function sealPlainPhones(db: Database, secrets: SecretsOf): Promise<number> {
  let done = 0
  for (const { id } of await db.open<{ id: Id }>('select id from district order by id'))
    for (let sealed = batch; sealed === batch; done += sealed) sealed = await sealBatch(db, secrets, id)
  return done
}

async function sealBatch(db: Database, secrets: SecretsOf, district: Id): Promise<number> {
  return await db.within(houseScope(district), async (q) => {
    const rows = await q<{ id: Id; phone: string }>(
      `select id, phone_plain as phone from person where district_id = $1 and phone_plain is not null limit ${batch} for update skip locked`,
      [district],
    )
    if (rows.length === 0) return 0
    const { seal, digest } = await secrets.of(district)
    await q(sealSql, [
      district,
      rows.map(({ id }) => id),
      rows.map(({ id, phone }) => seal('phone', id, phone)),
      rows.map(({ phone }) => digest('phone', phone)),
    ])
    return rows.length
  })
}

const sealSql = `
  update person p set phone_plain = null, phone_sealed = given.sealed, phone_digest = given.digest
  from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as given (id, sealed, digest)
  where p.district_id = $1 and p.id = given.id`
