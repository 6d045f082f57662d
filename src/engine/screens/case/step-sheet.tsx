/** The drawer in which a step is taken: its law, its form, and what to do when somebody was faster. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { post, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { CaseWire, EntryWire, ProcedureWire, RefusalWire, StepWire } from '../../wire.ts'
import { type Sending, StepForm } from '../form/form.tsx'
import type { StepDefinition } from '../form/schema.ts'
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

export default function StepSheet(props: StepSheetProps) {
  const { procedure, file, stepId, onClose } = props
  const { say } = useLanguage()
  const w = useWords(words)
  const step = procedure.steps.find((one) => one.id === stepId)
  const here = file.steps.find((one) => one.id === stepId)
  if (!step || !here)
    return (
      <Sheet title={w.gone} onClose={onClose}>
        <p>{w.gone}</p>
      </Sheet>
    )
  const note = (
    <div className="s sub step-note">
      <p>{file.subject}</p>
      <LawNote law={step.law} />
    </div>
  )
  return (
    <Sheet title={say(step.title)} note={note} onClose={onClose}>
      <Taking {...props} step={step} here={here} />
    </Sheet>
  )
}

function Taking({
  procedure,
  file,
  step,
  here,
  prefill,
  onTaken,
}: StepSheetProps & { readonly step: StepDefinition; readonly here: StepWire }) {
  const { say } = useLanguage()
  const f = useWords(formWords)
  const [opened] = useState(file.seq)
  const [stale, setStale] = useState(false)
  const role = procedure.roles.find((one) => one.id === here.as)

  async function send({ input, on, key }: Sending): Promise<void> {
    setStale(false)
    const body = { step: step.id, ...(input === undefined ? {} : { input }), on, key, seen: file.seq, ...(here.as ? { as: here.as } : {}) }
    try {
      onTaken(await post<CaseWire>(`/api/cases/${file.id}/steps`, body))
    } catch (error) {
      setStale(error instanceof ProblemError && error.refusal?.why === 'stale')
      throw error
    }
  }

  return (
    <>
      {step.hint ? <p className="sub step-hint">{say(step.hint)}</p> : null}
      {here.recording && role ? <p className="said mild step-hint">{f.recording(say(role.title))}</p> : null}
      <Meanwhile entries={file.log.filter((entry) => entry.seq > opened)} />
      {!here.allowed && here.refusal ? <Trouble error={refusedAs(here.refusal)} /> : null}
      {here.allowed || here.refusal?.why === 'incomplete' ? (
        <StepForm
          procedure={procedure}
          step={step}
          draftId={`${file.id}.${step.id}`}
          today={file.today}
          {...(prefill ? { prefill } : {})}
          send={send}
        />
      ) : null}
      {stale ? <Stale id={file.id} onLooked={() => setStale(false)} /> : null}
    </>
  )
}

/** Somebody was faster: look first, then go on with what was typed. */
function Stale({ id, onLooked }: { readonly id: Id; readonly onLooked: () => void }) {
  const w = useWords(words)
  const client = useQueryClient()
  return (
    <div className="said mild step-hint">
      <p>{w.stale}</p>
      <Button size="sm" onClick={() => void client.refetchQueries({ queryKey: caseQuery(id).queryKey }).then(onLooked)}>
        {w.look}
      </Button>
    </div>
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
