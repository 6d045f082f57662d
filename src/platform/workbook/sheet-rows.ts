/** Turns the XML of one sheet into rows: values only, blank rows left out, every limit checked as the cells come. */
import { type Cell, columnName, columnOf, type NumberFormat, numberCell, plainFormat, type Row } from './cell.ts'
import type { SharedTexts } from './shared-texts.ts'
import { broken, hugeCell, tooManyColumns, tooManyRows, type WorkbookLimits } from './workbook-problem.ts'
import { plainText } from './xml-text.ts'
import type { XmlWatcher } from './xml-walk.ts'

export interface SheetContext {
  readonly texts: SharedTexts
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
  readonly limits: WorkbookLimits
}

const blank = /^\s*$/

/** A short string cut out of a long one keeps the long one alive; this one stands alone. */
const alone = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())

export function sheetRows(context: SheetContext, give: (row: Row) => void): XmlWatcher {
  const { texts, formats, from1904, limits } = context
  let number = 0
  let cells: (Cell | null)[] = []
  let filled = false
  let column = -1
  let type: string | undefined
  let style = 0
  let formula = false
  let value = ''
  let phonetic = false
  let given = 0

  const reference = () => `${columnName(column)}${number}`
  const textOf = (text: string, kind: Cell['kind'] = 'text'): Cell | null => {
    if (text.length > limits.cellCharacters) throw hugeCell(reference(), limits.cellCharacters)
    return text === '' ? null : { kind, text, formula }
  }
  const shared = (): Cell | null => {
    const text = texts.get(Number(value))
    if (text === undefined) throw broken()
    if (text === null) throw hugeCell(reference(), limits.cellCharacters)
    return textOf(text)
  }
  const cellOf = (): Cell | null => {
    switch (type) {
      case 's':
        return value === '' ? null : shared()
      case 'str':
      case 'inlineStr':
        return textOf(plainText(alone(value)))
      case 'b':
        return textOf(value.trim() === '1' || /^\s*true\s*$/i.test(value) ? 'TRUE' : 'FALSE', 'boolean')
      case 'e':
        return textOf(alone(value), 'error')
      case 'd':
        return isoCell(alone(value.trim()), formula)
      default:
        return blank.test(value) ? null : numberCell(alone(value), formats[style] ?? plainFormat, from1904, formula)
    }
  }
  const endCell = () => {
    if (value === '') return
    const cell = cellOf()
    if (!cell) return
    if (column >= limits.columns) throw tooManyColumns(reference(), limits.columns)
    while (cells.length < column) cells.push(null)
    cells[column] = cell
    filled ||= cell.kind !== 'text' || !blank.test(cell.text)
  }
  const endRow = () => {
    if (!filled) return
    if (number > limits.rows || ++given > limits.rows) throw tooManyRows(limits.rows)
    give({ number, cells })
  }
  const watcher: XmlWatcher = {
    listening: false,
    open(name, of) {
      if (name === 'c') {
        const place = of.get('r')
        column = place === undefined ? column + 1 : columnOf(place)
        if (column < 0) throw broken()
        type = of.get('t')
        style = Number(of.get('s') ?? 0)
        formula = false
        value = ''
      } else if (name === 'v') {
        watcher.listening = true
      } else if (name === 't') {
        watcher.listening = !phonetic && type === 'inlineStr'
      } else if (name === 'row') {
        const at = Number(of.get('r') ?? 0)
        number = at > number ? at : number + 1
        cells = []
        filled = false
        column = -1
      } else if (name === 'f') formula = true
      else if (name === 'rPh') phonetic = true
    },
    close(name) {
      if (name === 'v' || name === 't') watcher.listening = false
      else if (name === 'c') endCell()
      else if (name === 'row') endRow()
      else if (name === 'rPh') phonetic = false
    },
    text(piece) {
      value = value === '' ? piece : value + piece
      if (value.length > limits.cellCharacters * 8) throw hugeCell(reference(), limits.cellCharacters)
    },
  }
  return watcher
}

/** A cell of type `d` carries its day as ISO 8601. */
function isoCell(text: string, formula: boolean): Cell | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(text) ?? []
  if (!day) return text === '' ? null : { kind: 'text', text, formula }
  return time && !/^00:00(:00)?$/.test(time)
    ? { kind: 'moment', text: `${day} ${time.padEnd(8, ':00')}`, formula }
    : { kind: 'day', text: day, formula }
}
