/** What the law demands of the text, its passing, its filing, and of who comes and goes afterwards. */
import { type Rule, rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { faultsOf, faultWords } from '#law/clauses/compare.ts'
import { meaningOf } from '#law/clauses/clause.ts'
import { cbReviewSilence } from '#law/parameters.ts'
import { count } from '#law'
import { Regional, type Facts, type Side } from '../data.ts'
import { boundFirms, isBound } from '../facts/firms.ts'
import { agreedClauses, chiefOf, isAgreed } from '../facts/sides.ts'
import { signedOn, termIsLawful } from '../facts/term.ts'
import { firmsLacking, isCarried, leastOf } from '../facts/votes.ts'

const whole = (facts: unknown): Facts => facts as Facts

export const onlyWhatIsAgreed = rule(Regional, {
  id: 'onlyWhatIsAgreed',
  says: '写进草案的，都是双方一致的',
  law: contractZhejiang.art(17),
  reads: ['offer', 'proposals', 'draft'],
  holds: ({ offer, proposals, draft }) => {
    const agreed = agreedClauses({ offer, proposals })
    return draft.clauses.every((clause) => isAgreed(clause, agreed))
  },
  missing: ({ offer, proposals, draft }) => {
    const agreed = agreedClauses({ offer, proposals })
    const open = draft.clauses.filter((clause) => !isAgreed(clause, agreed)).map(({ meaning }) => meaningOf(meaning).title)
    return open.length > 0
      ? text(`还没有谈拢：${open.map(({ zh }) => zh).join('、')}`, `Not agreed: ${open.map(({ en }) => en).join(', ')}`)
      : undefined
  },
})

/** An unknown minimum wage is no floor: the screen says that it is unknown. */
export const payIsAboveMinimum = rule(Regional, {
  id: 'payIsAboveMinimum',
  says: '工资标准高于当地最低工资标准',
  law: contractZhejiang.art(5),
  reads: ['offer', 'draft'],
  holds: ({ offer, draft }) => faultsOf(draft.clauses, { ...(draft.floor ?? offer.floor), contracts: [] }).length === 0,
  missing: ({ offer, draft }) => {
    const [fault] = faultsOf(draft.clauses, { ...(draft.floor ?? offer.floor), contracts: [] })
    return fault && faultWords(fault)
  },
})

export const termIsOneToThree = rule(Regional, {
  id: 'termIsOneToThree',
  says: '合同期限为一至三年',
  law: contractZhejiang.art(30),
  reads: ['draft'],
  holds: ({ draft }, at) => termIsLawful(draft, at),
})

export const voterIsBound = rule(Regional, {
  id: 'voterIsBound',
  says: '表决的是受该合同约束的企业',
  law: contractZhejiang.art(29),
  reads: ['offer', 'joins', 'leaves', 'firmVotes'],
  holds: (facts) => isBound(facts, facts.firmVotes.at(-1)!.organisationId),
})

export const yesAreNotMoreThanAll = rule(Regional, {
  id: 'yesAreNotMoreThanAll',
  says: '同意的不多于到会的，到会的不多于全体',
  law: contractZhejiang.art(29),
  reads: ['congressVotes'],
  holds: ({ congressVotes }) => congressVotes.every(({ all, present, yes }) => yes <= present && present <= all),
})

export const firmYesAreNotMoreThanAll = rule(Regional, {
  id: 'firmYesAreNotMoreThanAll',
  says: '同意的不多于全体',
  law: contractZhejiang.art(29),
  reads: ['firmVotes'],
  holds: ({ firmVotes }) => firmVotes.every(({ all, yes }) => yes <= all),
})

/** 省29, 市33: half or more of all, where an enterprise needs more than half (省24). */
export const halfOfAllAgree = rule(Regional, {
  id: 'halfOfAllAgree',
  says: '经行业、区域职代会全体代表半数以上同意，或者经每家受约束企业职代会、职工大会半数以上同意',
  law: contractZhejiang.art(29),
  reads: ['offer', 'joins', 'leaves', 'congressVotes', 'firmVotes'],
  holds: isCarried,
  missing: (facts) => {
    if (isCarried(facts)) return undefined
    const vote = facts.congressVotes.at(-1)
    if (vote) return text(`还差 ${leastOf(vote.all) - vote.yes} 票`, `${leastOf(vote.all) - vote.yes} more votes needed`)
    const lacking = firmsLacking(facts).length
    return text(
      `还差 ${lacking} 家企业（共 ${boundFirms(facts).length} 家）`,
      `${lacking} of ${boundFirms(facts).length} firms still lacking`,
    )
  },
})

export const notCarried = rule(Regional, {
  id: 'notCarried',
  says: '表决过，没有达到半数以上',
  law: contractZhejiang.art(29),
  reads: ['offer', 'joins', 'leaves', 'congressVotes', 'firmVotes'],
  holds: (facts) => facts.congressVotes.length + facts.firmVotes.length > 0 && !isCarried(facts),
})

export const bothChiefsSigned = rule(Regional, {
  id: 'bothChiefsSigned',
  says: '双方首席代表都已签字',
  law: contractZhejiang.art(29),
  reads: ['draft'],
  holds: (facts, at) => signedOn(whole(facts), at) !== undefined,
})

const signatures = { workers: 'workerSignature', employer: 'employerSignature' } as const

export const chiefSigns = (side: Side): Rule =>
  rule(Regional, {
    id: 'chiefSigns',
    says: '由本方首席代表签字',
    law: contractZhejiang.art(29),
    reads: ['workerSide', 'employerSide', signatures[side]],
    holds: (facts) => chiefOf(facts, side)?.name === whole(facts)[signatures[side]]?.name,
    missing: (facts) => {
      const name = chiefOf(facts, side)?.name ?? ''
      return text(`首席代表是 ${name}`, `The chief representative is ${name}`)
    },
  })

/** The day written under a signature: not before the text was carried or amended, not a day to come. */
export const signedAfterVote = (side: Side): Rule =>
  rule(Regional, {
    id: 'signedAfterVote',
    says: '签字日期在通过以后、今天以前',
    law: contractZhejiang.art(29),
    reads: [signatures[side]],
    holds: (facts, { on, days }) => {
      const signed = whole(facts)[signatures[side]]?.signedOn
      const texts = [days.carry, days.amend].filter((one) => one !== undefined)
      return signed === undefined || (signed <= on && texts.every((one) => signed >= one))
    },
  })

/** A word on the fifteenth day still stops it. */
export const objectedInTime = rule(Regional, {
  id: 'objectedInTime',
  says: '异议在收到合同文本之日起十五日内提出',
  law: contractZhejiang.art(34),
  reads: ['receipt'],
  holds: ({ receipt }, { on, region, calendar }) => {
    const { period, direction } = cbReviewSilence.on(receipt.receivedOn, region)
    return on <= count({ start: receipt.receivedOn, period, direction, calendar }).last
  },
})

export const voteWasHeld = rule(Regional, {
  id: 'voteWasHeld',
  says: '表决的会议已经开过',
  law: contractZhejiang.art(29),
  reads: ['congressVotes', 'firmVotes'],
  holds: ({ congressVotes, firmVotes }, { on }) => [...congressVotes, ...firmVotes].every(({ heldOn }) => heldOn <= on),
})

export const fiveCopiesWithExplanation = rule(Regional, {
  id: 'fiveCopiesWithExplanation',
  says: '报送文本一式五份和说明',
  law: contractZhejiang.art(34),
  reads: ['filing'],
  holds: ({ filing }) => filing.copies >= 5 && filing.explanation,
  missing: ({ filing: { copies } }) => (copies < 5 ? text(`还差 ${5 - copies} 份`, `${5 - copies} more copies needed`) : undefined),
})

export const receivedSinceFiling = rule(Regional, {
  id: 'receivedSinceFiling',
  says: '报送之后、今天以前收到',
  law: contractZhejiang.art(34),
  reads: ['receipt'],
  holds: ({ receipt }, { on, days }) => receipt.receivedOn <= on && receipt.receivedOn >= (days.file ?? receipt.receivedOn),
})

export const publishedSinceEffect = rule(Regional, {
  id: 'publishedSinceEffect',
  says: '合同生效以后公布',
  law: wageHangzhou.art(41),
  reads: ['publication'],
  holds: ({ publication }, { on, days }) =>
    publication.publishedOn <= on && publication.publishedOn >= (days.takeEffect ?? publication.publishedOn),
})

export const joinerIsNew = rule(Regional, {
  id: 'joinerIsNew',
  says: '加入的是名册里还没有受约束的企业',
  law: contractZhejiang.art(26),
  reads: ['offer', 'joins', 'leaves'],
  holds: ({ offer, joins, leaves }) => {
    const { organisationId, known } = joins.at(-1)!
    const unknown = known !== undefined && !known.some((one) => one.organisationId === organisationId)
    return !unknown && !isBound({ offer, joins: joins.slice(0, -1), leaves }, organisationId)
  },
})

export const leaverIsBound = rule(Regional, {
  id: 'leaverIsBound',
  says: '退出的是正受约束的企业，至少还有一家留下',
  law: contractZhejiang.art(26),
  reads: ['offer', 'joins', 'leaves'],
  holds: ({ offer, joins, leaves }) => {
    const before = { offer, joins, leaves: leaves.slice(0, -1) }
    return isBound(before, leaves.at(-1)!.organisationId) && boundFirms(before).length > 1
  },
})
