/** The stretches that several stories share. */
import { day } from '#kernel/day.ts'
import {
  act,
  agreed,
  answer,
  comprehensiveOffer,
  congressVote,
  draft,
  employerSide,
  filing,
  firmVote,
  law,
  meeting,
  minutes,
  on,
  parkFirms,
  type Told,
  wageOffer,
  workerSide,
  workingClauses,
} from './cast.ts'

export const offered: readonly Told[] = [act(0, 'offer', 'workers', wageOffer())]
export const served: readonly Told[] = [
  ...offered,
  act(1, 'serve', 'workers', { receivedOn: on(1), how: 'inPerson', receiver: '协会秘书处' }),
]
export const answered: readonly Told[] = [...served, act(7, 'answer', 'employer', answer)]
export const seated: readonly Told[] = [
  ...answered,
  act(8, 'nameWorkers', 'workers', workerSide()),
  act(9, 'nameEmployer', 'employer', employerSide()),
]
/** Both sides stand at the same by the second round. */
export const negotiated: readonly Told[] = [
  ...seated,
  act(14, 'setMeeting', 'workers', meeting(21, 'workers')),
  act(21, 'propose', 'employer', { side: 'employer', round: 1, clauses: [{ meaning: 'minimumWage', value: 265_000 }, agreed[2]] }),
  act(21, 'recordMeeting', 'workers', minutes()),
  act(22, 'setMeeting', 'employer', meeting(28, 'employer')),
  act(28, 'propose', 'workers', { side: 'workers', round: 2, clauses: agreed }),
  act(28, 'propose', 'employer', { side: 'employer', round: 2, clauses: agreed }),
]
export const drafted: readonly Told[] = [...negotiated, act(30, 'draft', 'employer', draft())]
/** 80 delegates, 40 in favour: exactly half. */
export const carried: readonly Told[] = [...drafted, act(37, 'voteAtCongress', 'workers', congressVote(40)), act(37, 'carry', 'workers')]
export const signed: readonly Told[] = [
  ...carried,
  act(38, 'signWorkers', 'workers', { name: '周雅琴', signedOn: on(38) }),
  act(38, 'signEmployer', 'employer', { name: '吴晓东', signedOn: on(38) }),
]
export const filed: readonly Told[] = [...signed, act(42, 'file', 'employer', filing())]
export const received: readonly Told[] = [...filed, act(43, 'receive', 'bureau', { receivedOn: on(43), number: '钱人社集〔2025〕12号' })]
/** Received on 15 April, silent through the 30th: in force on 1 May. */
export const inForce: readonly Told[] = [...received, law(day('2025-05-01'), 'takeEffect')]

/** A park without an association: the firms offer, choose their own side, and vote one by one. */
export const parkDrafted: readonly Told[] = [
  act(0, 'offerAsEmployer', 'employer', comprehensiveOffer()),
  act(1, 'serve', 'workers', { receivedOn: on(1), how: 'online' }),
  act(2, 'answerAsUnion', 'workers', { ...answer, agrees: 'otherDay', says: '晚一周' }),
  act(3, 'nameWorkers', 'workers', workerSide({ approvedOn: undefined })),
  act(4, 'nameEmployer', 'employer', employerSide({ chosenBy: 'mandate' })),
  act(10, 'propose', 'workers', { side: 'workers', round: 1, clauses: workingClauses }),
  act(30, 'draft', 'workers', draft({ title: '江湾智造产业园区域性集体合同', clauses: workingClauses, until: day('2028-04-30') })),
]
export const parkVoted: readonly Told[] = [
  ...parkDrafted,
  ...parkFirms.map((key, at) => act(36, 'voteAtFirm', 'workers', firmVote(key, 20, 40, at === 2 ? 'assembly' : 'congress'))),
]
export const parkFiled: readonly Told[] = [
  ...parkVoted,
  act(37, 'carry', 'workers'),
  act(38, 'signEmployer', 'employer', { name: '吴晓东' }),
  act(38, 'signWorkers', 'workers', { name: '周雅琴' }),
  act(42, 'file', 'employer', filing()),
]
