/** A request begun and not sent is never hidden: it stands on the first page until it is sent. */
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { type Draft, isStarted } from './draft.ts'
import { readDraft } from './keep.tsx'
import { troubleWords } from './trouble-words.ts'

const words = catalogue({
  zh: { draft: '有一份求助没交', draftWaiting: '有一份求助等着交', goOn: '接着填', send: '去交' },
  en: { draft: 'A request you have not sent', draftWaiting: 'A request waits to be sent', goOn: 'Go on', send: 'Send it' },
})

export function Unsent() {
  const w = useWords(words)
  const { language } = useLanguage()
  const [draft, setDraft] = useState<Draft>()
  useEffect(() => void readDraft().then(setDraft, () => undefined), [])
  if (!draft || !isStarted(draft)) return null
  const what = draft.what ? troubleWords[language][draft.what] : ''
  return (
    <section className="card pad" aria-labelledby="draft">
      <h2 id="draft">{draft.waiting ? w.draftWaiting : w.draft}</h2>
      <p>{[what, draft.firm].filter(Boolean).join(language === 'zh' ? '，' : ', ')}</p>
      <Link className="btn main wide" to="/me/help">
        {draft.waiting ? w.send : w.goOn}
      </Link>
    </section>
  )
}
