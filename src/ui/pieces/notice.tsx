/** What to tell a person: nothing here yet, it went wrong, it is on its way. */
import './notice.css'
import { type ReactNode, useEffect, useState } from 'react'
import { ProblemError } from '../api.ts'
import { Button } from '../controls/button.tsx'
import { catalogue, useLanguage, useWords } from '../language.tsx'
import { LawNote } from './law-note.tsx'

const words = catalogue({ zh: { wait: '正在取来…', again: '再试一次' }, en: { wait: 'Fetching…', again: 'Try again' } })

/** An empty place teaches what will stand there. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <h2>{title}</h2>
    {children}
  </div>
)

/** Said only after a moment, so that quick answers do not flicker. */
export function Waiting() {
  const w = useWords(words)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return <div role="status">{late ? <p className="waiting">{w.wait}</p> : null}</div>
}

/** A problem in words, with the article where the law stands in the way, and the way on. */
export function Trouble({
  error,
  onAgain,
  children,
}: {
  readonly error: unknown
  readonly onAgain?: () => void
  readonly children?: ReactNode
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  const problem = error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })
  const { refusal } = problem
  return (
    <div className="said" role="alert">
      <p>
        {say(problem.says)}
        {refusal?.missing ? <b>　{say(refusal.missing)}</b> : null}
      </p>
      {refusal?.law ? <LawNote law={refusal.law} /> : null}
      {children}
      {onAgain ? (
        <Button size="sm" onClick={onAgain}>
          {w.again}
        </Button>
      ) : null}
    </div>
  )
}
