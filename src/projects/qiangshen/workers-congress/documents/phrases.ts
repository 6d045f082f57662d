/** Turns of phrase that the papers of a session share. Pure. */
import type { Block, WritingAt } from '#engine'
import type { Day } from '#kernel/day.ts'
import type { Call, Result } from '../data.ts'
import { arithmetic, itemOf, sessionName } from '../votes.ts'

/** 2026年11月22日 */
export const dated = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

export const peopleOf = ({ form }: Call): string => (form === 'congress' ? '职工代表' : '职工')

export const caseLine = ({ caseNumber }: WritingAt, call: Call): Block => ({
  fields: [
    ['会议', sessionName(call)],
    ['编号', caseNumber],
  ],
})

export const agendaBlock = ({ agenda }: Call): Block => ({
  table: { head: ['编号', '议题'], rows: agenda.map((one) => [one.id, one.title]) },
})

export const votesTable = (call: Call, results: readonly Result[]): Block => ({
  table: {
    head: ['议题', '应到', '实到', '赞成', '反对', '弃权', '结果'],
    rows: results.map((one) => [
      itemOf({ call }, one.id)?.title ?? one.id,
      ...[one.all, one.present, one.yes, one.no, one.abstain].map((n) => String(n ?? 0)),
      one.passed ? '通过' : '未通过',
    ]),
  },
})

export const sumsOf = (call: Call, result: Result): readonly Block[] => [
  { heading: itemOf({ call }, result.id)?.title ?? result.id },
  { list: arithmetic(result) },
]
