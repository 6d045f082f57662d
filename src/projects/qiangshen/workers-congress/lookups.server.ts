/** What the house itself records of a session: the register as it stands that day, the phones' votes, and the sums that follow. */
import type { Lookup, LookupAsk } from '#engine/lookup.ts'
import { type Id, isId } from '#kernel/id.ts'
import type { Day } from '#kernel/day.ts'
import { countIn } from './ballot/store.server.ts'
import type { Elector, Facts, Result, Roster } from './data.ts'
import { allOf, ballotOf, itemOf, presentOf, tallyOf } from './votes.ts'

const factsIn = ({ known }: LookupAsk) => known as Facts

const firmOf = `select f.id as firm,
  coalesce((select (x.value #>> '{}')::int from organisation_fact x where x.district_id = f.district_id and x.organisation_id = f.id and x.fact = 'employees'
    and x.since <= $3 and (x.until is null or x.until >= $3) order by x.since desc limit 1), f.employees) as employees
  from organisation u join organisation f on f.district_id = u.district_id and f.id = u.firm_id where u.district_id = $1 and u.id = $2`

const delegatesOn = `select d.id, d.name, d.person_id as "personId", d.constituency, d.sex, d.manager from congress_delegate d
  where d.district_id = $1 and d.union_id = $2 and not d.dispatched and d.since <= $3 and (d.until is null or d.until >= $3)
  order by d.name collate "C", d.id limit 5000`

/** All staff, for a meeting of everybody: employed that day. */
const staffOn = `select p.id, p.name, p.id as "personId", null as constituency, p.sex, false as manager from engagement e
  join person p on p.district_id = e.district_id and p.id = e.person_id and p.merged_into is null
  where e.district_id = $1 and e.organisation_id = $2 and e.kind = 'employment' and e.since <= $3 and (e.until is null or e.until >= $3)
  group by p.id, p.name, p.sex order by p.name collate "C", p.id limit 5000`

interface Row {
  readonly id: Id
  readonly name: string
  readonly personId: Id | null
  readonly constituency: string | null
  readonly sex: 'male' | 'female' | null
  readonly manager: boolean
}

const elector = ({ id, name, personId, constituency, sex, manager }: Row): Elector => ({
  id,
  name,
  manager,
  ...(personId ? { personId } : {}),
  ...(constituency ? { constituency } : {}),
  ...(sex ? { woman: sex === 'female' } : {}),
})

/** Of an assembly everybody is entitled, known by name or not. */
export async function rosterOn(ask: Pick<LookupAsk, 'q' | 'district'>, union: Id, form: string, on: Day): Promise<Roster> {
  const [firm] = await ask.q<{ firm: Id; employees: number | null }>(firmOf, [ask.district, union, on])
  const employees = firm?.employees ?? undefined
  const assembly = form === 'assembly'
  const rows = assembly
    ? firm
      ? await ask.q<Row>(staffOn, [ask.district, firm.firm, on])
      : []
    : await ask.q<Row>(delegatesOn, [ask.district, union, on])
  const delegates = rows.map(elector)
  const all = assembly ? Math.max(employees ?? 0, delegates.length) : delegates.length
  const managers = delegates.filter((one) => one.manager).length
  return { on, all, managers, delegates, ...(employees === undefined ? {} : { employees }) }
}

const roster: Lookup = async (ask): Promise<Roster> => {
  const form = (factsIn(ask).call ?? (ask.input as { form?: unknown })).form
  return await rosterOn(ask, ask.owner.id, form === 'assembly' ? 'assembly' : 'congress', ask.on)
}

/** The same without the names. */
const figures: Lookup = async (ask) => {
  const { delegates: _, ...known } = (await roster(ask)) as Roster
  return known
}

/** Only of a ballot that is sealed: the step that counts comes after the one that seals. */
const box: Lookup = async (ask): Promise<Result['box']> => {
  const { ballots } = factsIn(ask)
  const ballot = ballots.at(-1)
  if (!ask.caseId || !ballot || ballot.how === 'people' || !isId(ask.caseId)) return undefined
  return await countIn(ask.q, ask.district, ask.caseId, ballots.length)
}

type Hand = NonNullable<Result['hand']>
/** As typed, where it is numbers at all; what is wrong with it the schema says. */
function handIn({ input }: LookupAsk): Result['hand'] {
  const hand = input.hand as Partial<Hand> | undefined
  if (typeof hand !== 'object' || hand === null) return undefined
  const number = (n: unknown): number => (typeof n === 'number' && Number.isSafeInteger(n) ? n : 0)
  return { yes: number(hand.yes), no: number(hand.no), abstain: number(hand.abstain), invalid: number(hand.invalid), tellers: [] }
}

const sum =
  (kind: 'yes' | 'no' | 'abstain'): Lookup =>
  async (ask) =>
    tallyOf({ hand: handIn(ask), box: (await box(ask)) as Result['box'] })[kind]

export const congressLookups: Readonly<Record<string, Lookup>> = {
  roster,
  figures,
  box,
  heldOn: async ({ on }) => on,
  all: async (ask) => allOf(factsIn(ask)),
  present: async (ask) => presentOf(factsIn(ask)),
  kind: async (ask) => itemOf(factsIn(ask), ballotOf(factsIn(ask))?.item)?.kind,
  yes: sum('yes'),
  no: sum('no'),
  abstain: sum('abstain'),
}
