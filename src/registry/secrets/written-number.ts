/** Long numbers as people and spreadsheets write them: tidied, and the usual damage recognised. */
import { type Text, text } from '#kernel/text.ts'

/** Half-width, without spaces, dashes, a leading apostrophe and characters nobody sees. Letters stay as they are. */
export function tidyNumber(written: string): string {
  if (/^\d+$/.test(written)) return written
  const tidy = written.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}\p{Mn}\p{Pd}·'‘’`]/gu, '')
  // A number cell handed over as text: 13812345678.0
  return tidy.replace(/^(\d+)\.0+$/, '$1')
}

/** `3.30106E+17`: the last places are gone for good. */
export const spoiltBySpreadsheet = (tidy: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(tidy)

const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  L: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
}

/** The first of the leading `places` that is not a digit, in words. */
export function misplaced(tidy: string, places = tidy.length): Text | undefined {
  const characters = [...tidy].slice(0, places)
  const at = characters.findIndex((character) => !/\d/.test(character))
  if (at < 0) return undefined
  const found = characters[at]!
  const meant = lookalikes[found]
  return meant
    ? text(`第 ${at + 1} 位是“${found}”，是不是数字 ${meant}？`, `place ${at + 1} is “${found}”; is it the digit ${meant}?`)
    : text(`第 ${at + 1} 位是“${found}”。请改成数字`, `place ${at + 1} is “${found}”; make it a digit`)
}

export const hideAll = (places: number): string => '*'.repeat(places)
