/** What the law demands when delegates change: who may lead, until when a list is named as a whole, when what was asked for came. */
import { rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { Bargaining, type Facts } from '../data.ts'
import { firmOf } from '../facts/sides.ts'

const whole = (facts: unknown): Facts => facts as Facts
const headOf = (facts: Facts): string | undefined => {
  const next = facts.refills.at(-1)!
  const firm = next.firm ?? firmOf(facts)
  return next.side === 'workers' ? (firm?.hasUnion ? firm.unionHead : undefined) : firm?.legalRepresentative
}

/** By the same procedure as the first: the head of the union, or of the firm, or whom they sent in writing. Whom nobody knows nobody doubts. */
export const newChiefMayLead = rule(Bargaining, {
  id: 'newChiefMayLead',
  says: '接替首席代表的，是工会负责人（企业方是法定代表人），或者由其书面委托',
  law: contractZhejiang.art(13),
  reads: ['refills'],
  holds: (facts) => {
    const { chief, delegation, name } = facts.refills.at(-1)!
    const head = headOf(whole(facts))
    return !chief || delegation !== undefined || head === undefined || head === name
  },
  missing: (facts) => {
    const head = headOf(whole(facts)) ?? ''
    return text(
      `负责人是${head}；由别人任首席的，还差书面委托`,
      `The head is ${head}; for another chief a delegation in writing is missing`,
    )
  },
})

export const listStands = rule(Bargaining, {
  id: 'listStands',
  says: '协商会议开过以后，更换代表按空缺、补上办理',
  law: contractZhejiang.art(13),
  reads: ['minutes'],
  holds: ({ minutes }) => minutes.length === 0,
})

export const suppliedByNow = rule(Bargaining, {
  id: 'suppliedByNow',
  says: '提供资料的日期在今天以前',
  law: wageHangzhou.art(25),
  reads: ['materials'],
  holds: ({ materials }, { on }) => materials.suppliedOn === undefined || materials.suppliedOn <= on,
})
