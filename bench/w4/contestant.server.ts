/** One contestant of W4 besides Hexie, as a process of its own: tells its seconds, its processor time and the most memory it had. */
import { createReadStream } from 'node:fs'
import pg from 'pg'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { connectionSettings } from '#platform/database.server.ts'
import { readIdNumber } from '#registry/id-number.ts'
import { scanXlsx } from './bare-scan.server.ts'
import { copyField, copyIn } from './copy-in.server.ts'
import { copyStatements, idHash } from './rows-for-copy.server.ts'

/** plain: COPY into a table without keys · copy: with keys and checks · own: COPY into Hexie's tables · reader: rows read and thrown away · bare. */
export type Work = 'plain' | 'copy' | 'own' | 'reader' | 'bare'

export interface Task {
  readonly work: Work
  readonly url: string
  readonly files: readonly string[]
}

export interface Outcome {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMiB: number
  readonly rows: number
}

const works: Record<Work, (task: Task) => Promise<number>> = {
  plain: ({ url, files }) => copied(url, [[copyStatements.plain, files[0]!]]),
  copy: ({ url, files }) => copied(url, [[copyStatements.bare, files[0]!]]),
  own: ({ url, files }) =>
    copied(url, [
      [copyStatements.person, files[0]!],
      [copyStatements.engagement, files[1]!],
    ]),
  reader: async ({ files }) => {
    const book = await openWorkbook(files[0]!)
    let rows = 0
    for await (const batch of book.rows()) rows += batch.length
    book.close()
    return rows
  },
  bare: ({ url, files }) => inTransaction(url, (client) => bare(client, files[0]!)),
}

async function inTransaction(url: string, work: (client: pg.Client) => Promise<number>): Promise<number> {
  const client = new pg.Client(connectionSettings({ url, role: null, statementSeconds: 0 }))
  await client.connect()
  await client.query('begin')
  const rows = await work(client)
  await client.query('commit')
  await client.end()
  return rows
}

const copied = (url: string, files: readonly (readonly [statement: string, file: string])[]): Promise<number> =>
  inTransaction(url, async (client) => {
    for (const [statement, file] of files)
      await copyIn(client, statement, createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 }))
    return 0
  })

/** What a person would write by hand: read, look up the firm, check the number, hash it, hand over. One wrong row and nothing is written. */
async function bare(client: pg.Client, file: string): Promise<number> {
  const { rows: known } = await client.query<{ id: string; name: string }>('select id, name from bare.firm')
  const firms = new Map(known.map(({ id, name }) => [name, id]))
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    let piece = ''
    for await (const [name, idNumber, phone, firm, job, skill, education, memberOn] of scanXlsx(file)) {
      if (rows++ === 0) continue
      const firmId = firms.get(firm!)
      if (!name || !firmId || !readIdNumber(idNumber!).ok || !/^1[3-9]\d{9}$/.test(phone!)) throw new Error(`row ${rows} is wrong`)
      const rest = [copyField(job), copyField(skill), copyField(education), copyField(memberOn)].join('\t')
      piece += `${firmId}\t${copyField(name)}\t${idHash(idNumber!)}\t${idNumber}\t${phone}\t${rest}\n`
      if (piece.length < 1 << 17) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  await copyIn(client, copyStatements.bare, lines())
  return rows - 1
}

process.once('message', (task: Task) => {
  const started = performance.now()
  works[task.work](task).then(
    (rows) => {
      const { user, system } = process.cpuUsage()
      const seconds = (performance.now() - started) / 1000
      const outcome: Outcome = { seconds, cpuSeconds: (user + system) / 1e6, peakMiB: process.resourceUsage().maxRSS / 1024, rows }
      process.send!({ outcome }, () => process.exit(0))
    },
    (error: Error) => process.send!({ error: error.message }, () => process.exit(1)),
  )
})
