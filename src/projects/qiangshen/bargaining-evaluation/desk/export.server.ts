/** A round of evaluations as a workbook: the same rows as on the screen. */
import type { ExportTable, ExportValue } from '#platform/workbook/write-workbook.server.ts'
import type { Language, Text } from '#kernel/text.ts'
import { dimensionIds, dimensions, measures } from '../rubric/rubric.ts'
import type { EvaluationRow } from './wire.ts'

type Column = readonly [
  title: Text,
  kind: 'text' | 'number' | 'day',
  value: (row: EvaluationRow, say: (text: Text) => string) => ExportValue,
]

const points = (hundredths: number | null): ExportValue => (hundredths === null ? null : hundredths / 100)
const per = (share: number | null): ExportValue => (share === null ? null : `${share / 100}%`)

const columnsOf = (states: Readonly<Record<string, Text>>): readonly Column[] => [
  [{ zh: '企业', en: 'Firm' }, 'text', (row) => row.firm.name],
  [{ zh: '所属', en: 'Unit' }, 'text', (row) => row.unit],
  [{ zh: '评估单位', en: 'Evaluated by' }, 'text', (row) => row.owner],
  [{ zh: '批次', en: 'Round' }, 'text', (row) => row.round],
  [{ zh: '案号', en: 'Number' }, 'text', (row) => row.number],
  [{ zh: '状态', en: 'State' }, 'text', (row, say) => (states[row.state] ? say(states[row.state]!) : row.state)],
  [{ zh: '第几次', en: 'Attempt' }, 'number', (row) => row.attempt],
  [{ zh: '总分', en: 'Total' }, 'number', (row) => points(row.total)],
  ...dimensionIds.map((id): Column => [dimensions[id], 'number', (row) => points(row[id])]),
  [measures.participation, 'text', (row) => per(row.participation)],
  [measures.awareness, 'text', (row) => per(row.awareness)],
  [measures.satisfaction, 'text', (row) => per(row.satisfaction)],
  [{ zh: '出结果', en: 'Result on' }, 'day', (row) => row.concludedOn],
  [{ zh: '评分标准版本', en: 'Rubric version' }, 'number', (row) => row.rubric],
]

export function evaluationTable(
  rows: AsyncIterable<EvaluationRow>,
  states: Readonly<Record<string, Text>>,
  language: Language,
): ExportTable {
  const say = (text: Text) => text[language]
  const columns = columnsOf(states)
  return {
    sheetName: language === 'zh' ? '质效评估' : 'Evaluations',
    columns: columns.map(([title, kind]) => ({ title: say(title), kind })),
    rows: valuesOf(rows, columns, say),
  }
}

async function* valuesOf(
  rows: AsyncIterable<EvaluationRow>,
  columns: readonly Column[],
  say: (text: Text) => string,
): AsyncGenerator<readonly ExportValue[]> {
  for await (const row of rows) yield columns.map(([, , value]) => value(row, say))
}
