/** Logs whose last step the law refuses, one at least for every rule: what the tests and the conformance check bite on. */
import { addDays, type Day, day } from '#kernel/day.ts'
import type { Region } from '#law'
import { nationalCalendar } from '#law/national-days.ts'
import { demoPeople } from '#registry/demo.ts'
import { baiyangCentre, type Cast, commission, court, qicheng, ruiding, waitress } from './cast.ts'
import { type Act, play, type Scene, type Script, type Told } from './play.ts'
import { act, agreed, application, applied, begun, completed, confirmationAsked, consented, drafted, joined, namedOf, notified, ordered, paid, reviewAsked, scheduled, signed } from './scripts.ts'

const region: Region = 'CN-ZJ-HZ'
const start = day('2026-06-01')

/** The script, then one more act after it, whatever the law says of it. */
export function attempt(script: Script, last: Act, cast: Cast = qicheng, from: Day = start): readonly Told[] {
  const on = addDays(from, last.after)
  const log = play(script, cast, from, { today: on, region, calendar: nationalCalendar })
  const scene: Scene = { cast, start: from, on, day: (after) => addDays(from, after) }
  return [...log, { step: last.step, by: last.by, on, ...(last.recordedBy ? { recordedBy: last.recordedBy } : {}), ...(last.input ? { input: last.input(scene) } : {}) }]
}

const signing = { mediator: demoPeople.shenHongmei.name, sealedBy: baiyangCentre.name, copies: 3 }
const both = ({ on }: Scene) => ({ workerSignedOn: on, firmSignedOn: on })
const readyToSign: Script = [...begun(), ...drafted(5, [20])]
const signatures = signed(6).slice(0, 2)
const people = (n: number) => ({ people: [ruiding.worker, ...ruiding.colleagues].slice(0, n).map(namedOf), voters: 12 })
const crowd: Script = [...begun('labour', { workers: 3 }), ...joined(3)]
const challenged: Script = [...begun(), act(3, 'challengeMediator', 'worker', ({ cast }) => ({ mediator: namedOf(cast.mediator), reason: '是经理的亲戚' }))]

export const notTheWorker = attempt([], act(0, 'apply', 'worker', application({ by: 'employer' })))
export const notTheFirm = attempt([], act(0, 'applyAsFirm', 'employer', application(), { recordedBy: 'clerk' }))
export const notTheBody = attempt([], act(0, 'offerMediation', 'clerk', application()))
export const notInPerson = attempt([], act(0, 'applyAtCounter', 'worker', application({ channel: 'online' }), { recordedBy: 'clerk' }))
export const outOfScope = attempt([...applied(), ...notified, ...consented], act(2, 'accept', 'clerk', () => ({ ground: 'outside' })))
export const newFormWithoutPlatform = attempt([...applied(), ...notified, ...consented], act(2, 'accept', 'clerk', () => ({ ground: 'newForm' })))
export const firmHasNotAgreed = attempt([...applied(), ...notified], act(2, 'accept', 'clerk', () => ({ ground: 'labour' })))
export const mediatorIsRelative = attempt(applied(), act(1, 'assignMediators', 'committee', () => ({ mediators: [{ ...namedOf(demoPeople.fangWenbin), tie: 'nearRelative' }] })))
export const mediatorIsParty = attempt(applied(), act(1, 'assignMediators', 'committee', ({ cast }) => ({ mediators: [{ ...namedOf(cast.worker), tie: 'none' }] })))
export const challengedSitsOn = attempt(challenged, scheduled(4, 8)[0]!)
export const hearingAfterTheEnd = attempt(begun(), act(4, 'schedule', 'mediator', ({ start: from }) => ({ day: addDays(from, 16), start: '14:00', room: '1 号', mode: 'onsite', open: 'closed' })))
export const hearingInThePast = attempt(begun(), act(4, 'schedule', 'mediator', ({ start: from }) => ({ day: addDays(from, 3), start: '14:00', room: '1 号', mode: 'onsite', open: 'closed' })))
export const tooFewForRepresentatives = attempt([...begun(), ...joined(3).slice(0, 8)], act(4, 'electRepresentatives', 'worker', () => people(3)), ruiding)
export const twoRepresentatives = attempt(crowd, act(4, 'electRepresentatives', 'worker', () => people(2)), ruiding)
export const sixRepresentatives = attempt(crowd, act(4, 'electRepresentatives', 'worker', () => people(6)), ruiding)
export const representativeFromOutside = attempt(crowd, act(4, 'electRepresentatives', 'worker', () => ({ ...people(3), people: [...people(2).people, namedOf(demoPeople.weiLing)] })), ruiding)
export const onlyOneSideExtends = attempt(begun(), act(10, 'extend', 'mediator', ({ on, day: at }) => ({ until: at(25), workerSignedOn: on })))
export const extendedToEarlier = attempt(begun(), act(10, 'extend', 'mediator', (scene) => ({ ...both(scene), until: scene.day(15) })))
/** The last day is 16 June; the clock has not yet struck when somebody tries on the 17th. */
export const extendedTooLate: readonly Told[] = [
  ...attempt(begun(), act(14, 'note', 'clerk', () => ({ says: '快到期了' }))),
  { step: 'extend', by: 'mediator', on: addDays(start, 16), input: { until: addDays(start, 25), workerSignedOn: addDays(start, 16), firmSignedOn: addDays(start, 16) } },
]
export const signedTooLate: readonly Told[] = [...attempt(readyToSign, signatures[0]!), ...attempt(readyToSign, signatures[1]!).slice(-1), { step: 'sign', by: 'mediator', on: addDays(start, 16), input: signing }]
export const changedAfterSigning = attempt([...readyToSign, signatures[0]!], drafted(7, [30])[0]!)
export const signedBlank = attempt(begun(), act(5, 'workerSigns', 'worker', ({ cast }) => ({ act: 'sign', name: cast.worker.name })))
export const firmHasNotSigned = attempt([...readyToSign, signatures[0]!], act(7, 'sign', 'mediator', () => signing))
export const withoutSeal = attempt([...readyToSign, ...signatures], act(7, 'sign', 'mediator', () => ({ mediator: signing.mediator, copies: 3 })))
export const twoCopies = attempt([...readyToSign, ...signatures], act(7, 'sign', 'mediator', () => ({ ...signing, copies: 2 })))
export const representedNotAsked = attempt([...crowd, act(4, 'electRepresentatives', 'worker', () => people(3)), ...drafted(5, [20]), ...signatures], act(7, 'sign', 'mediator', () => signing), ruiding)

