/** Whether requests can be served, for people, load balancers and the start command. */
import { z } from 'zod'
import type { Database } from '../database.server.ts'
import type { Http } from '../http.server.ts'

export type Standing = 'starting' | 'ok' | 'stopping'

export function healthRoutes(
  app: Http,
  deps: { readonly version: string; readonly db: Database; readonly kind: string; readonly standing: () => Standing },
): void {
  const body = z.object({ status: z.enum(['ok', 'starting', 'stopping', 'degraded']), version: z.string(), database: z.string() })
  app.get(
    '/api/health',
    { config: { access: { who: 'public' }, rateLimit: false }, schema: { tags: ['health'], response: { 200: body, 503: body } } },
    async (_request, reply) => {
      const standing = deps.standing()
      const database = await deps.db.open('select 1').then(
        () => deps.kind,
        () => 'away',
      )
      const status = standing === 'ok' && database === 'away' ? ('degraded' as const) : standing
      if (status !== 'ok') reply.code(503).header('retry-after', '2')
      return { status, version: deps.version, database }
    },
  )
}
