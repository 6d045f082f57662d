/** After the agreement: what is to be confirmed, paid or taken to the court, with the packets two clicks away. */
import { useQuery } from '@tanstack/react-query'
import { HowCounted } from '#engine/screens/due-words.tsx'
import { casesPage, todayQuery } from '#engine/screens/questions.ts'
import type { CaseRow } from '#engine/wire.ts'
import type { Day } from '#kernel/day.ts'
import { Go, GoButton } from '#ui/controls/button.tsx'
import { fromToday, shortDay, weekdayName } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: {
    title: '协议之后',
    note: '仲裁审查 15 日内，司法确认 30 日内，都从生效起算',
    none: '没有等着确认或者付款的协议。',
    review: '仲裁审查',
    confirm: '司法确认',
    order: '支付令',
    of: (act: string, subject: string) => `${act}：${subject}`,
  },
  en: {
    title: 'After agreement',
    note: 'arbitral review within 15 days, court confirmation within 30, from the day of effect',
    none: 'No agreement waits for confirmation or payment.',
    review: 'Review',
    confirm: 'Confirm',
    order: 'Payment order',
    of: (act, subject) => `${act}: ${subject}`,
  },
})

const acts = { agreed: ['requestArbitralReview', 'requestConfirmation', 'issuePaymentOrder'], breached: ['issuePaymentOrder'] } as const
const names = { requestArbitralReview: 'review', requestConfirmation: 'confirm', issuePaymentOrder: 'order' } as const

export function After() {
  const w = useWords(words)
  const { data: today } = useQuery({ ...todayQuery, select: (one) => one.today })
  const { data } = useQuery({
    queryKey: ['cases', 'mediation', 'after'],
    queryFn: async ({ signal }) =>
      (
        await Promise.all(
          (['breached', 'agreed'] as const).map((state) => casesPage({ procedure: 'dispute-mediation', state }, undefined, 12, signal)),
        )
      ).flatMap((page) => page.items),
  })
  if (!data || !today) return null
  return (
    <section className="sheet pad after" aria-label={w.title}>
      <h2 className="h">
        {w.title} <small>{w.note}</small>
      </h2>
      {data.length === 0 ? <p className="s sub">{w.none}</p> : null}
      <ul>
        {data.map((row) => (
          <Row key={row.id} row={row} today={today} />
        ))}
      </ul>
    </section>
  )
}

function Row({ row, today }: { readonly row: CaseRow; readonly today: Day }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const { due } = row
  const steps = acts[row.state as keyof typeof acts] ?? []
  return (
    <li>
      <div className="when">
        {due ? (
          <>
            <b className={due.overdue ? 'red' : undefined}>{shortDay(due.last, language, today)}</b>{' '}
            <span className="xs sub">{weekdayName(due.last, language)}</span>
            <span className="xs sub">{fromToday(due.last, today, language)}</span>
          </>
        ) : null}
      </div>
      <div>
        <Go className="whose" to="/desk/cases/$caseId" params={{ caseId: row.id }}>
          {row.subject}
        </Go>
        <p className="s sub">
          {say(row.stateTitle)}
          {due ? ` · ${say(due.title)} · ` : ''}
          {due ? <HowCounted due={due} today={today} /> : null}
        </p>
      </div>
      <p className="acts">
        {steps.map((step) => (
          <GoButton
            key={step}
            size="sm"
            to="/desk/cases/$caseId"
            params={{ caseId: row.id }}
            search={{ step }}
            aria-label={w.of(w[names[step]], row.subject)}
          >
            {w[names[step]]}
          </GoButton>
        ))}
      </p>
    </li>
  )
}
