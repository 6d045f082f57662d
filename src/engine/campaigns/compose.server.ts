/** What each firm would be sent: by whom, in which words, or why it is left out. Judged by the law before anything is issued. */
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import type { Mechanism } from '../mechanism.ts'
import { openingRoles } from '../roles.ts'
import { type Entry, listOf, type Now, read, refusal, stepOf } from '../run.ts'
import { fillIn } from '../store/kept/fill.server.ts'
import type { LawWire } from '../wire.ts'
import type { Text } from '#kernel/text.ts'
import { lawWire, refusalWire } from '../words.ts'
import type { Engine } from '../routes/engine.server.ts'
import type { Campaign, Circumstances, LeftOut } from './campaign.ts'
import type { Candidate } from './targets.server.ts'

export type CampaignMechanism = Mechanism & { readonly campaign: Campaign }

/** Why not, as it is kept and shown. */
export interface Says {
  readonly says: Text
  readonly law?: LawWire
}

/** A firm of a campaign before it is issued. */
export interface Item {
  readonly firm: Id
  readonly sortName: string
  readonly owner?: Id
  readonly unit: Id | null
  readonly by?: string
  readonly recordedBy?: string
  readonly input?: unknown
  readonly says?: Says
}

export interface Composing {
  readonly m: CampaignMechanism
  readonly common: unknown
  readonly now: Now
  readonly issuer: string
  readonly lookups: Engine['lookups']
  /** Whose act it is. */
  readonly caller: Pick<Caller, 'person' | 'also' | 'name' | 'posts' | 'district'>
}

const said = ({ says, law }: LeftOut): Says => ({ says, ...(law ? { law: lawWire(law) } : {}) })

/** The desk roles in which the caller may open such a case there: their own, or recording for the party whose step it is. */
export function actingFor(
  m: CampaignMechanism,
  owner: { readonly id: Id; readonly path: readonly Id[] },
  caller: Composing['caller'],
): Pick<Item, 'by' | 'recordedBy'> | undefined {
  const { roles } = m.procedure
  const step = stepOf(m.procedure, m.campaign.step)
  const mine = openingRoles(m.procedure, owner, caller).filter((role) => roles[role]?.kind === 'desk')
  const by = listOf(step.by).find((role) => mine.includes(role))
  if (by) return { by }
  const recordedBy = listOf(step.recordedBy).find((role) => mine.includes(role))
  const party = listOf(step.by).find((role) => roles[role]?.kind === 'party')
  return recordedBy && party ? { by: party, recordedBy } : undefined
}

/** The first step of the firm's case, signed by whoever issues it, without what the house records. */
export function entryFor(
  { m, caller, now }: Pick<Composing, 'm' | 'now'> & { readonly caller: Pick<Caller, 'person' | 'name'> },
  { by, recordedBy, input }: Pick<Item, 'by' | 'recordedBy' | 'input'>,
): Entry {
  const person = { id: caller.person, name: caller.name }
  const { signedBy } = stepOf(m.procedure, m.campaign.step)
  return {
    step: m.campaign.step,
    by: by!,
    on: now.today,
    input: signedBy && !recordedBy ? signedBy(input, person, by!) : input,
    person: person.id,
    name: person.name,
    ...(recordedBy ? { recordedBy } : {}),
  }
}

/** The entry with its recorded fields, as the case would begin today. */
export const filledFor = (
  q: Query,
  { m, lookups, now, caller }: Composing,
  owner: NonNullable<Candidate['owner']>,
  entry: Entry,
): Promise<Entry> =>
  fillIn(
    q,
    caller.district,
    {
      m,
      lookups,
      region: now.region,
      owner: { id: owner.id, path: owner.path, firm: owner.firm ?? undefined, unit: owner.unit },
      known: {},
    },
    entry,
  )

export async function compose(
  q: Query,
  composing: Composing,
  { firm, sortName, owner, officers, contracts, open, unit }: Candidate,
  nth: number,
): Promise<Item> {
  const { m, common, now, caller } = composing
  const base = { firm: firm.id, sortName }
  if (!owner)
    return {
      ...base,
      unit,
      says: { says: { zh: '没有工会，也没有可以代为办理的联合会', en: 'It has no union, and no federation that could act' } },
    }
  const of = { ...base, owner: owner.id, unit: owner.unit }
  const acting = actingFor(m, owner, caller)
  if (!acting) return { ...of, says: { says: { zh: `您的岗位不能为${owner.name}办这件事`, en: `Your post cannot act for ${owner.name}` } } }
  const at: Circumstances = { on: now.today, region: now.region, calendar: now.calendar, issuer: composing.issuer, nth }
  const target = { firm, owner: { id: owner.id, kind: owner.kind, name: owner.name, how: owner.how }, officers, contracts, open }
  const why = m.campaign.mayReceive(target, common, at)
  if (why) return { ...of, says: said(why) }
  const input = m.campaign.inputFor(target, common, at)
  const entry = await filledFor(q, composing, owner, entryFor(composing, { ...acting, input }))
  const ready = { ...of, ...acting, input }
  const faults = read(m.procedure, stepOf(m.procedure, entry.step), entry.input)
  const { competent } = m.procedure
  if (
    competent &&
    'value' in faults &&
    !competent(
      { [stepOf(m.procedure, entry.step).fills ?? '']: faults.value },
      { id: owner.id, kind: owner.kind, ...(owner.firm ? { firm: owner.firm } : {}) },
    )
  )
    return { ...of, says: { says: { zh: `${owner.name}不能办理这件事`, en: `${owner.name} cannot have this case` } } }
  const refused = refusal(m.procedure, [], entry, now)
  return refused ? { ...ready, says: saysOf(m, refusalWire(m, m.campaign.step, refused)) } : ready
}

/** A refusal as it is kept. */
export const saysOf = (_m: Mechanism, { says, missing, law }: ReturnType<typeof refusalWire>): Says => ({
  says: missing ? { zh: `${says.zh}（${missing.zh}）`, en: `${says.en} (${missing.en})` } : says,
  ...(law ? { law } : {}),
})
