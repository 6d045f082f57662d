/** The doors of sign-in on our server: each request handed to better-auth, each refusal of it said as every other problem is. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { text } from '#kernel/text.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, notFound, Problem } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { type Auth, clientAddressHeader } from './auth.server.ts'
import { type AuthEndpoint, authEndpoints, authSays } from './auth-endpoints.ts'
import { passwordRefusal } from './password.ts'
import type { Limit, Throttle } from './throttle.server.ts'

export interface Doors {
  readonly auth: Auth
  readonly throttle: Throttle
  readonly oidc: boolean
  readonly phoneCodes: boolean
  /** Told after a sign-out or a change of password, with the cookie it came by. */
  readonly changed: (request: FastifyRequest) => Promise<void>
}

export function authDoors(app: Http, doors: Doors): void {
  for (const endpoint of authEndpoints) {
    if (endpoint.oidc && !doors.oidc) continue
    app.route({
      method: endpoint.method,
      url: `/api/auth${endpoint.path}`,
      config: { access: endpoint.access, rateLimit: rateOf(endpoint) },
      schema: { tags: ['auth'], summary: endpoint.title.en, ...(endpoint.body && { body: endpoint.body }), response: { 200: z.unknown() } },
      handler: (request, reply) => pass(endpoint, doors, request, reply),
    })
  }
}

function rateOf({ path }: AuthEndpoint) {
  if (path === '/phone-number/send-otp') return limits.sendCode
  return path === '/get-session' || path === '/sign-out' ? { max: 1200, timeWindow: 60_000 } : limits.signIn
}

const ends = new Set(['/sign-out', '/change-password', '/revoke-other-sessions', '/two-factor/enable', '/two-factor/disable'])

async function pass(endpoint: AuthEndpoint, doors: Doors, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  if (endpoint.path.startsWith('/phone-number') && !doors.phoneCodes) throw notFound()
  if (endpoint.path === '/change-password') checkPassword(body, request)
  const counted = limitsOf(endpoint, body, request)
  if (counted.length > 0) await doors.throttle.take(counted)
  const response = await doors.auth.handler(asWebRequest(request, endpoint, body))
  if (response.status >= 400) throw await problemOf(response)
  if (counted.length > 0 && endpoint.path !== '/phone-number/send-otp') await doors.throttle.giveBack(counted.map(({ key }) => key))
  if (ends.has(endpoint.path)) await doors.changed(request)
  passCookies(response.headers, request, reply)
  const location = response.headers.get('location')
  if (location && response.status >= 300) return reply.redirect(location, response.status)
  return reply
    .code(response.status)
    .type('application/json; charset=utf-8')
    .send((await response.text()) || 'null')
}

function checkPassword(body: Readonly<Record<string, unknown>>, request: FastifyRequest): void {
  const refused = passwordRefusal(String(body.newPassword ?? ''), [request.caller?.name ?? ''])
  if (refused) throw badInput([{ path: 'newPassword', says: refused }])
}

/** A name may be tried ten times a quarter of an hour from one address and fifty times from all; good tries are given back. */
function limitsOf({ path }: AuthEndpoint, body: Readonly<Record<string, unknown>>, { ip, caller }: FastifyRequest): readonly Limit[] {
  const quarter = 900
  if (path === '/sign-in/username') {
    const name = String(body.username).toLowerCase()
    return [
      { key: `name:${name}:${ip}`, most: 10, seconds: quarter },
      { key: `name:${name}`, most: 50, seconds: quarter },
    ]
  }
  if (path === '/phone-number/send-otp')
    return [
      { key: `code:${body.phoneNumber}`, most: 1, seconds: 60 },
      { key: `codes:${body.phoneNumber}`, most: 10, seconds: 86_400 },
      { key: `codes-from:${ip}`, most: 60, seconds: 3600 },
    ]
  if (path === '/phone-number/verify') return [{ key: `verify:${body.phoneNumber}`, most: 15, seconds: quarter }]
  if (path.startsWith('/two-factor/verify')) return [{ key: `factor:${ip}`, most: 30, seconds: quarter }]
  return 'password' in body || 'currentPassword' in body ? [{ key: `own:${caller?.person ?? ip}`, most: 10, seconds: quarter }] : []
}

function asWebRequest(request: FastifyRequest, endpoint: AuthEndpoint, body: unknown): Request {
  const headers = webHeaders(request)
  if (endpoint.method === 'GET') return new Request(`${request.protocol}://${request.host}${request.url}`, { headers })
  headers.set('content-type', 'application/json')
  return new Request(`${request.protocol}://${request.host}${request.url}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** The few headers sign-in needs; the address is the one Fastify found, never one that was sent. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers({ [clientAddressHeader]: request.ip })
  for (const name of ['cookie', 'user-agent', 'origin', 'accept-language'] as const) {
    const value = request.headers[name]
    if (value) headers.set(name, value)
  }
  return headers
}

/** Hands cookies on; over https they are marked so even where no public address is set. */
export function passCookies(headers: Headers, request: FastifyRequest, reply: FastifyReply): void {
  const cookies = headers
    .getSetCookie()
    .map((cookie) => (request.protocol === 'https' && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie))
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}

async function problemOf(response: Response): Promise<Problem> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string }
  const status = response.status >= 500 ? 500 : response.status === 422 ? 400 : response.status
  if (status === 500) return new Problem({ status, kind: 'internal', title: text('系统出错了', 'Something went wrong here') })
  if (status === 404) return notFound()
  return new Problem({ status, kind: 'sign-in', title: text('登录没有成功', 'Sign-in did not succeed'), says: authSays(code) })
}
