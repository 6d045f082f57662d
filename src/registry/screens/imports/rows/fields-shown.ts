/** Which columns the grid shows, in which order. */
import type { FieldWire, ImportWire, RowsShown } from '../../../imports/import-wire.ts'

/** Those of the sheet, in its order, the name first; among rows that are odd the columns with faults stand before the untouched ones. */
export function fieldsShown(
  { columns, fields }: Pick<ImportWire, 'columns' | 'fields'>,
  withFaults: readonly string[],
  show: RowsShown,
): readonly FieldWire[] {
  const read = [...new Set(columns.flatMap(({ field }) => field ?? []))]
  const faulty = new Set(withFaults)
  // A fault may lie in a field that the sheet has no column for.
  const names = [...read, ...[...faulty].filter((field) => !read.includes(field))]
  const odd = show === 'odd' || show === 'wrong' || show === 'look'
  const rank = (field: string): number => (field === 'name' ? 0 : field === 'idNumber' ? 1 : odd && !faulty.has(field) ? 3 : 2)
  return names
    .map((field, at) => ({ at, spec: fields.find((one) => one.field === field) }))
    .flatMap(({ at, spec }) => (spec ? [{ at, spec }] : []))
    .sort((a, b) => rank(a.spec.field) - rank(b.spec.field) || a.at - b.at)
    .map(({ spec }) => spec)
}
