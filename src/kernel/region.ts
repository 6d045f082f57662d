/** Where a rule holds: `CN` → `CN-ZJ` → `CN-ZJ-HZ`; a region lies in its province, and that in the nation. */
export type Region = 'CN' | `CN-${string}`

/** The region itself, then what it lies in, up to the nation: `CN-ZJ-HZ`, `CN-ZJ`, `CN`. */
export function chainOf(region: Region): readonly Region[] {
  const parts = region.split('-')
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-') as Region)
}
