/** What the law demands of signatures, of filing and of the review by the labour bureau. */
import { type Rule, rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { contractRules, contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { cbReviewSilence } from '#law/parameters.ts'
import { Bargaining, type Facts, type Side } from '../data.ts'
import { inZhejiang, lastDayOf } from '../facts/law.ts'
import { chiefOf, sideName, sides } from '../facts/sides.ts'
import { countOf, isCarried } from '../facts/votes.ts'
import { signedOn } from '../facts/windows.ts'

const whole = (facts: unknown): Facts => facts as Facts
const signatures = { workers: 'workerSignature', employer: 'employerSignature' } as const

export const chiefSigns = (side: Side): Rule =>
  rule(Bargaining, {
    id: 'chiefSigns',
    says: '由本方首席代表签字',
    law: contractZhejiang.art(24),
    reads: [signatures[side]],
    holds: (facts) => {
      const chief = chiefOf(whole(facts), side)
      return chief !== undefined && chief.name === whole(facts)[signatures[side]]?.name
    },
    missing: (facts) => {
      const name = chiefOf(whole(facts), side)?.name
      return name === undefined
        ? text('首席代表空缺，先补上', 'The place of the chief is vacant: fill it first')
        : text(`首席代表是 ${name}`, `The chief representative is ${name}`)
    },
  })

/** The day written under a signature: not before the text was carried or amended, not a day to come. */
export const signedAfterVote = (side: Side): Rule =>
  rule(Bargaining, {
    id: 'signedAfterVote',
    says: '签字日期在职工代表大会通过以后、今天以前',
    law: contractZhejiang.art(24),
    reads: [signatures[side]],
    holds: (facts, { on, days }) => {
      const signed = whole(facts)[signatures[side]]?.signedOn
      const texts = [days.carry, days.amend].filter((one) => one !== undefined)
      return signed === undefined || (signed <= on && texts.every((one) => signed >= one))
    },
  })

export const bothChiefsSigned = rule(Bargaining, {
  id: 'bothChiefsSigned',
  says: '双方首席代表都已经签字',
  law: contractZhejiang.art(34),
  reads: ['draft'],
  holds: (facts, at) => signedOn(whole(facts), at).both !== undefined,
  missing: (facts, at) => {
    const on = signedOn(whole(facts), at)
    const open = sides.filter((side) => on[side] === undefined).map((side) => sideName[side])
    return text(`还差${open.map(({ zh }) => zh).join('、')}首席代表`, `Not yet signed: ${open.map(({ en }) => en).join(', ')}`)
  },
})

const copiesAsked = (at: Parameters<typeof inZhejiang>[0]): number => (inZhejiang(at) ? 5 : 3)

/** The nation asks for three (规定 42). */
export const fiveCopies = rule(Bargaining, {
  id: 'fiveCopies',
  says: '报送集体合同文本一式五份',
  law: contractZhejiang.art(34),
  reads: ['filing'],
  holds: ({ filing }, at) => filing.copies >= copiesAsked(at),
  missing: ({ filing }, at) => {
    const short = copiesAsked(at) - filing.copies
    return text(`还差 ${short} 份`, `${short} more cop${short === 1 ? 'y' : 'ies'}`)
  },
})

export const withExplanation = rule(Bargaining, {
  id: 'withExplanation',
  says: '附有说明',
  law: wageHangzhou.art(40),
  reads: ['filing'],
  holds: ({ filing }) => filing.explanation,
})

export const receivedAfterFiling = rule(Bargaining, {
  id: 'receivedAfterFiling',
  says: '人社部门收到的日期在报送以后、今天以前',
  law: contractRules.art(42),
  reads: ['receipt'],
  holds: ({ receipt }, { on, days }) => receipt.receivedOn <= on && (days.file === undefined || receipt.receivedOn >= days.file),
})

/** A word on the fifteenth day still stops it. */
export const objectedInTime = rule(Bargaining, {
  id: 'objectedInTime',
  says: '异议在收到合同文本之日起十五日内提出',
  law: contractZhejiang.art(34),
  reads: ['receipt'],
  holds: ({ receipt }, at) => {
    const last = lastDayOf(cbReviewSilence, receipt.receivedOn, at)
    return last === undefined || at.on <= last
  },
  missing: ({ receipt }, at) => {
    const last = lastDayOf(cbReviewSilence, receipt.receivedOn, at)
    return text(`最后一天是 ${last}，合同已经生效`, `The last day was ${last}; the contract is in force`)
  },
})

/** 市28: what the congress carried is what the employer's chief may not refuse to sign. */
export const signsWhatPassed = rule(Bargaining, {
  id: 'signsWhatPassed',
  says: '签字的是职工代表大会通过的合同',
  law: wageHangzhou.art(28),
  reads: ['votes'],
  holds: ({ votes }, at) => {
    const vote = votes.at(-1)
    return vote !== undefined && isCarried(countOf(vote), at)
  },
})
