/** Ballot boxes in the database: a vote is put in under the lock of its one row, and nothing is read out while it is open. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import type { Database, Query } from '#platform/database.server.ts'
import { badInput, conflict, notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Facts } from '../data.ts'
import { itemOf, sessionName } from '../votes.ts'
import type { BallotsWire, BallotWire, PapersWire, TurnoutWire } from './ballot-wire.ts'
import { type BallotPaper, type Box, cast, countOf, emptyBox } from './box.ts'

interface SessionRow {
  readonly id: Id
  readonly state: string
  readonly owner: string
  readonly opened_on: Day
  readonly facts: Pick<Facts, 'call' | 'opening' | 'ballots' | 'results' | 'voids'>
}

const facts = `jsonb_build_object('call', (c.facts -> 'call') - 'roster', 'opening', (c.facts -> 'opening') - 'roster' - 'attending',
  'ballots', c.facts -> 'ballots', 'results', c.facts -> 'results', 'voids', c.facts -> 'voids') as facts`
const isCongress = `c.district_id = $1 and c.procedure = 'workers-congress'`

/** Held until the end of the transaction: the step that seals the ballot waits for the votes that came before it. */
const lockedSession = `select c.id, c.state, '' as owner, c.opened_on, ${facts} from case_file c where ${isCongress} and c.id = $2 for share`
const insertBox = `insert into congress_ballot (district_id, case_id, ballot, eligible)
  select $1, $2, $3, $4::uuid[] on conflict do nothing`
const readBox = `select eligible, voted, papers from congress_ballot where district_id = $1 and case_id = $2 and ballot = $3`
const writeBox = `update congress_ballot set voted = $4::uuid[], papers = $5::jsonb where district_id = $1 and case_id = $2 and ballot = $3`

export interface Voting {
  readonly district: Id
  readonly session: Id
  readonly ballot: number
  /** The ids under which the house knows the voter. */
  readonly voter: readonly Id[]
  readonly paper: BallotPaper
}

const refuse = (zh: string, en: string) => conflict({ why: 'not now', says: text(zh, en), ...{ law: { ...democracyZhejiang.art(15) } } })

/** Puts one vote in, or throws why not. */
export async function vote(db: Database, { district, session, ballot, voter, paper }: Voting): Promise<void> {
  await db.within(houseScope(district), async (q, last) => {
    const electors = await electorsOf(q, district, session)
    const mine = electors.filter((one) => voter.includes(one))
    if (mine.length === 0) throw notFound()
    const [file] = await q<SessionRow>(lockedSession, [district, session])
    if (!file || ballot > file.facts.ballots.length) throw notFound()
    if (file.state !== 'voting' || ballot !== file.facts.ballots.length) throw refuse('这次投票已经封票', 'This ballot has been sealed')
    if (file.facts.ballots.at(-1)!.how === 'people')
      throw refuse('这一项用纸票，请在会场投', 'This item is voted on paper; vote in the room')
    await q(insertBox, [district, session, ballot, emptyBox(electors).eligible])
    const [box] = await q<Box>(`${readBox} for update`, [district, session, ballot])
    // Who was two people on the register and is one by now votes once.
    const me = mine.find((one) => box!.voted.includes(one)) ?? mine[0]!
    const next = cast(box!, me, paper)
    if ('again' in next) return
    if ('refused' in next) throw conflict({ why: 'not now', says: next.refused, ...{ law: { ...democracyZhejiang.art(15) } } })
    await last(writeBox, [district, session, ballot, next.box.voted, JSON.stringify(next.box.papers)])
  })
}

const electorsOf = async (q: Query, district: Id, session: Id): Promise<readonly Id[]> =>
  (await q<{ person_id: Id }>('select person_id from congress_elector where district_id = $1 and case_id = $2', [district, session])).map(
    (row) => row.person_id,
  )

const mine = `select c.id, c.state, o.name as owner, c.opened_on, ${facts}, e.electors,
  (select coalesce(jsonb_agg(jsonb_build_object('ballot', b.ballot, 'voted', cardinality(b.voted), 'you', b.voted && $2::uuid[])), '[]')
   from congress_ballot b where b.district_id = c.district_id and b.case_id = c.id) as boxes
  from (select distinct case_id from congress_elector where district_id = $1 and person_id = any ($2::uuid[])) m
    join case_file c on ${isCongress} and c.id = m.case_id
    join organisation o on o.district_id = c.district_id and o.id = c.owner_id
    cross join lateral (select count(*)::int as electors from congress_elector x where x.district_id = c.district_id and x.case_id = c.id) e
  order by c.opened_on desc, c.id desc limit 20`

interface MineRow extends SessionRow {
  readonly electors: number
  readonly boxes: readonly { readonly ballot: number; readonly voted: number; readonly you: boolean }[]
}

/** The ballots on which somebody may vote or might have, newest first; of the last twenty sessions. */
export async function ballotsOf(db: Database, district: Id, voter: readonly Id[], today: Day): Promise<BallotsWire> {
  const rows = await db.ask<MineRow>(houseScope(district), mine, [district, voter])
  return { today, items: rows.flatMap(ballotsIn) }
}

