/** One field of a form, drawn from its schema: label above, fault below. */
import '#ui/controls/field.css'
import { type ReactNode, useId } from 'react'
import { get as valueAt, useController, useFormContext } from 'react-hook-form'
import { isDay } from '#kernel/day.ts'
import { yuanInCapitals } from '#kernel/money.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { MoneyBox } from '#ui/controls/money-box.tsx'
import { weekdayName } from '#ui/dates.ts'
import { useLanguage, useWords } from '#ui/language.tsx'
import { ClauseField, GradeChoice } from './clause-field.tsx'
import { ChoiceField, ChoicesField, MonthBox, StatementField } from './choices.tsx'
import { messageOf } from './faults.ts'
import { NamedField } from './named-field.tsx'
import { RowsField } from './rows-field.tsx'
import { type Schema, widgetOf } from './schema.ts'
import { formWords, useFieldWords, useFormScope } from './words.tsx'

export interface FieldProps {
  readonly path: string
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
  /** In a row the label is for the ear alone after the first. */
  readonly quiet?: boolean
}

/** Fields of an object, one under the other; short ones side by side. */
export function Fields({ schema, path }: { readonly schema: Schema; readonly path: string }) {
  const required = schema.required ?? []
  const asked = Object.entries(schema.properties ?? {}).filter(([, field]) => !field.recorded)
  return asked.map(([name, field]) => (
    <Field key={name} path={path ? `${path}.${name}` : name} name={name} schema={field} required={required.includes(name)} />
  ))
}

export function Field(props: FieldProps) {
  const { schema, path, name } = props
  const { label } = useFieldWords(useFormScope())
  switch (widgetOf(schema)) {
    case 'hidden':
      return null
    case 'person':
    case 'organisation':
      return <NamedField {...props} />
    case 'clause':
      return <ClauseField {...props} />
    case 'rows':
      return <RowsField {...props} />
    case 'choices':
      return <ChoicesField {...props} />
    case 'choice':
      return <ChoiceField {...props} />
    case 'statement':
      return <StatementField {...props} />
    case 'group':
      return (
        <fieldset className="field">
          <legend className="label">{label(name, schema.title)}</legend>
          <div className="group">
            <Fields schema={schema} path={path} />
          </div>
        </fieldset>
      )
    default:
      return <PlainField {...props} />
  }
}

/** The message of a field, in the language being read. */
export function useFault(path: string): string | undefined {
  const { formState } = useFormContext()
  const { say } = useLanguage()
  const fault = valueAt(formState.errors, path) as { message?: string; root?: { message?: string } } | undefined
  const text = messageOf(fault?.message ?? fault?.root?.message)
  return text && say(text)
}

export function Labelled({
  id,
  props,
  fault,
  hint,
  children,
}: {
  readonly id: string
  readonly props: FieldProps
  readonly fault: string | undefined
  readonly hint?: ReactNode
  readonly children: ReactNode
}) {
  const { label } = useFieldWords(useFormScope())
  const w = useWords(formWords)
  return (
    <div className="field">
      <label className={props.quiet ? 'label vh' : 'label'} htmlFor={id}>
        {label(props.name, props.schema.title)}
        {props.required ? null : <small>{w.optional}</small>}
      </label>
      {children}
      {hint ? <p className="hint">{hint}</p> : null}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  )
}

function PlainField(props: FieldProps) {
  const { path, schema } = props
  const id = useId()
  const { field } = useController({ name: path })
  const fault = useFault(path)
  const { label } = useFieldWords(useFormScope())
  const { language } = useLanguage()
  const w = useWords(formWords)
  const widget = widgetOf(schema)
  const said = typeof field.value === 'string' || typeof field.value === 'number' ? String(field.value) : ''
  const common = {
    id,
    ref: field.ref,
    name: path,
    onBlur: field.onBlur,
    'aria-invalid': fault !== undefined,
    'aria-required': props.required,
    ...(fault ? { 'aria-describedby': `${id}-fault` } : {}),
  }
  const text = { ...common, className: 'box', value: said, onChange: field.onChange }
  const left =
    schema.maxLength !== undefined && schema.maxLength - said.length < 100 ? w.left(Math.max(0, schema.maxLength - said.length)) : undefined
  const control = (): ReactNode => {
    if (widget === 'money')
      return (
        <div className="with">
          <MoneyBox {...common} value={field.value} onChange={field.onChange} />
          {w.yuan}
          {typeof field.value === 'number' && field.value >= 0 && language === 'zh' ? (
            <span className="faint xs">{yuanInCapitals(field.value)}</span>
          ) : null}
        </div>
      )
    if (widget === 'basisPoints')
      return (
        <div className="with">
          <MoneyBox {...common} value={field.value} onChange={field.onChange} />%
        </div>
      )
    if (widget === 'long') return <textarea {...text} rows={4} maxLength={schema.maxLength} />
    if (widget === 'day')
      return (
        <div className="with">
          <DayBox
            label={label(props.name, schema.title)}
            value={said}
            onChange={field.onChange}
            onBlur={field.onBlur}
            invalid={fault !== undefined}
            describedBy={fault ? `${id}-fault` : undefined}
          />
          {isDay(said) ? weekdayName(said, language) : null}
        </div>
      )
    if (widget === 'grade') return <GradeChoice {...common} value={field.value} onChange={field.onChange} zero={schema.minimum === 0} />
    if (widget === 'time') return <input {...text} className="box short" type="time" />
    if (widget === 'month')
      return <MonthBox id={id} value={said} onChange={field.onChange} onBlur={field.onBlur} invalid={fault !== undefined} />
    if (widget === 'phone') return <input {...text} className="box short" type="tel" autoComplete="off" />
    if (widget === 'number')
      return (
        <input
          {...text}
          className="box short num"
          type="number"
          inputMode="numeric"
          min={schema.minimum}
          max={schema.maximum}
          onChange={(event) => field.onChange(event.target.value === '' ? undefined : event.target.valueAsNumber)}
        />
      )
    return <input {...text} type="text" autoComplete="off" maxLength={schema.maxLength} />
  }
  return (
    <Labelled id={id} props={props} fault={fault} hint={left}>
      {control()}
    </Labelled>
  )
}
