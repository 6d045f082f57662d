/** Blank workbooks to fill in: ID and phone columns already text, choices as lists, and a second sheet that says what belongs in each column. */
import type { Readable } from 'node:stream'
import type { Text } from '#kernel/text.ts'
import {
  bookStream,
  type ColumnKind,
  cellStyle,
  rowElement,
  type SheetSource,
  sheetHead,
  styleOf,
  textCell,
} from './book-writing.server.ts'
import { columnName } from './cell.ts'
import { xmlText } from './xml-text.ts'

export interface TemplateColumn {
  readonly title: string
  readonly note: Text
  /** Shown on the second sheet only, so that nobody imports it by mistake. */
  readonly example?: string
  readonly kind: ColumnKind
  readonly choices?: readonly string[]
  readonly required?: boolean
  readonly width?: number
}

export interface Template {
  /** Name of the sheet to fill in. */
  readonly title: string
  readonly columns: readonly TemplateColumn[]
}

/** Rows that offer lists and hints. */
const lastRow = 5_001
export const guideSheet = '填写说明'
const choiceSheet = '选项'

export function writeTemplate(template: Template): Readable {
  return bookStream(sheetsOf(template))
}

async function* sheetsOf({ title, columns }: Template): AsyncGenerator<SheetSource> {
  yield { name: title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31), xml: formXml(columns) }
  yield { name: guideSheet, xml: guideXml(columns) }
  const lists = columns.flatMap(({ choices }) => (choices?.length ? [choices] : []))
  if (lists.length > 0) yield { name: choiceSheet, hidden: true, xml: choicesXml(lists) }
}

async function* formXml(columns: readonly TemplateColumn[]): AsyncGenerator<string> {
  yield sheetHead(columns.map(({ kind, width, title }) => ({ width: width ?? Math.max(14, title.length * 2 + 4), style: styleOf[kind] })))
  yield rowElement(
    1,
    columns.map(({ title, required }, i) => textCell(1, i, title, required ? cellStyle.required : cellStyle.header)),
  )
  yield `</sheetData>${validations(columns)}</worksheet>`
}

/** A list where there are choices, a hint where there is something to say. */
function validations(columns: readonly TemplateColumn[]): string {
  let lists = 0
  const each = columns.map(({ title, note, choices }, i) => {
    const hint = `showInputMessage="1" promptTitle="${xmlText(title.slice(0, 32))}" prompt="${xmlText(`${note.zh}\n${note.en}`.slice(0, 255)).replaceAll('\n', '&#10;')}"`
    const range = `sqref="${columnName(i)}2:${columnName(i)}${lastRow}"`
    if (!choices?.length) return `<dataValidation allowBlank="1" ${hint} ${range}/>`
    const list = columnName(lists++)
    const refuses = 'showErrorMessage="1" errorTitle="请从列表中选" error="这一列只能从列表中选。Please choose from the list."'
    return `<dataValidation type="list" allowBlank="1" ${hint} ${refuses} ${range}><formula1>'${choiceSheet}'!$${list}$1:$${list}$${choices.length}</formula1></dataValidation>`
  })
  return each.length > 0 ? `<dataValidations count="${each.length}">${each.join('')}</dataValidations>` : ''
}

const guideTitles = ['列 Column', '必填 Required', '怎么填', 'What to put', '举例 Example', '可选 Choices']

async function* guideXml(columns: readonly TemplateColumn[]): AsyncGenerator<string> {
  const text = cellStyle.wrapped
  yield sheetHead([18, 14, 44, 44, 24, 36].map((width) => ({ width, style: text })))
  yield rowElement(
    1,
    guideTitles.map((title, i) => textCell(1, i, title, cellStyle.header)),
  )
  for (const [i, { title, required, note, example, choices }] of columns.entries()) {
    const values = [title, required ? '必填 Yes' : '', note.zh, note.en, example ?? '', choices?.join('、') ?? '']
    yield rowElement(
      i + 2,
      values.map((value, at) => textCell(i + 2, at, value, text)),
    )
  }
  yield '</sheetData></worksheet>'
}

async function* choicesXml(lists: readonly (readonly string[])[]): AsyncGenerator<string> {
  yield sheetHead(lists.map(() => ({ width: 20, style: cellStyle.text })))
  for (let row = 0; row < Math.max(...lists.map((list) => list.length)); row++)
    yield rowElement(
      row + 1,
      lists.map((list, i) => textCell(row + 1, i, list[row] ?? '', cellStyle.text)),
    )
  yield '</sheetData></worksheet>'
}
