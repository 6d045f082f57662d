/** Cells as people see them in Excel: their text, and what kind of thing the text is. */

/**
 * `rounded`: a whole number of more than 15 digits, of which Excel has lost the last ones (an ID or card number that was not typed as text).
 * `day` is `2026-08-24`, `moment` is `2026-08-24 09:30:00`, `time` is `09:30:00`; `boolean` is TRUE or FALSE; `error` is `#N/A` and its like.
 */
export type CellKind = 'text' | 'number' | 'rounded' | 'day' | 'moment' | 'time' | 'boolean' | 'error'

export interface Cell {
  readonly kind: CellKind
  /** Never empty: an empty cell is null. */
  readonly text: string
  /** The text is what a formula gave when the file was saved; the formula itself is not read. */
  readonly formula: boolean
}

/** `cells[0]` is column A. A row without anything but blanks is left out, so numbers may jump. */
export interface Row {
  /** As shown at the left edge of the sheet, from 1. */
  readonly number: number
  readonly cells: readonly (Cell | null)[]
}

/** What a number format makes of a number; `zeros` is the width of formats such as `000000`. */
export interface NumberFormat {
  readonly shows: 'number' | 'day' | 'moment' | 'time'
  readonly zeros: number
}

const builtInDays = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

export const plainFormat: NumberFormat = { shows: 'number', zeros: 0 }

/** What the built-in format of this id, or this written format, shows. */
export function numberFormat(id: number, code?: string): NumberFormat {
  if (code === undefined) {
    if (id === 22) return { shows: 'moment', zeros: 0 }
    return { shows: builtInDays.has(id) ? 'day' : builtInTimes.has(id) ? 'time' : 'number', zeros: 0 }
  }
  if (/^0+$/.test(code)) return { shows: 'number', zeros: code.length }
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/am\/pm|a\/p|上午\/下午|general|e[+-]/gi, '')
  const day = /[yd]|aaa/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))
  const time = /[hs]/i.test(bare)
  return { shows: day ? (time ? 'moment' : 'day') : time ? 'time' : 'number', zeros: 0 }
}

const two = (n: number) => String(n).padStart(2, '0')

/** A date serial as text; null where the calendar of Excel has no such day. */
export function serialText(serial: number, shows: 'day' | 'moment' | 'time', from1904: boolean): { kind: CellKind; text: string } | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  const seconds = Math.round((serial % 1) * 86_400)
  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const rest = seconds % 86_400
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`
  if (shows === 'time' && days === 0) return { kind: 'time', text: time }
  // Excel believes in 29 February 1900, so days before March 1900 count from one day later.
  const since1970 = from1904 ? days - 24_107 : days < 60 ? days - 25_568 : days - 25_569
  const text = new Date(since1970 * 86_400_000).toISOString().slice(0, 10)
  return shows === 'day' || (rest === 0 && shows === 'moment') ? { kind: 'day', text } : { kind: 'moment', text: `${text} ${time}` }
}

/** A stored number as its cell shows it, without exponent and without the dust of binary fractions. */
export function numberCell(raw: string, format: NumberFormat, from1904: boolean, formula: boolean): Cell {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return { kind: 'text', text: raw, formula }
  if (format.shows !== 'number') {
    const shown = serialText(value, format.shows, from1904)
    if (shown) return { ...shown, formula }
  }
  if (Math.abs(value) >= 1e15 && Math.abs(value) < 1e30 && Number.isInteger(value)) return { kind: 'rounded', text: whole(value), formula }
  const text = raw.length <= 15 && /^-?\d+(\.\d+)?$/.test(raw) ? raw : plain(value)
  return { kind: 'number', text: format.zeros > text.length && /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text, formula }
}

/** A long whole number as Excel shows it: fifteen digits, then zeros. */
function whole(value: number): string {
  const [digits, exponent] = value.toExponential(14).split('e+') as [string, string]
  return digits.replace('.', '').padEnd(Number(exponent) + (value < 0 ? 2 : 1), '0')
}

/** Fifteen digits, as Excel shows. */
function plain(value: number): string {
  const short = String(Number(value.toPrecision(15)))
  if (!short.includes('e')) return short
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : short
}

/** `A` is 0, `AA` is 26; -1 for what is no reference. Looks at the letters only. */
export function columnOf(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return at > 3 ? 16_384 : column - 1
}

export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}
