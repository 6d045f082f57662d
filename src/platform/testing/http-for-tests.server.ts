/** An HTTP server without a port for tests; ask it with `app.inject(…)`. */
import { afterAll } from 'vitest'
import type { Caller } from '../caller.ts'
import { createHttp, type Http, type HttpOptions } from '../http.server.ts'
import { createLog } from '../log.server.ts'

/** `callers` maps the header `x-test-caller` to who is calling, in place of a session. Add routes, then inject. */
export async function testHttp(
  options: Partial<HttpOptions> & { readonly callers?: Readonly<Record<string, Caller>> } = {},
): Promise<Http> {
  const { callers, ...rest } = options
  const app = await createHttp({ log: createLog({ level: 'silent' }), version: 'test', ...rest })
  if (callers)
    app.addHook('onRequest', async (request) => {
      request.caller = callers[String(request.headers['x-test-caller'] ?? '')] ?? null
    })
  afterAll(() => app.close())
  return app
}
