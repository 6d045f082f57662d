/** The rows of an import over HTTP: looked at page by page, mended in place, one by one or all of a kind. */
import { z } from 'zod'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import type { RowProblem } from '../check/person-draft.ts'
import { type StagedRow, stagedColumns } from '../check/staged-row.ts'
import { fixInput, importParams, rowEdit, rowParams, rowsQuery } from '../import-shapes.ts'
import { importFor } from '../import-view.server.ts'
import type { FixedWire, RowEditedWire, RowsShown, RowsWire } from '../import-wire.ts'
import { fieldNamed, getKind } from '../kinds/kinds.ts'
import { dropEdit, type Edit, writeEdits } from '../store/edits.server.ts'
import { importRecord, type ImportRecord, type Tally, tallyOf } from '../store/import-record.server.ts'
import { countsWire } from '../store/tally.ts'
import { rejudge, stagedRows } from './rejudge.server.ts'
import { rowWires } from './row-view.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['imports']
/** So many rows are mended at once at most; the rest the next time. */
const mostFixed = 20_000

/** `again`: the judged rows are gone (the database broke down); the file is checked anew. */
export function rowRoutes(app: Http, deps: RegistryDeps, again: (record: ImportRecord) => Promise<void>): void {
  app.get(
    '/api/imports/:id/rows',
    { config, schema: { tags, params: importParams, querystring: rowsQuery, response: { 200: z.custom<RowsWire>() } } },
    async (request) => {
      const record = await importFor(deps, callerOf(request), request.params.id)
      const secrets = await deps.secrets.of(record.district_id)
      return await deps.db.within(houseScope(record.district_id), async (q) => {
        const { rows, next } = await rowsPage(q, record, request.query)
        if (rows.length === 0 && record.state === 'checked' && tallyOf(record.counts).read > 0 && !(await anyRow(q, record)))
          await again(record)
        return {
          items: await rowWires(q, record, secrets, deps.today(), rows),
          total: totalOf(record, request.query),
          ...(next && { next }),
        }
      })
    },
  )

  app.patch(
    '/api/imports/:id/rows/:row',
    { config, schema: { tags, params: rowParams, body: rowEdit, response: { 200: z.custom<RowEditedWire>() } } },
    async (request) => {
      const caller = callerOf(request)
      const { id, row } = request.params
      await importFor(deps, caller, id)
      return await changing(deps, caller, id, async (q, record) => {
        const secrets = await deps.secrets.of(caller.district)
        const [before] = await stagedRows(q, record, [row])
        if (!before) throw notFound()
        await noteEdit(q, deps, caller, record, row, request.body)
        const { tally, alsoChanged } = await rejudge({ q, record, secrets, today: deps.today() }, [row])
        const wires = await rowWires(q, { ...record, counts: tally }, secrets, deps.today(), await stagedRows(q, record, [row]))
        return { row: wires[0]!, counts: countsWire(tally), alsoChanged }
      })
    },
  )

  app.post(
    '/api/imports/:id/fixes',
    { config, schema: { tags, params: importParams, body: fixInput, response: { 200: z.custom<FixedWire>() } } },
    async (request) => {
      const caller = callerOf(request)
      await importFor(deps, caller, request.params.id)
      return await changing(deps, caller, request.params.id, async (q, record) => {
        const secrets = await deps.secrets.of(caller.district)
        const edits = await fixesFor(q, record, request.body)
        await writeEdits(q, secrets, record, caller.person, edits)
        const tally: Tally =
          edits.length > 0
            ? (
                await rejudge(
                  { q, record, secrets, today: deps.today() },
                  edits.map(({ row }) => row),
                )
              ).tally
            : tallyOf(record.counts)
        return { rows: edits.length, counts: countsWire(tally) }
      })
    },
  )
}

/** With the import locked and checked; one edit of a file after the other. */
async function changing<T>(
  { db }: RegistryDeps,
  caller: Caller,
  id: string,
  work: (q: Query, record: ImportRecord) => Promise<T>,
): Promise<T> {
  return await db.within(houseScope(caller.district), async (q) => {
    const record = await importRecord(q, caller.district, id, true)
    if (!record) throw notFound()
    if (record.state !== 'checked')
      throw conflict({
        why: 'not now',
        says: text('查完之后、写入之前才能改', 'It can be mended after the check and before it is written'),
      })
    return await work(q, record)
  })
}

