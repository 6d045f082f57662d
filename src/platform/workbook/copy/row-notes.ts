/** What is wrong in the rows, taken from a stream in their order, no more of it in memory than is needed. */
import type { SheetNote } from './sheet-copy.ts'

export interface RowNote {
  /** As `Row.number`. */
  readonly row: number
  /** About the row as a whole. */
  readonly says?: string
  /** About single cells: `column` 0 is A. The words should name the column themselves. */
  readonly cells?: readonly { readonly column: number; readonly says: string }[]
}

export interface NoteReader {
  /** Undefined: nothing is wrong in it; null: not known before `readTo`. */
  noteOf(row: number): SheetNote | undefined | null
  readTo(row: number): Promise<void>
  close(): Promise<void>
}

const ahead = 256

export function noteReader(notes: AsyncIterable<RowNote> | Iterable<RowNote>): NoteReader {
  const source = Symbol.asyncIterator in notes ? notes[Symbol.asyncIterator]() : notes[Symbol.iterator]()
  const known = new Map<number, SheetNote>()
  let reached = 0
  let done = false
  return {
    noteOf(row) {
      if (row >= reached && !done) return null
      const note = known.get(row)
      if (note) known.delete(row)
      return note
    },
    async readTo(row) {
      // What is left over belongs to rows that are not in the sheet.
      for (const left of known.keys()) if (left < row) known.delete(left)
      for (let read = 0; !done && (reached <= row || read < ahead); read++) {
        const next = await source.next()
        if (next.done) {
          done = true
          return
        }
        if (next.value.row < reached) throw new RangeError(`notes out of order: row ${next.value.row} after ${reached}`)
        reached = next.value.row
        if (reached >= row) known.set(reached, joined(next.value, known.get(reached)))
      }
    },
    async close() {
      done = true
      await source.return?.()
    },
  }
}

function joined(note: RowNote, before: SheetNote | undefined): SheetNote {
  const words = [before?.says, note.says, ...(note.cells ?? []).map((cell) => cell.says)].filter(Boolean)
  return { says: words.join('；'), columns: [...(before?.columns ?? []), ...(note.cells ?? []).map((cell) => cell.column)] }
}
