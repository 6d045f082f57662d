/** What may be done now, and what not yet, with the reason in plain words and the article. */
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawUnfold } from '#ui/pieces/law-note.tsx'
import type { CaseWire, ProcedureWire, StepWire } from '../../wire.ts'
import { statePath } from './state-path.ts'

const words = catalogue({
  zh: {
    now: '现在能做',
    steps: (n: number) => `${n} 步`,
    none: '现在没有要您做的。下一步轮到谁、到哪天为止，见上方的时限。',
    recording: '替当事人记录',
    anytime: '还可以办',
    open: '办理',
    notYet: '现在还不能',
    reasons: (n: number) => `${n} 步，各有缘由`,
    later: '以后才到的',
    past: '已经过去的',
    others: '由别人办的',
    stop: '。',
    of: (step: string) => `办理：${step}`,
  },
  en: {
    now: 'What you can do now',
    steps: (n) => `${n} step${n === 1 ? '' : 's'}`,
    none: 'Nothing is yours to do now. Whose turn it is, and until when, stands with the clock above.',
    recording: 'Take down for a party',
    anytime: 'Also possible',
    open: 'Open',
    notYet: 'Not yet possible',
    reasons: (n) => `${n} step${n === 1 ? '' : 's'}, each with its reason`,
    later: 'For later',
    past: 'No longer',
    others: 'For others to do',
    stop: '.',
    of: (step) => `Open: ${step}`,
  },
})

export function CaseSteps({
  procedure,
  file,
  onOpen,
}: {
  readonly procedure: ProcedureWire
  readonly file: CaseWire
  readonly onOpen: (step: string) => void
}) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { forward, anytime, recording, inReach, later, past, others } = sorted(procedure, file)
  const count = forward.length + anytime.length + recording.length
  return (
    <section className="sheet pad can">
      <h2 className="h">
        {w.now} {count > 0 ? <small>{w.steps(count)}</small> : null}
      </h2>
      {count === 0 ? <p className="s sub">{w.none}</p> : null}
      <ul className="steps">
        {forward.map((step, at) => (
          <li key={step.id}>
            <div>
              <h3>{say(step.title)}</h3>
              {step.hint ? <p className="s sub">{say(step.hint)}</p> : null}
            </div>
            <Button look={at === 0 ? 'pri' : 'plain'} aria-label={w.of(say(step.title))} onClick={() => onOpen(step.id)}>
              {w.open}
            </Button>
          </li>
        ))}
      </ul>
      <Small title={w.recording} steps={recording} onOpen={onOpen} />
      <Small title={forward.length > 0 ? w.anytime : ''} steps={anytime} onOpen={onOpen} />
      {file.ended ? null : (
        <>
          <Refused title={w.notYet} note={w.reasons(inReach.length)} steps={inReach} />
          <More title={w.later} steps={later} />
          <More title={w.past} steps={past} />
          <More title={w.others} steps={others} />
        </>
      )}
    </section>
  )
}

/** Steps that need no line of their own: the title is the button. */
function Small({
  title,
  steps,
  onOpen,
}: {
  readonly title: string
  readonly steps: readonly StepWire[]
  readonly onOpen: (step: string) => void
}) {
  const { say } = useLanguage()
  if (steps.length === 0) return null
  return (
    <div className="small-steps">
      {title ? <h3>{title}</h3> : null}
      {steps.map((step) => (
        <Button key={step.id} size="sm" onClick={() => onOpen(step.id)} {...(step.hint ? { title: say(step.hint) } : {})}>
          {say(step.title)}
        </Button>
      ))}
    </div>
  )
}

interface Sorted {
  /** What moves the case from here: a line each, the nearest first. */
  readonly forward: readonly StepWire[]
  readonly anytime: readonly StepWire[]
  /** Taken down at the desk for a party. */
  readonly recording: readonly StepWire[]
  /** Of this state, but something is missing: the reasons one can do something about. */
  readonly inReach: readonly StepWire[]
  readonly later: readonly StepWire[]
  readonly past: readonly StepWire[]
  readonly others: readonly StepWire[]
}

