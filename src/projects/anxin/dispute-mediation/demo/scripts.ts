/** The courses that a mediation may take, as scripts for any cast. Days are counted from the application. */
import { addDays, addMonths } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import type { Application } from '../data.ts'
import { claimWords } from '../documents/phrases.ts'
import { type Cast, commission, court, type Someone } from './cast.ts'
import type { Act, Scene, Script } from './play.ts'

const named = ({ id, name }: Someone) => ({ name, personId: id })
const totalFen = ({ lines }: Cast): number => lines.reduce((sum, one) => sum + (one.amountFen ?? 0), 0)
/** What they settle at, to the whole yuan. */
export const settledFen = (cast: Cast): number => Math.round((totalFen(cast) * cast.settlesAt) / 100) * 100

export const application =
  (more: Partial<Application> = {}) =>
  ({ cast, on }: Scene): Application => ({
    by: 'worker',
    channel: 'online',
    claimKind: cast.claim,
    happened: cast.happened,
    wants: cast.wants,
    claims: [...cast.lines],
    amountFen: totalFen(cast),
    sinceMonth: addMonths(on, -3).slice(0, 7),
    worker: { ...named(cast.worker), ...(cast.phone ? { phone: cast.phone } : {}), ...(cast.trade ? { trade: cast.trade } : {}) },
    respondent: { name: cast.firm.name, organisationId: cast.firm.id, kind: cast.firm.kind },
    stillEmployed: cast.stillEmployed,
    ...(cast.stillEmployed ? {} : { employmentEndedOn: addDays(on, -21) }),
    knewOn: addDays(on, -40),
    workers: cast.colleagues.length + 1,
    commonClaim: false,
    street: cast.street,
    ...more,
  })

export const act = (after: number, step: Act['step'], by: Act['by'], input?: Act['input'], more: Partial<Act> = {}): Act => ({
  after,
  step,
  by,
  ...(input ? { input } : {}),
  ...more,
})

export const applied = (more: Partial<Application> = {}): Script => [act(0, 'apply', 'worker', application(more), { anyDay: true })]
export const notified: Script = [
  act(1, 'notifyRespondent', 'clerk', ({ cast }) => ({ to: cast.firm.name, how: 'byPhone', says: '已电话告知，并发送申请内容' })),
]
export const consented: Script = [act(1, 'consent', 'employer', ({ cast }) => ({ who: cast.forFirm.name, how: 'online' }))]
export const accepted = (ground: 'labour' | 'newForm' = 'labour'): Script => [
  act(2, 'accept', 'clerk', () => ({ ground })),
  act(2, 'assignMediators', 'committee', ({ cast }) => ({ mediators: [{ ...named(cast.mediator), tie: 'none' }] })),
]
export const begun = (ground: 'labour' | 'newForm' = 'labour', more: Partial<Application> = {}): Script => [
  ...applied(more),
  ...notified,
  ...consented,
  ...accepted(ground),
]

export const scheduled = (after: number, hearing: number, room = '1 号调解室', start = '14:00'): Script => [
  act(after, 'schedule', 'mediator', ({ day }) => ({
    day: day(hearing),
    start,
    room,
    mode: 'onsite',
    open: 'closed',
    says: '请带身份证明、工资单和银行流水',
  })),
]
export const answered: Script = [
  act(4, 'answerHearing', 'worker', () => ({ comes: 'yes' }), { anyDay: true }),
  act(4, 'firmAnswersHearing', 'employer', () => ({ comes: 'yes' })),
]
const share = ({ lines, settlesAt }: Cast) =>
  lines.map(({ item, amountFen = 0 }) => ({ item, amountFen: Math.round((amountFen * settlesAt) / 100) * 100 }))
