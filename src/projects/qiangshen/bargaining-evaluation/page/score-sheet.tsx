/** The score sheet: every item with its points, what the firm says of itself, and what is given; the total adds up as one types. */
import { useState } from 'react'
import type { CaseWire } from '#engine/wire.ts'
import { newKey, post, ProblemError } from '#ui/api.ts'
import { Button } from '#ui/controls/button.tsx'
import { useWords } from '#ui/language.tsx'
import { Trouble } from '#ui/pieces/notice.tsx'
import type { EvaluationWire } from '../desk/wire.ts'
import { dimensionIds } from '../rubric/rubric.ts'
import { scoreOf } from '../rubric/score.ts'
import { pointsOf } from './questions.ts'
import { DimensionTable } from './score-rows.tsx'
import { words } from './score-words.tsx'
import { keepDraft, readDraft, type Typed, typedFrom, typedScores } from './typed.ts'

interface SheetProps {
  readonly one: EvaluationWire
  readonly file: CaseWire
  readonly onTaken: (after: CaseWire) => void
}

export function ScoreSheet({ one, file, onTaken }: SheetProps) {
  const w = useWords(words)
  const step = file.steps.find((each) => (each.id === 'score' || each.id === 'selfScore') && each.allowed)?.id as
    | 'score'
    | 'selfScore'
    | undefined
  const recording = file.steps.some((each) => each.id === step && each.recording)
  const draft = `evaluation ${one.id} ${one.attempt} ${step ?? ''}`
  const before = step === 'selfScore' ? one.self : (one.desk?.scores ?? [])
  const [typed, setTyped] = useState<Typed>(() => readDraft(draft) ?? typedFrom(before))
  const [key, setKey] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [saved, setSaved] = useState(false)
  const { scores, left, wrong } = typedScores(one.rubric, typed)
  const tally = one.state === 'gathering' ? [] : (one.desk?.tally ?? [])
  const change = (next: Typed) => {
    setTyped(next)
    setSaved(false)
    keepDraft(draft, next)
  }
  async function send(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const after = await post<CaseWire>(`/api/cases/${one.id}/steps`, { step, input: { scores }, key })
      keepDraft(draft, undefined)
      setKey(newKey())
      setSaved(true)
      onTaken(after)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const fill = () =>
    change({
      ...Object.fromEntries(
        one.rubric.items.filter((item) => item.by === 'evaluator').map(({ id, points }) => [id, { points: String(points) }]),
      ),
      ...Object.fromEntries(Object.entries(typed).filter(([, cell]) => cell.points !== '')),
    })
  const total = scoreOf(one.rubric, scores, tally)
  return (
    <section className="sheet pad" aria-label={w.score}>
      <div className="score-head">
        <h2 className="h">{step === 'score' || !step ? w.score : recording ? w.selfFor : w.self}</h2>
        <p className="num">
          {w.total} <b>{pointsOf(total.total)}</b>
        </p>
        {step ? (
          <Button size="sm" onClick={fill}>
            {w.allFull}
          </Button>
        ) : (
          <p className="s sub">{w.reads}</p>
        )}
      </div>
      {dimensionIds.map((id) => (
        <DimensionTable
          key={id}
          id={id}
          one={one}
          file={file}
          scores={scores}
          got={total[id]}
          typed={typed}
          {...(step && { onTyped: change })}
        />
      ))}
      {step ? (
        <div className="score-foot">
          <p className="s sub" role="status">
            {wrong.length > 0
              ? w.wrong(wrong.length)
              : left.length > 0
                ? w.left(left.length)
                : saved
                  ? step === 'score'
                    ? w.saved
                    : w.selfSaved
                  : w.kept}
          </p>
          <Button
            look="pri"
            size="lg"
            busy={busy}
            disabled={wrong.length > 0 || scores.length === 0 || (step === 'score' && left.length > 0)}
            onClick={() => void send()}
          >
            {step === 'score' ? w.save : recording ? w.saveFor : w.saveSelf}
          </Button>
          {error ? <Trouble error={error instanceof ProblemError ? error : new ProblemError({ title: 'failed', status: -1 })} /> : null}
        </div>
      ) : null}
    </section>
  )
}
