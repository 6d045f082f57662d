/** Text for .csv, where a cell that begins like a formula would be run as one by whoever opens it. */

/** The text, marked as text where Excel, WPS or LibreOffice would take it for a formula. */
export const safeText = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text)

/** A field as written, quoted where it must be. */
export const csvField = (text: string, separator = ','): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
