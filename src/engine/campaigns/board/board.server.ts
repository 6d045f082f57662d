/** Where the firms of a campaign stand: counts by phase and the list of them, as far as the caller sees the cases. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import { cursorText } from '#registry/routes/wire.ts'
import { startOf } from '#registry/routes/lists.server.ts'
import type { Engine } from '../../routes/engine.server.ts'
import { dueFromKept } from '../../store/case-rows.ts'
import type { DueKept } from '../../store/projection.ts'
import type { LawWire } from '../../wire.ts'
import { stateTitle } from '../../words.ts'
import type { Campaign } from '../campaign.ts'
import type { CampaignItemsPageWire, CampaignItemWire, CampaignRowWire, CampaignsPageWire, CampaignWire } from '../campaign-wire.ts'
import type { CampaignMechanism } from '../compose.server.ts'
import { campaignColumns, type CampaignRow, mayIssue } from '../drafts.server.ts'

/** The phase of a case as SQL: the first of the declaration that has its state and, where it asks, an overdue clock. */
function phaseSql({ phases }: Campaign, today: Day, value: (one: unknown) => string): string {
  const day = `${value(today)}::date`
  const whens = phases.map(({ id, states, overdue }) => {
    const late = overdue
      ? ` and exists (select 1 from jsonb_array_elements(c.due) d where d ->> 'id' = any (${value(overdue)}::text[]) and (d ->> 'last')::date < ${day})`
      : ''
    return `when c.state = any (${value(states)}::text[])${late} then ${value(id)}`
  })
  return `case ${whens.join(' ')} end`
}

const from = `from campaign_item i left join case_file c on c.district_id = i.district_id and c.id = i.case_id
  where i.district_id = $1 and i.campaign_id = $2`

interface Count {
  readonly state: CampaignItemWire['state']
  readonly phase: string | null
  readonly n: number
  readonly fresh: number
}

/** The campaign with how many stand where. */
export async function campaignWire(
  engine: Engine,
  caller: Caller,
  { row, m }: { readonly row: CampaignRow; readonly m: CampaignMechanism },
  today: Day,
): Promise<CampaignWire> {
  const params: unknown[] = [caller.district, row.id]
  const value = (one: unknown) => `$${params.push(one)}`
  const phase = phaseSql(m.campaign, today, value)
  const counts = await engine.db.ask<Count>(
    caller.scope,
    `select state, phase, count(*)::int as n, (count(*) filter (where reminded_on is distinct from ${value(today)}::date))::int as fresh
     from (select i.state, i.reminded_on, ${phase} as phase ${from}) as one group by state, phase`,
    params,
  )
  const sum = (which: (one: Count) => boolean) => counts.filter(which).reduce((all, { n }) => all + n, 0)
  const of = (state: Count['state']) => sum((one) => one.state === state)
  const { remind, phases } = m.campaign
  const mine = mayIssue(m, caller, row)
  const waiting = remind ? counts.filter((one) => one.phase === remind.phase).reduce((all, { fresh }) => all + fresh, 0) : 0
  return {
    ...rowWire(m, row, { firms: sum(() => true), opened: of('opened') }),
    common: row.common,
    ...(row.issued_name ? { issuedBy: row.issued_name } : {}),
    ...(row.finished_at ? { finishedAt: row.finished_at.toISOString() } : {}),
    today,
    counts: {
      all: sum(() => true),
      ready: of('ready'),
      left: of('left'),
      waiting: of('waiting'),
      opened: of('opened'),
      refused: of('refused'),
    },
    phases: phases.map(({ id, title, states }) => ({ id, title, states, count: sum((one) => one.phase === id) })),
    ...(remind ? { remind: { phase: remind.phase, count: waiting } } : {}),
    may: { issue: mine && row.state === 'draft', change: mine && row.state === 'draft', remind: mine && waiting > 0 },
  }
}

const rowWire = (m: CampaignMechanism, row: CampaignRow, counts: { readonly firms: number; readonly opened: number }): CampaignRowWire => ({
  id: row.id,
  procedure: row.procedure,
  short: { zh: m.procedure.short, en: m.en.short },
  kind: m.campaign.title,
  title: row.title,
  state: row.state,
  issuer: { id: row.issuer_id, name: row.issuer_name },
  draftedBy: row.drafted_name,
  draftedAt: row.drafted_at.toISOString(),
  ...(row.issued_on ? { issuedOn: row.issued_on as Day } : {}),
  ...counts,
})

