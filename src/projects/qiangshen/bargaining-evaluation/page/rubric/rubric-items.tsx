/** The items of one dimension, to be edited: title, points, how it is scored, what to look at. */
import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useLanguage, useWords } from '#ui/language.tsx'
import { type Dimension, dimensions, type Item, measures } from '../../rubric/rubric.ts'
import { pointsTyped } from '../typed.ts'
import { words } from './rubric-words.tsx'

export function Items({
  id,
  items,
  onChange,
  onAdd,
  onDrop,
}: {
  readonly id: Dimension
  readonly items: readonly Item[]
  readonly onChange: (id: string, next: Partial<Item>) => void
  readonly onAdd: () => void
  readonly onDrop: (id: string) => void
}) {
  const w = useWords(words)
  const { say } = useLanguage()
  return (
    <div className="score-scroll">
      <table className="rows rubric-items">
        <caption>
          {say(dimensions[id])} <span className="num">{w.sum(items.reduce((sum, one) => sum + one.points, 0))}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            <th scope="col">{w.points}</th>
            <th scope="col">{w.by}</th>
            <th scope="col">{w.evidence}</th>
            <th scope="col" aria-label={w.drop} />
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <ItemRow key={one.id} item={one} onChange={(next) => onChange(one.id, next)} onDrop={() => onDrop(one.id)} />
          ))}
        </tbody>
      </table>
      <Button size="sm" onClick={onAdd}>
        {w.add}
      </Button>
    </div>
  )
}

function ItemRow({
  item,
  onChange,
  onDrop,
}: {
  readonly item: Item
  readonly onChange: (next: Partial<Item>) => void
  readonly onDrop: () => void
}) {
  const w = useWords(words)
  const { say } = useLanguage()
  // What is typed may be no figure for a while; it counts once it is one.
  const [points, setPoints] = useState(String(item.points))
  return (
    <tr>
      <td>
        <input
          className="box"
          aria-label={w.of(w.item, item.title)}
          value={item.title}
          onChange={(event) => onChange({ title: event.target.value, titleEn: undefined })}
        />
      </td>
      <td>
        <input
          className="box score-box"
          inputMode="decimal"
          aria-label={w.of(w.points, item.title)}
          value={points}
          onChange={(event) => {
            setPoints(event.target.value)
            onChange({ points: pointsTyped(event.target.value) ?? 0 })
          }}
        />
      </td>
      <td>
        <select
          className="box"
          aria-label={w.of(w.by, item.title)}
          value={item.by}
          onChange={(event) => onChange({ by: event.target.value as Item['by'] })}
        >
          <option value="evaluator">{w.person}</option>
          {(['participation', 'awareness', 'satisfaction'] as const).map((one) => (
            <option key={one} value={one}>
              {w.from(say(measures[one]))}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          className="box"
          aria-label={w.of(w.evidence, item.title)}
          value={item.evidence ?? ''}
          onChange={(event) => onChange({ evidence: event.target.value || undefined })}
        />
      </td>
      <td>
        <Button look="txt" size="sm" aria-label={w.of(w.drop, item.title)} onClick={onDrop}>
          {w.drop}
        </Button>
      </td>
    </tr>
  )
}
