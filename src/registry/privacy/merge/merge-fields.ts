/** The fields of a person that two rows may differ in, and which of the two holds when they become one. */
export const plainFields = ['name', 'sex', 'birth', 'skill', 'education'] as const
export type PlainField = (typeof plainFields)[number]
export const sealedFields = ['idNumber', 'phone', 'bankCard', 'illness'] as const
export type SealedField = (typeof sealedFields)[number]
export const mergeFields = [...plainFields, ...sealedFields] as const
export type MergeField = (typeof mergeFields)[number]

export type Side = 'kept' | 'gone'
export type Choices = Readonly<Partial<Record<MergeField, Side>>>

/** What is there on one side; a sealed field is only said to be there. */
export type Filled = Readonly<Record<MergeField, boolean>>

/** Every field decided: as chosen where that side has something; unchosen, the kept one's unless only the gone one has something. */
export function decided(choices: Choices, kept: Filled, gone: Filled): Readonly<Record<MergeField, Side>> {
  const side = (field: MergeField): Side => {
    if (!gone[field]) return 'kept'
    return choices[field] ?? (kept[field] ? 'kept' : 'gone')
  }
  return Object.fromEntries(mergeFields.map((field) => [field, side(field)])) as Record<MergeField, Side>
}
