/** 我要求助: three questions, and at once the path, the law's dates, and who will handle it. */
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { timeOf } from '#ui/dates.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { Frame } from '../parts/shell.tsx'
import { lacks } from './draft.ts'
import { useDraft } from './keep.tsx'
import { Road } from './road.tsx'
import { Send } from './send.tsx'
import { Want } from './want.tsx'
import { What } from './what.tsx'
import { Where } from './where.tsx'
import { useRoute } from './route.tsx'
import { words } from './words.ts'

export function Help() {
  const w = useWords(words)
  const keeper = useDraft()
  const { draft, kept } = keeper
  const route = useRoute(draft)
  const [asked, setAsked] = useState(false)
  const { say } = useSearch({ strict: false }) as { readonly say?: unknown }
  const brought = useRef(typeof say === 'string' ? say.slice(0, 400) : '')
  const { change } = keeper
  useEffect(() => {
    if (!draft || !brought.current) return
    // A sentence brought from the first page, once; never over words that are there.
    if (!draft.want) change({ want: brought.current })
    brought.current = ''
  }, [draft, change])
  const missing = draft ? lacks(draft, route.needsStreet) : []
  return (
    <Frame at="help" back="/me">
      <section>
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
        <KeptNote kept={kept} savedAt={draft?.savedAt} />
      </section>
      {draft ? (
        <form className="stack questions" noValidate onSubmit={(event) => event.preventDefault()}>
          <What keeper={keeper} draft={draft} wrong={asked ? missing : []} />
          {draft.what === 'hardship' ? (
            <Hardship />
          ) : (
            <>
              <Where keeper={keeper} draft={draft} wrong={asked ? missing : []} route={route} />
              <Want keeper={keeper} draft={draft} wrong={asked ? missing : []} />
              <Road keeper={keeper} draft={draft} route={route} />
              <Send keeper={keeper} draft={draft} route={route} missing={missing} ask={() => setAsked(true)} asked={asked} />
            </>
          )}
        </form>
      ) : (
        <p role="status">{w.reading}</p>
      )}
    </Frame>
  )
}

function KeptNote({ kept, savedAt }: { readonly kept: string; readonly savedAt: string | undefined }) {
  const w = useWords(words)
  if (kept === 'failed')
    return (
      <div className="note bad" role="alert">
        <Icon name="alert" />
        <div>
          <b>{w.notKept}</b>。{w.notKeptSays}
        </div>
      </div>
    )
  return (
    <div className="note ok">
      <Icon name="save" />
      <div>
        {savedAt ? (
          <>
            <b>{w.saved}</b>
            {w.savedAt(timeOf(savedAt))}
          </>
        ) : (
          w.empty
        )}
      </div>
    </div>
  )
}

function Hardship() {
  const w = useWords(words)
  const { language } = useLanguage()
  return (
    <section aria-labelledby="hard" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <h2 id="hard">{w.hardTitle}</h2>
      <p>{w.hardSays}</p>
      <a className="btn main wide" href="tel:12351">
        <Icon name="phone" />
        {w.call}
      </a>
    </section>
  )
}
