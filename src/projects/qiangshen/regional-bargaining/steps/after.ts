/** While the contract is in force, and its end: firms come and go, the yearly report, renewal, termination, the last day. */
import type { Step } from '#engine/define.ts'
import type { Id } from '#kernel/id.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import type { Facts } from '../data.ts'
import { performanceReport, terminationAgreement } from '../documents/after.ts'
import { boundFirms } from '../facts/firms.ts'
import { joinerIsNew, leaverIsBound } from '../rules/contract.ts'
import { endHasGround, endsWhileInForce, newContractIsInForce, reportIsHeld } from '../rules/ends.ts'
import { inLastNinetyDays } from '../rules/talks.ts'
import { desk, unconcluded } from './phases.ts'

/** The offer of the next round: the same firms as are bound now, and the clauses in force. */
function nextOffer({ offer, draft, joins, leaves, renewal }: Facts, replaces: Id) {
  const { by: _by, purpose: _purpose, known: _known, floor: _floor, bureau: _bureau, reason: _reason, clauses: _clauses, ...same } = offer!
  return {
    ...same,
    ...renewal!,
    by: 'workers',
    purpose: 'renewal',
    replaces,
    firms: boundFirms({ offer, joins, leaves }).map(({ organisationId, name }) => ({ organisationId, name })),
    ...(draft ? { clauses: draft.clauses } : {}),
  }
}

export const after = {
  join: {
    title: '企业加入',
    hint: '新到本行业、本区域的企业',
    from: [...unconcluded, 'carried', 'filed', 'objected', 'inForce'],
    by: desk,
    law: contractZhejiang.art(26),
    gathers: 'joins',
    needs: [joinerIsNew],
  },
  leave: {
    title: '企业退出',
    hint: '注销、迁走或者不再属于本行业',
    from: [...unconcluded, 'carried', 'filed', 'objected', 'inForce'],
    by: desk,
    law: contractZhejiang.art(26),
    gathers: 'leaves',
    needs: [leaverIsBound],
  },
  report: {
    title: '报告履行情况',
    hint: '每年至少一次',
    from: 'inForce',
    by: ['employer', 'workers'],
    recordedBy: desk,
    law: wageHangzhou.art(42),
    gathers: 'reports',
    needs: [reportIsHeld],
    papers: [performanceReport],
  },
  renew: {
    title: '提出续订',
    hint: '期满前九十日内；开出新的一轮协商',
    from: 'inForce',
    by: 'workers',
    law: contractZhejiang.art(30),
    fills: 'renewal',
    needs: [inLastNinetyDays],
    opens: { procedure: 'regional-bargaining', step: 'offer', input: nextOffer },
    once: true,
  },
  replace: {
    title: '由新合同代替',
    from: 'inForce',
    to: 'replaced',
    by: 'workers',
    law: contractZhejiang.art(33),
    fills: 'replacement',
    needs: [newContractIsInForce],
  },
  terminate: {
    title: '解除合同',
    from: 'inForce',
    to: 'terminated',
    by: desk,
    law: contractZhejiang.art(31),
    fills: 'termination',
    needs: [endHasGround, endsWhileInForce],
    papers: [terminationAgreement],
  },
  fileTermination: {
    title: '解除后报人社部门备案',
    hint: '解除之日起五个工作日内',
    from: 'terminated',
    by: 'employer',
    recordedBy: desk,
    law: contractZhejiang.art(33),
    fills: 'terminationFiling',
    once: true,
  },
  expire: { title: '合同期满', from: 'inForce', to: 'expired', by: 'law', law: contractZhejiang.art(30) },
  giveUp: {
    title: '协商没有结果',
    from: ['refused', 'rejected'],
    to: 'notConcluded',
    by: 'workers',
    law: contractZhejiang.art(39),
    fills: 'withdrawal',
  },
} as const satisfies Readonly<Record<string, Step>>
