/** Whose files are seen and written by whom, and what a file tells of people whom its bringer may not see: nothing but that they are elsewhere. */
import { expect, test } from 'vitest'
import { deflateRawSync } from 'node:zlib'
import { demoFirms, organisationId } from '../demo.ts'
import type { ImportListWire, TransferRequestsWire } from './import-wire.ts'
import { formOf, idOf, nameOf, phoneOf, sheet, testImports } from './testing/imports-for-tests.server.ts'

const { db, app, as } = await testImports()
const [street, district, union, mediator, worker] = [
  await as('street'),
  await as('district'),
  await as('union'),
  await as('mediator'),
  await as('worker'),
]
const titles = ['姓名', '身份证号', '手机号', '所在单位', '入会日期']
const line = (n: number, firm: string | null): (string | null)[] => [nameOf(n), idOf(n), phoneOf(n), firm, '2026-03-12']
const time = { timeout: 60_000 }

test('somebody of another street is neither shown nor touched: a request goes to where they are', time, async () => {
  const there = await district.checked('members', organisationId('xiasha'), await sheet(titles, [line(1, demoFirms.landa.name)]))
  expect((await district.commit(there.id)).committed).toMatchObject({ new: 1 })
  const person = 'select * from person where source_import = $1'
  const before = await db.owner(person, [there.id])

  const seen = await street.checked(
    'members',
    organisationId('baiyang'),
    await sheet(titles, [['别的名字', idOf(1), phoneOf(77), demoFirms.ruiding.name, null], line(2, demoFirms.ruiding.name)]),
  )
  expect(seen.counts).toMatchObject({ read: 2, wrong: 1, new: 1 })
  const [row] = (await street.rows(seen.id, 'show=wrong')).items
  expect(row!.problems.map(({ code }) => code)).toEqual(['elsewhere'])
  for (const secret of [nameOf(1), demoFirms.landa.name, '下沙']) expect(JSON.stringify(row)).not.toContain(secret)
  expect((await street.commit(seen.id)).committed).toMatchObject({ new: 1, requests: 1 })
  expect(await db.owner(person, [there.id])).toEqual(before)
  const asked = await db.owner('select to_unit, to_firm, state from transfer_request where import_id = $1', [seen.id])
  expect(asked).toEqual([{ to_unit: organisationId('baiyang'), to_firm: organisationId('ruiding'), state: 'waiting' }])
  // The same file again asks no second time.
  const again = await street.checked('members', organisationId('baiyang'), await sheet(titles, [line(1, demoFirms.ruiding.name)]))
  expect((await street.commit(again.id)).committed).toMatchObject({ requests: 0 })

  // Whoever asked cannot answer; whoever governs where they are can, once.
  expect((await street.get<TransferRequestsWire>('/api/transfer-requests')).items).toEqual([])
  const [request] = (await district.get<TransferRequestsWire>('/api/transfer-requests')).items
  expect(request).toMatchObject({ person: { name: nameOf(1) }, from: { name: demoFirms.landa.name }, to: demoFirms.ruiding.name })
  const answer = `/api/transfer-requests/${request!.id}/answer`
  await street.send('POST', answer, { agree: true }, 404)
  await district.send('POST', answer, { agree: true })
  await district.send('POST', answer, { agree: false }, 409)
  const [moved] = await db.owner<{ firm_id: string; unit_id: string }>('select firm_id, unit_id from person where source_import = $1', [
    there.id,
  ])
  expect(moved).toEqual({ firm_id: organisationId('ruiding'), unit_id: organisationId('baiyang') })
})

test('a firm of another street is no firm here', time, async () => {
  const seen = await street.checked('members', organisationId('baiyang'), await sheet(titles, [line(5, demoFirms.landa.name)]))
  const [problem] = (await street.rows(seen.id, 'show=wrong')).items[0]!.problems
  expect(problem!.code).toBe('firm.unknown')
  // It says no more of it than of one that is nowhere.
  expect(JSON.stringify([problem!.says, problem!.suggestion])).not.toContain('澜达')
})

