/** The limits of the law on both sides: half of all, firms, term, renewal, silence, and what the register keeps. */
import { describe, expect, it } from 'vitest'
import { dueOf, type Entry, lawStepsOf, refusal } from '#engine'
import { factsOf } from '#engine/run.ts'
import { addDays, type Day, day } from '#kernel/day.ts'
import { nationalCalendar } from '#law/national-days.ts'
import {
  act,
  agreed,
  congressVote,
  draft,
  employers,
  employerSide,
  firmOf,
  firmVote,
  knownOf,
  newcomer,
  on,
  parkFirms,
  type Told,
  workers,
  workerSide,
} from './demo/cast.ts'
import { answered, drafted, filed, inForce, negotiated, parkDrafted, parkVoted, received, seated } from './demo/scripts.ts'
import { freightByCongress, parkFirmByFirm, shortOfHalf } from './demo/stories.ts'
import type { Facts } from './data.ts'
import { boundFirms } from './facts/firms.ts'
import { agreedClauses } from './facts/sides.ts'
import { termIsLawful } from './facts/term.ts'
import { regionalBargaining } from './procedure.ts'

const now = { today: day('2026-11-22'), region: 'CN-ZJ-HZ', calendar: nationalCalendar } as const
const known = (log: readonly Entry[]) => factsOf(regionalBargaining, log) as Facts
/** The rule that refuses the last step of the log, or why else; undefined if it may be taken. */
function refusedBy(log: readonly Told[]): string | undefined {
  const why = refusal(regionalBargaining, log.slice(0, -1), log.at(-1)!, { ...now, today: log.at(-1)!.on })
  return why === null ? undefined : why.why === 'broken' ? why.rule.id : why.why
}
const missingOf = (log: readonly Told[]) => {
  const why = refusal(regionalBargaining, log.slice(0, -1), log.at(-1)!, { ...now, today: log.at(-1)!.on })
  return why?.why === 'broken' ? why.missing?.zh : undefined
}
const carry = act(37, 'carry', 'workers')

describe('half or more of all delegates of the regional congress (省29, 市33)', () => {
  it.each([
    [40, 80, undefined],
    [39, 80, 'halfOfAllAgree'],
    [41, 81, undefined],
    [40, 81, 'halfOfAllAgree'],
  ])('%i of %i', (yes, all, refused) => {
    expect(refusedBy([...drafted, act(37, 'voteAtCongress', 'workers', congressVote(yes, all)), carry])).toBe(refused)
  })

  it('counts all, not those present, and says how many votes are missing', () => {
    const log = [...drafted, act(37, 'voteAtCongress', 'workers', congressVote(38, 80, 40)), carry]
    expect([refusedBy(log), missingOf(log)]).toEqual(['halfOfAllAgree', '还差 2 票'])
  })

  it('is weaker than in one firm, where half is not enough', () => {
    expect(refusedBy([...drafted, act(37, 'voteAtCongress', 'workers', congressVote(40, 80)), carry])).toBeUndefined()
  })

  it('may fail only when it fell short', () => {
    const rejected = (yes: number) => [
      ...drafted,
      act(37, 'voteAtCongress', 'workers', congressVote(yes)),
      act(37, 'reject', 'workers', { says: '再谈' }),
    ]
    expect([refusedBy(rejected(39)), refusedBy(rejected(40))]).toEqual([undefined, 'notCarried'])
  })
})

describe('or half or more in every bound firm', () => {
  const voting = (...yes: readonly number[]) => [
    ...parkDrafted,
    ...yes.map((one, at) => act(36, 'voteAtFirm', 'workers', firmVote(parkFirms[at]!, one, 40))),
    carry,
  ]
  it.each([
    [[20, 20, 20], undefined],
    [[20, 20, 19], 'halfOfAllAgree'],
    [[40, 40], 'halfOfAllAgree'],
  ] as const)('%j of 40 each', (yes, refused) => {
    expect(refusedBy(voting(...yes))).toBe(refused)
  })

  it('says how many firms are lacking', () => {
    expect(missingOf(voting(40, 40))).toBe('还差 1 家企业（共 3 家）')
  })

  it('does not wait for a firm that left, and waits for one that came', () => {
    const left = act(36, 'leave', 'workers', { ...firmOf('xian'), on: on(36), ground: 'dissolved' })
    const came = act(36, 'join', 'workers', { ...firmOf(newcomer), on: on(36), known: [knownOf(newcomer)] })
    expect(refusedBy([...parkVoted.slice(0, -1), left, carry])).toBeUndefined()
    expect(refusedBy([...parkVoted, came, carry])).toBe('halfOfAllAgree')
  })

  it('counts the latest vote of a firm', () => {
    expect(refusedBy([...voting(20, 20, 19).slice(0, -1), act(36, 'voteAtFirm', 'workers', firmVote('xian', 21)), carry])).toBeUndefined()
  })

  it('votes on one text are none on the next', () => {
    const redrafted = shortOfHalf.findLastIndex(({ step }) => step === 'draft')
    expect(known(shortOfHalf.slice(0, redrafted)).congressVotes).toHaveLength(1)
    expect(known(shortOfHalf.slice(0, redrafted + 1)).congressVotes).toEqual([])
  })
})

