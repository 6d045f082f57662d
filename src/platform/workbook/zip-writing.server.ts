/** Writes an archive as a stream, one part after the other, each made while it is sent. */
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface ZipWriting {
  readonly stream: Readable
  /** Resolves when the part is through. */
  add(name: string, content: AsyncIterable<Buffer | string>): Promise<void>
  end(): void
}

/** Runs `write` and gives the archive at once; an error of it breaks the stream off, and who leaves the stream stops it. */
export function zipStream(write: (zip: ZipWriting) => Promise<void>, done: () => void = () => {}): Readable {
  const zip = new ZipFile()
  const stream = zip.outputStream as Readable
  let source: Readable | undefined
  let left: (() => void) | undefined
  stream.once('close', () => {
    source?.destroy()
    left?.()
    done()
  })
  zip.once('error', (error: Error) => stream.destroy(error))
  const add = (name: string, content: AsyncIterable<Buffer | string>) =>
    new Promise<void>((resolve, reject) => {
      if (stream.destroyed) return reject(new Error('nobody reads any more'))
      left = () => reject(new Error('nobody reads any more'))
      source = Readable.from(inPieces(content), { objectMode: false, highWaterMark: pieceLength * 2 })
      source.once('end', resolve).once('error', reject)
      // A fixed day: the same content gives the same file.
      zip.addReadStream(source, name, { mtime: new Date(2000, 0, 1) })
    })
  write({ stream, add, end: () => zip.end() }).catch((error: Error) => stream.destroy(error))
  return stream
}

const pieceLength = 65_536

/** Many short texts as few long pieces of bytes. */
async function* inPieces(content: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let text = ''
  for await (const piece of content) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    text += piece
    if (text.length < pieceLength) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}
