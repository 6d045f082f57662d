/** One case in the list. */
import type { Day } from '#kernel/day.ts'
import { Go } from '#ui/controls/button.tsx'
import { fromToday, shortDay, weekdayName } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip, Mark, Trade } from '#ui/pieces/chip.tsx'
import type { CaseRow } from '../../wire.ts'
import { useLateness } from '../due-words.tsx'

const words = catalogue({ zh: { none: '无', by: '主办' }, en: { none: 'none', by: 'handled by' } })

export function CaseLine({ row, today, many }: { readonly row: CaseRow; readonly today: Day; readonly many: string | undefined }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const lateness = useLateness()
  const { due } = row
  const urgency = due?.overdue ? 'late' : due?.last === today ? 'now' : ''
  return (
    <tr className={urgency}>
      <td className="when">
        {due ? (
          <>
            <b className="num">{shortDay(due.last, language, today)}</b> {weekdayName(due.last, language)}
            <span className="xs">{due.overdue ? lateness(due, today, new Map()) : fromToday(due.last, today, language)}</span>
          </>
        ) : (
          <span className="faint">{w.none}</span>
        )}
      </td>
      <td>
        {many ? <Trade project={row.project}>{many}</Trade> : null}
        <Go className="whose" to="/desk/cases/$caseId" params={{ caseId: row.id }}>
          {row.subject}
        </Go>
        <span className="xs sub">
          {row.matter}{' '}
          {row.marks.map((mark) => (
            <Mark key={mark.zh}>{say(mark)}</Mark>
          ))}
        </span>
      </td>
      <td>
        <Chip tone={due?.overdue ? 'late' : due ? 'run' : undefined}>{say(row.stateTitle)}</Chip>
        <span className="xs sub">{due ? say(due.title) : ''}</span>
      </td>
      <td>
        <span className="num">{row.number}</span>
        <span className="xs sub">
          {row.owner.name}
          {row.assigned.length > 0 ? ` · ${w.by} ${row.assigned.join(language === 'zh' ? '、' : ', ')}` : ''}
        </span>
      </td>
      <td className="num sub nb">{shortDay(row.openedOn, language, today)}</td>
    </tr>
  )
}
