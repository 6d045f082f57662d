/** The JSON Schema of a section, as far as the forms and the facts on the screen read it. Pure. */
import type { ProcedureWire } from '../../wire.ts'

export interface Schema {
  readonly type?: string
  readonly title?: string
  readonly widget?: string
  /** The house fills it in; no form asks. */
  readonly recorded?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** What a field asks for, and so what it looks like. */
export type Widget =
  | 'money'
  | 'basisPoints'
  | 'day'
  | 'time'
  | 'month'
  | 'phone'
  | 'long'
  | 'person'
  | 'organisation'
  | 'choice'
  | 'choices'
  | 'statement'
  | 'number'
  | 'clause'
  | 'grade'
  | 'rows'
  | 'group'
  | 'hidden'
  | 'line'

const named: readonly string[] = ['money', 'basisPoints', 'day', 'time', 'month', 'phone', 'long', 'person', 'organisation', 'grade']

/** An object that holds `personId` is somebody, one with `organisationId` a body, whatever else it says of them. */
function ofObject(schema: Schema): Widget {
  if (schema.widget === 'clause') return 'clause'
  if (schema.properties?.personId) return 'person'
  if (schema.properties?.organisationId) return 'organisation'
  return 'group'
}

export function widgetOf(schema: Schema): Widget {
  if (schema.widget === 'hidden') return 'hidden'
  if (schema.type === 'array') return schema.items?.enum ? 'choices' : 'rows'
  if (schema.type === 'object') return ofObject(schema)
  if (schema.widget && named.includes(schema.widget)) return schema.widget as Widget
  if (schema.enum) return 'choice'
  if (schema.type === 'boolean') return 'statement'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.format === 'date') return 'day'
  if (schema.format === 'uuid') return 'hidden'
  if (schema.pattern?.startsWith('^\\d{4}-(0[1-9]|1[0-2])')) return 'month'
  return 'line'
}

export type StepDefinition = ProcedureWire['steps'][number]

export const schemaOf = (step: StepDefinition | undefined): Schema | undefined => step?.schema as Schema | undefined

/** The schema of a section, from the step that fills it. */
export const sectionSchema = (procedure: ProcedureWire, section: string): Schema | undefined =>
  schemaOf(procedure.steps.find((step) => step.section === section))

/** Values as the server wants them: what was left empty is left out. A statement not ticked is `false`. */
export function cleaned(value: unknown, schema: Schema): unknown {
  if (schema.type === 'array')
    return Array.isArray(value) ? value.map((item) => cleaned(item, schema.items ?? {})).filter((item) => item !== undefined) : []
  if (schema.type === 'object') return cleanedObject(value, schema)
  if (schema.type === 'boolean') return value === true
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value
  return value ?? undefined
}

function cleanedObject(value: unknown, { properties = {}, required = [] }: Schema): Record<string, unknown> | undefined {
  const given = (value ?? {}) as Record<string, unknown>
  const kept = Object.entries(properties).flatMap(([name, field]) => {
    if (field.recorded) return []
    const clean = cleaned(given[name], field)
    const empty =
      clean === undefined ||
      (Array.isArray(clean) && clean.length === 0 && !required.includes(name)) ||
      (clean === false && !required.includes(name))
    return empty ? [] : [[name, clean] as const]
  })
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
