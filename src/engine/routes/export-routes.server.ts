/** The case list as a table that Excel and WPS open: the same filter, order and columns as on the screen, streamed page by page. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { csvField, safeText } from '#platform/workbook/safe-text.ts'
import { caseRow } from '../store/case-rows.ts'
import { type CaseFilter, countCap, cursorAfter, listCases } from '../store/list.server.ts'
import type { CaseRow } from '../wire.ts'
import type { Engine } from './engine.server.ts'
import { listing } from './schema.ts'

const wanted = listing.omit({ limit: true, after: true }).extend({ language: z.enum(['zh', 'en']).default('zh') })

const columns: readonly (readonly [Text, (row: CaseRow, say: (text: Text) => string) => string])[] = [
  [{ zh: '案号', en: 'Number' }, (row) => row.number],
  [{ zh: '当事人', en: 'Parties' }, (row) => row.subject],
  [{ zh: '事由', en: 'Matter' }, (row) => row.matter ?? ''],
  [{ zh: '走到哪里', en: 'State' }, (row, say) => say(row.stateTitle)],
  [{ zh: '标记', en: 'Marks' }, (row, say) => row.marks.map(say).join('；')],
  [{ zh: '下一时限', en: 'Next date' }, (row) => row.due?.last ?? ''],
  [{ zh: '时限名称', en: 'What is due' }, (row, say) => (row.due ? say(row.due.title) : '')],
  [{ zh: '依据', en: 'Article' }, (row) => (row.due ? `${row.due.law.short.zh} 第${row.due.law.article}条` : '')],
  [{ zh: '承办', en: 'Handled by' }, (row) => row.owner.name],
  [{ zh: '主办', en: 'Assigned' }, (row) => row.assigned.join('、')],
  [{ zh: '立案', en: 'Opened' }, (row) => row.openedOn],
]

const cell = (value: string) => csvField(safeText(value))

export function exportRoutes(app: Http, engine: Engine): void {
  app.get(
    '/api/cases/export',
    { config: { access: { who: 'signed-in' } }, schema: { tags: ['cases'], querystring: wanted, response: { 200: z.custom<unknown>() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { today } = await engine.nowOf(caller.district)
      const { language, open, ...filter } = request.query
      request.log.info({ person: caller.person, export: 'cases' }, 'exported')
      reply.header('content-type', 'text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`案件 ${today}.csv`)}`)
      return reply.send(
        Readable.from(
          lines(
            engine,
            caller,
            { ...filter, limit: 200, ...(open ? { open: open === 'true' } : {}) } as CaseFilter,
            today as never,
            language,
          ),
        ),
      )
    },
  )
}

/** A mark of order first, without which Excel does not read Chinese. */
async function* lines(
  engine: Engine,
  caller: Caller,
  filter: CaseFilter,
  today: Parameters<typeof listCases>[3],
  language: 'zh' | 'en',
): AsyncGenerator<string> {
  const say = (text: Text) => text[language]
  yield `\uFEFF${columns.map(([title]) => cell(say(title))).join(',')}\r\n`
  let after: string | undefined
  for (let written = 0; written < countCap; written += filter.limit) {
    const { rows } = await listCases(engine.db, caller.scope, { ...filter, ...(after ? { after } : {}) }, today)
    const page = rows.slice(0, filter.limit)
    yield page
      .flatMap((row) => {
        const m = engine.mechanisms.get(row.procedure)
        return m ? [caseRow(m, row, caller, today)] : []
      })
      .map((row) => `${columns.map(([, read]) => cell(read(row, say))).join(',')}\r\n`)
      .join('')
    if (rows.length <= filter.limit) return
    after = cursorAfter(page.at(-1)!, filter.sort)
  }
}
