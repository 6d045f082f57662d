/** Mobile numbers of the mainland: read as people type them, checked, masked. */
import { type Text, text } from '#kernel/text.ts'
import { hideAll, misplaced, spoiltBySpreadsheet, tidyNumber } from './written-number.ts'

export type PhoneFault = 'empty' | 'spreadsheet' | 'landline' | 'length' | 'character' | 'beginning'

export type PhoneAnswer =
  | { readonly ok: true; readonly number: string }
  /** `title` is the headline alone, `why` the whole sentence. Neither contains the number. */
  | { readonly ok: false; readonly fault: PhoneFault; readonly title: Text; readonly why: Text }

/** As it is stored and compared: half-width digits without spaces, brackets and +86. Says nothing about being right. */
export function tidyPhone(written: string): string {
  if (/^1\d{10}$/.test(written)) return written
  const tidy = tidyNumber(written).replace(/[()]/g, '')
  return /^(\+|00)?86(?=1\d{10}$)/.test(tidy) ? tidy.slice(-11) : tidy
}

export function readPhone(written: string): PhoneAnswer {
  const number = tidyPhone(written)
  if (/^1[3-9]\d{9}$/.test(number)) return { ok: true, number }
  if (number === '') return fault('empty', text('没有填手机号', 'No mobile number'), text('请填写 11 位手机号', 'enter the 11 digits'))
  if (spoiltBySpreadsheet(number))
    return fault(
      'spreadsheet',
      text('手机号被表格软件变成了科学计数', 'A spreadsheet turned the mobile number into scientific notation'),
      text('请把这一列设为“文本”，重新填写', 'set the column to text and enter it again'),
    )
  if (/^(0\d{2,3}[2-9]\d{6,7}|[2-9]\d{6,7})$/.test(number))
    return fault('landline', text('这是固定电话', 'This is a landline'), text('请填写 11 位手机号', 'enter a mobile number of 11 digits'))
  const odd = misplaced(number)
  if (odd) return fault('character', text('手机号里有不是数字的字符', 'The mobile number has something other than digits'), odd)
  if (number.length !== 11) return wrongLength(number.length)
  return fault(
    'beginning',
    text('手机号开头不对', 'The mobile number begins wrongly'),
    text('应以 13 到 19 开头。请向本人核对', 'it should begin with 13 to 19; ask the person'),
  )
}

/** `13812345678` → `138****5678`: enough to recognise, too little to call. What is no mobile number shows nothing. */
export function maskedPhone(phone: string): string {
  const tidy = tidyPhone(phone)
  return /^1\d{10}$/.test(tidy) ? `${tidy.slice(0, 3)}****${tidy.slice(-4)}` : hideAll(11)
}

function wrongLength(digits: number): PhoneAnswer {
  const [less, more] = [11 - digits, digits - 11]
  const title =
    less > 0
      ? text(`手机号少了${less === 1 ? '一' : ` ${less} `}位`, `The mobile number is ${less} short`)
      : text(`手机号多了${more === 1 ? '一' : ` ${more} `}位`, `The mobile number is ${more} too long`)
  return fault(
    'length',
    title,
    text(`应为 11 位，这里是 ${digits} 位。请向本人核对`, `11 digits are needed, here are ${digits}; ask the person`),
  )
}

const fault = (kind: PhoneFault, title: Text, mend: Text): PhoneAnswer => ({
  ok: false,
  fault: kind,
  title,
  why: text(`${title.zh}：${mend.zh}`, `${title.en}: ${mend.en}`),
})
