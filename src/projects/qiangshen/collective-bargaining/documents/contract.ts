/** The draft that goes to the congress, the congress's resolution, and the contract as signed. */
import { type At, paper } from '#engine/define.ts'
import type { Block } from '#engine'
import { sessionName } from '#kernel/chinese-number.ts'
import { contractZhejiang } from '#law/acts/bargaining.ts'
import { clauseTable } from '#registry/contracts/clause-table.ts'
import { Bargaining, type Tally } from '../data.ts'
import { countOf, isCarried, majorityOf, quorumOf } from '../facts/votes.ts'
import { contractBlocks, contractTitle } from './contract-body.ts'
import { basis, chiefNamed, dated, kindTitle, unionOf } from './phrases.ts'

export const draftContract = paper(Bargaining, {
  id: 'draftContract',
  title: '集体合同（草案）',
  law: contractZhejiang.art(17),
  reads: ['offer', 'workerSide', 'employerSide', 'vacancies', 'refills', 'draft'],
  write: (facts, at) => ({
    layout: 'form',
    title: `${contractTitle(facts)}（草案）`,
    blocks: [
      {
        p: `双方于 ${dated(at.on)}就${kindTitle(facts.offer.kind)}协商达成一致，形成本草案，在十五个工作日内提交职工代表大会或者职工大会讨论（${basis(facts.offer.kind, [17, 24], [27, 28])}）。草案未经通过和签字，不发生效力。`,
      },
      ...contractBlocks(facts, at.issuer),
    ],
    signatures: [
      { label: '职工方首席代表（签字）', name: chiefNamed(facts, 'workers') },
      { label: '企业方首席代表（签字）', name: chiefNamed(facts, 'employer') },
    ],
    date: at.on,
  }),
})

/** 应到 90，三分之二为 60，实到 61；全体过半数为 46，赞成 46. */
export function arithmetic(vote: Tally, at: Pick<At, 'region'>): string {
  const { all, present, yes } = countOf(vote)
  return `应到 ${all}，三分之二为 ${quorumOf(all)}，实到 ${present}；全体过半数为 ${majorityOf(all, at)}，赞成 ${yes}`
}

const countTable = (vote: Tally): Block => {
  const { all, present, yes, no, abstain } = countOf(vote)
  return {
    table: { head: ['应到', '实到', '赞成', '反对', '弃权'], rows: [[all, present, yes, no, abstain].map(String)] },
  }
}

export const congressResolution = paper(Bargaining, {
  id: 'congressResolution',
  title: '职工代表大会决议',
  series: '职决',
  law: contractZhejiang.art(24),
  reads: ['offer', 'draft', 'votes'],
  write: ({ offer, draft, votes }, at) => {
    const vote = votes.at(-1)!
    const meeting = vote.form === 'congress' ? '职工代表大会' : '职工大会'
    const whole = vote.form === 'congress' ? '全体代表' : '全体职工'
    return {
      layout: 'form',
      title: `${sessionName(vote.term, vote.session)}${meeting}决议`,
      blocks: [
        {
          p: `${offer.company.name}${sessionName(vote.term, vote.session)}${meeting}于 ${dated(vote.heldOn)}召开，讨论了《${draft.title}》草案，进行表决。结果如下：`,
        },
        countTable(vote),
        { p: `${arithmetic(vote, at)}。` },
        {
          p: `依据${basis(offer.kind, [24], [28])}，应当有三分之二以上${vote.form === 'congress' ? '职工代表' : '职工'}出席，并经${whole}过半数同意。本次表决${isCarried(countOf(vote), at) ? `符合规定，《${draft.title}》草案获得通过，由双方首席代表签字` : `没有达到规定，《${draft.title}》草案未获通过；由职工方提出修改方案，重新协商，达成一致后五个工作日内再次提交讨论和表决`}。`,
        },
        ...(vote.congress ? [{ p: `表决在编号 ${vote.congress.number} 的会议中进行，票数以该次会议的计票为准。` }] : []),
      ],
      signatures: [{ label: '大会主持人（签字）' }, { label: '总监票人（签字）' }],
      seal: unionOf(offer, at.issuer),
      date: at.on,
    }
  },
})

export const contractText = paper(Bargaining, {
  id: 'contractText',
  title: '集体合同',
  series: '集合',
  law: contractZhejiang.art(24),
  reads: ['offer', 'workerSide', 'employerSide', 'vacancies', 'refills', 'draft', 'votes', 'workerSignature', 'employerSignature'],
  write: (facts, at) => {
    const vote = facts.votes.at(-1)
    return {
      layout: 'form',
      title: contractTitle(facts),
      blocks: [
        ...(vote
          ? [
              {
                p: `草案经${sessionName(vote.term, vote.session)}${vote.form === 'congress' ? '职工代表大会' : '职工大会'}于 ${dated(vote.heldOn)}讨论通过（${arithmetic(vote, at)}）。`,
              },
            ]
          : []),
        ...contractBlocks(facts, at.issuer),
      ],
      signatures: [
        {
          label: '企业方首席代表（签字）',
          name: facts.employerSignature.name,
          on: facts.employerSignature.signedOn ?? at.days.signEmployer ?? at.on,
        },
        {
          label: '职工方首席代表（签字）',
          name: facts.workerSignature.name,
          on: facts.workerSignature.signedOn ?? at.days.signWorkers ?? at.on,
        },
      ],
      date: at.on,
      copies: 8,
    }
  },
})

/** The figures alone, for the wall: what every worker wants to know first. */
export const figuresBlock = (clauses: Parameters<typeof clauseTable>[0]): readonly Block[] =>
  clauses.length > 0 ? [{ heading: '主要标准' }, clauseTable(clauses)] : []
