/** What may be done at the table beside putting figures down: what goes on first, the rest behind one button. */
import type { CaseWire, ProcedureWire, StepWire } from '#engine/wire.ts'
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: { acts: '现在能办', recording: '替对方记录', more: '其他', print: '打印' },
  en: { acts: 'What you can do now', recording: 'for the other side', more: 'More', print: 'Print' },
})

/** 0: ends the clock that runs out first · 1: on to the next place · 2: of this place · 3: elsewhere, back, or the end. */
function nearness(file: CaseWire, procedure: ProcedureWire, step: StepWire): number {
  const of = procedure.steps.find(({ id }) => id === step.id)
  const order = procedure.states.map(({ id }) => id)
  const to = of?.to === undefined ? undefined : procedure.states.find(({ id }) => id === of.to)
  const onward = to !== undefined && !to.end && order.indexOf(to.id) > order.indexOf(file.state)
  const until = procedure.deadlines.find(({ id }) => id === file.due[0]?.id)?.until ?? []
  if (onward && until.includes(step.id)) return 0
  if (onward && (of?.from.length ?? 0) <= 3) return 1
  return to === undefined && (of?.from.length ?? 0) <= 3 ? 2 : 3
}

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
    .map((step) => ({ step, near: step.recording ? 4 : nearness(file, procedure, step) }))
    .toSorted((a, b) => a.near - b.near)
  const lines = sorted.filter(({ near }) => near < 3).slice(0, 5)
  const more = sorted.filter((one) => !lines.includes(one))
  return (
    <nav className="acts" aria-label={w.acts}>
      {lines.map(({ step, near }, at) => (
        <Button key={step.id} look={at === 0 && near < 2 ? 'pri' : 'plain'} onClick={() => onStep(step.id)}>
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
