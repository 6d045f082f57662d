/** Identity numbers, mobile numbers and bank cards: both sides of each rule, and masks that show no more than they say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import { checkDigitOf, maskedIdNumber, readIdNumber, tidyIdNumber } from './id-number.ts'
import { bankCardCheckDigit, maskedBankCard, readBankCard } from './secrets/bank-card.ts'
import { masked } from './secrets/masked.ts'
import { maskedPhone, readPhone, tidyPhone } from './secrets/phone-number.ts'

const regions = ['330104', '110101', '810000', '820000', '830000', '933840', '654321']
const digits = (places: number) => fc.stringMatching(new RegExp(`^\\d{${places}}$`))
const first17 = fc
  .record({ region: fc.constantFrom(...regions), daysOn: fc.nat(46_000), sequence: digits(3) })
  .map(({ region, daysOn, sequence }) => `${region}${addDays(day('1900-01-01'), daysOn).replaceAll('-', '')}${sequence}`)
const idNumbers = first17.map((first) => first + checkDigitOf(first))
const cards = fc
  .integer({ min: 11, max: 18 })
  .chain((places) => digits(places))
  .map((first) => first + bankCardCheckDigit(first))
const phones = fc.record({ second: fc.constantFrom(...'3456789'), rest: digits(9) }).map(({ second, rest }) => `1${second}${rest}`)

/** The answer, or the Chinese sentence of the refusal. */
const says = (written: string) => {
  const answer = readIdNumber(written)
  return answer.ok ? answer.number : answer.why.zh
}

describe('the identity number', () => {
  // The example printed in the standard.
  test('tells birth and sex', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({
      ok: true,
      number: '11010519491231002X',
      kind: 'resident',
      birth: '1949-12-31',
      sex: 'female',
    })
  })

  test('is read as people write it', () => {
    for (const written of [
      '１１０１０５１９４９１２３１００２ｘ',
      ' 110105 19491231 002x ',
      '\u200b110105194912310\u00ad02X\ufeff',
      "'11010519491231002X",
    ])
      expect(says(written)).toBe('11010519491231002X')
  })

  test('settled people and foreigners pass the same check', () => {
    const kindOf = (first: string) => {
      const answer = readIdNumber(first + checkDigitOf(first))
      return answer.ok && answer.kind
    }
    expect(['81000019800101123', '82000019800101123', '83000019800101123', '93384019800101123'].map(kindOf)).toEqual([
      'settled',
      'settled',
      'settled',
      'foreigner',
    ])
    expect(kindOf('84000019800101123')).toBe(false)
  })

  test('a wrong last place is named beside the right one', () => {
    const answer = readIdNumber('110105194912310028')
    expect(answer).toMatchObject({ ok: false, fault: 'checkDigit', expectedCheckDigit: 'X', title: { zh: '身份证号末位对不上' } })
    expect(says('110105194912310028')).toBe('身份证号末位对不上：前 17 位算出的校验位是 X，表里是 8。请向本人核对')
  })

  test('each fault is said as what it is', () => {
    const faultOf = (written: string) => {
      const answer = readIdNumber(written, day('2026-11-22'))
      return answer.ok ? 'none' : answer.fault
    }
    expect(faultOf(' ')).toBe('empty')
    expect(faultOf('1.10105E+17')).toBe('spreadsheet')
    expect(faultOf('110105491231002')).toBe('old')
    expect(faultOf('ABC123456789012')).toBe('old')
    expect(faultOf('11010519491231002')).toBe('length')
    expect(faultOf('1101051949123100X')).toBe('length')
    expect(faultOf('110105194912310021X')).toBe('length')
    expect(faultOf('11O10519491231002X')).toBe('character')
    expect(faultOf('11010519491231002Y')).toBe('character')
    expect(faultOf('99'.padEnd(18, '1').replace('9', '1'))).toBe('region')
    expect(faultOf('11010519490229002X')).toBe('birth')
    expect(faultOf('11010518991231002X')).toBe('birth')
    expect(faultOf('11010519481231002X')).toBe('checkDigit')
    const [today, tomorrow] = ['11010520261122001', '11010520261123001'].map((first) => first + checkDigitOf(first))
    expect([faultOf(today!), faultOf(tomorrow!)]).toEqual(['none', 'birth'])
  })

  test('damage done by spreadsheets and lookalike letters is recognised', () => {
    expect(says('330104198001011000')).toMatch('末三位都是 0')
    expect(says('11O10519491231002X')).toMatch('第 3 位是“O”，是不是数字 0')
  })

  test('every number with its check digit is right, with any other last place wrong', () => {
    fc.assert(
      fc.property(first17, fc.constantFrom(...'0123456789X'), (first, last) => {
        const [answer, right] = [readIdNumber(first + last), checkDigitOf(first)]
        expect(answer.ok).toBe(last === right)
        if (!answer.ok) expect([answer.fault, answer.expectedCheckDigit]).toEqual(['checkDigit', right])
      }),
    )
  })

  test('one mistyped digit or two neighbours swapped never pass', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(16), fc.nat(9), (number, at, digit) => {
        const mistyped = number.slice(0, at) + digit + number.slice(at + 1)
        expect(readIdNumber(mistyped).ok).toBe(mistyped === number)
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
        if (swapped !== number) expect(readIdNumber(swapped).ok).toBe(false)
      }),
    )
  })

  test('whatever is written, the answer is a value and no sentence holds the number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits(18), digits(17), digits(15)), (written) => {
        for (const answer of [readIdNumber(written), readPhone(written), readBankCard(written)])
          if (!answer.ok && tidyIdNumber(written).length > 5) expect(answer.why.zh + answer.why.en).not.toContain(tidyIdNumber(written))
      }),
    )
  })
})

