/** How many rows a file will have, told cheaply before it is read: by the sheet's own word, or by counting the lines of a .csv. */
import { createReadStream } from 'node:fs'
import { readBookParts } from '#platform/workbook/book-parts.server.ts'
import { workbookLimits } from '#platform/workbook/workbook-problem.ts'
import { openPackage } from '#platform/workbook/zip-package.server.ts'

/** The number of the last row; undefined where nothing says it. Never more than a hint. */
export async function expectedRows(path: string, format: 'xlsx' | 'csv', sheet: string): Promise<number | undefined> {
  return format === 'csv' ? await lines(path) : await dimension(path, sheet)
}

async function lines(path: string): Promise<number> {
  let count = 1
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
  return count
}

/** `<dimension ref="A1:I308001"/>` stands before the rows, where the writer knew it. */
async function dimension(path: string, sheet: string): Promise<number | undefined> {
  const book = await openPackage(path, workbookLimits)
  try {
    const { sheets } = await readBookParts(book, workbookLimits)
    const part = sheets.find(({ name }) => name === sheet)?.part
    if (!part) return undefined
    for await (const text of book.text(part)) {
      const last = Number(/<(?:\w+:)?dimension[^>]*\sref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(text)?.[1])
      return last > 1 && last < 1_000_000 ? last : undefined
    }
    return undefined
  } finally {
    book.close()
  }
}
