/** The face papers are printed in: Noto Serif SC, whose slices are pinned to a weight and kept when a paper first needs them. */
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { codePointsOf } from './cmap.ts'
import type { Run, Weight } from './set-in-face.ts'

export interface Face {
  /** Makes sure that `runs` can set these characters. */
  need(characters: string, weight: Weight): Promise<void>
  /** The text cut where the font changes. A character that no slice has becomes 〓. */
  runs(text: string, weight: Weight): readonly Run[]
  /** The characters that no slice has. */
  missing(characters: string): readonly string[]
}

interface Slice {
  readonly file: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
  /** The rare slices have one weight only. */
  readonly variable: boolean
}

const geta = '〓'
/** Joiners, marks of direction and variation selectors: they have no picture of their own. Line ends are left for the layout. */
const unseen = /(?!\n)\p{Cc}|[\u200b-\u200f\u2028-\u202e\u2060\ufeff]|\p{Variation_Selector}/gu

/** The characters of a text that must be drawn. */
const drawn = (text: string): string => text.replace(/\t/gu, ' ').replace(unseen, '')

/** Opens the face; `keep` is given every pinned slice once, under the name that runs use. At most some 20 MB in all. */
export function openFace(keep: (name: string, font: Buffer) => void): Face {
  const slices = listSlices()
  const loaded = new Map<string, Promise<ReadonlySet<number>>>()
  const fontOf = new Map<string, string | undefined>()

  const load = (slice: Slice, name: string, weight: Weight): Promise<ReadonlySet<number>> => {
    const known = loaded.get(name)
    if (known) return known
    const loading = pin(slice, weight).then((font) => {
      keep(name, font)
      return codePointsOf(font)
    })
    loaded.set(name, loading)
    loading.catch(() => loaded.delete(name))
    return loading
  }

  const find = async (char: string, weight: Weight): Promise<string | undefined> => {
    const code = char.codePointAt(0)!
    for (const slice of await slices) {
      if (!slice.ranges.some(([first, last]) => code >= first && code <= last)) continue
      const name = nameOf(slice, weight)
      if ((await load(slice, name, weight)).has(code)) return name
    }
    return undefined
  }

  const need = async (characters: string, weight: Weight): Promise<void> => {
    for (const char of new Set([geta, ...drawn(characters)])) {
      if (char === '\n') continue
      const key = `${weight}${char}`
      if (!fontOf.has(key)) fontOf.set(key, await find(char, weight))
    }
  }

  const runs = (text: string, weight: Weight): readonly Run[] => {
    const out: { text: string; font: string }[] = []
    for (const char of drawn(text)) {
      const last = out.at(-1)
      const own = char === '\n' ? last?.font : fontOf.get(`${weight}${char}`)
      const font = own ?? fontOf.get(`${weight}${geta}`)
      if (!font) throw new RangeError('the face was not asked for these characters')
      const shown = own || char === '\n' ? char : geta
      if (last?.font === font) last.text += shown
      else out.push({ text: shown, font })
    }
    return out
  }

  const missing = (characters: string): readonly string[] =>
    [...new Set(drawn(characters))].filter((char) =>
      ['400', '700'].some((weight) => fontOf.has(weight + char) && !fontOf.get(weight + char)),
    )

  return { need, runs, missing }
}

const nameOf = ({ file, variable }: Slice, weight: Weight): string => `${file}@${variable ? weight : 400}`

async function pin(slice: Slice, weight: Weight): Promise<Buffer> {
  const options = { keepAllGlyphs: true, targetFormat: 'truetype', keepFeatures: [], noHinting: true } as const
  return subsetFont(await readFile(slice.file), undefined, slice.variable ? { ...options, variationAxes: { wght: weight } } : options)
}

/** The slices of the package as its unicode.json tells them, then the rare ones beside this file, named `first-last.woff2`. */
async function listSlices(): Promise<readonly Slice[]> {
  const index = createRequire(import.meta.url).resolve('@fontsource-variable/noto-serif-sc/unicode.json')
  const ranges: Record<string, string> = JSON.parse(await readFile(index, 'utf8'))
  const common = Object.entries(ranges).map(([name, list]) => ({
    file: join(dirname(index), 'files', `noto-serif-sc-${name.replace(/[[\]]/gu, '')}-wght-normal.woff2`),
    ranges: list.split(',').map((range) => rangeOf(range.replace('U+', ''))),
    variable: true,
  }))
  const folder = fileURLToPath(new URL('rare/', import.meta.url))
  const files = (await readdir(folder)).filter((name) => name.endsWith('.woff2')).sort()
  const rare = files.map((name) => ({ file: join(folder, name), ranges: [rangeOf(name.replace('.woff2', ''))], variable: false }))
  return [...common, ...rare]
}

function rangeOf(text: string): readonly [number, number] {
  const [first, last] = text.split('-').map((part) => Number.parseInt(part, 16))
  return [first!, last ?? first!]
}
