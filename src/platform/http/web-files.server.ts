/** The built web: files with a hash in their name are kept for ever, and any page address gets index.html, which knows the pages. */
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { join } from 'node:path'
import type { Http } from '../http.server.ts'
import { notFound, wrongMethod } from '../problem.ts'
import { sendProblem } from './problem-replies.server.ts'

export async function serveWeb(app: Http, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    schemaHide: true,
  })
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    decorateReply: false,
    preCompressed: true,
    wildcard: false,
    globIgnore: ['assets/**', 'index.html*', '**/*.br', '**/*.gz'],
    maxAge: '1h',
    index: false,
    schemaHide: true,
  })
}

/** 404 and 405 as problems; a page address of the web becomes the web's one page. */
export function answerUnknown(app: Http, web?: string): void {
  const routes: { readonly methods: readonly string[]; readonly pattern: RegExp }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:\w+/g, '[^/]+')
      .replace(/\*/g, '.*')
    routes.push({ methods: [method].flat(), pattern: new RegExp(`^${pattern}$`) })
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]!
    if (web && isPage(request, path)) return sendPage(reply, web)
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods)
    if (methods.length === 0) return sendProblem(request, reply, notFound())
    reply.header('allow', [...new Set(methods)].join(', '))
    return sendProblem(request, reply, wrongMethod())
  })
}

const isPage = ({ method }: FastifyRequest, path: string): boolean =>
  (method === 'GET' || method === 'HEAD') && !/^\/(api|metrics|assets)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path)

const sendPage = (reply: FastifyReply, web: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').sendFile('index.html', web, { cacheControl: false })
