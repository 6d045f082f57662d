/** Coaching: the firms one looks after, all instructors with their load, model firms with their reasons, what one brings along. */
import '#registry/screens/people/people.css'
import './coaching.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import { withQuery } from '#ui/api.ts'
import { GoButton } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { having } from '#ui/pieces/table/filters.tsx'
import { FirmsTable } from './firms-table.tsx'
import { InstructorsTable } from './instructors-table.tsx'
import { Models, Templates } from './models.tsx'
import { type CoachingSearch, narrowing, type View, views } from './questions.ts'

const LogSheet = lazy(() => import('./log-sheet.tsx'))

const words = catalogue({
  zh: {
    title: '集体协商指导',
    lede: '指导员联系企业，逐次记录；走到哪一步，指导员说的和案件显示的并排看。',
    firms: '联系的企业',
    instructors: '指导员',
    models: '示范企业',
    templates: '模板',
    export: '导出 Excel',
    team: '指派企业、定上限',
    views: '看什么',
  },
  en: {
    title: 'Coaching of bargaining',
    lede: 'Instructors look after firms and record each visit; what they say of a firm stands beside what its cases say.',
    firms: 'Firms looked after',
    instructors: 'Instructors',
    models: 'Model firms',
    templates: 'Templates',
    export: 'Export to Excel',
    team: 'Assign firms, set limits',
    views: 'View',
  },
})

export function CoachingAt() {
  const search = useSearch({ strict: false }) as CoachingSearch
  const navigate = useNavigate()
  const { language } = useLanguage()
  const w = useWords(words)
  const onSearch = useCallback(
    (next: CoachingSearch) => void navigate({ to: '/desk/coaching', search: { ...next }, replace: true, resetScroll: false }),
    [navigate],
  )
  const view: View = views.find((one) => one === search.view) ?? 'firms'
  return (
    <div className="register">
      <title>{w.title}</title>
      <header className="register-head">
        <div>
          <h1 className="big">{w.title}</h1>
          <p className="sub">{w.lede}</p>
        </div>
        <div className="register-acts">
          <a className="btn" href={withQuery('/api/coaching/export', { ...narrowing(search), language })} download>
            {w.export}
          </a>
          <GoButton to="/desk/teams" search={{ team: 'instructor' }}>
            {w.team}
          </GoButton>
        </div>
      </header>
      <fieldset className="coaching-views" aria-label={w.views}>
        {views.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => onSearch(one === 'firms' ? {} : { view: one })}>
            {w[one]}
          </button>
        ))}
      </fieldset>
      {view === 'firms' ? <FirmsTable search={search} onSearch={onSearch} /> : null}
      {view === 'instructors' ? <InstructorsTable search={search} onSearch={onSearch} /> : null}
      {view === 'models' ? <Models onOpen={(firm) => onSearch({ ...search, firm })} /> : null}
      {view === 'templates' ? <Templates /> : null}
      <Suspense>
        {search.firm ? <LogSheet key={search.firm} firm={search.firm} onClose={() => onSearch(having(search, 'firm', undefined))} /> : null}
      </Suspense>
    </div>
  )
}
