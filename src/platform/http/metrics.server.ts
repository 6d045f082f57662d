/** Numbers for Prometheus at /metrics: answers by route, the database's connections, the event loop. Told only inside the network. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type pg from 'pg'
import { z } from 'zod'
import type { Http } from '../http.server.ts'
import { notFound } from '../problem.ts'

export function measure(app: Http, pool?: pg.Pool): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'hexie_http_seconds',
    help: 'Seconds from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    answers.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  if (pool) measurePool(registry, pool)
  app.get(
    '/metrics',
    { config: { access: { who: 'public' }, rateLimit: false }, schema: { hide: true, response: { 200: z.string() } } },
    async (request, reply) => {
      if (!isInside(request.ip)) throw notFound()
      return reply
        .type(registry.contentType)
        .serializer((body: unknown) => String(body))
        .send(await registry.metrics())
    },
  )
  return registry
}

function measurePool(registry: Registry, pool: pg.Pool): void {
  new Gauge({
    name: 'hexie_database_connections',
    help: 'Connections to the database by what they do; waiting counts those who ask for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

/** Loopback and private networks; a proxy in front must not pass /metrics on. */
export function isInside(ip: string): boolean {
  const v4 = ip.replace(/^::ffff:/, '')
  return v4 === '::1' || /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(v4) || /^f[cd][0-9a-f]{2}:/i.test(ip)
}
