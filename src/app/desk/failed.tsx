/** A page of the desk that could not be shown: what happened, and the way on. */
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'

const words = catalogue({
  zh: { title: '这一页打不开', today: '回今日' },
  en: { title: 'This page cannot be shown', today: 'Back to Today' },
})

export function Failed({ error, reset }: ErrorComponentProps) {
  const w = useWords(words)
  const router = useRouter()
  const boundary = useQueryErrorResetBoundary()
  const again = () => {
    boundary.reset()
    reset()
    router.invalidate()
  }
  return (
    <div className="lost">
      <h1 className="big">{w.title}</h1>
      <Trouble error={error} onAgain={again} />
      <p>
        <Go to="/desk">{w.today}</Go>
      </p>
    </div>
  )
}
