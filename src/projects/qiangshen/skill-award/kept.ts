/** The table of entitlements as it is kept from the log of one case. Pure. */
import type { KeptFile } from '#engine/mechanism.ts'
import type { Facts } from './data.ts'
import { eventKey, gradeNumber, levelsOf } from './entitled.ts'
import { owedOf } from './owed.ts'

const standings: Readonly<Record<string, 'asked' | 'confirmed' | 'disputed' | 'ended'>> = {
  due: 'asked',
  confirmed: 'confirmed',
  expired: 'confirmed',
  done: 'confirmed',
  disputed: 'disputed',
  elsewhere: 'disputed',
  ended: 'ended',
}

/** One row an item. What the firm confirmed stands at the items that its word was about: those of the contract in force when it was given. */
export function entitlementRows({ number, owner, known, state, log }: KeptFile<Facts>): readonly object[] {
  const { event, payment } = known
  const standing = standings[state]
  if (!event?.worker.personId || !standing) return []
  const person = event.worker.personId
  const confirmed = log.findLastIndex((entry) => entry.step === 'confirmPayment')
  const asked = log.findLastIndex((entry) => entry.step === 'verify' || entry.step === 'carryOver')
  const answered = confirmed > asked && payment !== undefined
  const [level] = levelsOf(event)
  return owedOf(known, log.findLast((entry) => entry.step === 'end')?.on).map((item, at) => ({
    item: at,
    event_key: eventKey(person, event),
    event: event.kind,
    event_title: event.title,
    event_on: event.on,
    person_id: person,
    person_name: event.worker.name,
    firm_id: event.firm.organisationId,
    owner_id: owner.id,
    number,
    contract_case_id: item.contractCaseId,
    contract_number: item.contractNumber,
    contract_title: item.contractTitle,
    clause: item.clause,
    meaning: item.meaning,
    trade: event.trade ?? null,
    grade: gradeNumber(event) ?? null,
    level: level ?? null,
    amount_fen: item.amountFen,
    monthly: item.monthly,
    since: item.since,
    until: item.until ?? null,
    standing,
    confirmed_on: answered ? log[confirmed]!.on : null,
    paid_fen: answered ? (item.monthly ? (payment.monthlyFen ?? null) : (payment.onceFen ?? null)) : null,
    paid_from: answered ? (item.monthly ? (payment.fromMonth ? `${payment.fromMonth}-01` : null) : (payment.paidOn ?? null)) : null,
  }))
}
