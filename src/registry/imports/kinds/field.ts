/** What a file of one kind is made of: the fields its columns can be read as. */
import type { Text } from '#kernel/text.ts'
import type { ImportKind } from '../import-wire.ts'

/** How the text of a cell becomes a value: see values/. */
export type Reader =
  | 'name'
  | 'organisationName'
  | 'idNumber'
  | 'phone'
  | 'sex'
  | 'pastDay'
  | 'day'
  | 'firm'
  | 'skill'
  | 'education'
  | 'words'
  | 'plate'
  | 'yesNo'
  | 'creditCode'
  | 'headcount'
  | 'sector'
  | 'size'
  | 'year'
  | 'street'

export interface Field {
  readonly field: string
  readonly title: Text
  /** Headings under which it comes, without spaces and marks. */
  readonly aliases: readonly string[]
  /** Of the aliases, those that could mean something else: 请确认. */
  readonly doubtful?: readonly string[]
  readonly reads: Reader
  /** Without this column the file cannot be read. */
  readonly required: boolean
  readonly sensitive: boolean
  readonly hint?: Text
  readonly choices?: readonly Text[]
}

export interface KindOfImport {
  readonly kind: ImportKind
  readonly title: Text
  /** People are matched by ID number and phone; firms by credit code and name; terms in teams by the person, the team and the first day. */
  readonly about: 'people' | 'firms' | 'teams'
  readonly fields: readonly Field[]
  /** A filled line for the template. */
  readonly example: Readonly<Record<string, string>>
}

type Marks = Partial<Pick<Field, 'required' | 'sensitive' | 'hint' | 'choices' | 'doubtful'>>

export const fieldOf = (field: string, title: Text, reads: Reader, aliases: string, marks: Marks = {}): Field => ({
  field,
  title,
  reads,
  aliases: aliases.split(' '),
  required: false,
  sensitive: false,
  ...marks,
})
