/** The list of organisations as a file: the same rows, filter and order as on the screen, streamed, and logged. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { type ExportColumn, type ExportValue, writeCsv, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { organisationKinds, ownerships, sectors, sizes, standings } from '../organisation.ts'
import { actor, record } from '../privacy/audit.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { pageRows, listedWire } from './list.server.ts'
import { organisationFilter, type Selection, selectionOf } from './organisation-filter.server.ts'
import type { OrganisationWire } from './organisation-wire.ts'

type Language = 'zh' | 'en'
interface Column {
  readonly title: { readonly zh: string; readonly en: string }
  readonly kind: ExportColumn['kind']
  readonly width?: number
  readonly value: (row: OrganisationWire, language: Language) => ExportValue
}

const column = (zh: string, en: string, value: Column['value'], kind: Column['kind'] = 'text', width?: number): Column => ({
  title: { zh, en },
  kind,
  value,
  ...(width && { width }),
})

/** By the names that `columns` takes. */
const columns = {
  name: column('名称', 'Name', (row) => row.name, 'text', 36),
  kind: column('类型', 'Kind', (row, language) => organisationKinds[row.kind][language]),
  creditCode: column('统一社会信用代码', 'Unified social credit code', (row) => row.creditCode, 'text', 22),
  unit: column('所属', 'Unit', (row) => row.unitName),
  street: column('街道', 'Street', (row) => row.streetName),
  sector: column('行业', 'Sector', (row, language) => row.sector && sectors[row.sector][language]),
  size: column('规模', 'Size', (row, language) => row.size && sizes[row.size][language], 'text', 10),
  ownership: column('企业性质', 'Ownership', (row, language) => row.ownership && ownerships[row.ownership][language]),
  designated: column('规上', 'Designated', (row, language) => (row.designated ? { zh: '是', en: 'yes' }[language] : ''), 'text', 8),
  employees: column('职工人数', 'Employees', (row) => row.employees, 'number'),
  union: column('所属工会', 'Union', (row) => row.union?.name, 'text', 36),
  legalRepresentative: column('法定代表人', 'Legal representative', (row) => row.legalRepresentative, 'text', 14),
  address: column('地址', 'Address', (row) => row.address, 'text', 36),
  standing: column('状态', 'Standing', (row, language) => standings[row.standing][language], 'text', 10),
  since: column('设立日期', 'Since', (row) => row.since, 'day'),
  until: column('终止日期', 'Until', (row) => row.until, 'day'),
} as const satisfies Record<string, Column>
type ColumnName = keyof typeof columns
const columnNames = Object.keys(columns) as [ColumnName, ...ColumnName[]]

const querystring = organisationFilter.extend({
  as: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['zh', 'en']).default('zh'),
  /** Which columns in which order, names with commas between; all if not said. */
  columns: z
    .string()
    .max(400)
    .transform((names) => names.split(','))
    .pipe(z.array(z.enum(columnNames)).min(1).max(columnNames.length))
    .optional(),
})

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const

export function exportRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today } = deps
  app.get(
    '/api/organisations/export',
    { config: { access: { who: 'signed-in' }, rateLimit: limits.papers }, schema: { tags: ['registry'], querystring } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { as, language, columns: wanted = columnNames, ...filter } = request.query
      const selection = selectionOf(caller, filter, today())
      await db.within(caller.scope, (q) =>
        record(q, {
          ...actor(caller),
          kind: 'export',
          what: { list: 'organisations', as, filter: JSON.parse(JSON.stringify(filter)), columns: [...wanted] },
        }),
      )
      const table = {
        sheetName: language === 'zh' ? '组织' : 'Organisations',
        columns: wanted.map((name) => {
          const { title, kind, width }: Column = columns[name]
          return { title: title[language], kind, ...(width && { width }) }
        }),
        rows: rowsOf(deps, caller, selection, (row) => wanted.map((name) => columns[name].value(row, language))),
      }
      const day = filter.on ?? today()
      const name = language === 'zh' ? `组织名录${day}.${as}` : `organisations-${day}.${as}`
      return reply
        .type(types[as])
        .header('content-disposition', `attachment; filename="organisations-${day}.${as}"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'no-store')
        .send(as === 'xlsx' ? writeWorkbook(table) : writeCsv(table))
    },
  )
}

/** Read on as the reader takes them, a thousand at a time. */
async function* rowsOf(
  { db, today }: { db: RegistryDeps['db']; today: () => Day },
  caller: Caller,
  selection: Selection,
  of: (row: OrganisationWire) => readonly ExportValue[],
): AsyncGenerator<readonly ExportValue[]> {
  const limit = 1_000
  let start: { name: string; id: string } | undefined
  do {
    const rows = await pageRows(db, caller, selection, { limit, start, today: today() })
    for (const row of rows) yield of(listedWire(row))
    const last = rows.length === limit ? rows.at(-1) : undefined
    start = last && { name: last.sort_name, id: last.id }
  } while (start)
}
