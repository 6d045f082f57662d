/** What a workbook says about itself: its sheets, its number formats, its calendar, its table of texts. */
import { type NumberFormat, numberFormat, plainFormat } from './cell.ts'
import { type SharedTexts, sharedTexts } from './shared-texts.ts'
import { broken, noSheet, unsupported, type WorkbookLimits } from './workbook-problem.ts'
import { type Package, walkPart } from './zip-package.server.ts'

export interface SheetPart {
  readonly name: string
  /** The part's name in the archive. */
  readonly part: string
}

export interface BookParts {
  /** Visible sheets in their order. */
  readonly sheets: readonly SheetPart[]
  readonly from1904: boolean
  readonly formats: readonly NumberFormat[]
  readonly stylesPart: string | null
  texts(): Promise<SharedTexts>
}

interface Relation {
  readonly type: string
  readonly part: string
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1)

/** Reads the relations of a part; those that lead out of the file are left out. */
async function relationsOf(book: Package, part: string): Promise<Map<string, Relation>> {
  const folder = folderOf(part)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found = new Map<string, Relation>()
  if (!book.has(name)) return found
  await walkPart(book, name, {
    open(tag, of) {
      const [id, type, target] = [of.get('Id'), of.get('Type'), of.get('Target')]
      if (tag !== 'Relationship' || !id || !type || !target || of.get('TargetMode') === 'External') return
      const path = new URL(target, `file:///${folder}`).pathname.slice(1)
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: decodeURIComponent(path) })
    },
  })
  return found
}

export async function readBookParts(book: Package, limits: WorkbookLimits): Promise<BookParts> {
  refuseOthers(book)
  const root = [...(await relationsOf(book, '')).values()].find((relation) => relation.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!book.has(root)) throw book.names.some((name) => /\.xml$/i.test(name)) ? unsupported.otherZip() : broken()
  const relations = await relationsOf(book, root)
  const partOf = (type: string) => {
    const part = [...relations.values()].find((relation) => relation.type === type)?.part
    return part && book.has(part) ? part : null
  }
  const { sheets, from1904 } = await readWorkbook(book, root, relations)
  const stylesPart = partOf('styles')
  const textsPart = partOf('sharedStrings')
  let texts: Promise<SharedTexts> | undefined
  return {
    sheets,
    from1904,
    stylesPart,
    formats: stylesPart ? await readFormats(book, stylesPart) : [plainFormat],
    texts: () => (texts ??= readTexts(book, textsPart, limits)),
  }
}

/** Macros are refused rather than left out: the checked copy goes back to the sender, and must not carry them on. */
function refuseOthers(book: Package): void {
  const some = (pattern: RegExp) => book.names.some((name) => pattern.test(name))
  if (some(/(^|\/)vbaProject[^/]*\.bin$|(^|\/)macrosheets\//i)) throw unsupported.macros()
  if (some(/^xl\/workbook\.bin$/i)) throw unsupported.binaryBook()
  if (book.has('mimetype') && book.has('content.xml')) throw unsupported.openDocument()
  if (!book.has('[Content_Types].xml')) throw unsupported.otherZip()
}

async function readWorkbook(book: Package, part: string, relations: Map<string, Relation>) {
  const sheets: SheetPart[] = []
  let from1904 = false
  let isWorkbook = false
  await walkPart(book, part, {
    open(tag, of) {
      if (tag === 'workbook') isWorkbook = true
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(of.get('date1904') ?? '')
      if (tag !== 'sheet' || /hidden/i.test(of.get('state') ?? '')) return
      const relation = relations.get(of.getPrefixed('id') ?? '')
      if (relation?.type === 'worksheet' && book.has(relation.part)) sheets.push({ name: of.get('name') ?? '', part: relation.part })
    },
  })
  if (!isWorkbook) throw unsupported.otherZip()
  if (sheets.length === 0) throw noSheet()
  return { sheets, from1904 }
}

async function readFormats(book: Package, part: string): Promise<readonly NumberFormat[]> {
  const written = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  await walkPart(book, part, {
    open(tag, of) {
      if (tag === 'numFmt') written.set(Number(of.get('numFmtId')), of.get('formatCode') ?? '')
      if (tag === 'cellXfs') inCells = true
      if (tag !== 'xf' || !inCells) return
      const id = Number(of.get('numFmtId') ?? 0)
      formats.push(numberFormat(id, written.get(id)))
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return formats
}

async function readTexts(book: Package, part: string | null, limits: WorkbookLimits): Promise<SharedTexts> {
  const { watcher, texts } = sharedTexts(limits)
  if (part) await walkPart(book, part, watcher, limits.partBytes)
  return texts
}
