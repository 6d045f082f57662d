/** The questions, weights, targets and marks of a rubric, to be edited. */
import { Button } from '#ui/controls/button.tsx'
import { useLanguage, useWords } from '#ui/language.tsx'
import { Labelled } from '#ui/pieces/act-form.tsx'
import { measures, type Question, type Rubric } from '../../rubric/rubric.ts'
import { pointsTyped } from '../typed.ts'
import { freeId } from './free-id.ts'
import { words } from './rubric-words.tsx'

export function Questions({
  questions,
  onChange,
}: {
  readonly questions: readonly Question[]
  readonly onChange: (next: readonly Question[]) => void
}) {
  const w = useWords(words)
  const { say } = useLanguage()
  const put = (id: string, next: Partial<Question>) =>
    onChange(questions.map((one) => (one.id === id ? ({ ...one, ...next } as Question) : one)))
  return (
    <fieldset className="rubric-questions">
      <legend>{w.question}</legend>
      {questions.map((one) => (
        <p key={one.id} className="register-acts">
          <input
            className="box"
            style={{ flex: '1 1 260px' }}
            aria-label={w.of(w.question, one.words)}
            value={one.words}
            onChange={(event) => put(one.id, { words: event.target.value, wordsEn: undefined })}
          />
          <select
            className="box"
            aria-label={w.of(w.by, one.words)}
            value={one.measure}
            onChange={(event) => put(one.id, { measure: event.target.value as Question['measure'] })}
          >
            <option value="awareness">{say(measures.awareness)}</option>
            <option value="satisfaction">{say(measures.satisfaction)}</option>
          </select>
          <Button
            look="txt"
            size="sm"
            aria-label={w.of(w.drop, one.words)}
            onClick={() => onChange(questions.filter((each) => each.id !== one.id))}
          >
            {w.drop}
          </Button>
        </p>
      ))}
      <Button
        size="sm"
        onClick={() =>
          onChange([...questions, { id: freeId('q', questions), words: w.freshQuestion, measure: 'satisfaction', asks: ['workers'] }])
        }
      >
        {w.addQuestion}
      </Button>
    </fieldset>
  )
}

type Body = Omit<Rubric, 'version'>

export function Marks({ body, onBody }: { readonly body: Body; readonly onBody: (body: Body) => void }) {
  const w = useWords(words)
  const box = (label: string, path: string, value: number, put: (value: number) => void) => (
    <Labelled key={path} label={label} path={path}>
      {(wiring) => (
        <input
          {...wiring}
          className="box score-box"
          inputMode="decimal"
          defaultValue={String(value)}
          onChange={(event) => {
            const next = pointsTyped(event.target.value)
            if (next !== undefined) put(next)
          }}
        />
      )}
    </Labelled>
  )
  return (
    <div className="rubric-marks">
      {box(w.pass, 'body.pass', body.pass, (pass) => onBody({ ...body, pass }))}
      {box(w.model, 'body.model', body.model, (model) => onBody({ ...body, model }))}
      {(['participation', 'awareness', 'satisfaction'] as const).map((one) =>
        box(w[one], `body.targets.${one}`, body.targets[one] / 100, (value) =>
          onBody({ ...body, targets: { ...body.targets, [one]: value * 100 } }),
        ),
      )}
      {box(w.roundShare, 'body.roundShare', body.roundShare / 100, (value) => onBody({ ...body, roundShare: value * 100 }))}
      {(['workers', 'union', 'management'] as const).map((one) =>
        box(w[one], `body.weights.${one}`, body.weights[one], (value) =>
          onBody({ ...body, weights: { ...body.weights, [one]: Math.floor(value) } }),
        ),
      )}
    </div>
  )
}
