/** Editing a rubric into its next version: items, points, what to look at, questions, weights and marks; the sum is shown as one types. */
import { useState } from 'react'
import { todayHere } from '#registry/screens/people/questions.ts'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Labelled } from '#ui/pieces/act-form.tsx'
import { type Dimension, dimensionIds, type Item, type Rubric, rubricFaults } from '../../rubric/rubric.ts'
import { freeId } from './free-id.ts'
import { Items } from './rubric-items.tsx'
import { Marks, Questions } from './rubric-marks.tsx'
import { words } from './rubric-words.tsx'

interface EditorProps {
  readonly from: Rubric
  readonly newest: number
  readonly onDone: () => Promise<void>
  readonly onCancel: () => void
}

export function RubricEditor({ from, newest, onDone, onCancel }: EditorProps) {
  const w = useWords(words)
  const { say } = useLanguage()
  const { version: _, ...begun } = from
  const [body, setBody] = useState(begun)
  const [since, setSince] = useState<string>(todayHere())
  const [why, setWhy] = useState('')
  const faults = rubricFaults(body)
  const change = (id: string, next: Partial<Item>) =>
    setBody({ ...body, items: body.items.map((one) => (one.id === id ? ({ ...one, ...next } as Item) : one)) })
  const add = (dimension: Dimension) =>
    setBody({
      ...body,
      items: [...body.items, { id: freeId('n', body.items), dimension, title: w.fresh, points: 0, by: 'evaluator' }],
    })
  async function send(): Promise<void> {
    await post('/api/bargaining-evaluations/rubrics', { body, since, why, after: newest })
    await onDone()
  }
  return (
    <section className="sheet pad">
      <h2 className="h">{w.title}</h2>
      <ActForm says={w.save} send={send} onCancel={onCancel} ready={faults.length === 0 && why.trim().length > 1}>
        {dimensionIds.map((id) => (
          <Items
            key={id}
            id={id}
            items={body.items.filter((one) => one.dimension === id)}
            onChange={change}
            onAdd={() => add(id)}
            onDrop={(gone) => setBody({ ...body, items: body.items.filter((one) => one.id !== gone) })}
          />
        ))}
        <p role="status" className={faults.length > 0 ? 'red' : undefined}>
          {w.sum(body.items.reduce((sum, one) => sum + one.points, 0))} {faults.map(({ says }) => say(says)).join('；')}
        </p>
        <Questions questions={body.questions} onChange={(questions) => setBody({ ...body, questions: [...questions] })} />
        <Marks body={body} onBody={setBody} />
        <Labelled label={w.since} path="since">
          {(wiring) => <DayBox label={w.since} value={since} describedBy={wiring['aria-describedby']} onChange={setSince} />}
        </Labelled>
        <Labelled label={w.why} path="why">
          {(wiring) => <input {...wiring} className="box" value={why} onChange={(event) => setWhy(event.target.value)} />}
        </Labelled>
      </ActForm>
    </section>
  )
}
