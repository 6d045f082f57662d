/** The form of a step out of its JSON Schema, for steps without one made by hand. Pure. */
import { type Text, text } from '#kernel/text.ts'
import type { ProcedureWire } from '#engine/wire.ts'
import type { Field, StepForm, Values } from './step-forms.ts'

interface Schema {
  readonly type?: string
  readonly title?: string
  readonly widget?: string
  readonly enum?: readonly string[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

type Words = Readonly<Record<string, Text>>

/** Nested objects become fields named `worker.name`; a list of plain things is one line each. */
function fieldsOf(schema: Schema, labels: Words, options: Words, before = ''): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): readonly Field[] => {
    const id = before + name
    const needed = schema.required?.includes(name) ?? false
    const title = labels[name] ?? text(field.title ?? name, field.title ?? name)
    if (field.type === 'object' && field.properties) return fieldsOf(field, labels, options, `${id}.`)
    if (field.enum)
      return [{ id, kind: 'choice', title, needed, options: field.enum.map((one) => [one, options[one] ?? text(one, one)] as const) }]
    if (field.type === 'boolean') return [{ id, kind: 'yes', title }]
    if (field.type === 'array')
      return field.items?.properties?.amountFen
        ? [{ id, kind: 'lines', title, needed }]
        : [{ id, kind: 'long', title, needed, hint: text('一行一个', 'One a line') }]
    if (field.widget === 'money') return [{ id, kind: 'money', title, needed }]
    if (field.type === 'integer' || field.type === 'number') return [{ id, kind: 'number', title, needed }]
    if (field.widget === 'day' || field.format === 'date') return [{ id, kind: 'day', title, needed }]
    if (field.widget === 'time') return [{ id, kind: 'time', title, needed }]
    if (field.format === 'uuid') return []
    return [{ id, kind: field.widget === 'long' ? 'long' : 'words', title, needed }]
  })
}

function inputOf(schema: Schema, values: Values, before = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]): readonly (readonly [string, unknown])[] => {
      const id = before + name
      if (field.type === 'object' && field.properties) return [[name, inputOf(field, values, `${id}.`)]]
      const value = values[id]
      if (field.type === 'boolean') return [[name, value === true]]
      if (field.type === 'array' && typeof value === 'string') {
        const lines = value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
        return [[name, field.items?.type === 'object' ? lines.map((line) => ({ name: line })) : lines]]
      }
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}

export function formFromSchema(procedure: ProcedureWire | undefined, step: string): StepForm | undefined {
  const found = procedure?.steps.find((one) => one.id === step)
  if (!procedure || !found) return undefined
  const schema = (found.schema ?? {}) as Schema
  const words = (procedure as { readonly words?: Words }).words ?? {}
  const labels = (found.section && procedure.fields[found.section]) || {}
  return {
    fields: fieldsOf(schema, labels, words),
    act: text('交上去', 'Send'),
    input: (values) => (found.schema ? inputOf(schema, values) : undefined),
  }
}
