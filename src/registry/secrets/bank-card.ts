/** Bank card numbers: read as people type them, checked (Luhn), masked. */
import { type Text, text } from '#kernel/text.ts'
import { misplaced, spoiltBySpreadsheet, tidyNumber } from './written-number.ts'

export type BankCardFault = 'empty' | 'spreadsheet' | 'length' | 'character' | 'checkDigit'

export type BankCardAnswer =
  | { readonly ok: true; readonly number: string }
  /** `title` is the headline alone, `why` the whole sentence. Neither contains the number. */
  | { readonly ok: false; readonly fault: BankCardFault; readonly title: Text; readonly why: Text; readonly expectedCheckDigit?: string }

/** As it is stored and compared: half-width digits without spaces. Says nothing about being right. */
export const tidyBankCard = (written: string): string => tidyNumber(written)

/** The last digit that belongs to those before it (ISO/IEC 7812, Luhn). */
export function bankCardCheckDigit(before: string): string {
  if (!/^\d+$/.test(before)) throw new RangeError('a check digit is made of digits')
  let sum = 0
  for (let at = before.length - 1, double = true; at >= 0; at--, double = !double) {
    const digit = (before.charCodeAt(at) - 48) * (double ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return String((10 - (sum % 10)) % 10)
}

export function readBankCard(written: string): BankCardAnswer {
  const number = tidyBankCard(written)
  if (number === '')
    return fault('empty', text('没有填银行卡号', 'No bank card number'), text('请填写卡面上的号码', 'enter the number on the card'))
  if (spoiltBySpreadsheet(number))
    return fault(
      'spreadsheet',
      text('银行卡号被表格软件变成了科学计数', 'A spreadsheet turned the card number into scientific notation'),
      text('末尾几位已经丢失。请把这一列设为“文本”，重新填写', 'its last digits are lost; set the column to text and enter it again'),
    )
  const odd = misplaced(number)
  if (odd) return fault('character', text('银行卡号里有不是数字的字符', 'The card number has something other than digits'), odd)
  if (number.length < 12 || number.length > 19)
    return fault(
      'length',
      text('银行卡号位数不对', 'The card number has the wrong length'),
      text(
        `应为 12 到 19 位，这里是 ${number.length} 位。请对照卡面补正`,
        `12 to 19 digits are needed, here are ${number.length}; compare it with the card`,
      ),
    )
  const expected = bankCardCheckDigit(number.slice(0, -1))
  return number.endsWith(expected) ? { ok: true, number } : wrongCheckDigit(number, expected)
}

/** `6222021234560011` → `6222 **** **** 0011`; of numbers shorter than sixteen only the last four; of what is no card number nothing. */
export function maskedBankCard(card: string): string {
  const tidy = tidyBankCard(card)
  if (!/^\d{12,19}$/.test(tidy)) return '**** **** **** ****'
  return `${tidy.length < 16 ? '****' : tidy.slice(0, 4)} **** **** ${tidy.slice(-4)}`
}

function wrongCheckDigit(number: string, expected: string): BankCardAnswer {
  const zeros = number.length > 15 && /^0+$/.test(number.slice(15))
  const mend = zeros
    ? text(
        '第 15 位以后都是 0，可能是表格软件改掉的：请把这一列设为“文本”，重新填写',
        'all after the 15th digit are 0, which spreadsheets do to long numbers: set the column to text and enter it again',
      )
    : text(
        `按前面各位算出的末位是 ${expected}，表里是 ${number.at(-1)}。请对照卡面核对每一位`,
        `the digits before it give ${expected}, here is ${number.at(-1)}; compare each digit with the card`,
      )
  return fault('checkDigit', text('银行卡号末位对不上', 'The last digit of the card number does not fit'), mend, expected)
}

const fault = (kind: BankCardFault, title: Text, mend: Text, expectedCheckDigit?: string): BankCardAnswer => ({
  ok: false,
  fault: kind,
  title,
  why: text(`${title.zh}：${mend.zh}`, `${title.en}: ${mend.en}`),
  ...(expectedCheckDigit && { expectedCheckDigit }),
})
