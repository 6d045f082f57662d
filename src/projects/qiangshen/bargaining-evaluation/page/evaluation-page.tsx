/** One evaluation at work: questionnaires, the score sheet, the sum made again, and what may be done next. */
import '#registry/screens/people/people.css'
import './page.css'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { caseQuery } from '#engine/screens/questions.ts'
import type { CaseWire } from '#engine/wire.ts'
import type { Id } from '#kernel/id.ts'
import { Go, GoButton } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { Arithmetic } from './arithmetic.tsx'
import { evaluationQuery } from './questions.ts'
import { Questionnaires } from './questionnaires.tsx'
import { ScoreSheet } from './score-sheet.tsx'

const words = catalogue({
  zh: {
    file: '看案卷',
    all: '全部评估',
    rubric: (version: number) => `评分标准第 ${version} 版（本区设置，不是法律）`,
    attempt: (n: number) => `第 ${n} 次评估`,
    next: '下一步',
  },
  en: {
    file: 'Open the case file',
    all: 'All evaluations',
    rubric: (version) => `Rubric version ${version} (a setting of the district, not law)`,
    attempt: (n) => `Evaluation no. ${n}`,
    next: 'Next',
  },
})

/** Done on this page by the sheet itself. */
const onThisPage = ['selfScore', 'score']

export function EvaluationAt() {
  const { caseId } = useParams({ strict: false }) as { readonly caseId: Id }
  const w = useWords(words)
  const { say } = useLanguage()
  const client = useQueryClient()
  const { data: file } = useSuspenseQuery(caseQuery(caseId))
  const { data: one } = useSuspenseQuery(evaluationQuery(caseId))
  const taken = (after: CaseWire) => {
    client.setQueryData(caseQuery(caseId).queryKey, after)
    void client.invalidateQueries({ queryKey: ['evaluations'] })
  }
  const next = file.steps.filter((step) => step.allowed && !onThisPage.includes(step.id))
  return (
    <div className="register evaluation">
      <title>{`${file.subject} · ${file.number}`}</title>
      <header className="register-head">
        <div>
          <h1 className="big">{file.subject}</h1>
          <p className="sub">
            <Chip>{say(file.stateTitle)}</Chip> <span className="num">{file.number}</span> · {file.matter}
            {one.attempt > 1 ? ` · ${w.attempt(one.attempt)}` : ''} · {w.rubric(one.rubric.version)}
          </p>
        </div>
        <div className="register-acts">
          <Go to="/desk/evaluation">{w.all}</Go>
          <GoButton to="/desk/cases/$caseId" params={{ caseId }}>
            {w.file}
          </GoButton>
          {next.map((step) => (
            <GoButton key={step.id} to="/desk/cases/$caseId" params={{ caseId }} search={{ step: step.id }}>
              {say(step.title)}
            </GoButton>
          ))}
        </div>
      </header>
      {one.check ? <Arithmetic check={one.check} one={one} /> : null}
      {one.desk ? <Questionnaires one={one} desk={one.desk} /> : null}
      {one.check ? null : <ScoreSheet key={`${one.state}${one.attempt}`} one={one} file={file} onTaken={taken} />}
    </div>
  )
}
