/** One test an article, on both sides of each limit: from the application to the agreement. */
import { describe, expect, test } from 'vitest'
import { dueOf } from '#engine/due.ts'
import { marksOf, papersOf } from '#engine/present.ts'
import { atOf, factsOf, type Now, refusal, stateOf } from '#engine/run.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { demoPeople } from '#registry/demo.ts'
import * as breaks from './demo/breaks.ts'
import { qicheng, ruiding } from './demo/cast.ts'
import { type Act, attempt, type Script, type Told } from './demo/play.ts'
import { act, applied, begun, consented, drafted, heard, joined, namedOf, notified, scheduled, signed } from './demo/scripts.ts'
import * as stories from './demo/stories.ts'
import mediation from './index.ts'
import { disputeMediation as p } from './procedure.ts'

const on = (today: Day): Now => ({ today, region: 'CN-ZJ-HZ', calendar: nationalCalendar })
const start = day('2026-06-01')
const why = (log: readonly Told[]) => {
  const last = log.at(-1)!
  return refusal(p, log.slice(0, -1), last, on(last.on))
}
/** Null, or the id of the rule that is broken. */
const judge = (script: Script, last: Act, cast = qicheng) => {
  const no = why(attempt(script, last, cast, start))
  return no?.why === 'broken' ? no.rule.id : no
}
const dueDay = (log: readonly Told[], id: string) => dueOf(p, log, on(log.at(-1)!.on)).find((due) => due.id === id)?.last

describe('申请与受理', () => {
  test('调解仲裁法 12, 令17 21: in writing or orally, recorded on the spot', () => {
    expect(why(breaks.notInPerson)).toMatchObject({ why: 'broken', rule: { id: 'madeAtCounter' } })
    const told = stories.toldAtTheCounter.slice(0, 1)
    expect(why(told)).toBeNull()
    expect(papersOf(mediation, told, on(told[0]!.on)).map((paper) => paper.id)).toEqual(['oralRecord'])
  })

  test('令17 22: three working days to decide; a weekend does not count', () => {
    const friday = { ...stories.firmRefuses[0]!, on: day('2026-11-20') }
    expect(dueDay([friday], 'accept')).toBe('2026-11-25')
  })

  test('令17 22: accepted only if both agree, and it says whose consent is missing', () => {
    expect(why(breaks.firmHasNotAgreed)).toMatchObject({ rule: { id: 'bothSidesAgree' }, missing: { zh: '还差用人单位同意' } })
    expect(
      judge(
        [...applied(), ...notified, ...consented],
        act(2, 'accept', 'clerk', () => ({ ground: 'labour' })),
      ),
    ).toBeNull()
  })

  test('令17 23: an offer needs the consent of both', () => {
    const offered = stories.unionOffers.slice(0, 3)
    const accept = { ...stories.unionOffers[4]!, on: day('2026-11-11') }
    expect(accept.step).toBe('accept')
    expect(refusal(p, offered, accept, on(accept.on))).toMatchObject({ rule: { id: 'bothSidesAgree' }, missing: { zh: '还差职工同意' } })
    expect(refusal(p, stories.unionOffers.slice(0, 4), accept, on(accept.on))).toBeNull()
  })

  test('令17 30: the refusal of one side ends it, with the notice to the other', () => {
    const log = stories.firmRefuses
    expect(stateOf(p, log)).toBe('declined')
    expect(papersOf(mediation, log, on(log.at(-1)!.on)).map((paper) => paper.id)).toEqual(['refusalNotice'])
    expect(
      refusal(p, log, { step: 'accept', by: 'clerk', on: log.at(-1)!.on, input: { ground: 'labour' } }, on(log.at(-1)!.on)),
    ).toMatchObject({ why: 'not now' })
  })

  test('the firm sees the case only after it has been told', () => {
    const seen = (n: number) => p.parties(factsOf(p, stories.firmRefuses.slice(0, n))).find((party) => party.role === 'employer')?.sees
    expect([seen(1), seen(2)]).toEqual([false, true])
  })

  test('令17 25: nobody mediates with a tie to the case, or in it', () => {
    expect(why(breaks.mediatorIsRelative)).toMatchObject({ rule: { id: 'mediatorsHaveNoTie' } })
    expect(why(breaks.mediatorIsParty)).toMatchObject({ rule: { id: 'mediatorsHaveNoTie' } })
    expect(
      judge(
        applied(),
        act(1, 'assignMediators', 'committee', () => ({ mediators: [{ ...namedOf(demoPeople.fangWenbin), tie: 'none' }] })),
      ),
    ).toBeNull()
  })
})

