/** What we write, opened by another program where LibreOffice Calc is installed (vitest.config.ts). */
import { fileURLToPath } from 'node:url'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annotatedCopy, resultTitle } from './copy/annotated-copy.server.ts'
import { fileOf, readAll, saved, textsOf } from './samples/book-for-tests.server.ts'
import { writeTemplate } from './write-template.server.ts'
import { writeWorkbook } from './write-workbook.server.ts'

const sample = fileURLToPath(new URL('./samples/roster-from-libreoffice.xlsx', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hexie-calc-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Converts all files in one run; every sheet of a workbook becomes one .csv. */
function converted(paths: readonly string[], to: string): Record<string, string> {
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, ...paths],
    { stdio: 'pipe' },
  )
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.includes('.'))
      .map((name) => [name, join(folder, name)]),
  )
}

test('exports, templates and checked copies open, and say the same', async () => {
  const texts = [
    ['330104199003070024', '=1+1', '甲\n乙'],
    ['  两边空  ', '<&>"', "'引"],
    ['007', '𬭚', '_x000D_'],
  ]
  const columns = ['一', '二', '三'].map((title) => ({ title, kind: 'text' as const }))
  const book = await saved(
    writeWorkbook({
      sheetName: '导出',
      columns: [...columns, { title: '日', kind: 'day' }, { title: '元', kind: 'money' }],
      rows: texts.map((row) => [...row, '1990-03-07', 520_010]),
    }),
  )
  const form = await saved(
    writeTemplate({ title: '表', columns: [{ title: '性别', note: { zh: '选', en: 'Choose' }, kind: 'text', choices: ['男', '女'] }] }),
  )
  const { stream } = await annotatedCopy(
    sample,
    [
      { row: 6, cells: [{ column: 2, says: '校验位不对' }] },
      { row: 7, says: '=重复' },
    ],
    { headerRow: 5 },
  )
  const copy = await saved(stream)
  const files = converted([book, form, copy], 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1')
  const read = async (path: string, sheet: string) => textsOf(await readAll(files[`${basename(path, '.xlsx')}-${sheet}.csv`]!))
  expect(await read(book, '导出')).toEqual([['一', '二', '三', '日', '元'], ...texts.map((row) => [...row, '1990-03-07', '5200.1'])])
  expect(await read(form, '表')).toEqual([['性别']])
  expect((await read(copy, '花名册')).map((row) => row[7])).toEqual([undefined, undefined, resultTitle, '校验位不对', '=重复', undefined])
  const old = fileOf(readFileSync(book), 'xlsx')
  const again = converted([old], 'ods')
  expect(Object.keys(converted([again[`${basename(old, '.xlsx')}.ods`]!], 'xlsx:Calc MS Excel 2007 XML'))).toContain(basename(old))
  const rows = await readAll(join(folder, basename(old)))
  expect(textsOf(rows).slice(1)).toEqual(texts.map((row) => [...row, '1990-03-07', '5200.1']))
  expect(rows[1]!.cells.map((cell) => cell!.kind)).toEqual(['text', 'text', 'text', 'day', 'number'])
}, 60_000)
