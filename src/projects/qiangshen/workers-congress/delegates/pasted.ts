/** A table of delegates as it is pasted from Excel or WPS: columns by their titles, or in the usual order where there are none. Pure. */
import { type Day, isDay } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'

const columns = ['name', 'constituency', 'sex', 'manager', 'dispatched', 'since', 'until'] as const
type Column = (typeof columns)[number]

const titles: Readonly<Record<Column, RegExp>> = {
  name: /^(代表)?姓名$|^name$/i,
  constituency: /选区|部门|车间|班组|constituency|department/i,
  sex: /^性别$|^sex$|^gender$/i,
  manager: /管理人员|管理层|领导|manager/i,
  dispatched: /派遣|dispatched/i,
  since: /任期(起|自|开始)|当选|起始|^since$|^from$/i,
  until: /任期(止|至|结束|届满)|到期|^until$|^to$/i,
}

export interface PastedRow {
  /** From 1, as pasted. */
  readonly line: number
  readonly name: string
  readonly constituency?: string
  readonly sex?: 'male' | 'female'
  readonly manager: boolean
  readonly dispatched: boolean
  readonly since: Day
  readonly until?: Day
}
export interface PastedFault {
  readonly line: number
  readonly says: Text
}
export interface Pasted {
  readonly rows: readonly PastedRow[]
  readonly faults: readonly PastedFault[]
}

const most = 2000
const yesWords = /^(是|有|√|✓|y|yes|true|1)$/i
const noWords = /^(否|无|不是|×|✗|x|n|no|false|0|-|—)?$/i

/** 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105 */
export function dayIn(words: string): Day | undefined {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(words.trim())
  if (!found) return undefined
  const [, year, month, date] = found
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

const cellsOf = (line: string): readonly string[] =>
  line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) =>
    cell
      .replace(/^"(.*)"$/s, '$1')
      .normalize('NFKC')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

function headIn(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  if (!cells.some((cell) => titles.name.test(cell))) return undefined
  return cells.map((cell) => columns.find((column) => titles[column].test(cell)))
}

/** Every line is a delegate or a fault that says how to mend it; nothing is guessed. */
export function readPasted(pasted: string, term: { readonly since: Day; readonly until?: Day | undefined }): Pasted {
  const lines = pasted.split(/\r\n|\r|\n/).map((line, at) => ({ line: at + 1, cells: cellsOf(line) }))
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const head = filled[0] && headIn(filled[0].cells)
  const body = head ? filled.slice(1) : filled
  if (body.length > most)
    return { rows: [], faults: [{ line: body[most]!.line, says: text(`一次最多 ${most} 行`, `At most ${most} lines at a time`) }] }
  const faults: PastedFault[] = []
  const seen = new Map<string, number>()
  const rows: PastedRow[] = []
  for (const { line, cells } of body) {
    const found = rowIn(line, (column) => cells[(head ?? columns).indexOf(column)] ?? '', term)
    if ('says' in found) {
      faults.push(found)
      continue
    }
    const same = `${found.name}\t${found.constituency ?? ''}`
    const before = seen.get(same)
    if (before === undefined) {
      seen.set(same, line)
      rows.push(found)
    } else faults.push({ line, says: text(`与第 ${before} 行重复：${found.name}`, `The same as line ${before}: ${found.name}`) })
  }
  return { rows, faults }
}

function rowIn(
  line: number,
  cell: (column: Column) => string,
  term: { readonly since: Day; readonly until?: Day | undefined },
): PastedRow | PastedFault {
  const fault = (zh: string, en: string): PastedFault => ({ line, says: text(zh, en) })
  const [name, constituency, sex] = [cell('name').replaceAll(' ', ''), cell('constituency'), cell('sex')]
  if (name === '') return fault('没有姓名', 'No name')
  if (name.length > 60 || constituency.length > 60) return fault('姓名、选区不超过 60 个字', 'Name and constituency: at most 60 characters')
  if (!/^(男|女|male|female|m|f)?$/i.test(sex)) return fault(`性别写“男”或“女”，现在是“${sex}”`, `Sex is 男 or 女, not “${sex}”`)
  const marks = { manager: markIn(cell('manager')), dispatched: markIn(cell('dispatched')) }
  if (marks.manager === undefined)
    return fault(`“中高层管理人员”写“是”或“否”，现在是“${cell('manager')}”`, `Manager is 是 or 否, not “${cell('manager')}”`)
  if (marks.dispatched === undefined)
    return fault(`“劳务派遣”写“是”或“否”，现在是“${cell('dispatched')}”`, `Dispatched is 是 or 否, not “${cell('dispatched')}”`)
  const since = cell('since') === '' ? term.since : dayIn(cell('since'))
  const until = cell('until') === '' ? term.until : dayIn(cell('until'))
  if (since === undefined || (cell('until') !== '' && until === undefined))
    return fault('日期写成 2026-01-31 的样子', 'Write days as 2026-01-31')
  if (until !== undefined && until < since) return fault('任期结束早于开始', 'The term ends before it begins')
  return {
    line,
    name,
    manager: marks.manager,
    dispatched: marks.dispatched,
    since,
    ...(constituency ? { constituency } : {}),
    ...(sex ? { sex: /^(女|female|f)$/i.test(sex) ? ('female' as const) : ('male' as const) } : {}),
    ...(until ? { until } : {}),
  }
}

const markIn = (words: string): boolean | undefined => (yesWords.test(words) ? true : noWords.test(words) ? false : undefined)