describe('十五日', () => {
  test('调解仲裁法 14, 省 10: fifteen days from receipt; the count from acceptance stands beside it and never governs', () => {
    const log = stories.dayFifteenPasses.slice(0, 5)
    const due = dueOf(p, log, on(log.at(-1)!.on)).find((one) => one.id === 'end')!
    expect([due.start, due.last, due.rule.id]).toEqual(['2026-05-11', '2026-05-26', 'MED.END.ZJ'])
    expect(due.also.map((other) => [other.rule.id, other.last])).toEqual([['MED.END.RULE17', '2026-05-28']])
  })

  test('调解仲裁法 14: when they have passed the law itself ends it, on the day after, with the notice of arbitration', () => {
    const log = stories.dayFifteenPasses
    expect(log.at(-1)).toMatchObject({ step: 'lapse', by: 'law', on: '2026-05-27' })
    const known = factsOf(p, log)
    const [notice] = papersOf(mediation, log, on(log.at(-1)!.on))
    const text = JSON.stringify(
      notice!.write(known, {
        ...atOf(log, log.at(-1)!.on, on(log.at(-1)!.on)),
        caseNumber: '',
        issuer: '',
        papers: {},
        due: () => undefined,
      }),
    )
    expect(text).toContain('申请仲裁')
    expect(text).toContain('2027年5月27日')
  })

  test('the law does not end what was agreed on the last day', () => {
    expect(judge([...begun(), ...drafted(5, [20]), ...signed(15).slice(0, 2)], signed(15)[2]!)).toBeNull()
    expect(why(breaks.signedTooLate)).toMatchObject({ rule: { id: 'timeIsLeft' } })
  })

  test('令17 29: longer only if both signed; one signature is not enough, and it says whose is missing', () => {
    expect(why(breaks.onlyOneSideExtends)).toMatchObject({ rule: { id: 'bothSignedToExtend' }, missing: { zh: '还差企业方签字' } })
    const log = stories.moreTimeIsSigned
    const at = log.findIndex((entry) => entry.step === 'extend')
    expect(dueDay(log.slice(0, at), 'end')).toBe('2026-03-17')
    expect(dueDay(log.slice(0, at + 1), 'end')).toBe('2026-03-30')
  })

  test('what has run out is not extended', () => {
    expect(why(breaks.extendedTooLate)).toMatchObject({ rule: { id: 'timeWasLeft' } })
    expect(why(breaks.extendedToEarlier)).toMatchObject({ rule: { id: 'extensionIsLater' } })
  })

  test('令17 25: another body helps only with the consent of both', () => {
    expect(why(breaks.sharedWithoutConsent)).toMatchObject({ rule: { id: 'bothAgreeToHelp' } })
  })

  test('R05: a hand-over keeps the clock', () => {
    const log = stories.handedToTheStreet
    const at = log.findIndex((entry) => entry.step === 'handOver')
    expect(at).toBeGreaterThan(0)
    expect(dueDay(log.slice(0, at + 1), 'end')).toBe(dueDay(log.slice(0, at), 'end'))
  })
})

