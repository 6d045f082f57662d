/** The archive an .xlsx is: its parts, unpacked as streams within limits and checked as they come. */
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Problem } from '../problem.ts'
import { broken, tooManyParts, unpacksTooBig, unsafeName, unsupported, type WorkbookLimits } from './workbook-problem.ts'
import { type XmlWatcher, walkXml } from './xml-walk.ts'

export interface Package {
  /** Names of all parts as written, in the order of the archive. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Unpacked. */
  size(name: string): number
  bytes(name: string): AsyncGenerator<Buffer>
  /** The part as text; what is no UTF-8 counts as broken. */
  text(name: string): AsyncGenerator<string>
  close(): void
}

const chunkBytes = 131_072

export async function openPackage(path: string, limits: WorkbookLimits): Promise<Package> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => {
    throw broken()
  })
  try {
    const entries = await entriesOf(zip, limits)
    const find = (name: string): Entry => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw broken()
      return entry
    }
    return {
      names: [...entries.values()].map((entry) => entry.fileName),
      has: (name) => entries.has(name.toLowerCase()),
      size: (name) => find(name).uncompressedSize,
      bytes: (name) => unpacked(zip, find(name)),
      text: (name) => decoded(unpacked(zip, find(name))),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** What the directory promises is held against the limits; that the data keep the promise is checked in reading. */
async function entriesOf(zip: ZipFile, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.parts) throw tooManyParts(limits.parts)
  const entries = new Map<string, Entry>()
  let unpackedBytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.parts) throw tooManyParts(limits.parts)
      if (entry.isEncrypted()) throw unsupported.encrypted()
      if (entry.fileName.endsWith('/')) continue
      const { uncompressedSize, compressedSize } = entry
      unpackedBytes += uncompressedSize
      if (uncompressedSize > limits.partBytes || unpackedBytes > limits.unpackedBytes) throw unpacksTooBig()
      if (uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio) throw unpacksTooBig()
      const key = entry.fileName.toLowerCase()
      if (entries.has(key)) throw unsafeName()
      entries.set(key, entry)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw /absolute path|relative path|invalid characters/.test(String(error)) ? unsafeName() : broken()
  }
  return entries
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw broken()
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
    throw broken()
  })
  const source = entry.compressionMethod === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: chunkBytes }), () => {})
  let size = 0
  let check = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > entry.uncompressedSize) throw unpacksTooBig()
      check = crc32(chunk, check)
      yield chunk
    }
    if (size !== entry.uncompressedSize || check !== entry.crc32) throw broken()
  } catch (error) {
    throw error instanceof Problem ? error : broken()
  } finally {
    source.destroy()
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    const rest = decoder.decode()
    if (rest) yield rest
  } catch (error) {
    if (error instanceof TypeError) throw broken()
    throw error
  }
}

/** What describes a workbook is kept in memory; Excel writes some hundred kilobytes at most. */
const descriptionBytes = 32 * 1_048_576

/** Walks a whole part. */
export async function walkPart(book: Package, name: string, watcher: XmlWatcher, limitBytes = descriptionBytes): Promise<void> {
  if (book.size(name) > limitBytes) throw unpacksTooBig()
  const walk = walkXml(watcher)
  for await (const text of book.text(name)) walk.write(text)
  walk.end()
}
