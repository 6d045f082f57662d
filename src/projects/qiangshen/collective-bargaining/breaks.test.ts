/** Each refusal is for the reason it tells of, and says in words what is missing. */
import { expect, test } from 'vitest'
import { refusal } from '#engine/run.ts'
import { nationalCalendar } from '#law/national-days.ts'
import * as breaks from './demo/breaks.ts'
import type { Told } from './demo/play.ts'
import { collectiveBargaining as p } from './procedure.ts'

const why = (log: readonly Told[]): string => {
  const last = log.at(-1)!
  const no = refusal(p, log.slice(0, -1), last, { today: last.on, region: 'CN-ZJ-HZ', calendar: nationalCalendar })
  return no?.why === 'broken' ? [no.rule.id, ...(no.missing ? [no.missing.zh] : [])].join('：') : JSON.stringify(no)
}

test('each break breaks its own rule', () => {
  expect(Object.fromEntries(Object.entries(breaks).map(([name, log]) => [name, why(log)]))).toMatchInlineSnapshot(`
    {
      "agendaTooLate": "agendaInTime：最晚 2026-03-19 通知，晚了 1 天；推迟 1 天，或者双方同意照开",
      "anotherLeads": "unionHeadLeads：工会负责人是马春燕；由别人任首席的，还差书面委托",
      "anotherSigns": "chiefSigns：首席代表是 马春燕",
      "anotherTakesTheLead": "newChiefMayLead：负责人是马春燕；由别人任首席的，还差书面委托",
      "answersAfterTheTalks": "talksNotBegun",
      "answersForThePast": "answerSetsATime：早了 1 天",
      "assemblyOfMany": "assemblyIsSmall：登记的职工人数是 642",
      "belowTheIndustry": "notBelowTheContractAbove：夜班津贴 29 元/班，不得低于《金属制品行业工资专项集体合同》约定的 30 元/班",
      "calledUntilItPasses": "voteIsTold：职代会〔2026〕3 号 已经表决：赞成 40，全体 90",
      "carriedYetRejected": "draftFell",
      "chiefFromOutside": "chiefIsNoOutsider",
      "congressSendsForTheEmployer": "employerSends",
      "delegateRecords": "recorderIsNoDelegate",
      "deputyLeadsUndelegated": "headOfFirmLeads：法定代表人是钱建国；由别人任首席的，还差书面委托",
      "elevenMonths": "oneToThreeYears：自 2026-05-01 起，应当止于 2027-04-30 至 2029-04-30 之间",
      "employerAnswersItself": "workersOffered",
      "employerDoesNotConsent": "bothConsent",
      "endedBeforeItBegan": "endsWhileInForce：合同自 2026-05-16 起生效",
      "fiftyNineOfNinety": "twoThirdsPresent：90 的三分之二是 60，实到 59，还差 1 名",
      "figuresOfTheOtherSide": "onlyWhatIsAgreed：还有 3 条没有达成一致：企业最低工资、年度增长幅度、夜班津贴",
      "fortyFiveOfNinety": "moreThanHalfOfAll：全体 90 的过半数是 46，赞成 45，还差 1 票",
      "fourCopies": "fiveCopies：还差 1 份",
      "letterBeforeItself": "letterIsReceived",
      "listsNotPosted": "listsArePosted：还差职工方名单的公示",
      "manyOutsiders": "outsidersAThird：职工方 5 名，外聘 2 名，最多 1 名",
      "materialsLate": "materialsInTime：最晚 2026-03-17 提供，实际 2026-03-18",
      "materialsNotDue": "materialsAreOverdue：最后一天是 2026-03-17，过了才算",
      "minutesUnsigned": "minutesAreSigned：还差企业方签字",
      "moreForTheEmployer": "employersNoMore：企业方 6 名，职工方 5 名",
      "namedAnew": "listStands",
      "neverAnswered": "offerWasAnswered",
      "nextMeetsInThePast": "nextTimeLiesAhead",
      "noExplanation": "withExplanation",
      "noLetterYet": "letterWentBefore",
      "noMoreThanTheMinimum": "payAboveMinimum：岗位起点工资 2,490 元/月，应当高于最低工资标准 2,490 元/月",
      "noPlaceToTake": "refillTakesAPlace",
      "nobodyNamed": "bothListsNamed：还差职工方；还差企业方",
      "nobodyProposes": "proposalHasASide",
      "notAccepted": "bureauHasAccepted",
      "notAgreed": "onlyWhatIsAgreed：还有 1 条没有达成一致：年度增长幅度",
      "notYetCarried": "signatureIsDue",
      "notYetCounted": "congressHasCounted",
      "notYetHeld": "meetingWasHeld：会议是 2026-03-26",
      "objectedOnDaySixteen": "objectedInTime：最后一天是 2026-05-15，合同已经生效",
      "onBothSides": "nobodyOnBothSides：许玉兰 在双方名单上",
      "oneSignature": "bothChiefsSigned：还差企业方首席代表",
      "otherWithdraws": "offererWithdraws",
      "publishedTooEarly": "publishedAfterEffect",
      "quotaOutOfReach": "quotaIsAttainable：能完成的 89.99%，还差 0.01 个百分点",
      "receivedBeforeOffer": "receivedAfterOffer",
      "receivedTooEarly": "receivedAfterFiling",
      "refillUntold": "refillIsNotified",
      "renewedTooEarly": "renewedInTime：可以提出的时间是 2026-03-03 至 2026-06-01",
      "renewedTooSoon": "inTheLastNinetyDays：可以提出的时间是 2027-01-30 至 2027-04-30",
      "replacedTooEarly": "newContractIsInForce：由本合同变更、续订的新合同还没有生效",
      "reportedAhead": "reportIsHeld",
      "sameChairAgain": "chiefsChairInTurn：这一次轮到企业方",
      "serviceUnproved": "serviceIsProved：还差签收人或者送达证明",
      "signedBeforeTheVote": "signedAfterVote",
      "signsNothing": "signsWhatPassed",
      "sixteenMore": "fifteenMoreAtMost：三十日到 2026-05-06，延期最晚到 2026-05-21",
      "sixtyDaysRun": "sixtyDaysArePast：最后一天是 2026-05-06，过了才算",
      "sixtyOneDays": "sixtyDaysAtMost：这次 61 天，最多 60 天，超出 1 天",
      "stillTimeToAnswer": "silenceIsPast：最后一天是 2026-03-16，过了才算",
      "stillTimeToMend": "employerDidNotMend：答复期限到 2026-04-09",
      "strangerLeaves": "leaverSits",
      "suppliedTomorrow": "suppliedByNow",
      "terminatedWithoutGround": "groundIsLawful：还差双方同意，或者情形的说明",
      "terminatedWithoutVote": "endedByTheSameProcedure：还差职工代表大会的表决",
      "thirtyOneDays": "thirtyDaysInAll：以前中止 0 天，这次 31 天，合计 31 天，最多 30 天，超出 1 天",
      "timeLiesBehind": "timeLiesAhead：建议 2026-02-27，要约是 2026-03-02",
      "tooFewForTheRest": "threeOrMore：职工方 2 名，至少 3 名，还差 1 名",
      "tooFewForWages": "threeToNine：职工方 4 名，至少 5 名，还差 1 名",
      "twoChiefs": "oneChief：职工方首席代表 2 名，应当 1 名",
      "unionAnswersItself": "employerOffered",
      "unionChooses": "chosenByCongress",
      "votedBeforehand": "congressHasMet",
      "votedDownYetSigned": "signsWhatPassed",
      "votesTooMany": "votesAddUp：应到 90，实到 61，三项合计 71",
      "workersDoNotConsent": "workersChiefConsents",
    }
  `)
})
