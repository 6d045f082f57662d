/** Money typed in yuan and kept in whole fen. */
import './field.css'
import { type ComponentProps, useState } from 'react'
import { yuan } from '#kernel/money.ts'
import { fenOf } from './fen.ts'

/** What cannot be read as an amount is handed on as it was typed, so that the check names it and nothing is lost. */
export function MoneyBox({
  value,
  onChange,
  onBlur,
  ...rest
}: { readonly value: unknown; readonly onChange: (fen: unknown) => void; readonly onBlur?: () => void } & Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'onBlur'
>) {
  const said = typeof value === 'number' ? yuan(value) : typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string>()
  return (
    <input
      {...rest}
      className="box short num"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? said}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value.trim() === '' ? undefined : (fenOf(event.target.value) ?? event.target.value))
      }}
      onBlur={() => {
        setTyped(undefined)
        onBlur?.()
      }}
    />
  )
}
