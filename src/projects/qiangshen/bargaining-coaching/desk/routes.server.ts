/** What coaching adds to the API: instructors and their load, coached firms, a firm's log, model firms, the workbook. */
import { z } from 'zod'
import type { Engine } from '#engine/routes/engine.server.ts'
import type { Language, Text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { type ExportValue, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { coachingStates } from '../coaching.ts'
import { addEntry, correctEntry } from './entries.server.ts'
import { coachedFirms, logOf, modelFirms } from './firms.server.ts'
import { instructors } from './instructors.server.ts'
import {
  type CoachedFirm,
  correction,
  firmLog,
  firmsFilter,
  firmsPage,
  firmsQuery,
  instructorsPage,
  instructorsQuery,
  modelFirms as modelsShape,
  newEntry,
} from './wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['bargaining-coaching']
const params = z.object({ id: z.uuid() })

/** An instructor need hold no post: who sees what is judged by assignment and reach in each statement. */
export function coachingRoutes(app: Http, engine: Engine): void {
  const { db, nowOf } = engine
  const today = async (caller: Caller) => (await nowOf(caller.district)).today
  app.get(
    '/api/coaching/instructors',
    { config, schema: { tags, querystring: instructorsQuery, response: { 200: instructorsPage } } },
    async (request) => instructors(db, callerOf(request), await today(callerOf(request)), request.query),
  )
  app.get('/api/coaching/firms', { config, schema: { tags, querystring: firmsQuery, response: { 200: firmsPage } } }, async (request) =>
    coachedFirms(db, callerOf(request), await today(callerOf(request)), request.query),
  )
  app.get('/api/coaching/firms/:id', { config, schema: { tags, params, response: { 200: firmLog } } }, async (request) =>
    logOf(db, callerOf(request), await today(callerOf(request)), request.params.id),
  )
  app.get('/api/coaching/models', { config, schema: { tags, response: { 200: modelsShape } } }, async (request) =>
    modelFirms(db, callerOf(request), await today(callerOf(request))),
  )
  app.post('/api/coaching/entries', { config, schema: { tags, body: newEntry, response: { 201: firmLog } } }, async (request, reply) =>
    reply.code(201).send(await addEntry(db, callerOf(request), await today(callerOf(request)), request.body)),
  )
  app.post(
    '/api/coaching/entries/:id/correction',
    { config, schema: { tags, params, body: correction, response: { 200: firmLog } } },
    async (request) => correctEntry(db, callerOf(request), await today(callerOf(request)), request.params.id, request.body),
  )
  exportRoute(app, engine)
}

type Column = readonly [Text, 'text' | 'number' | 'day', (row: CoachedFirm, say: (text: Text) => string) => ExportValue]
const columns: readonly Column[] = [
  [{ zh: '企业', en: 'Firm' }, 'text', (row) => row.firm.name],
  [{ zh: '所属', en: 'Unit' }, 'text', (row) => row.unit],
  [{ zh: '指导员', en: 'Instructor' }, 'text', (row) => row.instructor.name],
  [{ zh: '联系自', en: 'Since' }, 'day', (row) => row.since],
  [{ zh: '走访次数', en: 'Visits' }, 'number', (row) => row.visits],
  [{ zh: '时长（小时）', en: 'Hours' }, 'number', (row) => row.hours],
  [{ zh: '最近走访', en: 'Last visit' }, 'day', (row) => row.lastVisit],
  [{ zh: '下次走访', en: 'Next visit' }, 'day', (row) => row.nextVisit],
  [{ zh: '指导员说', en: 'Instructor says' }, 'text', (row, say) => row.state && say(coachingStates[row.state])],
  [{ zh: '案件显示', en: 'Cases say' }, 'text', (row, say) => row.suggested && say(coachingStates[row.suggested])],
  [{ zh: '联系后签订合同', en: 'Contract signed since' }, 'day', (row) => row.signedOn],
  [{ zh: '示范企业', en: 'Model firm' }, 'text', (row, say) => (row.model ? say({ zh: '是', en: 'yes' }) : '')],
]

function exportRoute(app: Http, { db, nowOf }: Engine): void {
  app.get(
    '/api/coaching/export',
    {
      config: { ...config, rateLimit: limits.papers },
      schema: {
        tags,
        querystring: firmsFilter.extend({ language: z.enum(['zh', 'en']).default('zh') }),
        response: { 200: z.custom<unknown>() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { language, ...wanted } = request.query
      const { today } = await nowOf(caller.district)
      const say = (text: Text) => text[language as Language]
      await db.within(caller.scope, (q) =>
        record(q, { ...actor(caller), kind: 'export', what: { list: 'coaching', filter: JSON.parse(JSON.stringify(wanted)) } }),
      )
      async function* rows(): AsyncGenerator<readonly ExportValue[]> {
        let after: string | undefined
        do {
          const page = await coachedFirms(db, caller, today, { ...wanted, limit: 200, after })
          for (const row of page.items) yield columns.map(([, , value]) => value(row, say))
          after = page.next
        } while (after)
      }
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="coaching-${today}.xlsx"; filename*=UTF-8''${encodeURIComponent(`集体协商指导${today}.xlsx`)}`,
        )
        .header('cache-control', 'no-store')
        .send(
          writeWorkbook({
            sheetName: say({ zh: '集体协商指导', en: 'Coaching' }),
            columns: columns.map(([title, kind]) => ({ title: say(title), kind })),
            rows: rows(),
          }),
        )
    },
  )
}