export const stated: Script = [
  act(5, 'stateClaim', 'worker', ({ cast, day }) => ({ says: cast.wants, lines: [...cast.lines], payBy: day(20) }), { anyDay: true }),
  act(5, 'stateAnswer', 'employer', ({ cast, day }) => ({
    says: '情况属实，公司资金紧张，请求晚些付、少付一些。',
    lines: share({ ...cast, settlesAt: cast.settlesAt * 0.8 }),
    payBy: day(45),
  })),
]
export const heard = (after: number, agreed: boolean): Script => [
  act(after, 'recordHearing', 'mediator', ({ cast }) => ({
    present: `${cast.worker.name}、${cast.forFirm.name}、调解员${cast.mediator.name}`,
    summary: agreed ? '核对了金额，双方就数额和付款日期谈拢。' : '双方核对了事实，对数额分歧较大，约定回去考虑。',
    agreed: agreed ? share(cast) : [],
    open: agreed ? [] : ['付多少', '什么时候付'],
  })),
]
const cover = {
  unpaidWages: 'unpaidWages',
  overtime: 'unpaidWages',
  severance: 'severance',
  injuryMedical: 'injuryMedical',
  dismissal: 'damages',
} as const
export const drafted = (after: number, payDays: readonly number[]): Script => [
  act(after, 'draftAgreement', 'mediator', ({ cast, day }) => {
    const total = settledFen(cast)
    const first = Math.floor(total / payDays.length / 100) * 100
    return {
      points: [
        `${cast.firm.name}向${cast.worker.name}支付${claimWords[cast.claim].zh}，分 ${payDays.length} 期付清。`,
        '款项付清后，双方就本争议再无其他请求。',
      ],
      payments: payDays.map((after, n) => ({
        amountFen: n < payDays.length - 1 ? first : total - first * (payDays.length - 1),
        by: day(after),
      })),
      covers: [cast.claim in cover ? cover[cast.claim as keyof typeof cover] : 'other'],
    }
  }),
]
export const signed = (after: number): Script => [
  act(after, 'workerSigns', 'worker', ({ cast }) => ({ act: 'sign', name: cast.worker.name })),
  act(after, 'firmSigns', 'employer', ({ cast }) => ({ act: 'sign', name: cast.forFirm.name, inCapacity: '委托代理人' })),
  act(after, 'sign', 'mediator', ({ cast }) => ({ mediator: cast.mediator.name, sealedBy: cast.body.name, copies: 3 })),
]
export const talked = (after = 8): Script => [...scheduled(3, after), ...answered, ...stated, ...heard(after, true)]
export const agreed = (payDays: readonly number[], after = 8): Script => [
  ...talked(after),
  ...drafted(after, payDays),
  ...signed(after + 1),
]

export const paid = (after: number, part = 1): Act =>
  act(
    after,
    'reportPayment',
    'worker',
    ({ cast, on }) => ({ amountFen: Math.round((settledFen(cast) * part) / 100) * 100, paidOn: on, how: 'bank' }),
    { anyDay: true },
  )
export const completed = (after: number): Act => act(after, 'complete', 'mediator', () => ({ otherPoints: true }), { waits: true })
export const breached = (after: number): Act =>
  act(after, 'reportBreach', 'worker', () => ({ says: '约定的日子过了，钱没有到账。' }), { anyDay: true, waits: true })
/** `due`: the part of the settled sum that has come due and is unpaid. */
export const ordered = (after: number, due = 1): Act =>
  act(after, 'issuePaymentOrder', 'mediator', ({ cast }) => ({ court, amountFen: Math.floor((settledFen(cast) * due) / 100) * 100 }), {
    maybe: true,
  })

const joint = ({ on }: Scene) => ({ workerSignedOn: on, firmSignedOn: on })
export const reviewAsked = (after: number): Act =>
  act(after, 'requestArbitralReview', 'mediator', (scene) => ({ ...joint(scene), commission, venue: 'performedHere' }))
export const confirmationAsked = (after: number): Act =>
  act(after, 'requestConfirmation', 'mediator', (scene) => ({ ...joint(scene), court }))
export const joined = (after: number): Script =>
  Array.from({ length: 11 }, (_, n) =>
    act(
      after,
      'join',
      'worker',
      ({ cast }) => ({ ...named(cast.colleagues[n]!), amountFen: Math.round(totalFen(cast) / 12 / 100) * 100, sameClaim: true }),
      { anyDay: true },
    ),
  )

export const failureWords = text('数额分歧太大，没有谈成。', 'The figures were too far apart.')
export const namedOf = named
