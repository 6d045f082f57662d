/** Cuts the few Song characters that the desk writes large (dates, figures, page titles) out of Noto Serif SC, for machines without a Song face. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const wanted = new Set([
  ...'0123456789 ,.-–/:%+()',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz’',
  ...'年月日星期周一二三四五六今天明后　和谐引擎',
  ...'今日案件时限调解室新立案件法区',
  ...'没有在走的时限已办结手上',
])
const font = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-serif-sc/package.json'))
const out = join(import.meta.dirname, '../src/ui/song')

/** `U+4e00-4e02,U+4e09` → those of the wanted characters that lie in it. */
function within(range) {
  const spans = range.split(',').map((part) =>
    part
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16)),
  )
  return [...wanted].filter((char) => spans.some(([from, to = from]) => char.codePointAt(0) >= from && char.codePointAt(0) <= to))
}

const ranges = JSON.parse(await readFile(join(font, 'unicode.json'), 'utf8'))
await mkdir(out, { recursive: true })
for (const name of await readdir(out)) if (name.endsWith('.woff2')) await rm(join(out, name))

const faces = []
const taken = new Set()
let bytes = 0
for (const [piece, range] of Object.entries(ranges)) {
  const chars = within(range).filter((char) => !taken.has(char))
  if (chars.length === 0) continue
  for (const char of chars) taken.add(char)
  const source = await readFile(join(font, 'files', `noto-serif-sc-${piece.replace(/[[\]]/g, '')}-wght-normal.woff2`))
  const cut = await subsetFont(source, chars.join(''), { targetFormat: 'woff2', variationAxes: { wght: 700 } })
  const name = `song-${piece.replace(/[[\]]/g, '')}.woff2`
  await writeFile(join(out, name), cut)
  bytes += cut.length
  const points = chars.map((char) => `U+${char.codePointAt(0).toString(16)}`).join(', ')
  faces.push(
    `@font-face { font-family: "Hexie Song"; font-weight: 700; font-display: swap; src: url("./${name}?no-inline") format("woff2"); unicode-range: ${points}; }`,
  )
}
const head =
  '/** Song characters for dates, figures and page titles; made by scripts/song-subset.mjs from Noto Serif SC (SIL Open Font License, see LICENSE). */\n'
await writeFile(join(out, 'song.css'), `${head}${faces.join('\n')}\n`)
await writeFile(join(out, 'LICENSE'), await readFile(join(font, 'LICENSE')))
console.log(`${faces.length} files, ${taken.size} characters, ${bytes} bytes`)
const lost = [...wanted].filter((char) => !taken.has(char))
if (lost.length > 0) throw new Error(`not in the font: ${lost.join('')}`)
