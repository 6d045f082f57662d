/** One clock: whose matter, what is due, how it was counted, and the one act that ends it. */
import type { Day } from '#kernel/day.ts'
import { Go, GoButton } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Mark, Trade } from '#ui/pieces/chip.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import type { CaseRow } from '../../wire.ts'
import { HowCounted } from '../due-words.tsx'

const words = catalogue({
  zh: { open: '看案件', of: (step: string, subject: string) => `${step}：${subject}` },
  en: { open: 'Open the case', of: (step, subject) => `${step}: ${subject}` },
})

export function DueRow({ row, today }: { readonly row: CaseRow; readonly today: Day }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { due, next } = row
  const look = due?.overdue ? 'late' : due && due.last === today ? 'pri' : 'plain'
  const label = next ? say(next.title) : w.open
  return (
    <article className="clk">
      <h3>
        <Trade project={row.project}>{say(row.short)}</Trade>
        <Go to="/desk/cases/$caseId" params={{ caseId: row.id }}>
          {row.subject}
        </Go>
        {due ? <span>　{say(due.title)}</span> : null}
        {row.marks.map((mark) => (
          <Mark key={mark.zh}>{say(mark)}</Mark>
        ))}
      </h3>
      <div className="how">
        <span className="num nb">{row.number}</span>
        {due ? <HowCounted due={due} today={today} /> : null}
        {due ? <LawNote law={due.law} /> : null}
      </div>
      <div className="act">
        <GoButton
          to="/desk/cases/$caseId"
          params={{ caseId: row.id }}
          {...(next ? { search: { step: next.step } } : {})}
          look={look}
          aria-label={w.of(label, row.subject)}
        >
          {label}
        </GoButton>
      </div>
    </article>
  )
}
