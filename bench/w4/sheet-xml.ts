/** The XML of a sheet and of its shared texts, piece by piece. Pure. */

/** A text, or a day as a whole number of days since 1970. */
export type Value = string | { readonly day: number }

export type Texts = Map<string, number>
export const shareTexts = (): Texts => new Map()

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Day 0 of a workbook is 1899-12-30. */
const firstSerial = 25_569

export function* sheetXml(rows: Iterable<readonly Value[]>, texts: Texts): Generator<string> {
  yield `${start}<worksheet xmlns="${main}"><sheetData>`
  let number = 0
  let piece: string[] = []
  for (const row of rows) {
    number++
    piece.push(
      `<row r="${number}" spans="1:${row.length}">${row.map((value, at) => cell(value, `${letters[at]}${number}`, texts)).join('')}</row>`,
    )
    if (piece.length < 500) continue
    yield piece.join('')
    piece = []
  }
  yield `${piece.join('')}</sheetData></worksheet>`
}

function cell(value: Value, at: string, texts: Texts): string {
  if (typeof value !== 'string') return `<c r="${at}" s="2"><v>${value.day + firstSerial}</v></c>`
  if (value === '') return `<c r="${at}" s="1"/>`
  const known = texts.get(value) ?? texts.size
  texts.set(value, known)
  return `<c r="${at}" s="1" t="s"><v>${known}</v></c>`
}

export function* textsXml(texts: Texts): Generator<string> {
  yield `${start}<sst xmlns="${main}" uniqueCount="${texts.size}">`
  let piece = ''
  for (const text of texts.keys()) {
    piece += `<si><t>${text}</t></si>`
    if (piece.length < 60_000) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sst>`
}
