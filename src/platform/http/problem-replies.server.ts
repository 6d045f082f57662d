/** Turns whatever a route threw into an RFC 9457 answer; the cause goes to the log without personal data, never to the caller. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { text } from '#kernel/text.ts'
import { inputErrors, type InputIssue } from './input-errors.ts'
import { badInput, internal, notFound, Problem, problemBody, tooLarge, tooMany, unavailable, unsupportedType } from '../problem.ts'

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const wait = problem.parts.retryAfterSeconds
  if (wait !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(wait)))
  return reply
    .code(problem.parts.status)
    .serializer((body: unknown) => JSON.stringify(body))
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(problemBody(problem, request.id))
}

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error)
  if (problem.parts.status >= 500) request.log.error({ err: error }, problem.parts.kind)
  return sendProblem(request, reply, problem)
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) return badInput(placed(error))
  const { code = '', statusCode = 500 } = error as FastifyError
  const known = byCode[code]
  if (known) return known(error as FastifyError)
  if (unkeepable.has(code)) return unreadable()
  if (isOutage(error)) return unavailable()
  if (statusCode === 404) return notFound()
  if (statusCode === 413) return tooLarge()
  if (statusCode === 415) return unsupportedType()
  if (statusCode === 429) return tooMany(60)
  if (statusCode >= 400 && statusCode < 500) return unreadable()
  return internal()
}

const unreadable = () => badInput([{ path: '', says: text('读不懂请求的内容', 'The request cannot be read') }])

/** PostgreSQL's word for a date or a character it has no place for: one that slipped past the forms. */
const unkeepable = new Set(['22007', '22008', '22021', '22P05'])

const byCode: Readonly<Record<string, (error: FastifyError) => Problem>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => unsupportedType(),
  FST_ERR_CTP_BODY_TOO_LARGE: () => tooLarge(),
  FST_REQ_FILE_TOO_LARGE: () => tooLarge(),
  FST_FILES_LIMIT: () => tooLarge(),
  FST_PARTS_LIMIT: () => tooLarge(),
  FST_FIELDS_LIMIT: () => tooLarge(),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => unsupportedType(),
  FST_ERR_CTP_EMPTY_JSON_BODY: unreadable,
}

/** The place inside the request: a body's fields by their own path, those of the address behind `query`, `params` or `headers`. */
function placed(error: { readonly validation: readonly object[]; readonly validationContext?: string }) {
  const under = error.validationContext === 'querystring' ? 'query' : error.validationContext
  const issues = (error.validation as { instancePath: string; keyword: string; message?: string; params: object }[]).map(
    ({ instancePath, keyword, message, params }): InputIssue => ({
      ...params,
      path: instancePath.split('/').filter(Boolean),
      code: keyword,
      message: message ?? '',
    }),
  )
  return inputErrors(issues, under === 'body' ? '' : under)
}

const outages = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', '57P01', '57P02', '57P03', '53300', '57014'])

/** The database is away, full or too slow: the caller may try again. */
function isOutage(error: unknown): boolean {
  const { code = '', message = '', syscall } = error as { code?: string; message?: string; syscall?: string }
  if (code === 'ENOENT' && syscall !== 'connect') return false
  return outages.has(code) || code.startsWith('08') || /^(timeout exceeded when trying to connect|Connection terminated)/.test(message)
}
