/** Sealed fields: what opens and what must not; keys made by two servers at once, wrapped by a secret that can be changed. */
import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Id, newId } from '#kernel/id.ts'
import { openDatabase } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { StartProblem } from '#platform/start-problem.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { hmacSha256, type PlainKeys, SecretProblem, secretsFrom, sensitiveFields } from './cipher.server.ts'
import { checkMaster, keysFor, openSecrets, rewrapKeys, rotateKey } from './data-keys.server.ts'
import { openSecretBook } from './secret-book.server.ts'

const db = await testDatabase()
const master = 'the secret of a house in a test, long enough'

async function newDistrict(): Promise<Id> {
  const id = newId()
  await db.owner(`insert into district (id, name, short_name, region) values ($1, '钱塘区', '钱塘', 'CN-ZJ-HZ')`, [id])
  return id
}

const key = (purpose: 'seal' | 'digest', version: number) => ({ purpose, version, bytes: new Uint8Array(randomBytes(32)) })
const keysOf = (district: Id): PlainKeys => ({ district, keys: [key('seal', 1), key('digest', 1)] })
const faultOf = (work: () => unknown): string => {
  try {
    work()
    return 'opened'
  } catch (error) {
    return error instanceof SecretProblem ? error.fault : String(error)
  }
}

describe('a sealed value', () => {
  const district = newId()
  const secrets = secretsFrom(keysOf(district))
  const person = newId()

  test('opens as it was sealed, and is never sealed alike twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sensitiveFields), fc.string({ unit: 'grapheme' }), (field, value) => {
        const sealed = secrets.seal(field, person, value)
        expect(secrets.open(field, person, sealed)).toBe(value)
        expect(sealed.equals(secrets.seal(field, person, value))).toBe(false)
      }),
    )
  })

  test('does not open with any one byte changed, nor cut', () => {
    const sealed = secrets.seal('idNumber', person, '11010519491231002X')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(faultOf(() => secrets.open('idNumber', person, changed))).toBe(at === 0 ? 'unknownKey' : 'tampered')
      expect(faultOf(() => secrets.open('idNumber', person, sealed.subarray(0, at)))).toBe('tampered')
    }
  })

  test('does not open for another person, another field, another district', () => {
    const keys = keysOf(district)
    const here = secretsFrom(keys)
    const sealed = here.seal('phone', person, '13812345678')
    expect(faultOf(() => here.open('phone', newId(), sealed))).toBe('tampered')
    expect(faultOf(() => here.open('bankCard', person, sealed))).toBe('tampered')
    expect(faultOf(() => secretsFrom({ ...keys, district: newId() }).open('phone', person, sealed))).toBe('tampered')
    expect(faultOf(() => here.open('phone', person, sealed))).toBe('opened')
  })

  test('opens under older keys, not under unknown ones', () => {
    const keys = keysOf(district)
    const before = secretsFrom(keys)
    const after = secretsFrom({ district, keys: [...keys.keys, key('seal', 2)] })
    const [old, fresh] = [before, after].map((each) => each.seal('phone', person, '13812345678'))
    expect([old![0], fresh![0]]).toEqual([1, 2])
    expect(after.open('phone', person, old!)).toBe('13812345678')
    expect(after.open('phone', person, fresh!)).toBe('13812345678')
    expect(faultOf(() => before.open('phone', person, fresh!))).toBe('unknownKey')
  })

  test('tells nothing of itself when it does not open', () => {
    const sealed = secrets.seal('idNumber', person, '11010519491231002X')
    try {
      secrets.open('phone', person, sealed)
      expect.unreachable()
    } catch (error) {
      expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('110105')
    }
  })

  test('serves in a worker thread: the keys can be posted', () => {
    const keys = keysOf(district)
    const there = secretsFrom(structuredClone(keys))
    expect(there.open('illness', person, secretsFrom(keys).seal('illness', person, '尘肺'))).toBe('尘肺')
  })
})

describe('a digest', () => {
  const keys = keysOf(newId())
  const { digest, digests } = secretsFrom(keys)

  test('is the same for one value however it is written', () => {
    expect(digest('idNumber', ' 110105 19491231 002x')).toEqual(digest('idNumber', '１１０１０５１９４９１２３１００２Ｘ'))
    expect(digest('phone', '+86 138-1234-5678')).toEqual(digest('phone', '13812345678'))
    expect(digest('bankCard', '6222 0212 3456 0011')).toEqual(digest('bankCard', '6222021234560011'))
  })

  test('differs by value, field and district', () => {
    const other = secretsFrom(keysOf(newId()))
    const all = [
      digest('phone', '13812345678'),
      digest('phone', '13812345679'),
      digest('bankCard', '13812345678'),
      other.digest('phone', '13812345678'),
    ]
    expect(new Set(all.map(String)).size).toBe(4)
    expect(all.map((each) => each.length)).toEqual([16, 16, 16, 16])
  })

  test('is looked for under the older keys too', () => {
    const after = secretsFrom({ ...keys, keys: [...keys.keys, key('digest', 2)] })
    expect(after.digests('phone', '13812345678')).toEqual([after.digest('phone', '13812345678'), digest('phone', '13812345678')])
    expect(digests('phone', '13812345678')).toEqual([digest('phone', '13812345678')])
    expect(after.digest('phone', '13812345678')[0]).toBe(2)
  })
})

