/** Names of firms as people write them, brought to one form, and to the few characters that tell firms apart. */

/** Half-width, without spaces, brackets all alike. */
export const tidyFirmName = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}"“”'‘’《》]/gu, '')
    .replace(/[[【{〔（]/g, '(')
    .replace(/[\]】}〕）]/g, ')')
    .toLowerCase()

const legalForm =
  /(股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|有限合伙|普通合伙|合伙企业|集团公司|总公司|分公司|公司|集团)/g
const places = /(浙江省|浙江|杭州市|杭州|钱塘新区|钱塘区|钱塘|经济技术开发区|经济开发区|开发区|新区)/g

/** The same for all spellings of one name: without legal form and brackets, `(杭州)顺捷货运有限公司` → `杭州顺捷货运`. */
export const normalFirmName = (written: string): string => {
  const tidy = tidyFirmName(written)
  const bare = tidy.replace(/[()]/g, '').replace(legalForm, '')
  return bare.length >= 2 ? bare : tidy
}

/** Without where it lies: `杭州顺捷货运` → `顺捷货运`. */
export const coreOf = (normal: string): string => {
  const core = normal.replace(places, '')
  return core.length >= 2 ? core : normal
}

/** The characters and pairs of characters of a core, each once. */
export function piecesOf(core: string): readonly string[] {
  const pieces = new Set<string>()
  for (let at = 0; at < core.length; at++) {
    pieces.add(core[at]!)
    if (at + 1 < core.length) pieces.add(core.slice(at, at + 2))
  }
  return [...pieces]
}

/** 0 to 1: how much two sets of pieces have in common, each piece as much as it tells. */
export function likeness(a: Iterable<string>, b: ReadonlySet<string>, weight: (piece: string) => number): number {
  let [shared, all] = [0, 0]
  for (const piece of a) {
    all += weight(piece)
    if (b.has(piece)) shared += weight(piece)
  }
  for (const piece of b) all += weight(piece)
  return (2 * shared) / all
}

const noFirm =
  /^(无|没有|无单位|无工作单位|自由职业|自由职业者|灵活就业|灵活就业人员|个体|个体户|个体司机|自有车|自由|待业|\/|-+|—+|无单位[,，、(]?自有车\)?|个人)$/

/** 无单位，自有车 and its like: said to have none, rather than not said. */
export const saysNoFirm = (written: string): boolean => noFirm.test(written.normalize('NFKC').replace(/[\s\p{Cf}]/gu, ''))
