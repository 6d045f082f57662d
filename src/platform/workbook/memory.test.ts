/** A long file is never in memory: what a process of its own needed at most while reading, copying and before. */
import { fileURLToPath } from 'node:url'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { saved } from './samples/book-for-tests.server.ts'
import { writeCsv, writeWorkbook } from './write-workbook.server.ts'

/** Node that strips types; the tests themselves may run on an older one. */
const node = [resolve('node_modules/node/bin/node'), process.execPath].find((path) => existsSync(path))!
const program = fileURLToPath(new URL('./samples/weigh-reading.server.ts', import.meta.url))

async function weighed(work: 'read' | 'copy', path: string): Promise<{ count: number; mebibytes: number }> {
  const { stdout } = await promisify(execFile)(node, [program, work, path])
  return JSON.parse(stdout)
}

const titles = ['姓名', '身份证号', '手机', '单位', '街道', '性别', '入会日期', '备注']
const columns = titles.map((title) => ({ title, kind: 'text' as const }))
function* people() {
  for (let i = 0; i < 100_000; i++)
    yield [
      `张${i}`,
      `33010419${String(i).padStart(10, '0')}`,
      String(13_000_000_000 + i),
      `杭州启程货运有限公司第 ${i % 3000} 分公司`,
      '白杨街道',
      '男',
      '2024-01-02',
      `第 ${i} 行的备注，写得稍微长一些，好占地方`,
    ]
}

test('100,000 rows of .xlsx and .csv are read, and copied, within 260 MiB', async () => {
  const [xlsx, csv] = [
    await saved(writeWorkbook({ sheetName: '花名册', columns, rows: people() })),
    await saved(writeCsv({ columns, rows: people() }), 'csv'),
  ]
  for (const path of [xlsx, csv]) {
    const { count, mebibytes } = await weighed('read', path)
    expect(count).toBe(100_001)
    expect(mebibytes).toBeLessThan(260)
  }
  const { count, mebibytes } = await weighed('copy', xlsx)
  expect(count).toBeGreaterThan(1_000_000)
  expect(mebibytes).toBeLessThan(260)
}, 60_000)
