/** The import workbench over HTTP: a file put in, its state, its columns, its writing and its undoing. */
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { knows } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { actor } from '../privacy/audit.server.ts'
import { mayImport } from './import-rights.ts'
import { columnsInput, importParams, listQuery, undoInput } from './import-shapes.ts'
import { importFor, type ImportViewRow, importWire, lastColumns, unionsOf } from './import-view.server.ts'
import type { ImportListWire, ImportState, ImportWire } from './import-wire.ts'
import { fieldNamed, getKind, importKindShape } from './kinds/kinds.ts'
import { outcomeRoutes } from './outcome-routes.server.ts'
import { requestRoutes } from './requests/request-routes.server.ts'
import { rowRoutes } from './rows/row-routes.server.ts'
import type { ImportRecord } from './store/import-record.server.ts'
import { openImportQueue } from './store/queue.server.ts'
import { keepFile, removeFile } from './store/stored-file.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['imports']
const mostWaiting = 5
/** A roster of a whole district is larger than what one attaches to a case. */
const mostBytes = ({ fileLimitBytes }: Pick<RegistryDeps, 'fileLimitBytes'>): number => Math.max(fileLimitBytes, 128 * 1_048_576)

export function importRoutes(app: Http, deps: RegistryDeps): void {
  const { db } = deps
  const queue = openImportQueue(deps)
  app.addHook('onClose', () => queue.close())

  app.post(
    '/api/imports',
    { config: { ...config, rateLimit: limits.upload }, schema: { tags, response: { 202: z.object({ id: z.string() }) } } },
    async (request, reply) => {
      const id = await putIn(deps, callerOf(request), request)
      queue.kick()
      return reply.code(202).send({ id })
    },
  )

  app.get('/api/imports', { config, schema: { tags, querystring: listQuery, response: { 200: z.custom<ImportListWire>() } } }, (request) =>
    listOf(deps, callerOf(request), request.query),
  )

  app.get(
    '/api/imports/:id',
    { config, schema: { tags, params: importParams, response: { 200: z.custom<ImportWire>() } } },
    async (request) => {
      const caller = callerOf(request)
      await importFor(deps, caller, request.params.id)
      return await shown(deps, caller, request.params.id)
    },
  )

  app.put(
    '/api/imports/:id/columns',
    { config, schema: { tags, params: importParams, body: columnsInput, response: { 200: z.custom<ImportWire>() } } },
    async (request) => {
      const caller = callerOf(request)
      const record = await importFor(deps, caller, request.params.id)
      checkColumns(record, request.body.columns)
      await move(
        deps,
        caller,
        record,
        ['columns', 'checked', 'checking', 'waiting'],
        'waiting',
        "chosen = $5, rechecks = 0, problem = null, counts = '{}', causes = '{}', asked_at = now()",
        [JSON.stringify(request.body.columns)],
      )
      queue.kick()
      return await shown(deps, caller, record.id)
    },
  )

  const change = (
    name: string,
    from: readonly ImportState[],
    to: ImportState,
    set: (caller: Caller) => readonly [string, readonly unknown[]],
  ) =>
    app.post(
      `/api/imports/:id/${name}`,
      { config, schema: { tags, params: importParams, body: undoInput, response: { 200: z.custom<ImportWire>() } } },
      async (request) => {
        const caller = callerOf(request)
        const record = await importFor(deps, caller, request.params.id)
        // Asked once more for what is done or under way: the same answer.
        if (
          record.state !== to &&
          !(to === 'committing' && record.state === 'committed') &&
          !(to === 'undoing' && record.state === 'undone')
        ) {
          if (to === 'undoing') checkUndo(deps, record)
          await move(deps, caller, record, from, to, ...set(caller))
        }
        queue.kick()
        return await shown(deps, caller, record.id)
      },
    )
  change('cancel', ['waiting', 'checking', 'columns', 'checked', 'failed'], 'cancelled', () => ['progress = null', []])
  change('commit', ['checked'], 'committing', (caller) => [
    'committed_by = $5, committed_name = $6, problem = null',
    [caller.person, caller.name],
  ])
  change('undo', ['committed'], 'undoing', (caller) => ['undone_by = $5, undone_name = $6', [caller.person, caller.name]])

  rowRoutes(app, deps, async (record) => {
    await db.ask(
      houseScope(record.district_id),
      `update import_file set state = 'waiting', rechecks = 0 where district_id = $1 and id = $2 and state = 'checked'`,
      [record.district_id, record.id],
    )
    queue.kick()
  })
  outcomeRoutes(app, deps)
  requestRoutes(app, deps)
}

