/** Logs whose last step the law refuses, one at least for every rule: what the tests and the conformance check bite on. */
import { addDays, day } from '#kernel/day.ts'
import { demoPeople } from '#registry/demo.ts'
import { baiyangCentre, type Cast, commission, court, hrBureau, qicheng, ruiding, waitress } from './cast.ts'
import { type Act, attempt, type Scene, type Script, type Told } from './play.ts'
import {
  act,
  agreed,
  application,
  applied,
  begun,
  completed,
  confirmationAsked,
  consented,
  drafted,
  joined,
  namedOf,
  notified,
  ordered,
  paid,
  reviewAsked,
  scheduled,
  signed,
} from './scripts.ts'

const start = day('2026-06-01')
const refusedAt = (script: Script, last: Act, cast: Cast = qicheng): readonly Told[] => attempt(script, last, cast, start)

const signing = { mediator: demoPeople.shenHongmei.name, sealedBy: baiyangCentre.name, copies: 3 }
const both = ({ on }: Scene) => ({ workerSignedOn: on, firmSignedOn: on })
const readyToSign: Script = [...begun(), ...drafted(5, [20])]
const signatures = signed(6).slice(0, 2)
const people = (n: number) => ({ people: [ruiding.worker, ...ruiding.colleagues].slice(0, n).map(namedOf), voters: 12 })
const crowd: Script = [...begun('labour', { workers: 3 }), ...joined(3)]
const challenged: Script = [
  ...begun(),
  act(3, 'challengeMediator', 'worker', ({ cast }) => ({ mediator: namedOf(cast.mediator), reason: '是经理的亲戚' })),
]

export const notTheWorker = refusedAt([], act(0, 'apply', 'worker', application({ by: 'employer' })))
export const notTheFirm = refusedAt([], act(0, 'applyAsFirm', 'employer', application(), { recordedBy: 'clerk' }))
export const notTheBody = refusedAt([], act(0, 'offerMediation', 'clerk', application()))
export const notInPerson = refusedAt([], act(0, 'applyAtCounter', 'worker', application({ channel: 'online' }), { recordedBy: 'clerk' }))
export const outOfScope = refusedAt(
  [...applied(), ...notified, ...consented],
  act(2, 'accept', 'clerk', () => ({ ground: 'outside' })),
)
export const newFormWithoutPlatform = refusedAt(
  [...applied(), ...notified, ...consented],
  act(2, 'accept', 'clerk', () => ({ ground: 'newForm' })),
)
export const firmHasNotAgreed = refusedAt(
  [...applied(), ...notified],
  act(2, 'accept', 'clerk', () => ({ ground: 'labour' })),
)
export const mediatorIsRelative = refusedAt(
  applied(),
  act(1, 'assignMediators', 'committee', () => ({ mediators: [{ ...namedOf(demoPeople.fangWenbin), tie: 'nearRelative' }] })),
)
export const mediatorIsParty = refusedAt(
  applied(),
  act(1, 'assignMediators', 'committee', ({ cast }) => ({ mediators: [{ ...namedOf(cast.worker), tie: 'none' }] })),
)
export const sharedWithoutConsent = refusedAt(
  begun(),
  act(4, 'share', 'clerk', () => ({
    bodies: [{ name: hrBureau.name, organisationId: hrBureau.id }],
    reason: '请派员一起调解',
    bothAgree: false,
  })),
)
export const challengedSitsOn = refusedAt(challenged, scheduled(4, 8)[0]!)
export const hearingAfterTheEnd = refusedAt(
  begun(),
  act(4, 'schedule', 'mediator', ({ start: from }) => ({
    day: addDays(from, 16),
    start: '14:00',
    room: '1 号',
    mode: 'onsite',
    open: 'closed',
  })),
)
export const hearingInThePast = refusedAt(
  begun(),
  act(4, 'schedule', 'mediator', ({ start: from }) => ({
    day: addDays(from, 3),
    start: '14:00',
    room: '1 号',
    mode: 'onsite',
    open: 'closed',
  })),
)
export const tooFewForRepresentatives = refusedAt(
  [...begun(), ...joined(3).slice(0, 8)],
  act(4, 'electRepresentatives', 'worker', () => people(3)),
  ruiding,
)
export const twoRepresentatives = refusedAt(
  crowd,
  act(4, 'electRepresentatives', 'worker', () => people(2)),
  ruiding,
)
export const sixRepresentatives = refusedAt(
  crowd,
  act(4, 'electRepresentatives', 'worker', () => people(6)),
  ruiding,
)
export const representativeFromOutside = refusedAt(
  crowd,
  act(4, 'electRepresentatives', 'worker', () => ({ ...people(3), people: [...people(2).people, namedOf(demoPeople.weiLing)] })),
  ruiding,
)
export const onlyOneSideExtends = refusedAt(
  begun(),
  act(10, 'extend', 'mediator', ({ on, day: at }) => ({ until: at(25), workerSignedOn: on })),
)
export const extendedToEarlier = refusedAt(
  begun(),
  act(10, 'extend', 'mediator', (scene) => ({ ...both(scene), until: scene.day(15) })),
)
/** The last day is 16 June; the clock has not yet struck when somebody tries on the 17th. */
export const extendedTooLate: readonly Told[] = [
  ...refusedAt(
    begun(),
    act(14, 'note', 'clerk', () => ({ says: '快到期了' })),
  ),
  {
    step: 'extend',
    by: 'mediator',
    on: addDays(start, 16),
    input: { until: addDays(start, 25), workerSignedOn: addDays(start, 16), firmSignedOn: addDays(start, 16) },
  },
]
export const signedTooLate: readonly Told[] = [
  ...refusedAt(readyToSign, signatures[0]!),
  ...refusedAt(readyToSign, signatures[1]!).slice(-1),
  { step: 'sign', by: 'mediator', on: addDays(start, 16), input: signing },
]
export const changedAfterSigning = refusedAt([...readyToSign, signatures[0]!], drafted(7, [30])[0]!)
export const signedBlank = refusedAt(
  begun(),
  act(5, 'workerSigns', 'worker', ({ cast }) => ({ act: 'sign', name: cast.worker.name })),
)
export const firmHasNotSigned = refusedAt(
  [...readyToSign, signatures[0]!],
  act(7, 'sign', 'mediator', () => signing),
)
export const withoutSeal = refusedAt(
  [...readyToSign, ...signatures],
  act(7, 'sign', 'mediator', () => ({ mediator: signing.mediator, copies: 3 })),
)
export const twoCopies = refusedAt(
  [...readyToSign, ...signatures],
  act(7, 'sign', 'mediator', () => ({ ...signing, copies: 2 })),
)
export const representedNotAsked = refusedAt(
  [...crowd, act(4, 'electRepresentatives', 'worker', () => people(3)), ...drafted(5, [20]), ...signatures],
  act(7, 'sign', 'mediator', () => signing),
  ruiding,
)

