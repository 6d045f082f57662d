/** What the law demands of a mediation until an agreement stands. Each rule is one sentence of one article. */
import { rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { arbitrationRules, mediationLaw, rule17, zhejiangMediation } from '#law/acts/dispute.ts'
import { Dispute } from './data.ts'
import { hasSigned, headsWithCommonClaim, isAmong, isCollective, notYetAgreed, representativesIn, workersIn } from './facts/people.ts'
import { lastDay } from './facts/windows.ts'

const stillMissing = (sides: readonly (readonly [there: boolean, zh: string, en: string])[]) => {
  const open = sides.filter(([there]) => !there)
  return open.length === 0
    ? undefined
    : text(`还差${open.map(([, zh]) => zh).join('、')}`, `Still missing: ${open.map(([, , en]) => en).join(', ')}`)
}
const people = (n: number) => (n > 0 ? text(`还差 ${n} 人`, `${n} more needed`) : undefined)

export const workerAsks = rule(Dispute, {
  id: 'workerAsks',
  says: '由职工一方提出',
  law: rule17.art(21),
  reads: ['application'],
  holds: ({ application }) => application.by === 'worker',
})

export const firmAsks = rule(Dispute, {
  id: 'firmAsks',
  says: '由用人单位一方提出',
  law: rule17.art(21),
  reads: ['application'],
  holds: ({ application }) => application.by === 'employer',
})

export const bodyOffers = rule(Dispute, {
  id: 'bodyOffers',
  says: '由调解组织主动提出',
  law: rule17.art(23),
  reads: ['application'],
  holds: ({ application }) => application.by === 'body',
})

export const madeAtCounter = rule(Dispute, {
  id: 'madeAtCounter',
  says: '当面书面提出，或者口头提出、当场记录',
  law: mediationLaw.art(12),
  reads: ['application'],
  holds: ({ application }) => application.channel !== 'online',
})

export const disputeIsInScope = rule(Dispute, {
  id: 'disputeIsInScope',
  says: '属于劳动争议受理范围，或者是平台用工的争议',
  law: rule17.art(22),
  reads: ['application', 'acceptance'],
  holds: ({ application, acceptance }) =>
    acceptance.ground === 'labour' || (acceptance.ground === 'newForm' && application.respondent.kind === 'platform'),
})

/** Whoever asked has agreed by asking; the other side has to say so. */
export const bothSidesAgree = rule(Dispute, {
  id: 'bothSidesAgree',
  says: '双方当事人都同意调解',
  law: rule17.art(22),
  reads: ['application', 'workerConsent', 'firmConsent'],
  holds: ({ application, workerConsent, firmConsent }) =>
    (application.by === 'worker' || workerConsent.length > 0) && (application.by === 'employer' || firmConsent.length > 0),
  missing: ({ application, workerConsent, firmConsent }) =>
    stillMissing([
      [application.by === 'worker' || workerConsent.length > 0, '职工同意', "the worker's consent"],
      [application.by === 'employer' || firmConsent.length > 0, '用人单位同意', "the employer's consent"],
    ]),
})

export const mediatorsHaveNoTie = rule(Dispute, {
  id: 'mediatorsHaveNoTie',
  says: '调解员与当事人、与本案没有利害关系，本人也不是当事人',
  law: rule17.art(25),
  reads: ['application', 'colleagues', 'leavers', 'assignment'],
  holds: (facts) => facts.assignment.mediators.every((one) => one.tie === 'none' && !isAmong(workersIn(facts), one)),
})

export const bothAgreeToHelp = rule(Dispute, {
  id: 'bothAgreeToHelp',
  says: '征得双方当事人同意后，才邀请别的单位',
  law: rule17.art(25),
  reads: ['shares'],
  holds: ({ shares }) => shares.at(-1)?.bothAgree === true,
})

export const challengedAreReplaced = rule(Dispute, {
  id: 'challengedAreReplaced',
  says: '换下当事人不接受的调解员',
  law: rule17.art(25),
  reads: ['assignment', 'challenges'],
  holds: ({ assignment, challenges }) => !challenges.some(({ mediator }) => isAmong(assignment.mediators, mediator)),
})

export const hearingIsInTime = rule(Dispute, {
  id: 'hearingIsInTime',
  says: '调解会开在今天以后、期限届满以前',
  law: mediationLaw.art(14),
  reads: ['hearings', 'extensions'],
  holds: ({ hearings, extensions }, at) => {
    const hearing = hearings.at(-1)
    return hearing !== undefined && hearing.day >= at.on && hearing.day <= lastDay(extensions, at)
  },
})

export const workersAreMany = rule(Dispute, {
  id: 'workersAreMany',
  says: '有十名以上职工，并且请求相同',
  law: mediationLaw.art(7),
  reads: ['application', 'colleagues', 'leavers'],
  holds: isCollective,
  missing: (facts) => people(10 - headsWithCommonClaim(facts)),
})

export const representativesAreThreeToFive = rule(Dispute, {
  id: 'representativesAreThreeToFive',
  says: '推举三至五名代表',
  law: zhejiangMediation.art(40),
  reads: ['elections'],
  holds: (facts) => representativesIn(facts).length >= 3 && representativesIn(facts).length <= 5,
  missing: (facts) => people(3 - representativesIn(facts).length),
})

export const representativesAreWorkers = rule(Dispute, {
  id: 'representativesAreWorkers',
  says: '在本案的职工中推举代表',
  law: mediationLaw.art(7),
  reads: ['application', 'colleagues', 'leavers', 'elections'],
  holds: (facts) => representativesIn(facts).every((one) => isAmong(workersIn(facts), one)),
})

export const bothSignedToExtend = rule(Dispute, {
  id: 'bothSignedToExtend',
  says: '双方当事人都签字同意延期',
  law: rule17.art(29),
  reads: ['extensions'],
  holds: ({ extensions }, { on }) => {
    const asked = extensions.at(-1)
    return asked?.workerSignedOn !== undefined && asked.firmSignedOn !== undefined && asked.workerSignedOn <= on && asked.firmSignedOn <= on
  },
  missing: ({ extensions }) =>
    stillMissing([
      [extensions.at(-1)?.workerSignedOn !== undefined, '职工方签字', "the worker's signature"],
      [extensions.at(-1)?.firmSignedOn !== undefined, '企业方签字', "the employer's signature"],
    ]),
})

export const extensionIsLater = rule(Dispute, {
  id: 'extensionIsLater',
  says: '延到比现在的最后一日更晚的一天',
  law: zhejiangMediation.art(10),
  reads: ['extensions'],
  holds: ({ extensions }, at) => (extensions.at(-1)?.until ?? '') > lastDay(extensions, at, extensions.length - 1),
})

export const timeWasLeft = rule(Dispute, {
  id: 'timeWasLeft',
  says: '在期限届满以前延期',
  law: mediationLaw.art(14),
  reads: ['extensions'],
  holds: ({ extensions }, at) => at.on <= lastDay(extensions, at, extensions.length - 1),
})

export const timeIsLeft = rule(Dispute, {
  id: 'timeIsLeft',
  says: '在期限届满以前达成协议',
  law: mediationLaw.art(14),
  reads: ['extensions'],
  holds: ({ extensions }, at) => at.on <= lastDay(extensions, at),
})

export const nobodyHasSigned = rule(Dispute, {
  id: 'nobodyHasSigned',
  says: '在双方签名以前改定条款；已经签了的，先撤回签名',
  law: rule17.art(26),
  reads: ['workerSignatures', 'firmSignatures'],
  holds: ({ workerSignatures, firmSignatures }) => !hasSigned(workerSignatures) && !hasSigned(firmSignatures),
})

export const termsAreWritten = rule(Dispute, {
  id: 'termsAreWritten',
  says: '先把协议条款写下来',
  law: rule17.art(26),
  reads: ['drafts'],
  holds: ({ drafts }) => drafts.length > 0,
})

export const bothSidesSigned = rule(Dispute, {
  id: 'bothSidesSigned',
  says: '双方当事人签名或者盖章',
  law: rule17.art(26),
  reads: ['workerSignatures', 'firmSignatures'],
  holds: ({ workerSignatures, firmSignatures }) => hasSigned(workerSignatures) && hasSigned(firmSignatures),
  missing: ({ workerSignatures, firmSignatures }) =>
    stillMissing([
      [hasSigned(workerSignatures), '职工方签名', "the worker's signature"],
      [hasSigned(firmSignatures), '企业方签名', "the employer's signature"],
    ]),
})

export const mediatorSignedAndSealed = rule(Dispute, {
  id: 'mediatorSignedAndSealed',
  says: '由本案调解员签名，并加盖调解组织印章',
  law: rule17.art(26),
  reads: ['assignment', 'signing'],
  holds: ({ assignment, signing }) => assignment.mediators.some((one) => one.name === signing.mediator) && signing.sealedBy !== undefined,
})

export const copiesAreThree = rule(Dispute, {
  id: 'copiesAreThree',
  says: '协议书一式三份，双方和调解组织各一份',
  law: rule17.art(26),
  reads: ['signing'],
  holds: ({ signing }) => signing.copies >= 3,
})

/** Nobody is bound by another's signature: who has joined and does not sign, few or many, has to have said yes. */
export const representedAgree = rule(Dispute, {
  id: 'representedAgree',
  says: '被代表的职工都同意协议内容',
  law: arbitrationRules.art(63),
  reads: ['application', 'colleagues', 'leavers', 'elections', 'approvals'],
  holds: (facts) => notYetAgreed(facts).length === 0,
  missing: (facts) => people(notYetAgreed(facts).length),
})
