/** What the contracts in force give for an event: whose clause speaks, how much, and from when. Pure. */
import { addDays, addMonths, type Day, day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type Clause, type MeaningId, meaningOf } from '#law/clauses/clause.ts'
import { type ContractKind, type ContractLevel, isSpecial, notInForceYet } from '#registry/contracts/contract.ts'
import type { EventFacts, EventKind, Found, Item } from './data.ts'
import { authorityWords, degreeWords, gradeWords, patentWords, rankWords } from './words.ts'

/** A contract as it binds this firm, from that day to that one, both included. */
export interface Binding {
  readonly caseId: Id
  readonly number: string
  readonly title: string
  readonly kind: ContractKind
  readonly level: ContractLevel
  readonly since: Day
  readonly until: Day
  readonly clauses: readonly Clause[]
}

const meaningsFor: Readonly<Record<EventKind, readonly MeaningId[]>> = {
  certificate: ['skillAllowance', 'promotionReward'],
  mentor: ['mentorAllowance'],
  degree: ['degreeAllowance', 'degreeReward'],
  patent: ['patentReward'],
  improvement: ['improvementReward'],
  contest: ['contestPrize'],
  honour: ['honourReward', 'honourAllowance'],
}

const isMonthly = (meaning: MeaningId): boolean => meaningOf(meaning).unit === 'fenPerMonth'
/** As it was typed, without spaces and with figures and letters of one width. */
export const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '')

/** The register's number of the grade. */
export const gradeNumber = (event: Pick<EventFacts, 'grade'>): number | undefined =>
  event.grade ? Object.keys(gradeWords).indexOf(event.grade) + 1 : undefined

/** The levels under which a clause may speak of this event, the nearest first: 市级一等奖, 一等奖, 市级. */
export function levelsOf({ kind, degree, patent, authority, rank }: EventFacts): readonly string[] {
  if (kind === 'degree') return degree ? [degreeWords[degree].zh] : []
  if (kind === 'patent') return patent ? [patentWords[patent].zh] : []
  const [at, place] = [authority && authorityWords[authority].zh, rank && rankWords[rank].zh]
  const short = place?.replace(/奖$/, '')
  return [at && place ? at + place : undefined, at && short ? at + short : undefined, place, short, at].filter((one) => one !== undefined)
}

/** How near a clause comes to the event; undefined where it was made for another trade, grade or level. */
function nearness(clause: Clause, event: EventFacts): number | undefined {
  const levels = levelsOf(event)
  const at = clause.level === undefined ? levels.length : levels.indexOf(plain(clause.level))
  if (at < 0) return undefined
  if (clause.grade !== undefined && clause.grade !== gradeNumber(event)) return undefined
  if (clause.trade !== undefined && (event.trade === undefined || plain(clause.trade) !== plain(event.trade))) return undefined
  return (levels.length - at) * 4 + (clause.grade === undefined ? 0 : 2) + (clause.trade === undefined ? 0 : 1)
}

interface Speaking {
  readonly contract: Binding
  /** From 1. */
  readonly place: number
  readonly value: number
  readonly near: number
}

/** The clause of one contract that speaks of the event: the nearest, of two as near the better. */
function clauseIn(contract: Binding, meaning: MeaningId, event: EventFacts): Speaking | undefined {
  const speaking = contract.clauses.flatMap((clause, at): Speaking[] => {
    const near = clause.meaning === meaning && clause.value ? nearness(clause, event) : undefined
    return near === undefined ? [] : [{ contract, place: at + 1, value: clause.value!, near }]
  })
  return speaking.toSorted((a, b) => b.near - a.near || b.value - a.value)[0]
}

/** Among the firm's own contracts a special one governs, of two special ones the later; what an industry or region gives is the least. */
function governing(contracts: readonly Binding[], meaning: MeaningId, event: EventFacts): Speaking | undefined {
  const speaking = contracts.flatMap((contract) => clauseIn(contract, meaning, event) ?? [])
  const own = speaking
    .filter(({ contract }) => contract.level === 'enterprise')
    .toSorted(
      (a, b) => Number(isSpecial(b.contract.kind)) - Number(isSpecial(a.contract.kind)) || (a.contract.since < b.contract.since ? 1 : -1),
    )[0]
  const floors = speaking.filter(({ contract }) => contract.level !== 'enterprise')
  return [...(own ? [own] : []), ...floors].reduce<Speaking | undefined>(
    (best, one) => (best && best.value >= one.value ? best : one),
    undefined,
  )
}

const binds = (on: Day) => (contract: Binding) => contract.since <= on && on <= contract.until
/** The first day of the month after this day. */
export const nextMonth = (on: Day): Day => day(`${addMonths(day(`${on.slice(0, 7)}-01`), 1).slice(0, 7)}-01`)
const monthOn = (on: Day): Day => (on.endsWith('-01') ? on : nextMonth(on))

/**
 * A reward follows the event, so the contract of its own day governs; an allowance follows what somebody holds, so it is the contract of the
 * day of verification, and it begins with the next month. When one contract succeeds another, only allowances go on, without a gap.
 */
export function entitledBy(
  event: EventFacts,
  contracts: readonly Binding[],
  on: Day,
  how: { readonly employed: boolean; readonly earlier?: string | undefined; readonly succeeds?: boolean },
): Found {
  const itemFor = (meaning: MeaningId): Item[] => {
    const monthly = isMonthly(meaning)
    if (how.succeeds && !monthly) return []
    const speaking = governing(contracts.filter(binds(monthly ? on : event.on)), meaning, event)
    if (!speaking) return []
    const { contract, place, value } = speaking
    return [
      {
        contractCaseId: contract.caseId,
        contractNumber: contract.number,
        contractTitle: contract.title,
        contractUntil: contract.until,
        clause: place,
        meaning,
        amountFen: value,
        monthly,
        since: monthly ? (how.succeeds ? monthOn(contract.since) : nextMonth(on)) : on,
      },
    ]
  }
  const items = meaningsFor[event.kind].flatMap(itemFor)
  const looked = contracts
    .filter((contract) => !items.some(({ contractCaseId }) => contractCaseId === contract.caseId))
    .map((contract) => ({ number: contract.number, title: contract.title, why: whyNot(contract, event, on, items.length > 0) }))
  return { employed: how.employed, items, looked: distinct(looked), ...(how.earlier ? { earlier: how.earlier } : {}) }
}

function whyNot(contract: Binding, event: EventFacts, on: Day, another: boolean): string {
  if (contract.since === notInForceYet) return '已经签字，还没有生效'
  if (contract.since > on) return `${contract.since} 起生效，当时还没有生效`
  if (!binds(on)(contract) && !binds(event.on)(contract)) return `${contract.until} 已经期满`
  const speaks = meaningsFor[event.kind].some((meaning) => clauseIn(contract, meaning, event))
  if (!speaks) return '没有约定这一项，或者没有这个工种、等级、等次'
  return another ? '另一份合同优先，或者给得更多' : '获奖或者核验的那天不在合同期内'
}

const distinct = (looked: Found['looked']): Found['looked'] =>
  looked.filter((one, at) => looked.findIndex(({ number, why }) => number === one.number && why === one.why) === at)

/** The same certificate or prize of the same person, however its number was typed. */
export const eventKey = (person: Id, { kind, number, title, issuer, on }: EventFacts): string =>
  [person, kind, number ? plain(number).toUpperCase() : [plain(issuer), plain(title), on].join('/')].join('/')

export const dayBefore = (on: Day): Day => addDays(on, -1)
