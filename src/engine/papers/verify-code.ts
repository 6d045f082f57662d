/** The short code under a paper, derived from its hash: ten characters that cannot be misread or mistyped into another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first 50 bits of a hexadecimal hash, in Crockford's base 32. */
export function codeOf(hash: string): string {
  if (!/^[0-9a-f]{16,}$/i.test(hash)) throw new RangeError(`not a hexadecimal hash: ${hash}`)
  let bits = BigInt(`0x${hash.slice(0, 13)}`) >> 2n
  let code = ''
  for (let at = 0; at < 10; at++) {
    code = alphabet[Number(bits & 31n)]! + code
    bits >>= 5n
  }
  return code
}

/** As people read it: `7K2MX-0QW9D`. */
export const groupedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** What a person typed as a code: hyphens and case do not matter, O is 0, I and L are 1. Undefined when it is none. */
export function readCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return code.length === 10 && [...code].every((char) => alphabet.includes(char)) ? code : undefined
}
