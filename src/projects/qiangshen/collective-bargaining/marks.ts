/** What a bargaining has become beside its state, by the facts alone. */
import type { Mark } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { nationalCalendar } from '#law/national-days.ts'
import type { Facts } from './data.ts'
import { latePackage } from './facts/package.ts'
import { delegatesOf, firmOf, openPlaces } from './facts/sides.ts'

/** The district's own place and the nation's calendar, where a mark is asked without a day of its own. */
const here = { region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const

export const marks = {
  latePackage: {
    title: '资料迟交',
    law: wageHangzhou.art(25),
    reads: ['offer'],
    when: (facts: Facts) =>
      facts.meetings.at(-1)?.late === 'keptByAgreement' || (facts.materials !== undefined && latePackage(facts, here) !== undefined),
    suggests: '推迟会议，或者写明双方同意照开',
  },
  refused: {
    title: '企业拒绝或者拖延协商',
    law: contractZhejiang.art(42),
    reads: ['refusal'],
    when: ({ refusal }: Facts) => refusal !== undefined,
    escalate: true,
    suggests: '发出整改（监督）意见书；不改正的，由区总工会提出处罚建议',
  },
  secondBargaining: {
    title: '二次协商',
    law: wageHangzhou.art(35),
    reads: ['offer'],
    when: ({ offer }: Facts) => offer?.purpose === 'second',
    suggests: '每一条都不低于行业、区域合同',
  },
  onBehalf: {
    title: '上代下',
    law: contractZhejiang.art(8),
    reads: ['offer'],
    when: ({ offer }: Facts) => offer?.onBehalf === true,
  },
  placeIsOpen: {
    title: '协商代表空缺',
    law: contractZhejiang.art(13),
    reads: ['vacancies'],
    when: (facts: Facts) => openPlaces(facts).length > 0,
  },
  nobodyDispatched: {
    title: '派遣工没有代表',
    law: wageHangzhou.art(18),
    reads: ['workerSide'],
    when: (facts: Facts) => (firmOf(facts)?.dispatched ?? 0) > 0 && !delegatesOf(facts, 'workers').some(({ dispatched }) => dispatched),
    suggests: '派遣工较多的，职工方代表中应当有他们的人',
  },
} as const satisfies Readonly<Record<string, Mark>>
