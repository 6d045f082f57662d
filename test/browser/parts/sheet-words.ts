/** The words of a workbook that the house hands out, row by row. */
import { unzipped } from './spreadsheet.ts'

const plain = (xml: string): string =>
  [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)]
    .map((found) => found[1])
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

export async function sheetWords(workbook: Buffer): Promise<readonly (readonly string[])[]> {
  const parts = await unzipped(workbook)
  const shared = [...(parts['xl/sharedStrings.xml']?.toString('utf8') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, one]) => plain(one!))
  const sheet = parts[Object.keys(parts).find((name) => /worksheets\/sheet1\.xml$/.test(name))!]!.toString('utf8')
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, about, inside = '']) => {
      const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1]
      return about!.includes('t="s"') ? (shared[Number(value)] ?? '') : (value ?? plain(inside))
    }),
  )
}
