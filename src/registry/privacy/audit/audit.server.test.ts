/** The audit chains on a real database: written in order by several at once, unchangeable, and every kind of tampering seen. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '#kernel/id.ts'
import type { RowScope } from '#platform/row-scope.ts'
import { houseScope } from '#platform/row-scope.ts'
import { testDatabase } from '#platform/testing/database-for-tests.server.ts'
import { type AuditEntry, record, recordAll } from '../audit.server.ts'
import { auditHeads, type AuditHead, missingHeads, verifyAudit } from './verify.server.ts'

const db = await testDatabase()
const district = newId()
const [zhou, wu] = [newId(), newId()]
const house = houseScope(district)
const own = (person: Id): RowScope => ({ district, all: false, trees: [], units: [], readers: [`p:${person}`] })

const sight = (by: Id | null, what: AuditEntry['what'] = { field: 'phone', reason: '核对会籍' }): AuditEntry => ({
  district,
  by,
  byName: by ? '周敏' : '系统',
  kind: 'sight',
  about: wu,
  what,
  as: { body: district, post: 'officer' },
})

beforeAll(async () => {
  await db.owner(`insert into district (id, name, short_name, region) values ($1, '钱塘区总工会', '钱塘', 'CN-ZJ-HZ')`, [district])
})

const heads = async (): Promise<AuditHead[]> => {
  const found: AuditHead[] = []
  for await (const head of auditHeads(db, district)) found.push(head)
  return found
}

describe('the audit chains', () => {
  test('entries of one actor are one chain, also when written at once and under the actor’s own scope', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        db.within(own(zhou), (q) => record(q, sight(zhou, { field: 'phone', reason: '核对', n, 深: [1, null] }))),
      ),
    )
    await db.within(house, (q) => recordAll(q, [sight(null), sight(null, { a: 1.5, b: { z: 'ß', a: [] } })]))
    const rows = await db.ask<{ chain: Id; seqs: number[] }>(
      house,
      'select chain, array_agg(seq order by seq) as seqs from audit_entry group by chain order by count(*)',
    )
    expect(rows).toEqual([
      { chain: wu, seqs: [1, 2] },
      { chain: zhou, seqs: Array.from({ length: 20 }, (_, n) => n + 1) },
    ])
    expect(await verifyAudit(db, district)).toEqual([])
  })

  test('a transaction that fails leaves no entry and no gap', async () => {
    await expect(
      db.within(house, async (q) => {
        await record(q, sight(zhou))
        throw new Error('not after all')
      }),
    ).rejects.toThrow('not after all')
    await db.within(house, (q) => record(q, sight(zhou)))
    expect((await heads()).find(({ chain }) => chain === zhou)?.seq).toBe(21)
    expect(await verifyAudit(db, district)).toEqual([])
  })

  test('different actors do not wait for each other', async () => {
    let done = false
    await db.within(own(zhou), async (q) => {
      await record(q, sight(zhou))
      await db.within(own(wu), (inner) => record(inner, sight(wu)))
      done = true
    })
    expect(done).toBe(true)
  })

  test('one sees one’s own doings and what is about oneself, nobody else’s', async () => {
    const stranger = newId()
    const seen = (person: Id) => db.ask(own(person), 'select 1 from audit_entry limit 1')
    expect(await seen(zhou)).toHaveLength(1)
    expect(await seen(wu)).toHaveLength(1)
    expect(await seen(stranger)).toHaveLength(0)
  })

  test('neither the application nor the tables’ owner changes or removes an entry', async () => {
    await expect(db.ask(house, `update audit_entry set by_name = '别人'`)).rejects.toThrow(/permission denied/)
    await expect(db.ask(house, 'delete from audit_entry')).rejects.toThrow(/permission denied/)
    await expect(db.owner(`update audit_entry set by_name = '别人'`)).rejects.toThrow(/append-only/)
    await expect(db.owner('delete from audit_entry')).rejects.toThrow(/append-only/)
    await expect(db.owner('truncate audit_entry')).rejects.toThrow(/append-only/)
  })

  const tampering: readonly [what: string, sql: string, seq: number][] = [
    ['another name', `update audit_entry set by_name = '别人' where chain = $1 and seq = 3`, 3],
    ['another person it is about', `update audit_entry set about = gen_random_uuid() where chain = $1 and seq = 4`, 4],
    ['another reason', `update audit_entry set what = what || '{"reason": "改"}' where chain = $1 and seq = 2`, 2],
    ['another time', `update audit_entry set at = at - interval '1 day' where chain = $1 and seq = 1`, 1],
    ['an entry taken out', 'delete from audit_entry where chain = $1 and seq = 5', 6],
    ['the first taken out', 'delete from audit_entry where chain = $1 and seq = 1', 2],
  ]
  test.each(tampering)('the verifier names the first broken link: %s', async (_what, sql, seq) => {
    await tampered(sql, [zhou], async () => expect(await verifyAudit(db, district)).toEqual([{ chain: zhou, seq }]))
  })

  test('newest entries cut off are seen against an anchor kept elsewhere', async () => {
    const anchor = await heads()
    expect(await missingHeads(db, district, anchor)).toEqual([])
    const last = anchor.find(({ chain }) => chain === zhou)!
    await tampered('delete from audit_entry where chain = $1 and seq = $2', [zhou, last.seq], async () => {
      expect(await verifyAudit(db, district)).toEqual([])
      expect(await missingHeads(db, district, anchor)).toEqual([{ chain: zhou, seq: last.seq }])
    })
    await db.within(house, (q) => record(q, sight(zhou)))
    expect(await missingHeads(db, district, anchor)).toEqual([])
  })
})

/** As somebody who owns the server could: past the triggers, and put back afterwards. */
async function tampered(sql: string, values: readonly unknown[], look: () => Promise<void>): Promise<void> {
  const before = await db.owner('select * from audit_entry order by chain, seq')
  await db.owner('alter table audit_entry disable trigger user')
  try {
    await db.owner(sql, values)
    await look()
  } finally {
    await db.owner('delete from audit_entry')
    await db.owner(`insert into audit_entry select * from jsonb_populate_recordset(null::audit_entry, $1)`, [
      JSON.stringify(before.map(plain)),
    ])
    await db.owner('alter table audit_entry enable trigger user')
  }
}

const plain = (row: unknown): unknown =>
  Object.fromEntries(
    Object.entries(row as Record<string, unknown>).map(([key, value]) => [
      key,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  )
