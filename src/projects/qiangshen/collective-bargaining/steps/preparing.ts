/** Who talks, about what, with which figures: delegates, materials, the meeting. */
import type { Step } from '#engine/define.ts'
import { contractRules, contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { delegateList, employerDelegateList } from '../documents/meetings.ts'
import { materialsRequest } from '../documents/offer.ts'
import {
  after,
  bothListsNamed,
  chosenByCongress,
  composition,
  employerSends,
  headOfFirmLeads,
  leaverSits,
  numbers,
  refillIsNotified,
  refillTakesAPlace,
  unionHeadLeads,
} from '../rules/sides.ts'
import { listStands, newChiefMayLead, suppliedByNow } from '../rules/changes.ts'
import { agendaInTime, chiefsChairInTurn } from '../rules/talks.ts'
import { beforeDraft, bothSides, ownSide, type Taker, talking, union } from './phases.ts'

const suppliedToday = ({ suppliedOn: _, ...input }: { readonly suppliedOn?: unknown }, _person: Taker) => input

const naming = ['offered', ...beforeDraft] as const
const whileTalking = [
  ...beforeDraft,
  'drafted',
  'atCongress',
  'rejected',
  'carried',
  'objected',
  'refused',
  'coordinating',
  'inForce',
] as const

export const preparing = {
  nameWorkers: {
    title: '产生职工方协商代表',
    hint: '工会负责人任首席，其他由职代会选举；产生后公示',
    from: naming,
    by: union,
    law: wageHangzhou.art(18),
    fills: 'workerSide',
    needs: [listStands, ...after('workerSide', [...numbers, ...composition, unionHeadLeads, chosenByCongress])],
    papers: [delegateList],
  },
  nameEmployer: {
    title: '选派企业方协商代表',
    hint: '不多于职工方；首席由法定代表人或者主要负责人担任',
    from: naming,
    by: 'employer',
    recordedBy: union,
    law: wageHangzhou.art(18),
    fills: 'employerSide',
    needs: [listStands, ...after('employerSide', [...numbers, ...composition, employerSends, headOfFirmLeads])],
    papers: [employerDelegateList],
  },
  leave: {
    title: '协商代表空缺',
    hint: '十五日内补上',
    from: whileTalking,
    by: ['employer', ...union],
    recordedBy: union,
    law: contractRules.art(31),
    gathers: 'vacancies',
    signedBy: ownSide,
    needs: [leaverSits],
  },
  refill: {
    title: '补上协商代表',
    hint: '按产生代表的程序，并书面通报对方',
    from: whileTalking,
    by: ['employer', ...union],
    recordedBy: union,
    law: contractZhejiang.art(13),
    gathers: 'refills',
    signedBy: ownSide,
    needs: [refillTakesAPlace, refillIsNotified, ...after('refills', composition), newChiefMayLead],
  },
  askMaterials: {
    title: '要求对方提供资料',
    hint: '对方应当在会议七个工作日前如实提供',
    from: beforeDraft,
    by: bothSides,
    recordedBy: union,
    law: wageHangzhou.art(25),
    fills: 'materialsAsked',
    papers: [materialsRequest],
  },
  supplyMaterials: {
    title: '提供资料',
    hint: '工资总额、工资表、经营情况；商业秘密要保守',
    from: [...beforeDraft, 'refused'],
    by: 'employer',
    recordedBy: union,
    law: wageHangzhou.art(25),
    fills: 'materials',
    signedBy: suppliedToday,
    needs: [suppliedByNow],
  },
  setMeeting: {
    title: '定协商会议',
    hint: '七日前把议题和代表名单通知对方；可以改期',
    from: talking,
    to: 'negotiating',
    by: bothSides,
    recordedBy: union,
    law: contractZhejiang.art(16),
    gathers: 'meetings',
    needs: [bothListsNamed, agendaInTime, chiefsChairInTurn],
  },
} as const satisfies Readonly<Record<string, Step>>
