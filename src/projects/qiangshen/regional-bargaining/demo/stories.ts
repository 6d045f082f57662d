/** The stories that this mechanism tells: a trade by its congress, a park firm by firm, and four other ends. */
import { day } from '#kernel/day.ts'
import {
  act,
  agreed,
  congressVote,
  draft,
  filing,
  firmOf,
  knownOf,
  law,
  newcomer,
  on,
  type Told,
  wageOffer,
  workingClauses,
} from './cast.ts'
import { drafted, inForce, offered, parkFiled, seated, served } from './scripts.ts'

/** 货运物流: half of the congress, fifteen days of silence, a firm comes and one goes, a report, a renewal, the last day. */
export const freightByCongress: readonly Told[] = [
  ...inForce,
  act(65, 'publish', 'employer', { publishedOn: on(65), how: '协会网站和各企业公告栏' }),
  act(66, 'copyUp', 'workers', { to: '杭州市钱塘区总工会' }),
  act(80, 'join', 'upperUnion', { ...firmOf(newcomer), on: on(84), known: [knownOf(newcomer, 76)] }),
  act(150, 'leave', 'workers', { ...firmOf('dongqu'), on: on(154), ground: 'moved' }),
  act(160, 'note', 'workers', { says: '东渠快运迁往外区，职工已安置。' }),
  act(300, 'report', 'employer', { year: 2025, heldOn: on(300), kept: 4, notKept: 0, says: '最低工资和夜班津贴都已兑现。' }),
  act(371, 'renew', 'workers', {
    topics: ['行业最低工资'],
    meetOn: on(390),
    meetAt: '14:00',
    place: '协会会议室',
    delegates: ['周雅琴'],
  }),
  law(day('2026-05-01'), 'expire'),
]

/** 江湾园区: the office objects, the text is mended, signed and filed anew; then the park is rebuilt and the contract ended. */
export const parkFirmByFirm: readonly Told[] = [
  ...parkFiled,
  act(43, 'receive', 'bureau', { receivedOn: on(43) }),
  act(58, 'object', 'bureau', { says: '请写明体检的时间', number: '审〔2025〕3号' }),
  act(
    60,
    'amend',
    'workers',
    draft({
      title: '江湾智造产业园区域性集体合同',
      clauses: workingClauses,
      until: day('2028-04-30'),
      paragraphs: ['体检安排在每年九月。'],
    }),
  ),
  act(64, 'signWorkers', 'workers', { name: '周雅琴' }),
  act(65, 'signEmployer', 'employer', { name: '吴晓东' }),
  act(70, 'file', 'employer', filing()),
  act(71, 'receive', 'bureau', { receivedOn: on(71) }),
  law(day('2025-05-29'), 'takeEffect'),
  act(92, 'publish', 'workers', { publishedOn: on(92), how: '园区公告栏' }),
  act(200, 'terminate', 'workers', { ground: 'agreed', on: on(200), bothAgree: true, says: '园区整体改造。' }),
  act(204, 'fileTermination', 'employer', { filedOn: on(204) }),
]

/** 79 of 160 is one short of half: back to the table, and at the second vote 80 is enough; a new contract takes its place later. */
export const shortOfHalf: readonly Told[] = [
  ...drafted,
  act(37, 'voteAtCongress', 'workers', congressVote(79, 160, 150)),
  act(37, 'reject', 'workers', { says: '夜班津贴偏低，提高到每班 35 元。' }),
  act(39, 'propose', 'workers', { side: 'workers', round: 3, clauses: [{ meaning: 'nightShift', value: 3_500 }] }),
  act(39, 'propose', 'employer', { side: 'employer', round: 3, clauses: [{ meaning: 'nightShift', value: 3_500 }] }),
  act(40, 'draft', 'employer', draft({ clauses: [...agreed.slice(0, 2), { meaning: 'nightShift', value: 3_500 }] })),
  act(44, 'voteAtCongress', 'workers', congressVote(80, 160, 150)),
  act(44, 'carry', 'workers'),
  act(45, 'signWorkers', 'workers', { name: '周雅琴' }),
  act(45, 'signEmployer', 'employer', { name: '吴晓东' }),
  act(49, 'file', 'employer', filing()),
  act(50, 'receive', 'bureau', { receivedOn: on(50) }),
  law(day('2025-05-08'), 'takeEffect'),
  act(150, 'replace', 'workers', {
    on: on(150),
    number: '协〔2025〕88号',
    successor: { caseId: firmOf('qicheng').organisationId, number: '协〔2025〕88号', since: on(150) },
  }),
]

export const associationSaysNothing: readonly Told[] = [
  ...served,
  act(18, 'refuse', 'workers', { how: 'silent' }),
  act(40, 'giveUp', 'workers', { reason: '协会解散，改由各企业分别协商' }),
]
export const takenBack: readonly Told[] = [...seated, act(12, 'withdraw', 'workers', { reason: '并入全市行业协商' })]
export const justOffered: readonly Told[] = offered
export const firmsOnlyNow: readonly Told[] = [act(0, 'offer', 'workers', wageOffer({ purpose: 'renewal' }))]
