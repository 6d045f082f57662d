/** What comes out of an import over HTTP: the workbook with the errors written in, who is missing from the file, what could not be undone, templates. */
import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { writeTemplate } from '#platform/workbook/write-template.server.ts'
import { actor, record as audit } from '../privacy/audit.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { maskedPhone } from '../secrets/phone-number.ts'
import { importParams, pageQuery, templateParams } from './import-shapes.ts'
import { importFor } from './import-view.server.ts'
import type { AbsentWire, RefusalsWire } from './import-wire.ts'
import { getKind } from './kinds/kinds.ts'
import { returnedWorkbook } from './rows/returned-workbook.server.ts'
import type { ImportRecord } from './store/import-record.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['imports']
const sheetType = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const
const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

export function outcomeRoutes(app: Http, deps: RegistryDeps): void {
  app.get(
    '/api/imports/:id/workbook',
    { config: { ...config, rateLimit: limits.upload }, schema: { tags, params: importParams, response: { 200: z.custom<Readable>() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const record = await importFor(deps, caller, request.params.id)
      if (record.emptied_at) throw notFound()
      if (record.heading_row === null || record.state === 'waiting' || record.state === 'checking')
        throw conflict({ why: 'not now', says: text('查完之后才能下载', 'It can be had after the check') })
      await deps.db.within(houseScope(caller.district), (q) =>
        audit(q, { ...actor(caller), kind: 'export', about: record.unit_id, what: { import: record.id, file: record.name } }),
      )
      const { format, stream } = await returnedWorkbook(deps, record)
      const name = record.name.replace(/\.(xlsx|csv)$/i, '')
      reply.header('content-type', sheetType[format])
      reply.header('content-disposition', attachment(`${name}（检查结果）.${format}`))
      return await reply.send(stream)
    },
  )

  app.get(
    '/api/imports/templates/:kind',
    { config, schema: { tags, params: templateParams, response: { 200: z.custom<Readable>() } } },
    async (request, reply) => {
      const kind = getKind(request.params.kind)
      reply.header('content-type', sheetType.xlsx)
      reply.header('content-disposition', attachment(`${kind.title.zh.replaceAll('／', '_')}模板.xlsx`))
      return await reply.send(
        writeTemplate({
          title: kind.title.zh,
          columns: kind.fields.map(({ title, hint, choices, required, field }) => ({
            title: title.zh,
            note: hint ?? title,
            kind: 'text' as const,
            required,
            ...(kind.example[field] && { example: kind.example[field] }),
            ...(choices && { choices: choices.map(({ zh }) => zh) }),
          })),
        }),
      )
    },
  )

  app.get(
    '/api/imports/:id/absent',
    { config, schema: { tags, params: importParams, querystring: pageQuery, response: { 200: z.custom<AbsentWire>() } } },
    async (request) => await absentOf(deps, await importFor(deps, callerOf(request), request.params.id), request.query),
  )
  app.get(
    '/api/imports/:id/refusals',
    { config, schema: { tags, params: importParams, querystring: pageQuery, response: { 200: z.custom<RefusalsWire>() } } },
    async (request) => await refusalsOf(deps, await importFor(deps, callerOf(request), request.params.id), request.query),
  )
}

type Page = z.output<typeof pageQuery>

interface AbsentRow {
  readonly id: Id
  readonly name: string
  readonly sort_name: string
  readonly phone_sealed: Uint8Array | null
  readonly firm_id: Id | null
  readonly firm: string | null
  readonly member_since: Day | null
}

const countCap = 10_000

async function absentOf({ db, secrets, directory }: RegistryDeps, record: ImportRecord, { limit, after }: Page): Promise<AbsentWire> {
  if (getKind(record.kind).about !== 'people') return { items: [], total: 0 }
  const unit = await directory.organisationById(record.district_id, record.unit_id)
  const place =
    unit?.kind === 'union'
      ? 'p.union_id = $3'
      : unit?.kind === 'firm'
        ? 'p.firm_id = $3'
        : unit?.kind === 'district'
          ? '$3::uuid is not null'
          : 'p.unit_id = $3'
  const [name = '', id = '00000000-0000-0000-0000-000000000000'] = after ? cursor(after) : []
  const of = [record.district_id, record.id, record.unit_id]
  const [rows, counted] = await db.within(houseScope(record.district_id), (q) =>
    Promise.all([
      q<AbsentRow>(
        `${named} select p.id, p.name, p.sort_name, p.phone_sealed, p.firm_id, o.name as firm, p.member_since ${absentSql(record.kind, place)}
         and (p.sort_name, p.id) > ($4, $5::uuid) order by p.sort_name, p.id limit $6`,
        [...of, name, id, limit + 1],
      ),
      q<{ total: number }>(
        `${named} select count(*) as total from (select 1 ${absentSql(record.kind, place)} limit ${countCap + 1}) found`,
        of,
      ),
    ]),
  )
  const total = counted[0]!.total
  const keys = await secrets.of(record.district_id)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map((row) => ({
      id: row.id,
      name: row.name,
      ...(row.firm_id && row.firm && { firm: { id: row.firm_id, name: row.firm } }),
      ...(row.member_since && { memberSince: row.member_since }),
      ...(row.phone_sealed && { phone: maskedPhone(keys.open('phone', row.id, row.phone_sealed)) }),
    })),
    total: Math.min(total, countCap),
    ...(total > countCap && { capped: true as const }),
    ...(rows.length > limit && last && { next: `${last.id}${last.sort_name}` }),
  }
}

// Of firms that the file does not name it says nothing: only people of those it names can be missing from it.
const named = `with named as materialized (
  select distinct firm_id from import_row where district_id = $1 and import_id = $2 and verdict <> 'wrong' and firm_id is not null)`

const absentSql = (kind: string, place: string) => `
  from person p left join organisation o on o.district_id = p.district_id and o.id = p.firm_id
  where p.district_id = $1 and p.merged_into is null and p.active and ${place}
    and (p.firm_id in (select firm_id from named)${kind === 'drivers' ? ' or p.firm_id is null' : ''})
    and not exists (select 1 from import_row r where r.district_id = $1 and r.import_id = $2 and r.person_id = p.id and r.verdict in ('same', 'changed'))
    and p.source_import is distinct from $2`

const whys: Readonly<Record<string, Text>> = {
  gone: text('已被合并、注销或删除', 'Merged, erased or removed since'),
  changed: text('写入之后资料又改过', 'Changed since it was written'),
  restricted: text('本人要求限制处理', 'The person asked to restrict the handling'),
  engaged: text('之后又有了别的任职或会籍', 'Other jobs or memberships since'),
  needed: text('已有案件、岗位、帐号等记录', 'Cases, posts, accounts or other records hang on them'),
}

async function refusalsOf({ db }: RegistryDeps, record: ImportRecord, { limit, after }: Page): Promise<RefusalsWire> {
  const rows = await db.ask<{ id: Id; name: string | null; refused: string; total: number }>(
    houseScope(record.district_id),
    `select c.subject_id as id, coalesce(p.name, o.name) as name, c.refused,
       (select count(*) from import_change where district_id = $1 and import_id = $2 and refused is not null) as total
     from import_change c left join person p on p.district_id = c.district_id and p.id = c.subject_id
       left join organisation o on o.district_id = c.district_id and o.id = c.subject_id
     where c.district_id = $1 and c.import_id = $2 and c.refused is not null and ($3::uuid is null or c.subject_id > $3)
     order by c.subject_id limit $4`,
    [record.district_id, record.id, after && /^[0-9a-f-]{36}$/.test(after) ? after : null, limit + 1],
  )
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(({ id, name, refused }) => ({ id, name: name ?? '', why: whys[refused] ?? text(refused, refused) })),
    total: rows[0]?.total ?? 0,
    ...(rows.length > limit && last && { next: last.id }),
  }
}

function cursor(after: string): readonly [name: string, id: string] {
  const id = after.slice(0, 36)
  if (!/^[0-9a-f-]{36}$/.test(id)) throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
  return [after.slice(36), id]
}
