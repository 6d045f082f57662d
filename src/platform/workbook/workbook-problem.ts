/** What a workbook may be, and the words for one that may not: what is wrong and how to mend it. */
import { type Text, text } from '#kernel/text.ts'
import { badInput, Problem, unsupportedType } from '../problem.ts'

export interface WorkbookLimits {
  /** Of the file as uploaded. */
  readonly fileBytes: number
  /** Of one part and of all parts together, unpacked. */
  readonly partBytes: number
  readonly unpackedBytes: number
  /** Unpacked to packed; looked at only for parts over `ratioFromBytes`. */
  readonly ratio: number
  readonly ratioFromBytes: number
  readonly parts: number
  readonly rows: number
  readonly columns: number
  readonly cellCharacters: number
  /** Of the table of texts, the one thing kept in memory. */
  readonly sharedTextBytes: number
}

const MiB = 1_048_576

export const workbookLimits: WorkbookLimits = {
  fileBytes: 200 * MiB,
  partBytes: 1024 * MiB,
  unpackedBytes: 1536 * MiB,
  ratio: 200,
  ratioFromBytes: 32 * MiB,
  parts: 5_000,
  rows: 1_048_576,
  columns: 512,
  cellCharacters: 32_767,
  sharedTextBytes: 192 * MiB,
}

const atFile = (zh: string, en: string): Problem => badInput([{ path: 'file', says: text(zh, en) }])
const tooBig = (says: Text): Problem => new Problem({ status: 413, kind: 'too-large', title: text('内容太大', 'Too large'), says })
const many = (n: number): string => n.toLocaleString('en-US')

export const broken = (): Problem =>
  atFile(
    '文件已损坏或没有传完整。请用 Excel 或 WPS 打开它，另存为新的 .xlsx 文件后再上传',
    'The file is damaged or incomplete. Open it in Excel or WPS, save it as a new .xlsx file and upload that',
  )

export const documentType = (): Problem =>
  atFile(
    '文件里含有不允许的文档类型声明（DOCTYPE）。请用 Excel 或 WPS 打开它，另存为新的 .xlsx 文件',
    'The file contains a document type declaration (DOCTYPE), which is not allowed. Open it in Excel or WPS and save it as a new .xlsx file',
  )

export const unsafeName = (): Problem =>
  atFile(
    '压缩包里有不安全的文件名，不像 Excel 或 WPS 保存的工作簿。请另存为新的 .xlsx 文件',
    'The archive contains unsafe file names; Excel and WPS do not write such a workbook. Save it as a new .xlsx file',
  )

export const noSheet = (): Problem =>
  atFile(
    '工作簿里没有可以读取的工作表。请检查工作表是否被隐藏，或是否存成了别的格式',
    'The workbook has no sheet that can be read. See whether the sheets are hidden, or whether it was saved in another format',
  )

export const noSuchSheet = (name: string): Problem =>
  atFile(`工作簿里没有名为“${name}”的工作表`, `The workbook has no sheet named "${name}"`)

export const emptyFile = (): Problem => atFile('文件是空的', 'The file is empty')

export const badCharacters = (): Problem =>
  atFile(
    '文件的文字编码认不出来。请用 Excel 或 WPS 打开它，另存为 .xlsx 再上传',
    'The encoding of the text cannot be told. Open the file in Excel or WPS, save it as .xlsx and upload that',
  )

export const openQuote = (row: number): Problem =>
  atFile(
    `第 ${row} 行之后有一个引号没有配对，后面的内容无法分列`,
    `After row ${row} a quotation mark is never closed, so what follows cannot be split`,
  )

export const tooManyRows = (limit: number): Problem =>
  atFile(
    `一个工作表最多 ${many(limit)} 行，请分成几个文件上传`,
    `A sheet may have ${many(limit)} rows at most; please split it into several files`,
  )

export const tooManyColumns = (cell: string, limit: number): Problem =>
  atFile(
    `单元格 ${cell} 超出了 ${limit} 列的上限。请删去多余的列再上传`,
    `Cell ${cell} lies beyond the limit of ${limit} columns. Please remove the columns that are not needed`,
  )

export const hugeCell = (cell: string, limit: number): Problem =>
  atFile(
    `单元格 ${cell} 的内容超过 ${many(limit)} 个字，请检查这个单元格`,
    `Cell ${cell} holds more than ${many(limit)} characters; please look at it`,
  )

export const tooManyParts = (limit: number): Problem =>
  tooBig(
    text(
      `压缩包里的文件超过 ${many(limit)} 个，不像一个普通的工作簿`,
      `The archive holds more than ${many(limit)} files; this is no ordinary workbook`,
    ),
  )

export const fileTooBig = (limitBytes: number): Problem =>
  tooBig(text(`文件不能超过 ${Math.round(limitBytes / MiB)} MB`, `The file may have ${Math.round(limitBytes / MiB)} MB at most`))

export const unpacksTooBig = (): Problem =>
  tooBig(
    text(
      '文件解压后大得不正常，已停止读取。请只保留需要的工作表和行，另存为新的 .xlsx 文件',
      'Unpacked, the file is abnormally large, so it is not read. Keep only the sheets and rows needed and save it as a new .xlsx file',
    ),
  )

export const tooMuchText = (): Problem =>
  tooBig(text('工作簿里的文字太多，请分成几个文件上传', 'The workbook holds too much text; please split it into several files'))

/** Formats that are tables, but not ours, and things that are no tables: what it seems to be, and what to do. */
export const unsupported = {
  encrypted: () =>
    unsupportedType(
      text('工作簿设了打开密码。请先取消密码，再上传', 'The workbook has a password. Remove the password first, then upload it'),
    ),
  oldBinary: () =>
    unsupportedType(
      text(
        '这是旧格式的表格（.xls 或 .et）。请用 Excel 或 WPS 打开，另存为 .xlsx 再上传',
        'This is an old format (.xls or .et). Open it in Excel or WPS, save it as .xlsx and upload that',
      ),
    ),
  binaryBook: () =>
    unsupportedType(
      text('这是二进制工作簿（.xlsb）。请另存为 .xlsx 再上传', 'This is a binary workbook (.xlsb). Save it as .xlsx and upload that'),
    ),
  openDocument: () =>
    unsupportedType(
      text(
        '这是 OpenDocument 表格（.ods）。请另存为 .xlsx 再上传',
        'This is an OpenDocument table (.ods). Save it as .xlsx and upload that',
      ),
    ),
  macros: () =>
    unsupportedType(
      text(
        '工作簿里含有宏，不能上传。请另存为不含宏的 .xlsx 文件再上传',
        'The workbook contains macros and is not accepted. Save it as an .xlsx file without macros and upload that',
      ),
    ),
  webPage: () =>
    unsupportedType(
      text(
        '这是网页或 XML 格式的表格，只是改了扩展名。请用 Excel 或 WPS 打开，另存为 .xlsx 再上传',
        'This is a table in web page or XML format under another name. Open it in Excel or WPS, save it as .xlsx and upload that',
      ),
    ),
  otherZip: () =>
    unsupportedType(
      text(
        '这是压缩包或别的文档，不是 Excel 工作簿。请上传 .xlsx 或 .csv 文件',
        'This is an archive or another kind of document, not an Excel workbook. Please upload .xlsx or .csv',
      ),
    ),
  noTable: () => unsupportedType(text('这不是表格文件。请上传 .xlsx 或 .csv 文件', 'This is not a table. Please upload .xlsx or .csv')),
}
