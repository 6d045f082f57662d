/** An act, and the articles of it that our code stands on. An article that is not quoted here cannot be cited. */
import type { Day } from '#kernel/day.ts'
import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'

/** A place in the law: the act, the article, and a few decisive words of it. */
export interface Citation {
  readonly act: string
  readonly title: Text
  /** The name people use, 调解仲裁法. */
  readonly short: Text
  /** `14`, `76-78`; as printed after 第 and before 条. */
  readonly article: string
  readonly quote: string
}

export interface Act<A extends string | number = string | number> {
  readonly id: string
  readonly title: Text
  readonly short: Text
  readonly region: Region
  /** In force from. */
  readonly from: Day
  readonly articles: Readonly<Record<A, string>>
  art(article: A): Citation
}

/** Declares an act with the articles that may be cited. `from` is the first day of the version quoted. */
export function act<A extends string | number>(
  spec: { id: string; title: Text; short: Text; region: Region; from: Day },
  articles: Readonly<Record<A, string>>,
): Act<A> {
  return {
    ...spec,
    articles,
    art: (article) => ({ act: spec.id, title: spec.title, short: spec.short, article: String(article), quote: articles[article] }),
  }
}
