/** The firms an import may write people into, found by the name in the sheet: exactly, in another spelling, or the nearest as a suggestion. */
import type { Id } from '#kernel/id.ts'
import { coreOf, likeness, normalFirmName, piecesOf, tidyFirmName } from './firm-name.ts'

export interface KnownFirm {
  readonly id: Id
  readonly name: string
  readonly kind: string
  /** The federation it lies under. */
  readonly unit: Id | null
  /** The union its people are members of by default. */
  readonly union: Id | null
  readonly unionUnit: Id | null
  /** As typed on a keyboard. */
  readonly pinyin: string
}

export type FirmAnswer =
  | { readonly firm: KnownFirm }
  /** None is called so. `nearest` may be meant. */
  | { readonly nearest?: KnownFirm }
  /** Several are, in this spelling. */
  | { readonly several: readonly KnownFirm[] }

export interface FirmBook {
  readonly byId: ReadonlyMap<Id, KnownFirm>
  /** Answers from memory where the name was asked before. `pinyin` spells a name, for what sounds the same. */
  find(written: string, pinyin: (name: string) => string): FirmAnswer
}

/** Above this many firms a piece (货运, 有) tells nothing and is not followed. */
const tooCommon = 1_500
/** Distinct names without a firm for which the nearest is looked for; a file with more is no roster. */
const mostSearches = 3_000
const near = 0.5
/** A piece that more than so many of a hundred firms have tells a quarter of what another tells. */
const ordinaryPercent = 2

export function firmBook(firms: readonly KnownFirm[]): FirmBook {
  const exact = new Map<string, KnownFirm[]>()
  const normal = new Map<string, KnownFirm[]>()
  for (const firm of firms) {
    add(exact, tidyFirmName(firm.name), firm)
    add(normal, normalFirmName(firm.name), firm)
  }
  let search: ((written: string, pinyin: string) => KnownFirm | undefined) | undefined
  const asked = new Map<string, FirmAnswer>()
  let searches = 0

  const fresh = (written: string, pinyin: (name: string) => string): FirmAnswer => {
    const found = exact.get(tidyFirmName(written)) ?? normal.get(normalFirmName(written))
    if (found) return found.length === 1 ? { firm: found[0]! } : { several: found }
    if (++searches > mostSearches) return {}
    search ??= nearestOf(firms)
    const nearest = search(written, pinyin(coreOf(normalFirmName(written))))
    return nearest ? { nearest } : {}
  }

  return {
    byId: new Map(firms.map((firm) => [firm.id, firm])),
    find(written, pinyin) {
      const known = asked.get(written)
      if (known) return known
      const answer = fresh(written, pinyin)
      if (asked.size < 60_000) asked.set(written, answer)
      return answer
    },
  }
}

function add(map: Map<string, KnownFirm[]>, key: string, firm: KnownFirm): void {
  const known = map.get(key)
  if (known) known.push(firm)
  else map.set(key, [firm])
}

/** Candidates share a piece that few have, or sound the same; only they are compared. */
function nearestOf(firms: readonly KnownFirm[]): (written: string, pinyin: string) => KnownFirm | undefined {
  const pieces = firms.map((firm) => new Set(piecesOf(coreOf(normalFirmName(firm.name)))))
  const having = new Map<string, number[]>()
  pieces.forEach((set, at) => {
    for (const piece of set) {
      const known = having.get(piece)
      if (known) known.push(at)
      else having.set(piece, [at])
    }
  })
  const ordinary = Math.max(20, (firms.length * ordinaryPercent) / 100)
  const weight = (piece: string): number => ((having.get(piece)?.length ?? 0) > ordinary ? 0.25 : 1)
  return (written, pinyin) => {
    const asked = piecesOf(coreOf(normalFirmName(written)))
    const candidates = new Set<number>()
    for (const piece of asked) {
      const those = having.get(piece)
      if (those && those.length <= tooCommon) for (const at of those) candidates.add(at)
    }
    const sounding = pinyin.length >= 6 ? firms.findIndex((firm) => firm.pinyin.includes(pinyin)) : -1
    if (sounding >= 0) return firms[sounding]
    let best: KnownFirm | undefined
    let score = near
    for (const at of candidates) {
      const alike = likeness(asked, pieces[at]!, weight)
      if (alike > score) [best, score] = [firms[at], alike]
    }
    return best
  }
}
