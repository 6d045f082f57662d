/** Fields with few answers: one of several, some of several, a statement that is true or not, a month. */
import { useId } from 'react'
import { useController } from 'react-hook-form'
import { useWords } from '#ui/language.tsx'
import { type FieldProps, Labelled, useFault } from './field.tsx'
import { formWords, useFieldWords, useFormScope } from './words.tsx'

/** Up to five answers lie open; more are a list. */
export function ChoiceField(props: FieldProps) {
  const { path, schema, name, required } = props
  const id = useId()
  const { field } = useController({ name: path })
  const fault = useFault(path)
  const w = useWords(formWords)
  const { label, option } = useFieldWords(useFormScope())
  const options = schema.enum ?? []
  if (options.length > 5)
    return (
      <Labelled id={id} props={props} fault={fault}>
        <select
          id={id}
          className="box"
          name={path}
          ref={field.ref}
          value={typeof field.value === 'string' ? field.value : ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
          aria-invalid={fault !== undefined}
          {...(fault ? { 'aria-describedby': `${id}-fault` } : {})}
        >
          <option value="">{w.choose}</option>
          {options.map((one) => (
            <option key={one} value={one}>
              {option(one)}
            </option>
          ))}
        </select>
      </Labelled>
    )
  return (
    <fieldset className="field" {...(fault ? { 'aria-describedby': `${id}-fault` } : {})}>
      <legend className="label">
        {label(name, schema.title)}
        {required ? null : <small>{w.optional}</small>}
      </legend>
      <div className="picks">
        {options.map((one, at) => (
          <label key={one} className="pick">
            <input
              type="radio"
              name={path}
              value={one}
              checked={field.value === one}
              onChange={() => field.onChange(one)}
              onBlur={field.onBlur}
              {...(at === 0 ? { ref: field.ref } : {})}
            />
            {option(one)}
          </label>
        ))}
      </div>
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </fieldset>
  )
}

export function ChoicesField({ path, schema, name, required }: FieldProps) {
  const id = useId()
  const { field } = useController({ name: path })
  const fault = useFault(path)
  const w = useWords(formWords)
  const { label, option } = useFieldWords(useFormScope())
  const chosen: readonly string[] = Array.isArray(field.value) ? field.value : []
  return (
    <fieldset className="field" {...(fault ? { 'aria-describedby': `${id}-fault` } : {})}>
      <legend className="label">
        {label(name, schema.title)}
        {required ? null : <small>{w.optional}</small>}
      </legend>
      <div className="picks">
        {(schema.items?.enum ?? []).map((one, at) => (
          <label key={one} className="pick">
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={(event) => field.onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
              onBlur={field.onBlur}
              {...(at === 0 ? { ref: field.ref } : {})}
            />
            {option(one)}
          </label>
        ))}
      </div>
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </fieldset>
  )
}

/** A sentence to which one puts a tick. */
export function StatementField({ path, schema, name }: FieldProps) {
  const { field } = useController({ name: path })
  const fault = useFault(path)
  const { label } = useFieldWords(useFormScope())
  return (
    <div className="field">
      <label className="tick">
        <input
          type="checkbox"
          ref={field.ref}
          name={path}
          checked={field.value === true}
          onChange={(event) => field.onChange(event.target.checked)}
          onBlur={field.onBlur}
        />
        {label(name, schema.title)}
      </label>
      {fault ? <p className="fault">{fault}</p> : null}
    </div>
  )
}

const twelve = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

/** Year and month as two lists: the browsers' own month fields differ too much. */
export function MonthBox({
  id,
  value,
  onChange,
  onBlur,
  invalid,
}: {
  readonly id: string
  readonly value: string
  readonly onChange: (month: string) => void
  readonly onBlur: () => void
  readonly invalid: boolean
}) {
  const w = useWords(formWords)
  const [year = '', month = ''] = value.split('-')
  const now = new Date().getFullYear()
  const set = (y: string, m: string) => onChange(y || m ? `${y}-${m}` : '')
  return (
    <div className="with">
      <select
        id={id}
        className="box"
        aria-invalid={invalid}
        value={year}
        onChange={(event) => set(event.target.value, month)}
        onBlur={onBlur}
      >
        <option value="">{w.year}</option>
        {Array.from({ length: 12 }, (_, at) => String(now + 1 - at)).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <select
        className="box"
        aria-label={w.month}
        aria-invalid={invalid}
        value={month}
        onChange={(event) => set(year, event.target.value)}
        onBlur={onBlur}
      >
        <option value="">{w.month}</option>
        {twelve.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </div>
  )
}
