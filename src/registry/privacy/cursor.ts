/** Where a list by time goes on: after this instant or day and these ids. Opaque to those who hold it. */
import { isDay } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { badInput } from '#platform/problem.ts'

export const cursorText = (parts: readonly string[]): string =>
  btoa(parts.join('|')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const shapes = {
  id: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  day: /^\d{4}-\d\d-\d\d$/,
  number: /^\d{1,9}$/,
} as const

/** Undefined at the beginning; throws 400 for what is no cursor of this list. */
export function cursorParts(after: string | undefined, wanted: readonly (keyof typeof shapes)[]): readonly string[] | undefined {
  if (after === undefined) return undefined
  const parts = plain(after)
  if (parts?.length !== wanted.length || !parts.every((part, n) => fits(part, wanted[n]!)))
    throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
  return parts
}

const fits = (part: string, shape: keyof typeof shapes): boolean =>
  shapes[shape].test(part) && (shape === 'day' ? isDay(part) : shape !== 'instant' || new Date(part).toJSON() === part)

function plain(after: string): readonly string[] | undefined {
  try {
    return atob(after.replaceAll('-', '+').replaceAll('_', '/')).split('|')
  } catch {
    return undefined
  }
}