function ballotsIn(row: MineRow): readonly BallotWire[] {
  const { call, opening, ballots, results } = row.facts
  return ballots
    .flatMap(({ item, how }, at): BallotWire[] => {
      if (how === 'people' || !call) return []
      const ballot = at + 1
      const box = row.boxes.find((one) => one.ballot === ballot)
      const state = stateIn(row, ballot)
      const result = state === 'counted' ? results.findLast((one) => one.id === item) : undefined
      const { title, kind } = itemOf({ call }, item) ?? { title: item, kind: 'other' }
      return [
        {
          case: row.id,
          ballot,
          session: sessionName(call),
          union: row.owner,
          title,
          kind,
          state,
          on: opening?.heldOn ?? row.opened_on,
          eligible: row.electors,
          voted: box?.voted ?? 0,
          youVoted: box?.you ?? false,
          ...(result ? { result: countsOf(result) } : {}),
        },
      ]
    })
    .toReversed()
}

const countsOf = ({ all = 0, present = 0, yes = 0, no = 0, abstain = 0, passed }: Facts['results'][number]) => ({
  all,
  present,
  yes,
  no,
  abstain,
  passed,
})

/** A ballot that is no longer the last one, or whose session goes on without a result of it, was begun anew. */
function stateIn({ state, facts: { ballots, results } }: Pick<SessionRow, 'state' | 'facts'>, ballot: number): BallotWire['state'] {
  const { item } = ballots[ballot - 1]!
  const lastOfItem = ballots.findLastIndex((one) => one.item === item) + 1 === ballot
  const isLast = ballot === ballots.length
  if (isLast && state === 'voting') return 'open'
  if (isLast && state === 'counting') return 'closed'
  return lastOfItem && results.some((one) => one.id === item) ? 'counted' : 'void'
}

/** What lies in a box that is closed. Asked for by those who could vote, or by who may see the case (`seen`). */
export async function papersIn(
  db: Database,
  { district, session, ballot, voter }: Omit<Voting, 'paper'>,
  seen: () => Promise<boolean>,
): Promise<PapersWire> {
  const [file] = await db.ask<SessionRow & { mine: boolean; box: Box | null; electors: number }>(
    houseScope(district),
    `select c.id, c.state, '' as owner, c.opened_on, ${facts},
       exists (select 1 from congress_elector e where e.district_id = $1 and e.case_id = $2 and e.person_id = any ($4::uuid[])) as mine,
       (select count(*)::int from congress_elector e where e.district_id = $1 and e.case_id = $2) as electors,
       (select to_jsonb(b) from congress_ballot b where b.district_id = $1 and b.case_id = $2 and b.ballot = $3) as box
     from case_file c where ${isCongress} and c.id = $2`,
    [district, session, ballot, voter],
  )
  if (!file || !(file.mine || (await seen())) || ballot > file.facts.ballots.length) throw notFound()
  const state = stateIn(file, ballot)
  if (state === 'open') throw refuse('封票以前谁都看不到票', 'Nobody sees the votes before the ballot is sealed')
  if (state === 'void' || !file.facts.call) throw refuse('这次投票作废，票不公开', 'This ballot is void; its votes are not published')
  const { item } = file.facts.ballots[ballot - 1]!
  const papers = file.box?.papers ?? []
  const count = countOf(papers)
  const declared = file.facts.results.findLast((one) => one.id === item)?.box
  return {
    session: sessionName(file.facts.call),
    title: itemOf(file.facts, item)?.title ?? item,
    eligible: file.box?.eligible.length ?? file.electors,
    papers: [...papers],
    count,
    ...(declared ? { agrees: declared.yes === count.yes && declared.no === count.no && declared.abstain === count.abstain } : {}),
  }
}

/** How many may vote on a phone and have, in the ballot at hand; never how. */
export async function turnoutOf(db: Database, district: Id, session: Id, ballot: number): Promise<TurnoutWire> {
  if (ballot < 1) throw badInput([{ path: 'ballot', says: text('还没有开始投票', 'No ballot has begun') }])
  const [row] = await db.ask<{ eligible: number; voted: number }>(
    houseScope(district),
    `select (select count(*)::int from congress_elector e where e.district_id = $1 and e.case_id = $2) as eligible,
       coalesce((select cardinality(voted) from congress_ballot b where b.district_id = $1 and b.case_id = $2 and b.ballot = $3), 0) as voted`,
    [district, session, ballot],
  )
  return { ballot, ...row! }
}

/** What was cast on phones in a ballot that is sealed; for the house when it records the count. */
export async function countIn(q: Query, district: Id, session: Id, ballot: number) {
  const [box] = await q<Box>(readBox, [district, session, ballot])
  const electors = box?.eligible ?? (await electorsOf(q, district, session))
  return { ...countOf(box?.papers ?? []), eligible: electors.length }
}
