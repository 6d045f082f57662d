/** What somebody types to find a person, understood: a whole number, the beginning of a name in characters, pinyin or initials. */
import type { Id } from '#kernel/id.ts'
import { tidyIdNumber } from '../../id-number.ts'
import { readingsOf } from '../../pinyin.server.ts'
import { tidyPhone } from '../../secrets/phone-number.ts'
import type { SecretBook } from '../../secrets/secret-book.server.ts'

export type NameSearch =
  | { readonly kind: 'number'; readonly idDigests: readonly Buffer[]; readonly phoneDigests: readonly Buffer[] }
  /** In characters: the names that begin so are among those spelt so. */
  | { readonly kind: 'begins'; readonly name: string; readonly spellings: readonly string[] }
  /** A given name: everybody whose name ends in it, found by the initials after any surname. */
  | { readonly kind: 'given'; readonly name: string; readonly initials: readonly string[] }
  /** Pinyin from the beginning, or initials; `beside` those whose initials are just these. */
  | { readonly kind: 'typed'; readonly letters: string; readonly beside?: true }
  /** Initials that are just these: 张三 for `zs`. */
  | { readonly kind: 'initials'; readonly letters: string }

export async function searchOf(q: string | undefined, secrets: SecretBook, district: Id, given: boolean): Promise<NameSearch | undefined> {
  const written = q?.normalize('NFKC').trim() ?? ''
  if (written === '') return undefined
  const [idNumber, phone] = [tidyIdNumber(written), tidyPhone(written)]
  const isId = /^\d{17}[\dX]$/.test(idNumber)
  if (isId || /^1\d{10}$/.test(phone)) {
    const book = await secrets.of(district)
    return {
      kind: 'number',
      idDigests: isId ? book.digests('idNumber', idNumber) : [],
      phoneDigests: isId ? [] : book.digests('phone', phone),
    }
  }
  if (!/\p{Script=Han}/u.test(written)) {
    const letters = written
      .toLowerCase()
      .replaceAll('ü', 'v')
      .replaceAll(/[^a-z0-9]/g, '')
    return { kind: 'typed', letters }
  }
  const name = written.replaceAll(/\s/g, '').replaceAll(/[•‧・]/g, '·')
  const { spellings, initials } = await readingsOf(name)
  return given ? { kind: 'given', name, initials: initials.flatMap(afterSurnames) } : { kind: 'begins', name, spellings }
}

/** The letters, where they may be the initials of a whole name: whoever has just these comes first. */
export const wholeInitials = (search: NameSearch | undefined): string | undefined =>
  search?.kind === 'typed' && /^[a-z]{2,4}$/.test(search.letters) ? search.letters : undefined

/** Initials of the surnames of two characters that are still borne: 欧阳, 上官, 司马, 诸葛, 皇甫, 令狐, 尉迟, 公孙, 慕容, 司徒, 夏侯, 长孙, 宇文, 端木, 东方 … */
const longSurnames = 'oy sg sm zg hf lh yc gs mr st xh zs yw dm df ng dg xm bl ts xy zl wr py cy'.split(' ')
const surnames = [...'abcdefghijklmnopqrstuvwxyz', ...longSurnames]

/** The initials of whole names that end in these. */
const afterSurnames = (initials: string): readonly string[] => surnames.map((surname) => surname + initials)
