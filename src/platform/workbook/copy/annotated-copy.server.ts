/** A copy of an uploaded table with what is wrong in it: a column of words at the right, and the wrong cells on light red. */
import { Readable } from 'node:stream'
import { readBookParts } from '../book-parts.server.ts'
import { openCsv } from '../csv-rows.server.ts'
import { formatOf } from '../open-workbook.server.ts'
import { noSuchSheet, type WorkbookLimits, workbookLimits } from '../workbook-problem.ts'
import { openPackage, type Package } from '../zip-package.server.ts'
import { zipStream } from '../zip-writing.server.ts'
import { csvCopy } from './csv-copy.server.ts'
import { type MarkStyles, markStyles } from './mark-styles.ts'
import { type NoteReader, noteReader, type RowNote } from './row-notes.ts'
import { type SheetCopy, sheetCopy } from './sheet-copy.ts'
import { sheetPlan } from './sheet-plan.server.ts'

export const resultTitle = '检查结果 Result'

export interface CopyOptions {
  /** The sheet that was read; the first if not said. */
  readonly sheet?: string
  /** The row with the (last line of the) titles, as `Row.number`. */
  readonly headerRow: number
  /** Of the column of results; a column that already has it is written over. */
  readonly title?: string
  readonly limits?: Partial<WorkbookLimits>
}

/** `notes` come in the order of the rows. The stream breaks off with the error if the notes do. */
export async function annotatedCopy(
  path: string,
  notes: AsyncIterable<RowNote> | Iterable<RowNote>,
  options: CopyOptions,
): Promise<{ readonly format: 'xlsx' | 'csv'; readonly stream: Readable }> {
  const limits = { ...workbookLimits, ...options.limits }
  const wanted = { title: options.title ?? resultTitle, headerRow: options.headerRow }
  const format = await formatOf(path, limits)
  if (format === 'csv') return { format, stream: Readable.from(csvCopy(await openCsv(path, limits), notes, wanted), { objectMode: false }) }
  const book = await openPackage(path, limits)
  try {
    const parts = await readBookParts(book, limits)
    const sheet = options.sheet === undefined ? parts.sheets[0]! : parts.sheets.find(({ name }) => name === options.sheet)
    if (!sheet) throw noSuchSheet(options.sheet!)
    const plan = await sheetPlan(book, parts, sheet, wanted, limits)
    const styles = parts.stylesPart ? markStyles(await wholeText(book, parts.stylesPart)) : null
    const reader = noteReader(notes)
    const copy = sheetCopy(plan, styles, reader.noteOf)
    const changed: Changed[] = [{ part: sheet.part, content: () => sheetText(book.text(sheet.part), copy, reader) }]
    if (parts.stylesPart && styles) changed.push({ part: parts.stylesPart, content: () => finishedStyles(styles) })
    return { format, stream: repacked(book, changed) }
  } catch (error) {
    book.close()
    throw error
  }
}

interface Changed {
  readonly part: string
  readonly content: () => AsyncGenerator<string>
}

async function wholeText(book: Package, part: string): Promise<string> {
  const pieces: string[] = []
  for await (const text of book.text(part)) pieces.push(text)
  return pieces.join('')
}

/** Asked for after the sheet is through, when it is known which styles it needs. */
async function* finishedStyles(styles: MarkStyles): AsyncGenerator<string> {
  yield styles.xml()
}

async function* sheetText(texts: AsyncIterable<string>, copy: SheetCopy, reader: NoteReader): AsyncGenerator<string> {
  const finished = async function* () {
    yield copy.take()
    while (copy.waitsFor > 0) {
      await reader.readTo(copy.waitsFor)
      yield copy.take()
    }
  }
  try {
    for await (const text of texts) {
      copy.walk.write(text)
      yield* finished()
    }
    copy.walk.end()
    yield* finished()
  } finally {
    await reader.close()
  }
}

/** All other parts as they are, in their order; then what changed. */
function repacked(book: Package, changed: readonly Changed[]): Readable {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  return zipStream(
    async (zip) => {
      for (const name of book.names) if (!changed.some(({ part }) => same(part, name))) await zip.add(name, book.bytes(name))
      for (const { part, content } of changed) await zip.add(book.names.find((name) => same(name, part))!, content())
      zip.end()
    },
    () => book.close(),
  )
}