const stateOrder = (procedure: ProcedureWire): readonly string[] => procedure.states.map((state) => state.id)

/** 0: on to the next state of the main road · 1: of this state alone · 2: of this and another · 3: off the road · 4: nearly anywhere. */
function nearness(procedure: ProcedureWire, file: CaseWire, step: StepWire): number {
  const definition = procedure.steps.find((one) => one.id === step.id)
  const next = statePath(procedure, file).stops.find((stop) => stop.at === 'ahead')
  if (!definition) return 4
  if (next && definition.to === next.state) return 0
  if (definition.to && definition.to !== file.state) return 3
  return definition.from.length === 1 ? 1 : definition.from.length === 2 ? 2 : 4
}

const mostLines = 4

function sorted(procedure: ProcedureWire, file: CaseWire): Sorted {
  const order = stateOrder(procedure)
  const here = order.indexOf(file.state)
  const allowed = file.steps.filter((step) => step.allowed)
  const own = allowed
    .filter((step) => !step.recording)
    .map((step) => ({ step, near: nearness(procedure, file, step) }))
    .toSorted((a, b) => a.near - b.near)
  const ending = procedure.deadlines.find((one) => one.id === file.due[0]?.id)?.until ?? []
  const onward = own.filter((one) => one.near < 3).slice(0, mostLines)
  const lines = new Set([...onward, ...own.filter((one) => one.near === 3 && ending.includes(one.step.id))].map((one) => one.step))
  const refused = file.steps.filter((step) => !step.allowed && step.refusal)
  const notNow = refused.filter((step) => step.refusal!.why === 'not now')
  const isLater = (step: StepWire): boolean =>
    procedure.steps.find((one) => one.id === step.id)?.from.some((state) => order.indexOf(state) > here) ?? false
  return {
    forward: [...lines],
    anytime: own.map((one) => one.step).filter((step) => !lines.has(step)),
    recording: allowed.filter((step) => step.recording).toSorted((a, b) => nearness(procedure, file, a) - nearness(procedure, file, b)),
    inReach: refused.filter((step) => step.refusal!.why !== 'not now' && step.refusal!.why !== 'not you'),
    later: notNow.filter(isLater),
    past: notNow.filter((step) => !isLater(step)),
    others: refused.filter((step) => step.refusal!.why === 'not you'),
  }
}

function Refused({ title, note, steps }: { readonly title: string; readonly note: string; readonly steps: readonly StepWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  if (steps.length === 0) return null
  const unfolded = steps.findIndex((step) => step.refusal!.why === 'broken' && step.refusal!.law)
  return (
    <>
      <hr className="hr" />
      <h2 className="h sub">
        {title} <small>{note}</small>
      </h2>
      <ul className="steps">
        {steps.map((step, at) => {
          const { says, missing, law } = step.refusal!
          const said = (
            <>
              {say(says)}
              {w.stop}
              {missing ? (
                <b>
                  {say(missing)}
                  {w.stop}
                </b>
              ) : null}
            </>
          )
          return (
            <li className="no" key={step.id}>
              <h3>{say(step.title)}</h3>
              {law ? (
                <LawUnfold law={law} open={at === unfolded}>
                  {said}
                </LawUnfold>
              ) : (
                <p>{said}</p>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What comes later, is over, or is for others: a line each, with its reason. */
function More({ title, steps }: { readonly title: string; readonly steps: readonly StepWire[] }) {
  const { say } = useLanguage()
  if (steps.length === 0) return null
  return (
    <details className="others-do">
      <summary>
        {title} <small>{steps.length}</small>
      </summary>
      <ul>
        {steps.map((step) => (
          <li key={step.id}>
            {say(step.title)}
            <span className="faint">　{say(step.refusal!.says)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
