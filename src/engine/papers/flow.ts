/** A paper as a run of parts from top to bottom, the same for PDF and Word. */
import type { Day } from '#kernel/day.ts'
import type { Block, Signature } from '../paper-body.ts'
import { chineseDay, ems, inChinese, officialNumber, type PrintedPaper } from './printed-paper.ts'

export type Pair = readonly [label: string, value: string]

export type Part =
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'issuer'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  /** Rows of one wide or two narrow pairs. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly Pair[])[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly shares: readonly number[]
    }
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  | { readonly kind: 'signatures'; readonly rows: readonly SignatureRow[] }
  | {
      readonly kind: 'seal'
      readonly organ: string
      readonly date: string
      readonly organRight: number
      readonly dateRight: number
      readonly mark: boolean
    }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'note'; readonly text: string }

export interface SignatureRow {
  readonly label: string
  readonly name: string
  readonly date: string
}

const blankDate = '　　年　　月　　日'

/** Everything the paper says, in the order of the standard: head, title, body, attachments, signatures, seal and date, notes. */
export function flow(given: PrintedPaper): readonly Part[] {
  const paper = clean(given)
  const { body } = paper
  const parts: Part[] = [...head(paper)]
  if (body.addressee) parts.push({ kind: 'addressee', text: `${body.addressee.replace(/[:：]\s*$/u, '')}：` })
  for (const block of body.blocks) parts.push(...ofBlock(block))
  if (body.attachments?.length) parts.push({ kind: 'attachments', names: body.attachments })
  if (body.signatures?.length) parts.push({ kind: 'signatures', rows: body.signatures.map(signatureRow) })
  const seal = body.seal ?? (body.layout === 'letter' ? paper.issuer : undefined)
  if (seal) parts.push(sealed(seal, body.date, body.layout === 'form'))
  else if (!body.signatures?.length) parts.push({ kind: 'date', date: chineseDay(body.date) })
  if (body.copies && body.copies > 1) parts.push({ kind: 'note', text: `（本文书一式${inChinese(body.copies)}份）` })
  if (body.note) parts.push({ kind: 'note', text: `（${body.note.replace(/^[（(]|[)）]$/gu, '')}）` })
  return parts
}

/** Without control characters and halves of characters, which neither a Word file nor a PDF can hold. */
function clean<T>(value: T): T {
  if (typeof value === 'string')
    return value
      .toWellFormed()
      .replace(/\r\n?/gu, '\n')
      .replace(/\t/gu, ' ')
      .replace(/(?!\n)\p{Cc}/gu, '') as T
  if (Array.isArray(value)) return value.map(clean) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)])) as T
}

/** A letter begins with its red head; a form with who issues it, when it is issued under a seal, and what it is. */
function* head({ title, number, issuer, body }: PrintedPaper): Generator<Part> {
  const numberPart: Part[] = number ? [{ kind: 'number', text: officialNumber(number) }] : []
  if (body.layout === 'letter') {
    yield { kind: 'mark', text: issuer }
    yield* numberPart
    yield { kind: 'title', text: title.replace(/\n/gu, '') }
  } else {
    if (body.seal && !title.startsWith(body.seal)) yield { kind: 'issuer', text: body.seal }
    yield { kind: 'title', text: title.replace(/\n/gu, '') }
    yield* numberPart
  }
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

function ofBlock(block: Block): Part[] {
  if ('p' in block) return lines(block.p).map((text) => ({ kind: 'paragraph', text: text.trim() }))
  if ('heading' in block)
    return [{ kind: 'heading', text: block.heading, level: /^（[一二三四五六七八九十]+）/u.test(block.heading) ? 2 : 1 }]
  if ('fields' in block) return [{ kind: 'fields', rows: paired(block.fields) }]
  if ('list' in block) return block.list.map((text, at) => ({ kind: 'paragraph', text: `${at + 1}. ${text}` }))
  const { head, rows } = block.table
  return [{ kind: 'table', head, rows, shares: sharesOf(head, rows) }]
}

const narrow = ([label, value]: Pair): boolean => ems(label) <= 6 && ems(value) <= 11 && !value.includes('\n')

/** Two short pairs side by side, as on printed forms; a long value has the row to itself. */
export function paired(fields: readonly Pair[]): readonly (readonly Pair[])[] {
  const rows: Pair[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    if (last?.length === 1 && narrow(last[0]!) && narrow(field)) last.push(field)
    else rows.push([field])
  }
  return rows
}

/** How the columns share the width: as their longest cell asks, but none starves and none takes all. Adds up to 1. */
export function sharesOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const asks = head.map((title, column) => {
    const longest = Math.max(ems(title), ...rows.map((row) => ems(row[column] ?? '')))
    return Math.min(Math.max(longest, 2.5), 16) + 1
  })
  const sum = asks.reduce((a, b) => a + b, 0)
  return asks.map((ask) => ask / sum)
}

const signatureRow = ({ label, name, on }: Signature): SignatureRow => ({
  label: `${label.replace(/[:：]\s*$/u, '')}：`,
  name: name ?? '',
  date: on ? chineseDay(on) : blankDate,
})

/** The date stands four characters from the right and the organ is centred over it; a long organ pushes the date to the left. */
function sealed(organ: string, on: Day, mark: boolean): Part {
  const date = chineseDay(on)
  const over = ems(organ) + (mark ? 4 : 0) - ems(date)
  const dateRight = Math.max(4, 2 + over / 2)
  return { kind: 'seal', organ, date, dateRight, organRight: dateRight - over / 2, mark }
}

/** Figures stand to the right, so that their places align; short words in the middle, sentences to the left. */
export function columnSide(cells: readonly string[]): 'left' | 'center' | 'right' {
  const filled = cells.filter((text) => text.trim() !== '')
  if (filled.length > 0 && filled.every((text) => /^[-+¥￥]?[\d,]+(\.\d+)?%?$/u.test(text))) return 'right'
  return filled.every((text) => ems(text) <= 7) ? 'center' : 'left'
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** A title too long for one line in lines of about equal length, never cut inside a word. */
export function titleLines(title: string, most = 19.5): readonly string[] {
  const parts = [...words.segment(title)].map(({ segment }) => segment)
  const rows = Math.ceil(ems(title) / most)
  for (let limit = ems(title) / rows; limit < most; limit += 0.5) {
    const lines = filled(parts, limit)
    if (lines.length <= rows) return lines
  }
  return filled(parts, most)
}

function filled(parts: readonly string[], limit: number): readonly string[] {
  const out: string[] = []
  for (const part of parts) {
    const line = out.at(-1)
    if (line !== undefined && ems(line + part) <= limit) out[out.length - 1] = line + part
    else out.push(part)
  }
  return out
}
