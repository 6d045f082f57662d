/** What becomes of a cell that is read: a value, or what is wrong with it and how to mend it. */
import type { Text } from '#kernel/text.ts'
import type { CellKind } from '#platform/workbook/cell.ts'

/** A cell as brought: its text, and as what the workbook had it. What is typed into the grid is text. */
export interface Written {
  readonly text: string
  readonly kind: CellKind
}

export interface Fault {
  readonly code: string
  /** wrong: the row is not written. look: it is, after a glance. */
  readonly severity: 'wrong' | 'look'
  readonly title: Text
  readonly says: Text
  readonly suggestion?: { readonly value: string; readonly title: Text }
}

export type Reading<T> = { readonly value: T; readonly fault?: Fault } | { readonly value?: undefined; readonly fault: Fault }

export const wrong = (code: string, title: Text, says: Text, suggestion?: Fault['suggestion']): { readonly fault: Fault } => ({
  fault: { code, severity: 'wrong', title, says, ...(suggestion && { suggestion }) },
})

export const doubt = (code: string, title: Text, says: Text, suggestion?: Fault['suggestion']): Fault => ({
  code,
  severity: 'look',
  title,
  says,
  ...(suggestion && { suggestion }),
})

/** `身份证号末位对不上：前 17 位…` without its headline. */
export const withoutTitle = (title: Text, why: Text): Text => ({
  zh: why.zh.startsWith(`${title.zh}：`) ? why.zh.slice(title.zh.length + 1) : why.zh,
  en: why.en.startsWith(`${title.en}: `) ? why.en.slice(title.en.length + 2) : why.en,
})

/** Half-width, without spaces and invisible characters: how words are compared. */
export const plainWord = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]/gu, '')
