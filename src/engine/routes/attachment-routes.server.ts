/** What people bring to a case: photos, voice notes, scans. Streamed, limited, typed by content, seen only with the case. */
import type { MultipartFile } from '@fastify/multipart'
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { FileKind } from '#platform/files.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, forbidden, notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { worksOn } from '../present.ts'
import { involvedIn, is, rolesIn } from '../roles.ts'
import { factsOf } from '../run.ts'
import type { AttachmentWire } from '../wire.ts'
import { type Engine, type Seen, seenCase } from './engine.server.ts'
import { idParam } from './schema.ts'

const signedIn = { access: { who: 'signed-in' } } as const
const oneParams = z.object({ id: z.uuid(), attachment: z.uuid() })
const kinds = ['photo', 'voice', 'scan', 'file'] as const
const mostPerCase = 200

export function attachmentRoutes(app: Http, engine: Engine): void {
  app.post(
    '/api/cases/:id/attachments',
    {
      config: { ...signedIn, rateLimit: limits.upload },
      schema: { params: idParam, querystring: z.object({ key: z.uuid().optional() }), response: { 201: z.custom<AttachmentWire>() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const seen = await seenCase(engine, caller, request.params.id)
      if (seen.file.attachments.length >= mostPerCase)
        throw badInput([{ path: 'file', says: { zh: `一案最多 ${mostPerCase} 个附件`, en: `At most ${mostPerCase} attachments a case` } }])
      const file = await request.file({ limits: { fileSize: engine.fileLimitBytes, files: 1 } })
      if (!file) throw badInput([{ path: 'file', says: { zh: '没有收到文件', en: 'No file was sent' } }])
      return reply.code(201).send(await keep(engine, caller, seen, file, request.query.key))
    },
  )
  app.get(
    '/api/cases/:id/attachments/:attachment',
    { config: signedIn, schema: { params: oneParams, response: { 200: z.custom<unknown>() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { row } = await visible(engine, caller, request.params.id, request.params.attachment)
      reply.header('content-type', row.type)
      reply.header('content-length', row.bytes)
      reply.header(
        'content-disposition',
        `${/^(image|audio|video)\/|^application\/pdf$/.test(row.type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      )
      reply.header('cache-control', 'private, max-age=3600')
      reply.header('content-security-policy', "sandbox; default-src 'none'")
      return reply.send(await engine.files.get(row.sha256))
    },
  )
  app.post(
    '/api/cases/:id/attachments/:attachment/share',
    { config: signedIn, schema: { params: oneParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await change(engine, callerOf(request), request.params, 'shared = true')
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/cases/:id/attachments/:attachment',
    { config: signedIn, schema: { params: oneParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await change(engine, callerOf(request), request.params, 'removed_at = now()', true)
      return reply.code(204).send(null)
    },
  )
}

const insert = `insert into attachment (district_id, id, case_id, name, kind, type, bytes, sha256, person_id, person_name, role)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`

async function keep(
  engine: Engine,
  caller: Caller,
  { m, file: found }: Seen,
  sent: MultipartFile,
  key: string | undefined,
): Promise<AttachmentWire> {
  const named = (sent.fields.kind as { value?: unknown } | undefined)?.value
  const kind: FileKind = kinds.find((one) => one === named) ?? 'file'
  const stored = await engine.files.put(sent.file, { limitBytes: engine.fileLimitBytes, kind })
  const role = rolesIn(m.procedure, involvedIn(m.procedure, factsOf(m.procedure, found.log)), found.owner, caller)[0] ?? 'reader'
  const name =
    (sent.filename || kind)
      .normalize('NFC')
      .replace(/[\p{C}/\\]/gu, '')
      .slice(-120) || kind
  const id = key ?? newId()
  const [written] = await engine.db.ask(caller.scope, insert, [
    caller.district,
    id,
    found.id,
    name,
    kind,
    stored.type,
    stored.bytes,
    stored.sha256,
    caller.person,
    caller.name,
    role,
  ])
  const again = written ?? found.attachments.find((one) => one.id === id && is(one.person, caller))
  if (!again) throw badInput([{ path: 'key', says: { zh: '这个编号已经用过', en: 'This key was used already' } }])
  return { id, name, kind, type: stored.type, bytes: stored.bytes, by: caller.name, at: engine.instant().toISOString(), shared: false }
}

interface Row {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly sha256: string
  readonly person_id: string
  readonly shared: boolean
}

/** The attachment if this caller may see it: one's own, the desk's and assigned persons' view, or shared. */
async function visible(
  engine: Engine,
  caller: Caller,
  id: string,
  attachment: string,
): Promise<{ row: Row; own: boolean; desk: boolean; ended: boolean }> {
  const { m, file } = await seenCase(engine, caller, id)
  const [row] = await engine.db.ask<Row>(
    caller.scope,
    'select id, name, type, bytes, sha256, person_id, shared from attachment where district_id = $1 and case_id = $2 and id = $3 and removed_at is null',
    [caller.district, id, attachment],
  )
  if (!row) throw notFound()
  const roles = rolesIn(m.procedure, involvedIn(m.procedure, factsOf(m.procedure, file.log)), file.owner, caller)
  const desk = worksOn(m, roles)
  const own = is(row.person_id, caller)
  if (!own && !desk && !row.shared) throw notFound()
  return {
    row,
    own,
    desk,
    ended: m.procedure.ends.includes(file.log.reduce((state, entry) => m.procedure.steps[entry.step]?.to ?? state, '')),
  }
}

/** Sharing and taking back are for the one who brought it; sharing also for the desk. Nothing is taken back from a case that has ended. */
async function change(
  engine: Engine,
  caller: Caller,
  { id, attachment }: z.infer<typeof oneParams>,
  set: string,
  removal = false,
): Promise<void> {
  const { own, desk, ended, row } = await visible(engine, caller, id, attachment)
  if (!own && (removal || !desk)) throw forbidden()
  if (removal && (ended || row.shared))
    throw forbidden({ zh: '已给对方看过或案件已结，不能撤回', en: 'Shared already, or the case has ended: it cannot be taken back' })
  await engine.db.ask(caller.scope, `update attachment set ${set} where district_id = $1 and case_id = $2 and id = $3`, [
    caller.district,
    id,
    attachment,
  ])
}
