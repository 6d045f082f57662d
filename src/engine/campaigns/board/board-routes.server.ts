/** The board of a campaign over HTTP: who stands where, what each firm was or would be sent, reminders, and the table. */
import { z } from 'zod'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { writeCsv, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { afterShape } from '#registry/routes/wire.ts'
import { renderDocx } from '../../papers/docx/render-docx.server.ts'
import { renderPacket, renderPdf } from '../../papers/pdf/render-pdf.server.ts'
import type { Engine } from '../../routes/engine.server.ts'
import { idParam } from '../../routes/schema.ts'
import { itemsPage } from './board.server.ts'
import type { CampaignItemsPageWire, CampaignPreviewWire } from '../campaign-wire.ts'
import { itemParams, ownCampaign, seenCampaign } from '../drafts.server.ts'
import { exportTable } from './export.server.ts'
import { draftPapers, previewOf } from '../preview.server.ts'
import { remind } from './remind.server.ts'

const signedIn = { access: { who: 'signed-in' } } as const
const tags = ['campaigns']
const showing = z.object({
  state: z.enum(['ready', 'left', 'waiting', 'opened', 'refused']).optional(),
  phase: z.string().max(40).optional(),
  q: z.string().trim().max(60).optional(),
})
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export function boardRoutes(app: Http, engine: Engine): void {
  itemRoutes(app, engine)
  app.post(
    '/api/campaigns/:id/remind',
    { config: signedIn, schema: { tags, params: idParam, response: { 200: z.object({ reminded: z.int() }) } } },
    async (request) => {
      const caller = callerOf(request)
      const { m, row } = await ownCampaign(engine, caller, request.params.id)
      return { reminded: await remind(engine, caller, m, row.id, (await engine.nowOf(caller.district)).today) }
    },
  )
  app.get(
    '/api/campaigns/:id/export',
    {
      config: { ...signedIn, rateLimit: limits.papers },
      schema: {
        tags,
        params: idParam,
        querystring: showing.extend({ as: z.enum(['xlsx', 'csv']).default('xlsx'), language: z.enum(['zh', 'en']).default('zh') }),
        response: { 200: z.custom<unknown>() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { as, language, ...show } = request.query
      const { m, row } = await seenCampaign(engine, caller, request.params.id)
      const { today } = await engine.nowOf(caller.district)
      const what = { list: 'campaign', campaign: row.id, as, filter: JSON.parse(JSON.stringify(show)) }
      await engine.db.within(caller.scope, (q) => record(q, { ...actor(caller), kind: 'export', what }))
      const table = exportTable(engine, caller, m, row.id, show, today, language)
      return reply
        .type(types[as])
        .header(
          'content-disposition',
          `attachment; filename="campaign-${today}.${as}"; filename*=UTF-8''${encodeURIComponent(`${row.title} ${today}.${as}`)}`,
        )
        .header('cache-control', 'no-store')
        .send(as === 'xlsx' ? writeWorkbook(table) : writeCsv(table))
    },
  )
}

function itemRoutes(app: Http, engine: Engine): void {
  app.get(
    '/api/campaigns/:id/items',
    {
      config: signedIn,
      schema: {
        tags,
        params: idParam,
        querystring: showing.extend({ limit: z.coerce.number().int().min(1).max(200).default(50), after: afterShape.optional() }),
        response: { 200: z.custom<CampaignItemsPageWire>() },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { m, row } = await seenCampaign(engine, caller, request.params.id)
      return itemsPage(engine, caller, m, row.id, request.query, (await engine.nowOf(caller.district)).today)
    },
  )
  app.get(
    '/api/campaigns/:id/items/:firm',
    { config: signedIn, schema: { tags, params: itemParams, response: { 200: z.custom<CampaignPreviewWire>() } } },
    async (request) => {
      const caller = callerOf(request)
      const found = await seenCampaign(engine, caller, request.params.id)
      return previewOf(engine, caller, { ...found, firm: request.params.firm, now: await engine.nowOf(caller.district) })
    },
  )
  app.get(
    '/api/campaigns/:id/items/:firm/paper',
    {
      config: { ...signedIn, rateLimit: limits.papers },
      schema: {
        tags,
        params: itemParams,
        querystring: z.object({ as: z.enum(['pdf', 'docx']).default('pdf') }),
        response: { 200: z.custom<unknown>() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { as } = request.query
      const found = await seenCampaign(engine, caller, request.params.id)
      const papers = await draftPapers(engine, caller, { ...found, firm: request.params.firm, now: await engine.nowOf(caller.district) })
      const [first] = papers
      const title = `${first!.title}（预览）`
      const bytes =
        as === 'docx'
          ? await renderDocx(first!)
          : papers.length === 1
            ? await renderPdf(first!)
            : await renderPacket({ title, on: first!.on, papers })
      return reply
        .type(types[as])
        .header(
          'content-disposition',
          `${as === 'docx' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(`${title}.${as}`)}`,
        )
        .header('cache-control', 'no-store')
        .send(bytes)
    },
  )
}
