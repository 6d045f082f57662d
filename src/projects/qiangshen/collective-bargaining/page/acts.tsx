/** What may be done at the table beside putting figures down: what goes on first, the rest behind one button. */
import type { CaseWire, ProcedureWire, StepWire } from '#engine/wire.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: { acts: '现在能办', recording: '替对方记录', more: '其他', print: '打印' },
  en: { acts: 'What you can do now', recording: 'for the other side', more: 'More', print: 'Print' },
})

/** The way of a bargaining that comes to its end, in its order. */
const mainRoad = [
  'serve',
  'answer',
  'nameWorkers',
  'nameEmployer',
  'askMaterials',
  'supplyMaterials',
  'setMeeting',
  'recordMeeting',
  'draft',
  'reviseDraft',
  'convene',
  'carry',
  'reject',
  'amend',
  'signWorkers',
  'signEmployer',
  'file',
  'receive',
  'publish',
  'copyUp',
  'report',
] as const
const repeated: readonly string[] = ['setMeeting', 'recordMeeting', 'report']

/** By how soon it comes on the way; what was done already since the last draft, or leads off the way, comes after. */
function nearness(file: CaseWire, procedure: ProcedureWire, step: StepWire): number {
  const at = (mainRoad as readonly string[]).indexOf(step.id)
  const since = file.log.findLastIndex((entry) => ['draft', 'reviseDraft', 'amend'].includes(entry.step))
  const done = !repeated.includes(step.id) && file.log.slice(Math.max(0, since)).some((entry) => entry.step === step.id)
  if (at >= 0 && !done) return at
  const of = procedure.steps.find(({ id }) => id === step.id)
  const leaves = of?.to !== undefined && of.to !== file.state
  return leaves ? offRoad : mainRoad.length + (of?.from.length ?? 0)
}
const offRoad = 900
const forOthers = 1000

interface ActsProps {
  readonly file: CaseWire
  readonly procedure: ProcedureWire
  readonly onStep: (step: string) => void
}

export function Acts({ file, procedure, onStep }: ActsProps) {
  const w = useWords(words)
  const { say } = useLanguage()
  const sorted = file.steps
    .filter((step) => step.allowed && step.id !== 'propose')
    .map((step) => ({ step, near: step.recording ? forOthers : nearness(file, procedure, step) }))
    .toSorted((a, b) => a.near - b.near)
  const lines = sorted.filter(({ near }) => near < offRoad).slice(0, 5)
  const more = sorted.filter((one) => !lines.includes(one))
  return (
    <nav className="acts" aria-label={w.acts}>
      {lines.map(({ step, near }, at) => (
        <Button key={step.id} look={at === 0 && near < mainRoad.length ? 'pri' : 'plain'} onClick={() => onStep(step.id)}>
          {say(step.title)}
        </Button>
      ))}
      {more.length > 0 ? (
        <details className="more-acts">
          <summary className="btn">{w.more}</summary>
          <div className="sheet pad">
            {more.map(({ step }) => (
              <Button key={step.id} look="txt" onClick={() => onStep(step.id)}>
                {say(step.title)} {step.recording ? <small className="faint">{w.recording}</small> : null}
              </Button>
            ))}
          </div>
        </details>
      ) : null}
      <Button look="txt" onClick={() => window.print()}>
        {w.print}
      </Button>
    </nav>
  )
}
