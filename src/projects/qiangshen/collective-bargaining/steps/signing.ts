/** From the draft to the contract in force: the congress, the signatures, the filing, the fifteen days. */
import type { Step } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { contractLaw } from '#law/acts/standards.ts'
import type { Facts } from '../data.ts'
import { congressResolution, contractText } from '../documents/contract.ts'
import { filingLetter, publicationNotice, upperCopyLetter } from '../documents/filing.ts'
import {
  bothChiefsSigned,
  chiefSigns,
  fiveCopies,
  objectedInTime,
  receivedAfterFiling,
  signedAfterVote,
  signsWhatPassed,
  withExplanation,
} from '../rules/filing.ts'
import {
  assemblyIsSmall,
  congressHasCounted,
  congressHasMet,
  draftFell,
  moreThanHalfOfAll,
  twoThirdsPresent,
  voteIsTold,
  votesAddUp,
} from '../rules/vote.ts'
import { publishedAfterEffect } from '../rules/after.ts'
import { type Taker, union } from './phases.ts'

/** Who signs with their own hand signs in their own name, today. */
const signed = ({ signedOn: _, ...input }: { readonly signedOn?: unknown }, { name }: Taker) => ({ ...input, name })

/** The draft is the one item of the session that is called for it. */
const session = ({ convening, draft }: Facts) => ({
  term: convening!.term,
  session: convening!.session,
  onDay: convening!.onDay,
  place: convening!.place,
  form: convening!.form,
  agenda: [{ id: 'contract', title: `审议《${draft!.title.slice(0, 180)}（草案）》`, kind: 'contract' }],
})

export const signing = {
  convene: {
    title: '召开职工代表大会',
    hint: '形成草案之日起十五个工作日内提交讨论',
    from: ['drafted', 'atCongress'],
    to: 'atCongress',
    by: union,
    law: contractZhejiang.art(24),
    fills: 'convening',
    needs: [assemblyIsSmall, voteIsTold],
    opens: { procedure: 'workers-congress', step: 'call', input: session },
  },
  carry: {
    title: '职代会通过',
    hint: '三分之二以上出席，全体过半数同意',
    from: 'atCongress',
    to: 'carried',
    by: union,
    law: contractZhejiang.art(24),
    gathers: 'votes',
    needs: [congressHasCounted, congressHasMet, votesAddUp, twoThirdsPresent, moreThanHalfOfAll],
    papers: [congressResolution],
  },
  reject: {
    title: '职代会没有通过',
    hint: '职工方提出修改方案，重新协商',
    from: 'atCongress',
    to: 'rejected',
    by: union,
    law: contractZhejiang.art(24),
    gathers: 'votes',
    needs: [congressHasCounted, congressHasMet, votesAddUp, twoThirdsPresent, draftFell],
    papers: [congressResolution],
  },
  signWorkers: {
    title: '职工方首席代表签字',
    from: 'carried',
    by: union,
    law: contractZhejiang.art(24),
    fills: 'workerSignature',
    needs: [chiefSigns('workers'), signedAfterVote('workers')],
    papers: [contractText],
  },
  signEmployer: {
    title: '企业方首席代表签字',
    hint: '拒绝签字的，责令改正；逾期不改，罚款',
    from: ['carried', 'refused'],
    to: 'carried',
    by: 'employer',
    recordedBy: union,
    law: wageHangzhou.art(28),
    fills: 'employerSignature',
    signedBy: signed,
    needs: [signsWhatPassed, chiefSigns('employer'), signedAfterVote('employer')],
    papers: [contractText],
  },
  file: {
    title: '报送人社部门',
    hint: '双方签字之日起十日内，一式五份，附说明',
    from: 'carried',
    to: 'filed',
    by: 'employer',
    recordedBy: union,
    law: contractZhejiang.art(34),
    fills: 'filing',
    clears: ['receipt'],
    needs: [bothChiefsSigned, fiveCopies, withExplanation],
    papers: [filingLetter],
  },
  receive: {
    title: '人社部门收到',
    hint: '从收到之日起算十五日',
    from: 'filed',
    by: 'bureau',
    recordedBy: union,
    law: contractZhejiang.art(34),
    fills: 'receipt',
    needs: [receivedAfterFiling],
    once: 'file',
  },
  object: {
    title: '人社部门提出异议',
    hint: '第十五日提出的也算；双方修订后重新报送',
    from: 'filed',
    to: 'objected',
    by: 'bureau',
    recordedBy: union,
    law: contractZhejiang.art(34),
    fills: 'objection',
    needs: [objectedInTime],
  },
  takeEffect: { title: '十五日内没有异议，合同生效', from: 'filed', to: 'inForce', by: 'law', law: contractLaw.art(54) },
  publish: {
    title: '向全体职工公布',
    hint: '生效之日起五个工作日内，拍一张照片',
    from: 'inForce',
    by: ['employer', ...union],
    recordedBy: union,
    law: contractZhejiang.art(35),
    fills: 'publication',
    needs: [publishedAfterEffect],
    papers: [publicationNotice],
  },
  copyUp: {
    title: '报上一级工会备案',
    from: 'inForce',
    by: union,
    law: contractZhejiang.art(35),
    fills: 'upperCopy',
    papers: [upperCopyLetter],
  },
} as const satisfies Readonly<Record<string, Step>>