async function putIn(deps: RegistryDeps, caller: Caller, request: { file(options: object): Promise<unknown> }): Promise<string> {
  const part = (await request.file({ limits: { fileSize: mostBytes(deps), files: 1 } })) as UploadedFile | undefined
  if (!part) throw badInput([{ path: 'file', says: text('没有收到文件', 'No file was sent') }])
  try {
    const said = z
      .object({ kind: importKindShape, unit: z.uuid() })
      .safeParse({ kind: part.fields.kind?.value, unit: part.fields.unit?.value })
    if (!said.success)
      throw badInput([
        { path: 'kind', says: text('请先说明是哪一类表、给哪个单位（放在文件之前）', 'Say the kind and the unit first, before the file') },
      ])
    const { kind, unit: at } = said.data
    const unit = await deps.directory.organisationById(caller.district, at)
    const unions = unit ? await unionsOf(deps, unit) : []
    if (!unit || !(knows(caller.posts, unit) || mayImport(caller, kind, unit, unions))) throw notFound()
    if (!mayImport(caller, kind, unit, unions)) throw forbidden()
    await checkWaiting(deps, caller)
    const id = newId()
    const { bytes, key } = await keepFile(deps.dataFolder, id, part.file, mostBytes(deps))
    if (bytes === 0) {
      await removeFile(deps.dataFolder, id)
      throw badInput([{ path: 'file', says: text('文件是空的', 'The file is empty') }])
    }
    const { as } = actor(caller)
    const { all, trees, units } = caller.scope
    const reach = {
      all,
      trees,
      units: [
        ...new Set([...units, ...(unit.kind === 'firm' || unit.kind === 'union' ? [unit.id] : []), ...(unit.firm ? [unit.firm] : [])]),
      ],
    }
    const secrets = await deps.secrets.of(caller.district)
    await deps.db.ask(caller.scope, insertSql, [
      caller.district,
      id,
      kind,
      unit.id,
      unit.unit ?? null,
      part.filename.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-120) || 'file',
      bytes,
      secrets.seal('idNumber', id, key),
      JSON.stringify(reach),
      caller.person,
      caller.name,
      as?.body ?? null,
      as?.post ?? null,
      deps.instant(),
    ])
    return id
  } finally {
    // What nobody reads would keep the request open.
    part.file.resume()
  }
}

interface UploadedFile {
  readonly file: import('node:stream').Readable
  readonly filename: string
  readonly fields: Readonly<Record<string, { readonly value?: unknown } | undefined>>
}

const insertSql = `
  insert into import_file (district_id, id, kind, unit_id, tree_id, state, name, bytes, file_key, reach, by_person, by_name, as_body, as_post, at, asked_at)
  values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $10, $11, $12, $13, $14, now())`

/** One is checked at a time for each person; a few more may wait. */
async function checkWaiting({ db }: RegistryDeps, caller: Caller): Promise<void> {
  const [row] = await db.ask<{ waiting: number }>(
    caller.scope,
    `select count(*) as waiting from import_file where district_id = $1 and by_person = $2 and state in ('waiting', 'checking')`,
    [caller.district, caller.person],
  )
  if (row!.waiting >= mostWaiting)
    throw conflict({
      why: 'not now',
      says: text(
        `您已有 ${mostWaiting} 份表在排队检查，请等查完再放`,
        `${mostWaiting} of your files are waiting already; wait until they are checked`,
      ),
    })
}

async function shown(deps: RegistryDeps, caller: Caller, id: string): Promise<ImportWire> {
  const [row] = await deps.db.ask<ImportViewRow>(
    caller.scope,
    `select f.*, ${lastColumns} from import_file f where f.district_id = $1 and f.id = $2`,
    [caller.district, id],
  )
  if (!row) throw notFound()
  return await importWire(deps, row)
}

async function listOf(
  deps: RegistryDeps,
  caller: Caller,
  { limit, after, unit, kind }: z.output<typeof listQuery>,
): Promise<ImportListWire> {
  const [at, id] = after ? cursor(after) : [null, null]
  const rows = await deps.db.ask<ImportViewRow & { total: number }>(caller.scope, listSql, [
    caller.district,
    unit ?? null,
    kind ?? null,
    at,
    id,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await Promise.all(page.map((row) => importWire(deps, row))),
    total: rows[0]?.total ?? 0,
    ...(rows.length > limit && last && { next: `${last.at.toISOString()}~${last.id}` }),
  }
}

const listSql = `
  select f.*, (select count(*) from import_file where district_id = $1 and ($2::uuid is null or unit_id = $2) and ($3::text is null or kind = $3)) as total
  from import_file f
  where f.district_id = $1 and ($2::uuid is null or f.unit_id = $2) and ($3::text is null or f.kind = $3)
    and ($4::timestamptz is null or (f.at, f.id) < ($4, $5::uuid))
  order by f.at desc, f.id desc limit $6`

function cursor(after: string): readonly [string, string] {
  const found = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)~([0-9a-f-]{36})$/.exec(after)
  if (!found) throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
  return [found[1]!, found[2]!]
}

function checkColumns(record: ImportRecord, columns: readonly { at: number; field: string }[]): void {
  const kind = getKind(record.kind)
  const said = text('同一列或同一项说了两次，或没有这一项', 'A column or a field is named twice, or there is no such field')
  const sound =
    columns.every(({ field }) => fieldNamed(kind, field)) &&
    new Set(columns.map(({ field }) => field)).size === columns.length &&
    new Set(columns.map(({ at }) => at)).size === columns.length
  if (!sound) throw badInput([{ path: 'columns', says: said }])
}

function checkUndo(deps: RegistryDeps, record: ImportRecord): void {
  if (record.undo_until && deps.today() > record.undo_until)
    throw conflict({ why: 'not now', says: text(`只能在 ${record.undo_until} 前撤销`, `It could be undone until ${record.undo_until}`) })
}

/** From one of these states to that one, once, whoever else asks at the same time. */
async function move(
  { db }: RegistryDeps,
  caller: Caller,
  record: ImportRecord,
  from: readonly ImportState[],
  to: ImportState,
  set: string,
  values: readonly unknown[],
): Promise<void> {
  const moved = await db.ask<{ id: string }>(
    caller.scope,
    `update import_file set state = $4, ${set} where district_id = $1 and id = $2 and state = any ($3) returning id`,
    [caller.district, record.id, from, to, ...values],
  )
  if (moved.length === 0)
    throw conflict({
      why: 'not now',
      says: text('这份表现在不能这样做，请刷新看看它到了哪一步', 'This cannot be done with the file now; reload to see where it stands'),
    })
}
