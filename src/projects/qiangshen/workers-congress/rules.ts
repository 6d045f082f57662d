/** What the law demands of a workers' congress. Each rule is one sentence of one article. */
import { rule } from '#engine/define.ts'
import { text } from '#kernel/text.ts'
import { atLeast } from '#law'
import { democracyZhejiang } from '#law/acts/supervision.ts'
import { Congress } from './data.ts'
import {
  allOf,
  ballotOf,
  castIn,
  fewestOnPhones,
  hasQuorum,
  isPassed,
  itemOf,
  majorityMissing,
  presentOf,
  quorumMissing,
  resultOf,
  strangersOf,
  tallyOf,
  tickedWrong,
  phonesOf,
} from './votes.ts'

const unknownAll = text(
  '职工代表名册是空的：先登记代表，或者填应到人数',
  'The register of delegates is empty: enter the delegates, or say how many are entitled',
)

export const extraIsProposed = rule(Congress, {
  id: 'extraIsProposed',
  says: '由企业、工会或者三分之一以上的职工代表提议，才临时召开',
  law: democracyZhejiang.art(15),
  reads: ['call'],
  holds: ({ call: { extra, roster } }) => {
    if (!extra) return false
    if (extra.by !== 'delegates') return true
    return roster !== undefined && roster.all > 0 && atLeast(3 * (extra.proposers ?? 0), roster.all)
  },
  missing: ({ call: { extra, roster } }) => {
    if (extra?.by !== 'delegates') return undefined
    if (!roster?.all) return unknownAll
    const needs = Math.ceil(roster.all / 3)
    const short = needs - (extra.proposers ?? 0)
    return text(`${roster.all} 的三分之一是 ${needs}，还差 ${short} 人`, `A third of ${roster.all} is ${needs}: ${short} missing`)
  },
})

/** Fewer than a hundred may meet all together. Where the number of staff is not known, it is asked again when the session opens. */
export const assemblyIsSmall = rule(Congress, {
  id: 'assemblyIsSmall',
  says: '职工不满一百人的企业，才可以用职工大会代替职工代表大会',
  law: democracyZhejiang.art(7),
  reads: ['call'],
  holds: ({ call: { form, roster } }) => form === 'congress' || (roster?.employees ?? 0) < 100,
  missing: ({ call: { roster } }) => text(`登记的职工人数是 ${roster?.employees}`, `The register says ${roster?.employees} are employed`),
})

export const assemblyStaysSmall = rule(Congress, {
  id: 'assemblyStaysSmall',
  says: '职工大会的应到人数不满一百人',
  law: democracyZhejiang.art(7),
  reads: ['call', 'opening'],
  holds: ({ call, opening }) => call.form === 'congress' || (allOf({ opening }) ?? 0) < 100,
})

export const presentAreEntitled = rule(Congress, {
  id: 'presentAreEntitled',
  says: '到会的都是名册上的人，每人只算一次，实到不多于应到',
  law: democracyZhejiang.art(15),
  reads: ['opening', 'presences'],
  holds: (facts) => strangersOf(facts) === 0 && !tickedWrong(facts) && (presentOf(facts) ?? 0) <= (allOf(facts) ?? Infinity),
  missing: (facts) => {
    const strangers = strangersOf(facts)
    if (strangers > 0) return text(`有 ${strangers} 人不在名册上`, `${strangers} are not in the register`)
    if (tickedWrong(facts)) return text('勾选的人数与实到人数不一致', 'The names ticked are not as many as the number present')
    return text(`应到只有 ${allOf(facts)} 人`, `Only ${allOf(facts)} are entitled`)
  },
})

export const quorumIsPresent = rule(Congress, {
  id: 'quorumIsPresent',
  says: '三分之二以上的职工代表到会',
  law: democracyZhejiang.art(15),
  reads: ['opening', 'presences'],
  holds: (facts) => {
    const all = allOf(facts)
    return all !== undefined && hasQuorum(presentOf(facts) ?? 0, all)
  },
  missing: (facts) => {
    const all = allOf(facts)
    return all === undefined ? unknownAll : quorumMissing(presentOf(facts) ?? 0, all)
  },
})

export const itemIsOnAgenda = rule(Congress, {
  id: 'itemIsOnAgenda',
  says: '表决议程上的事项',
  law: democracyZhejiang.art(7),
  reads: ['call', 'ballots'],
  holds: (facts) => itemOf(facts, ballotOf(facts)?.item) !== undefined,
  missing: ({ call }) =>
    text(`议程上有：${call.agenda.map((one) => one.id).join('、')}`, `On the agenda: ${call.agenda.map((one) => one.id).join(', ')}`),
})

export const itemIsUndecided = rule(Congress, {
  id: 'itemIsUndecided',
  says: '同一事项在一次会议上只表决一次；没通过的，改了再开会表决',
  law: democracyZhejiang.art(15),
  reads: ['ballots', 'results'],
  holds: (facts) => resultOf(facts, ballotOf(facts)!.item) === undefined,
})

