/** Logs whose last step the law refuses, one at least for every rule, each just beyond its limit. */
import { day } from '#kernel/day.ts'
import {
  act,
  agreed,
  answer,
  congressVote,
  draft,
  employers,
  employerSide,
  filing,
  firmOf,
  firmVote,
  knownOf,
  meeting,
  minutes,
  newcomer,
  on,
  type Told,
  wageOffer,
  workers,
  workerSide,
} from './cast.ts'
import { answered, carried, drafted, filed, inForce, negotiated, offered, parkDrafted, parkVoted, seated, signed } from './scripts.ts'

const opening = (more: Parameters<typeof wageOffer>[0]): readonly Told[] => [act(0, 'offer', 'workers', wageOffer(more))]
const named = (more: object): readonly Told[] => [...answered, act(8, 'nameWorkers', 'workers', workerSide(more))]
const facing = (more: object): readonly Told[] => [
  ...answered,
  act(8, 'nameWorkers', 'workers', workerSide()),
  act(9, 'nameEmployer', 'employer', employerSide(more)),
]
const outside = (list: readonly object[], n: number) =>
  list.map((one, at) => ({ ...one, ...(at >= list.length - n ? { outside: true } : {}) }))
const drafting = (more: object): readonly Told[] => [...negotiated, act(30, 'draft', 'employer', draft(more))]

