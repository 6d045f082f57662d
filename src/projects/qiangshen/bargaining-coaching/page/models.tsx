/** Model firms with their reasons and since when, and the templates instructors bring along. */
import { useQuery } from '@tanstack/react-query'
import { meaningOf } from '#law/clauses/clause.ts'
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import { templates } from '../templates.ts'
import { modelsQuery } from './questions.ts'

const words = catalogue({
  zh: {
    title: '示范企业',
    since: (day: string) => `自 ${day}`,
    score: (points: string) => `评估 ${points} 分`,
    signed: (n: number) => `签订合同 ${n} 份`,
    evaluation: '看评估',
    log: '看指导日志',
    emptyTitle: '还没有示范企业',
    empty: '质效评估高于示范分、合同在有效期内的企业，可以申报；区总工会认定后列在这里。一般培育二至三家。',
    templates: '带到企业去的模板',
    note: '条款的数字留空，由双方谈；文书在协商案件里由系统生成。',
    paper: (name: string) => `生成：${name}`,
    comma: '、',
    none: '清单，不含条款',
  },
  en: {
    title: 'Model firms',
    since: (day) => `since ${day}`,
    score: (points) => `evaluated at ${points}`,
    signed: (n) => `${n} contract${n === 1 ? '' : 's'} signed`,
    evaluation: 'Open the evaluation',
    log: 'Open the log',
    emptyTitle: 'No model firm yet',
    empty:
      'A firm evaluated above the mark with a contract in force may be proposed; once the district confirms it, it stands here. Two or three are usual.',
    templates: 'Templates to bring along',
    note: 'The figures are left open for both sides to bargain; the papers come from the case.',
    paper: (name) => `Becomes: ${name}`,
    comma: ', ',
    none: 'A checklist without clauses',
  },
})

export function Models({ onOpen }: { readonly onOpen: (firm: string) => void }) {
  const w = useWords(words)
  const { data } = useQuery(modelsQuery)
  if (!data) return null
  if (data.items.length === 0)
    return (
      <div className="sheet">
        <Empty title={w.emptyTitle}>
          <p>{w.empty}</p>
        </Empty>
      </div>
    )
  return (
    <ul className="coaching-cards" aria-label={w.title}>
      {data.items.map((one) => (
        <li key={one.id} className="sheet pad">
          <h2 className="h">{one.name}</h2>
          <p className="s sub">
            {[one.unit, w.since(one.since), one.total === null ? '' : w.score(String(one.total / 100)), w.signed(one.signed)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>{one.reasons}</p>
          <p className="s sub num">{one.source}</p>
          <p className="register-acts">
            {one.case ? (
              <Go to="/desk/evaluation/$caseId" params={{ caseId: one.case }}>
                {w.evaluation}
              </Go>
            ) : null}
            <Button look="txt" onClick={() => onOpen(one.id)}>
              {w.log}
            </Button>
          </p>
        </li>
      ))}
    </ul>
  )
}

export function Templates() {
  const w = useWords(words)
  const { say } = useLanguage()
  return (
    <section aria-label={w.templates}>
      <p className="s sub">{w.note}</p>
      <ul className="coaching-cards">
        {templates.map((one) => (
          <li key={one.id} className="sheet pad">
            <h2 className="h">{say(one.title)}</h2>
            <p className="s sub">{say(one.use)}</p>
            <p>{one.clauses.length > 0 ? one.clauses.map((id) => say(meaningOf(id).title)).join(w.comma) : w.none}</p>
            {one.paper ? <p className="s sub">{w.paper(say(one.paper))}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