test('an enterprise union brings its own firm’s roster, and no other; people’s firm follows from it', time, async () => {
  const seen = await union.checked(
    'members',
    organisationId('ruidingUnion'),
    await sheet(['姓名', '身份证号', '入会日期'], [[nameOf(50), idOf(50), '2026-03-12']]),
  )
  expect((await union.commit(seen.id)).committed).toMatchObject({ new: 1 })
  const [made] = await db.owner<{ firm_id: string; union_id: string }>('select firm_id, union_id from person where source_import = $1', [
    seen.id,
  ])
  expect(made).toEqual({ firm_id: organisationId('ruiding'), union_id: organisationId('ruidingUnion') })
  const file = await sheet(titles, [line(51, null)])
  await union.put('members', organisationId('landaUnion'), file, 'x.xlsx', 404)
  await union.put('members', organisationId('baiyang'), file, 'x.xlsx', 404)
  await union.put('firms', organisationId('ruidingUnion'), file, 'x.xlsx', 403)
  await mediator.put('members', organisationId('baiyangCentre'), file, 'x.xlsx', 403)
  await worker.put('members', organisationId('qicheng'), file, 'x.xlsx', 403)
  await street.put('members', organisationId('xiasha'), file, 'x.xlsx', 404)
})

test('imports of others are not there: not to read, not to change, not in the list', time, async () => {
  const theirs = await district.checked('members', organisationId('xiasha'), await sheet(titles, [line(60, demoFirms.landa.name)]))
  const doors = [
    ['GET', ''],
    ['GET', '/rows'],
    ['GET', '/workbook'],
    ['GET', '/absent'],
    ['GET', '/refusals'],
    ['POST', '/commit'],
    ['POST', '/undo'],
    ['POST', '/cancel'],
    ['PUT', '/columns'],
    ['PATCH', '/rows/2'],
    ['POST', '/fixes'],
  ] as const
  const payloads: Readonly<Record<string, object>> = {
    '/columns': { columns: [{ at: 0, field: 'name' }] },
    '/rows/2': { leaveOut: true },
    '/fixes': { cause: 'x', keep: true },
  }
  for (const desk of [street, union, mediator, worker])
    for (const [method, door] of doors) {
      const answer = await app.inject({
        method,
        url: `/api/imports/${theirs.id}${door}`,
        headers: desk.headers,
        ...(method !== 'GET' && { payload: payloads[door] ?? {} }),
      })
      expect([door, answer.statusCode]).toEqual([door, 404])
    }
  const own = await union.checked('members', organisationId('ruidingUnion'), await sheet(titles, [line(61, null)]))
  const ids = async (desk: typeof street) => (await desk.get<ImportListWire>('/api/imports?limit=200')).items.map(({ id }) => id)
  expect(await ids(worker)).toEqual([])
  expect(await ids(union)).toContain(own.id)
  expect(await ids(union)).not.toContain(theirs.id)
  expect(await ids(street)).toContain(own.id)
  expect(await ids(street)).not.toContain(theirs.id)
  expect(await ids(district)).toEqual(expect.arrayContaining([own.id, theirs.id]))
})

test('what is no table, or no sound one, is refused with a word on how to mend it', time, async () => {
  const at = organisationId('baiyang')
  await street.put('members', at, Buffer.alloc(0), 'x.xlsx', 400)
  const told = async (file: Uint8Array, name: string) => {
    const { state, problem } = await street.checked('members', at, file, name)
    expect([name, state]).toEqual([name, 'failed'])
    return problem!.zh
  }
  expect(await told(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'photo.xlsx')).toContain('不是表格')
  expect(await told(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]), 'old.xls')).toMatch(/旧格式/)
  expect(await told(Buffer.from('PK\u0003\u0004 and nothing more'), 'cut.xlsx')).toMatch(/损坏/)
  expect(await told(bomb(), 'bomb.xlsx')).toMatch(/解压|损坏|不是 Excel/)
  expect(await told(await sheet(titles, []), 'empty.xlsx')).toContain('一行数据也没有')
  const unclear = await street.checked('members', at, await sheet(['甲', '乙'], [['一', '二']]), 'unclear.xlsx')
  expect(unclear).toMatchObject({ state: 'columns', problem: { zh: expect.stringContaining('姓名') } })
  const answer = await app.inject({
    method: 'POST',
    url: '/api/imports',
    ...formOf({ kind: 'noSuch', unit: at }, Buffer.from('x'), 'x.csv', street.headers),
  })
  expect(answer.statusCode).toBe(400)
  const csv = await street.checked(
    'members',
    at,
    Buffer.from(`姓名,身份证号,手机号,所在单位\n=cmd|x!A1,${idOf(90)},${phoneOf(90)},${demoFirms.ruiding.name}\n`),
    'formula.csv',
  )
  expect((await street.rows(csv.id, 'show=wrong')).items[0]!.problems[0]!.code).toBe('name')
})

/** An archive of one entry that unpacks to a gigabyte of nothing. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(64 * 1_048_576))
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(64 * 1_048_576, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  local.copy(central, 6, 4, 30)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}
