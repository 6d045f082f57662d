/** What the law demands of renewal, change and termination. */
import { rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { Bargaining, type Facts } from '../data.ts'
import { countOf, isCarried, majorityOf, quorumOf } from '../facts/votes.ts'
import { renewalWindow } from '../facts/windows.ts'

const nextTimeLiesAhead = (section: 'renewal' | 'change') =>
  rule(Bargaining, {
    id: 'nextTimeLiesAhead',
    says: '建议的协商时间在提出以后',
    law: wageHangzhou.art(24),
    reads: [section],
    holds: (facts, { on }) => ((facts as unknown as Facts)[section]?.meetOn ?? on) >= on,
  })
export const renewalMeetsLater = nextTimeLiesAhead('renewal')
export const changeMeetsLater = nextTimeLiesAhead('change')

export const inTheLastNinetyDays = rule(Bargaining, {
  id: 'inTheLastNinetyDays',
  says: '在合同期满前九十日内提出',
  law: contractZhejiang.art(30),
  reads: ['offer', 'draft'],
  holds: ({ offer, draft }, at) => {
    const open = renewalWindow(offer.kind, draft.until, at)
    return !open || (at.on >= open.opens && at.on <= open.closes)
  },
  missing: ({ offer, draft }, at) => {
    const open = renewalWindow(offer.kind, draft.until, at)
    return open && text(`可以提出的时间是 ${open.opens} 至 ${open.closes}`, `Open from ${open.opens} to ${open.closes}`)
  },
})

/** 市37, 省31: both agree; 市38, 省32: or one of five grounds, with the reasons in writing. */
export const groundIsLawful = rule(Bargaining, {
  id: 'groundIsLawful',
  says: '双方协商一致，或者有法定情形并说明理由',
  law: contractZhejiang.art(32),
  reads: ['termination'],
  holds: ({ termination }) => termination.bothAgree || termination.says !== undefined,
  missing: () => text('还差双方同意，或者情形的说明', 'Still missing: the yes of both, or the reasons'),
})

/** 按照本条例规定的集体协商程序办理; a firm that is no more has no congress. */
export const endedByTheSameProcedure = rule(Bargaining, {
  id: 'endedByTheSameProcedure',
  says: '解除按协商程序办理，经职工代表大会通过',
  law: contractZhejiang.art(33),
  reads: ['termination'],
  holds: ({ termination: { ground, vote } }, at) => ground === 'dissolved' || (vote !== undefined && isCarried(countOf(vote), at)),
  missing: ({ termination: { vote } }, at) => {
    if (!vote) return text('还差职工代表大会的表决', 'Still missing: the vote of the congress')
    const { all, present, yes } = countOf(vote)
    const [quorum, majority] = [quorumOf(all), majorityOf(all, at)]
    return text(
      `全体 ${all}：应到会 ${quorum}，实到 ${present}；应赞成 ${majority}，赞成 ${yes}`,
      `Of ${all}: ${quorum} must be present, ${present} were; ${majority} must agree, ${yes} did`,
    )
  },
})

export const newContractIsInForce = rule(Bargaining, {
  id: 'newContractIsInForce',
  says: '新合同已经生效，变更也报送过',
  law: contractZhejiang.art(34),
  reads: ['replacement'],
  holds: ({ replacement: { on: since, successor } }, { on }) => since <= on && successor !== undefined && since >= successor.since,
  missing: ({ replacement: { successor } }) =>
    successor
      ? text(`${successor.number} 自 ${successor.since} 起生效`, `${successor.number} is in force since ${successor.since}`)
      : text('由本合同变更、续订的新合同还没有生效', 'No contract that changes or renews this one is in force yet'),
})

/** It ends on a day of its force, and nobody undoes days that have been. */
export const endsWhileInForce = rule(Bargaining, {
  id: 'endsWhileInForce',
  says: '解除的日期在合同生效以后',
  law: contractZhejiang.art(33),
  reads: ['termination'],
  holds: ({ termination }, { days }) => days.takeEffect === undefined || termination.on >= days.takeEffect,
  missing: (_, { days }) => text(`合同自 ${days.takeEffect} 起生效`, `In force since ${days.takeEffect}`),
})

export const reportIsHeld = rule(Bargaining, {
  id: 'reportIsHeld',
  says: '报告的日期在今天以前',
  law: contractZhejiang.art(37),
  reads: ['reports'],
  holds: ({ reports }, { on }) => reports.at(-1)!.heldOn <= on,
})

export const publishedAfterEffect = rule(Bargaining, {
  id: 'publishedAfterEffect',
  says: '公布的是已经生效的合同',
  law: contractZhejiang.art(35),
  reads: ['publication'],
  holds: ({ publication }, { on, days }) =>
    publication.publishedOn <= on && (days.takeEffect === undefined || publication.publishedOn >= days.takeEffect),
})
