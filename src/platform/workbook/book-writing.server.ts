/** Writes a whole .xlsx from sheets whose XML is made while it is sent: the small parts every workbook needs, and the styles we use. */
import type { Readable } from 'node:stream'
import { columnName } from './cell.ts'
import { textElement, xmlText } from './xml-text.ts'
import { zipStream } from './zip-writing.server.ts'

export interface SheetSource {
  readonly name: string
  readonly hidden?: boolean
  readonly xml: AsyncIterable<string>
}

export type ColumnKind = 'text' | 'number' | 'day' | 'money'

/** Numbers of the cell formats below. */
export const cellStyle = { plain: 0, text: 1, day: 2, money: 3, header: 4, required: 5, wrapped: 6 } as const

export const styleOf: Record<ColumnKind, number> = {
  text: cellStyle.text,
  number: cellStyle.plain,
  day: cellStyle.day,
  money: cellStyle.money,
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The next sheet is asked for when the one before is through. */
export function bookStream(sheets: AsyncIterable<SheetSource>): Readable {
  return zipStream(async (zip) => {
    const written: SheetSource[] = []
    for await (const sheet of sheets) {
      written.push(sheet)
      await zip.add(`xl/worksheets/sheet${written.length}.xml`, sheet.xml)
    }
    for (const [name, xml] of smallParts(written)) await zip.add(name, once(declaration + xml))
    zip.end()
  })
}

async function* once(text: string) {
  yield text
}

function smallParts(sheets: readonly SheetSource[]): [name: string, xml: string][] {
  const each = (make: (sheet: SheetSource, number: number) => string) => sheets.map((sheet, i) => make(sheet, i + 1)).join('')
  const styles = sheets.length + 1
  return [
    ['xl/styles.xml', stylesXml],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(
        ({ name, hidden }, n) => `<sheet name="${xmlText(name)}" sheetId="${n}"${hidden ? ' state="hidden"' : ''} r:id="rId${n}"/>`,
      )}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaged}/relationships">${each(
        (_, n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
      )}<Relationship Id="rId${styles}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>${each(
        (_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
      )}<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    ],
  ]
}

const solid = (rgb: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const format = (numFmt: number, font = 0, fill = 0, inner = '') =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${inner ? ` applyAlignment="1">${inner}</xf>` : '/>'}`
const middle = '<alignment vertical="center" wrapText="1"/>'
const formats = [
  format(0),
  format(49),
  format(164),
  format(4),
  format(49, 1, 2, middle),
  format(49, 1, 3, middle),
  format(49, 0, 0, '<alignment vertical="top" wrapText="1"/>'),
]

const stylesXml =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="2"><font><sz val="11"/><name val="等线"/><family val="2"/></font><font><b/><sz val="11"/><name val="等线"/><family val="2"/></font></fonts>` +
  `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFEDF1F5')}${solid('FFFFF2CC')}</fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

export interface ColumnShape {
  readonly width: number
  readonly style: number
}

/** A sheet up to its rows: column widths and styles, the first row held in place. */
export const sheetHead = (columns: readonly ColumnShape[]): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${
    columns.length > 0
      ? `<cols>${columns.map(({ width, style }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${style}" customWidth="1"/>`).join('')}</cols>`
      : ''
  }<sheetData>`

export const rowElement = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`

/** Excel calls a file with longer cells damaged. */
const longestCell = 32_767

/** A text is never a formula here, whatever it begins with. */
export const textCell = (row: number, column: number, text: string, style: number): string =>
  text === ''
    ? ''
    : `<c r="${columnName(column)}${row}" s="${style}" t="inlineStr"><is>${textElement(text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text)}</is></c>`

export const numberCellElement = (row: number, column: number, value: string, style: number): string =>
  `<c r="${columnName(column)}${row}" s="${style}"><v>${value}</v></c>`
