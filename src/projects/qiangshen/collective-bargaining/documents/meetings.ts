/** The papers of the talks: delegates posted, minutes signed by both chiefs, talks suspended. */
import { paper } from '#engine/define.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { clauseTable } from '#registry/contracts/clause-table.ts'
import { Bargaining, type Kind } from '../data.ts'
import { isWage } from '../facts/law.ts'
import { delegatesOf } from '../facts/sides.ts'
import { basis, byHand, chiefNamed, dated, delegatesTable, kindTitle, unionOf } from './phrases.ts'

const choices = {
  congress: '由职工代表大会或者职工大会选举产生，首席代表由工会负责人担任',
  union: '由工会选派，首席代表由工会负责人担任',
  staff: '由职工民主推举，并经职工代表大会全体代表过半数或者全体职工过半数同意',
  employer: '由企业法定代表人确定',
} as const

const rights = (kind: Kind): readonly string[] => [
  `协商代表的任期与集体合同期限相同（${basis(kind, [13], [22])}）。`,
  `协商代表履行职责占用工作时间的，工资和其他待遇不受影响；职工方协商代表履行职责期间，未经本人同意，企业不得调整其工作岗位，劳动合同期满的自动延长至履行职责完成之时（${basis(kind, [14], [20])}）。`,
  ...(isWage(kind) ? [`协商代表应当保守在协商过程中获知的商业秘密（${basis(kind, [], [21])}）。`] : []),
]

export const delegateList = paper(Bargaining, {
  id: 'delegateList',
  title: '集体协商代表名单（公示）',
  law: wageHangzhou.art(18),
  reads: ['offer', 'workerSide', 'vacancies', 'refills'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      {
        p: `${facts.offer.company.name}职工方参加${kindTitle(facts.offer.kind)}集体协商的代表已经产生，现予公示。`,
      },
      delegatesTable(delegatesOf({ ...facts, employerSide: undefined }, 'workers')),
      {
        fields: [
          ['产生方式', choices[facts.workerSide.chosenBy]],
          ['公示日期', dated(facts.workerSide.postedOn ?? at.on)],
          ['公示地点', facts.workerSide.postedAt ?? byHand],
          ...(facts.workerSide.delegation ? ([['书面委托', facts.workerSide.delegation]] as const) : []),
        ],
      },
      { list: rights(facts.offer.kind) },
      { p: '职工对协商代表有意见的，可以向工会反映。' },
    ],
    seal: unionOf(facts.offer, at.issuer),
    date: at.on,
  }),
})

export const employerDelegateList = paper(Bargaining, {
  id: 'employerDelegateList',
  title: '企业方集体协商代表名单',
  law: contractZhejiang.art(10),
  reads: ['offer', 'employerSide', 'vacancies', 'refills'],
  write: (facts, at) => ({
    layout: 'form',
    blocks: [
      { p: `${facts.offer.company.name}参加${kindTitle(facts.offer.kind)}集体协商的企业方代表如下：` },
      delegatesTable(delegatesOf({ ...facts, workerSide: undefined }, 'employer')),
      {
        fields: [
          ['产生方式', choices[facts.employerSide.chosenBy]],
          ...(facts.employerSide.delegation ? ([['首席代表的书面委托', facts.employerSide.delegation]] as const) : []),
        ],
      },
      { p: `企业方协商代表不多于职工方协商代表，任何人不得兼任双方代表（${basis(facts.offer.kind, [10], [16])}）。` },
    ],
    seal: facts.offer.company.name,
    date: at.on,
  }),
})

export const meetingMinutes = paper(Bargaining, {
  id: 'meetingMinutes',
  title: '集体协商会议记录',
  law: contractZhejiang.art(16),
  reads: ['offer', 'workerSide', 'employerSide', 'vacancies', 'refills', 'meetings', 'proposals', 'minutes'],
  write: (facts, at) => {
    const record = facts.minutes.at(-1)!
    const meeting = facts.meetings.at(-1)
    const figures = (side: 'workers' | 'employer') =>
      facts.proposals.findLast((one) => one.round === record.round && one.side === side)?.clauses ?? []
    const sides = (['workers', 'employer'] as const).filter((side) => figures(side).length > 0)
    return {
      layout: 'form',
      blocks: [
        {
          fields: [
            ['案号', at.caseNumber],
            ['协商事项', `${kindTitle(facts.offer.kind)}：${facts.offer.topics.join('；')}`],
            ['轮次', `第 ${record.round} 轮`],
            ['时间', meeting ? `${dated(meeting.day)} ${meeting.start}` : dated(at.on)],
            ['地点', meeting?.place ?? facts.offer.place],
            [
              '召集和主持',
              `${meeting?.chairedBy === 'employer' ? '企业' : '职工'}方首席代表 ${chiefNamed(facts, meeting?.chairedBy ?? 'workers')}`,
            ],
            ['记录员', `${record.recorder}（双方共同指定，不是协商代表）`],
          ],
        },
        { heading: '到会代表' },
        { p: record.present },
        ...(meeting?.agenda ? [{ heading: '议题' }, { p: meeting.agenda }] : []),
        ...sides.flatMap((side) => [{ heading: side === 'workers' ? '职工方提出' : '企业方提出' }, clauseTable(figures(side))]),
        { heading: '协商经过' },
        { p: record.summary },
        { p: '以上记录经双方首席代表确认无误。' },
      ],
      signatures: [
        { label: '职工方首席代表（签字）', ...(record.signedByWorkers ? { name: chiefNamed(facts, 'workers'), on: at.on } : {}) },
        { label: '企业方首席代表（签字）', ...(record.signedByEmployer ? { name: chiefNamed(facts, 'employer'), on: at.on } : {}) },
        { label: '记录员（签字）' },
      ],
      date: at.on,
      note: `会议由双方首席代表轮流召集主持，会议记录经首席代表签字确认（${basis(facts.offer.kind, [16], [26])}）。`,
    }
  },
})

export const suspensionAgreement = paper(Bargaining, {
  id: 'suspensionAgreement',
  title: '中止集体协商协议书',
  law: contractZhejiang.art(17),
  reads: ['offer', 'workerSide', 'employerSide', 'vacancies', 'refills', 'suspensions'],
  write: (facts, at) => {
    const pause = facts.suspensions.at(-1)!
    return {
      layout: 'form',
      blocks: [
        { fields: [['案号', at.caseNumber]] },
        {
          p: `双方就签订${kindTitle(facts.offer.kind)}进行集体协商，目前未达成一致。经职工方首席代表同意，自 ${dated(pause.from)}起中止协商，至 ${dated(pause.until)}止。`,
        },
        { fields: [['中止原因', pause.reason]] },
        {
          p: `中止期满的次日恢复协商，下次协商的地点：${facts.offer.place}；内容：尚未达成一致的事项。双方同意的，可以提前恢复。`,
        },
        {
          p: isWage(facts.offer.kind)
            ? `中止协商的期限累计不得超过三十日（${basis(facts.offer.kind, [17], [27])}）。`
            : `中止协商须经职工方同意（${basis(facts.offer.kind, [17])}）。`,
        },
      ],
      signatures: [
        { label: '职工方首席代表（签字）', ...(pause.workersChiefConsents ? { name: chiefNamed(facts, 'workers'), on: at.on } : {}) },
        { label: '企业方首席代表（签字）', ...(pause.employerConsents ? { name: chiefNamed(facts, 'employer'), on: at.on } : {}) },
      ],
      date: at.on,
      copies: 2,
    }
  },
})
