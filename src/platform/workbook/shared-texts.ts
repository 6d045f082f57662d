/** The table of texts of a workbook, kept as UTF-8 in pages: a third of what strings would take, and no string holds on to the file. */
import { tooMuchText } from './workbook-problem.ts'
import { plainText } from './xml-text.ts'
import type { XmlWatcher } from './xml-walk.ts'

const pageBits = 20
const pageBytes = 1 << pageBits
const tooLong = 0xffffffff
/** Texts met early in the table are those that repeat: they are kept as strings. */
const keptStrings = 32_768
const keptLength = 64

export interface SharedTexts {
  /** Undefined for an index that is not there; null for a text over the limit of a cell. */
  get(index: number): string | null | undefined
}

export function sharedTexts(limits: { readonly cellCharacters: number; readonly sharedTextBytes: number }): {
  watcher: XmlWatcher
  texts: SharedTexts
} {
  const pages: Buffer[] = []
  let places = new Uint32Array(4096)
  let lengths = new Uint32Array(4096)
  const kept: (string | undefined)[] = []
  let count = 0
  let page = -1
  let used = pageBytes
  let text = ''
  let phonetic = false

  const add = () => {
    if (count === places.length) {
      places = grown(places)
      lengths = grown(lengths)
    }
    if (pages.length * pageBytes + count * 8 > limits.sharedTextBytes) throw tooMuchText()
    const whole = plainText(text)
    if (whole.length > limits.cellCharacters) lengths[count++] = tooLong
    else {
      const bytes = Buffer.byteLength(whole)
      if (page < 0 || used + bytes > pageBytes) {
        pages.push(Buffer.allocUnsafeSlow(pageBytes))
        page++
        used = 0
      }
      pages[page]!.write(whole, used)
      places[count] = page * pageBytes + used
      lengths[count++] = bytes
      used += bytes
    }
  }
  const watcher: XmlWatcher = {
    listening: false,
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't' && !phonetic) watcher.listening = true
    },
    close(name) {
      if (name === 't') watcher.listening = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') add()
    },
    text(piece) {
      // What is over the limit is refused later; until then it must not grow.
      if (text.length <= limits.cellCharacters * 8) text += piece
    },
  }
  return {
    watcher,
    texts: {
      get(index) {
        if (!(index >= 0 && index < count)) return undefined
        const before = kept[index]
        if (before !== undefined) return before
        const bytes = lengths[index]!
        if (bytes === tooLong) return null
        const at = places[index]! & (pageBytes - 1)
        const found = pages[places[index]! >>> pageBits]!.toString('utf8', at, at + bytes)
        if (index < keptStrings && found.length <= keptLength) kept[index] = found
        return found
      },
    },
  }
}

function grown(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(old.length * 2)
  next.set(old)
  return next
}