export const ballotIsSecret = rule(Congress, {
  id: 'ballotIsSecret',
  says: '采用无记名投票',
  law: democracyZhejiang.art(15),
  reads: ['ballots'],
  holds: (facts) => ballotOf(facts)?.secret === true,
})

/** The ordinance asks for a secret ballot; how many hide one another is this house's own measure. */
export const phonesHideEachOther = rule(Congress, {
  id: 'phonesHideEachOther',
  says: `用手机投票的不少于 ${fewestOnPhones} 人，票数才看不出谁投了什么`,
  law: democracyZhejiang.art(15),
  reads: ['opening', 'presences', 'ballots'],
  holds: (facts) => ballotOf(facts)?.how === 'people' || phonesOf(facts) >= fewestOnPhones,
  missing: (facts) =>
    text(
      `到会的人里能用手机投票的只有 ${phonesOf(facts)} 人，请用纸票`,
      `Only ${phonesOf(facts)} of those present can vote on a phone; vote on paper`,
    ),
})

export const countsTheBallot = rule(Congress, {
  id: 'countsTheBallot',
  says: '清点的是刚才投票的事项',
  law: democracyZhejiang.art(15),
  reads: ['ballots', 'results'],
  holds: ({ ballots, results }) => results.at(-1)?.id === ballotOf({ ballots })?.item,
  missing: ({ ballots }) => text(`刚才投票的是 ${ballotOf({ ballots })?.item}`, `The ballot was on ${ballotOf({ ballots })?.item}`),
})

/** Whoever counts, the sum is the house's: entitled and present as recorded, paper and phones together. */
export const countIsWhole = rule(Congress, {
  id: 'countIsWhole',
  says: '票数合得拢：各票之和不多于实到人数',
  law: democracyZhejiang.art(15),
  reads: ['opening', 'presences', 'ballots', 'results'],
  holds: (facts) => {
    const result = facts.results.at(-1)!
    const { yes, no, abstain } = tallyOf(result)
    const how = ballotOf(facts)?.how
    const counted = (how === 'phones' || result.hand !== undefined) && (how === 'people' || result.box !== undefined)
    const agrees = result.yes === yes && result.no === no && result.abstain === abstain
    return (
      counted && agrees && result.all === allOf(facts) && result.present === presentOf(facts) && castIn(result) <= (result.present ?? 0)
    )
  },
  missing: (facts) => {
    const result = facts.results.at(-1)!
    const cast = castIn(result)
    const present = presentOf(facts) ?? 0
    if (cast > present) return text(`收回 ${cast} 张，实到只有 ${present} 人`, `${cast} papers, and only ${present} are present`)
    if (ballotOf(facts)?.how !== 'phones' && !result.hand) return text('还没有填纸票', 'The papers are not yet entered')
    return undefined
  },
})

export const passedByHalfOfAll = rule(Congress, {
  id: 'passedByHalfOfAll',
  says: '全体职工代表过半数赞成，才算通过',
  law: democracyZhejiang.art(15),
  reads: ['opening', 'results'],
  holds: (facts) => {
    const result = facts.results.at(-1)!
    const all = allOf(facts)
    return !result.passed || (all !== undefined && isPassed(tallyOf(result).yes, all))
  },
  missing: (facts) => majorityMissing(tallyOf(facts.results.at(-1)!).yes, allOf(facts) ?? 0),
})

export const failedOnlyBelowHalf = rule(Congress, {
  id: 'failedOnlyBelowHalf',
  says: '全体职工代表过半数赞成的，应当宣布通过',
  law: democracyZhejiang.art(15),
  reads: ['opening', 'results'],
  holds: (facts) => {
    const result = facts.results.at(-1)!
    const all = allOf(facts)
    return result.passed || all === undefined || !isPassed(tallyOf(result).yes, all)
  },
})

export const contractsWereVoted = rule(Congress, {
  id: 'contractsWereVoted',
  says: '议程上的集体合同草案都表决了',
  law: democracyZhejiang.art(7),
  reads: ['call', 'results'],
  holds: ({ call, results }) => call.agenda.every((one) => one.kind !== 'contract' || resultOf({ results }, one.id) !== undefined),
  missing: ({ call, results }) => {
    const open = call.agenda.filter((one) => one.kind === 'contract' && resultOf({ results }, one.id) === undefined)
    return open.length === 0
      ? undefined
      : text(`还没有表决：${open.map((one) => one.title).join('、')}`, `Not yet voted on: ${open.map((one) => one.title).join(', ')}`)
  },
})

export const minutesAreWritten = rule(Congress, {
  id: 'minutesAreWritten',
  says: '散会以前写好会议纪要',
  law: democracyZhejiang.art(15),
  reads: ['minutes'],
  holds: ({ minutes }) => minutes.summary.length > 0,
})

export const nextIsLater = rule(Congress, {
  id: 'nextIsLater',
  says: '下一次会议在这一次以后',
  law: democracyZhejiang.art(15),
  reads: ['nextMeeting'],
  holds: ({ nextMeeting }, at) => nextMeeting.heldOn > (at.days.openSession ?? '') && nextMeeting.heldOn <= at.on,
})
