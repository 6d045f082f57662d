/** What is wrong with a form, in plain words beside the field. The schema is the server's own; the server checks again. */
import type { FieldErrors } from 'react-hook-form'
import { z } from 'zod'
import type { Text } from '#kernel/text.ts'
import type { Schema } from './schema.ts'

export type Values = Record<string, unknown>

const says = (zh: string, en: string): Text => ({ zh, en })

function inWords(issue: z.core.$ZodIssue, value: unknown): Text {
  if (issue.code === 'invalid_type')
    return value === undefined
      ? says('这一项要填', 'This is needed')
      : issue.expected === 'int'
        ? says('须是整数', 'Must be a whole number')
        : says('填写的格式不对', 'Not in the right form')
  if (issue.code === 'too_small') {
    if (issue.origin === 'string')
      return Number(issue.minimum) <= 1
        ? says('这一项要填', 'This is needed')
        : says(`至少写 ${issue.minimum} 个字`, `At least ${issue.minimum} characters`)
    if (issue.origin === 'array') return says(`至少要有 ${issue.minimum} 项`, `At least ${issue.minimum}`)
    return says(`不能小于 ${issue.minimum}`, `Not less than ${issue.minimum}`)
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return says(`最多写 ${issue.maximum} 个字`, `At most ${issue.maximum} characters`)
    if (issue.origin === 'array') return says(`最多 ${issue.maximum} 项`, `At most ${issue.maximum}`)
    return says(`不能大于 ${issue.maximum}`, `Not more than ${issue.maximum}`)
  }
  if (issue.code === 'invalid_value')
    return value === undefined ? says('请选一项', 'Please choose one') : says('不在可选的里面', 'Not one of the choices')
  if (issue.code === 'invalid_format' && issue.format === 'date') return says('没有这一天', 'There is no such day')
  return says('填写的格式不对', 'Not in the right form')
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<PropertyKey, unknown> | undefined)?.[name], value)

/** Paths of what is wrong, `claims.0.amountFen`, with the words; the first fault of a field is enough. */
export function faultsOf(schema: Schema, values: unknown): ReadonlyMap<string, Text> {
  const parsed = checkerOf(schema).safeParse(values ?? {})
  const faults = new Map<string, Text>()
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.')
    if (!faults.has(path)) faults.set(path, inWords(issue, at(values, issue.path)))
  }
  return faults
}

const checkers = new WeakMap<Schema, z.ZodType>()

function checkerOf(schema: Schema): z.ZodType {
  const known = checkers.get(schema)
  if (known) return known
  const made = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
  checkers.set(schema, made)
  return made
}

/** The faults as react-hook-form nests them; the message is chosen when it is shown, in the language then read. */
export function nested(faults: ReadonlyMap<string, Text>): FieldErrors<Values> {
  const root: Record<string, unknown> = {}
  for (const [path, text] of faults) {
    const names = path === '' ? ['root'] : path.split('.')
    let inner = root
    for (const name of names.slice(0, -1)) inner = (inner[name] ??= {}) as Record<string, unknown>
    const last = names.at(-1)!
    inner[last] = { ...(inner[last] as object | undefined), type: 'fault', message: JSON.stringify(text) }
  }
  return root as FieldErrors<Values>
}

export const messageOf = (message: string | undefined): Text | undefined => {
  if (!message) return undefined
  try {
    return JSON.parse(message) as Text
  } catch {
    return { zh: message, en: message }
  }
}
