/** A place in the law as papers write it: 《浙江省集体合同条例》第三十四条. */
import { chineseNumber } from '#kernel/chinese-number.ts'
import type { Citation } from '../act.ts'

const inWords = (article: string): string => article.replace(/\d+/g, (figures) => chineseNumber(Number(figures)))

export const cited = ({ short, article }: Pick<Citation, 'short' | 'article'>): string => `《${short.zh}》第${inWords(article)}条`

/** Several places, each act named once: 《甲条例》第三条、第五条和《乙条例》第七条. */
export function citedAll(places: readonly Citation[]): string {
  const acts = new Map<string, Citation[]>()
  for (const place of places) acts.set(place.act, [...(acts.get(place.act) ?? []), place])
  return [...acts.values()]
    .map(([first, ...more]) => [cited(first!), ...more.map(({ article }) => `第${inWords(article)}条`)].join('、'))
    .join('和')
}
