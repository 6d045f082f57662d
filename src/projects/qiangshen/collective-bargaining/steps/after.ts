/** While a contract is in force: the yearly report, renewal, change, the end of its term or before it. */
import type { Step } from '#engine/define.ts'
import { contractZhejiang } from '#law/acts/bargaining.ts'
import type { Facts } from '../data.ts'
import { terminationAgreement } from '../documents/dispute.ts'
import { performanceReport } from '../documents/filing.ts'
import {
  changeMeetsLater,
  endedByTheSameProcedure,
  endsWhileInForce,
  groundIsLawful,
  inTheLastNinetyDays,
  newContractIsInForce,
  renewalMeetsLater,
  reportIsHeld,
} from '../rules/after.ts'
import { bothSides, bySide, union } from './phases.ts'

/** The same talks anew, about the contract that is in force. */
const anew =
  (purpose: 'renewal' | 'change') =>
  ({ offer, draft, renewal, change }: Facts, replaces?: string) => {
    const next = (purpose === 'renewal' ? renewal : change)!
    return {
      ...next,
      by: next.by ?? 'workers',
      kind: offer!.kind,
      purpose,
      company: offer!.company,
      onBehalf: false,
      ...(replaces ? { replaces } : {}),
      reason: next.reason ?? `原合同《${draft!.title}》期限至 ${draft!.until}`,
    }
  }

export const afterEffect = {
  report: {
    title: '向职代会报告履行情况',
    hint: '每年至少一次',
    from: 'inForce',
    by: bothSides,
    recordedBy: union,
    law: contractZhejiang.art(37),
    gathers: 'reports',
    needs: [reportIsHeld],
    papers: [performanceReport],
  },
  renew: {
    title: '要求续订',
    hint: '期满前九十日内，开始新一轮协商',
    from: 'inForce',
    by: bothSides,
    recordedBy: union,
    law: contractZhejiang.art(30),
    fills: 'renewal',
    signedBy: bySide,
    needs: [inTheLastNinetyDays, renewalMeetsLater],
    opens: { procedure: 'collective-bargaining', step: 'offer', input: anew('renewal') },
  },
  change: {
    title: '要求变更',
    hint: '按协商程序重新协商；新合同生效前，原合同照样有效',
    from: 'inForce',
    by: bothSides,
    recordedBy: union,
    law: contractZhejiang.art(31),
    fills: 'change',
    signedBy: bySide,
    needs: [changeMeetsLater],
    opens: { procedure: 'collective-bargaining', step: 'offer', input: anew('change') },
  },
  replace: {
    title: '由变更后的合同代替',
    from: 'inForce',
    to: 'replaced',
    by: union,
    law: contractZhejiang.art(33),
    fills: 'replacement',
    needs: [newContractIsInForce],
  },
  terminate: {
    title: '解除合同',
    hint: '双方一致或者有法定情形，经职代会通过；五个工作日内备案',
    from: 'inForce',
    to: 'terminated',
    by: union,
    law: contractZhejiang.art(33),
    fills: 'termination',
    needs: [groundIsLawful, endsWhileInForce, endedByTheSameProcedure],
    papers: [terminationAgreement],
  },
  fileTermination: {
    title: '解除备案',
    from: 'terminated',
    by: 'employer',
    recordedBy: union,
    law: contractZhejiang.art(33),
    fills: 'terminationFiling',
  },
  expire: { title: '期满终止', from: 'inForce', to: 'expired', by: 'law', law: contractZhejiang.art(30) },
} as const satisfies Readonly<Record<string, Step>>
