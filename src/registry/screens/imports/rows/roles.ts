/** What each part of the grid is, said outright: drawn as blocks on a phone, a table would lose its meaning for a screen reader. */
export const grid = { role: 'grid' } as const
export const group = { role: 'rowgroup' } as const
export const row = { role: 'row' } as const
export const column = { role: 'columnheader' } as const
export const rowHead = { role: 'rowheader' } as const
export const cell = { role: 'gridcell' } as const
