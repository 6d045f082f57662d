/** The checked copy of a .csv: the same encoding, separator and line ends, one column more. */
import iconv from 'iconv-lite'
import type { CsvFile } from '../csv-rows.server.ts'
import { csvField, safeText } from '../safe-text.ts'
import { noteReader, type RowNote } from './row-notes.ts'

export async function* csvCopy(
  csv: CsvFile,
  notes: AsyncIterable<RowNote> | Iterable<RowNote>,
  { title, headerRow }: { readonly title: string; readonly headerRow: number },
): AsyncGenerator<Buffer> {
  const { separator, lineEnd } = csv
  const encode = (text: string): Buffer => iconv.encode(text, csv.encoding, { addBOM: false })
  const first = csv.namesSeparator ? 1 : 0
  const target = await resultColumn(csv, title, headerRow - first)
  const reader = noteReader(notes)
  let number = first
  try {
    // Without the mark Excel would show our words, and theirs, as nonsense.
    yield encode(`${csv.marked || csv.encoding === 'utf-8' ? '\uFEFF' : ''}${csv.namesSeparator ? `sep=${separator}${lineEnd}` : ''}`)
    for await (const batch of csv.records()) {
      let text = ''
      for (const record of batch) {
        number++
        let note = reader.noteOf(number)
        if (note === null) {
          await reader.readTo(number)
          note = reader.noteOf(number)
        }
        const says = number === headerRow ? title : (note?.says ?? '')
        text += (says === '' && record.length <= target ? record : withField(record, target, safeText(says)))
          .map((field) => csvField(field, separator))
          .join(separator)
        text += lineEnd
      }
      yield encode(text)
    }
  } finally {
    await reader.close()
  }
}

function withField(record: readonly string[], at: number, value: string): string[] {
  const fields = [...record]
  while (fields.length <= at) fields.push('')
  fields[at] = value
  return fields
}

/** Where an earlier check left its column, or behind the widest record. */
async function resultColumn(csv: CsvFile, title: string, header: number): Promise<number> {
  let number = 0
  let widest = 0
  for await (const batch of csv.records())
    for (const record of batch) {
      if (++number === header) {
        const earlier = record.findIndex((field) => field.trim() === title)
        if (earlier >= 0) return earlier
      }
      if (record.length > widest) widest = record.length
    }
  return widest
}
