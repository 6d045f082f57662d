/** Who stands in a regional bargaining, its name in one line, and where its people meet. Pure. */
import type { Meeting, Party } from '#engine/define.ts'
import type { Facts } from './data.ts'
import { boundFirms } from './facts/firms.ts'

/** With an association the firms look on as those whom it binds; without one they are the other side themselves (市34). */
export function partiesOf({ offer, joins, leaves, filing }: Facts): readonly Party[] {
  if (!offer) return []
  const firms = boundFirms({ offer, joins, leaves }).map(({ organisationId, name }) => ({ name, organisation: organisationId }))
  return [
    ...(offer.association ? [{ role: 'employer', name: offer.association }] : []),
    ...firms.map((firm) => ({ role: offer.association ? 'firm' : 'employer', ...firm })),
    ...(offer.bureau
      ? [{ role: 'bureau', name: offer.bureau.name, organisation: offer.bureau.organisationId, sees: filing !== undefined }]
      : []),
  ]
}

export const levelWords = { industry: '行业性', regional: '区域性' } as const
export const kindWords = {
  wage: '工资专项集体合同',
  comprehensive: '集体合同',
  safety: '劳动安全卫生专项集体合同',
  women: '女职工权益保护专项集体合同',
  skillWages: '能级工资专项集体合同',
} as const

/** 钱塘区货运物流行业 行业性工资专项集体合同 */
export const subjectOf = ({ offer }: Facts): string => (offer ? `${offer.area} ${levelWords[offer.level]}${kindWords[offer.kind]}` : '')

const purposes = { first: '首次协商', renewal: '续订', change: '变更' } as const
export const matterOf = ({ offer, joins, leaves }: Facts): string =>
  offer ? `${purposes[offer.purpose]} · ${boundFirms({ offer, joins, leaves }).length} 家企业` : ''

export function meetingsOf({ meetings }: Facts): readonly Meeting[] {
  const next = meetings.at(-1)
  return next ? [{ title: '协商会议', on: next.day, at: next.start, place: next.place }] : []
}
