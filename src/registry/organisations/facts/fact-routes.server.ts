/** Facts over HTTP: recorded with their first day and source, corrected with a reason, withdrawn when they were never true. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput } from '#platform/problem.ts'
import { actor, record } from '../../privacy/audit.server.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { correctFact, factColumns, type FactRecord, withdrawFact } from './correct-facts.server.ts'
import { factInput } from './fact.ts'
import { governed } from '../governed.server.ts'
import { type FactWire, factWireShape } from '../organisation-wire.ts'
import { recordFacts } from './record-facts.server.ts'
import { uniqueCode } from '../places/unique-code.server.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']
const reason = z.string().trim().min(2).max(200)
const correction = z
  .object({
    value: factInput.shape.value.optional(),
    since: z.iso.date().optional(),
    until: z.iso.date().nullable().optional(),
    source: factInput.shape.source.optional(),
    reason,
  })
  .refine(({ value, since, until, source }) => [value, since, until, source].some((part) => part !== undefined), {
    params: { says: text('请写明更正成什么', 'Say what it should be') },
  })

export function factRoutes(app: Http, deps: RegistryDeps): void {
  const { db, session, today } = deps
  const params = z.object({ id: z.uuid() })
  app.post(
    '/api/organisations/:id/facts',
    { config, schema: { tags, params, body: factInput, response: { 200: factWireShape, 201: factWireShape } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const at = await governed(deps, caller, request.params.id)
      const { since, until, ...told } = request.body
      const row = { ...told, organisation: at.id, since: since as Day, ...(until && { until: until as Day }) }
      const { id, fresh } = await uniqueCode('value', () =>
        db.within(caller.scope, async (q) => {
          const done = await recordFacts(q, { district: caller.district, today: today(), by: caller.person }, [row])
          const [fault] = done.faults
          if (fault) throw badInput([{ path: fault.path, says: fault.says }])
          const [written] = done.written
          if (written)
            await record(q, { ...actor(caller), kind: 'change', about: at.id, what: { fact: row.fact, value: row.value, since } })
          return { id: (written ?? done.known[0])!.id, fresh: written !== undefined }
        }),
      )
      if (fresh) await session.registryChanged(caller.district)
      const [found] = await db.ask<FactRecord>(
        caller.scope,
        `select ${factColumns} from organisation_fact where district_id = $1 and id = $2`,
        [caller.district, id],
      )
      return reply.code(fresh ? 201 : 200).send(factWire(found!))
    },
  )

  const factParams = z.object({ id: z.uuid(), fact: z.uuid() })
  app.post(
    '/api/organisations/:id/facts/:fact/correction',
    { config, schema: { tags, params: factParams, body: correction, response: { 200: factWireShape } } },
    async (request) => {
      const caller = callerOf(request)
      const at = await governed(deps, caller, request.params.id)
      const to = { ...request.body, since: request.body.since as Day | undefined, until: request.body.until as Day | null | undefined }
      const now = await uniqueCode('value', () =>
        db.within(caller.scope, async (q) => {
          const put = await correctFact(q, at, request.params.fact, to, { today: today(), by: caller.person })
          await record(q, { ...actor(caller), kind: 'change', about: at.id, what: { fact: put.fact, corrected: to.reason } })
          return put
        }),
      )
      await session.registryChanged(caller.district)
      return factWire(now)
    },
  )

  app.post(
    '/api/organisations/:id/facts/:fact/withdrawal',
    { config, schema: { tags, params: factParams, body: z.object({ reason }), response: { 200: factWireShape } } },
    async (request) => {
      const caller = callerOf(request)
      const at = await governed(deps, caller, request.params.id)
      // The one before goes on, and may be another body's by now.
      const was = await uniqueCode('reason', () =>
        db.within(caller.scope, async (q) => {
          const gone = await withdrawFact(q, at, request.params.fact, request.body.reason, { today: today(), by: caller.person })
          await record(q, { ...actor(caller), kind: 'change', about: at.id, what: { fact: gone.fact, withdrawn: request.body.reason } })
          return gone
        }),
      )
      await session.registryChanged(caller.district)
      return factWire(was)
    },
  )
}

export const factWire = ({ until, source_import, ...fact }: FactRecord): FactWire => ({
  ...fact,
  ...(until && { until }),
  ...(source_import && { import: source_import }),
})
