/** What went wrong, in the server's own words, with the article where the law stands in the way. */
import { ProblemError } from '#ui/api.ts'
import { useLanguage } from '#ui/language.tsx'

export function Said({ error }: { readonly error: unknown }) {
  const { say, language } = useLanguage()
  const problem = error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })
  const law = problem.refusal?.law
  return (
    <div className="note bad" role="alert">
      <div className="stack">
        <p>{say(problem.says)}</p>
        {law ? (
          <p className="small">
            {language === 'zh'
              ? `《${law.short.zh}》第${law.article}条：${law.quote}`
              : `${law.short.en}, article ${law.article}: ${law.quote}`}
          </p>
        ) : null}
      </div>
    </div>
  )
}
