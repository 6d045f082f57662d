/** A button to open a case, for those who may. */
import { useQuery } from '@tanstack/react-query'
import { Go } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { postsQuery, proceduresQuery } from '../questions.ts'
import { openings } from './openings.ts'

const words = catalogue({ zh: { open: '新立案件' }, en: { open: 'Open a case' } })

export function OpenCase() {
  const w = useWords(words)
  const { data: procedures } = useQuery(proceduresQuery)
  const { data: posts } = useQuery(postsQuery)
  if (!procedures || !posts || openings(procedures, posts).length === 0) return null
  return (
    <Go className="btn" to="/desk/new">
      {w.open}
    </Go>
  )
}
