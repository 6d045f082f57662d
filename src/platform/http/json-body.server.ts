/** JSON bodies, read only when no form of the house is deeper or longer, without characters nobody can type and reaching for no prototype. */
import { text } from '#kernel/text.ts'
import type { Http } from '../http.server.ts'
import { badInput, type Problem } from '../problem.ts'

const deepest = 32
/** Values in one body; judging each of a hundred thousand would hold up everybody else for seconds. */
const mostValues = 10_000

export function readJson(app: Http): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const { depth, values } = sizeOf(body as string)
    if (depth > deepest) return done(tooDeep())
    if (values > mostValues) return done(tooMany())
    return parse(request, body as string, (error, read) => {
      if (!error && mayHold.test(body as string) && holdsUntypable(read)) return done(untypable())
      return done(error, read)
    })
  })
}

const tooDeep = (): Problem =>
  badInput([{ path: '', says: text(`嵌套不能超过 ${deepest} 层`, `Nesting may not go beyond ${deepest} levels`) }])

const tooMany = (): Problem =>
  badInput([{ path: '', says: text(`一次不能超过 ${mostValues} 项内容`, `Not more than ${mostValues} values at once`) }])

const untypable = (): Problem => badInput([{ path: '', says: text('含有不能保存的字符', 'It holds characters that cannot be kept') }])

/** Written out as an escape, the only way in which JSON can carry them. */
const mayHold = /\\u(?:0000|d[89a-f])/i

/** NUL and half a surrogate pair: JSON allows them, no text of the database does. */
const isUntypable = (value: string): boolean => value.includes('\0') || !value.isWellFormed()

/** As deep as the body goes, which was measured before. */
function holdsUntypable(value: unknown): boolean {
  if (typeof value === 'string') return isUntypable(value)
  if (Array.isArray(value)) return value.some(holdsUntypable)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, one]) => isUntypable(name) || holdsUntypable(one))
}

/** The deepest nesting of brackets outside strings, and about how many values there are; stops counting beyond a limit. */
export function sizeOf(json: string): { readonly depth: number; readonly values: number } {
  let depth = 0
  let most = 0
  let values = 1
  let quoted = false
  for (let at = 0; at < json.length && most <= deepest && values <= mostValues; at++) {
    const c = json.charCodeAt(at)
    if (quoted) {
      if (c === 92) at++
      else if (c === 34) quoted = false
    } else if (c === 34) quoted = true
    else if (c === 44) values++
    else if (c === 123 || c === 91) most = Math.max(most, ++depth)
    else if (c === 125 || c === 93) depth--
  }
  return { depth: most, values }
}