/** The latest first. A draft is not told to those it would reach. */
export async function campaignsPage(
  engine: Engine,
  caller: Caller,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<CampaignsPageWire> {
  const start = startOf(after)
  const rows = await engine.db.ask<CampaignRow & { firms: number; opened: number; total: number }>(
    caller.scope,
    `with page as (
       select ${campaignColumns} from campaign c join organisation o on o.district_id = c.district_id and o.id = c.issuer_id
       where c.district_id = $1 and ($2::timestamptz is null or (c.drafted_at, c.id) < ($2, $3::uuid)) order by c.drafted_at desc, c.id desc limit ${limit + 1}
     ) select page.*, n.firms, n.opened, (select count(*)::int from campaign where district_id = $1) as total from page
     cross join lateral (select count(*)::int as firms, (count(*) filter (where i.state = 'opened'))::int as opened
       from campaign_item i where i.district_id = $1 and i.campaign_id = page.id) n
     order by page.drafted_at desc, page.id desc`,
    [caller.district, start?.name ?? null, start?.id ?? null],
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.flatMap((row) => {
      const m = engine.mechanisms.get(row.procedure)
      return m?.campaign ? [rowWire(m as CampaignMechanism, row, row)] : []
    }),
    total: rows[0]?.total ?? 0,
    ...(last && { next: cursorText({ name: last.drafted_at.toISOString(), id: last.id }) }),
  }
}

export interface ItemRow {
  readonly firm_id: Id
  readonly sort_name: string
  readonly firm: string
  readonly unit: string | null
  readonly owner: string | null
  readonly state: CampaignItemWire['state']
  readonly says: { readonly says: Text; readonly law?: LawWire } | null
  readonly by_hand: boolean
  readonly reminders: number
  readonly reminded_on: Day | null
  readonly phase: string | null
  /** While there is no case. */
  readonly input: unknown
  readonly case_id: Id | null
  readonly number: string | null
  readonly case_state: string | null
  readonly matter: string | null
  readonly due: DueKept | null
}

export interface Showing {
  readonly state?: CampaignItemWire['state'] | undefined
  readonly phase?: string | undefined
  readonly q?: string | undefined
  readonly limit: number
  readonly after?: string | undefined
}

/** Firms by name, as the caller sees their cases. */
export async function itemRows(
  engine: Engine,
  caller: Caller,
  m: CampaignMechanism,
  id: Id,
  show: Showing & { readonly firm?: Id },
  today: Day,
) {
  const params: unknown[] = [caller.district, id]
  const value = (one: unknown) => `$${params.push(one)}`
  const start = startOf(show.after)
  const phase = phaseSql(m.campaign, today, value)
  const and = [
    ...(show.state ? [`state = ${value(show.state)}`] : []),
    ...(show.phase ? [`phase = ${value(show.phase)}`] : []),
    ...(show.firm ? [`firm_id = ${value(show.firm)}::uuid`] : []),
    ...(show.q ? [`strpos(search, ${value(show.q.toLowerCase())}) > 0`] : []),
  ]
  const found = `select i.firm_id, i.sort_name, f.name as firm, f.search, i.unit_id, i.owner_id, i.state, i.says, i.by_hand, i.reminders, i.reminded_on,
    case when i.case_id is null and i.says is null then i.input end as input, i.case_id, c.number, c.state as case_state, c.matter, c.due -> 0 as due, ${phase} as phase
    from campaign_item i join organisation f on f.district_id = i.district_id and f.id = i.firm_id
      left join case_file c on c.district_id = i.district_id and c.id = i.case_id
    where i.district_id = $1 and i.campaign_id = $2`
  const where = and.length > 0 ? `where ${and.join(' and ')}` : ''
  const onwards = start ? `where (sort_name, firm_id) > (${value(start.name)}::text, ${value(start.id)}::uuid)` : ''
  const rows = await engine.db.ask<ItemRow & { total: number }>(
    caller.scope,
    `with found as materialized (${found}), fitting as (select * from found ${where})
     select p.*, u.short_name as unit, w.name as owner, (select count(*)::int from fitting) as total
     from (select * from fitting ${onwards} order by sort_name, firm_id limit ${Math.trunc(show.limit) + 1}) p
       left join organisation u on u.district_id = $1 and u.id = p.unit_id
       left join organisation w on w.district_id = $1 and w.id = p.owner_id
     order by p.sort_name, p.firm_id`,
    params,
  )
  return { rows: rows.slice(0, show.limit), more: rows.length > show.limit, total: rows[0]?.total ?? 0 }
}

export function itemWire(m: CampaignMechanism, row: ItemRow, today: Day): CampaignItemWire {
  const due = row.due ? dueFromKept(m, row.due, today) : undefined
  return {
    id: row.firm_id,
    firm: row.firm,
    ...(row.unit ? { unit: row.unit } : {}),
    ...(row.owner ? { owner: row.owner } : {}),
    state: row.state,
    ...(row.phase ? { phase: row.phase } : {}),
    ...(row.input && m.campaign.brief ? { brief: m.campaign.brief(row.input) } : {}),
    ...(row.says ? { says: row.says.says, ...(row.says.law ? { law: row.says.law } : {}) } : {}),
    byHand: row.by_hand,
    ...(row.case_id && row.number
      ? { case: { id: row.case_id, number: row.number, state: stateTitle(m, row.case_state!), matter: row.matter ?? '' } }
      : {}),
    ...(due ? { due: { title: due.title, last: due.last, overdue: due.overdue } } : {}),
    reminders: row.reminders,
    ...(row.reminded_on ? { remindedOn: row.reminded_on } : {}),
  }
}

export async function itemsPage(
  engine: Engine,
  caller: Caller,
  m: CampaignMechanism,
  id: Id,
  show: Showing,
  today: Day,
): Promise<CampaignItemsPageWire> {
  const { rows, more, total } = await itemRows(engine, caller, m, id, show, today)
  const last = rows.at(-1)
  return {
    items: rows.map((row) => itemWire(m, row, today)),
    total,
    ...(more && last ? { next: cursorText({ name: last.sort_name, id: last.firm_id }) } : {}),
  }
}
