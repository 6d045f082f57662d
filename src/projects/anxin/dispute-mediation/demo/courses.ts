/** How often each course is taken among the demonstration's cases, and the few cases that are placed on a day. */
import { demoNumber } from '#registry/demo.ts'
import type { Day } from '#kernel/day.ts'
import { hrBureau } from './cast.ts'
import type { Script } from './play.ts'
import {
  accepted,
  act,
  agreed,
  answered,
  application,
  applied,
  begun,
  breached,
  completed,
  confirmationAsked,
  consented,
  drafted,
  failureWords,
  heard,
  joined,
  namedOf,
  notified,
  ordered,
  paid,
  reviewAsked,
  scheduled,
  signed,
  stated,
  talked,
} from './scripts.ts'

/** Agreed in two parts; the first day passes unpaid, and the worker takes the packet to the court. */
export const heroScript: Script = [...begun(), ...agreed([20, 40]), breached(22), ordered(23, 0.5)]

/** Eleven colleagues join on the third day, three are elected, the other nine agree before the three sign. */
export const collectiveScript: Script = [
  ...begun('labour', { workers: 3 }),
  ...joined(3),
  act(
    3,
    'electRepresentatives',
    'worker',
    ({ cast }) => ({ people: [cast.worker, ...cast.colleagues.slice(0, 2)].map(namedOf), voters: 12 }),
    {
      recordedBy: 'mediator',
    },
  ),
  act(3, 'share', 'clerk', () => ({
    bodies: [{ name: hrBureau.name, organisationId: hrBureau.id }],
    reason: '请派员一起调解，核对加班工资的算法',
    bothAgree: true,
  })),
  ...talked(8),
  ...drafted(9, [15]),
  ...Array.from({ length: 9 }, (_, n) =>
    act(10, 'approve', 'colleague', ({ cast }) => namedOf(cast.colleagues[n + 2]!), { recordedBy: 'mediator' }),
  ),
  ...signed(10),
  paid(16),
  completed(17),
]

type Course = (seed: string, newForm: boolean) => Script
const ground = (newForm: boolean) => (newForm ? 'newForm' : 'labour')
const pick = (seed: string, from: number, to: number): number => from + demoNumber(seed, to - from + 1)

const kept: Course = (seed, newForm) => {
  const hearing = pick(`hearing ${seed}`, 5, 10)
  const pay = hearing + pick(`pay ${seed}`, 2, 20)
  return [...begun(ground(newForm)), ...agreed([pay], hearing), paid(pay - 1), completed(pay)]
}
const inTwoParts: Course = (seed, newForm) => {
  const last = pick(`last ${seed}`, 40, 75)
  return [...begun(ground(newForm)), ...agreed([20, last], 9), paid(19, 0.5), paid(last - 1, 0.5), completed(last)]
}
const afterBreach: Course = (_seed, newForm) => [
  ...begun(ground(newForm)),
  ...agreed([20], 8),
  breached(21),
  ordered(22),
  paid(55),
  completed(56),
]
/** The agreed day has passed unpaid; nothing has been done yet. */
export const brokenOff: Script = [...begun(), ...agreed([14], 6), breached(16)]
const lost: Course = (_seed, newForm) => [
  ...begun(ground(newForm)),
  ...agreed([18], 8),
  breached(19),
  ordered(20),
  act(45, 'goElsewhere', 'worker', () => ({ where: 'court', says: '企业提出书面异议，支付令终结，已经起诉' }), { recordedBy: 'clerk' }),
]
export const byReview: Course = () => [
  ...begun(),
  ...agreed([35], 8),
  reviewAsked(11),
  act(16, 'recordReview', 'clerk', () => ({ says: '已制作调解书，双方签收。' })),
  paid(34),
  completed(35),
]
export const byCourt: Course = () => [
  ...begun(),
  ...agreed([45], 8),
  confirmationAsked(12),
  act(20, 'recordConfirmation', 'clerk', () => ({ says: '裁定协议有效。' })),
  paid(44),
  completed(45),
]
const orally: Course = (seed, newForm) => [
  act(0, 'applyAtCounter', 'worker', application({ channel: 'oral' }), { recordedBy: 'clerk' }),
  ...notified,
  act(1, 'consent', 'employer', ({ cast }) => ({ who: cast.forFirm.name, how: 'byPhone' }), { recordedBy: 'clerk' }),
  ...accepted(ground(newForm)),
  ...agreed([pick(`pay ${seed}`, 12, 25)], 7),
  paid(12),
  completed(26),
]
const extended: Course = (_seed, newForm) => [
  ...begun(ground(newForm)),
  ...scheduled(4, 10),
  ...heard(10, false),
  act(12, 'extend', 'mediator', ({ on, day }) => ({ until: day(27), workerSignedOn: on, firmSignedOn: on, reason: '等对账结果' })),
  ...drafted(20, [30]),
  ...signed(21),
  paid(29),
  completed(30),
]
const refused: Course = () => [
  ...applied(),
  ...notified,
  act(2, 'decline', 'employer', ({ cast }) => ({ who: cast.forFirm.name, reason: '公司认为没有争议，不同意调解' })),
]
const lapsed: Course = (_seed, newForm) => [...begun(ground(newForm)), ...scheduled(4, 9), ...answered, ...stated, ...heard(9, false)]
const failed: Course = (_seed, newForm) => [
  ...begun(ground(newForm)),
  ...scheduled(4, 8),
  ...heard(8, false),
  act(11, 'fail', 'mediator', () => ({ reason: 'noAgreement', says: failureWords.zh })),
]
const withdrawn: Course = (_seed, newForm) => [
  ...begun(ground(newForm)),
  act(4, 'withdraw', 'worker', () => ({ reason: '公司已经把钱发了' }), { anyDay: true }),
]
const notAccepted: Course = () => [
  ...applied({ claimKind: 'other', happened: '厂门口租房，押金退房后没有退。', wants: '退回押金。', stillEmployed: true }),
  act(1, 'refuseToAccept', 'clerk', () => ({ reason: 'outOfScope', says: '房屋租赁纠纷不属于劳动争议。', goTo: '社区人民调解委员会' })),
]

