/** A record being corrected: what is in the form, and which parts of it are news. */

interface Known {
  readonly name: string
  readonly sex?: string | undefined
  readonly birth?: string | undefined
  readonly skill?: number | undefined
  readonly education?: number | undefined
}

/** As it stands in fields: empty is nothing. Sealed numbers begin empty, for what is behind the mask is not known here. */
export interface Draft {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly sex: string
  readonly birth: string
  readonly skill: string
  readonly education: string
}

export const draftOf = ({ name, sex = '', birth = '', skill, education }: Known): Draft => ({
  name,
  idNumber: '',
  phone: '',
  sex,
  birth,
  skill: skill?.toString() ?? '',
  education: education?.toString() ?? '',
})

const fields = ['name', 'idNumber', 'phone', 'sex', 'birth', 'skill', 'education'] as const
export type Field = (typeof fields)[number]
const numbers: readonly Field[] = ['skill', 'education']

/** The parts that differ, in the words of the server: emptied is `null`. */
export function partsChanged(before: Draft, after: Draft): Readonly<Record<string, string | number | null>> {
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field].trim())
      .map((field) => {
        const value = after[field].trim()
        return [field, value === '' ? null : numbers.includes(field) ? Number(value) : value]
      }),
  )
}

/** What others changed since the form was opened. */
export const movedMeanwhile = (opened: Draft, now: Draft): readonly Field[] => fields.filter((field) => opened[field] !== now[field])