async function noteEdit(
  q: Query,
  deps: RegistryDeps,
  caller: Caller,
  record: ImportRecord,
  row: number,
  edit: z.output<typeof rowEdit>,
): Promise<void> {
  const secrets = await deps.secrets.of(caller.district)
  const write = (field: string, value?: string) =>
    writeEdits(q, secrets, record, caller.person, [{ row, field, ...(value !== undefined && { value }) }])
  if ('leaveOut' in edit) return await write('keep:leaveOut')
  if ('keep' in edit) return await write(`keep:${edit.keep}`)
  if (!fieldNamed(getKind(record.kind), edit.field))
    throw badInput([{ path: 'field', says: text('没有这一列', 'There is no such column') }])
  if ('restore' in edit) return await dropEdit(q, record, row, edit.field)
  await write(edit.field, edit.value)
  await dropEdit(q, record, row, 'keep:leaveOut')
}

async function fixesFor(q: Query, record: ImportRecord, fix: z.output<typeof fixInput>): Promise<readonly Edit[]> {
  const rows = await q<{ row: number; problems: RowProblem[] }>(
    `select row, problems from import_row
     where district_id = $1 and import_id = $2 and (verdict = 'wrong' or look) and problems @> $3::jsonb order by row limit ${mostFixed}`,
    [record.district_id, record.id, JSON.stringify([{ cause: fix.cause }])],
  )
  return rows.flatMap(({ row, problems }) => {
    const problem = problems.find(({ cause }) => cause === fix.cause)!
    if ('keep' in fix) return problem.severity === 'look' ? [{ row, field: `keep:${problem.code}` }] : []
    if ('accept' in fix) return problem.suggestion ? [{ row, field: problem.field, value: problem.suggestion.value }] : []
    return [{ row, field: problem.field, value: fix.value }]
  })
}

const columns = stagedColumns.join(', ')
const rowsOf = (condition: string, limit: number) =>
  `(select ${columns} from import_row where district_id = $1 and import_id = $2 and row > $3 and ${condition} order by row limit ${limit})`
const conditions: Readonly<Record<RowsShown, readonly string[]>> = {
  all: ['true'],
  // Each half by its own index.
  odd: [`verdict = 'wrong'`, `look and verdict <> 'wrong'`],
  wrong: [`verdict = 'wrong'`],
  look: ['look'],
  new: [`verdict = 'new'`],
  changed: [`verdict = 'changed'`],
  same: [`verdict = 'same'`],
}

async function rowsPage(q: Query, { district_id, id }: ImportRecord, { show, cause, after, row, limit }: z.output<typeof rowsQuery>) {
  const from = row ? row - 1 : Number(after ?? 0)
  if (!Number.isSafeInteger(from) || from < 0 || from > 2_000_000)
    throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
  const also = cause ? ' and problems @> $4::jsonb' : row ? ' and row = $3 + 1' : ''
  const parts = (cause ? conditions.odd : conditions[show]).map((condition) => rowsOf(condition + also, limit + 1))
  const values = [district_id, id, from, ...(cause ? [JSON.stringify([{ cause }])] : [])]
  const found = await q<StagedRow>(`select ${columns} from (${parts.join(' union all ')}) found order by row limit ${limit + 1}`, values)
  const rows = found.slice(0, limit)
  return { rows, next: found.length > limit ? String(rows.at(-1)!.row) : undefined }
}

function totalOf(record: ImportRecord, { show, cause, row }: z.output<typeof rowsQuery>): number {
  const counts = countsWire(tallyOf(record.counts))
  if (row) return 1
  if (cause) return record.causes[cause]?.rows ?? 0
  if (show === 'all') return counts.read
  return show === 'odd' ? counts.wrong + counts.look : counts[show]
}

const anyRow = async (q: Query, { district_id, id }: ImportRecord): Promise<boolean> =>
  (await q('select 1 from import_row where district_id = $1 and import_id = $2 limit 1', [district_id, id])).length > 0
