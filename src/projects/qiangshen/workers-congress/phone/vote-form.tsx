/** One vote: choose, then confirm. The receipt is drawn and kept here before anything is sent. */
import { useState } from 'react'
import { post, ProblemError } from '#ui/api.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { BallotWire } from '../ballot/ballot-wire.ts'
import { type Choice, choices } from '../data.ts'
import { drawReceipt, forget, keep, keptReceipt } from './receipts.ts'

const words = catalogue({
  zh: {
    label: '您的意见',
    yes: '赞成',
    no: '反对',
    abstain: '弃权',
    chosen: (choice: string) => `您选的是“${choice}”。投出以后不能改。`,
    send: (choice: string) => `投出：${choice}`,
    other: '重新选',
    sending: '正在投…',
    again: '刚才没有连上，不知道到了没有。再按一次“投出”，不会变成两票。',
  },
  en: {
    label: 'Your vote',
    yes: 'For',
    no: 'Against',
    abstain: 'Abstain',
    chosen: (choice) => `You chose “${choice}”. Once cast it cannot be changed.`,
    send: (choice) => `Cast: ${choice}`,
    other: 'Choose again',
    sending: 'Casting…',
    again: 'The line broke; whether it arrived is not known. Tap “Cast” again: it will not become two votes.',
  },
})

export function VoteForm({ one, onKept }: { readonly one: BallotWire; readonly onKept: () => void }) {
  const w = useWords(words)
  // A vote that may have arrived stays chosen, under its code.
  const [before] = useState(() => keptReceipt(one.case, one.ballot))
  const [choice, setChoice] = useState<Choice | undefined>(before?.sending)
  const [code, setCode] = useState(before?.receipt)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [underWay, setUnderWay] = useState(before?.sending !== undefined)
  async function send(vote: Choice): Promise<void> {
    const receipt = code ?? drawReceipt()
    setCode(receipt)
    setBusy(true)
    setError(undefined)
    keep(one.case, one.ballot, { receipt, sending: vote })
    try {
      await post(`/api/ballots/${one.case}/${one.ballot}/papers`, { receipt, choice: vote })
      keep(one.case, one.ballot, { receipt })
      onKept()
    } catch (problem) {
      setError(problem)
      const answered = problem instanceof ProblemError && problem.status >= 400 && problem.status < 500
      setUnderWay(!answered)
      if (answered) {
        // Refused, so this code was never used: the next try draws another.
        forget(one.case, one.ballot)
        setCode(undefined)
        onKept()
      }
    } finally {
      setBusy(false)
    }
  }
  if (!choice)
    return (
      <fieldset className="vote-choices">
        <legend className="vh">{w.label}</legend>
        {choices.map((one) => (
          <button key={one} type="button" className={`btn wide vote-${one}`} onClick={() => setChoice(one)}>
            {w[one]}
          </button>
        ))}
      </fieldset>
    )
  return (
    <fieldset className="stack">
      <legend className="vh">{w.label}</legend>
      <p>{w.chosen(w[choice])}</p>
      {error ? <Trouble error={error} /> : null}
      {underWay && !busy ? <p className="small">{w.again}</p> : null}
      <button type="button" className="btn main wide" disabled={busy} aria-busy={busy} onClick={() => void send(choice)}>
        {busy ? w.sending : w.send(w[choice])}
      </button>
      {underWay ? null : (
        <button type="button" className="btn wide" disabled={busy} onClick={() => setChoice(undefined)}>
          {w.other}
        </button>
      )}
    </fieldset>
  )
}