describe('the keys of a district', () => {
  test('are made once, also by many servers at the same instant', async () => {
    const district = await newDistrict()
    const other = openDatabase({ url: db.url, connections: 6 })
    const made = await Promise.all(Array.from({ length: 12 }, (_, at) => openSecrets(at % 2 ? db : other, district, master)))
    await other.close()
    const person = newId()
    const sealed = made.map((secrets) => secrets.seal('phone', person, '13812345678'))
    for (const secrets of made) for (const each of sealed) expect(secrets.open('phone', person, each)).toBe('13812345678')
    expect(new Set(made.map((secrets) => String(secrets.digest('phone', '13812345678')))).size).toBe(1)
    expect(await db.ask(houseScope(district), 'select 1 from data_key where district_id = $1', [district])).toHaveLength(2)
  })

  test('do not lie in the database as they are, nor in sight of another district', async () => {
    const district = await newDistrict()
    const { keys } = await keysFor(db, district, master)
    const rows = await db.owner<{ wrapped: Buffer }>('select wrapped from data_key')
    for (const { bytes } of keys) expect(rows.some(({ wrapped }) => wrapped.includes(Buffer.from(bytes)))).toBe(false)
    expect(await db.ask(houseScope(newId()), 'select 1 from data_key')).toEqual([])
    expect(await db.open('select 1 from data_key')).toEqual([])
  })

  test('carried to another district, purpose or version do not open', async () => {
    const [from, to] = [await newDistrict(), await newDistrict()]
    await keysFor(db, from, master)
    await keysFor(db, to, master)
    await db.ask(
      houseScope(from),
      `update data_key set wrapped = (select wrapped from data_key where purpose = 'digest') where purpose = 'seal'`,
    )
    await expect(openSecrets(db, from, master)).rejects.toThrow(StartProblem)
    await openSecrets(db, to, master)
    await db.owner(`delete from data_key where district_id = $1`, [from])
  })

  test('with another secret give one sentence that says what to do', async () => {
    const district = await newDistrict()
    await openSecrets(db, district, master)
    await checkMaster(db, master)
    const wrong = 'another secret altogether, of good length'
    for (const attempt of [() => openSecrets(db, district, wrong), () => checkMaster(db, wrong)]) {
      const problem = await attempt().catch((error: unknown) => error)
      expect(problem).toBeInstanceOf(StartProblem)
      expect([(problem as StartProblem).says.zh, (problem as StartProblem).says.en].every((says) => says.includes('HEXIE_SECRET'))).toBe(
        true,
      )
    }
  })

  test('are wrapped anew when the secret changes, and both secrets serve meanwhile', async () => {
    const district = await newDistrict()
    const fresh = 'the new secret of the house, long enough'
    const before = await openSecrets(db, district, master)
    const person = newId()
    const sealed = before.seal('bankCard', person, '6222021234560011')
    expect((await openSecrets(db, district, [fresh, master])).open('bankCard', person, sealed)).toBe('6222021234560011')
    await expect(openSecrets(db, district, fresh)).rejects.toThrow(StartProblem)
    expect([await rewrapKeys(db, district, [fresh, master]), await rewrapKeys(db, district, [fresh, master])]).toEqual([2, 0])
    const after = await openSecrets(db, district, fresh)
    expect(after.open('bankCard', person, sealed)).toBe('6222021234560011')
    expect(after.digest('phone', '13812345678')).toEqual(before.digest('phone', '13812345678'))
    await expect(openSecrets(db, district, master)).rejects.toThrow(StartProblem)
    await db.owner(`delete from data_key where district_id = $1`, [district])
  })

  test('newer ones are learnt by a server that did not make them, also when the news of them was lost', async () => {
    const district = await newDistrict()
    await rotateKey(db, district, master, 'seal')
    const person = newId()
    const fresh = (await openSecrets(db, district, master)).seal('phone', person, '13900000000')
    // The newer key comes in behind everybody's back: no news of it is sent.
    const [row] = await db.owner<{ key: unknown }>(
      'delete from data_key k where district_id = $1 and version = 2 returning to_jsonb(k) as key',
      [district],
    )
    const book = await openSecretBook(db, master)
    const old = (await book.of(district)).seal('phone', person, '13812345678')
    await expect(book.use(district, ({ open }) => open('phone', person, fresh))).rejects.toThrow(SecretProblem)
    await db.owner('insert into data_key select * from jsonb_populate_record(null::data_key, $1)', [row!.key])
    expect((await book.of(district)).current.seal).toBe(1)
    expect(await book.use(district, ({ open }) => [open('phone', person, old), open('phone', person, fresh)])).toEqual([
      '13812345678',
      '13900000000',
    ])
    expect((await book.of(district)).current).toEqual({ seal: 2, digest: 1 })
    await expect(book.use(district, ({ open }) => open('phone', newId(), fresh))).rejects.toThrow(SecretProblem)
    await book.close()
  })
})

test('a digest is the HMAC of the library, for keys of every length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.string({ unit: 'grapheme' }), (key, of) => {
      expect(hmacSha256(key)(of)).toEqual(createHmac('sha256', key).update(of).digest())
    }),
  )
})
