/** How often somebody may ask: generous for those at work, strict where guessing pays. */
import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import type { Http } from './http.server.ts'
import { tooMany } from './problem.ts'

const defaultPerMinute = 6000

/** Per caller when signed in (twentyfold: bulk work is done by programs), else per address. Runs after the session, before the body. */
export async function limitRates(app: Http, perMinute = defaultPerMinute): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    hook: 'onRequest',
    timeWindow: 60_000,
    max: (request) => (request.caller ? perMinute * 20 : perMinute),
    keyGenerator: whoAsks,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl / 1000),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    cache: 20_000,
  })
}

const whoAsks = (request: FastifyRequest): string => request.caller?.person ?? request.ip

/** `config: { rateLimit: limits.publicSearch }` on a route. */
export const limits = {
  /** Guessing passwords: by address, so an office behind one address still gets in. Accounts are counted by the registry. */
  signIn: { max: 120, timeWindow: 60_000 },
  /** Codes sent by telephone cost money and bother people. */
  sendCode: { max: 10, timeWindow: 60_000 },
  /** Looking things up without signing in: papers by their code, cases by number. */
  publicSearch: { max: 60, timeWindow: 60_000 },
  upload: { max: 120, timeWindow: 60_000 },
  /** Setting a paper costs the processor a tenth of a second. */
  papers: { max: 120, timeWindow: 60_000 },
  /** More than a busy counter takes in, less than a flood. */
  openCase: { max: 60, timeWindow: 60_000 },
} as const satisfies Record<string, RateLimitOptions>
