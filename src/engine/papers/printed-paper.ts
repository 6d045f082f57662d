/** A paper ready to be printed: its body with title, number, issuer and the marks by which it can be verified. */
import type { Day } from '#kernel/day.ts'
import type { Body } from '../paper-body.ts'

export interface PrintedPaper {
  readonly title: string
  /** 发文字号; ordinary brackets around the year are printed as 〔〕. */
  readonly number?: string
  readonly issuer: string
  readonly body: Body
  /** From `codeOf(hash)`. */
  readonly code: string
  /** The public page that says whether the paper is genuine. */
  readonly verifyUrl: string
  readonly hash: string
  /** Printed across the page; a draft carries neither code nor QR. */
  readonly draft?: boolean
  readonly on: Day
}

/** `2026-03-05` → 2026年3月5日, without leading zeros. */
export function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A year in any bracket becomes 〔2026〕, and 第 and leading zeros fall away: `白调[2026]第003号` → 白调〔2026〕3号. */
export function officialNumber(text: string): string {
  return text.replace(/\s*[[［(（【〔﹝]\s*(\d{4})\s*[\]］)）】〕﹞]\s*/u, '〔$1〕').replace(/〕第?\s*0*(\d+)\s*号/u, '〕$1号')
}

/** 发文字号 from its three parts: word of the organ, year, running number. */
export const numbered = (word: string, year: number, running: number): string => `${word}〔${year}〕${running}号`

const digits = '零一二三四五六七八九'

/** 1 to 99 in Chinese, as copies are counted: 3 → 三, 12 → 十二, 20 → 二十. */
export function inChinese(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) throw new RangeError(`not a count from 1 to 99: ${count}`)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}

/** Width in full characters: what is not East Asian counts half, as it does in a Song face. */
export function ems(text: string): number {
  let width = 0
  for (const char of text) width += /[\u1100-\uffdc\u{20000}-\u{3ffff}“”‘’—…·]/u.test(char) ? 1 : 0.55
  return width
}
