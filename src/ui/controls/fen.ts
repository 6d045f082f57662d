/** What a person types as an amount, in whole fen. Pure. */

/** `1,234.5` → 123450; undefined for what is no amount. */
export function fenOf(typed: string): number | undefined {
  const plain = typed.replace(/[,，\s]/g, '')
  const parts = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain)
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined
}
