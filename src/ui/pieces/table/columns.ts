/** The columns of a big table, and which of them somebody keeps. */
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** A track of the grid: `minmax(96px, 1fr)`. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
  /** The name under which the server sorts by it. */
  readonly sort?: string
  readonly right?: boolean
  /** Absent: it is always there. */
  readonly optional?: 'shown' | 'hidden'
}

export interface Kept {
  readonly columns?: readonly string[]
  readonly dense?: boolean
}

/** The columns to draw: those that always are, and of the rest what was kept, or what is shown at first. */
export function shownColumns<Row>(columns: readonly Column<Row>[], kept: readonly string[] | undefined): readonly Column<Row>[] {
  return columns.filter(({ id, optional }) => !optional || (kept ? kept.includes(id) : optional === 'shown'))
}

/** What is kept after one column was put in or taken out. */
export function switched<Row>(columns: readonly Column<Row>[], kept: readonly string[] | undefined, id: string): readonly string[] {
  const now = shownColumns(columns, kept).map((column) => column.id)
  return now.includes(id) ? now.filter((one) => one !== id) : [...now, id]
}

/** What lies in storage may be old or broken; then it counts as nothing. */
export function keptFrom(text: string | null): Kept {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const { columns, dense } = value as Record<string, unknown>
    return {
      ...(Array.isArray(columns) && columns.every((one) => typeof one === 'string') ? { columns: columns as string[] } : {}),
      ...(typeof dense === 'boolean' ? { dense } : {}),
    }
  } catch {
    return {}
  }
}
