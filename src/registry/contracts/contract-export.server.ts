/** The list of contracts as a file: the same rows, filter and order as on the screen, streamed, and logged. */
import { z } from 'zod'
import { clauseWords } from '#law/clauses/compare.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { type ExportColumn, type ExportValue, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { actor, record } from '../privacy/audit.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { contractKinds, contractLevels, notInForceYet } from './contract.ts'
import { contractFilter, contractSelection, type ContractSelection } from './contract-filter.server.ts'
import { contractRows, type ListedContract } from './contract-list.server.ts'

type Language = 'zh' | 'en'
interface Column {
  readonly title: { readonly zh: string; readonly en: string }
  readonly kind: ExportColumn['kind']
  readonly width: number
  readonly value: (row: ListedContract, language: Language) => ExportValue
}
const column = (zh: string, en: string, width: number, value: Column['value'], kind: Column['kind'] = 'text'): Column => ({
  title: { zh, en },
  kind,
  width,
  value,
})

const columns: readonly Column[] = [
  column('合同名称', 'Title', 40, (row) => row.title),
  column('编号', 'Number', 20, (row) => row.number),
  column('类型', 'Kind', 22, (row, language) => contractKinds[row.kind][language]),
  column('层级', 'Level', 10, (row, language) => contractLevels[row.level][language]),
  column(
    '形式',
    'Form',
    10,
    (row, language) => ({ zh: row.minutes ? '会议纪要' : '合同', en: row.minutes ? 'minutes' : 'contract' })[language],
  ),
  column('签订工会', 'Union', 34, (row) => row.owner.name),
  column('所属', 'Unit', 14, (row) => row.unit_name ?? undefined),
  column('覆盖企业', 'Firms', 10, (row) => row.firms, 'number'),
  column('覆盖职工', 'Workers', 10, (row) => row.workers, 'number'),
  column('签字日期', 'Signed on', 12, (row) => row.signedOn, 'day'),
  column('生效日期', 'In force from', 12, (row) => row.since, 'day'),
  column('期满日期', 'Until', 12, (row) => row.until, 'day'),
  column('主要条款', 'Clauses', 60, (row, language) => row.clauses.map((clause) => clauseWords(clause)[language]).join('；')),
]

const querystring = contractFilter.extend({ language: z.enum(['zh', 'en']).default('zh') })

export function contractExport(app: Http, { db, today }: RegistryDeps): void {
  app.get(
    '/api/contracts/export',
    { config: { access: { who: 'signed-in' }, rateLimit: limits.papers }, schema: { tags: ['contracts'], querystring } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { language, ...filter } = request.query
      const selection = contractSelection(caller, filter, today())
      await db.within(caller.scope, (q) =>
        record(q, {
          ...actor(caller),
          kind: 'export',
          what: { list: 'contracts', as: 'xlsx', filter: JSON.parse(JSON.stringify(filter)) },
        }),
      )
      const name = language === 'zh' ? `集体合同${selection.on}.xlsx` : `contracts-${selection.on}.xlsx`
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="contracts-${selection.on}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        )
        .header('cache-control', 'no-store')
        .send(
          writeWorkbook({
            sheetName: language === 'zh' ? '集体合同' : 'Contracts',
            columns: columns.map(({ title, kind, width }) => ({ title: title[language], kind, width })),
            rows: rowsOf(db, caller, selection, (row) => columns.map(({ value }) => value(row, language))),
          }),
        )
    },
  )
}

/** Read on as the reader takes them, a thousand at a time. */
async function* rowsOf(
  db: RegistryDeps['db'],
  caller: Caller,
  selection: ContractSelection,
  of: (row: ListedContract) => readonly ExportValue[],
): AsyncGenerator<readonly ExportValue[]> {
  const limit = 1_000
  let start: { until: string; id: string; version: number } | undefined
  do {
    const page = { limit, ...(start && { start }) }
    const rows = await db.within(caller.scope, (q) => contractRows(q, selection, page))
    for (const row of rows) yield of(row)
    const last = rows.length === limit ? rows.at(-1) : undefined
    start = last && { until: last.until ?? notInForceYet, id: last.id, version: last.version }
  } while (start)
}
