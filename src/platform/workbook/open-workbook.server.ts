/** Opens an uploaded table, .xlsx or .csv by what is in it rather than by its name, and gives its rows in batches. */
import { open, stat } from 'node:fs/promises'
import { readBookParts } from './book-parts.server.ts'
import type { Row } from './cell.ts'
import { openCsv } from './csv-rows.server.ts'
import { sheetRows } from './sheet-rows.ts'
import { broken, emptyFile, fileTooBig, noSuchSheet, unsupported, type WorkbookLimits, workbookLimits } from './workbook-problem.ts'
import { walkXml } from './xml-walk.ts'
import { openPackage } from './zip-package.server.ts'

export interface OpenOptions {
  readonly limits?: Partial<WorkbookLimits>
  /** Rows in a batch, 500 if not said. */
  readonly batchRows?: number
}

export interface Workbook {
  readonly format: 'xlsx' | 'csv'
  /** Names of the visible sheets, in order; a .csv has one, `CSV`. */
  readonly sheets: readonly string[]
  /** The rows of a sheet (the first if not said), from its beginning at each call; leaving the loop early is fine. */
  rows(sheet?: string): AsyncGenerator<readonly Row[]>
  close(): void
}

/** Everything wrong with the file is thrown as a `Problem` in both languages, here or while reading rows. */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  const limits = { ...workbookLimits, ...options.limits }
  const batchRows = options.batchRows ?? 500
  return (await formatOf(path, limits)) === 'xlsx' ? openXlsx(path, limits, batchRows) : openCsvBook(path, limits, batchRows)
}

async function openXlsx(path: string, limits: WorkbookLimits, batchRows: number): Promise<Workbook> {
  const book = await openPackage(path, limits)
  try {
    const parts = await readBookParts(book, limits)
    return {
      format: 'xlsx',
      sheets: parts.sheets.map((sheet) => sheet.name),
      async *rows(name) {
        const sheet = name === undefined ? parts.sheets[0]! : parts.sheets.find((one) => one.name === name)
        if (!sheet) throw noSuchSheet(name!)
        let ready: Row[] = []
        const { formats, from1904 } = parts
        const walk = walkXml(sheetRows({ texts: await parts.texts(), formats, from1904, limits }, (row) => ready.push(row)))
        for await (const text of book.text(sheet.part)) {
          walk.write(text)
          while (ready.length >= batchRows) yield ready.splice(0, batchRows)
        }
        walk.end()
        if (ready.length > 0) yield ready
        ready = []
      },
      close: () => book.close(),
    }
  } catch (error) {
    book.close()
    throw error
  }
}

async function openCsvBook(path: string, limits: WorkbookLimits, batchRows: number): Promise<Workbook> {
  const csv = await openCsv(path, limits)
  return {
    format: 'csv',
    sheets: ['CSV'],
    async *rows(name) {
      if (name !== undefined && name !== 'CSV') throw noSuchSheet(name)
      const ready: Row[] = []
      for await (const rows of csv.rows()) {
        ready.push(...rows)
        while (ready.length >= batchRows) yield ready.splice(0, batchRows)
      }
      if (ready.length > 0) yield ready
    },
    close() {},
  }
}

/** What the first bytes say; only what could be a table passes. */
export async function formatOf(path: string, limits: WorkbookLimits): Promise<'xlsx' | 'csv'> {
  const { size } = await stat(path)
  if (size === 0) throw emptyFile()
  if (size > limits.fileBytes) throw fileTooBig(limits.fileBytes)
  const head = await bytesAt(path, 0, 8192)
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx'
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw (await isEncrypted(path, head)) ? unsupported.encrypted() : unsupported.oldBinary()
  const wide = head[0] === 0xff && head[1] === 0xfe
  if (wide || (head[0] === 0xfe && head[1] === 0xff)) return 'csv'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are in no text.
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(head.toString('latin1'))) throw unsupported.noTable()
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|table|\?xml|head|meta|style|div)/i.test(head.toString('latin1'))) throw unsupported.webPage()
  if (/^(%PDF|\{\\rtf|GIF8)/.test(head.toString('latin1'))) throw unsupported.noTable()
  return 'csv'
}

/** A workbook with a password is a container of the old kind with a stream of this name in its directory. */
async function isEncrypted(path: string, head: Buffer): Promise<boolean> {
  if (head.length < 512) throw broken()
  const sector = 1 << Math.min(head.readUInt16LE(30), 16)
  const directory = await bytesAt(path, (head.readUInt32LE(48) + 1) * sector, 4096)
  return directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
