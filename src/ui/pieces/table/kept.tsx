/** What somebody keeps of a table: its columns and the height of its rows, on this machine. */
import { useState } from 'react'
import { type Kept, keptFrom } from './columns.ts'

/** `name` tells the table and the person, for two may share a machine. */
export function useKept(name: string): readonly [Kept, (kept: Kept) => void] {
  const place = `hexie.table.${name}`
  const [kept, setKept] = useState(() => keptFrom(localStorage.getItem(place)))
  return [
    kept,
    (next) => {
      setKept(next)
      localStorage.setItem(place, JSON.stringify(next))
    },
  ]
}
