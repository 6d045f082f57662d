/** What a paper says, before it is a Word file or a PDF: blocks of words, who signs, whose seal. */
import type { Day } from '#kernel/day.ts'

export type Block =
  | { readonly p: string }
  | { readonly heading: string }
  | { readonly fields: readonly (readonly [label: string, value: string])[] }
  | { readonly list: readonly string[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }

export interface Signature {
  /** 申请人（签名）, 调解员（签名） */
  readonly label: string
  /** Printed when already signed on record; otherwise a line is left for the hand. */
  readonly name?: string
  readonly on?: Day
}

/** `letter`: with the issuer's red head, as 函 and 通知书 are. `form`: a titled sheet (申请书, 笔录, 协议书). */
export interface Body {
  readonly layout: 'letter' | 'form'
  /** The full title, where it says more than the paper's own: 工资专项集体合同 for a contract. */
  readonly title?: string
  /** 主送机关 or the person addressed, without the colon. */
  readonly addressee?: string
  readonly blocks: readonly Block[]
  readonly signatures?: readonly Signature[]
  /** The body whose seal stands under the paper. */
  readonly seal?: string
  readonly date: Day
  readonly attachments?: readonly string[]
  /** How many originals are made: the agreement has three. */
  readonly copies?: number
  readonly note?: string
}