describe('the mobile number', () => {
  const faultOf = (written: string) => {
    const answer = readPhone(written)
    return answer.ok ? answer.number : `${answer.fault}: ${answer.title.zh}`
  }
  test('is read as people write it', () => {
    for (const written of [
      '138 1234 5678',
      '+86 138-1234-5678',
      '008613812345678',
      '（+86）13812345678',
      '１３８１２３４５６７８',
      '13812345678.0',
    ])
      expect(faultOf(written)).toBe('13812345678')
  })
  test('each fault is said as what it is', () => {
    expect(faultOf('1381234567')).toBe('length: 手机号少了一位')
    expect(faultOf('138123456789')).toBe('length: 手机号多了一位')
    expect(faultOf('138123456')).toBe('length: 手机号少了 2 位')
    expect(faultOf('12812345678')).toBe('beginning: 手机号开头不对')
    expect(faultOf('0571-86912345')).toBe('landline: 这是固定电话')
    expect(faultOf('1381234567O')).toMatch('character')
    expect(faultOf('1.38123E+10')).toMatch('spreadsheet')
    expect(faultOf('')).toMatch('empty')
  })
  test('every proper number passes, however it is spaced', () => {
    fc.assert(
      fc.property(phones, (phone) => {
        expect(faultOf(`+86 ${phone.slice(0, 3)} ${phone.slice(3)}`)).toBe(phone)
      }),
    )
  })
})

describe('the bank card', () => {
  test('with its check digit passes, with any other fails', () => {
    fc.assert(
      fc.property(cards, fc.nat(9), (card, last) => {
        expect(readBankCard(card)).toEqual({ ok: true, number: card })
        const other = card.slice(0, -1) + last
        expect(readBankCard(other).ok).toBe(other === card)
      }),
    )
  })
  test('each fault is said as what it is', () => {
    const faultOf = (written: string) => {
      const answer = readBankCard(written)
      return answer.ok ? answer.number : answer.fault
    }
    expect(faultOf('6222 0212 3456 0015')).toBe('checkDigit')
    expect(faultOf(`6222 0212 3456 001${bankCardCheckDigit('622202123456001')}`)).toMatch(/^6222/)
    expect([faultOf('62220212345'), faultOf('6'.repeat(20)), faultOf('')]).toEqual(['length', 'length', 'empty'])
    expect([faultOf('6.22202E+15'), faultOf('6222o21234560011')]).toEqual(['spreadsheet', 'character'])
    expect(bankCardCheckDigit('7992739871')).toBe('3')
  })
})

describe('masks', () => {
  test('look as promised', () => {
    expect(maskedIdNumber('330104199001012211')).toBe('330***********2211')
    expect(maskedPhone('13812345678')).toBe('138****5678')
    expect([maskedBankCard('6222021234560011'), maskedBankCard('6222021234567890011')]).toEqual([
      '6222 **** **** 0011',
      '6222 **** **** 0011',
    ])
    expect(maskedBankCard('622202120011')).toBe('**** **** **** 0011')
  })

  /** Any two values alike in what may be shown look alike: so nothing else is shown. */
  test('show nothing but the ends', () => {
    const middle = (mask: (whole: string) => string, head: number, places: number) =>
      fc.assert(
        fc.property(digits(head), digits(4), digits(places), digits(places), (start, end, one, two) => {
          expect(mask(start + one + end)).toBe(mask(start + two + end))
        }),
      )
    middle(maskedIdNumber, 3, 11)
    middle((whole) => maskedPhone(`1${whole.slice(1)}`), 3, 4)
    middle(maskedBankCard, 4, 8)
    middle(maskedBankCard, 4, 11)
    middle((whole) => maskedBankCard(whole), 0, 8)
  })

  test('of an illness tell only that it is recorded', () => {
    fc.assert(
      fc.property(fc.string(), (illness) => {
        expect(masked('illness', illness)).toEqual({ zh: '有', en: 'recorded' })
      }),
    )
    expect(masked('phone', '13812345678')).toEqual({ zh: '138****5678', en: '138****5678' })
    expect(masked('idNumber', '330104199001012211').en).toBe('330***********2211')
    expect(masked('bankCard', '6222021234560011').en).toBe('6222 **** **** 0011')
  })

  test('of what is not a whole number show nothing at all', () => {
    const notANumber = fc
      .string()
      .filter((written) => !/^\d{11,19}$/.test(tidyPhone(written)) && !/^\d{17}[\dX]$/.test(tidyIdNumber(written)))
    fc.assert(
      fc.property(fc.oneof(notANumber, digits(4), digits(7), digits(10)), (written) => {
        expect([maskedIdNumber(written), maskedPhone(written), maskedBankCard(written)].join('')).toMatch(/^[* ]+$/)
      }),
    )
  })
})
