/** Reminds, in one act, everybody on whom the law's clock has run out: the firm and the union are told, with the day and the article. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import { houseScope } from '#platform/row-scope.ts'
import { deadlineOf } from '../../due.ts'
import type { Engine } from '../../routes/engine.server.ts'
import type { DueKept } from '../../store/projection.ts'
import { phaseOf } from '../campaign.ts'
import type { CampaignMechanism } from '../compose.server.ts'

interface Row {
  readonly firm_id: Id
  readonly owner_id: Id
  readonly case_id: Id
  readonly state: string
  readonly due: readonly DueKept[]
  /** The firm knows of the case: it has been served. */
  readonly told: boolean
}

const select = `
select i.firm_id, i.owner_id, i.case_id, c.state, c.due,
  exists (select 1 from case_reader r where r.district_id = $1 and r.case_id = c.id and r.reader = 'o:' || i.firm_id) as told
from campaign_item i join case_file c on c.district_id = i.district_id and c.id = i.case_id
where i.district_id = $1 and i.campaign_id = $2 and i.reminded_on is distinct from $3::date order by i.sort_name, i.firm_id for update of i`

const write = `
with told as (
  insert into notice (district_id, id, reader, case_id, kind, title, key, at)
  select $1, n.id, n.reader, n.case_id, 'reminder', n.title, n.key, $5 from jsonb_to_recordset($3::jsonb) as n (id uuid, reader text, case_id uuid, title jsonb, key text)
  on conflict do nothing
) update campaign_item set reminders = reminders + 1, reminded_on = $6 where district_id = $1 and campaign_id = $2 and firm_id = any ($4::uuid[])`

/** How many were reminded; whoever has been today is not again. */
export async function remind(engine: Engine, caller: Caller, m: CampaignMechanism, id: Id, today: Day): Promise<number> {
  const { remind: how, phases } = m.campaign
  const clocks = phases.find((phase) => phase.id === how?.phase)?.overdue ?? []
  if (!how || clocks.length === 0) return 0
  // Those whose cases the caller sees; the notices go to others' readers, so the house writes them.
  const seen = new Set(
    (
      await engine.db.ask<{ case_id: Id }>(
        caller.scope,
        'select case_id from campaign_item where district_id = $1 and campaign_id = $2 and case_id is not null',
        [caller.district, id],
      )
    ).map((row) => row.case_id),
  )
  return await engine.db.within(houseScope(caller.district), async (q) => {
    const rows = await q<Row>(select, [caller.district, id, today])
    const late = rows.flatMap((row) => {
      const overdue = row.due.filter((due) => due.last < today).map((due) => due.id)
      const due = row.due.find((one) => clocks.includes(one.id) && one.last < today)
      const law = due && deadlineOf(m.procedure, due.id).rule.rules.find((rule) => rule.id === due.rule)?.law
      return due && law && seen.has(row.case_id) && phaseOf(m.campaign, row.state, overdue) === how.phase
        ? [{ ...row, title: how.says(due.last, law) }]
        : []
    })
    const notices = late.flatMap(({ firm_id, owner_id, case_id, told, title }) =>
      [`o:${owner_id}`, ...(told ? [`o:${firm_id}`] : [])].map((reader) => ({
        id: newId(),
        reader,
        case_id,
        title,
        key: `campaign:${id}:${firm_id}:${today}`,
      })),
    )
    if (late.length > 0)
      await q(write, [caller.district, id, JSON.stringify(notices), late.map((row) => row.firm_id), engine.instant().toISOString(), today])
    return late.length
  })
}
