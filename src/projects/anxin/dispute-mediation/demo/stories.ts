/** The stories that this mechanism tells. Demo cases, tests and the screen gallery are all made of them. */
import { addDays, type Day, day } from '#kernel/day.ts'
import { demoPeople } from '#registry/demo.ts'
import type { Region } from '#law'
import { nationalCalendar } from '#law/national-days.ts'
import { baiyangCentre, type Cast, qicheng, rider, ruiding, ruidingCommittee, waitress } from './cast.ts'
import { collectiveScript, heroScript } from './courses.ts'
import { play, type Script, type Told } from './play.ts'
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
  paid,
  reviewAsked,
  scheduled,
  signed,
  stated,
} from './scripts.ts'

const region: Region = 'CN-ZJ-HZ'
const tell = (script: Script, cast: Cast, start: Day, days: number): readonly Told[] =>
  play(script, cast, start, { today: addDays(start, days), region, calendar: nationalCalendar })

const [, ...restOfColleagues] = ruiding.colleagues

const extendedScript: Script = [
  ...begun(),
  ...scheduled(4, 9),
  ...heard(9, false),
  act(11, 'extend', 'mediator', ({ on, day: at }) => ({ until: at(26), workerSignedOn: on, firmSignedOn: on, reason: '等对账结果' })),
  ...drafted(20, [30]),
  ...signed(21),
  paid(30),
  completed(31),
]

const movedHearing: Script = [
  act(3, 'challengeMediator', 'worker', ({ cast }) => ({ mediator: namedOf(cast.mediator), reason: '他和公司经理是老乡，我不放心' })),
  act(4, 'assignMediators', 'committee', () => ({ mediators: [{ ...namedOf(demoPeople.fangWenbin), tie: 'none' }] })),
  act(4, 'schedule', 'clerk', ({ day: at }) => ({ day: at(7), start: '09:30', room: '2 号调解室', mode: 'onsite', open: 'closed' })),
  act(5, 'firmAnswersHearing', 'employer', () => ({ comes: 'otherTime', says: '当天年检，能不能晚一天' })),
  act(5, 'moveHearing', 'clerk', ({ day: at }) => ({
    day: at(8),
    start: '14:00',
    room: '2 号调解室',
    mode: 'video',
    open: 'closed',
    says: '应企业请求改期',
  })),
  act(6, 'supplement', 'worker', () => ({ says: '补交了 9 月的排班表照片。' }), { anyDay: true }),
  act(6, 'supplementAsFirm', 'employer', () => ({ says: '补交了工资表。' })),
  act(6, 'note', 'clerk', () => ({ says: '双方都提到对账，会前请企业把账带来。' })),
]

const handOver = (step: 'handOver' | 'takeOver'): Script => [
  ...applied(),
  ...notified,
  ...consented,
  ...accepted(),
  act(4, step, step === 'handOver' ? 'clerk' : 'upperUnion', () => ({
    to: { name: baiyangCentre.name, organisationId: baiyangCentre.id },
    level: 'street',
    reason: '涉及人数多，企业请街道调解',
  })),
]
const newHands: Script = [
  act(5, 'assignMediators', 'committee', () => ({ mediators: [{ ...namedOf(demoPeople.shenHongmei), tie: 'none' }] }), {
    who: demoPeople.linXiaoyu,
  }),
]
const alone: Cast = {
  ...ruiding,
  colleagues: [],
  body: ruidingCommittee,
  clerk: demoPeople.maChunyan,
  mediator: demoPeople.maChunyan,
  upper: demoPeople.zhouMin,
}
const aloneAtStreet: Cast = { ...alone, body: baiyangCentre, mediator: demoPeople.shenHongmei }

