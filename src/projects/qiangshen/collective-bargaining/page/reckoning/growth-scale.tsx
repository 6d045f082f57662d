/** The slider of growth: what each side named and the published guideline stand on its scale. */
import { useId } from 'react'
import { figureText } from '#law/clauses/entry.ts'
import { catalogue, useWords } from '#ui/language.tsx'
import type { Board } from '../board.ts'
import { type GrowthMark, growthMarks, scaleEnd } from './scenario.ts'

const words = catalogue({
  zh: {
    label: '年度增长幅度，%',
    workers: (n: number) => (n === 0 ? '职 要约' : `职 ${n} 轮`),
    employer: (n: number) => (n === 0 ? '企 要约' : `企 ${n} 轮`),
    draft: '草案',
    lower: (n: string) => `指导线 ${n}`,
    upper: (n: string) => `上线 ${n}`,
  },
  en: {
    label: 'Growth in the year, %',
    workers: (n) => (n === 0 ? 'W offer' : `W round ${n}`),
    employer: (n) => (n === 0 ? 'E offer' : `E round ${n}`),
    draft: 'draft',
    lower: (n) => `guideline ${n}`,
    upper: (n) => `upper ${n}`,
  },
})

const show = (value: number): string => (value / 100).toFixed(value % 10 === 0 ? 1 : 2)

export function GrowthScale({
  board,
  value,
  onValue,
}: {
  readonly board: Board
  readonly value: number
  readonly onValue: (value: number) => void
}) {
  const w = useWords(words)
  const id = useId()
  const marks = growthMarks(board)
  const { guideline } = board.table
  const end = scaleEnd(marks, guideline?.upper)
  // The thumb is 18 pixels wide: its middle runs from 9 to the end less 9.
  const at = (one: number): string => `calc(9px + (100% - 18px) * ${Math.min(1, one / end)})`
  const marked = spaced(marks, end)
  const called = (mark: GrowthMark): string => (mark.of === 'draft' ? w.draft : w[mark.of](mark.round ?? 0))
  return (
    <div className="scale">
      <label className="vh" htmlFor={id}>
        {w.label}
      </label>
      {guideline ? (
        <div className="guide" aria-hidden="true">
          <i style={{ left: at(guideline.lower), right: `calc(100% - ${at(guideline.upper)})` }} />
          <span style={{ left: at(guideline.lower) }}>{w.lower(figureText('basisPoints', guideline.lower))}</span>
          <span className="end" style={{ left: at(guideline.upper) }}>
            {w.upper(figureText('basisPoints', guideline.upper))}
          </span>
        </div>
      ) : null}
      <output className="now" style={{ left: at(value) }} htmlFor={id}>
        {show(value)}%
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={end}
        step={10}
        value={value}
        aria-valuetext={`${show(value)}%`}
        style={{ '--done': `${(value / end) * 100}%` } as React.CSSProperties}
        onChange={({ target }) => onValue(target.valueAsNumber)}
      />
      <ol className={marked.some(({ low }) => low) ? 'marks two' : 'marks'}>
        {marked.map((mark) => (
          <li key={mark.value} style={{ left: at(mark.value) }} className={mark.low ? 'low' : undefined}>
            <button type="button" onClick={() => onValue(mark.value)}>
              <b>{show(mark.value)}%</b> <span>{called(mark)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Marks that stand closer than their words are wide go one line down by turns. */
function spaced(marks: readonly GrowthMark[], end: number): readonly (GrowthMark & { readonly low: boolean })[] {
  let before: { value: number; low: boolean } | undefined
  return marks.map((mark) => {
    const low = before !== undefined && !before.low && (mark.value - before.value) / end < 0.11
    before = { value: mark.value, low }
    return { ...mark, low }
  })
}
