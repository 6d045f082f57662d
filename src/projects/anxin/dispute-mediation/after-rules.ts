/** What the law demands once an agreement stands: review, confirmation, performance, the payment order. */
import { rule } from '#engine/define.ts'
import { yuan } from '#kernel/money.ts'
import { text } from '#kernel/text.ts'
import { arbitrationRules, civilProcedureLaw, mediationLaw, rule17 } from '#law/acts/dispute.ts'
import { Dispute } from './data.ts'
import { allowsPaymentOrder, overdueFen, termsOf, unpaidFen } from './terms.ts'
import { confirmationUntil, reviewUntil } from './facts/windows.ts'

interface Joint {
  readonly workerSignedOn?: string | undefined
  readonly firmSignedOn?: string | undefined
}
const both = ({ workerSignedOn, firmSignedOn }: Joint): boolean => workerSignedOn !== undefined && firmSignedOn !== undefined
const missingOf = ({ workerSignedOn, firmSignedOn }: Joint) => {
  if (workerSignedOn === undefined && firmSignedOn === undefined) return text('还差双方签名', 'Still missing: both signatures')
  if (workerSignedOn === undefined) return text('还差职工方签名', "Still missing: the worker's signature")
  return firmSignedOn === undefined ? text('还差企业方签名', "Still missing: the employer's signature") : undefined
}

export const bothAskForReview = rule(Dispute, {
  id: 'bothAskForReview',
  says: '双方当事人共同申请仲裁审查',
  law: rule17.art(27),
  reads: ['review'],
  holds: ({ review }) => both(review),
  missing: ({ review }) => missingOf(review),
})

export const reviewIsInTime = rule(Dispute, {
  id: 'reviewIsInTime',
  says: '自协议生效之日起十五日内申请',
  law: rule17.art(27),
  reads: [],
  holds: (_, at) => at.days.sign !== undefined && at.on <= reviewUntil(at.days.sign, at),
})

export const reviewIsInScope = rule(Dispute, {
  id: 'reviewIsInScope',
  says: '属于劳动人事争议仲裁受理范围',
  law: arbitrationRules.art(75),
  reads: ['acceptance'],
  holds: ({ acceptance }) => acceptance.ground === 'labour',
})

export const relationshipIsNotAtIssue = rule(Dispute, {
  id: 'relationshipIsNotAtIssue',
  says: '不是确认劳动关系的协议',
  law: arbitrationRules.art(75),
  reads: ['application'],
  holds: ({ application }) => application.claimKind !== 'relationship',
})

export const commissionHasVenue = rule(Dispute, {
  id: 'commissionHasVenue',
  says: '向有管辖权的仲裁委员会申请',
  law: arbitrationRules.art(74),
  reads: ['review'],
  holds: ({ review }) => review.venue !== 'elsewhere',
})

export const courtHasNotConfirmed = rule(Dispute, {
  id: 'courtHasNotConfirmed',
  says: '没有经过人民法院司法确认',
  law: arbitrationRules.art(75),
  reads: ['confirmations'],
  holds: ({ confirmations }) => confirmations.length === 0,
})

export const bothAskForConfirmation = rule(Dispute, {
  id: 'bothAskForConfirmation',
  says: '双方当事人共同申请司法确认',
  law: civilProcedureLaw.art(205),
  reads: ['confirmation'],
  holds: ({ confirmation }) => both(confirmation),
  missing: ({ confirmation }) => missingOf(confirmation),
})

export const confirmationIsInTime = rule(Dispute, {
  id: 'confirmationIsInTime',
  says: '自协议生效之日起三十日内申请',
  law: civilProcedureLaw.art(205),
  reads: [],
  holds: (_, at) => at.days.sign !== undefined && at.on <= confirmationUntil(at.days.sign, at),
})

export const allIsPaid = rule(Dispute, {
  id: 'allIsPaid',
  says: '协议约定的款项全部付清',
  law: mediationLaw.art(14),
  reads: ['drafts', 'payments'],
  holds: (facts) => unpaidFen(facts) === 0,
  missing: (facts) =>
    unpaidFen(facts) > 0 ? text(`还差 ${yuan(unpaidFen(facts))} 元`, `${yuan(unpaidFen(facts))} yuan still unpaid`) : undefined,
})

export const otherPointsAreDone = rule(Dispute, {
  id: 'otherPointsAreDone',
  says: '协议的其他内容也已经履行',
  law: mediationLaw.art(14),
  reads: ['completion'],
  holds: ({ completion }) => completion.otherPoints,
})

/** Money: an agreed day has passed unpaid. Without money at stake any point may be broken. */
export const agreedDayHasPassed = rule(Dispute, {
  id: 'agreedDayHasPassed',
  says: '过了协议约定的日期仍没有履行',
  law: mediationLaw.art(15),
  reads: ['drafts', 'payments'],
  holds: (facts, { on }) => overdueFen(facts, on) > 0 || unpaidFen(facts) === 0,
})

export const coversOneOfFour = rule(Dispute, {
  id: 'coversOneOfFour',
  says: '是拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金的协议',
  law: mediationLaw.art(16),
  reads: ['drafts'],
  holds: (facts) => allowsPaymentOrder(termsOf(facts)?.covers ?? []),
})

export const orderIsForWhatIsDue = rule(Dispute, {
  id: 'orderIsForWhatIsDue',
  says: '申请的数额不超过已经到期没有付的数额',
  law: civilProcedureLaw.art(225),
  reads: ['drafts', 'payments', 'paymentOrder'],
  holds: (facts, { on }) => facts.paymentOrder.amountFen > 0 && facts.paymentOrder.amountFen <= overdueFen(facts, on),
})

export const agreementIsConfirmed = rule(Dispute, {
  id: 'agreementIsConfirmed',
  says: '协议已经仲裁委员会制作调解书，或者经法院裁定有效',
  law: civilProcedureLaw.art(206),
  reads: ['reviewResults', 'confirmations'],
  holds: ({ reviewResults, confirmations }) => reviewResults.length > 0 || confirmations.length > 0,
})
