/** Text as a workbook writes it: XML entities, and `_x000D_` for characters XML cannot carry. */

/** Texts read: line ends as XML reads them, and escaped characters as themselves. */
export function plainText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.includes('_x')
    ? lines.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : lines
}

const special = /[&<>"]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const hexOf = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text to write, so that `plainText` of what is read is the same again. */
export function xmlText(text: string): string {
  const kept = text.includes('_x') ? text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML has no way to write.
  const carried = kept.replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, hexOf)
  return carried.toWellFormed().replace(special, (character) => entities[character]!)
}

/** The text element of a cell, its blanks kept. */
export const textElement = (text: string): string =>
  /^\s|\s$|[\n\t]| {2}/.test(text) ? `<t xml:space="preserve">${xmlText(text)}</t>` : `<t>${xmlText(text)}</t>`

/** A tag as written, with this attribute set; without it when no value is given. */
export function withAttribute(tag: string, name: string, value?: string | number): string {
  const written = value === undefined ? '' : ` ${name}="${value}"`
  const there = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`)
  return there.test(tag) || value === undefined ? tag.replace(there, written) : tag.replace(/^<[^\s/>]+/, (start) => start + written)
}
