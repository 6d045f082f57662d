/** Figures, one a line: for what, and how many yuan. */
import { useState } from 'react'
import { catalogue, useWords } from '#ui/language.tsx'
import { fenOf } from '../../help/draft.ts'
import { newKey } from '../../parts/new-key.tsx'
import type { Line } from './step-forms.ts'

const words = catalogue({
  zh: { item: '什么钱', sum: '多少元', more: '再加一项', less: (n: number) => `去掉第 ${n} 项`, drop: '去掉' },
  en: { item: 'For what', sum: 'Yuan', more: 'Add a line', less: (n: number) => `Remove line ${n}`, drop: 'Remove' },
})

interface Row {
  readonly key: string
  readonly item: string
  /** As typed. */
  readonly sum: string
}

interface Props {
  readonly title: string
  readonly begin: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
}

export const yuanOf = (fen: unknown): string => (typeof fen === 'number' ? String(fen / 100) : '')

const emptyRow = (): Row => ({ key: newKey(), item: '', sum: '' })
const lineOf = ({ item, sum }: Row): Line => {
  const amountFen = fenOf(sum)
  return { item, ...(amountFen === undefined ? {} : { amountFen }) }
}

export function LinesInput({ title, begin, onChange }: Props) {
  const w = useWords(words)
  const [rows, setRows] = useState<readonly Row[]>(() =>
    begin.length ? begin.map(({ item, amountFen }) => ({ key: newKey(), item, sum: yuanOf(amountFen) })) : [emptyRow()],
  )
  const set = (next: readonly Row[]) => {
    setRows(next)
    onChange(next.map(lineOf))
  }
  const put = (key: string, part: Partial<Row>) => set(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  return (
    <fieldset className="field">
      <legend className="label">{title}</legend>
      {rows.map((row, at) => (
        <div className="line" key={row.key}>
          <input
            className="input"
            aria-label={`${w.item} ${at + 1}`}
            placeholder={w.item}
            value={row.item}
            onChange={(event) => put(row.key, { item: event.target.value })}
          />
          <input
            className="input"
            aria-label={`${w.sum} ${at + 1}`}
            placeholder={w.sum}
            inputMode="decimal"
            value={row.sum}
            onChange={(event) => put(row.key, { sum: event.target.value })}
          />
          {rows.length > 1 ? (
            <button
              className="quiet"
              type="button"
              aria-label={w.less(at + 1)}
              onClick={() => set(rows.filter((one) => one.key !== row.key))}
            >
              {w.drop}
            </button>
          ) : null}
        </div>
      ))}
      <button className="btn" type="button" onClick={() => set([...rows, emptyRow()])}>
        {w.more}
      </button>
    </fieldset>
  )
}
