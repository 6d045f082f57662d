/** Tables and cells of the generated pages. */
import type { Text } from '#kernel/text.ts'
import type { Citation } from '#law'

export const generated = '<!-- Written by `npm run docs` from the code. Change the code, not this file. -->'

/** Empty cells stay empty; a line break becomes `<br>`, a bar is kept from ending the cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const both = ({ zh, en }: Text): string => `${zh} ${en}`
export const code = (name: string): string => `\`${name}\``
export const codes = (names: readonly string[]): string => names.map(code).join(', ')
export const article = ({ short, article: at }: Citation): string => `《${short.zh}》${at}`
export const page = (...parts: readonly string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`
