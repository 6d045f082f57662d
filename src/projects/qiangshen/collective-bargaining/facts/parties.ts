/** Who stands in a bargaining, its name in one line, and where its people come together. Pure. */
import type { Meeting, Party } from '#engine/define.ts'
import { contractKinds } from '#registry/contracts/contract.ts'
import type { Facts } from '../data.ts'

/** The firm from the offer on; the labour bureau once the contract is filed or it is asked for something. */
export function partiesOf({ offer, filing, coordination, penaltyProposal }: Facts): readonly Party[] {
  if (!offer) return []
  const { company, bureau } = offer
  const office = { role: 'bureau', name: bureau?.name ?? '', ...(bureau ? { organisation: bureau.organisationId } : {}) }
  return [
    { role: 'employer', name: company.name, organisation: company.organisationId },
    ...(bureau ? [{ ...office, sees: [filing, coordination, penaltyProposal].some((one) => one !== undefined) }] : []),
  ]
}

/** 杭州瑞鼎金属制品有限公司 工资专项集体合同 */
export const subjectOf = ({ offer }: Facts): string => (offer ? `${offer.company.name} ${contractKinds[offer.kind].zh}` : '')

const purposes = { first: '首次协商', renewal: '续订', change: '变更', second: '二次协商' } as const
export const matterOf = ({ offer }: Facts): string => (offer ? purposes[offer.purpose] : '')

/** The talks set last, and the congress that is to vote. */
export function meetingsOf({ meetings, convening }: Facts): readonly Meeting[] {
  const talks = meetings.at(-1)
  return [
    ...(talks ? [{ title: '协商会议', on: talks.day, at: talks.start, place: talks.place }] : []),
    ...(convening
      ? [{ title: `${convening.term}届${convening.session}次职代会`, on: convening.onDay, at: '09:00', place: convening.place }]
      : []),
  ]
}
