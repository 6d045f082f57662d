/** Numbers and rows as they go out: with what they count, of whom, on which day, by which rule and from which records. */
import { type Text, text } from '#kernel/text.ts'
import { contractKinds, contractLevels } from '#registry/contracts/contract.ts'
import { type Indicator, percentOf, valueText } from './indicator.ts'
import type { IndicatorWire, ItemWire } from './wire.ts'

export interface Asked {
  readonly day: string
  readonly unit: { readonly id?: string; readonly name: Text }
  readonly countedAt: string
}

const records = text('集体合同登记、组织名录及其逐日事实', 'The register of contracts, the register of organisations and its dated facts')

export function indicatorWire(indicator: Indicator, counted: Readonly<Record<string, number>>, asked: Asked): IndicatorWire {
  const { id, project, title, measure, rule, law, practice, target, parts = {} } = indicator
  const numerator = counted.numerator ?? 0
  const denominator = indicator.denominator ? (counted.denominator ?? 0) : undefined
  const value = denominator === undefined ? numerator : percentOf(numerator, denominator)
  return {
    id,
    project,
    title,
    measure,
    value,
    says: valueText(measure, value),
    ...(denominator !== undefined && { numerator, denominator }),
    ...(denominator !== undefined && indicator.missing && { missing: { title: indicator.missing, value: denominator - numerator } }),
    unit: asked.unit,
    day: asked.day,
    ...(target && { target: { ...target, reached: value !== null && value >= target.percent } }),
    parts: Object.entries(parts).map(([part, { title, group }]) => ({ part, title, group, value: counted[part] ?? 0 })),
    provenance: {
      rule,
      ...(law && { law }),
      ...(practice && { practice }),
      records,
      countedAt: asked.countedAt,
    },
  }
}

interface Row {
  readonly id: string
  readonly title: string
  readonly more: Readonly<Record<string, string | boolean | null>>
}

/** A row behind a number; what is not known is left out. */
export function itemWire(kind: 'firm' | 'contract', row: Row): ItemWire {
  const { unit, employees, kind: contractKind, level, opens, ...rest } = row.more
  const known = Object.fromEntries(Object.entries(rest).filter(([, said]) => said !== null)) as Partial<ItemWire>
  return {
    id: row.id,
    title: row.title,
    kind,
    ...(kind === 'firm' ? { link: `/desk/organisations/${row.id}` } : opens ? { link: `/desk/cases/${row.id}` } : {}),
    ...known,
    ...(typeof unit === 'string' && { unitName: unit }),
    ...(typeof employees === 'string' && { employees: Number(employees) }),
    ...(typeof contractKind === 'string' && { contractKind: contractKinds[contractKind as keyof typeof contractKinds] }),
    ...(typeof level === 'string' && { level: contractLevels[level as keyof typeof contractLevels] }),
  }
}
