/** The register of contracts over HTTP: the list, its file, and what binds one firm on a day. Nothing is written here: cases keep it. */
import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { isId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { badInput, notFound } from '#platform/problem.ts'
import { known } from '../organisations/governed.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { afterShape, cursorFrom, cursorText, pageOf } from '../routes/wire.ts'
import { allContractsOf, contractsOf } from './binding.server.ts'
import { notInForceYet } from './contract.ts'
import { contractExport } from './contract-export.server.ts'
import { contractFilter, contractSelection } from './contract-filter.server.ts'
import { type ContractPage, contractPage, contractsById, contractWire, type ListedContract } from './contract-list.server.ts'
import { type BoundWire, boundWireShape, contractWireShape } from './contract-wire.ts'
import { standingClauses } from './prevails.ts'

const tags = ['contracts']
const listQuery = contractFilter.extend({ limit: z.coerce.number().int().min(1).max(200).default(50), after: afterShape.optional() })

export function contractRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today } = deps
  app.get(
    '/api/contracts',
    { config: { access: { who: 'signed-in' } }, schema: { tags, querystring: listQuery, response: { 200: pageOf(contractWireShape) } } },
    async (request) => {
      const caller = callerOf(request)
      const { limit, after, ...filter } = request.query
      const start = startOf(after)
      const selection = contractSelection(caller, filter, today())
      const [rows, counted] = await contractPage(db, caller, selection, { limit: limit + 1, ...(start && { start }) })
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return { items: shown.map(contractWire), ...counted, ...(last && { next: cursorOf(last) }) }
    },
  )
  contractExport(app, deps)
  firmRoutes(app, deps)
}

const cursorOf = ({ until, id, version }: ListedContract): string => cursorText({ name: `${until ?? notInForceYet}/${version}`, id })

function startOf(after: string | undefined): ContractPage['start'] {
  if (!after) return undefined
  const cursor = cursorFrom(after)
  const [until = '', version = ''] = cursor?.name.split('/') ?? []
  if (!cursor || !isId(cursor.id) || !(isDay(until) || until === notInForceYet) || !/^\d{1,4}$/.test(version))
    throw badInput([{ path: 'query.after', says: text('翻页标记无效', 'Not a cursor of this list') }])
  return { until, id: cursor.id, version: Number(version) }
}

function firmRoutes(app: Http, deps: RegistryDeps): void {
  const { db, directory, today } = deps
  app.get(
    '/api/organisations/:id/contracts',
    {
      config: { access: { who: 'signed-in' } },
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        querystring: z.object({ on: dayShape.optional() }),
        response: { 200: boundWireShape },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const asked = await known(deps, caller, request.params.id)
      const firm = asked.firm ? await directory.organisationById(caller.district, asked.firm) : asked
      if (!firm) throw notFound()
      const on = (request.query.on ?? today()) as Day
      return await db.within(caller.scope, (q) => boundWire(q, caller, firm, on))
    },
  )
}

type Q = Parameters<typeof contractsOf>[0]

async function boundWire(q: Q, caller: Caller, firm: { readonly id: string; readonly name: string }, on: Day): Promise<BoundWire> {
  const [now, ever] = await Promise.all([contractsOf(q, caller.district, firm.id, on), allContractsOf(q, caller.district, firm.id)])
  const rows = ever.length ? await contractsById(q, caller, [...new Set(ever.map(({ id }) => id))], on) : []
  const keyOf = (one: { readonly id: string; readonly version: number }) => `${one.id}/${one.version}`
  const dressed = new Map(rows.map((row) => [keyOf(row), contractWire(row)]))
  const inForce = new Set(now.map(keyOf))
  const wires = (all: readonly { readonly id: string; readonly version: number }[]) => all.flatMap((one) => dressed.get(keyOf(one)) ?? [])
  return {
    on,
    firm: { id: firm.id, name: firm.name },
    items: wires(now),
    standing: standingClauses(now).map(({ key, clause, contract, ground, besides }) => ({
      key,
      ground,
      clause,
      contract: contract.id,
      version: contract.version,
      besides: besides.map((one) => ({ clause: one.clause, contract: one.contract.id, version: one.contract.version })),
    })),
    others: wires(ever.filter((one) => !inForce.has(keyOf(one)))),
  }
}
