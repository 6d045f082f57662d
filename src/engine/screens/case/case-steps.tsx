/** What may be done now, and what not yet, with the reason in plain words and the article. */
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { LawUnfold } from '#ui/pieces/law-note.tsx'
import type { CaseWire, ProcedureWire, StepWire } from '../../wire.ts'

const words = catalogue({
  zh: {
    now: '现在能做',
    steps: (n: number) => `${n} 步`,
    none: '现在没有要您做的。下一步轮到谁、到哪天为止，见上方的时限。',
    recording: '替当事人记录',
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
    recording: 'taken down for a party',
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

export function CaseSteps({ procedure, file, onOpen }: { readonly procedure: ProcedureWire; readonly file: CaseWire; readonly onOpen: (step: string) => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { allowed, inReach, later, past, others } = sorted(procedure, file)
  return (
    <section className="sheet pad can">
      <h2 className="h">
        {w.now} {allowed.length > 0 ? <small>{w.steps(allowed.length)}</small> : null}
      </h2>
      {allowed.length === 0 ? <p className="s sub">{w.none}</p> : null}
      <ul className="steps">
        {allowed.map((step, at) => (
          <li key={step.id}>
            <div>
              <h3>
                {say(step.title)} {step.recording ? <small>{w.recording}</small> : null}
              </h3>
              {step.hint ? <p className="s sub">{say(step.hint)}</p> : null}
            </div>
            <Button look={at === 0 ? 'pri' : 'plain'} aria-label={w.of(say(step.title))} onClick={() => onOpen(step.id)}>
              {w.open}
            </Button>
          </li>
        ))}
      </ul>
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

interface Sorted {
  readonly allowed: readonly StepWire[]
  /** Of this state, but something is missing: the reasons one can do something about. */
  readonly inReach: readonly StepWire[]
  readonly later: readonly StepWire[]
  readonly past: readonly StepWire[]
  readonly others: readonly StepWire[]
}

/** One's own steps before those taken down for a party; what ends the next clock first of all. */
function sorted(procedure: ProcedureWire, file: CaseWire): Sorted {
  const ending = new Set(procedure.deadlines.find((one) => one.id === file.due[0]?.id)?.until)
  const weight = (step: StepWire): number => (step.recording ? 2 : 0) + (ending.has(step.id) ? 0 : 1)
  const refused = file.steps.filter((step) => !step.allowed && step.refusal)
  const notNow = refused.filter((step) => step.refusal!.why === 'not now')
  const order = procedure.states.map((state) => state.id)
  const here = order.indexOf(file.state)
  const isLater = (step: StepWire): boolean => procedure.steps.find((one) => one.id === step.id)?.from.some((state) => order.indexOf(state) > here) ?? false
  return {
    allowed: file.steps.filter((step) => step.allowed).toSorted((a, b) => weight(a) - weight(b)),
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
              {missing ? <b>{say(missing)}{w.stop}</b> : null}
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