export const answersOwnOffer: readonly Told[] = [...parkDrafted.slice(0, 2), act(2, 'answer', 'employer', answer)]
export const unionAnswersItself: readonly Told[] = [...offered, act(2, 'answerAsUnion', 'workers', answer)]
export const oneFirm = opening({ firms: [firmOf('qicheng')] })
export const strangerFirm = opening({ known: [knownOf('qicheng')] })
export const receivedBeforeOffer: readonly Told[] = [...offered, act(1, 'serve', 'workers', { receivedOn: on(-1), how: 'post' })]
export const twoWorkers = named({ delegates: workers.slice(0, 2) })
export const tenWorkers = named({
  delegates: Array.from({ length: 10 }, (_, at) => ({ ...workers[1], name: `代表${at}`, chief: at === 0 })),
})
export const noChief = named({ delegates: workers.map((one) => ({ ...one, chief: false })) })
export const congressNotAsked = named({ approvedOn: undefined })
export const twoOfThreeOutside = named({ delegates: outside(workers, 2) })
export const moreThanWorkers = facing({ delegates: [...employers, { ...employers[1], name: '钱峰' }] })
export const chiefNotElected = facing({ chiefElected: false })
export const employersFromOutside = facing({ delegates: outside(employers, 2) })
export const sameOnBothSides = facing({ delegates: [...employers.slice(0, 2), workers[1]] })
export const associationThatIsNone: readonly Told[] = [
  ...parkDrafted.slice(0, 4),
  act(4, 'nameEmployer', 'employer', employerSide({ chosenBy: 'association' })),
]
export const sameChiefAgain: readonly Told[] = [
  ...seated,
  act(14, 'setMeeting', 'workers', meeting(21, 'workers')),
  act(22, 'setMeeting', 'workers', meeting(28, 'workers')),
]
export const minutesUnsigned: readonly Told[] = [...negotiated, act(29, 'recordMeeting', 'workers', minutes({ signedByEmployer: false }))]
export const delegateRecords: readonly Told[] = [...negotiated, act(29, 'recordMeeting', 'workers', minutes({ recorder: '王建国' }))]
export const notAgreed = drafting({ clauses: [{ meaning: 'wageGrowth', value: 451 }] })
/** Equal to the minimum wage is not higher than it. */
export const payAtMinimum = drafting({ floor: { minimumWageFen: agreed[0]!.value } })
export const shorterThanYear = drafting({ until: day('2026-04-29') })
export const longerThanThree = drafting({ until: day('2028-05-01') })
export const strangerVotes: readonly Told[] = [...parkDrafted, act(36, 'voteAtFirm', 'workers', firmVote('qicheng', 40))]
export const moreYesThanPresent: readonly Told[] = [...drafted, act(37, 'voteAtCongress', 'workers', congressVote(71))]
export const moreYesThanAllAtFirm: readonly Told[] = [...parkDrafted, act(36, 'voteAtFirm', 'workers', firmVote('beichen', 41))]
export const oneShortOfHalf: readonly Told[] = [
  ...drafted,
  act(37, 'voteAtCongress', 'workers', congressVote(39)),
  act(37, 'carry', 'workers'),
]
export const oneFirmLacking: readonly Told[] = [...parkVoted.slice(0, -1), act(37, 'carry', 'workers')]
export const rejectedAtHalf: readonly Told[] = [
  ...drafted,
  act(37, 'voteAtCongress', 'workers', congressVote(40)),
  act(37, 'reject', 'workers', { says: '不够' }),
]
export const oneSignature: readonly Told[] = [...signed.slice(0, -1), act(42, 'file', 'employer', filing())]
export const fourCopies: readonly Told[] = [...signed, act(42, 'file', 'employer', filing({ copies: 4 }))]
export const noExplanation: readonly Told[] = [...signed, act(42, 'file', 'employer', filing({ explanation: false }))]
export const receivedBeforeFiling: readonly Told[] = [...filed, act(43, 'receive', 'bureau', { receivedOn: on(41) })]
export const publishedBeforeEffect: readonly Told[] = [...inForce, act(65, 'publish', 'employer', { publishedOn: on(58), how: '网站' })]
export const joinsTwice: readonly Told[] = [...inForce, act(80, 'join', 'workers', { ...firmOf('qicheng'), on: on(84) })]
export const joinsUnknown: readonly Told[] = [...inForce, act(80, 'join', 'workers', { ...firmOf(newcomer), on: on(84), known: [] })]
export const strangerLeaves: readonly Told[] = [
  ...inForce,
  act(80, 'leave', 'workers', { ...firmOf(newcomer), on: on(84), ground: 'moved' }),
]
export const endsAlone: readonly Told[] = [...inForce, act(80, 'terminate', 'workers', { ground: 'agreed', on: on(80), bothAgree: false })]
export const endsBeforeItBegan: readonly Told[] = [
  ...inForce,
  act(80, 'terminate', 'workers', { ground: 'agreed', on: on(50), bothAgree: true }),
]
export const replacedByNothing: readonly Told[] = [...inForce, act(80, 'replace', 'workers', { on: on(80) })]
export const reportedAhead: readonly Told[] = [
  ...inForce,
  act(80, 'report', 'workers', { year: 2025, heldOn: on(81), kept: 4, notKept: 0, says: '都已兑现' }),
]
export const silentTooSoon: readonly Told[] = [...offered, act(40, 'refuse', 'workers', { how: 'silent' })]
export const overranTooSoon: readonly Told[] = [...seated, act(40, 'refuse', 'workers', { how: 'overran' })]
export const firmWithdraws: readonly Told[] = [...seated, act(12, 'withdraw', 'employer', { by: 'employer', reason: '不谈了' })]
export const anotherSigns: readonly Told[] = [...carried, act(38, 'signWorkers', 'workers', { name: '王建国' })]
export const signedBeforeTheVote: readonly Told[] = [...carried, act(38, 'signWorkers', 'workers', { name: '周雅琴', signedOn: on(36) })]
export const objectedOnDaySixteen: readonly Told[] = [
  ...filed,
  act(43, 'receive', 'bureau', { receivedOn: on(43) }),
  act(59, 'object', 'bureau', { says: '迟了' }),
]
export const voteToCome: readonly Told[] = [...drafted, act(36, 'voteAtCongress', 'workers', congressVote(41))]
/** 29 January 2026 is the ninety-first day before 30 April. */
export const renewsEarly: readonly Told[] = [
  ...inForce,
  {
    ...act(0, 'renew', 'workers', { topics: ['工资'], meetOn: on(340), meetAt: '14:00', place: '会议室', delegates: ['周雅琴'] }),
    on: day('2026-01-29'),
  },
]
export const carriedWithoutVote: readonly Told[] = [...carried.slice(0, -2), act(37, 'carry', 'workers')]
