/** Who is calling: the session's cookie turned into a caller before any route, from memory when they were just here. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Day, dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Database } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden } from '#platform/problem.ts'
import type { Directory } from './directory.server.ts'
import { authDoors, passCookies, webHeaders } from './session/auth-door.server.ts'
import { type Auth, buildAuth, checkAuthTables, type CodeSender, cookiePrefix, type OidcProvider } from './session/auth.server.ts'
import { callerCache, type Resolved } from './session/caller-cache.server.ts'
import { callerOf } from './session/caller-row.server.ts'
import { isForeignWrite } from './session/same-origin.ts'
import { openThrottle } from './session/throttle.server.ts'
import { openSecrets } from './secrets/data-keys.server.ts'
import type { SecretsOf } from './secrets/secret-book.server.ts'

export { type CodeSender, type OidcProvider, oidcFromSetting } from './session/auth.server.ts'

export interface SessionOptions {
  readonly db: Database
  readonly directory: Directory
  readonly secret: string
  /** The keys of sensitive fields; opened with the secret when not handed in. */
  readonly secrets?: SecretsOf
  /** The day it is in the house; `--as-of` moves it. */
  readonly today?: () => Day
  readonly publicUrl?: string
  readonly oidc?: readonly OidcProvider[]
  /** Without one there is no sign-in by telephone. */
  readonly sendCode?: CodeSender
}

export interface Session {
  readonly auth: Auth
  /** What somebody is or may do has changed: every server forgets them. */
  changed(person: Id): Promise<void>
  /** Organisations of the district have changed: every server reads them anew. */
  registryChanged(district: Id): Promise<void>
  close(): Promise<void>
}

/** `p:<person>` or `o:<district>` travels on it; an empty payload means that some may have been missed. */
export const callerChannel = 'hexie_caller'

/** Sets `request.caller` from now on and opens the doors under /api/auth. Call it after createHttp and before any route. */
export async function openSession(app: Http, options: SessionOptions): Promise<Session> {
  const { db, directory, today = () => dayOf(new Date()) } = options
  const secrets = options.secrets ?? { of: (district: Id) => openSecrets(db, district, options.secret) }
  const auth = buildAuth({ ...options, secrets, failed: (message) => app.log.error({ from: 'sign-in' }, message) })
  await checkAuthTables(db, auth)
  const cache = callerCache()
  const stop = await db.listen(callerChannel, (payload) => {
    const id = payload.slice(2)
    if (payload.startsWith('p:')) return cache.forgetPerson(id)
    cache.clear()
    directory.forget(payload.startsWith('o:') ? id : undefined)
  })

  app.addHook('onRequest', async (request, reply) => {
    refuseForeignWrites(request)
    const cookie = sessionCookie(request.headers.cookie)
    if (!cookie || !request.url.startsWith('/api/') || request.url === '/api/health') return
    const day = today()
    request.caller = await cache.get(cookie, day, () => resolve({ auth, db, directory }, day, request, reply))
  })

  const session: Session = {
    auth,
    async changed(person) {
      cache.forgetPerson(person)
      await db.notify(callerChannel, `p:${person}`)
    },
    async registryChanged(district) {
      directory.forget(district)
      cache.clear()
      await db.notify(callerChannel, `o:${district}`)
    },
    close: stop,
  }
  authDoors(app, {
    auth,
    throttle: openThrottle(db, options.secret),
    oidc: (options.oidc ?? []).length > 0,
    phoneCodes: options.sendCode !== undefined,
    changed: async (request) => {
      const cookie = sessionCookie(request.headers.cookie)
      if (cookie) cache.forgetCookie(cookie)
      if (request.caller) await session.changed(request.caller.person)
    },
  })
  return session
}

const cookiePattern = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${cookiePrefix}\\.session_token=([^;\\s]+)`)

const sessionCookie = (header: string | undefined): string | undefined => (header ? cookiePattern.exec(header)?.[1] : undefined)

/** What names the session in the database; the cookie carries it with a signature behind a dot. */
export function sessionToken(header: string | undefined): string | undefined {
  const cookie = sessionCookie(header)
  return cookie && decodeURIComponent(cookie).split('.')[0]
}

function refuseForeignWrites(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': fetchSite } = request.headers
  const site = typeof fetchSite === 'string' ? fetchSite : undefined
  if (isForeignWrite({ method: request.method, host: request.host, origin, fetchSite: site }))
    throw forbidden(text('请求来自其他网站，已拒绝', 'The request came from another site and was refused'))
}

interface Sources {
  readonly auth: Auth
  readonly db: Database
  readonly directory: Directory
}

async function resolve({ auth, db, directory }: Sources, today: Day, request: FastifyRequest, reply: FastifyReply): Promise<Resolved> {
  const { headers, response } = await auth.api.getSession({ headers: webHeaders(request), returnHeaders: true })
  if (!response) return { caller: null }
  passCookies(headers, request, reply)
  const { personId, districtId } = response.user
  if (!personId || !districtId) return { caller: null }
  const caller = await callerOf(db, directory, { person: personId, district: districtId }, today)
  return { caller, endsAt: new Date(response.session.expiresAt).getTime() }
}
