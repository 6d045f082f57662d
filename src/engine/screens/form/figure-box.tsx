/** The figure of a clause, typed in yuan, per cent or hours and kept as a whole number in the unit of its meaning. */
import '#ui/controls/field.css'
import { type ComponentProps, useState } from 'react'
import type { ClauseUnit } from '#law/clauses/clause.ts'
import { figureOf, figureText } from '#law/clauses/entry.ts'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> & {
  readonly unit: ClauseUnit
  readonly value: unknown
  /** What cannot be read as a figure is handed on as it was typed, so that the check names it and nothing is lost. */
  readonly onChange: (value: number | string | undefined) => void
  readonly onBlur?: () => void
}

export function FigureBox({ unit, value, onChange, onBlur, className = 'box short num', ...rest }: Props) {
  const [typed, setTyped] = useState<string>()
  const said = typeof value === 'number' ? figureText(unit, value) : typeof value === 'string' ? value : ''
  return (
    <input
      {...rest}
      className={className}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? said}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(target.value.trim() === '' ? undefined : (figureOf(unit, target.value) ?? target.value))
      }}
      onBlur={() => {
        setTyped(undefined)
        onBlur?.()
      }}
    />
  )
}
