/** The register of delegates over HTTP. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Engine } from '#engine/routes/engine.server.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import {
  delegateEnd,
  delegateShape,
  delegatesPageShape,
  delegatesQuery,
  newDelegate,
  pastedShape,
  pasting,
  registerQuery,
  registerShape,
} from './delegate-wire.ts'
import { pasteDelegates } from './paste.server.ts'
import { registerOf } from './register.server.ts'
import { addDelegate, endDelegate, listDelegates } from './store.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['workers-congress']
const params = z.object({ id: z.uuid() })

export function delegateRoutes(app: Http, engine: Engine): void {
  const { nowOf } = engine

  app.get(
    '/api/congress/delegates',
    { config, schema: { tags, querystring: delegatesQuery, response: { 200: delegatesPageShape } } },
    async (request) => {
      const caller = callerOf(request)
      const { union, on, past, ...more } = request.query
      const { today } = await nowOf(caller.district)
      return await listDelegates(engine, caller, union, { ...more, on: on ?? today, past: past === 'true' })
    },
  )
  app.get(
    '/api/congress/register',
    { config, schema: { tags, querystring: registerQuery, response: { 200: registerShape } } },
    async (request) => {
      const caller = callerOf(request)
      const { today } = await nowOf(caller.district)
      return await registerOf(engine, caller, request.query.union, request.query.on ?? today)
    },
  )
  app.post(
    '/api/congress/delegates',
    { config, schema: { tags, body: newDelegate, response: { 201: delegateShape } } },
    async (request, reply) => reply.code(201).send(await addDelegate(engine, callerOf(request), request.body)),
  )
  app.post(
    '/api/congress/delegates/:id/end',
    { config, schema: { tags, params, body: delegateEnd, response: { 200: delegateShape } } },
    async (request) => endDelegate(engine, callerOf(request), request.params.id, request.body),
  )
  app.post('/api/congress/delegates/paste', { config, schema: { tags, body: pasting, response: { 200: pastedShape } } }, async (request) =>
    pasteDelegates(engine, callerOf(request), request.body),
  )
  app.post(
    '/api/congress/delegates/sheet',
    { config: { ...config, rateLimit: limits.upload }, schema: { tags, response: { 200: z.object({ text: z.string() }) } } },
    async (request) => {
      const part = await request.file({ limits: { fileSize: sheetBytes, files: 1 } })
      if (!part) throw badInput([{ path: 'file', says: text('没有收到文件', 'No file was sent') }])
      return { text: await textOf(part.file) }
    },
  )
}

const sheetBytes = 2_097_152
/** Beyond what a paste may hold, so that too long a sheet is told so. */
const mostRows = 2100

/** The first sheet as it would have been pasted; the file itself is not kept. */
async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-delegates-'))
  try {
    const path = join(folder, 'sheet')
    await pipeline(stream, createWriteStream(path))
    if ((stream as { truncated?: boolean }).truncated)
      throw badInput([{ path: 'file', says: text('文件不要超过 2 MB', 'The file may hold 2 MB at most') }])
    const book = await openWorkbook(path)
    try {
      const lines: string[] = []
      for await (const rows of book.rows()) {
        for (const { number, cells } of rows) {
          // Blank rows keep their place, so that a fault names the row of the sheet.
          while (lines.length < Math.min(number, mostRows) - 1) lines.push('')
          if (lines.length < mostRows) lines.push(cells.map((cell) => cell?.text.replaceAll(/[\t\r\n]+/g, ' ') ?? '').join('\t'))
        }
        if (lines.length >= mostRows) break
      }
      return lines.join('\n')
    } finally {
      book.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
