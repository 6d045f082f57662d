/** Workbooks put together part by part, for tests of what Excel, WPS and worse may send. */
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll } from 'vitest'
import type { Row } from '../cell.ts'
import { type OpenOptions, openWorkbook } from '../open-workbook.server.ts'
import { zipStream } from '../zip-writing.server.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

const usual: Record<string, string> = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><fonts><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders><border/></borders><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="14" fontId="0" fillId="0"/><xf numFmtId="176" fontId="0" fillId="0"/><xf numFmtId="49" fontId="0" fillId="0"><alignment horizontal="left"/></xf><xf numFmtId="22" fontId="0" fillId="0"/></cellXfs></styleSheet>`,
}

export const worksheet = (rows: string, around: { before?: string; after?: string } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${office}">${around.before ?? ''}<sheetData>${rows}</sheetData>${around.after ?? ''}</worksheet>`

let folder: string | undefined
let files = 0

/** A path of the test's own, gone afterwards. */
export function testPath(ending: string): string {
  folder ??= mkdtempSync(join(tmpdir(), 'hexie-workbook-'))
  return join(folder, `${++files}.${ending}`)
}

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = undefined
})

export function fileOf(content: Buffer | string, ending: string): string {
  const path = testPath(ending)
  writeFileSync(path, content)
  return path
}

export async function saved(stream: Readable, ending = 'xlsx'): Promise<string> {
  const path = testPath(ending)
  await pipeline(stream, createWriteStream(path))
  return path
}

/** `null` leaves a usual part out. */
export function bookOf(parts: Record<string, string | Buffer | AsyncIterable<string> | null>): Promise<string> {
  const all = Object.entries({ ...usual, 'xl/sharedStrings.xml': `<sst xmlns="${main}"/>`, ...parts })
  return saved(
    zipStream(async (zip) => {
      for (const [name, content] of all)
        if (content !== null) await zip.add(name, typeof content === 'string' || Buffer.isBuffer(content) ? once(content) : content)
      zip.end()
    }),
  )
}

async function* once<T>(content: T) {
  yield content
}

/** Opens, reads everything, closes. */
export async function readAll(path: string, options: OpenOptions & { readonly sheet?: string } = {}): Promise<Row[]> {
  const book = await openWorkbook(path, options)
  try {
    const rows: Row[] = []
    for await (const batch of book.rows(options.sheet)) rows.push(...batch)
    return rows
  } finally {
    book.close()
  }
}

export const textsOf = (rows: readonly Row[]): (string | null)[][] => rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null))
