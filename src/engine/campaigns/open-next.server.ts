/** Opens one waiting case of a campaign in a transaction of its own: its step, number, paper and clock together with the mark that it is done. */
import type { Id } from '#kernel/id.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Lookups } from '../lookup.ts'
import type { Mechanism } from '../mechanism.ts'
import type { Now } from '../run.ts'
import { findByKey, openIn } from '../store/open.server.ts'
import { refusalWire } from '../words.ts'
import type { Circumstances } from './campaign.ts'
import { type CampaignMechanism, entryFor, filledFor, type Says, saysOf } from './compose.server.ts'
import { lawWire } from '../words.ts'
import { candidatesOf } from './targets.server.ts'

export interface OpeningParts {
  readonly db: Database
  readonly mechanisms: ReadonlyMap<string, Mechanism>
  readonly lookups: Lookups
  readonly nowOf: (district: Id) => Promise<Now>
  readonly instant: () => Date
  readonly failed: (error: Error, about?: Id) => void
}

interface Waiting {
  readonly campaign_id: Id
  readonly firm_id: Id
  readonly owner_id: Id
  readonly by_role: string
  readonly recorded_by: string | null
  readonly input: unknown
  readonly procedure: string
  readonly common: unknown
  readonly issuer: string
  readonly issued_by: Id
  readonly issued_name: string
}

const claim = `
select i.campaign_id, i.firm_id, i.owner_id, i.by_role, i.recorded_by, i.input, c.procedure, c.common, o.name as issuer, c.issued_by, c.issued_name
from campaign_item i join campaign c on c.district_id = i.district_id and c.id = i.campaign_id
  join organisation o on o.district_id = c.district_id and o.id = c.issuer_id
where i.district_id = $1 and i.state = 'waiting' and c.state = 'issuing' and not (i.firm_id = any ($2::uuid[]))
order by i.campaign_id, i.sort_name, i.firm_id limit 1 for update of i skip locked`

const mark = `
update campaign_item set state = $4, case_id = $5, says = $6, opened_at = $7 where district_id = $1 and campaign_id = $2 and firm_id = $3`

/** The key of a firm's case: one union may have cases for several firms, so it is the firm that is counted once. */
const keyOf = ({ campaign_id, firm_id }: Pick<Waiting, 'campaign_id' | 'firm_id'>): string => `campaign:${campaign_id}:${firm_id}`

/** So often one firm is tried again after a fault of the house before it is given up. */
const mostTries = 3

/**
 * True when one was dealt with, false when none is waiting that nobody else has. A case and its mark are written together: wherever the server
 * ends, it has been opened and is marked, or neither. `passed`: firms that failed in this round.
 */
export async function openNext(parts: OpeningParts, district: Id, passed: Set<Id>): Promise<boolean> {
  let mine: Waiting | undefined
  try {
    return await parts.db.within(houseScope(district), async (q) => {
      const [found] = await q<Waiting>(claim, [district, [...passed]])
      if (!found) return false
      mine = found
      const done = await openOne(parts, q, district, found)
      await q(mark, [district, found.campaign_id, found.firm_id, ...done, parts.instant().toISOString()])
      return true
    })
  } catch (error) {
    if (!mine) throw error
    passed.add(mine.firm_id)
    await stumbled(parts, district, mine, error as Error & { code?: string })
    return true
  }
}

type Done = readonly [state: 'opened' | 'left' | 'refused', caseId: Id | null, says: string | null]

const not = (state: 'left' | 'refused', says: Says): Done => [state, null, JSON.stringify(says)]

async function openOne(parts: OpeningParts, q: Query, district: Id, item: Waiting): Promise<Done> {
  const m = parts.mechanisms.get(item.procedure) as CampaignMechanism | undefined
  if (!m?.campaign) throw new Error(`no such campaign here: ${item.procedure}`)
  const now = await parts.nowOf(district)
  const [one] = await candidatesOf(q, district, m, [item.firm_id], now.today)
  if (one?.owner?.id !== item.owner_id)
    return not('left', {
      says: { zh: '预览之后它的工会变了，请另行发出', en: 'Its union has changed since the preview: send it separately' },
    })
  const { owner, firm, officers, contracts, open } = one
  const at: Circumstances = { on: now.today, region: now.region, calendar: now.calendar, issuer: item.issuer, nth: 0 }
  const target = { firm, owner: { id: owner.id, kind: owner.kind, name: owner.name, how: owner.how }, officers, contracts, open }
  const why = m.campaign.mayReceive(target, item.common, at)
  if (why) return not('left', { says: why.says, ...(why.law ? { law: lawWire(why.law) } : {}) })
  const caller = { person: item.issued_by, name: item.issued_name, posts: [], district }
  const entry = entryFor(
    { m, now, caller },
    { by: item.by_role, input: item.input, ...(item.recorded_by ? { recordedBy: item.recorded_by } : {}) },
  )
  const filled = await filledFor(q, { m, common: item.common, now, issuer: item.issuer, lookups: parts.lookups, caller }, owner, entry)
  const opened = await openIn(q, q, district, {
    m,
    owner: { id: owner.id, name: owner.name, shortName: owner.shortName, unit: owner.unit },
    entry: filled,
    key: keyOf(item),
    now,
    instant: parts.instant(),
  })
  if ('refused' in opened) return not('refused', saysOf(m, refusalWire(m, entry.step, opened.refused)))
  return ['opened', opened.id, null]
}

const uniqueViolation = '23505'

/** A fault of the house: tried again in a later round, in the end given up with words. A key that is there already names its case. */
async function stumbled(
  { db, failed, instant }: OpeningParts,
  district: Id,
  item: Waiting,
  error: Error & { code?: string },
): Promise<void> {
  const at = [district, item.campaign_id, item.firm_id] as const
  const there = error.code === uniqueViolation ? await findByKey(db, houseScope(district), keyOf(item)) : undefined
  if (there) {
    await db.ask(houseScope(district), mark, [...at, 'opened', there.id, null, instant().toISOString()])
    return
  }
  failed(error, item.firm_id)
  const says: Says = {
    says: { zh: '系统出错，没有发出，请联系管理员', en: 'Something went wrong here and nothing was sent: tell an administrator' },
  }
  await db.ask(
    houseScope(district),
    `update campaign_item set tries = tries + 1, state = case when tries + 1 >= $4 then 'refused' else state end,
       says = case when tries + 1 >= $4 then $5::jsonb else says end
     where district_id = $1 and campaign_id = $2 and firm_id = $3 and state = 'waiting'`,
    [...at, mostTries, JSON.stringify(says)],
  )
}

/** Campaigns of which nothing waits any more are done. */
export const finish = (db: Database, district: Id, instant: Date): Promise<readonly unknown[]> =>
  db.ask(
    houseScope(district),
    `update campaign c set state = 'issued', finished_at = $2 where c.district_id = $1 and c.state = 'issuing' and not exists (
       select 1 from campaign_item i where i.district_id = $1 and i.campaign_id = c.id and i.state = 'waiting')`,
    [district, instant.toISOString()],
  )
