/** The items of one dimension on the score sheet: points, the firm's own score, what is given and on which grounds. */
import type { CaseWire } from '#engine/wire.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import type { EvaluationWire } from '../desk/wire.ts'
import { type Dimension, dimensions, type Item, measures } from '../rubric/rubric.ts'
import { type ItemScore, itemsOf } from '../rubric/score.ts'
import { pointsOf, rateOf, titleOf } from './questions.ts'
import { words } from './score-words.tsx'
import type { Typed } from './typed.ts'

interface TableProps {
  readonly id: Dimension
  readonly one: EvaluationWire
  readonly file: CaseWire
  readonly scores: readonly ItemScore[]
  readonly got: number
  readonly typed: Typed
  readonly onTyped?: (typed: Typed) => void
}

export function DimensionTable({ id, one, file, scores, got, typed, onTyped }: TableProps) {
  const w = useWords(words)
  const { say } = useLanguage()
  // What the questionnaires say is known when they are closed.
  const counted = one.desk && one.state !== 'gathering'
  const items = itemsOf(one.rubric, scores, counted ? one.desk.tally : []).filter(({ item }) => item.dimension === id)
  const full = items.reduce((sum, each) => sum + each.full, 0)
  return (
    <div className="score-scroll">
      <table className="rows scores">
        <caption>
          {say(dimensions[id])}{' '}
          <span className="num">
            {pointsOf(got)} / {pointsOf(full)}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            <th scope="col" className="r">
              {w.full}
            </th>
            <th scope="col" className="r">
              {w.self}
            </th>
            <th scope="col" className="r">
              {w.given}
            </th>
            <th scope="col">{w.grounds}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, rate, got: points }) =>
            item.by === 'evaluator' ? (
              <ItemRow key={item.id} item={item} one={one} file={file} typed={typed} {...(onTyped && { onTyped })} />
            ) : (
              <tr key={item.id}>
                <ItemName item={item} />
                <td className="r num">{item.points}</td>
                <td />
                <td className="r num">{counted ? pointsOf(points) : ''}</td>
                <td className="s sub">{counted ? w.from(say(measures[item.by]), rateOf(rate)) : w.later}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function ItemName({ item }: { readonly item: Item }) {
  const { language } = useLanguage()
  return (
    <th scope="row">
      {titleOf(item, language)}
      {item.evidence ? <small className="sub">{item.evidence}</small> : null}
    </th>
  )
}

function ItemRow({
  item,
  one,
  file,
  typed,
  onTyped,
}: {
  readonly item: Item
  readonly one: EvaluationWire
  readonly file: CaseWire
  readonly typed: Typed
  readonly onTyped?: (typed: Typed) => void
}) {
  const w = useWords(words)
  const { language } = useLanguage()
  const cell = typed[item.id] ?? { points: '' }
  const self = one.self.find((each) => each.item === item.id)
  const title = titleOf(item, language)
  const change = (next: Partial<Typed[string]>) => onTyped?.({ ...typed, [item.id]: { ...cell, ...next } })
  return (
    <tr>
      <ItemName item={item} />
      <td className="r num">{item.points}</td>
      <td className="r num" title={self?.evidence}>
        {self?.points ?? ''}
      </td>
      <td className="r">
        {onTyped ? (
          <input
            className="box score-box"
            inputMode="decimal"
            aria-label={w.pointsOf(title, String(item.points))}
            value={cell.points}
            onChange={(event) => change({ points: event.target.value })}
          />
        ) : (
          <span className="num">{cell.points}</span>
        )}
      </td>
      <td>
        {onTyped ? (
          <>
            <input
              className="box"
              aria-label={w.groundsOf(title)}
              value={cell.evidence ?? ''}
              onChange={(event) => change({ evidence: event.target.value })}
            />
            {file.attachments.length > 0 ? (
              <select
                className="box"
                aria-label={w.fileOf(title)}
                value={cell.file ?? ''}
                onChange={(event) => change({ file: event.target.value })}
              >
                <option value="">{w.noFile}</option>
                {file.attachments.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </select>
            ) : null}
          </>
        ) : (
          cell.evidence
        )}
      </td>
    </tr>
  )
}
