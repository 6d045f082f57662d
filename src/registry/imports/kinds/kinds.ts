/** The kinds of files that can be brought. A new kind is entered here, with its fields beside. */
import { z } from 'zod'
import type { FieldWire, ImportKind } from '../import-wire.ts'
import { drivers } from './drivers.ts'
import type { Field, KindOfImport } from './field.ts'
import { firms } from './firms.ts'
import { members } from './members.ts'
import { supervisors } from './supervisors.ts'

export const kindsOfImport = { members, drivers, firms, supervisors } as const satisfies Partial<Record<ImportKind, KindOfImport>>

export const importKindShape = z.enum(Object.keys(kindsOfImport) as [keyof typeof kindsOfImport])

/** Throws for a kind that is not known. */
export function getKind(kind: string): KindOfImport {
  const found = Object.hasOwn(kindsOfImport, kind) ? kindsOfImport[kind as keyof typeof kindsOfImport] : undefined
  if (!found) throw new RangeError(`no kind of import: ${kind}`)
  return found
}

export const fieldNamed = ({ fields }: KindOfImport, name: string): Field | undefined => fields.find(({ field }) => field === name)

export const fieldWire = ({ field, title, required, sensitive, hint, choices }: Field): FieldWire => ({
  field,
  title,
  required,
  sensitive,
  ...(hint && { hint }),
  ...(choices && { choices }),
})
