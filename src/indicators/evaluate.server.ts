/** Indicators on a day, of a unit, within the caller's reach: all numbers in one statement, and the rows behind one of them. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import type { Organisation } from '#registry/organisation.ts'
import { unitKinds } from '#registry/organisation.ts'
import { organisationReach } from '#registry/routes/lists.server.ts'
import type { Asking } from './base.ts'
import { countStatement, type ItemsPage, itemsStatement } from './compose.ts'
import type { CountedSet, Indicator } from './indicator.ts'

/** What the caller may see, narrowed to a body they may know of. The district narrows nothing. */
export function askingOf(caller: Caller, body: Organisation | undefined): Asking {
  const { all, trees, units } = organisationReach(caller)
  const reach = all ? 'all' : { trees, bodies: units }
  if (!body || body.kind === 'district') return { reach }
  if (unitKinds.includes(body.kind)) return { reach, within: { kind: 'unit', id: body.id } }
  if (body.kind === 'jointUnion') return { reach, within: { kind: 'jointUnion', id: body.id } }
  return { reach, within: { kind: 'firm', id: body.firm ?? body.id } }
}

/** Numbers by indicator and part. */
export type Numbers = ReadonlyMap<string, Readonly<Record<string, number>>>

export async function numbersOf(
  db: Pick<Database, 'ask'>,
  caller: Caller,
  indicators: readonly Indicator[],
  day: Day,
  asking: Asking,
): Promise<Numbers> {
  const { sql, values } = countStatement(indicators, caller.district, day, asking)
  const rows = await db.ask<{ indicator: string; part: string; n: string | number }>(caller.scope, sql, values)
  const numbers = new Map<string, Record<string, number>>()
  for (const { indicator, part, n } of rows) {
    const known = numbers.get(indicator) ?? {}
    known[part] = Number(n)
    numbers.set(indicator, known)
  }
  return numbers
}

export interface ItemRow {
  readonly id: Id
  readonly title: string
  readonly sort: string
  readonly total: number
  readonly more: Readonly<Record<string, string | boolean | null>>
}

export async function itemRows(
  db: Pick<Database, 'ask'>,
  caller: Caller,
  set: CountedSet,
  day: Day,
  asking: Asking,
  page: ItemsPage,
): Promise<readonly ItemRow[]> {
  const { sql, values } = itemsStatement(set, caller.district, day, asking, page)
  return await db.ask<ItemRow>(caller.scope, sql, values)
}
