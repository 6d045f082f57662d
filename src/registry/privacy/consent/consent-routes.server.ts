/** Consents over HTTP: one's own on the phone, and those signed at the counter, recorded by whoever governs the person. */
import { z } from 'zod'
import { day, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Query } from '#platform/database.server.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { RegistryDeps } from '../../routes.server.ts'
import { actor, record } from '../audit.server.ts'
import { governedPerson } from '../governed.server.ts'
import type { StoredPaper } from '../paper.ts'
import { sentPaper } from '../sent-paper.server.ts'
import { giveConsents, withdrawConsent } from './consent.server.ts'
import { type ConsentChannel, type ConsentPurpose, consentPurposes, currentText, purposes } from './consent-texts.ts'
import { consentChange, consentsShape, type ConsentsWire, paperConsent, paperWithdrawal } from './consent-wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['privacy']
const params = z.object({ id: z.uuid() })

export function consentRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today } = deps
  app.get('/api/me/consents', { config, schema: { tags, response: { 200: consentsShape } } }, async (request) => {
    const { district, person, scope } = callerOf(request)
    return await db.within(scope, (q) => consentsOf(q, district, person))
  })

  app.put('/api/me/consents', { config, schema: { tags, body: consentChange, response: { 200: consentsShape } } }, async (request) => {
    const caller = callerOf(request)
    const { district, person } = caller
    const { purpose, given, version } = request.body
    if (given && version !== currentText(purpose).version)
      throw conflict({ why: 'stale', says: text('说明已经更新，请看过新的说明再决定', 'The text has changed; read the new one first') })
    return await db.within(houseScope(district), async (q) => {
      const on = today()
      if (given) await giveConsents(q, [{ district, person, purpose, channel: 'phone', on, by: person }])
      else await withdrawConsent(q, { district, person, purpose, channel: 'phone', on, by: person })
      await record(q, { ...actor(caller), kind: 'change', about: person, what: { consent: purpose, given, version, channel: 'phone' } })
      return await consentsOf(q, district, person)
    })
  })

  app.get('/api/persons/:id/consents', { config, schema: { tags, params, response: { 200: consentsShape } } }, async (request) => {
    const caller = callerOf(request)
    const { id } = await governedPerson(deps, caller, request.params.id)
    return await db.within(caller.scope, (q) => consentsOf(q, caller.district, id))
  })
  counterRoutes(app, deps)
}

function counterRoutes(app: Http, deps: RegistryDeps): void {
  const { db, today } = deps
  app.post(
    '/api/persons/:id/consents',
    { config: { ...config, rateLimit: limits.upload }, schema: { tags, params, response: { 201: consentsShape } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { district } = caller
      const { id: person } = await governedPerson(deps, caller, request.params.id)
      const { fields, paper: file } = await sentPaper(request, deps, paperConsent)
      if (!file)
        throw badInput([{ path: 'file', says: text('请附上签字的同意书（照片或扫描件）', 'Add the signed sheet (a photo or scan)') }])
      const { purpose, on } = fields
      if (on > today()) throw badInput([{ path: 'on', says: text('签字日期不能晚于今天', 'It cannot be signed later than today') }])
      const given = await db.within(houseScope(district), async (q) => {
        await mustFollowWithdrawal(q, district, person, fields)
        await giveConsents(q, [{ district, person, purpose, channel: 'paper', on: day(on), file, by: caller.person }])
        const what = { consent: purpose, given: true, version: currentText(purpose).version, channel: 'paper' }
        await record(q, { ...actor(caller), kind: 'change', about: person, what })
        return await consentsOf(q, district, person)
      })
      return reply.code(201).send(given)
    },
  )

  app.post(
    '/api/persons/:id/consents/withdraw',
    { config, schema: { tags, params, body: paperWithdrawal, response: { 200: consentsShape } } },
    async (request) => {
      const caller = callerOf(request)
      const { district } = caller
      const { id: person } = await governedPerson(deps, caller, request.params.id)
      const { purpose } = request.body
      return await db.within(houseScope(district), async (q) => {
        await withdrawConsent(q, { district, person, purpose, channel: 'paper', on: today(), by: caller.person })
        await record(q, { ...actor(caller), kind: 'change', about: person, what: { consent: purpose, given: false, channel: 'paper' } })
        return await consentsOf(q, district, person)
      })
    },
  )
}

/** A sheet signed before the person withdrew does not bring their consent back. */
async function mustFollowWithdrawal(q: Query, district: Id, person: Id, { purpose, on }: z.output<typeof paperConsent>): Promise<void> {
  const sql = 'select max(withdrawn_on) as last from consent where district_id = $1 and person_id = $2 and purpose = $3'
  const [row] = await q<{ last: Day | null }>(sql, [district, person, purpose])
  if (row?.last && on < row.last)
    throw badInput([
      { path: 'on', says: text(`本人已于${row.last}撤回，须在其后签字`, `Withdrawn on ${row.last}; it must be signed after that`) },
    ])
}

interface Row {
  readonly purpose: string
  readonly version: number
  readonly channel: ConsentChannel
  readonly given_on: Day
  readonly declared_by: string | null
  readonly file: StoredPaper | null
  readonly withdrawn_on: Day | null
}

export async function consentsOf(q: Query, district: Id, person: Id): Promise<ConsentsWire> {
  const rows = await q<Row>(
    `select purpose, version, channel, given_on, declared_by, file, withdrawn_on from consent where district_id = $1 and person_id = $2
     order by recorded_at desc, id desc limit 200`,
    [district, person],
  )
  return {
    items: purposes.map((purpose) => {
      const { title, separate, fields }: ConsentPurpose = consentPurposes[purpose]
      const { version, says } = currentText(purpose)
      const own = rows.filter((row) => row.purpose === purpose)
      const standing = own.filter((row) => row.withdrawn_on === null)
      return {
        purpose,
        title,
        version,
        says,
        separate,
        fields: [...fields],
        given: standing.length > 0,
        older: standing.length > 0 && standing.every((row) => row.version < version),
        history: own.map(({ version, channel, given_on, declared_by, file, withdrawn_on }) => ({
          version,
          channel,
          givenOn: given_on,
          ...(declared_by && { declaredBy: declared_by }),
          ...(file && { file: { name: file.name, type: file.type, bytes: file.bytes } }),
          ...(withdrawn_on && { withdrawnOn: withdrawn_on }),
        })),
      }
    }),
  }
}
