/** The keys of a district's sensitive fields: kept in the database wrapped by the house's secret, made when first needed. */
import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { startProblem } from '#platform/start-problem.ts'
import {
  cipherName,
  keyBytes,
  type KeyPurpose,
  keyPurposes,
  openedBytes,
  type PlainKey,
  type PlainKeys,
  sealed,
  type Secrets,
  secretsFrom,
} from './cipher.server.ts'

/** HEXIE_SECRET; while it is being changed, the new one and after it those before. */
export type Master = string | readonly string[]

export const keysChannel = 'hexie_keys'
const wrapFormat = 1
const mostVersions = 255

interface KeyRow {
  readonly purpose: KeyPurpose
  readonly version: number
  readonly cipher: string
  readonly wrapped: Uint8Array
}

/** Reads the district's keys, or makes them. Throws a StartProblem when the secret is not the one they were wrapped with. */
export async function openSecrets(db: Database, district: Id, master: Master): Promise<Secrets> {
  return secretsFrom(await keysFor(db, district, master))
}

/** The opened keys themselves, for a worker thread: `secretsFrom(keys)` there. */
export async function keysFor(db: Database, district: Id, master: Master): Promise<PlainKeys> {
  const rows = await db.within(houseScope(district), async (q) => {
    const known = await keyRows(q, district)
    const missing = keyPurposes.filter((purpose) => !known.some((row) => row.purpose === purpose))
    if (missing.length === 0) return known
    await Promise.all(missing.map((purpose) => insertKey(q, district, master, purpose, 1)))
    // Another server may have been first: what stands there now is what counts.
    return await keyRows(q, district)
  })
  const wrapping = wrappingKeys(district, master)
  return { district, keys: rows.map((row) => unwrapped(wrapping, district, row)) }
}

/** A new key that writes from now on; the ones before still open. Answers its version. */
export async function rotateKey(db: Database, district: Id, master: Master, purpose: KeyPurpose): Promise<number> {
  const { keys } = await keysFor(db, district, master)
  const version = Math.max(...keys.filter((key) => key.purpose === purpose).map((key) => key.version)) + 1
  if (version > mostVersions)
    throw startProblem(
      `${purpose} 密钥已更换 ${mostVersions} 次，不能再换。`,
      `The ${purpose} key was changed ${mostVersions} times; no more fit.`,
    )
  await db.within(houseScope(district), (q) => insertKey(q, district, master, purpose, version))
  await db.notify(keysChannel, district)
  return version
}

/** Wraps every key of the district with the newest secret. Answers how many were wrapped with one before; doing it again changes nothing. */
export async function rewrapKeys(db: Database, district: Id, secrets: readonly string[]): Promise<number> {
  const wrapping = wrappingKeys(district, secrets)
  return await db.within(houseScope(district), async (q) => {
    const rows = await q<KeyRow>(`${selectKeys} for update`, [district])
    const old = rows.filter((row) => openedBytes(wrapping[0]!, contextOf(district, row), row.wrapped) === undefined)
    for (const row of old) {
      const { bytes } = unwrapped(wrapping, district, row)
      await q('update data_key set wrapped = $4 where district_id = $1 and purpose = $2 and version = $3', [
        district,
        row.purpose,
        row.version,
        sealed([wrapFormat, wrapping[0]!], contextOf(district, row), bytes),
      ])
    }
    return old.length
  })
}

/** Makes sure at start that every district's keys open; otherwise a StartProblem says so in one sentence. */
export async function checkMaster(db: Database, master: Master): Promise<void> {
  for (const { id } of await db.open<{ id: Id }>('select id from district order by id')) {
    const wrapping = wrappingKeys(id, master)
    for (const row of await db.ask<KeyRow>(houseScope(id), selectKeys, [id])) unwrapped(wrapping, id, row)
  }
}

const selectKeys = 'select purpose, version, cipher, wrapped from data_key where district_id = $1 order by purpose, version'
const keyRows = (q: Query, district: Id): Promise<KeyRow[]> => q<KeyRow>(selectKeys, [district])

async function insertKey(q: Query, district: Id, master: Master, purpose: KeyPurpose, version: number): Promise<void> {
  const [newest] = wrappingKeys(district, master)
  const wrapped = sealed([wrapFormat, newest!], contextOf(district, { purpose, version }), randomBytes(keyBytes))
  await q(
    `insert into data_key (district_id, purpose, version, cipher, wrapped) values ($1, $2, $3, $4, $5)
     on conflict (district_id, purpose, version) do nothing`,
    [district, purpose, version, cipherName, wrapped],
  )
}

const contextOf = (district: Id, { purpose, version }: Pick<KeyRow, 'purpose' | 'version'>): Buffer =>
  Buffer.from(`${district}|${purpose}|${version}`)

/** One wrapping key a secret, newest first. */
const wrappingKeys = (district: Id, master: Master): readonly KeyObject[] =>
  (typeof master === 'string' ? [master] : master).map((secret) =>
    createSecretKey(new Uint8Array(hkdfSync('sha256', secret, district, 'hexie data key', keyBytes))),
  )

function unwrapped(wrapping: readonly KeyObject[], district: Id, row: KeyRow): PlainKey {
  if (row.cipher !== cipherName)
    throw startProblem(
      `数据库里有本程序不认识的加密方式 ${row.cipher}，请用更新的程序。`,
      `The database has keys for the cipher ${row.cipher}, which this program does not know; use a newer program.`,
    )
  for (const key of wrapping) {
    const bytes = openedBytes(key, contextOf(district, row), row.wrapped)
    if (bytes) return { purpose: row.purpose, version: row.version, bytes: new Uint8Array(bytes) }
  }
  throw startProblem(
    '设置 HEXIE_SECRET 打不开本数据库的密钥：请用加密时的那一个；若正在更换，请把旧的放在 HEXIE_SECRET_PREVIOUS。',
    'The setting HEXIE_SECRET does not open the keys of this database: give the one they were made with, or, while changing it, the old one in HEXIE_SECRET_PREVIOUS.',
  )
}
