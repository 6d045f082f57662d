/** Run as a program by a test: reads or copies the file named, then tells rows and the most memory the process had. */
import { annotatedCopy } from '../copy/annotated-copy.server.ts'
import { openWorkbook } from '../open-workbook.server.ts'

const [, , work, path] = process.argv
let count = 0
if (work === 'copy') {
  const notes = Array.from({ length: 20_000 }, (_, i) => ({ row: 5 * i + 2, cells: [{ column: 1, says: '校验位不对' }] }))
  const { stream } = await annotatedCopy(path!, notes, { headerRow: 1 })
  for await (const piece of stream) count += (piece as Buffer).length
} else {
  const book = await openWorkbook(path!)
  for await (const batch of book.rows()) count += batch.length
  book.close()
}
console.log(JSON.stringify({ count, mebibytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
