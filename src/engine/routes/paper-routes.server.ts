/** Papers over HTTP: the file in PDF or Word, and the public page's answer to whether a paper is genuine. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Body } from '../paper-body.ts'
import { hashOf } from '../papers/paper-hash.server.ts'
import type { PrintedPaper } from '../papers/printed-paper.ts'
import { renderDocx } from '../papers/docx/render-docx.server.ts'
import { renderPacket, renderPdf } from '../papers/pdf/render-pdf.server.ts'
import { readCode } from '../papers/verify-code.ts'
import { readsPaper } from '../present.ts'
import { involvedIn, rolesIn } from '../roles.ts'
import { factsOf } from '../run.ts'
import { type Engine, seenCase } from './engine.server.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface Row {
  readonly id: string
  readonly case_id: string
  readonly seq: number
  readonly title: string
  readonly title_en: string
  readonly number: string | null
  readonly issuer: string
  readonly on_day: Day
  readonly body: Body
  readonly code: string
  readonly hash: string
  readonly for_roles: readonly string[] | null
}

const columns = 'id, case_id, seq, title, title_en, number, issuer, on_day, body, code, hash, for_roles'

const printed = (engine: Engine, row: Row): PrintedPaper => ({
  title: row.title,
  ...(row.number ? { number: row.number } : {}),
  issuer: row.issuer,
  body: row.body,
  code: row.code,
  verifyUrl: `${engine.publicUrl}/verify/${row.code}`,
  hash: row.hash,
  on: row.on_day,
})

export interface Verified {
  readonly genuine: boolean
  readonly code?: string
  readonly title?: { readonly zh: string; readonly en: string }
  readonly number?: string
  readonly issuer?: string
  readonly on?: Day
  readonly hash?: string
}

export function paperRoutes(app: Http, engine: Engine, districts: () => Promise<readonly string[]>): void {
  app.get(
    '/api/cases/:id/papers/:paper',
    {
      config: { access: { who: 'signed-in' }, rateLimit: limits.papers },
      schema: {
        params: z.object({ id: z.uuid(), paper: z.string().max(400) }),
        querystring: z.object({ as: z.enum(['pdf', 'docx']).default('pdf') }),
        response: { 200: z.custom<unknown>() },
      },
    },
    async (request, reply) => {
      const { id, paper } = request.params
      const caller = callerOf(request)
      const { m, file } = await seenCase(engine, caller, id)
      const roles = rolesIn(m.procedure, involvedIn(m.procedure, factsOf(m.procedure, file.log)), file.owner, caller)
      const wanted = paper.split(',').filter((one) => z.uuid().safeParse(one).success)
      const rows = await engine.db.ask<Row>(
        caller.scope,
        `select ${columns} from case_paper where district_id = $1 and case_id = $2 and id = any ($3::uuid[]) order by seq, id`,
        [caller.district, id, wanted],
      )
      const mine = rows.filter((row) => readsPaper(m, roles, row.for_roles ?? undefined))
      if (mine.length === 0 || mine.length !== wanted.length) throw notFound()
      const papers = mine.map((row) => printed(engine, row))
      const name = mine.length === 1 ? `${mine[0]!.title}${mine[0]!.number ? ` ${mine[0]!.number}` : ''}` : `${file.number} 材料`
      const asWord = request.query.as === 'docx' && papers.length === 1
      const bytes = asWord
        ? await renderDocx(papers[0]!)
        : papers.length === 1
          ? await renderPdf(papers[0]!)
          : await renderPacket({ title: name, on: papers[0]!.on, papers })
      reply.header('content-type', asWord ? docx : 'application/pdf')
      reply.header(
        'content-disposition',
        `${asWord ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(`${name}.${asWord ? 'docx' : 'pdf'}`)}`,
      )
      reply.header('cache-control', 'private, max-age=3600')
      return reply.send(bytes)
    },
  )
  app.get(
    '/api/verify/:code',
    {
      config: { access: { who: 'public' }, rateLimit: limits.publicSearch },
      schema: { params: z.object({ code: z.string().max(40) }), response: { 200: z.custom<Verified>() } },
    },
    async (request): Promise<Verified> => {
      const code = readCode(request.params.code)
      if (!code) return { genuine: false }
      for (const district of await districts()) {
        const [row] = await engine.db.ask<Row>(
          houseScope(district),
          `select ${columns} from case_paper where district_id = $1 and code = $2`,
          [district, code],
        )
        if (!row) continue
        const hash = hashOf({
          of: `${row.case_id}:${row.seq}`,
          ...(row.number ? { number: row.number } : {}),
          title: row.title,
          issuer: row.issuer,
          on: row.on_day,
          body: row.body,
        })
        if (hash !== row.hash) return { genuine: false, code }
        return {
          genuine: true,
          code,
          title: { zh: row.title, en: row.title_en },
          ...(row.number ? { number: row.number } : {}),
          issuer: row.issuer,
          on: row.on_day,
          hash,
        }
      }
      return { genuine: false, code }
    },
  )
}
