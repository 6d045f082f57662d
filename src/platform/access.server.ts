/** Who may call a route: every route says so when it is declared, or the server does not start. */
import type { FastifyRequest } from 'fastify'
import { type Access, type Caller, staffPosts } from './caller.ts'
import type { Http } from './http.server.ts'
import { forbidden, notSignedIn } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
}

/** From here on each route must carry `config: { access }`; it is judged after the session and before the body is read. */
export function declareAccess(app: Http): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`route ${route.method} ${route.url} does not say who may call it (config.access)`)
  })
  app.addHook('preParsing', async (request: FastifyRequest) => {
    const access = request.routeOptions.config.access
    if (access) checkAccess(access, request.caller)
  })
}

/** Throws unless the caller meets what the route asks. */
export function checkAccess(access: Access, caller: Caller | null): void {
  if (access.who === 'public') return
  if (!caller) throw notSignedIn()
  if (access.who === 'signed-in') return
  const wanted: readonly string[] = access.who === 'staff' ? staffPosts : access.posts
  if (!caller.posts.some((post) => wanted.includes(post.kind))) throw forbidden()
}

/** The caller of a route that asks for one. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw notSignedIn()
  return request.caller
}
