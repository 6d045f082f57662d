/** Campaigns over HTTP: choose, draft, preview, issue in one act, follow on a board, remind, take out as a table. */
import { z } from 'zod'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden, notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import { afterShape } from '#registry/routes/wire.ts'
import type { Engine } from '../routes/engine.server.ts'
import { mechanismOf } from '../routes/engine.server.ts'
import { idParam, key } from '../routes/schema.ts'
import { boardRoutes } from './board/board-routes.server.ts'
import { campaignsPage, campaignWire } from './board/board.server.ts'
import type { CampaignKindWire, CampaignPreviewWire, CampaignsPageWire, CampaignWire, CandidatesPageWire } from './campaign-wire.ts'
import { candidatesPage, choosing, firmsMeant, mostFirms } from './choosing.server.ts'
import type { CampaignMechanism } from './compose.server.ts'
import {
  discard,
  draft,
  findDraft,
  issue,
  issuingPosts,
  itemParams,
  leaveOut,
  ownCampaign,
  readCommon,
  seenCampaign,
} from './drafts.server.ts'
import { kindWire } from './kinds.ts'
import { previewOf } from './preview.server.ts'

const signedIn = { access: { who: 'signed-in' } } as const
const tags = ['campaigns']
const limit = z.coerce.number().int().min(1).max(200).default(50)

const drafting = z
  .object({
    procedure: z.string().max(60),
    title: z.string().trim().min(1).max(120),
    common: z.unknown(),
    /** The firms by name of the register… */
    firms: z.array(z.uuid()).min(1).max(mostFirms).optional(),
    /** …or all that the filter means, but those excepted. */
    choose: choosing.optional(),
    except: z.array(z.uuid()).max(mostFirms).optional(),
    key,
  })
  .refine((body) => (body.firms === undefined) !== (body.choose === undefined), {
    path: ['firms'],
    params: { says: { zh: '请选企业：逐家勾选，或按条件全选', en: 'Choose firms: one by one, or all that a filter means' } },
  })

const anyAnswer = z.custom<CampaignWire>()

/** The campaign of a procedure; 404 where nothing of it can be issued to many. */
function campaignOf(engine: Engine, procedure: string): CampaignMechanism {
  const m = mechanismOf(engine, procedure)
  if (!m.campaign) throw notFound()
  return m as CampaignMechanism
}

export function campaignRoutes(app: Http, engine: Engine, kick: () => void): void {
  choosingRoutes(app, engine)
  draftRoutes(app, engine, kick)
  boardRoutes(app, engine)
}

function choosingRoutes(app: Http, engine: Engine): void {
  app.get(
    '/api/campaigns/kinds',
    { config: signedIn, schema: { tags, response: { 200: z.custom<readonly CampaignKindWire[]>() } } },
    async (request) => {
      const caller = callerOf(request)
      return [...engine.mechanisms.values()].flatMap((m) =>
        m.campaign && issuingPosts(m as CampaignMechanism, caller).length > 0 ? [kindWire(m as CampaignMechanism)] : [],
      )
    },
  )
  app.get(
    '/api/campaigns/candidates',
    {
      config: signedIn,
      schema: {
        tags,
        querystring: choosing.extend({ procedure: z.string().max(60), limit, after: afterShape.optional() }),
        response: { 200: z.custom<CandidatesPageWire>() },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { procedure, ...filter } = request.query
      const m = campaignOf(engine, procedure)
      if (issuingPosts(m, caller).length === 0) throw forbidden()
      return candidatesPage(engine, caller, m, filter, (await engine.nowOf(caller.district)).today)
    },
  )
}

function draftRoutes(app: Http, engine: Engine, kick: () => void): void {
  const wireOf = async (caller: Caller, id: string) =>
    campaignWire(engine, caller, await seenCampaign(engine, caller, id), (await engine.nowOf(caller.district)).today)
  app.get(
    '/api/campaigns',
    {
      config: signedIn,
      schema: { tags, querystring: z.object({ limit, after: afterShape.optional() }), response: { 200: z.custom<CampaignsPageWire>() } },
    },
    async (request) => campaignsPage(engine, callerOf(request), request.query),
  )
  app.post(
    '/api/campaigns',
    { config: { ...signedIn, rateLimit: limits.openCase }, schema: { tags, body: drafting, response: { 201: anyAnswer } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { procedure, title, firms, choose, except, key: sent } = request.body
      const m = campaignOf(engine, procedure)
      if (issuingPosts(m, caller).length === 0) throw forbidden()
      const before = await engine.db.within(houseScope(caller.district), (q) => findDraft(q, caller, sent))
      const id = before ?? (await newDraft())
      return reply.code(201).send(await wireOf(caller, id))

      async function newDraft(): Promise<string> {
        const now = await engine.nowOf(caller.district)
        const common = readCommon(m, request.body.common)
        const meant = await firmsMeant(engine, caller, { firms, choose, except }, now.today)
        return draft(engine, caller, { m, title, common, firms: meant, key: sent, now })
      }
    },
  )
  app.get('/api/campaigns/:id', { config: signedIn, schema: { tags, params: idParam, response: { 200: anyAnswer } } }, async (request) =>
    wireOf(callerOf(request), request.params.id),
  )
  app.delete(
    '/api/campaigns/:id',
    { config: signedIn, schema: { tags, params: idParam, response: { 204: z.null() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      await ownCampaign(engine, caller, request.params.id)
      await discard(engine, caller, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/campaigns/:id/issue',
    { config: signedIn, schema: { tags, params: idParam, response: { 202: anyAnswer } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      await issue(engine, caller, await ownCampaign(engine, caller, id), await engine.nowOf(caller.district))
      kick()
      return reply.code(202).send(await wireOf(caller, id))
    },
  )
  app.patch(
    '/api/campaigns/:id/items/:firm',
    {
      config: signedIn,
      schema: { tags, params: itemParams, body: z.object({ leave: z.boolean() }), response: { 200: z.custom<CampaignPreviewWire>() } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id, firm } = request.params
      const found = await ownCampaign(engine, caller, id)
      await leaveOut(engine, caller, id, firm, request.body.leave)
      return previewOf(engine, caller, { ...found, firm, now: await engine.nowOf(caller.district) })
    },
  )
}