const settled: Script = [...begun(), ...agreed([20])]
export const reviewByOneSide = refusedAt(
  settled,
  act(12, 'requestArbitralReview', 'mediator', ({ on }) => ({ workerSignedOn: on, commission, venue: 'performedHere' })),
)
export const reviewTooLate = refusedAt(settled, reviewAsked(25))
export const reviewOfPlatformDispute = refusedAt([...begun('newForm'), ...agreed([20])], reviewAsked(12), {
  ...waitress,
  firm: { ...waitress.firm, kind: 'platform' },
})
export const reviewOfRelationship = refusedAt(settled, reviewAsked(12), { ...waitress, claim: 'relationship' })
export const reviewElsewhere = refusedAt(
  settled,
  act(12, 'requestArbitralReview', 'mediator', (scene) => ({ ...both(scene), commission, venue: 'elsewhere' })),
)
/** Confirmed, then found unkept: nothing is left for the commission. */
export const reviewAfterCourt = refusedAt(
  [
    ...begun(),
    ...agreed([14]),
    confirmationAsked(11),
    act(12, 'recordConfirmation', 'clerk', () => ({ says: '裁定有效' })),
    act(17, 'reportBreach', 'worker', () => ({ says: '没有付' })),
  ],
  reviewAsked(18),
)
export const confirmationByOneSide = refusedAt(
  settled,
  act(12, 'requestConfirmation', 'mediator', ({ on }) => ({ firmSignedOn: on, court })),
)
export const confirmationTooLate = refusedAt([...begun(), ...agreed([60])], confirmationAsked(40))
export const completedUnpaid = refusedAt([...settled, paid(15, 0.5)], completed(16))
export const completedInPart = refusedAt(
  [...settled, paid(15)],
  act(16, 'complete', 'mediator', () => ({ otherPoints: false })),
)
export const breachTooSoon = refusedAt(
  settled,
  act(12, 'reportBreach', 'worker', () => ({ says: '我怕他不付' })),
)
const unpaidScript: Script = [...settled, act(22, 'reportBreach', 'worker', () => ({ says: '没有付' }))]
export const orderForOtherThings = refusedAt(unpaidScript, ordered(23), { ...qicheng, claim: 'hoursLeave' })
export const orderForTooMuch = refusedAt(unpaidScript, ordered(23, 2))
export const enforcementUnconfirmed = refusedAt(unpaidScript, act(23, 'adviseEnforcement', 'clerk'))
