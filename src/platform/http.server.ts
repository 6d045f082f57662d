/** The HTTP server every floor hangs its routes on: typed by Zod, guarded, limited, documented, and refusing routes that do not say who may call. */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { constants } from 'node:zlib'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { declareAccess } from './access.server.ts'
import type { Access, Caller } from './caller.ts'
import { readJson } from './http/json-body.server.ts'
import type { Log } from './log.server.ts'
import { answerError } from './http/problem-replies.server.ts'
import { limitRates } from './rate-limit.server.ts'
import { harden } from './http/security-headers.server.ts'
import { answerUnknown, serveWeb } from './http/web-files.server.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling, set by the session before any route; null when nobody is signed in. */
    caller: Caller | null
  }
}

export type Http = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

export interface HttpOptions {
  readonly log: Log
  readonly version: string
  /** The built web (`dist/web`); absent where only the API is wanted. */
  readonly web?: string
  /** Whose word about the caller's address is taken: false, or the proxies' addresses. */
  readonly trustProxy?: boolean | string
  readonly ratePerMinute?: number
  readonly bodyLimitBytes?: number
  readonly fileLimitBytes?: number
}

export const defaultBodyLimitBytes = 1_048_576
export const defaultFileLimitBytes = 25 * 1_048_576

/** The server without routes. Session first (it sets `request.caller` on `onRequest`), then the floors' routes, then `ready()`. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const app: Http = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: options.bodyLimitBytes ?? defaultBodyLimitBytes,
    genReqId: requestId,
    // Up to ten papers are asked for by their ids in one address.
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: true },
    frameworkErrors: answerError,
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>()

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.decorateRequest('caller', null)
  readJson(app)
  await harden(app)
  await app.register(cookie)
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(multipart, {
    limits: {
      fileSize: options.fileLimitBytes ?? defaultFileLimitBytes,
      files: 1,
      fields: 20,
      parts: 21,
      fieldSize: 65_536,
      headerPairs: 50,
    },
  })
  if (options.web) await serveWeb(app, options.web)
  await document(app, options.version)
  await limitRates(app, options.ratePerMinute)
  declareAccess(app)
  answerUnknown(app, options.web)
  logAnswers(app)
  return app
}

function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

async function document(app: Http, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hexie 和谐引擎',
        version,
        description: 'Days are YYYY-MM-DD in Asia/Shanghai, money is integer fen, errors are RFC 9457.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'hexie.session_token' } } },
    },
    transform: described,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { deepLinking: true, docExpansion: 'none' } })
  let text: string | undefined
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    text ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(text)
  })
}

const words = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } }, required: ['zh', 'en'] } as const
const problemShape = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    titles: words,
    status: { type: 'integer' },
    detail: { type: 'string' },
    says: words,
    errors: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, says: words }, required: ['path', 'says'] } },
    refusal: { type: 'object', properties: { why: { type: 'string' }, says: words }, required: ['why', 'says'] },
    requestId: { type: 'string' },
  },
  required: ['type', 'title', 'status'],
} as const
const problemAnswer = { description: 'RFC 9457', content: { 'application/problem+json': { schema: problemShape } } }

/** What every route has in common, said of each: how it fails, and whether one must be signed in. */
const described: typeof jsonSchemaTransform = (input) => {
  const { url, schema } = jsonSchemaTransform({ ...input, schema: input.schema ?? {} })
  if (schema.hide) return { url, schema }
  const access = (input.route.config as { access?: Access } | undefined)?.access
  const security = access && access.who !== 'public' ? { security: [{ session: [] }] } : {}
  return { url, schema: { ...schema, ...security, response: { ...(schema.response as object), default: problemAnswer } } }
}

/** One line an answer: the route's pattern rather than the address, because addresses and queries carry names. */
function logAnswers(app: Http): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered')
  })
}
