/** What a person types as an amount, in whole fen. Pure. */

/** `1,234.5` → 123450, `-3` → -300; undefined for what is no amount. A percentage typed the same way comes out in basis points. */
export function fenOf(typed: string): number | undefined {
  const plain = typed.replace(/[,，\s]/g, '').replace('−', '-')
  const parts = /^(-?)(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain)
  if (!parts) return undefined
  const whole = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'))
  return parts[1] && whole > 0 ? -whole : whole
}
