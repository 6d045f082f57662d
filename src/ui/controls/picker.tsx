/** Choosing one of many known to the house: type a few characters, choose from what is found. */
import './field.css'
import './menu.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Button, ComboBox, Input, type Key, ListBox, ListBoxItem, Popover } from 'react-aria-components'

export interface Found {
  readonly id: string
  readonly name: string
  readonly note?: string
}

export interface PickerProps {
  readonly id: string
  readonly label: string
  readonly name: string
  /** Given when the name is one of the register. */
  readonly chosen?: string | undefined
  /** A name that is not on the register is taken as it is written. */
  readonly free: boolean
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  readonly hint: string
  readonly none: ReactNode
  /** Where the answers are remembered, and how they are asked for. */
  readonly kind: string
  readonly ask: (q: string, signal: AbortSignal) => Promise<readonly Found[]>
  readonly onChange: (name: string, id: string | undefined) => void
  readonly onBlur?: () => void
}

export function Picker({
  id,
  label,
  name,
  chosen,
  free,
  invalid = false,
  describedBy,
  hint,
  none,
  kind,
  ask,
  onChange,
  onBlur,
}: PickerProps) {
  const [open, setOpen] = useState(false)
  // After the choice the list stays the one it was made from: another list would not hold what is chosen, and would open again.
  const [madeFrom, setMadeFrom] = useState('')
  const q = useDeferredValue(chosen ? madeFrom : name.trim())
  const { data = [] } = useQuery({
    queryKey: ['directory', kind, q],
    queryFn: ({ signal }) => ask(q, signal),
    enabled: open || q.length > 0,
    placeholderData: (before) => before,
    retry: false,
  })
  const choose = (key: Key | null) => {
    const found = data.find((one) => one.id === key)
    if (!found) return
    setMadeFrom(q)
    onChange(found.name, found.id)
  }
  return (
    <ComboBox
      className="combo"
      aria-label={label}
      items={data}
      inputValue={name}
      selectedKey={chosen ?? null}
      allowsCustomValue
      allowsEmptyCollection={!free || data.length > 0}
      menuTrigger="focus"
      isInvalid={invalid}
      onOpenChange={setOpen}
      onInputChange={(text) => text !== name && onChange(text, undefined)}
      onSelectionChange={choose}
      onBlur={onBlur ?? (() => undefined)}
    >
      <Input id={id} className="box" placeholder={hint} autoComplete="off" aria-describedby={describedBy} aria-invalid={invalid} />
      <Button className="open">▾</Button>
      <Popover className="pop" style={{ minWidth: 'var(--trigger-width)' }}>
        <ListBox<Found> className="pop-list" renderEmptyState={() => <p className="pop-note">{none}</p>}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className="pop-item">
              {item.name}
              {item.note ? <small>{item.note}</small> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
