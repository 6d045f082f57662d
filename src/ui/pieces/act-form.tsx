/** A short form that does one act: labels above, faults below, what the server refuses in its own words. */
import '../controls/field.css'
import './act-form.css'
import { createContext, type FormEvent, type ReactNode, use, useId, useState } from 'react'
import { type FieldError, ProblemError } from '../api.ts'
import { Button } from '../controls/button.tsx'
import { catalogue, useLanguage, useWords } from '../language.tsx'
import { Trouble } from './notice.tsx'

const words = catalogue({ zh: { optional: '可不填', cancel: '不办了' }, en: { optional: 'optional', cancel: 'Cancel' } })

const Faults = createContext<readonly FieldError[]>([])

interface ActFormProps {
  /** What the button says. */
  readonly says: string
  readonly send: () => Promise<unknown>
  readonly onDone?: () => void
  readonly onCancel?: () => void
  readonly children: ReactNode
  /** Beside the server's refusal: what to do about it. */
  readonly about?: (problem: ProblemError) => ReactNode
  readonly ready?: boolean
}

/** `path` of a fault may carry where it came from, `body.name`. */
const lastOf = (path: string): string => path.replace(/^(body|query)\.?/, '')

export function ActForm({ says, send, onDone, onCancel, children, about, ready = true }: ActFormProps) {
  const { say } = useLanguage()
  const w = useWords(words)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const faults = error instanceof ProblemError ? error.errors : []
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await send()
      onDone?.()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="actform" noValidate onSubmit={(event) => void submit(event)}>
      <Faults value={faults}>{children}</Faults>
      {error ? (
        <Trouble error={error}>
          {faults.length > 0 ? (
            <ul>
              {faults.map((one) => (
                <li key={one.path}>{say(one.says)}</li>
              ))}
            </ul>
          ) : null}
          {error instanceof ProblemError ? about?.(error) : null}
        </Trouble>
      ) : null}
      <div className="actform-foot">
        <Button type="submit" look="pri" size="lg" busy={busy} disabled={!ready}>
          {says}
        </Button>
        {onCancel ? (
          <Button look="txt" onClick={onCancel}>
            {w.cancel}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

export interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

/** One field: what it is called, what is wrong with it, and the control that takes it. */
export function Labelled({
  label,
  path,
  hint,
  optional = false,
  fault: own,
  children,
}: {
  readonly label: string
  readonly path: string
  readonly hint?: ReactNode
  readonly optional?: boolean
  /** What the screen itself finds wrong. */
  readonly fault?: string | undefined
  readonly children: (wiring: FieldWiring) => ReactNode
}) {
  const id = useId()
  const { say } = useLanguage()
  const w = useWords(words)
  const found = use(Faults).find((one) => lastOf(one.path) === path)
  const fault = own ?? (found ? say(found.says) : undefined)
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional ? <small>{w.optional}</small> : null}
      </label>
      {children({ id, 'aria-describedby': fault || hint ? `${id}-says` : undefined, 'aria-invalid': fault !== undefined })}
      {fault ? (
        <p className="fault" id={`${id}-says`}>
          {fault}
        </p>
      ) : hint ? (
        <p className="hint" id={`${id}-says`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** A list of a few to choose from; the first line is for none. */
export function Choice({
  wiring,
  value,
  none,
  options,
  onValue,
}: {
  readonly wiring: FieldWiring
  readonly value: string
  readonly none?: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onValue: (value: string) => void
}) {
  return (
    <select {...wiring} className="box" value={value} onChange={(event) => onValue(event.target.value)}>
      {none === undefined ? null : <option value="">{none}</option>}
      {options.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  )
}
