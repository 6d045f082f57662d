/** Files people bring: kept under their hash, refused when too large or not what they should be, and nothing left of the refused. */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { openFileStore } from './files.server.ts'

const folder = await mkdtemp(join(tmpdir(), 'hexie-files-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const store = await openFileStore(folder)
const limitBytes = 100_000

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c489'.replace(/ /g, ''), 'hex'),
  Buffer.from('0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082', 'hex'),
])
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const put = (content: Buffer, kind: 'photo' | 'voice' | 'scan' | 'file', limit = limitBytes) =>
  store.put(Readable.from([content.subarray(0, 10), content.subarray(10)]), { limitBytes: limit, kind })

test('kept whole under its own hash, once', async () => {
  const stored = await put(png, 'photo')
  expect(stored).toEqual({ sha256: createHash('sha256').update(png).digest('hex'), bytes: png.length, type: 'image/png' })
  expect(await put(png, 'scan')).toEqual(stored)
  expect((await buffer(await store.get(stored.sha256))).equals(png)).toBe(true)
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith(stored.sha256))).toHaveLength(1)
})

test('the content says what it is, not the name', async () => {
  expect((await put(pdf, 'scan')).type).toBe('application/pdf')
  await expect(put(pdf, 'photo')).rejects.toMatchObject({ parts: { status: 415 } })
  await expect(put(png, 'voice')).rejects.toMatchObject({ parts: { status: 415 } })
  for (const content of ['<html><script>alert(1)</script>', 'MZ\u0090\0 a program for Windows', '#!/bin/sh\nrm -rf /', ''])
    await expect(put(Buffer.from(content), 'file')).rejects.toMatchObject({ parts: { status: 415 } })
})

test('too large is refused while it streams', async () => {
  let given = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 65_536
        yield Buffer.alloc(65_536, png)
      }
    })(),
  )
  await expect(store.put(endless, { limitBytes, kind: 'photo' })).rejects.toMatchObject({ parts: { status: 413 } })
  expect(given).toBeLessThan(limitBytes * 20)
  expect(endless.destroyed).toBe(true)
  await expect(put(png, 'photo', png.length - 1)).rejects.toMatchObject({ parts: { status: 413 } })
  expect((await put(png, 'photo', png.length)).bytes).toBe(png.length)
})

test('nothing of the refused or broken-off stays', async () => {
  const broken = Readable.from(
    (async function* () {
      yield png
      throw new Error('the line went dead')
    })(),
  )
  await expect(store.put(broken, { limitBytes, kind: 'photo' })).rejects.toThrow('the line went dead')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('what is not there is not found, and paths do not lead out', async () => {
  await expect(store.get('0'.repeat(64))).rejects.toMatchObject({ parts: { status: 404 } })
  expect(await store.has('0'.repeat(64))).toBe(false)
  for (const name of ['../../etc/passwd', '', '..']) await expect(store.get(name)).rejects.toMatchObject({ parts: { status: 404 } })
})
