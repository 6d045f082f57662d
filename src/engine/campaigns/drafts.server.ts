/** A campaign is drafted, changed firm by firm, issued or thrown away. Issuing only marks what the worker is to open, so it is done at once. */
import { z } from 'zod'
import { type Id, newId } from '#kernel/id.ts'
import type { Caller, HeldPost } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { badInput, conflict, forbidden, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { covers } from '#registry/reach.ts'
import type { Now } from '../run.ts'
import type { Engine } from '../routes/engine.server.ts'
import { idParam } from '../routes/schema.ts'
import { inputErrors } from '#platform/http/input-errors.ts'
import type { Role } from '../define.ts'
import { actingFor, type CampaignMechanism, compose, type Composing, type Item } from './compose.server.ts'
import { candidatesOf } from './targets.server.ts'

/** A campaign as it is kept. */
export interface CampaignRow {
  readonly id: Id
  readonly procedure: string
  readonly title: string
  readonly common: unknown
  readonly issuer_id: Id
  readonly issuer_name: string
  readonly issuer_path: readonly Id[]
  readonly state: 'draft' | 'issuing' | 'issued'
  readonly drafted_by: Id
  readonly drafted_name: string
  readonly drafted_at: Date
  readonly issued_by: Id | null
  readonly issued_name: string | null
  readonly issued_on: string | null
  readonly finished_at: Date | null
}

export const campaignColumns = `c.id, c.procedure, c.title, c.common, c.issuer_id, o.name as issuer_name, to_json(o.path) as issuer_path, c.state, c.drafted_by,
  c.drafted_name, c.drafted_at, c.issued_by, c.issued_name, c.issued_on, c.finished_at`

/** The campaign as this caller may see it; 404 when it is not there or not for them to know of. */
export async function seenCampaign(
  engine: Engine,
  caller: Caller,
  id: Id,
): Promise<{ readonly row: CampaignRow; readonly m: CampaignMechanism }> {
  const [row] = await engine.db.ask<CampaignRow>(
    caller.scope,
    `select ${campaignColumns} from campaign c join organisation o on o.district_id = c.district_id and o.id = c.issuer_id
     where c.district_id = $1 and c.id = $2`,
    [caller.district, id],
  )
  const m = row && engine.mechanisms.get(row.procedure)
  if (!row || !m?.campaign) throw notFound()
  return { row, m: m as CampaignMechanism }
}

/** The caller's posts that may take the opening step at some body: only their bodies can issue. */
export function issuingPosts(m: CampaignMechanism, { posts }: Pick<Caller, 'posts'>): readonly HeldPost[] {
  const step = m.procedure.steps[m.campaign.step]!
  const roles = [step.by, step.recordedBy ?? []].flat() as readonly string[]
  const kinds = roles.flatMap((name) => {
    const role = (m.procedure.roles as Record<string, Role>)[name]
    return role?.kind === 'desk' ? role.posts : []
  })
  return posts.filter((post) => post.scope === 'below' && kinds.includes(post.kind))
}

/** Whether the caller works for the body that issues it, or over it. */
export const mayIssue = (m: CampaignMechanism, caller: Caller, row: Pick<CampaignRow, 'issuer_id' | 'issuer_path'>): boolean =>
  issuingPosts(m, caller).some((post) => covers(post, { id: row.issuer_id, path: row.issuer_path }))

/** A campaign that this caller may see and, if they may not also issue it, is forbidden to change. */
export async function ownCampaign(engine: Engine, caller: Caller, id: Id) {
  const found = await seenCampaign(engine, caller, id)
  if (!mayIssue(found.m, caller, found.row)) throw forbidden()
  return found
}

/** A firm of a campaign in an address. */
export const itemParams = idParam.extend({ firm: z.uuid() })

const chunk = 50

export async function composeAll(engine: Engine, composing: Composing, firms: readonly Id[]): Promise<readonly Item[]> {
  const { district } = composing.caller
  const items: Item[] = []
  for (let from = 0; from < firms.length; from += chunk) {
    const some = await engine.db.within(houseScope(district), async (q) => {
      const candidates = await candidatesOf(q, district, composing.m, firms.slice(from, from + chunk), composing.now.today)
      return await Promise.all(candidates.map((one, n) => compose(q, composing, one, from + n)))
    })
    items.push(...some)
  }
  return items
}

export interface Drafting {
  readonly m: CampaignMechanism
  readonly title: string
  readonly common: unknown
  readonly firms: readonly Id[]
  readonly key: string
  readonly now: Now
}

/** The common input as the mechanism reads it. Throws what is wrong with it, field by field. */
export function readCommon(m: CampaignMechanism, common: unknown): unknown {
  const read = m.campaign.common.safeParse(common)
  if (read.success) return read.data
  throw badInput(inputErrors(read.error.issues as never).map(({ path, says }) => ({ path: `common${path ? `.${path}` : ''}`, says })))
}

export async function draft(engine: Engine, caller: Caller, { m, title, common, firms, key, now }: Drafting): Promise<Id> {
  const [post] = issuingPosts(m, caller)
  if (!post) throw forbidden()
  const issuer = await engine.directory.organisationById(caller.district, post.organisation.id)
  const items = await composeAll(engine, { m, common, now, issuer: post.organisation.name, lookups: engine.lookups, caller }, firms)
  const id = newId()
  return await engine.db.within(houseScope(caller.district), async (q) => {
    const [written] = await q<{ id: Id }>(
      `insert into campaign (district_id, id, procedure, title, common, issuer_id, unit_id, drafted_by, drafted_name, drafted_at, key)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (district_id, key) do nothing returning id`,
      [
        caller.district,
        id,
        m.procedure.id,
        title,
        JSON.stringify(common),
        post.organisation.id,
        issuer?.unit ?? null,
        caller.person,
        caller.name,
        engine.instant().toISOString(),
        `${caller.person}:${key}`,
      ],
    )
    if (!written) return (await findDraft(q, caller, key))!
    await q(insertItems, [caller.district, id, JSON.stringify(items.map(rowOf))])
    return id
  })
}

/** The campaign that was drafted under this key. */
export async function findDraft(q: Query, caller: Caller, key: string): Promise<Id | undefined> {
  const [row] = await q<{ id: Id }>('select id from campaign where district_id = $1 and key = $2', [
    caller.district,
    `${caller.person}:${key}`,
  ])
  return row?.id
}

const insertItems = `
insert into campaign_item (district_id, campaign_id, firm_id, sort_name, owner_id, unit_id, state, by_role, recorded_by, input, says)
select $1, $2, i.firm_id, i.sort_name, i.owner_id, i.unit_id, i.state, i.by_role, i.recorded_by, i.input, i.says
from jsonb_to_recordset($3::jsonb) as i (firm_id uuid, sort_name text, owner_id uuid, unit_id uuid, state text, by_role text, recorded_by text, input jsonb,
  says jsonb)`

const rowOf = (item: Item) => ({
  firm_id: item.firm,
  sort_name: item.sortName,
  owner_id: item.owner,
  unit_id: item.unit,
  state: item.says ? 'left' : 'ready',
  by_role: item.by,
  recorded_by: item.recordedBy,
  input: item.input,
  says: item.says,
})

const takenOut = { says: { zh: '预览时剔除', en: 'Taken out at the preview' } }

/** Takes one firm out of a draft by hand, or back in. */
export async function leaveOut(engine: Engine, caller: Caller, id: Id, firm: Id, leave: boolean): Promise<void> {
  const [row] = await engine.db.ask<{ firm_id: Id }>(
    caller.scope,
    `update campaign_item i set state = $4, by_hand = $5, says = $6 from campaign c
     where i.district_id = $1 and i.campaign_id = $2 and i.firm_id = $3 and c.district_id = $1 and c.id = $2 and c.state = 'draft'
       and (i.state = 'ready' or i.by_hand) returning i.firm_id`,
    [caller.district, id, firm, leave ? 'left' : 'ready', leave, leave ? JSON.stringify(takenOut) : null],
  )
  if (!row) throw notFound()
}

/** Throws a draft away; what has been issued stays. */
export async function discard(engine: Engine, caller: Caller, id: Id): Promise<void> {
  const [row] = await engine.db.ask<{ id: Id }>(
    caller.scope,
    `delete from campaign where district_id = $1 and id = $2 and state = 'draft' returning id`,
    [caller.district, id],
  )
  if (!row) throw conflict({ why: 'not now', says: { zh: '已经发出，不能删除', en: 'It has been issued and stays' } })
}

/** Hands a draft to the worker. Asked again it does nothing more. Firms for which the caller cannot act now are left out, with the reason. */
export async function issue(
  engine: Engine,
  caller: Caller,
  { row, m }: { readonly row: CampaignRow; readonly m: CampaignMechanism },
  now: Now,
): Promise<void> {
  await engine.db.within(houseScope(caller.district), async (q) => {
    const [mine] = await q<{ id: Id }>(
      `update campaign set state = 'issuing', issued_by = $3, issued_name = $4, issued_on = $5, issued_at = $6
       where district_id = $1 and id = $2 and state = 'draft' returning id`,
      [caller.district, row.id, caller.person, caller.name, now.today, engine.instant().toISOString()],
    )
    // Sent twice, the second finds it done.
    if (!mine) return
    const [ready] = await q(`select 1 from campaign_item where district_id = $1 and campaign_id = $2 and state = 'ready' limit 1`, [
      caller.district,
      row.id,
    ])
    if (!ready)
      throw conflict({ why: 'not now', says: { zh: '没有一家可以发出，请回去重选', en: 'There is nobody to send it to: choose anew' } })
    const lost = await outOfReach(q, caller, m, row.id)
    await q(
      `update campaign_item set state = case when firm_id = any ($3::uuid[]) then 'left' else 'waiting' end,
         says = case when firm_id = any ($3::uuid[]) then $4::jsonb else says end
       where district_id = $1 and campaign_id = $2 and state = 'ready'`,
      [
        caller.district,
        row.id,
        lost,
        JSON.stringify({ says: { zh: '发出时您的岗位已不能为它办这件事', en: 'When it was issued your post could no longer act for it' } }),
      ],
    )
  })
}

/** Firms of a draft for whose union this caller holds no right, or another role than it was drafted in. */
async function outOfReach(q: Query, caller: Caller, m: CampaignMechanism, id: Id): Promise<readonly Id[]> {
  const rows = await q<{ firm: Id; owner: Id; path: readonly Id[]; by: string; recorded: string | null }>(
    `select i.firm_id as firm, i.owner_id as owner, to_json(o.path) as path, i.by_role as by, i.recorded_by as recorded
     from campaign_item i join organisation o on o.district_id = i.district_id and o.id = i.owner_id
     where i.district_id = $1 and i.campaign_id = $2 and i.state = 'ready'`,
    [caller.district, id],
  )
  return rows.flatMap(({ firm, owner, path, by, recorded }) => {
    const acting = actingFor(m, { id: owner, path }, caller)
    return acting?.by === by && (acting?.recordedBy ?? null) === recorded ? [] : [firm]
  })
}
