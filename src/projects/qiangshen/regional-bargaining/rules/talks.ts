/** What the law demands until the two sides agree: firms, delegates, chiefs, meetings, minutes. Each rule is one sentence of one article. */
import { rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { oneThirdOrLess } from '#law/count.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { type Delegate, Regional } from '../data.ts'
import { byWageOrdinance } from '../facts/law.ts'
import { chiefsOf, onBothSides } from '../facts/sides.ts'
import { renewalOpens } from '../facts/term.ts'

const more = (n: number, zh: string, en: string) => (n > 0 ? text(`还差 ${n} ${zh}`, `${n} more ${en} needed`) : undefined)

export const workersOffer = rule(Regional, {
  id: 'workersOffer',
  says: '要约由行业工会或者区域工会代表职工方提出',
  law: contractZhejiang.art(9),
  reads: ['offer'],
  holds: ({ offer }) => offer.by === 'workers',
})

export const employerOffers = rule(Regional, {
  id: 'employerOffers',
  says: '要约由企业代表组织或者企业提出',
  law: contractZhejiang.art(9),
  reads: ['offer'],
  holds: ({ offer }) => offer.by === 'employer',
})

export const firmsAreSeveral = rule(Regional, {
  id: 'firmsAreSeveral',
  says: '行业或者区域内有两家以上企业',
  law: contractZhejiang.art(25),
  reads: ['offer'],
  holds: ({ offer }) => new Set(offer.firms.map(({ organisationId }) => organisationId)).size >= 2,
})

/** What nobody has looked up is not known to be wrong. */
export const firmsAreKnown = rule(Regional, {
  id: 'firmsAreKnown',
  says: '受约束的企业都在名册里',
  law: contractZhejiang.art(26),
  reads: ['offer'],
  holds: ({ offer: { firms, known } }) =>
    known === undefined || firms.every((firm) => known.some((one) => one.organisationId === firm.organisationId)),
  missing: ({ offer: { firms, known = [] } }) => {
    const lost = firms.filter((firm) => !known.some((one) => one.organisationId === firm.organisationId)).map(({ name }) => name)
    return lost.length > 0
      ? text(`名册里没有：${lost.slice(0, 5).join('、')}`, `Not in the register: ${lost.slice(0, 5).join(', ')}`)
      : undefined
  },
})

export const receivedAfterOffer = rule(Regional, {
  id: 'receivedAfterOffer',
  says: '对方在要约之后、今天以前收到',
  law: contractZhejiang.art(7),
  reads: ['offer', 'service'],
  holds: ({ service }, { on, days }) =>
    service.receivedOn <= on && service.receivedOn >= (days.offer ?? days.offerAsEmployer ?? service.receivedOn),
})

/** Who is written twice sits once. */
const heads = (delegates: readonly Delegate[]): number => new Set(delegates.map(({ personId, name }) => personId ?? name)).size

export const workersAreEnough = rule(Regional, {
  id: 'workersAreEnough',
  says: '职工方代表不少于三名；工资协商为三至九名',
  law: wageHangzhou.art(16),
  reads: ['offer', 'workerSide'],
  holds: ({ offer, workerSide: { delegates } }, at) => heads(delegates) >= 3 && (heads(delegates) <= 9 || !byWageOrdinance(offer.kind, at)),
  missing: ({ workerSide: { delegates } }) => more(3 - heads(delegates), '名代表', 'delegates'),
})

export const workersHaveOneChief = rule(Regional, {
  id: 'workersHaveOneChief',
  says: '职工方确定一名首席代表，由行业或者区域工会负责人担任，不是外聘人员',
  law: contractZhejiang.art(12),
  reads: ['workerSide'],
  holds: ({ workerSide: { delegates } }) => chiefsOf(delegates).length === 1 && !chiefsOf(delegates)[0]!.outside,
})

export const congressApprovedWorkers = rule(Regional, {
  id: 'congressApprovedWorkers',
  says: '工资协商的职工方代表经行业、区域职工代表大会审议通过',
  law: wageHangzhou.art(32),
  reads: ['offer', 'workerSide'],
  holds: ({ offer, workerSide: { approvedOn } }, at) =>
    !byWageOrdinance(offer.kind, at) || (approvedOn !== undefined && approvedOn <= at.on),
})

export const workersOutsideAreFew = rule(Regional, {
  id: 'workersOutsideAreFew',
  says: '职工方外聘的代表不超过三分之一',
  law: contractZhejiang.art(10),
  reads: ['workerSide'],
  holds: ({ workerSide: { delegates } }) => oneThirdOrLess(delegates.filter(({ outside }) => outside).length, delegates.length),
})

export const employerIsNamedSecond = rule(Regional, {
  id: 'employerIsNamedSecond',
  says: '企业方代表不少于三名，也不多于职工方',
  law: contractZhejiang.art(10),
  reads: ['workerSide', 'employerSide'],
  holds: ({ workerSide, employerSide }) =>
    heads(employerSide.delegates) >= 3 && heads(employerSide.delegates) <= heads(workerSide.delegates),
  missing: ({ employerSide: { delegates } }) => more(3 - delegates.length, '名代表', 'delegates'),
})

export const employerChiefIsElected = rule(Regional, {
  id: 'employerChiefIsElected',
  says: '企业方首席代表由企业方代表民主推选产生',
  law: contractZhejiang.art(12),
  reads: ['employerSide'],
  holds: ({ employerSide: { delegates, chiefElected } }) =>
    chiefElected && chiefsOf(delegates).length === 1 && !chiefsOf(delegates)[0]!.outside,
})

export const employerOutsideAreFew = rule(Regional, {
  id: 'employerOutsideAreFew',
  says: '企业方外聘的代表不超过三分之一',
  law: contractZhejiang.art(10),
  reads: ['employerSide'],
  holds: ({ employerSide: { delegates } }) => oneThirdOrLess(delegates.filter(({ outside }) => outside).length, delegates.length),
})

/** 市34: without an association, the union bargains with the firms, and nobody else can choose for them. */
export const firmsChooseWithoutAssociation = rule(Regional, {
  id: 'firmsChooseWithoutAssociation',
  says: '没有企业代表组织的，企业方代表由企业推选或者授权委托',
  law: wageHangzhou.art(34),
  reads: ['offer', 'employerSide'],
  holds: ({ offer, employerSide }) => offer.association !== undefined || employerSide.chosenBy !== 'association',
})

export const nobodyOnBothSides = rule(Regional, {
  id: 'nobodyOnBothSides',
  says: '没有人同时是双方的代表',
  law: contractZhejiang.art(10),
  reads: ['workerSide', 'employerSide'],
  holds: (facts) => onBothSides(facts).length === 0,
  missing: (facts) => {
    const names = onBothSides(facts).map(({ name }) => name)
    return names.length > 0 ? text(`两边都有：${names.join('、')}`, `On both sides: ${names.join(', ')}`) : undefined
  },
})

export const chiefsTakeTurns = rule(Regional, {
  id: 'chiefsTakeTurns',
  says: '协商会议由双方首席代表轮流召集',
  law: contractZhejiang.art(16),
  reads: ['meetings'],
  holds: ({ meetings }) => meetings.at(-2)?.chairedBy !== meetings.at(-1)?.chairedBy,
})

export const minutesAreSigned = rule(Regional, {
  id: 'minutesAreSigned',
  says: '会议记录经双方首席代表签字',
  law: contractZhejiang.art(16),
  reads: ['minutes'],
  holds: ({ minutes }) => minutes.at(-1)?.signedByWorkers === true && minutes.at(-1)?.signedByEmployer === true,
})

export const recorderIsNeutral = rule(Regional, {
  id: 'recorderIsNeutral',
  says: '记录员不是任何一方的代表',
  law: wageHangzhou.art(26),
  reads: ['workerSide', 'employerSide', 'minutes'],
  holds: ({ workerSide, employerSide, minutes }) =>
    ![...workerSide.delegates, ...employerSide.delegates].some(({ name }) => name === minutes.at(-1)?.recorder),
})

export const inLastNinetyDays = rule(Regional, {
  id: 'inLastNinetyDays',
  says: '在合同期满前九十日内提出续订',
  law: contractZhejiang.art(30),
  reads: ['offer', 'draft'],
  holds: ({ offer, draft }, at) => at.on <= draft.until && at.on >= (renewalOpens(offer.kind, draft.until, at) ?? at.on),
})
