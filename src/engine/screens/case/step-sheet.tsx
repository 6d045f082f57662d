/** The drawer in which a step is taken: its law, its form, and what to do when somebody was faster. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { CaseWire, EntryWire, ProcedureWire, RefusalWire } from '../../wire.ts'
import { type Sending, StepForm } from '../form/form.tsx'
import { formWords } from '../form/words.tsx'
import { caseQuery } from '../questions.ts'

const words = catalogue({
  zh: {
    meanwhile: (what: string) => `您打开以后，别处又办了：${what}。您填的都在。`,
    stale: '您填的内容都在。看过最新情况，可以接着办。',
    look: '取最新情况',
    gone: '没有这一步。',
  },
  en: {
    meanwhile: (what) => `Since you opened this, elsewhere: ${what}. What you typed is kept.`,
    stale: 'What you typed is kept. Look at how it stands now, then go on.',
    look: 'Fetch how it stands',
    gone: 'There is no such step.',
  },
})

export interface StepSheetProps {
  readonly procedure: ProcedureWire
  readonly file: CaseWire
  readonly stepId: string
  readonly prefill?: Record<string, unknown> | undefined
  readonly onTaken: (file: CaseWire) => void
  readonly onClose: () => void
}

const refusedAs = (refusal: RefusalWire): ProblemError => new ProblemError({ title: 'refused', status: 409, refusal })

export default function StepSheet({ procedure, file, stepId, prefill, onTaken, onClose }: StepSheetProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const f = useWords(formWords)
  const client = useQueryClient()
  const [stale, setStale] = useState<ProblemError>()
  const [opened] = useState(file.seq)
  const step = procedure.steps.find((one) => one.id === stepId)
  const here = file.steps.find((one) => one.id === stepId)
  if (!step || !here)
    return (
      <Sheet title={w.gone} onClose={onClose}>
        <p>{w.gone}</p>
      </Sheet>
    )

  async function send({ input, on, key }: Sending): Promise<void> {
    setStale(undefined)
    try {
      onTaken(
        await post<CaseWire>(`/api/cases/${file.id}/steps`, {
          step: stepId,
          ...(input === undefined ? {} : { input }),
          on,
          key,
          seen: file.seq,
          ...(here?.as ? { as: here.as } : {}),
        }),
      )
    } catch (error) {
      if (error instanceof ProblemError && error.refusal?.why === 'stale') setStale(error)
      throw error
    }
  }
  async function look(): Promise<void> {
    await client.refetchQueries({ queryKey: caseQuery(file.id).queryKey })
    setStale(undefined)
  }

  const role = procedure.roles.find((one) => one.id === here.as)
  return (
    <Sheet
      title={say(step.title)}
      note={
        <div className="s sub step-note">
          <p>{file.subject}</p>
          <LawNote law={step.law} />
        </div>
      }
      onClose={onClose}
    >
      {step.hint ? <p className="sub step-hint">{say(step.hint)}</p> : null}
      {here.recording && role ? <p className="said mild step-hint">{f.recording(say(role.title))}</p> : null}
      <Meanwhile entries={file.log.filter((entry) => entry.seq > opened)} />
      {here.allowed ? null : here.refusal ? <Trouble error={refusedAs(here.refusal)} /> : null}
      {here.allowed || here.refusal?.why === 'incomplete' ? (
        <StepForm
          procedure={procedure}
          step={step}
          draftId={`${file.id}.${stepId}`}
          today={file.today}
          {...(prefill ? { prefill } : {})}
          send={send}
        />
      ) : null}
      {stale ? (
        <div className="said mild step-hint">
          <p>{w.stale}</p>
          <Button size="sm" onClick={() => void look()}>
            {w.look}
          </Button>
        </div>
      ) : null}
    </Sheet>
  )
}

/** What others did while the form lay open: told, and taken as seen. */
function Meanwhile({ entries }: { readonly entries: readonly EntryWire[] }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const what = entries
    .map((entry) => `${say(entry.title)}${entry.person ? ` ${entry.person.name}` : ''}`)
    .join(language === 'zh' ? '；' : '; ')
  return <div role="status">{entries.length > 0 ? <p className="said mild step-hint">{w.meanwhile(what)}</p> : null}</div>
}
