/** Opening a case at the desk: what kind, at which body, and the form of the first step. */
import './case.css'
import '#ui/controls/field.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { get, post, ProblemError } from '#ui/api.ts'
import { Go } from '#ui/controls/button.tsx'
import { type Found, Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Empty } from '#ui/pieces/notice.tsx'
import type { CaseWire, Page } from '../../wire.ts'
import { type Opening, openings } from './openings.ts'
import { dropDraft, keepDraft, readDraft } from '../form/draft.ts'
import { type Sending, StepForm } from '../form/form.tsx'
import { formWords } from '../form/words.tsx'
import { postsQuery, proceduresQuery, todayQuery } from '../questions.ts'

const words = catalogue({
  zh: {
    title: '新立案件',
    lede: '来人说的在这里记，自己提的也在这里写。收到或者提出的那天，就是时限的起算日。',
    owner: '由哪里承办',
    none: '没有可以在这里立的案件',
    needsOwner: '请先选由哪里承办。',
  },
  en: {
    title: 'Open a case',
    lede: 'Take down here what somebody tells at the counter, or write what you ask for yourself. That day is the day the clock starts.',
    owner: 'Held by',
    none: 'Nothing can be opened here',
    needsOwner: 'Please choose first who holds the case.',
  },
})

/** Which kind of body may hold a case of a procedure, and the reader's own body of that kind. */
export interface Holding {
  readonly kind?: string | undefined
  readonly own?: { readonly id: Id; readonly name: string } | undefined
  readonly prefill?: ((step: string) => Record<string, unknown> | undefined) | undefined
}

export interface NewCaseProps {
  readonly chosen: { readonly procedure?: string; readonly step?: string }
  readonly holding: (procedure: string) => Holding
  readonly onOpened: (id: Id) => void
}

export function NewCase({ chosen, holding, onOpened }: NewCaseProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { data: procedures } = useSuspenseQuery(proceduresQuery)
  const { data: posts } = useSuspenseQuery(postsQuery)
  const all = openings(procedures, posts)
  const one =
    all.find(({ procedure, step }) => procedure.id === chosen.procedure && step.id === chosen.step) ??
    (all.length === 1 ? all[0] : undefined)
  if (all.length === 0)
    return (
      <div className="newcase">
        <h1 className="big">{w.title}</h1>
        <div className="sheet">
          <Empty title={w.none} />
        </div>
      </div>
    )
  return (
    <div className="newcase">
      <title>{w.title}</title>
      <h1 className="big">{w.title}</h1>
      <p className="sub">{w.lede}</p>
      {all.length > 1 ? (
        <nav className="picks" aria-label={w.title}>
          {all.map(({ procedure, step }) => (
            <Go
              key={procedure.id + step.id}
              className="pick"
              to="/desk/new"
              search={{ procedure: procedure.id, step: step.id }}
              {...(one?.step === step ? { 'aria-current': 'true' as const } : {})}
            >
              {say(procedure.short)} · {say(step.title)}
            </Go>
          ))}
        </nav>
      ) : null}
      {one ? (
        <OpeningForm key={one.procedure.id + one.step.id} opening={one} holding={holding(one.procedure.id)} onOpened={onOpened} />
      ) : null}
    </div>
  )
}

type Chosen = { readonly name: string; readonly id?: Id | undefined }

const askOwners =
  (kind: string | undefined) =>
  async (q: string, signal: AbortSignal): Promise<readonly Found[]> =>
    (await get<Page<Found>>('/api/organisations', { q, kind, limit: 20 }, signal)).items

function OpeningForm({
  opening: { procedure, step },
  holding,
  onOpened,
}: {
  readonly opening: Opening
  readonly holding: Holding
  readonly onOpened: NewCaseProps['onOpened']
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  const f = useWords(formWords)
  const id = useId()
  const { data: today } = useSuspenseQuery({ ...todayQuery, select: (one) => one.today })
  const draftId = `new.${procedure.id}.${step.id}`
  const [at, setAt] = useState<Chosen>(
    () => (readDraft(`${draftId}.owner`)?.values as Chosen | undefined) ?? { name: holding.own?.name ?? '', id: holding.own?.id },
  )
  const choose = (name: string, found: Id | undefined) => {
    setAt({ name, id: found })
    keepDraft(`${draftId}.owner`, { values: { name, id: found }, savedAt: Date.now() })
  }
  const prefill = holding.prefill?.(step.id)
  const send = async ({ input, on, key }: Sending): Promise<void> => {
    if (!at.id) throw new ProblemError({ title: 'no owner', status: 400, says: { zh: w.needsOwner, en: w.needsOwner } })
    const file = await post<CaseWire>('/api/cases', {
      procedure: procedure.id,
      owner: at.id,
      step: step.id,
      ...(input === undefined ? {} : { input }),
      on,
      key,
    })
    dropDraft(`${draftId}.owner`)
    onOpened(file.id)
  }
  return (
    <div className="sheet pad">
      <div className="form">
        <div className="step-note s sub">
          <b>{say(step.title)}</b>
          {step.hint ? <p>{say(step.hint)}</p> : null}
          <LawNote law={step.law} />
        </div>
        <div className="field">
          <label className="label" htmlFor={id}>
            {w.owner}
          </label>
          <Picker
            id={id}
            label={w.owner}
            name={at.name}
            chosen={at.id}
            free={false}
            hint={f.findUnit}
            none={f.noneStrict}
            kind={`owners.${holding.kind}`}
            ask={askOwners(holding.kind)}
            onChange={choose}
          />
        </div>
      </div>
      <hr className="hr" />
      <StepForm procedure={procedure} step={step} draftId={draftId} today={today} {...(prefill ? { prefill } : {})} send={send} />
    </div>
  )
}
