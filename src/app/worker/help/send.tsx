/** Sending: once and only once, through a sign-in or a lost network, then photo by photo. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { post, ProblemError, upload } from '#ui/api.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import type { Day } from '#kernel/day.ts'
import { useToday } from '../../public/site.tsx'
import { Icon } from '../parts/icon.tsx'
import { type Me, useMe } from '../me.tsx'
import { applicationOf, type Draft, type Lack } from './draft.ts'
import { blobOf, type DraftKeeper, forgetDraft } from './keep.tsx'
import { bodyFor, type Route } from './route.tsx'
import { troubleWords } from './trouble-words.ts'
import { lackWords, words } from './words.ts'

interface Props {
  readonly keeper: DraftKeeper
  readonly draft: Draft
  readonly route: Route
  readonly missing: readonly Lack[]
  readonly asked: boolean
  readonly ask: () => void
}

type Stage =
  | { readonly at: 'ready' }
  | { readonly at: 'filing' }
  | { readonly at: 'files'; readonly n: number; readonly part: number }
  | { readonly at: 'lost' | 'down' }
  | { readonly at: 'left'; readonly n: number }
  | { readonly at: 'no'; readonly says: string }

const door = '/sign-in?to=%2Fme%2Fhelp%3Fsend%3D1'

export function Send({ keeper, draft, route, missing, asked, ask }: Props) {
  const w = useWords(words)
  const { language, say } = useLanguage()
  const me = useMe()
  const today = useToday()
  const navigate = useNavigate()
  const [stage, setStage] = useState<Stage>({ at: 'ready' })
  const busy = useRef(false)
  const back = (useSearch({ strict: false }) as { readonly send?: unknown }).send !== undefined

  const send = useCallback(
    async (who: Me) => {
      if (busy.current) return
      busy.current = true
      try {
        if (!draft.sent) setStage({ at: 'filing' })
        const filed = draft.sent ? draft : await file({ draft, who, route, keeper, today })
        const left = await sendFiles(filed, keeper, (n, part) => setStage({ at: 'files', n, part }))
        if (left) return setStage({ at: 'left', n: left })
        await forgetDraft(filed)
        await navigate({ to: `/me/cases/${filed.sent!.id}`, search: { new: 1 } as never, replace: true })
      } catch (error) {
        if (error instanceof ProblemError && error.status === 401) return location.assign(door)
        const away = !(error instanceof ProblemError) || error.status === 0 || error.status >= 500
        if (away) keeper.change({ waiting: true })
        const faults = error instanceof ProblemError ? error.errors.map((one) => say(one.says)).join('；') : ''
        const down = error instanceof ProblemError && error.status >= 500
        setStage(
          down
            ? { at: 'down' }
            : away
              ? { at: 'lost' }
              : { at: 'no', says: `${say((error as ProblemError).says)}${faults ? ` ${faults}` : ''}` },
        )
      } finally {
        busy.current = false
      }
    },
    [draft, keeper, navigate, route, say, today],
  )

  const press = async () => {
    ask()
    if (missing.length) {
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.worker .wrong, .worker [aria-invalid=true]')?.scrollIntoView({ block: 'center' }),
      )
      return
    }
    if (me) return send(me)
    const kept = await keeper.keep({ waiting: true }).catch(() => undefined)
    if (navigator.onLine && kept) return location.assign(door)
    setStage({ at: 'lost' })
  }

  // Signed in on the way: go on by itself, once. After that only the network's return tries again.
  const ready = Boolean(draft.waiting && me && !missing.length)
  const tried = useRef(false)
  useEffect(() => {
    if (ready && me && !tried.current && (back || draft.sent) && navigator.onLine) {
      tried.current = true
      void send(me)
    }
    const online = () => ready && me && void send(me)
    addEventListener('online', online)
    return () => removeEventListener('online', online)
  }, [ready, me, back, send, draft.sent])

  const working = stage.at === 'filing' || stage.at === 'files'
  return (
    <section>
      <p className="small muted">{w.privacy}</p>
      <div role="status" className="stack">
        {asked && missing.length ? (
          <p className="note bad">
            <Icon name="alert" />
            <span>
              <b>{w.fix(missing.length)}</b>：{missing.map((one) => lackWords[language][one]).join('；')}
            </span>
          </p>
        ) : null}
        {stage.at === 'filing' ? (
          <p className="note">
            <Icon name="doc" />
            <span>{back ? w.signIn : w.sending}</span>
          </p>
        ) : null}
        {stage.at === 'files' ? (
          <div className="note">
            <Icon name="cam" />
            <div className="grow">
              {w.uploading(stage.n, draft.materials.length)}
              <progress value={stage.part} aria-label={w.uploading(stage.n, draft.materials.length)} />
            </div>
          </div>
        ) : null}
        {stage.at === 'down' ? (
          <p className="note bad">
            <Icon name="save" />
            <span>{w.down}</span>
          </p>
        ) : null}
        {stage.at === 'lost' ? (
          <p className="note ok">
            <Icon name="save" />
            <span>{w.waiting}</span>
          </p>
        ) : null}
        {stage.at === 'no' ? (
          <p className="note bad">
            <Icon name="alert" />
            <span>
              <b>{w.refused}</b>：{stage.says}
            </span>
          </p>
        ) : null}
        {stage.at === 'left' ? (
          <p className="note bad">
            <Icon name="alert" />
            <span>{w.someLeft(stage.n)}</span>
          </p>
        ) : null}
      </div>
      <button className="btn main wide" type="button" disabled={working} onClick={() => void press()}>
        {stage.at === 'left' ? w.again : stage.at === 'lost' || stage.at === 'down' || stage.at === 'no' ? w.retry : w.submit}
      </button>
      {stage.at === 'left' && draft.sent ? (
        <a className="btn wide" href={`/me/cases/${draft.sent.id}`}>
          {w.seeCase}
        </a>
      ) : (
        <a className="btn wide" href="/me">
          {w.later}
        </a>
      )}
      {me === null && !missing.length ? <p className="small muted">{w.mustSign}</p> : null}
      <Discard keeper={keeper} draft={draft} />
    </section>
  )
}

interface Filing {
  readonly draft: Draft
  readonly who: Me
  readonly route: Route
  readonly keeper: DraftKeeper
  readonly today: Day
}

/** Opens the case; the words of the record are Chinese, whatever language the phone speaks. */
async function file({ draft, who, route, keeper, today }: Filing): Promise<Draft> {
  const title = troubleWords.zh[draft.what ?? 'other']
  const input = applicationOf(draft, { name: who.name, personId: who.id }, today, title, words.zh.spoken)
  const owner = route.body ?? (await bodyFor(draft))
  const opened = await post<{ readonly id: string; readonly number: string }>('/api/cases', {
    procedure: 'dispute-mediation',
    owner: owner?.id,
    step: 'apply',
    input,
    key: draft.key,
  })
  return keeper.keep({ waiting: true, sent: { id: opened.id, number: opened.number, done: [] } })
}

