/** The least a reader can be: inflates the two parts and cuts rows out of them with regular expressions. Knows only this one layout. */
import { promisify } from 'node:util'
import yauzl from 'yauzl'

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)

/** The text of a part of the package, in pieces. */
async function partsOf(path: string): Promise<(name: string) => Promise<AsyncIterable<string>>> {
  const zip = await openZip(path, { lazyEntries: true, autoClose: false })
  const entries = new Map<string, yauzl.Entry>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
  return async (name) => {
    const stream = await promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entries.get(name)!)
    stream.setEncoding('utf8')
    return stream as AsyncIterable<string>
  }
}

/** Pieces that each end where an element does. */
async function* cut(pieces: AsyncIterable<string>, end: string): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece
    const at = text.lastIndexOf(end) + end.length
    rest = text.slice(at)
    if (at >= end.length) yield text.slice(0, at)
  }
}

const firstSerial = 25_569
const dayOf = (serial: number): string => new Date((serial - firstSerial) * 86_400_000).toISOString().slice(0, 10)

/** Each row as eight texts, the heading among them. */
export async function* scanXlsx(path: string): AsyncGenerator<readonly string[]> {
  const part = await partsOf(path)
  const texts: string[] = []
  for await (const piece of cut(await part('xl/sharedStrings.xml'), '</si>'))
    for (const [, text] of piece.matchAll(/<t>([^<]*)<\/t>/g)) texts.push(text!)
  for await (const piece of cut(await part('xl/worksheets/sheet1.xml'), '</row>'))
    for (const [, row] of piece.matchAll(/<row [^>]*>(.*?)<\/row>/g)) {
      const cells = Array.from({ length: 8 }, () => '')
      for (const [, letter, shared, value] of row!.matchAll(/<c r="([A-H])\d+" s="\d"( t="s")?><v>(\d+)<\/v>/g))
        cells[letter!.charCodeAt(0) - 65] = shared ? texts[Number(value)]! : dayOf(Number(value))
      yield cells
    }
}
