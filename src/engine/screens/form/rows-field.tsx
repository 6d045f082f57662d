/** A list in a form: rows that are added and taken away. */
import { useEffect } from 'react'
import { useFieldArray } from 'react-hook-form'
import { Button } from '#ui/controls/button.tsx'
import { useWords } from '#ui/language.tsx'
import { Field, type FieldProps, useFault } from './field.tsx'
import { type Schema, widgetOf } from './schema.ts'
import { formWords, useFieldWords, useFormScope } from './words.tsx'

/** Rows of plain words are wrapped, for the form library keeps objects only. */
const blank = (item: Schema): Record<string, unknown> | string => (item.type === 'object' ? {} : '')

export function RowsField({ path, schema, name, required }: FieldProps) {
  const item = schema.items ?? {}
  const { fields, append, remove } = useFieldArray({ name: path })
  const fault = useFault(path)
  const w = useWords(formWords)
  const { label } = useFieldWords(useFormScope())
  const least = schema.minItems ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: one first row is offered when the form opens, and never again
  useEffect(() => {
    if (fields.length === 0 && least > 0) append(blank(item), { shouldFocus: false })
  }, [])
  return (
    <fieldset className="field">
      <legend className="label">
        {label(name, schema.title)}
        {required ? null : <small>{w.optional}</small>}
      </legend>
      <ol className="items">
        {fields.map((row, at) => (
          <li key={row.id}>
            <RowBody
              path={`${path}.${at}`}
              name={name}
              item={{ ...item, title: item.title ?? schema.title ?? name }}
              nth={w.nth(at + 1)}
              first={at === 0}
            />
            {fields.length > least ? (
              <Button look="txt" size="sm" aria-label={w.remove(at + 1)} onClick={() => remove(at)}>
                {w.removeShort}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {schema.maxItems === undefined || fields.length < schema.maxItems ? (
        <Button size="sm" onClick={() => append(blank(item))}>
          ＋ {w.add}
        </Button>
      ) : null}
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  )
}

function RowBody({
  path,
  name,
  item,
  nth,
  first,
}: {
  readonly path: string
  readonly name: string
  readonly item: Schema
  readonly nth: string
  readonly first: boolean
}) {
  const widget = widgetOf(item)
  if (widget !== 'group') return <Field path={path} name={name} schema={{ ...item, title: `${item.title} · ${nth}` }} required quiet />
  const required = item.required ?? []
  return (
    <fieldset className="pair" aria-label={nth}>
      {Object.entries(item.properties ?? {}).map(([field, inner]) => (
        <Field key={field} path={`${path}.${field}`} name={field} schema={inner} required={first ? required.includes(field) : true} />
      ))}
    </fieldset>
  )
}
