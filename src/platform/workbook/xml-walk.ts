/** Walks a stream of XML text and tells of tags and text with their places; knows no document types and expands nothing. */
import { Tokenizer } from 'htmlparser2'
import { broken, documentType } from './workbook-problem.ts'

export interface Attributes {
  /** The value, entities decoded; names are given as written (`r:id`). */
  get(name: string): string | undefined
  /** The same by the name behind the prefix, whatever the prefix (`id` for `r:id`). */
  getPrefixed(name: string): string | undefined
}

/** Names come without their prefix: some writers say `x:row`. Places count characters from the start; `to` is behind the tag. */
export interface XmlWatcher {
  open(name: string, attributes: Attributes, from: number, to: number, empty: boolean): void
  /** `to` is behind the closing tag; for an empty tag both are the place behind it. */
  close?(name: string, from: number, to: number): void
  /** While false, text is passed over unread. */
  listening?: boolean
  text?(piece: string): void
}

export interface XmlWalk {
  write(text: string): void
  end(): void
  /** Called by a watcher, stops behind the tag it is told of; `write` returns, and `resume` goes on with the rest of the piece. */
  pause(): void
  resume(): void
  readonly paused: boolean
  /** The text as written, between two places of the piece that is being told of. */
  raw(from: number, to: number): string
  /** The place behind the piece that is being told of. */
  readonly fedTo: number
}

/** A tag longer than this is no sheet. */
const longestTag = 262_144

const oneLetter = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

export function walkXml(watcher: XmlWatcher): XmlWalk {
  let buffer = ''
  let offset = 0
  let carry = ''
  let depth = 0
  let tag = ''
  let tagFrom = 0
  let named = 0
  let inTag = false
  const names: string[] = []
  const values: (string | undefined)[] = []
  const starts: number[] = []
  const ends: number[] = []

  const slice = (start: number, end: number): string => {
    if (start < offset) throw broken()
    return buffer.slice(start - offset, end - offset)
  }
  const nameAt = (start: number, end: number): string => {
    if (end - start === 1) return oneLetter[buffer.charCodeAt(start - offset)] ?? slice(start, end)
    return slice(start, end)
  }
  const local = (name: string): string => {
    const colon = name.length > 2 ? name.indexOf(':') : -1
    return colon < 0 ? name : name.slice(colon + 1)
  }
  const addTo = (piece: string) => {
    const last = named - 1
    values[last] = (values[last] ?? slice(starts[last]!, ends[last]!)) + piece
  }
  const attributes: Attributes = {
    get(name) {
      for (let i = 0; i < named; i++) if (names[i] === name) return values[i] ?? slice(starts[i]!, ends[i]!)
      return undefined
    },
    getPrefixed(name) {
      const found = names.slice(0, named).find((full) => full.endsWith(`:${name}`))
      return found === undefined ? undefined : attributes.get(found)
    },
  }
  const closed = (start: number, end: number) => {
    if (--depth < 0) throw broken()
    if (watcher.close) watcher.close(local(nameAt(start, end)), start - 2, buffer.indexOf('>', end - offset) + 1 + offset)
  }

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = local(nameAt(start, end))
        tagFrom = start - 1
        named = 0
        inTag = true
      },
      onattribname(start, end) {
        if (named >= 64) throw broken()
        names[named] = nameAt(start, end)
        values[named] = undefined
        starts[named] = ends[named] = end
        named++
      },
      onattribdata(start, end) {
        if (starts[named - 1] !== ends[named - 1] || values[named - 1] !== undefined) return addTo(slice(start, end))
        starts[named - 1] = start
        ends[named - 1] = end
      },
      onattribentity: (code) => addTo(String.fromCodePoint(code)),
      onattribend() {},
      onopentagend(end) {
        depth++
        inTag = false
        watcher.open(tag, attributes, tagFrom, end + 1, false)
      },
      onselfclosingtag(end) {
        inTag = false
        watcher.open(tag, attributes, tagFrom, end + 1, true)
        watcher.close?.(tag, end + 1, end + 1)
      },
      onclosetag: closed,
      ontext(start, end) {
        if (watcher.listening) watcher.text?.(slice(start, end))
      },
      ontextentity(code) {
        if (watcher.listening) watcher.text?.(String.fromCodePoint(code))
      },
      oncdata(start, end, tail) {
        if (watcher.listening) watcher.text?.(slice(start, end - tail))
      },
      ondeclaration() {
        throw documentType()
      },
      oncomment() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )

  const feed = (text: string) => {
    // Only a tag with a `>` among its values is cut; what is known of it is kept.
    if (inTag) for (let i = 0; i < named; i++) values[i] ??= slice(starts[i]!, ends[i]!)
    offset += buffer.length
    buffer = text
    tokenizer.write(text)
  }
  return {
    write(text) {
      // Only whole tags are fed, so that no name or value is cut in two.
      const last = text.lastIndexOf('>') + 1
      if (last === 0 && carry.length + text.length < longestTag) {
        carry += text
        return
      }
      feed(last === 0 ? carry + text : carry + text.slice(0, last))
      carry = last === 0 ? '' : text.slice(last)
    },
    end() {
      feed(carry)
      tokenizer.end()
      if (depth !== 0) throw broken()
    },
    pause: () => tokenizer.pause(),
    resume: () => tokenizer.resume(),
    get paused() {
      return !tokenizer.running
    },
    raw: slice,
    get fedTo() {
      return offset + buffer.length
    },
  }
}
