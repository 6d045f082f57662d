/** Where a list of people goes on. It carries the total of the first page along, so that a later page counts nothing. */
import { isId } from '#kernel/id.ts'

export interface PeopleCursor {
  readonly sortName: string
  readonly id: string
  readonly total: number
  readonly capped: boolean
  /** The list is of those with this given name, as nobody's name begins so. */
  readonly given: boolean
}

export function cursorText({ sortName, id, total, capped, given }: PeopleCursor): string {
  const plain = `${id}${given ? 'g' : 'n'}${capped ? '+' : '='}${total}.${encodeURIComponent(sortName)}`
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Undefined for a text that is no cursor. */
export function cursorFrom(text: string): PeopleCursor | undefined {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const [, id, mode, cap, total, name] = /^(.{36})([gn])([+=])(\d{1,9})\.(.*)$/s.exec(plain) ?? []
    if (!id || !isId(id)) return undefined
    return { id, sortName: decodeURIComponent(name!), total: Number(total), capped: cap === '+', given: mode === 'g' }
  } catch {
    return undefined
  }
}
