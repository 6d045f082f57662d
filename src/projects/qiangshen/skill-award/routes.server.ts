/** What skill awards add to the API: the payroll check of a firm and a month, the firms that have one, and one's own entitlements. */
import { z } from 'zod'
import type { Engine } from '#engine/routes/engine.server.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { compare } from './payroll/compare.ts'
import { sheetTable } from './payroll/export.ts'
import { readPayroll } from './payroll/read-payroll.server.ts'
import { type Sheet, sheetFor } from './payroll/sheet.ts'
import {
  checksOf,
  countFirms,
  entitlementsFor,
  entitlementsOf,
  type FirmRow,
  type FirmSeen,
  firmSeen,
  firmsWith,
  keepCheck,
  placeOf,
} from './payroll/store.server.ts'
import type { ComparisonWire, FirmsWire, MineWire, SheetWire } from './payroll/wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['skill-award']
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
const asked = z.object({ firm: z.uuid().transform((id) => id as Id), month })
const listing = z.object({
  month: month.optional(),
  q: z.string().trim().max(40).default(''),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
const firstId = '00000000-0000-0000-0000-000000000000' as Id
const cursor = z.tuple([z.string().max(200), z.uuid()])

interface Asked {
  readonly firm: Id
  readonly month: string
}

async function sheetOf(engine: Engine, caller: Caller, { firm: id, month }: Asked): Promise<FirmSeen & { readonly sheet: Sheet }> {
  const seen = await firmSeen(engine, caller, id)
  return { ...seen, sheet: sheetFor(await entitlementsOf(engine, caller.scope, [id]), month) }
}

export function skillAwardRoutes(app: Http, engine: Engine): void {
  app.get('/api/skill-award/mine', { config, schema: { tags, response: { 200: z.custom<MineWire>() } } }, (request) =>
    mineOf(engine, callerOf(request)),
  )
  app.get(
    '/api/skill-award/firms',
    { config, schema: { tags, querystring: listing, response: { 200: z.custom<FirmsWire>() } } },
    (request) => firmsPage(engine, callerOf(request), request.query),
  )
  app.get(
    '/api/skill-award/payroll',
    { config, schema: { tags, querystring: asked, response: { 200: z.custom<SheetWire>() } } },
    async (request): Promise<SheetWire> => {
      const caller = callerOf(request)
      const { firm, side, sheet } = await sheetOf(engine, caller, request.query)
      const checks = await checksOf(engine, caller.scope, [firm.id], sheet.month)
      return { ...sheet, firm: { id: firm.id, name: firm.name }, side, checks: checks.get(firm.id) ?? [] }
    },
  )
  exportRoute(app, engine)
  checkRoute(app, engine)
}

function exportRoute(app: Http, engine: Engine): void {
  app.get(
    '/api/skill-award/payroll/export',
    {
      config: { ...config, rateLimit: limits.papers },
      schema: { tags, querystring: asked.extend({ language: z.enum(['zh', 'en']).default('zh') }), response: { 200: z.custom<unknown>() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { firm, sheet } = await sheetOf(engine, caller, request.query)
      const what = { list: 'payroll check', firm: firm.id, month: sheet.month, rows: sheet.lines.length }
      await engine.db.within(caller.scope, (q) => record(q, { ...actor(caller), kind: 'export', what }))
      const name = `${firm.name} ${sheet.month} 能级工资核对表.xlsx`
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="check-${sheet.month}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'no-store')
        .send(writeWorkbook(sheetTable(sheet, request.query.language)))
    },
  )
}

/** The file is compared and forgotten; what is kept are five numbers. */
function checkRoute(app: Http, engine: Engine): void {
  app.post(
    '/api/skill-award/payroll/check',
    {
      config: { ...config, rateLimit: limits.upload },
      schema: { tags, querystring: asked, response: { 200: z.custom<ComparisonWire>() } },
    },
    async (request): Promise<ComparisonWire> => {
      const caller = callerOf(request)
      const seen = await sheetOf(engine, caller, request.query)
      const part = await request.file({ limits: { fileSize: engine.fileLimitBytes, files: 1 } })
      if (!part) throw badInput([{ path: 'file', says: text('没有收到文件', 'No file was sent') }])
      const result = compare(seen.sheet, await readPayroll(part.file, engine.fileLimitBytes))
      await engine.db.within(caller.scope, (q) => keepCheck(q, caller, seen, seen.sheet.month, result, engine.instant()))
      return { ...result, month: seen.sheet.month, side: seen.side }
    },
  )
}

async function firmsPage(engine: Engine, caller: Caller, query: z.infer<typeof listing>): Promise<FirmsWire> {
  const { today } = await engine.nowOf(caller.district)
  const wanted = query.month ?? today.slice(0, 7)
  const [sort, id] = query.after ? startOf(query.after) : ['', firstId]
  const asks = { month: wanted, q: query.q }
  const [rows, total] = await Promise.all([
    firmsWith(engine, caller, { ...asks, sort, id: id as Id, limit: query.limit + 1 }),
    countFirms(engine, caller, asks),
  ])
  const page = rows.slice(0, query.limit)
  const ids = page.map((row) => row.id)
  const [entitled, checks] = await Promise.all([entitlementsOf(engine, caller.scope, ids), checksOf(engine, caller.scope, ids, wanted)])
  const last = page.at(-1)
  return {
    month: wanted,
    total,
    items: page.map(({ id: firm, name }) => {
      const {
        lines: _names,
        month: _month,
        ...totals
      } = sheetFor(
        entitled.filter((row) => row.firm === firm),
        wanted,
      )
      return { id: firm, name, ...totals, checks: checks.get(firm) ?? [] }
    }),
    ...(rows.length > page.length && last ? { next: endOf(last) } : {}),
  }
}

const endOf = ({ sort, id }: FirmRow): string => Buffer.from(JSON.stringify([sort, id])).toString('base64url')

function startOf(after: string): readonly [string, string] {
  try {
    return cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
  } catch {
    throw badInput([
      { path: 'query.after', says: text('翻页位置不对，请从第一页看起', 'Not a place in this list; begin with the first page') },
    ])
  }
}

async function mineOf(engine: Engine, caller: Caller): Promise<MineWire> {
  const [rows, place] = await Promise.all([entitlementsFor(engine, caller), placeOf(engine, caller)])
  return {
    items: rows.map(({ caseId, person: _person, name: _name, firm: _firm, event: _event, ...row }) => ({ case: caseId, ...row })),
    ...(place ? { report: { union: { id: place.union, name: place.unionName }, firm: { id: place.firm, name: place.firmName } } } : {}),
  }
}
