/** The workbook as it was brought, with what is wrong written beside each row. What was mended in the grid is told, not written over. */
import type { Readable } from 'node:stream'
import { houseScope } from '#platform/row-scope.ts'
import { annotatedCopy } from '#platform/workbook/copy/annotated-copy.server.ts'
import type { RowNote } from '#platform/workbook/copy/row-notes.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import type { RowProblem } from '../check/person-draft.ts'
import { fieldNamed, getKind } from '../kinds/kinds.ts'
import type { ImportRecord } from '../store/import-record.server.ts'
import { layOpen } from '../store/stored-file.server.ts'

type Deps = Pick<RegistryDeps, 'db' | 'secrets' | 'dataFolder'>

export async function returnedWorkbook(
  deps: Deps,
  record: ImportRecord,
): Promise<{ readonly format: 'xlsx' | 'csv'; readonly stream: Readable }> {
  const secrets = await deps.secrets.of(record.district_id)
  const file = await layOpen(deps.dataFolder, record.id, secrets.open('idNumber', record.id, record.file_key))
  try {
    const copy = await annotatedCopy(file.path, notesOf(deps, record), {
      headerRow: record.heading_row ?? 0,
      ...(record.sheet && record.sheet !== 'CSV' && { sheet: record.sheet }),
    })
    copy.stream.once('close', () => void file.close())
    return copy
  } catch (error) {
    await file.close()
    throw error
  }
}

interface NotedRow {
  readonly row: number
  readonly mended: boolean
  readonly verdict: string
  readonly problems: readonly RowProblem[] | null
  readonly fields: readonly string[] | null
}

const chunk = 2_000

async function* notesOf({ db }: Deps, record: ImportRecord): AsyncGenerator<RowNote> {
  const columnOf = new Map(record.columns.flatMap(({ field, at }) => (field ? [[field, at] as const] : [])))
  const kind = getKind(record.kind)
  const titleOf = (field: string): string => fieldNamed(kind, field)?.title.zh ?? field
  for (let after = 0; ; ) {
    const rows = await db.ask<NotedRow>(houseScope(record.district_id), notedSql, [record.district_id, record.id, after, chunk])
    for (const { row, problems, fields, verdict } of rows) {
      const cells: { column: number; says: string }[] = []
      const says: string[] = []
      for (const problem of problems ?? []) {
        if (problem.kept) continue
        const words = `${problem.title.zh}：${problem.says.zh}`
        const column = columnOf.get(problem.field)
        if (column === undefined) says.push(words)
        else cells.push({ column, says: words })
      }
      if (fields && verdict !== 'wrong') says.push(`已在网页上改好：${fields.map(titleOf).join('、')}`)
      if (cells.length > 0 || says.length > 0)
        yield { row, ...(says.length > 0 && { says: says.join('；') }), ...(cells.length > 0 && { cells }) }
    }
    if (rows.length < chunk) return
    after = rows.at(-1)!.row
  }
}

const notedSql = `
  select r.row, r.mended, r.verdict, r.problems,
    case when r.mended then (select array_agg(e.field order by e.field) from import_edit e
      where e.district_id = r.district_id and e.import_id = r.import_id and e.row = r.row and e.field not like 'keep:%') end as fields
  from import_row r
  where r.district_id = $1 and r.import_id = $2 and r.row > $3 and (r.problems is not null or r.mended)
  order by r.row limit $4`