const settled: Script = [...begun(), ...agreed([20])]
export const reviewByOneSide = attempt(settled, act(12, 'requestArbitralReview', 'worker', ({ on }) => ({ workerSignedOn: on, commission, venue: 'performedHere' })))
export const reviewTooLate = attempt(settled, reviewAsked(25))
export const reviewOfPlatformDispute = attempt([...begun('newForm'), ...agreed([20])], reviewAsked(12), { ...waitress, firm: { ...waitress.firm, kind: 'platform' } })
export const reviewOfRelationship = attempt(settled, reviewAsked(12), { ...waitress, claim: 'relationship' })
export const reviewElsewhere = attempt(settled, act(12, 'requestArbitralReview', 'worker', (scene) => ({ ...both(scene), commission, venue: 'elsewhere' })))
/** Confirmed, then found unkept: nothing is left for the commission. */
export const reviewAfterCourt = attempt(
  [...begun(), ...agreed([14]), confirmationAsked(11), act(12, 'recordConfirmation', 'clerk', () => ({ says: '裁定有效' })), act(17, 'reportBreach', 'worker', () => ({ says: '没有付' }))],
  reviewAsked(18),
)
export const confirmationByOneSide = attempt(settled, act(12, 'requestConfirmation', 'employer', ({ on }) => ({ firmSignedOn: on, court })))
export const confirmationTooLate = attempt([...begun(), ...agreed([60])], confirmationAsked(40))
export const completedUnpaid = attempt([...settled, paid(15, 0.5)], completed(16))
export const completedInPart = attempt([...settled, paid(15)], act(16, 'complete', 'mediator', () => ({ otherPoints: false })))
export const breachTooSoon = attempt(settled, act(12, 'reportBreach', 'worker', () => ({ says: '我怕他不付' })))
const unpaidScript: Script = [...settled, act(22, 'reportBreach', 'worker', () => ({ says: '没有付' }))]
export const orderForOtherThings = attempt(unpaidScript, ordered(23), { ...qicheng, claim: 'hoursLeave' })
export const orderForTooMuch = attempt(unpaidScript, ordered(23, 2))
export const enforcementUnconfirmed = attempt(unpaidScript, act(23, 'adviseEnforcement', 'clerk'))
