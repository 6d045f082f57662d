/** What bargaining adds to the API: a firm's wage table read out of a file, and the blank one to fill in. Nothing is kept. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { text } from '#kernel/text.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import type { Row } from '#platform/workbook/cell.ts'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { writeTemplate } from '#platform/workbook/write-template.server.ts'
import { skills } from '#registry/people/person-words.ts'
import { columnTitles, readWageTable, type WageTable } from './wages/wage-table.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['bargaining']
const MiB = 1_048_576
/** A table of 200 rows is small; what is larger is something else. */
const mostBytes = 2 * MiB
const bookLimits = {
  fileBytes: mostBytes,
  partBytes: 16 * MiB,
  unpackedBytes: 32 * MiB,
  rows: 2_000,
  columns: 64,
  sharedTextBytes: 8 * MiB,
}

export function bargainingRoutes(app: Http): void {
  app.post(
    '/api/bargaining/wage-table',
    { config: { ...config, rateLimit: limits.upload }, schema: { tags, response: { 200: z.custom<WageTable>() } } },
    async (request) => {
      const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
      if (!part) throw badInput([{ path: 'file', says: text('没有收到文件', 'No file was sent') }])
      return readWageTable(await rowsOf(await part.toBuffer()))
    },
  )

  app.get(
    '/api/bargaining/wage-table/template',
    {
      config,
      schema: { tags, querystring: z.object({ language: z.enum(['zh', 'en']).default('zh') }), response: { 200: z.custom<Readable>() } },
    },
    async (request, reply) => {
      const { language } = request.query
      const name = language === 'zh' ? '工资表模板' : 'wage table'
      reply.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`)
      return await reply.send(template(language, name))
    },
  )
}

/** Read from a file of its own, which is gone when it has been read. */
async function rowsOf(bytes: Buffer): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-wages-'))
  try {
    const path = join(folder, 'table')
    await writeFile(path, bytes, { mode: 0o600 })
    const book = await openWorkbook(path, { limits: bookLimits })
    try {
      const rows: Row[] = []
      for await (const batch of book.rows()) rows.push(...batch)
      return rows
    } finally {
      book.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const notes = {
  trade: text('一个工种或岗位', 'A trade or post'),
  grade: text('没有等级的空着', 'Blank where there is none'),
  people: text('这个工种、等级的人数', 'People of that trade and grade'),
  monthlyFen: text('上年度每人每月平均，元', 'Average of a person and month last year, in yuan'),
  nightShifts: text('每人每月平均几个夜班，没有的空着', 'Night shifts of a person and month; blank where there are none'),
} as const
const examples = { trade: '数控车工', grade: '高级工', people: '132', monthlyFen: '6720', nightShifts: '6' } as const

function template(language: 'zh' | 'en', title: string): Readable {
  const names = Object.keys(notes) as (keyof typeof notes)[]
  return writeTemplate({
    title,
    columns: names.map((name) => ({
      title: columnTitles[name][language],
      note: notes[name],
      example: examples[name],
      kind: name === 'trade' || name === 'grade' ? ('text' as const) : ('number' as const),
      required: name !== 'grade' && name !== 'nightShifts',
      // The eight grades have their Chinese names in every language: they are those of the certificates.
      ...(name === 'grade' ? { choices: skills.map(({ zh }) => zh) } : {}),
    })),
  })
}
