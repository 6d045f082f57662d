/** What the cells and the lines beneath them can ask of the grid. */
import { createContext, use } from 'react'
import type { FixWire, RowEdit } from '../../../imports/import-wire.ts'
import type { Place } from './kept-rows.ts'

export interface GridActs {
  /** Rows may be mended: it has been checked and is not written. */
  readonly editable: boolean
  /** Rejects with what the server said; the row and the counts are put in place by then. */
  readonly edit: (row: number, edit: RowEdit) => Promise<void>
  readonly fix: (fix: FixWire) => Promise<void>
  readonly begin: (place: Place) => void
  /** Editing is over; the focus goes to the cell, or to the next fault. */
  readonly end: (place: Place, then: 'stay' | 'next' | 'back' | 'leave') => void
  readonly pair: (row: number, other: number) => void
}

const nothing = () => Promise.reject(new Error('no grid'))
export const GridContext = createContext<GridActs>({
  editable: false,
  edit: nothing,
  fix: nothing,
  begin: () => undefined,
  end: () => undefined,
  pair: () => undefined,
})
export const useGrid = (): GridActs => use(GridContext)