/** In a hundred cases. */
const courses: readonly (readonly [weight: number, course: Course])[] = [
  [34, kept],
  [11, inTwoParts],
  [9, orally],
  [8, lapsed],
  [7, failed],
  [7, refused],
  [6, extended],
  [5, withdrawn],
  [4, notAccepted],
  [3, afterBreach],
  [2, lost],
  [2, byReview],
  [2, byCourt],
]

export function courseOf(seed: string, newForm: boolean): Script {
  const at = demoNumber(`course ${seed}`, 100)
  let sum = 0
  const [, course] = courses.find(([weight]) => (sum += weight) > at)!
  return course === byReview && newForm ? kept(seed, newForm) : course(seed, newForm)
}

const rooms = ['1 号调解室', '2 号调解室', '3 号调解室']
const times = ['09:00', '10:30', '14:00', '15:30']

/** Nobody has decided yet whether to accept it. */
export const waiting: Script = [...applied(), ...notified]
export const waitingForDecision: Script = [...applied(), ...notified, ...consented]

/** In mediation, with a hearing on that very day. */
export const hearingOn = (on: Day, n: number, more: Parameters<typeof begun>[1] = {}): Script => [
  ...begun('labour', more),
  act(3, 'schedule', 'mediator', () => ({
    day: on,
    start: times[n % times.length]!,
    room: rooms[n % rooms.length]!,
    mode: n % 4 === 3 ? 'video' : 'onsite',
    open: 'closed',
    says: '请带身份证明和工资材料',
  })),
  ...answered,
  ...stated,
]
/** Both signed for more time, and it ends on that day. */
export const extendedUntil = (until: Day): Script => [
  ...begun(),
  ...scheduled(4, 8),
  ...heard(8, false),
  act(11, 'extend', 'mediator', ({ on }) => ({ until, workerSignedOn: on, firmSignedOn: on, reason: '等审计对账' })),
]
/** Agreed, and the money is to come by that day. */
export const payableOn = (by: Day): Script => [
  ...begun(),
  ...talked(6),
  ...drafted(7, [20]).map((one) => ({
    ...one,
    input: (scene: Parameters<NonNullable<typeof one.input>>[0]) => onDay(one.input!(scene) as Draft, by),
  })),
  ...signed(8),
]
interface Draft {
  readonly payments: readonly { readonly amountFen: number }[]
}
const onDay = (draft: Draft, by: Day) => ({ ...draft, payments: draft.payments.map((one) => ({ ...one, by })) })
