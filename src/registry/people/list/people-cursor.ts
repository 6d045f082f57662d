/** Where a list of people goes on. It carries the total of the first page along, so that a later page counts nothing. */
import { isId } from '#kernel/id.ts'

export interface PeopleCursor {
  readonly sortName: string
  readonly id: string
  readonly total: number
  readonly capped: boolean
  /** given: of those with this given name, as nobody's name begins so · initials: still among those whose initials are just these. */
  readonly among: 'all' | 'given' | 'initials'
}

const marks = { all: 'n', given: 'g', initials: 'i' } as const

export function cursorText({ sortName, id, total, capped, among }: PeopleCursor): string {
  const plain = `${id}${marks[among]}${capped ? '+' : '='}${total}.${encodeURIComponent(sortName)}`
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Undefined for a text that is no cursor. */
export function cursorFrom(text: string): PeopleCursor | undefined {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const [, id, mode, cap, total, name] = /^(.{36})([gin])([+=])(\d{1,9})\.(.*)$/s.exec(plain) ?? []
    if (!id || !isId(id)) return undefined
    const sortName = decodeURIComponent(name!)
    if (sortName.includes('\0')) return undefined
    return {
      id,
      sortName,
      total: Number(total),
      capped: cap === '+',
      among: mode === 'g' ? 'given' : mode === 'i' ? 'initials' : 'all',
    }
  } catch {
    return undefined
  }
}
