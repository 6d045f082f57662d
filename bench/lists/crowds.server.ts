/** The registers whose lists are measured: the whole demonstration, and the same many times over; a desk with posts in three streets beside the usual. */
import { hashPassword } from 'better-auth/crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, dayOf } from '#kernel/day.ts'
import { openDatabase } from '#platform/database.server.ts'
import type { Embedded } from '#platform/embedded/embedded.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { writeAccounts } from '#registry/accounts/accounts.server.ts'
import { demoDistrict, demoHolders, organisationId } from '#registry/demo.ts'
import { filledSoFar, fillDistrict } from '#registry/demo/full/fill.server.ts'
import { districtPlan } from '#registry/demo/full/plan.ts'
import type { Secrets } from '#registry/secrets/cipher.server.ts'
import { openSecrets } from '#registry/secrets/data-keys.server.ts'
import { demoPassword } from '#registry/session/password.ts'
import { copyOf, ensureTemplate, ownerOf, say, seeded } from '../data.server.ts'
import { secret } from '../versus.server.ts'
import { copyIn } from '../w4/copy-in.server.ts'

/** Account with posts in several streets. */
export const severalDesk = 'desk-several'

export async function wholeDistrict(server: Embedded): Promise<string> {
  const today = dayOf(new Date())
  return await ensureTemplate(server, 'bench_lists', [today, severalDesk], async (url) => {
    await seeded(url, today)
    const db = openDatabase({ url, statementSeconds: 0 })
    const progress = (done: number, of: number) => void (done % 40_000 === 0 && say(`  ${done} of ${of} people`))
    await fillDistrict({ db, secrets: await openSecrets(db, demoDistrict.id, secret), today, progress })
    const [holder] = demoHolders('xiasha', 'viceChair')
    const hash = await hashPassword(demoPassword)
    await db.within(houseScope(demoDistrict.id), async (q) => {
      for (const street of ['hezhuang', 'yipeng'] as const)
        await q(
          `insert into post (district_id, id, organisation_id, person_id, kind, scope, since) values ($1, gen_random_uuid(), $2, $3, 'officer', 'below', $4)`,
          [demoDistrict.id, organisationId(street), holder!.id, '2024-01-01'],
        )
      await writeAccounts(q, [{ username: severalDesk, person: holder!.id, name: holder!.name, district: demoDistrict.id }], hash)
    })
    await db.close()
    await tidied(url)
  })
}

/** As many copies more as make it that many times larger. */
export async function manyDistricts(server: Embedded, whole: string, times: number): Promise<string> {
  const sql = (await readFile(join(import.meta.dirname, 'grow.sql'), 'utf8')).replaceAll('$COPIES', String(times - 1))
  return await ensureTemplate(server, 'bench_many', [whole, sql], async () => {
    say(`  ${times} times the district; this takes minutes`)
    const url = await copyOf(server, whole, 'bench_making')
    const owner = await ownerOf(url)
    await owner.query("set maintenance_work_mem = '1GB'")
    await owner.query('create table sealed (id uuid primary key, id_number bytea, phone_sealed bytea)')
    const db = openDatabase({ url })
    const [state, secrets] = [await filledSoFar(db), await openSecrets(db, demoDistrict.id, secret)]
    await db.close()
    await copyIn(owner, 'copy sealed from stdin', sealedLines(secrets, state!.day, times))
    await owner.query(sql)
    await owner.end()
    await tidied(url)
  })
}

/** The numbers of everybody's copies, as `grow.sql` names them. */
function* sealedLines({ seal }: Secrets, today: Day, times: number): Generator<string> {
  const { people } = districtPlan(today, [])
  const bytes = (sealed: Buffer): string => `\\\\x${sealed.toString('hex')}`
  for (let copy = 1; copy < times; copy++)
    for (let from = 0; from < people.many; from += 2_000)
      yield people
        .some(from, 2_000)
        .map(({ id, idNumber, phone }) => {
          const copied = `${id.slice(0, 14)}${(copy < 8 ? copy : copy + 1).toString(16)}${id.slice(15)}`
          return `${copied}\t${bytes(seal('idNumber', copied, idNumber))}\t${bytes(seal('phone', copied, phone))}\n`
        })
        .join('')
}

async function tidied(url: string): Promise<void> {
  const owner = await ownerOf(url)
  await owner.query('vacuum analyze')
  await owner.query('checkpoint')
  await owner.end()
}
