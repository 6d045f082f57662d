/** Numbers that are written as they should be and are nobody's: of a county, a register and a telephone range that do not exist. */
import type { Id } from '#kernel/id.ts'
import type { Sex } from '../../id-number.ts'

/** In Zhejiang, but no county has this code. */
const nowhere = '339999'

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number by GB 11643 of somebody born that day, the `rank`-th of the day and sex. */
export function demoIdNumber(birth: string, rank: number, sex: Sex): string {
  const order = rank * 2 + (sex === 'male' ? 1 : 0)
  const first = `${nowhere}${birth.slice(0, 4)}${birth.slice(5, 7)}${birth.slice(8, 10)}${String(order).padStart(3, '0')}`
  let sum = 0
  for (let at = 0; at < 17; at++) sum += idWeights[at]! * (first.charCodeAt(at) - 48)
  return first + '10X98765432'[sum % 11]
}

const codeLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** A unified social credit code by GB 32100 with both check digits, different for each n below a hundred million. */
export function demoCreditCode(n: number): string {
  const body = `M${String((n * 6_700_417) % 10_000_000).padStart(7, '0')}`
  const bodySum = [...body].reduce((sum, letter, at) => sum + bodyWeights[at]! * Number.parseInt(letter, 36), 0)
  const bodyCheck = 11 - (bodySum % 11)
  const first = `91${nowhere}${body}${bodyCheck === 10 ? 'X' : bodyCheck === 11 ? '0' : bodyCheck}`
  const sum = [...first].reduce((total, letter, at) => total + codeWeights[at]! * codeLetters.indexOf(letter), 0)
  return first + codeLetters[(31 - (sum % 31)) % 31]
}

/** 100… is no number range of any carrier. Different for each n below a hundred million. */
export const demoPhone = (n: number): string => `100${String((n * 38_196_601 + 4_217) % 100_000_000).padStart(8, '0')}`

/** A version-8 UUID that ends in the number, so that rows written in turn lie beside each other. `family` is eight hexadecimal digits. */
export const numberedId = (family: string, n: number): Id => `${family}-0000-8000-8000-${n.toString(16).padStart(12, '0')}`
