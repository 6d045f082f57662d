/** Somebody, or a body: chosen from the register where it is known, and what else the form asks about it. */
import { useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { get } from '#ui/api.ts'
import { type Found, Picker } from '#ui/controls/picker.tsx'
import { useWords } from '#ui/language.tsx'
import type { Page } from '../../wire.ts'
import { Field, type FieldProps, useFault } from './field.tsx'
import type { Schema } from './schema.ts'
import { formWords, useFieldWords, useFormScope } from './words.tsx'

/** What tells two of the same name apart: where somebody works, in which post. */
interface Row {
  readonly id: string
  readonly name: string
  readonly address?: string
  readonly posts?: readonly { readonly organisation: { readonly name: string } }[]
}

const asker =
  (path: string) =>
  async (q: string, signal: AbortSignal): Promise<readonly Found[]> => {
    const { items } = await get<Page<Row>>(path, { q, limit: 20 }, signal)
    return items.map(({ id, name, address, posts }) => {
      const beside = posts?.[0]?.organisation.name ?? address
      return { id, name, ...(beside ? { note: beside } : {}) }
    })
  }

const registers = {
  personId: { kind: 'persons', ask: asker('/api/persons') },
  organisationId: { kind: 'organisations', ask: asker('/api/organisations') },
} as const

/** A name and an id, or a bare id: the two shapes in which a section names somebody. */
export function NamedField(props: FieldProps) {
  const { path, schema, name, required, quiet } = props
  const { label } = useFieldWords(useFormScope())
  const w = useWords(formWords)
  const key = schema.properties?.organisationId || schema.widget === 'organisation' ? 'organisationId' : 'personId'
  const others = Object.entries(schema.properties ?? {}).filter(([field]) => field !== 'name' && field !== key)
  return (
    <fieldset className="field">
      <legend className={quiet ? 'label vh' : 'label'}>
        {label(name, schema.title)}
        {required ? null : <small>{w.optional}</small>}
      </legend>
      <NameBox path={path} schema={schema} idKey={key} label={label(name, schema.title)} />
      {others.length > 0 ? (
        <div className="pair">
          {others.map(([field, inner]) => (
            <Field key={field} path={`${path}.${field}`} name={field} schema={inner} required={(schema.required ?? []).includes(field)} />
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}

function NameBox({
  path,
  schema,
  idKey,
  label,
}: {
  readonly path: string
  readonly schema: Schema
  readonly idKey: keyof typeof registers
  readonly label: string
}) {
  const id = useId()
  const { setValue, trigger } = useFormContext()
  const value: unknown = useWatch({ name: path })
  const own = useFault(path)
  const ofName = useFault(`${path}.name`)
  const ofId = useFault(`${path}.${idKey}`)
  const fault = own ?? ofName ?? ofId
  const w = useWords(formWords)
  const given = (value ?? {}) as Record<string, unknown>
  const free = !(schema.required ?? []).includes(idKey)
  return (
    <>
      <Picker
        id={id}
        label={label}
        name={typeof given.name === 'string' ? given.name : ''}
        chosen={typeof given[idKey] === 'string' ? given[idKey] : undefined}
        free={free}
        invalid={fault !== undefined}
        describedBy={fault ? `${id}-fault` : undefined}
        hint={idKey === 'personId' ? w.find : w.findUnit}
        none={free ? w.none : w.noneStrict}
        {...registers[idKey]}
        onChange={(picked, pickedId) => {
          setValue(path, { ...given, name: picked, [idKey]: pickedId }, { shouldDirty: true })
          if (fault) void trigger(path)
        }}
      />
      {given[idKey] ? <p className="hint">✓ {w.known}</p> : null}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </>
  )
}
