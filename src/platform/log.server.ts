/** The log: one JSON line a thing that happened, without names, bodies, cookies or values of queries. */
import pino, { type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** Buffered, so that a busy server does not wait for its own log; flushed each second and on exit. */
export function createLog({ level = 'info', to }: { readonly level?: string; readonly to?: DestinationStream } = {}): Log {
  const destination = to ?? pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1000 })
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: ['*.password', '*.cookie', '*.authorization', 'req', 'res', 'body', 'query'], remove: true },
      serializers: { err: errorForLog },
    },
    destination,
  )
}

/** What of an error may be kept: PostgreSQL puts row values into message, detail and where, so of its errors only the names are. */
export function errorForLog(error: Error & { readonly code?: string; readonly severity?: string }): object {
  const { name, code, stack } = error
  if (error.severity) {
    const { table, column, constraint, routine } = error as { table?: string; column?: string; constraint?: string; routine?: string }
    return { type: 'database', code, table, column, constraint, routine, stack: framesOf(stack) }
  }
  return {
    type: name,
    code,
    message: error.message,
    stack: framesOf(stack),
    ...(error.cause instanceof Error && { cause: errorForLog(error.cause) }),
  }
}

const framesOf = (stack = ''): string =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .join('\n')
