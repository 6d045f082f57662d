/** 集体协商: from an offer to the last day of the contract. Read it top to bottom with the ordinance in hand; each phase has its file in `steps/`. */
import { procedure } from '#engine/define.ts'
import { Bargaining } from './data.ts'
import { beforeTheDraft, inForce, untilInForce, whenNotKept } from './deadlines.ts'
import { matterOf, meetingsOf, partiesOf, subjectOf } from './facts/parties.ts'
import { marks } from './marks.ts'
import { afterEffect } from './steps/after.ts'
import { correction } from './steps/correction.ts'
import { opening } from './steps/opening.ts'
import { preparing } from './steps/preparing.ts'
import { signing } from './steps/signing.ts'
import { talks } from './steps/talks.ts'

export const collectiveBargaining = procedure(Bargaining, {
  id: 'collective-bargaining',
  project: 'qiangshen',
  version: 1,
  title: '集体协商',
  short: '协商',
  /** The firm's union; where there is none, the federation that guides the workers (省条例 8). */
  owners: ['union', 'jointUnion', 'street', 'industry', 'park', 'regional', 'district'],
  /** Whoever has no firm of its own has those that the register knows it to reach. */
  competent: ({ offer }, owner) =>
    owner.firm === undefined ? offer?.firm?.organisationId === offer?.company.organisationId : owner.firm === offer?.company.organisationId,

  roles: {
    workers: { title: '企业工会', kind: 'desk', posts: ['unionChair', 'unionOfficer'] },
    employer: { title: '企业方', kind: 'party' },
    bureau: { title: '人社部门', kind: 'party' },
    // Chairs and officers sit in federations only; one that has a case of its own acts for the workers there.
    upperUnion: { title: '上级工会', kind: 'desk', posts: ['districtOfficer', 'officer', 'viceChair', 'chair'] },
  },

  states: {
    offered: '已要约',
    served: '已送达',
    preparing: '准备协商',
    negotiating: '协商中',
    drafted: '已形成草案',
    atCongress: '待职代会表决',
    carried: '已通过，待签字报送',
    filed: '已报送',
    inForce: '生效',
    suspended: '中止',
    rejected: '未通过',
    objected: '有异议',
    refused: '企业方拒绝或者拖延',
    coordinating: '协调处理中',
    expired: '期满终止',
    terminated: '已解除',
    replaced: '已由新合同代替',
    notConcluded: '没有签成',
    withdrawn: '已撤回',
  },
  ends: ['expired', 'terminated', 'replaced', 'notConcluded', 'withdrawn'],

  steps: { ...opening, ...preparing, ...talks, ...signing, ...afterEffect, ...correction },
  deadlines: { ...beforeTheDraft, ...untilInForce, ...inForce, ...whenNotKept },
  marks,

  parties: partiesOf,
  assigned: () => [],
  subject: subjectOf,
  matter: matterOf,
  meetings: meetingsOf,
  private: { notes: ['workers', 'upperUnion'] },
})
