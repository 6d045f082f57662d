/** One field of a step's form, in the control that the phone does best. */
import { useId } from 'react'
import type { Day } from '#kernel/day.ts'
import { useLanguage } from '#ui/language.tsx'
import { Choices } from '../../parts/choices.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { fenOf } from '../../help/draft.ts'
import { FilesInput } from './files-input.tsx'
import { LinesInput, yuanOf } from './lines-input.tsx'
import type { Field, Line } from './step-forms.ts'

interface Props {
  readonly field: Field
  readonly value: unknown
  readonly today: Day
  readonly wrong: string | undefined
  readonly onChange: (value: unknown) => void
}

export function FieldInput(props: Props) {
  const { field, value, today, wrong, onChange } = props
  const { say } = useLanguage()
  const title = say(field.title)
  switch (field.kind) {
    case 'choice':
      return (
        <Choices
          name={field.id}
          label={title}
          value={value as string | undefined}
          options={(field.options ?? []).map(([one, words]) => [one, say(words)] as const)}
          wrong={wrong}
          onChange={onChange}
        />
      )
    case 'yes':
      return (
        <div className="field">
          <label className="choice">
            <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
            <span>{title}</span>
          </label>
          {wrong ? <small className="wrong">{wrong}</small> : null}
        </div>
      )
    case 'day':
      return (
        <DayField
          name={field.id}
          label={title}
          value={value as Day | undefined}
          years={[-2, -1, 0, 1]
            .map((by) => Number(today.slice(0, 4)) + by)
            .sort((a, b) => Math.abs(a - Number(today.slice(0, 4))) - Math.abs(b - Number(today.slice(0, 4))))}
          wrong={wrong}
          onChange={onChange}
        />
      )
    case 'lines':
      return <LinesInput title={title} begin={(value as readonly Line[] | undefined) ?? []} onChange={onChange} />
    case 'files':
      return <FilesInput title={title} value={(value as readonly File[] | undefined) ?? []} onChange={onChange} />
    default:
      return <TextInput {...props} title={title} />
  }
}

function TextInput({ field, value, wrong, onChange, title }: Props & { readonly title: string }) {
  const { say } = useLanguage()
  const id = useId()
  const shared = { id, className: 'input', 'aria-invalid': wrong ? true : undefined } as const
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {field.hint ? <small>{say(field.hint)}</small> : null}
      {field.kind === 'long' ? (
        <textarea {...shared} rows={3} value={(value as string | undefined) ?? ''} onChange={(event) => onChange(event.target.value)} />
      ) : field.kind === 'money' ? (
        <input {...shared} inputMode="decimal" defaultValue={yuanOf(value)} onChange={(event) => onChange(fenOf(event.target.value))} />
      ) : field.kind === 'number' ? (
        <input
          {...shared}
          inputMode="numeric"
          value={(value as number | undefined) ?? ''}
          onChange={(event) => onChange(event.target.value ? Number(event.target.value.replace(/\D/g, '')) : undefined)}
        />
      ) : (
        <input
          {...shared}
          type={field.kind === 'time' ? 'time' : field.kind === 'phone' ? 'tel' : 'text'}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {wrong ? <small className="wrong">{wrong}</small> : null}
    </div>
  )
}
