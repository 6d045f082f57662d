/** The cases tied to this one: what it opened, and what it came from. */
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import type { CaseWire, ProcedureWire } from '../../wire.ts'

const words = catalogue({
  zh: { title: '相关案件', opened: '由本案引出', from: '本案由此引出' },
  en: { title: 'Related cases', opened: 'opened by this case', from: 'this case came from it' },
})

export function Related({ file, procedures }: { readonly file: CaseWire; readonly procedures: readonly ProcedureWire[] }) {
  const w = useWords(words)
  const { say } = useLanguage()
  if (file.related.length === 0) return null
  return (
    <section>
      <h2 className="h">{w.title}</h2>
      {file.related.map((one) => {
        const state = procedures.find(({ id }) => id === one.procedure)?.states.find(({ id }) => id === one.state)
        return (
          <p key={one.id}>
            <Go to="/desk/cases/$caseId" params={{ caseId: one.id }}>
              {one.subject}
            </Go>{' '}
            {one.number} {state ? say(state.title) : ''} · {one.opened ? w.opened : w.from}
          </p>
        )
      })}
    </section>
  )
}
