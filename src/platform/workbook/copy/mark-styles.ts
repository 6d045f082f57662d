/** The styles of the copy: each format a wrong cell has, once more with a light red ground; nothing that was there is changed. */
import { withAttribute } from '../xml-text.ts'
import { walkXml } from '../xml-walk.ts'

/** A shade of our own, so that a copy that comes back mended can be told from a cell somebody made red. */
const ground = 'FFFFC9CD'

export interface MarkStyles {
  /** The number of the style like this one, on light red. */
  marked(style: number): number
  /** The same style without our ground, for a cell that is no longer wrong. */
  unmarked(style: number): number
  /** The number of a style for our words: text, wrapped by nobody. */
  words(): number
  /** The whole part, with what was asked for added. */
  xml(): string
}

interface Span {
  readonly from: number
  readonly to: number
}

interface Found {
  readonly fills: { open: Span; count: number; ours: Set<number>; close: number }
  readonly formats: { open: Span; close: number; each: { readonly open: Span; end: number; readonly fill: number }[] }
}

export function markStyles(source: string): MarkStyles | null {
  const found = find(source)
  if (!found) return null
  const { fills, formats } = found
  const ourFill = fills.ours.values().next().value ?? fills.count
  const added: string[] = []
  const known = new Map<string, number>()
  const add = (key: string, xml: () => string): number => {
    const before = known.get(key)
    if (before !== undefined) return before
    const number = formats.each.length + added.length
    added.push(xml())
    known.set(key, number)
    return number
  }
  const withFill = (style: number, fill: number): string => {
    const format = formats.each[style] ?? formats.each[0]!
    const tag = source.slice(format.open.from, format.open.to)
    const open = withAttribute(withAttribute(tag, 'applyFill', fill === 0 ? undefined : 1), 'fillId', fill)
    return open + source.slice(format.open.to, format.end)
  }
  const isOurs = (style: number) => fills.ours.has(formats.each[style]?.fill ?? 0)
  return {
    marked: (style) => (isOurs(style) ? style : add(`marked ${style}`, () => withFill(style, ourFill))),
    unmarked: (style) => (isOurs(style) ? add(`unmarked ${style}`, () => withFill(style, 0)) : style),
    words() {
      const prefix = prefixOf(source.slice(formats.open.from, formats.open.to))
      const xml = `<${prefix}xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`
      const there = formats.each.findIndex(({ open, end }) => source.slice(open.from, end) === xml)
      return there >= 0 ? there : add('words', () => xml)
    },
    xml() {
      const fillPrefix = prefixOf(source.slice(fills.open.from, fills.open.to))
      const [p, needed] = [fillPrefix, fills.ours.size === 0]
      const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${ground}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
      return (
        source.slice(0, fills.open.from) +
        counted(source.slice(fills.open.from, fills.open.to), fills.count + (needed ? 1 : 0)) +
        source.slice(fills.open.to, fills.close) +
        (needed ? fill : '') +
        source.slice(fills.close, formats.open.from) +
        counted(source.slice(formats.open.from, formats.open.to), formats.each.length + added.length) +
        source.slice(formats.open.to, formats.close) +
        added.join('') +
        source.slice(formats.close)
      )
    },
  }
}

const prefixOf = (tag: string) => /^<([^\s:>]+:)/.exec(tag)?.[1] ?? ''
const counted = (tag: string, count: number) => withAttribute(tag, 'count', count)

/** Where fills and cell formats stand in the part; null for a part that has none. */
function find(source: string): Found | null {
  let fills: Found['fills'] | undefined
  let formats: Found['formats'] | undefined
  let within = ''
  const walk = walkXml({
    open(tag, of, from, to, empty) {
      const open = { from, to }
      if (tag === 'fills' && !empty) fills = { open, count: 0, ours: new Set(), close: 0 }
      else if (tag === 'cellXfs' && !empty) formats = { open, close: 0, each: [] }
      if (tag === 'fills' || tag === 'cellXfs') within = empty ? '' : tag
      if (tag === 'fill' && within === 'fills') fills!.count++
      if (tag === 'fgColor' && within === 'fills' && of.get('rgb')?.toUpperCase() === ground) fills!.ours.add(fills!.count - 1)
      if (tag === 'xf' && within === 'cellXfs') formats!.each.push({ open, end: to, fill: Number(of.get('fillId') ?? 0) })
    },
    close(tag, from, to) {
      if (tag === 'fills' && within === 'fills') fills!.close = from
      if (tag === 'cellXfs' && within === 'cellXfs') formats!.close = from
      if (tag === 'xf' && within === 'cellXfs') formats!.each[formats!.each.length - 1]!.end = to
      if (tag === within) within = ''
    },
  })
  walk.write(source)
  walk.end()
  return fills && formats && formats.each.length > 0 && fills.open.from < formats.open.from ? { fills, formats } : null
}