/** Sends what has not gone yet, each on its own; answers how many are left. */
async function sendFiles(filed: Draft, keeper: DraftKeeper, progress: (n: number, part: number) => void): Promise<number> {
  const done = [...filed.sent!.done]
  let left = 0
  for (const [at, one] of filed.materials.entries()) {
    if (done.includes(one.id)) continue
    const blob = await blobOf(one.id)
    if (!blob) continue
    progress(at + 1, 0)
    const form = new FormData()
    form.set('kind', one.kind)
    form.set('file', blob, one.name)
    try {
      await upload(`/api/cases/${filed.sent!.id}/attachments?key=${one.id}`, form, (part) => progress(at + 1, part))
      done.push(one.id)
      await keeper.keep({ sent: { ...filed.sent!, done: [...done] } })
    } catch {
      left += 1
    }
  }
  return left
}

function Discard({ keeper, draft }: { readonly keeper: DraftKeeper; readonly draft: Draft }) {
  const w = useWords(words)
  const [sure, setSure] = useState(false)
  const clear = async () => {
    if (!sure) return setSure(true)
    await forgetDraft(draft)
    location.reload()
  }
  return keeper.kept === 'reading' || !draft.savedAt ? null : (
    <button className="quiet" type="button" onClick={() => void clear()}>
      {sure ? w.discardSure : w.discard}
    </button>
  )
}
