/** Headings of a sheet compared with the names under which fields come. */
import type { Field } from '../kinds/field.ts'

/** `身份证号码（必填）*` → `身份证号码`. */
export const tidyHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[(【[{<].*?[)】\]}>]/g, '')
    .replace(/(必填|选填|文本格式|\d{4}-\d{2}-\d{2}|yyyy.*$)/gi, '')
    .replace(/[\s\p{Cf}\p{Cc}*:：;,，。、_.-]/gu, '')
    .toLowerCase()

export interface Meaning {
  readonly field: string
  /** 3 says exactly that, 2 contains it, less is a guess. */
  readonly score: number
  readonly doubtful: boolean
}

const kept = new WeakMap<readonly Field[], ReadonlyMap<string, Meaning>>()

/** Every alias with its field; of one that two fields share, the first keeps it. */
function aliasesOf(fields: readonly Field[]): ReadonlyMap<string, Meaning> {
  const known = kept.get(fields)
  if (known) return known
  const made = new Map<string, Meaning>()
  for (const { field, aliases, title, doubtful = [] } of fields)
    for (const alias of [...aliases, tidyHeading(title.zh)])
      if (!made.has(alias)) made.set(alias, { field, score: 3, doubtful: doubtful.includes(alias) })
  kept.set(fields, made)
  return made
}

/** What a heading means; undefined for one that means nothing here. */
export function meaningOf(heading: string, fields: readonly Field[]): Meaning | undefined {
  const tidy = tidyHeading(heading)
  if (tidy === '' || tidy.length > 16) return undefined
  const aliases = aliasesOf(fields)
  const exact = aliases.get(tidy)
  if (exact) return exact
  let best: Meaning | undefined
  let longest = 1
  // 职工姓名及工号 holds 姓名: the longest alias that ends or begins it.
  for (const [alias, { field }] of aliases)
    if (alias.length > longest && (tidy.endsWith(alias) || tidy.startsWith(alias))) {
      best = { field, score: 2, doubtful: true }
      longest = alias.length
    }
  return best
}
