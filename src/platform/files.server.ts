/** Files that people bring: streamed to disk, limited, typed by what they hold and not by their name, kept once under their own hash. */
import { fileTypeFromFile } from 'file-type'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from '#kernel/text.ts'
import { notFound, tooLarge, unsupportedType } from './problem.ts'

export type FileKind = 'photo' | 'voice' | 'scan' | 'file'

export interface StoredFile {
  readonly sha256: string
  readonly bytes: number
  /** The media type the content itself shows. */
  readonly type: string
}

export interface FileRule {
  readonly limitBytes: number
  readonly kind: FileKind
}

/** Local disk now; a store of the S3 kind stands behind the same three calls. */
export interface FileStore {
  /** Durable once answered. Throws tooLarge or unsupportedType, keeping nothing. */
  put(content: Readable, rule: FileRule): Promise<StoredFile>
  /** The content from its first byte. Throws notFound. */
  get(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
}

const photos = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif', 'image/gif']
const voices = [
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/amr',
  'audio/aac',
  'audio/flac',
  'audio/webm',
]
// Browsers record sound into containers that are also used for films.
const recordings = ['video/webm', 'video/mp4', 'video/ogg', 'audio/ogg; codecs=opus']
const papers = ['application/pdf', 'image/tiff']
const office = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/x-cfb',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]

const taken: Readonly<Record<FileKind, readonly string[]>> = {
  photo: photos,
  voice: [...voices, ...recordings],
  scan: [...papers, ...photos],
  file: [...papers, ...photos, ...voices, ...recordings, ...office],
}

const words = {
  photo: text('照片须为 JPEG、PNG、WebP、HEIC 等图片', 'A photo must be a JPEG, PNG, WebP, HEIC or similar picture'),
  voice: text('录音须为 MP3、M4A、OGG、WAV、AMR 等声音文件', 'A recording must be MP3, M4A, OGG, WAV, AMR or similar'),
  scan: text('扫描件须为 PDF 或图片', 'A scan must be a PDF or a picture'),
  file: text(
    '只接受 PDF、图片、录音和 Word、Excel 等办公文件（不含宏）',
    'Only PDF, pictures, recordings and office files without macros are taken',
  ),
}

export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await sweep(incoming)
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound()
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  return {
    async put(content, { limitBytes, kind }) {
      const half = join(incoming, randomUUID())
      try {
        const { sha256, bytes } = await write(content, half, limitBytes)
        const type = (await fileTypeFromFile(half))?.mime
        if (!type || !taken[kind].includes(type)) throw unsupportedType(words[kind])
        await settle(half, pathOf(sha256))
        return { sha256, bytes, type }
      } finally {
        content.destroy()
        await rm(half, { force: true })
      }
    },
    async get(sha256) {
      const path = pathOf(sha256)
      await stat(path).catch(() => {
        throw notFound()
      })
      return createReadStream(path)
    },
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
  }
}

async function write(content: Readable, path: string, limitBytes: number): Promise<Pick<StoredFile, 'sha256' | 'bytes'>> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limitBytes) throw tooLarge(limitBytes)
      hash.update(chunk)
      await file.write(chunk)
    }
    // The form reader stops handing on at its own limit and marks the stream.
    if ((content as { truncated?: boolean }).truncated) throw tooLarge(limitBytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function settle(half: string, path: string): Promise<void> {
  const folder = join(path, '..')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(half, path)
  const entry = await open(folder, 'r')
  // The name, too, must survive a power cut; Windows cannot sync a folder and does not need it.
  await entry.sync().catch(() => {})
  await entry.close()
}

/** What a killed server left half-written a day ago or earlier. */
async function sweep(incoming: string): Promise<void> {
  const old = Date.now() - 86_400_000
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < old) await rm(path, { force: true })
  }
}
