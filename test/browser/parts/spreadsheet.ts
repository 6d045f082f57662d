/** A workbook as an office program saves it: shared strings, merged cells, dates as numbers with a format; and one whose cells are changed by hand. */
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** Text, a number as it is written in the file, or a day as the number that programs count. */
export type Written = string | { readonly number: string } | { readonly day: string } | null

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Written[])[]
  /** `A1:K1` */
  readonly merged: readonly string[]
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
export const letter = (column: number): string => String.fromCharCode(65 + column)
const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569

export async function writeSpreadsheet({ name, rows, merged }: Sheet): Promise<Buffer> {
  const texts = new Map<string, number>()
  const shared = (text: string): number => {
    if (!texts.has(text)) texts.set(text, texts.size)
    return texts.get(text)!
  }
  const cell = (written: Written, row: number, column: number): string => {
    const at = `r="${letter(column)}${row}"`
    if (written === null || written === '') return ''
    if (typeof written === 'string') return `<c ${at} t="s"><v>${shared(written)}</v></c>`
    return 'day' in written ? `<c ${at} s="1"><v>${serialOf(written.day)}</v></c>` : `<c ${at}><v>${written.number}</v></c>`
  }
  const data = rows.map((row, at) => `<row r="${at + 1}">${row.map((one, column) => cell(one, at + 1, column)).join('')}</row>`).join('')
  const joins = `<mergeCells count="${merged.length}">${merged.map((one) => `<mergeCell ref="${one}"/>`).join('')}</mergeCells>`
  return await zipped({
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${joins}</worksheet>`,
    'xl/sharedStrings.xml': `${xml}<sst xmlns="${main}" uniqueCount="${texts.size}">${[...texts.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  })
}

/** Types over cells (`C45`), as somebody does who opens the file, mends it and saves it; everything else stays as it is. */
export async function withCells(workbook: Buffer, cells: Readonly<Record<string, string>>): Promise<Buffer> {
  const parts = await unzipped(workbook)
  const sheet = Object.keys(parts).find((name) => /worksheets\/sheet1\.xml$/.test(name))!
  let text = parts[sheet]!.toString('utf8')
  for (const [at, says] of Object.entries(cells)) {
    const typed = `<c r="${at}" t="inlineStr"><is><t>${escaped(says)}</t></is></c>`
    const there = new RegExp(`<c r="${at}"(?: [^>]*?)?(?:/>|>.*?</c>)`)
    if (there.test(text)) text = text.replace(there, typed)
    else text = intoRow(text, at, typed)
  }
  return await zipped({ ...parts, [sheet]: text })
}

/** Before the first cell of the row that stands further right. */
function intoRow(text: string, at: string, typed: string): string {
  const [, column, row] = /^([A-Z]+)(\d+)$/.exec(at)!
  return text.replace(new RegExp(`(<row r="${row}"[^>]*>)(.*?)(</row>)`), (_, open: string, inside: string, close: string) => {
    const cells = inside.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/g) ?? []
    const further = cells.findIndex((one) => /r="([A-Z]+)/.exec(one)![1]! > column!)
    cells.splice(further < 0 ? cells.length : further, 0, typed)
    return open + cells.join('') + close
  })
}

export async function unzipped(bytes: Buffer): Promise<Record<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  const parts: Record<string, Buffer> = {}
  for await (const entry of zip.eachEntry()) parts[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry))
  return parts
}

async function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name)
  zip.end()
  return await buffer(zip.outputStream)
}