describe('delegates', () => {
  const people = (n: number) => Array.from({ length: n }, (_, at) => ({ ...workers[1]!, name: `代表${at}`, chief: at === 0 }))
  const named = (more: object) => refusedBy([...answered, act(8, 'nameWorkers', 'workers', workerSide(more))])
  it.each([
    [2, 'workersAreEnough'],
    [3, undefined],
    [9, undefined],
    [10, 'workersAreEnough'],
  ])('%i of the workers on wages', (n, refused) => {
    expect(named({ delegates: people(n) })).toBe(refused)
  })

  it('more than nine may speak of what is not wages, without approval of a congress', () => {
    const other = [
      ...parkDrafted.slice(0, 3),
      act(3, 'nameWorkers', 'workers', workerSide({ delegates: people(10), approvedOn: undefined })),
    ]
    expect(refusedBy(other)).toBeUndefined()
    expect(named({ approvedOn: undefined })).toBe('congressApprovedWorkers')
    expect(named({ approvedOn: on(9) })).toBe('congressApprovedWorkers')
  })

  it('one in three from outside, not two', () => {
    const outside = (n: number) => named({ delegates: workers.map((one, at) => ({ ...one, outside: at >= 3 - n })) })
    expect([outside(1), outside(2)]).toEqual([undefined, 'workersOutsideAreFew'])
  })

  it('the employers are no more than the workers', () => {
    const facing = (delegates: readonly object[]) =>
      refusedBy([...seated.slice(0, -1), act(9, 'nameEmployer', 'employer', employerSide({ delegates }))])
    expect(facing(employers)).toBeUndefined()
    expect(facing([...employers, { ...employers[1], name: '钱峰' }])).toBe('employerIsNamedSecond')
    expect(facing(employers.slice(0, 2))).toBe('employerIsNamedSecond')
  })

  it('whoever offered does not answer', () => {
    const reply = { agrees: 'agree', meetOn: on(21), meetAt: '14:00', place: '协会会议室' }
    expect(refusedBy([...parkDrafted.slice(0, 2), act(2, 'answer', 'employer', reply)])).toBe('workersOffer')
    expect(refusedBy([...parkDrafted.slice(0, 2), act(2, 'answerAsUnion', 'workers', reply)])).toBeUndefined()
    expect(refusedBy([...answered.slice(0, -1), act(7, 'answerAsUnion', 'workers', reply)])).toBe('employerOffers')
  })
})

describe('the text', () => {
  const drafting = (more: object) => refusedBy([...negotiated, act(30, 'draft', 'employer', draft(more))])
  it('holds what both agree on', () => {
    expect(agreedClauses(known(negotiated))).toEqual(agreed)
    expect(drafting({ clauses: [...agreed, { meaning: 'meal', value: 1_500 }] })).toBe('onlyWhatIsAgreed')
  })

  it('pays more than the minimum wage, not the same; an unknown one is no floor', () => {
    const floor = (minimumWageFen?: number) => drafting({ floor: minimumWageFen === undefined ? {} : { minimumWageFen } })
    expect([floor(274_999), floor(275_000), floor()]).toEqual([undefined, 'payIsAboveMinimum', undefined])
  })

  it.each([
    ['2025-05-01', '2026-04-29', false],
    ['2025-05-01', '2026-04-30', true],
    ['2025-05-01', '2028-04-30', true],
    ['2025-05-01', '2028-05-01', false],
    ['2024-02-29', '2025-02-27', true],
  ])('a term from %s to %s: %s', (since, until, lawful) => {
    expect(termIsLawful({ since: day(since), until: day(until) }, now)).toBe(lawful)
  })
})

describe('after filing', () => {
  const lawOn = (log: readonly Told[], today: Day) =>
    lawStepsOf(regionalBargaining, dueOf(regionalBargaining, log, { ...now, today }), today).map(({ step }) => step)

  it('fifteen days of silence bring it into force, and an objection on the fifteenth stops it', () => {
    expect(lawOn(received, addDays(on(43), 15))).toEqual([])
    expect(lawOn(received, addDays(on(43), 16))).toEqual(['takeEffect'])
    const objected = [...received, act(58, 'object', 'bureau', { says: '请修订' })]
    expect([refusedBy(objected), lawOn(objected, addDays(on(43), 16))]).toEqual([undefined, []])
  })

  it('does not run before the bureau has it', () => {
    expect(lawOn(filed, addDays(on(43), 30))).toEqual([])
  })

  it('must be signed anew once it is mended', () => {
    const mended = parkFirmByFirm.findIndex(({ step }) => step === 'amend')
    const file = parkFirmByFirm.findLast(({ step }) => step === 'file')!
    expect(refusedBy([...parkFirmByFirm.slice(0, mended + 1), file])).toBe('bothChiefsSigned')
    expect(refusedBy([...parkFirmByFirm.slice(0, mended + 3), file])).toBeUndefined()
  })

  it('ends with its last day, which no rest day moves', () => {
    expect(lawOn(inForce, day('2026-04-30'))).toEqual([])
    expect(lawOn(inForce, day('2026-05-01'))).toEqual(['expire'])
  })

  it.each([
    ['2026-01-29', 'inLastNinetyDays'],
    ['2026-01-30', undefined],
    ['2026-04-30', undefined],
  ])('renewal may be asked for in the last ninety days: on %s', (asked, refused) => {
    const renewal = freightByCongress.find(({ step }) => step === 'renew')!
    expect(refusedBy([...inForce, { ...renewal, on: day(asked) }])).toBe(refused)
  })

  it('a renewal offers the firms that are bound then, on the clauses in force', () => {
    const facts = known(freightByCongress)
    const input = regionalBargaining.steps.renew.opens!.input(facts, '00000000-0000-7000-8000-000000000009') as {
      firms: { name: string }[]
      purpose: string
      replaces: string
    }
    expect(input.firms.map(({ name }) => name)).toEqual(boundFirms(facts).map(({ name }) => name))
    expect(regionalBargaining.facts.offer.safeParse(input).error).toBeUndefined()
    expect([input.purpose, input.replaces]).toEqual(['renewal', '00000000-0000-7000-8000-000000000009'])
  })
})
