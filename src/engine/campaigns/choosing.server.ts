/** Which firms may be chosen for a campaign: those within reach, by the filters of the register and by the contracts that bind them. */
import { z } from 'zod'
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import { badInput } from '#platform/problem.ts'
import { contractKinds } from '#registry/contracts/contract.ts'
import { organisationFilter, type Selection, selectionOf } from '#registry/organisations/organisation-filter.server.ts'
import { listedWire, pageRows, totalOf } from '#registry/organisations/list.server.ts'
import { startOf } from '#registry/routes/lists.server.ts'
import { cursorText } from '#registry/routes/wire.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Engine } from '../routes/engine.server.ts'
import type { CampaignMechanism } from './compose.server.ts'
import type { CandidatesPageWire } from './campaign-wire.ts'
import { candidatesOf } from './targets.server.ts'

/** So many firms one act may reach. */
export const mostFirms = 2_000

export const choosing = organisationFilter
  .pick({ q: true, unit: true, street: true, sector: true, size: true, ownership: true, designated: true, union: true })
  .extend({
    /** By contracts of its own or from above that bind it today. */
    contract: z.enum(['none', 'expiring', 'inForce']).optional(),
    /** Looks at contracts of this kind alone. */
    kind: z.enum(Object.keys(contractKinds) as [keyof typeof contractKinds]).optional(),
    within: z.coerce.number().int().min(1).max(365).default(90),
  })
export type Choosing = z.output<typeof choosing>

/** The firms that the filter means. */
export function chosenBy(caller: Caller, { contract, kind, within, ...filter }: Choosing, today: Day): Selection {
  const { from, values } = selectionOf(caller, { ...filter, kind: 'firm', standing: 'standing' }, today)
  if (!contract) return { from, values }
  const all = [...values]
  const value = (one: unknown): string => `$${all.push(one)}`
  const on = `${value(today)}::date`
  const far = `${value(addDays(today, within))}::date`
  const ofKind = kind
    ? `join contract k on k.district_id = v.district_id and k.case_id = v.case_id and k.since <= ${on} and k.until >= ${on} and k.kind = ${value(kind)}`
    : ''
  const bound = (beyond: string) =>
    `o.id in (select v.firm_id from contract_cover v ${ofKind} where v.district_id = $1 and v.since <= ${on} and v.until >= ${on} ${beyond})`
  const and =
    contract === 'none' ? `not ${bound('')}` : contract === 'inForce' ? bound('') : `${bound('')} and not ${bound(`and v.until > ${far}`)}`
  return { from: `${from}\n and ${and} and ${far} is not null`, values: all }
}

/** A page of firms by name, with whose case each would be and what stands in the way of a new one. */
export async function candidatesPage(
  { db }: Pick<Engine, 'db'>,
  caller: Caller,
  m: CampaignMechanism,
  { limit, after, ...filter }: Choosing & { readonly limit: number; readonly after?: string | undefined },
  today: Day,
): Promise<CandidatesPageWire> {
  const selection = chosenBy(caller, filter, today)
  const [rows, { total, capped }] = await Promise.all([
    pageRows(db, caller, selection, { limit: limit + 1, start: startOf(after), today }),
    totalOf(db, caller, selection),
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const ids = shown.map((row) => row.id)
  const known = await db.within(houseScope(caller.district), (q) => candidatesOf(q, caller.district, m, ids, today))
  const byId = new Map(known.map((one) => [one.firm.id, one]))
  return {
    items: shown.map((row) => {
      const { owner, contracts = [], open = [] } = byId.get(row.id) ?? {}
      return {
        ...listedWire(row),
        ...(owner ? { owner: { id: owner.id, name: owner.name, how: owner.how } } : {}),
        contracts: contracts.map(({ kind, level, until }) => ({ kind, level, until })),
        open: open.length,
      }
    }),
    total,
    ...(capped && { capped }),
    ...(last && { next: cursorText({ name: last.sort_name, id: last.id }) }),
  }
}

/** The ids of all that the filter means, or of those named, of which every one must be within reach. Throws when they are too many. */
export async function firmsMeant(
  { db }: Pick<Engine, 'db'>,
  caller: Caller,
  {
    firms,
    choose,
    except = [],
  }: { readonly firms?: readonly Id[] | undefined; readonly choose?: Choosing | undefined; readonly except?: readonly Id[] | undefined },
  today: Day,
): Promise<readonly Id[]> {
  const { from, values } = chosenBy(caller, choose ?? choosing.parse({}), today)
  const named = firms ? [...new Set(firms)] : undefined
  const all = [...values, named ?? except]
  const which = named ? `o.id = any ($${all.length}::uuid[])` : `o.id <> all ($${all.length}::uuid[])`
  const rows = await db.ask<{ id: Id }>(
    caller.scope,
    `select o.id ${from} and ${which} order by o.sort_name, o.id limit ${mostFirms + 1}`,
    all,
  )
  if (rows.length > mostFirms)
    throw badInput([
      {
        path: 'choose',
        says: {
          zh: `一次最多 ${mostFirms} 家，请把条件收窄，分几次发`,
          en: `At most ${mostFirms} firms at once: narrow the filter and issue in parts`,
        },
      },
    ])
  const missing = named ? named.length - rows.length : 0
  if (missing > 0)
    throw badInput([
      {
        path: 'firms',
        says: { zh: `有 ${missing} 家不在您的范围内，或已不存续`, en: `${missing} of them are outside your reach or no longer stand` },
      },
    ])
  if (rows.length === 0) throw badInput([{ path: 'choose', says: { zh: '没有符合条件的企业', en: 'No firm fits' } }])
  return rows.map(({ id }) => id)
}
