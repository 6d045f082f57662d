/** GET /api/me/data: all that is kept of me, as a file. Full numbers only shortly after signing in. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayOf } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Database } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { sessionToken } from '../../session.server.ts'
import { actor, record } from '../audit.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { myData } from './my-data.server.ts'
import { readable } from './readable.ts'

const querystring = z.object({
  as: z.enum(['html', 'json']).default('html'),
  full: z.literal('yes').optional(),
  language: z.enum(['zh', 'en']).default('zh'),
})
const freshMinutes = 10

export function myDataRoutes(app: Http, deps: RegistryDeps): void {
  const config = { access: { who: 'signed-in' }, rateLimit: limits.upload } as const
  app.get(
    '/api/me/data',
    { config, schema: { tags: ['privacy'], querystring, response: { 200: z.custom<unknown>() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { as, full, language } = request.query
      if (full && !(await isFresh(deps.db, request))) throw notFresh()
      const sections = await myData(deps, caller, full === 'yes')
      await deps.db.within(caller.scope, (q) =>
        record(q, { ...actor(caller), kind: 'sight', about: caller.person, what: { field: 'data', full: full === 'yes', as } }),
      )
      const made = deps.instant()
      const name = `${language === 'zh' ? '我的数据' : 'my-data'}-${dayOf(made)}.${as}`
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      reply.header('cache-control', 'private, no-store')
      if (as === 'json') {
        reply.header('content-type', 'application/json; charset=utf-8')
        return reply.send(
          Buffer.from(
            JSON.stringify({ made: made.toISOString(), ...Object.fromEntries(sections.map(({ key, rows }) => [key, rows])) }, null, 2),
          ),
        )
      }
      reply.header('content-type', 'text/html; charset=utf-8')
      return reply.send(Buffer.from(readable(sections, dayOf(made), language)))
    },
  )
}

const notFresh = () =>
  forbidden(
    text(
      `为防他人拿着您的手机下载，完整号码只在登录后${freshMinutes}分钟内提供。请退出后重新登录再下载`,
      `So that nobody else with your phone takes them, full numbers are given within ${freshMinutes} minutes of signing in. Sign out and in again first`,
    ),
  )

/** This very session began a short while ago, by whatever way of signing in. */
async function isFresh(db: Database, request: FastifyRequest): Promise<boolean> {
  const token = sessionToken(request.headers.cookie)
  if (!token) return false
  const rows = await db.open(
    `select 1 from auth_session where token = $1 and "createdAt" > now() - make_interval(mins => ${freshMinutes})`,
    [token],
  )
  return rows.length > 0
}
