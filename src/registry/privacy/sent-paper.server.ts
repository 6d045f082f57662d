/** A form with one file and a few texts, read as it arrives: the file into the store, the texts checked afterwards. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { text } from '#kernel/text.ts'
import type { FileStore } from '#platform/files.server.ts'
import { badInput } from '#platform/problem.ts'
import type { StoredPaper } from './paper.ts'

interface Store {
  readonly files: FileStore
  readonly fileLimitBytes: number
}

/** Texts must come before the file, as browsers send them in the order of the form. A form without a file answers 400 unless `optional`. */
export async function sentPaper<S extends z.ZodType>(
  request: FastifyRequest,
  store: Store,
  shape: S,
): Promise<{ readonly fields: z.output<S>; readonly paper?: StoredPaper }> {
  const values: Record<string, string> = {}
  let paper: StoredPaper | undefined
  const limits = { fileSize: store.fileLimitBytes, files: 1, fields: 20, fieldSize: 10_000 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') values[part.fieldname] = String(part.value)
    else {
      const stored = await store.files.put(part.file, { limitBytes: store.fileLimitBytes, kind: 'file' })
      paper = { name: fileName(part.filename), type: stored.type, bytes: stored.bytes, sha256: stored.sha256 }
    }
  }
  const read = shape.safeParse(values)
  if (!read.success)
    throw badInput(
      read.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        says: text(`“${issue.path.join('.')}”填写有误`, `“${issue.path.join('.')}” is not right: ${issue.message}`),
      })),
    )
  return { fields: read.data, ...(paper && { paper }) }
}

const fileName = (sent: string): string =>
  (sent || 'file')
    .normalize('NFC')
    .replace(/[\p{C}/\\]/gu, '')
    .slice(-120) || 'file'

export async function sendPaper(reply: FastifyReply, files: FileStore, paper: StoredPaper): Promise<FastifyReply> {
  reply.header('content-type', paper.type)
  reply.header('content-length', paper.bytes)
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`)
  reply.header('cache-control', 'private, no-store')
  reply.header('content-security-policy', "sandbox; default-src 'none'")
  return reply.send(await files.get(paper.sha256))
}
