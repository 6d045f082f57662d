/** Money in whole 分 (fen), as the ledger and the API hold it; people read yuan. */
export type Fen = number

/** `1234567` → `12,345.67`; whole yuan are written without decimals. */
export function yuan(fen: Fen): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${grouped}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** The amount in capital characters, as agreements and receipts write it: `12345.60` → 壹万贰仟叁佰肆拾伍元陆角. */
export function yuanInCapitals(fen: Fen): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 10 ** 17) throw new RangeError(`not an amount: ${fen}`)
  const whole = String(Math.floor(fen / 100))
  const jiao = Math.floor(fen / 10) % 10
  const cent = fen % 10
  let out = ''
  let gap = false
  for (let at = 0; at < whole.length; at++) {
    const left = whole.length - 1 - at
    const n = Number(whole[at])
    if (n === 0) gap = true
    else {
      if (gap && out) out += '零'
      gap = false
      out += digits[n]! + places[left % 4]
    }
    if (left % 4 === 0 && left > 0 && Number(whole.slice(Math.max(0, at - 3), at + 1)) > 0) out += groups[left / 4]
  }
  if (fen === 0) return '零元整'
  const head = out ? `${out}元` : ''
  if (jiao === 0 && cent === 0) return `${head}整`
  const small = `${jiao ? `${digits[jiao]}角` : out ? '零' : ''}${cent ? `${digits[cent]}分` : ''}`
  return head + small + (cent ? '' : '整')
}
