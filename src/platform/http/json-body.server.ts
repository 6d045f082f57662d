/** JSON bodies, read only when they are no deeper than any form of the house and do not reach for prototypes. */
import { text } from '#kernel/text.ts'
import type { Http } from '../http.server.ts'
import { badInput, type Problem } from '../problem.ts'

const deepest = 32

export function readJson(app: Http): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (depthOf(body as string) > deepest) return done(tooDeep())
    return parse(request, body as string, done)
  })
}

const tooDeep = (): Problem =>
  badInput([{ path: '', says: text(`嵌套不能超过 ${deepest} 层`, `Nesting may not go beyond ${deepest} levels`) }])

/** The deepest nesting of brackets outside strings; stops counting one beyond the limit. */
export function depthOf(json: string): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let at = 0; at < json.length && most <= deepest; at++) {
    const c = json.charCodeAt(at)
    if (quoted) {
      if (c === 92) at++
      else if (c === 34) quoted = false
    } else if (c === 34) quoted = true
    else if (c === 123 || c === 91) most = Math.max(most, ++depth)
    else if (c === 125 || c === 93) depth--
  }
  return most
}