describe('集体争议', () => {
  const withColleagues = (n: number, sameClaim = true): readonly Told[] => [
    ...attempt(
      begun('labour', { workers: 1 }),
      act(3, 'note', 'clerk', () => ({ says: '记' })),
      ruiding,
      start,
    ),
    ...Array.from(
      { length: n },
      (_, k): Told => ({ step: 'join', by: 'worker', on: addDays(start, 3), input: { ...namedOf(ruiding.colleagues[k]!), sameClaim } }),
    ),
  ]
  const marks = (log: readonly Told[]) => marksOf(mediation, factsOf(p, log))

  test('调解仲裁法 7: ten is enough, nine is not', () => {
    expect(marks(withColleagues(8))).toEqual([])
    expect(marks(withColleagues(9))).toEqual(['collective'])
  })

  test('调解仲裁法 7: ten workers without a common claim are no collective case', () => {
    expect(marks(withColleagues(11, false))).toEqual([])
  })

  test('who leaves is not counted, who joins twice is counted once', () => {
    const nine = withColleagues(9)
    const leaves: Told = { step: 'leave', by: 'colleague', on: addDays(start, 3), input: namedOf(ruiding.colleagues[0]!) }
    expect(marks([...nine, leaves])).toEqual([])
    expect(marks([...withColleagues(8), ...withColleagues(8).slice(-8)])).toEqual([])
  })

  test('令17 26: a few colleagues without representatives are not bound by the applicant’s signature, nor by a yes to an earlier text', () => {
    const yes = (n: number) => act(7, 'approve', 'colleague', ({ cast }) => namedOf(cast.colleagues[n]!), { recordedBy: 'mediator' })
    const three = [...begun(), ...joined(3).slice(0, 3)]
    const [workerSigns, firmSigns, sign] = signed(8) as [Act, Act, Act]
    expect(judge([...three, ...drafted(7, [20]), workerSigns, firmSigns], sign, ruiding)).toBe('representedAgree')
    expect(judge([...three, ...drafted(7, [20]), yes(0), yes(1), yes(2), workerSigns, firmSigns], sign, ruiding)).toBeNull()
    const rewritten = [...three, ...drafted(7, [20]), yes(0), yes(1), yes(2), ...drafted(7, [14]), workerSigns, firmSigns]
    expect(judge(rewritten, sign, ruiding)).toBe('representedAgree')
  })

  test('省 40, 规则 63: three to five representatives, only in a collective case, out of their midst', () => {
    const elect = (n: number) =>
      act(4, 'electRepresentatives', 'worker', () => ({
        people: [ruiding.worker, ...ruiding.colleagues].slice(0, n).map(namedOf),
        voters: 12,
      }))
    const crowd = [...begun(), ...joined(3)]
    expect([2, 3, 5, 6].map((n) => judge(crowd, elect(n), ruiding))).toEqual([
      'representativesAreThreeToFive',
      null,
      null,
      'representativesAreThreeToFive',
    ])
    expect(why(breaks.tooFewForRepresentatives)).toMatchObject({ rule: { id: 'workersAreMany' }, missing: { zh: '还差 1 人' } })
    expect(why(breaks.representativeFromOutside)).toMatchObject({ rule: { id: 'representativesAreWorkers' } })
  })

  test('规则 63: they sign only with the consent of those they stand for', () => {
    expect(why(breaks.representedNotAsked)).toMatchObject({ rule: { id: 'representedAgree' }, missing: { zh: '还差 9 人' } })
    expect(stateOf(p, stories.tenColleaguesJoin)).toBe('performed')
  })
})

describe('协议', () => {
  const ready = [...begun(), ...drafted(5, [20])]

  test('调解仲裁法 14, 令17 26: both sides, the mediator, the seal, three copies', () => {
    expect(why(breaks.firmHasNotSigned)).toMatchObject({ rule: { id: 'bothSidesSigned' }, missing: { zh: '还差企业方签名' } })
    expect(why(breaks.withoutSeal)).toMatchObject({ rule: { id: 'mediatorSignedAndSealed' } })
    expect(why(breaks.twoCopies)).toMatchObject({ rule: { id: 'copiesAreThree' } })
    expect(judge([...ready, ...signed(6).slice(0, 2)], signed(7)[2]!)).toBeNull()
  })

  test('a name may be taken back until the seal is on; then the terms may change', () => {
    const takenBack = act(7, 'workerSigns', 'worker', () => ({ act: 'takeBack', name: '陈国强' }))
    expect(why(breaks.changedAfterSigning)).toMatchObject({ rule: { id: 'nobodyHasSigned' } })
    expect(judge([...ready, signed(6)[0]!, takenBack], drafted(7, [30])[0]!)).toBeNull()
  })

  test('a hearing lies before the last day', () => {
    expect(why(breaks.hearingAfterTheEnd)).toMatchObject({ rule: { id: 'hearingIsInTime' } })
    expect(judge(begun(), scheduled(4, 15)[0]!)).toBeNull()
  })

  test('heard by a mediator that a party does not accept: not until another is named', () => {
    const challenged = [
      ...begun(),
      act(3, 'challengeMediator', 'worker', ({ cast }) => ({ mediator: namedOf(cast.mediator), reason: '同乡' })),
    ]
    expect(judge(challenged, heard(4, false)[0]!)).toBe('challengedAreReplaced')
    const another = act(4, 'assignMediators', 'committee', () => ({ mediators: [{ ...namedOf(demoPeople.fangWenbin), tie: 'none' }] }))
    expect(judge([...challenged, another], heard(5, false)[0]!)).toBeNull()
  })
})
