/** The roster of W4: 308,000 people in eight columns as one .xlsx, written as Excel does, as one .csv, and as rows for COPY. Made once. */
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { day } from '#kernel/day.ts'
import { demoRegistry } from '#registry/demo.ts'
import { numberOf } from '#registry/demo/full/days.ts'
import { districtPlan } from '#registry/demo/full/plan.ts'
import { skills } from '#registry/people/person-words.ts'
import { shareTexts, sheetXml, textsXml, type Value } from './sheet-xml.ts'

/** The day the roster is of, whatever day it is read on: the files stay the same. */
const rosterDay = day('2026-11-22')
const schools = ['小学', '初中', '高中', '大专', '本科', '硕士', '博士'] as const
export const columns = ['姓名', '身份证号', '手机号', '所在单位', '工种', '技能等级', '学历', '入会日期'] as const
const version = 2

export interface Roster {
  readonly xlsx: string
  readonly csv: string
  readonly rows: number
  readonly xlsxBytes: number
  readonly csvBytes: number
}

export type RosterRow = readonly [
  name: string,
  idNumber: string,
  phone: string,
  firm: string,
  job: string,
  skill: string,
  education: string,
  memberOn: string,
]

/** People of the demonstration's plan with telephones that an import takes: of a range that is given to nobody. */
function* people(rows: number): Generator<RosterRow> {
  const plan = districtPlan(rosterDay, [])
  const firms = new Map([...demoRegistry(rosterDay).organisations, ...plan.organisations().organisations].map((one) => [one.id, one.name]))
  let made = 0
  for (let from = 0; made < rows; from += 5_000) {
    if (from >= plan.people.many) throw new Error(`the plan has only ${made} people with a firm`)
    for (const { surname, given, idNumber, phone, firm, skill, education, memberSince, engagements } of plan.people.some(from, 5_000)) {
      // Of those who have left, the last firm; of those without any, nothing.
      const work = engagements.findLast(({ kind }) => kind === 'employment')
      const name = firms.get(firm ?? work?.at ?? '')
      if (!name || made === rows) continue
      made++
      yield [
        surname + given,
        idNumber,
        `142${phone.slice(3)}`,
        name,
        work?.job ?? '',
        skill ? skills[skill - 1]!.zh : '',
        schools[education - 1]!,
        memberSince ?? '',
      ]
    }
  }
}

export async function ensureRoster(folder: string, rows: number): Promise<Roster> {
  const place = join(folder, `roster-${rows}-${version}`)
  const [xlsx, csv] = [join(place, 'roster.xlsx'), join(place, 'roster.csv')]
  if (!existsSync(join(place, 'whole'))) {
    await rm(place, { recursive: true, force: true })
    await mkdir(place, { recursive: true })
    await writeFile(csv, Readable.from(csvLines(rows)))
    await writeXlsx(xlsx, rows)
    await writeFile(join(place, 'whole'), '')
  }
  const [first, second] = await Promise.all([stat(xlsx), stat(csv)])
  return { xlsx, csv, rows, xlsxBytes: first.size, csvBytes: second.size }
}

function* csvLines(rows: number): Generator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`
  let lines: string[] = []
  for (const row of people(rows)) {
    lines.push(`${row.join(',')}\r\n`)
    if (lines.length < 2_000) continue
    yield lines.join('')
    lines = []
  }
  yield lines.join('')
}

async function writeXlsx(path: string, rows: number): Promise<void> {
  const texts = shareTexts()
  const values = function* (): Generator<readonly Value[]> {
    yield columns
    for (const row of people(rows)) yield [...row.slice(0, 7), row[7] ? { day: numberOf(day(row[7])) } : '']
  }
  const zip = new yazl.ZipFile()
  const out = pipeline(zip.outputStream, createWriteStream(`${path}.part`))
  zip.addBuffer(Buffer.from(contentTypes), '[Content_Types].xml')
  zip.addBuffer(Buffer.from(packageLinks), '_rels/.rels')
  zip.addBuffer(Buffer.from(book), 'xl/workbook.xml')
  zip.addBuffer(Buffer.from(bookLinks), 'xl/_rels/workbook.xml.rels')
  zip.addBuffer(Buffer.from(styles), 'xl/styles.xml')
  zip.addReadStream(Readable.from(sheetXml(values(), texts)), 'xl/worksheets/sheet1.xml')
  // The texts are known once the sheet is written: entries are taken from their streams in turn.
  zip.addReadStream(Readable.from(textsXml(texts)), 'xl/sharedStrings.xml')
  zip.end()
  await out
  await rename(`${path}.part`, path)
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const parts = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const contentTypes = `${xml}<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/></Types>`
const packageLinks = `${xml}<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const book = `${xml}<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`
const bookLinks = `${xml}<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${links}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