/** 陈国强 is owed two months' wages; they agree, the first day passes unpaid, and he takes the packet to the court. */
export const wagesAgreedThenUnpaid = tell(heroScript, qicheng, day('2026-08-10'), 45)
export const firmRefuses = tell(
  [...applied(), ...notified, act(2, 'decline', 'employer', ({ cast }) => ({ who: cast.forFirm.name, reason: '公司认为不欠工资' }))],
  qicheng,
  day('2026-06-01'),
  10,
)
export const dayFifteenPasses = tell(
  [...begun(), ...scheduled(4, 10), ...answered, ...stated, ...heard(10, false)],
  qicheng,
  day('2026-05-11'),
  20,
)
export const neverAnswered = tell([...applied(), ...notified], waitress, day('2026-04-13'), 20)
export const tenColleaguesJoin = tell(collectiveScript, ruiding, day('2026-10-12'), 20)
export const moreTimeIsSigned = tell(extendedScript, waitress, day('2026-03-02'), 40)
export const handedToTheStreet = tell(
  [...handOver('handOver'), ...newHands, ...agreed([20]).slice(1), paid(20), completed(21)],
  aloneAtStreet,
  day('2026-07-06'),
  30,
)
export const takenOverByTheStreet = tell([...handOver('takeOver'), ...newHands], alone, day('2026-11-02'), 6)
export const riderGetsItBack = tell([...begun('newForm'), ...agreed([12], 6), paid(10), completed(11)], rider, day('2026-09-07'), 20)
export const toldAtTheCounter = tell(
  [
    act(0, 'applyAtCounter', 'worker', application({ channel: 'oral' }), { recordedBy: 'clerk' }),
    ...notified,
    act(2, 'consent', 'employer', ({ cast }) => ({ who: cast.forFirm.name, how: 'byPhone' }), { recordedBy: 'clerk' }),
    ...accepted(),
    ...movedHearing,
    act(
      8,
      'recordHearing',
      'mediator',
      ({ cast }) => ({
        present: `${cast.worker.name}、${cast.forFirm.name}`,
        summary: '视频调解，双方没有谈拢。',
        agreed: [],
        open: ['是否欠付'],
      }),
      { who: demoPeople.fangWenbin },
    ),
    act(9, 'fail', 'mediator', () => ({ reason: 'noAgreement', says: failureWords.zh }), { who: demoPeople.fangWenbin }),
  ],
  waitress,
  day('2026-06-15'),
  15,
)
export const notOfLabour = tell(
  [
    ...applied({ claimKind: 'other', happened: '租房押金没有退。', wants: '退押金。' }),
    act(1, 'refuseToAccept', 'clerk', () => ({ reason: 'outOfScope', says: '房屋租赁纠纷不是劳动争议。', goTo: '白杨街道人民调解委员会' })),
  ],
  waitress,
  day('2026-07-20'),
  5,
)
export const workerWithdraws = tell(
  [...begun(), act(5, 'withdraw', 'worker', () => ({ reason: '公司已经把钱发了' }), { anyDay: true })],
  qicheng,
  day('2026-02-02'),
  10,
)
export const commissionReviews = tell(
  [
    ...begun(),
    ...agreed([40]),
    reviewAsked(12),
    act(17, 'recordReview', 'clerk', () => ({ number: '杭钱劳人仲调字〔2026〕31号', says: '制作调解书，双方已签收。' })),
    paid(38),
    completed(39),
  ],
  waitress,
  day('2026-03-16'),
  50,
)
export const courtConfirmsThenEnforced = tell(
  [
    ...begun(),
    ...agreed([20]),
    confirmationAsked(13),
    act(18, 'recordConfirmation', 'clerk', () => ({ says: '裁定协议有效。' })),
    breached(22),
    act(23, 'adviseEnforcement', 'clerk'),
    act(40, 'goElsewhere', 'worker', () => ({ where: 'enforcement', says: '已向法院申请执行' })),
  ],
  qicheng,
  day('2026-01-05'),
  50,
)
export const officeSaysNo = tell(
  [
    ...begun(),
    ...agreed([20]),
    reviewAsked(12),
    act(17, 'recordOfficeRefusal', 'clerk', () => ({ from: 'commission', says: '付款期限写得不明确，不予制作调解书。' })),
  ],
  waitress,
  day('2026-10-12'),
  19,
)
export const firmAsksFirst = tell(
  [
    act(
      0,
      'applyAsFirm',
      'employer',
      application({ by: 'employer', happened: '员工离职后双方对奖金有争议，公司愿意调解。', wants: '通过调解把奖金算清。' }),
      { recordedBy: 'clerk' },
    ),
    act(1, 'notifyRespondent', 'clerk', ({ cast }) => ({ to: cast.worker.name, how: 'byPhone' })),
    act(1, 'workerConsents', 'worker', ({ cast }) => ({ who: cast.worker.name, how: 'online' }), { anyDay: true }),
    ...accepted(),
    ...agreed([14], 6),
    paid(12),
    completed(13),
  ],
  qicheng,
  day('2026-05-18'),
  20,
)
export const unionOffers = tell(
  [
    act(
      0,
      'offerMediation',
      'clerk',
      application({ by: 'body', channel: 'oral', happened: '走访时了解到班组对加班工资有意见，主动提出调解。' }),
    ),
    ...notified,
    ...consented,
    act(2, 'workerConsents', 'worker', ({ cast }) => ({ who: cast.worker.name, how: 'online' })),
    ...accepted(),
    ...joined(3),
    act(4, 'leave', 'colleague', ({ cast }) => namedOf(cast.colleagues[3]!), { who: restOfColleagues[2]! }),
  ],
  ruiding,
  day('2026-11-09'),
  6,
)
