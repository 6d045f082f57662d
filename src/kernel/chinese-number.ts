/** Whole numbers in Chinese words, as articles and sessions are counted: 第四十三条, 四届三次. */
const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

/** 1 to 9999: `4` 四, `12` 十二, `105` 一百零五. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`not a number from 1 to 9999: ${n}`)
  const text = String(n)
  let words = ''
  let gap = false
  for (let at = 0; at < text.length; at++) {
    const digit = Number(text[at])
    if (digit === 0) gap = true
    else {
      words += (gap ? '零' : '') + digits[digit] + places[text.length - 1 - at]
      gap = false
    }
  }
  return n >= 10 && n < 20 ? words.slice(1) : words
}

/** Which session of which term: `sessionName(4, 3)` is 四届三次. Beyond what has words, the figures stand themselves. */
export const sessionName = (term: number, session: number): string => `${counted(term)}届${counted(session)}次`
const counted = (n: number): string => (n <= 9999 ? chineseNumber(n) : String(n))
