/** A payroll that was sent: laid down for a moment, read line by line, and gone. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from '#kernel/text.ts'
import { badInput, tooLarge } from '#platform/problem.ts'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { columnsIn, lineIn, noHeads, NotAPayroll, type PayrollColumns } from './columns.ts'
import type { PayrollLine } from './compare.ts'

const headWithin = 20
const mostLines = 50_000

export async function readPayroll(content: Readable & { truncated?: boolean }, limitBytes: number): Promise<readonly PayrollLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-payroll-'))
  try {
    const path = join(folder, 'payroll')
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (content.truncated) throw tooLarge(limitBytes)
    return await linesOf(path)
  } catch (error) {
    if (error instanceof NotAPayroll) throw badInput([{ path: 'file', says: error.says }])
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first sheet that has the heads. */
async function linesOf(path: string): Promise<readonly PayrollLine[]> {
  const workbook = await openWorkbook(path)
  try {
    for (const sheet of workbook.sheets) {
      const lines = await linesIn(workbook.rows(sheet))
      if (lines) return lines
    }
  } finally {
    await workbook.close()
  }
  throw new NotAPayroll(noHeads)
}

async function linesIn(batches: ReturnType<Awaited<ReturnType<typeof openWorkbook>>['rows']>): Promise<readonly PayrollLine[] | undefined> {
  const lines: PayrollLine[] = []
  let columns: PayrollColumns | undefined
  for await (const batch of batches) {
    for (const row of batch) {
      if (!columns) {
        if (row.number > headWithin) return undefined
        columns = columnsIn(row)
        continue
      }
      const line = lineIn(row, columns)
      if (line) lines.push(line)
      if (lines.length > mostLines) throw new NotAPayroll(text(`最多核对 ${mostLines} 行`, `At most ${mostLines} rows`))
    }
  }
  return columns && lines
}
