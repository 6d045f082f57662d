/** The eighteen-place identity number (GB 11643): read as people type it, checked, masked; its faults in words that say how to mend them. */
import { type Day, isDay } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import { hideAll, misplaced, spoiltBySpreadsheet, tidyNumber } from './secrets/written-number.ts'

export type Sex = 'male' | 'female'

/** resident: 居民身份证 · settled: 港澳台居民居住证 · foreigner: 外国人永久居留身份证 from 2023 on. */
export type IdNumberKind = 'resident' | 'settled' | 'foreigner'

export type IdNumberFault = 'empty' | 'spreadsheet' | 'old' | 'length' | 'character' | 'region' | 'birth' | 'checkDigit'

export type IdNumberAnswer =
  | { readonly ok: true; readonly number: string; readonly kind: IdNumberKind; readonly birth: Day; readonly sex: Sex }
  /** `title` is the headline alone, `why` the whole sentence. Neither ever contains the number. */
  | { readonly ok: false; readonly fault: IdNumberFault; readonly title: Text; readonly why: Text; readonly expectedCheckDigit?: string }

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** As it is stored and compared: half-width, no spaces or invisible characters, X as a capital. Says nothing about being right. */
export const tidyIdNumber = (written: string): string => (/^\d{17}[\dX]$/.test(written) ? written : tidyNumber(written).toUpperCase())

/** The eighteenth place that belongs to seventeen digits (ISO 7064, MOD 11-2). */
export function checkDigitOf(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a check digit is made of seventeen digits')
  let sum = 0
  for (let at = 0; at < 17; at++) sum += weights[at]! * (first17.charCodeAt(at) - 48)
  return '10X98765432'[sum % 11]!
}

/** What the number says, or what is wrong with it. With `today`, a birth after it is refused. */
export function readIdNumber(written: string, today?: Day): IdNumberAnswer {
  const number = tidyIdNumber(written)
  const shape = faultOfShape(number)
  if (shape) return shape
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const region = number.slice(0, 2)
  if (number[0] !== '9' && !provinces.has(region)) return unknownRegion
  if (!isDay(birth) || birth < '1900-01-01' || (today && birth > today)) return noSuchBirth
  const expected = checkDigitOf(number.slice(0, 17))
  if (number[17] !== expected) return wrongCheckDigit(number, expected)
  const kind = number[0] === '9' ? 'foreigner' : region > '80' ? 'settled' : 'resident'
  return { ok: true, number, kind, birth, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' }
}

/** `330106199001012211` → `330***********2211`. What is not eighteen places long shows nothing. */
export function maskedIdNumber(number: string): string {
  const tidy = tidyIdNumber(number)
  return /^\d{17}[\dX]$/.test(tidy) ? `${tidy.slice(0, 3)}***********${tidy.slice(-4)}` : hideAll(18)
}

const fault = (kind: IdNumberFault, title: Text, mend: Text, expectedCheckDigit?: string): IdNumberAnswer & { ok: false } => ({
  ok: false,
  fault: kind,
  title,
  why: text(`${title.zh}：${mend.zh}`, `${title.en}: ${mend.en}`),
  ...(expectedCheckDigit && { expectedCheckDigit }),
})

function faultOfShape(number: string): IdNumberAnswer | undefined {
  if (number === '') return fault('empty', text('没有填身份证号', 'No ID number'), text('请填写 18 位号码', 'enter the 18 places'))
  if (spoiltBySpreadsheet(number)) return spoilt
  if (/^\d{15}$/.test(number)) return oldNumber
  if (/^[A-Z]{3}\d{12}$/.test(number)) return oldForeigner
  const odd = misplaced(number.slice(0, -1), 17)
  if (odd) return fault('character', text('身份证号里有不是数字的字符', 'The ID number has something other than digits'), odd)
  if (number.length !== 18) return wrongLength(number.length)
  if (!/[\dX]/.test(number[17]!))
    return fault(
      'character',
      text('身份证号末位不对', 'The last place of the ID number is not right'),
      text('末位只能是数字或 X', 'it can only be a digit or X'),
    )
  return undefined
}

function wrongLength(places: number): IdNumberAnswer {
  const [less, more] = [18 - places, places - 18]
  const title =
    less > 0
      ? text(`身份证号少了 ${less} 位`, `The ID number is ${less} short`)
      : text(`身份证号多了 ${more} 位`, `The ID number is ${more} too long`)
  return fault(
    'length',
    title,
    text(`应为 18 位，这里是 ${places} 位。请对照证件补正`, `18 places are needed, here are ${places}; compare it with the card`),
  )
}

function wrongCheckDigit(number: string, expected: string): IdNumberAnswer {
  const found = number[17]!
  const zeros = number.endsWith('000')
  return fault(
    'checkDigit',
    text('身份证号末位对不上', 'The last place of the ID number does not fit'),
    zeros
      ? text(
          `前 17 位算出的校验位是 ${expected}，表里是 ${found}。末三位都是 0，可能是表格软件改掉的：请把这一列设为“文本”，重新填写`,
          `the first 17 give ${expected}, here is ${found}. It ends in 000, which spreadsheets do to long numbers: set the column to text and enter it again`,
        )
      : text(
          `前 17 位算出的校验位是 ${expected}，表里是 ${found}。请向本人核对`,
          `the first 17 give ${expected}, here is ${found}; ask the person`,
        ),
    expected,
  )
}

const spoilt = fault(
  'spreadsheet',
  text('身份证号被表格软件变成了科学计数', 'A spreadsheet turned the ID number into scientific notation'),
  text(
    '末尾几位已经丢失。请把这一列设为“文本”，重新填写 18 位号码',
    'its last places are lost; set the column to text and enter all 18 again',
  ),
)
const oldNumber = fault(
  'old',
  text('这是 15 位的旧身份证号', 'This is an old ID number of 15 places'),
  text('旧号码已经停用，请按现在的证件填写 18 位号码', 'those are no longer in use; enter the 18 places on the present card'),
)
const oldForeigner = fault(
  'old',
  text('这是旧版外国人永久居留证的 15 位号码', 'This is the 15-place number of an old permanent residence card'),
  text('请填写新版证件上以 9 开头的 18 位号码', 'enter the 18 places beginning with 9 on the new card'),
)
const unknownRegion = fault(
  'region',
  text('身份证号开头两位不是省级代码', 'The ID number does not begin with a province'),
  text('例如浙江是 33。请对照证件改正前两位', 'Zhejiang, for one, is 33; compare the first two places with the card'),
)
const noSuchBirth = fault(
  'birth',
  text('身份证号里的出生日期不存在', 'The ID number holds a birth that cannot be'),
  text('第 7 到 14 位是出生年月日。请对照证件改正', 'places 7 to 14 are year, month and day; compare them with the card'),
)
