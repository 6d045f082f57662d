/** 您可以做的: the steps open to this party as rows that unfold their form; those not yet open, with the reason. */
import { useEffect, useState } from 'react'
import type { CaseWire, StepWire } from '#engine/wire.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { LawQuote } from '../parts/law-quote.tsx'
import type { Me } from '../me.tsx'
import { askOf, factsOf, hearingOf, isDispute } from './matter.ts'
import { inOrder, stepRows } from './step-words.ts'
import { StepSheet } from './form/step-sheet.tsx'

const words = catalogue({
  zh: {
    title: '您可以做的',
    later: (n: number) => `现在还办不了的 ${n} 件，和原因`,
    none: '现在不用您做什么。有事打 12351，或者到调解中心问。',
  },
  en: {
    title: 'What you can do',
    later: (n: number) => `${n} not yet open, and why`,
    none: 'Nothing for you to do now. Questions: ring 12351 or ask at the centre.',
  },
})

export function StepList({ one, me, open }: { readonly one: CaseWire; readonly me: Me; readonly open?: string }) {
  const w = useWords(words)
  const { say } = useLanguage()
  const [shown, setShown] = useState(open)
  useEffect(() => {
    if (!open) return
    setShown(open)
    requestAnimationFrame(() => document.getElementById(`step-${open}`)?.scrollIntoView({ block: 'start' }))
  }, [open])
  const mine = inOrder(one.steps.filter((step) => step.as && !step.recording && makesSense(one, step.id, shown)))
  const can = mine.filter((step) => step.allowed)
  const cannot = mine.filter((step) => !step.allowed && step.refusal?.why !== 'not you')
  return (
    <section aria-labelledby="d">
      <h2 id="d">{w.title}</h2>
      {can.length ? (
        <div className="card rows">
          {can.map((step) => {
            const { icon, title, sub } = rowOf(one, step)
            const on = shown === step.id
            return (
              <div key={step.id} id={`step-${step.id}`}>
                <button className="row" type="button" aria-expanded={on} onClick={() => setShown(on ? undefined : step.id)}>
                  <Icon name={icon} />
                  <span className="txt">
                    {say(title)}
                    {sub ? <small>{say(sub)}</small> : null}
                  </span>
                  <Icon name="go" />
                </button>
                {on ? <StepSheet one={one} step={step.id} me={me} close={() => setShown(undefined)} /> : null}
              </div>
            )
          })}
        </div>
      ) : (
        <p className="muted">{w.none}</p>
      )}
      {cannot.length ? (
        <details>
          <summary>{w.later(cannot.length)}</summary>
          <ul className="card pad law grey">
            {cannot.map((step) => (
              <li key={step.id}>
                <p>
                  <b>{say(rowOf(one, step).title)}</b>
                </p>
                {step.refusal ? (
                  <p className="small muted">
                    {say(step.refusal.says)}
                    {step.refusal.missing ? `　${say(step.refusal.missing)}` : ''}
                  </p>
                ) : null}
                {step.refusal?.law ? <LawQuote laws={[step.refusal.law]} /> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** The question card asks it already, or there is nobody to leave. */
function makesSense(one: CaseWire, step: string, shown: string | undefined): boolean {
  if (step === shown || !isDispute(one)) return true
  if (step === 'answerHearing' || step === 'firmAnswersHearing') return askOf(one) !== 'hearing' && hearingOf(one) !== undefined
  if (step === 'leave') return Boolean(factsOf(one).colleagues?.length)
  if (step === 'challengeMediator') return one.assigned.length > 0
  if (step === 'workerConsents') return factsOf(one).application?.by !== 'worker'
  return true
}

const rowOf = (one: CaseWire, step: StepWire) =>
  (isDispute(one) ? stepRows[step.id] : undefined) ?? { icon: 'doc' as const, title: step.title, ...(step.hint ? { sub: step.hint } : {}) }
