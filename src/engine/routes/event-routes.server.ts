/** Live events over HTTP: server-sent events of what the caller may see; `Last-Event-ID` goes on where the connection broke. */
import { z } from 'zod'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { tooMany } from '#platform/problem.ts'
import type { Engine } from './engine.server.ts'

/** A connection is closed after this long and comes back by itself, so that rights that have changed take hold. */
const lifeMillis = 10 * 60_000
const heartbeatMillis = 25_000
const mostPerPerson = 6
/** A reader this far behind is cut off and resumes by `Last-Event-ID`. */
const mostWaitingBytes = 1_048_576

export function eventRoutes(app: Http, engine: Engine): void {
  const open = new Map<string, number>()
  const endings = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of endings) end()
  })

  app.get(
    '/api/events',
    { config: { access: { who: 'signed-in' } }, schema: { response: { 200: z.custom<unknown>() } } },
    (request, reply) => {
      const caller = callerOf(request)
      const count = open.get(caller.person) ?? 0
      if (count >= mostPerPerson) throw tooMany(30)
      open.set(caller.person, count + 1)
      const since = Number(request.headers['last-event-id'])
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
        'x-request-id': request.id,
      })
      raw.write('retry: 2000\n\n')
      const end = () => raw.end()
      const leave = engine.live.join(
        {
          scope: caller.scope,
          send: (happening) => {
            if (raw.writableLength > mostWaitingBytes) return end()
            raw.write(`id: ${happening.feed}\nevent: step\ndata: ${JSON.stringify(happening)}\n\n`)
          },
        },
        Number.isSafeInteger(since) && since > 0 ? since : undefined,
      )
      const beat = setInterval(() => raw.write(': \n\n'), heartbeatMillis).unref()
      const life = setTimeout(end, lifeMillis).unref()
      endings.add(end)
      raw.on('close', () => {
        leave()
        clearInterval(beat)
        clearTimeout(life)
        endings.delete(end)
        const left = (open.get(caller.person) ?? 1) - 1
        if (left > 0) open.set(caller.person, left)
        else open.delete(caller.person)
      })
    },
  )
}
