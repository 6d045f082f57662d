/** The files that were brought, kept encrypted under a key of their own; laid open only while they are read, for nobody else to see. */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Id } from '#kernel/id.ts'
import { tooLarge } from '#platform/problem.ts'

const algorithm = 'aes-256-gcm'

/** Key, nonce and tag in one: what is needed to read the file again. Must be sealed before it is stored. */
export type FileKey = string

export interface KeptFile {
  readonly bytes: number
  readonly key: FileKey
}

const folderOf = (dataFolder: string): string => join(dataFolder, 'imports')
const pathOf = (dataFolder: string, id: Id): string => join(folderOf(dataFolder), id)

/** Durable once answered. Throws tooLarge, keeping nothing. */
export async function keepFile(dataFolder: string, id: Id, content: Readable, limitBytes: number): Promise<KeptFile> {
  await mkdir(folderOf(dataFolder), { recursive: true, mode: 0o700 })
  const path = pathOf(dataFolder, id)
  const [key, nonce] = [randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv(algorithm, key, nonce)
  let bytes = 0
  try {
    await pipeline(
      content,
      async function* counted(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length
          if (bytes > limitBytes) throw tooLarge(limitBytes)
          yield chunk
        }
        // The form reader stops handing on at its own limit and marks the stream.
        if ((content as { truncated?: boolean }).truncated) throw tooLarge(limitBytes)
      },
      cipher,
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    )
    const file = await open(path, 'r+')
    await file.sync()
    await file.close()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { bytes, key: Buffer.concat([key, nonce, cipher.getAuthTag()]).toString('base64') }
}

export interface LaidOpen {
  readonly path: string
  close(): Promise<void>
}

/** The file as it was brought, in a place of its own until it is closed. Throws when it is gone or was tampered with. */
export async function layOpen(dataFolder: string, id: Id, fileKey: FileKey): Promise<LaidOpen> {
  const folder = join(folderOf(dataFolder), 'open')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  const close = () => rm(path, { force: true })
  const whole = Buffer.from(fileKey, 'base64')
  const decipher = createDecipheriv(algorithm, whole.subarray(0, 32), whole.subarray(32, 44))
  decipher.setAuthTag(whole.subarray(44))
  try {
    await pipeline(createReadStream(pathOf(dataFolder, id)), decipher, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await close()
    throw error
  }
  return { path, close }
}

export const removeFile = (dataFolder: string, id: Id): Promise<void> => rm(pathOf(dataFolder, id), { force: true })

/** What a killed server left open six hours ago or earlier. */
export async function sweepOpen(dataFolder: string, now: number = Date.now()): Promise<void> {
  const folder = join(folderOf(dataFolder), 'open')
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < now - 6 * 3_600_000) await rm(path, { force: true })
  }
}
