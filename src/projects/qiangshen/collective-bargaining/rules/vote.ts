/** What the law demands of the vote at the workers' congress, with the arithmetic. */
import { rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang } from '#law/acts/bargaining.ts'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { Bargaining, type Facts } from '../data.ts'
import { inZhejiang } from '../facts/law.ts'
import { type Count, countOf, hasMajority, isCarried, isQuorate, majorityOf, quorumOf } from '../facts/votes.ts'

const last = ({ votes }: Pick<Facts, 'votes'>): Count => countOf(votes.at(-1)!)

export const votesAddUp = rule(Bargaining, {
  id: 'votesAddUp',
  says: '赞成、反对、弃权加起来不多于实到，实到不多于应到',
  law: contractZhejiang.art(24),
  reads: ['votes'],
  holds: (facts) => {
    const { all, present, yes, no, abstain } = last(facts)
    return present <= all && yes + no + abstain <= present
  },
  missing: (facts) => {
    const { all, present, yes, no, abstain } = last(facts)
    const sum = yes + no + abstain
    return text(`应到 ${all}，实到 ${present}，三项合计 ${sum}`, `${all} in all, ${present} present, ${sum} votes`)
  },
})

export const congressHasMet = rule(Bargaining, {
  id: 'congressHasMet',
  says: '职工代表大会已经召开',
  law: contractZhejiang.art(24),
  reads: ['votes'],
  holds: ({ votes }, { on }) => votes.at(-1)!.heldOn <= on,
})

/** A session that was opened in this house says itself how it voted; one that nobody opened here was held on paper. */
export const congressHasCounted = rule(Bargaining, {
  id: 'congressHasCounted',
  says: '职工代表大会已经清点表决票',
  law: contractZhejiang.art(24),
  reads: ['votes'],
  holds: ({ votes }) => {
    const { congress, held } = votes.at(-1)!
    return congress !== undefined || held === undefined || ['called', 'cancelled'].includes(held.state)
  },
})

/** Nobody calls one session after another until one of them agrees. */
export const voteIsTold = rule(Bargaining, {
  id: 'voteIsTold',
  says: '已经表决的，先记录表决结果；没有通过的，修改以后再表决',
  law: contractZhejiang.art(24),
  reads: ['convening'],
  holds: ({ convening }) => convening.voted === undefined,
  missing: ({ convening: { voted } }) =>
    voted &&
    text(`${voted.number} 已经表决：赞成 ${voted.yes}，全体 ${voted.all}`, `${voted.number} has voted: ${voted.yes} of ${voted.all}`),
})

export const twoThirdsPresent = rule(Bargaining, {
  id: 'twoThirdsPresent',
  says: '三分之二以上的职工代表或者全体职工出席',
  law: contractZhejiang.art(24),
  reads: ['votes'],
  holds: (facts) => isQuorate(last(facts)),
  missing: (facts) => {
    const { all, present } = last(facts)
    const need = quorumOf(all)
    return text(
      `${all} 的三分之二是 ${need}，实到 ${present}，还差 ${need - present} 名`,
      `2/3 of ${all} = ${need}; ${present} present, ${need - present} short`,
    )
  },
})

export const moreThanHalfOfAll = rule(Bargaining, {
  id: 'moreThanHalfOfAll',
  says: '全体职工代表或者全体职工过半数同意',
  law: contractZhejiang.art(24),
  reads: ['votes'],
  holds: (facts, at) => hasMajority(last(facts), at),
  missing: (facts, at) => {
    const { all, yes } = last(facts)
    const need = majorityOf(all, at)
    const words = inZhejiang(at) ? text('过半数', 'more than half of') : text('半数以上', 'half or more of')
    return text(
      `全体 ${all} 的${words.zh}是 ${need}，赞成 ${yes}，还差 ${need - yes} 票`,
      `${words.en} ${all} = ${need}; ${yes} in favour, ${need - yes} short`,
    )
  },
})

export const draftFell = rule(Bargaining, {
  id: 'draftFell',
  says: '表决没有达到通过的票数',
  law: contractZhejiang.art(24),
  reads: ['votes'],
  holds: (facts, at) => !isCarried(last(facts), at),
})

export const assemblyIsSmall = rule(Bargaining, {
  id: 'assemblyIsSmall',
  says: '职工不满一百人的，才可以用职工大会代替职工代表大会',
  law: democracyZhejiang.art(7),
  reads: ['offer', 'convening'],
  holds: ({ offer, convening }) => convening.form === 'congress' || (offer.firm?.employees ?? 0) < 100,
  missing: ({ offer }) =>
    text(`登记的职工人数是 ${offer.firm?.employees ?? 0}`, `The register says ${offer.firm?.employees ?? 0} are employed`),
})
