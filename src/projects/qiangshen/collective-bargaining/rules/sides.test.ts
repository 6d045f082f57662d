/** The guards of the two sides (law.md §20 CB.SIDES, CB.OUTSIDE, CB.CHIEF.WORKER, CB.DUAL), each on both sides of its limit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Region } from '#law'
import type { Delegate, Firm, Kind } from '../data.ts'
import { delegate, firm, unionHead } from '../demo/cast.ts'
import { judgeIn } from '../demo/judge.ts'
import { type Told, teller } from '../demo/play.ts'
import { answered, employerSide, named, prepared, workerSide } from '../demo/scripts.ts'

const t = teller(day('2026-03-02'))
type Log = readonly Told[]
const judge = judgeIn(t)
const broken = (id: string) => expect.arrayContaining([id])
const people = (n: number, more: (at: number) => Partial<Delegate> = () => ({})): Delegate[] =>
  Array.from({ length: n }, (_, at) =>
    delegate(at === 0 ? unionHead : `代表${at}`, { chief: at === 0, job: at === 0 ? '工会主席' : '工人', ...more(at) }),
  )
const others = (n: number): Delegate[] => Array.from({ length: n }, (_, at) => delegate(`经理${at}`, { chief: at === 0 }))

describe('CB.SIDES: how many', () => {
  const count = (n: number, kind: Kind, more: Partial<Firm>, region?: Region) =>
    judge(
      answered(t, { kind, firm: firm(more) }),
      9,
      'nameWorkers',
      'workers',
      workerSide(t, { delegates: people(n), firm: firm(more) }),
      region,
    )
  test('市16: three to nine in wage talks, five where the firm is above the designated size', () => {
    const small = { designated: false }
    expect([2, 3, 9, 10].map((n) => count(n, 'wage', small))).toEqual([
      ['threeToNine', '职工方 2 名，至少 3 名，还差 1 名', 'workers: 2, at least 3; 1 more'],
      null,
      null,
      ['threeToNine', '职工方 10 名，最多 9 名，多 1 名', 'workers: 10, at most 9; 1 too many'],
    ])
    expect([4, 5].map((n) => count(n, 'skillWages', { designated: true }))).toEqual([broken('threeToNine'), null])
  })
  test('省10: three or more of the rest, five above the designated size, no most', () => {
    expect([2, 3, 10].map((n) => count(n, 'comprehensive', { designated: false }))).toEqual([broken('threeOrMore'), null, null])
    expect([4, 5].map((n) => count(n, 'women', { designated: true }))).toEqual([broken('threeOrMore'), null])
    expect(count(10, 'wage', { designated: false }, 'CN-ZJ')).toBeNull()
  })
  const sends = (n: number, region?: Region) =>
    judge(
      [...answered(t), t.act(9, 'nameWorkers', 'workers', workerSide(t, { delegates: people(5) }))],
      10,
      'nameEmployer',
      'employer',
      employerSide(t, { delegates: others(n) }),
      region,
    )
  test('省10: the employer no more than the workers; 规定19: as many, where no local rule speaks', () => {
    expect([5, 6].map((n) => sends(n))).toEqual([null, ['employersNoMore', '企业方 6 名，职工方 5 名', 'Employer 6, workers 5']])
    expect([5, 6].map((n) => sends(n, 'CN'))).toEqual([null, broken('employersNoMore')])
  })
})

describe('CB.OUTSIDE, CB.CHIEF.WORKER, CB.DUAL', () => {
  const name = (delegates: readonly Delegate[], more: object = {}) =>
    judge(answered(t), 9, 'nameWorkers', 'workers', workerSide(t, { delegates, ...more }))
  test('省10: outsiders at most a third of the side, for every size of a side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 0, max: 8 }), (n, wished) => {
        const outside = Math.min(wished, n - 1)
        const no = name(people(n, (at) => ({ outside: at >= n - outside })))
        expect(no === null).toBe(3 * outside <= n)
      }),
    )
  })
  test('规定23: the chief is no outsider', () => {
    expect(name(people(5, (at) => ({ outside: at === 0 })))).toEqual(['chiefIsNoOutsider'])
  })
  test('省10: the head of the union leads; another with a delegation in writing; without a union whoever is elected', () => {
    const another = people(5, (at) => ({ chief: at === 1 }))
    expect(name(another)).toEqual([
      'unionHeadLeads',
      '工会负责人是马春燕；由别人任首席的，还差书面委托',
      'The head of the union is 马春燕; for another chief a delegation in writing is missing',
    ])
    expect(name(another, { delegation: '工会主席书面委托' })).toBeNull()
    expect(name(another, { firm: firm({ hasUnion: false }), chosenBy: 'staff' })).toBeNull()
    expect(name(another, { firm: firm({ unionHead: undefined }) })).toEqual(broken('unionHeadLeads'))
    expect(name(people(5), { firm: firm({ unionHead: undefined }) })).toBeNull()
  })
  test('市18: the legal representative or head of the firm leads, or another with a delegation in writing', () => {
    const leads = (more: object, job = '副总经理') =>
      judge(
        [...answered(t), ...named(t).slice(0, 1)],
        10,
        'nameEmployer',
        'employer',
        employerSide(t, {
          delegates: others(5).map((one) => (one.chief ? { ...one, job } : one)),
          delegation: undefined,
          firm: firm({ legalRepresentative: '钱建国' }),
          ...more,
        }),
      )
    expect([leads({}), leads({ delegation: '书面委托' }), leads({}, '总经理')]).toEqual([broken('headOfFirmLeads'), null, null])
    expect(leads({ firm: firm({ legalRepresentative: '经理0' }) })).toBeNull()
    expect(leads({ firm: firm() })).toBeNull()
  })
  test('省10: one chief, neither none nor two', () => {
    expect(name(people(5, () => ({ chief: false })))).toEqual(broken('oneChief'))
    expect(name(people(5, (at) => ({ chief: at < 2 })))).toEqual(broken('oneChief'))
  })
  test('省10: nobody sits on both sides, by person or by name', () => {
    const send = (list: readonly Delegate[]) =>
      judge([...answered(t), ...named(t).slice(0, 1)], 10, 'nameEmployer', 'employer', employerSide(t, { delegates: list }))
    expect(send(others(5))).toBeNull()
    expect(send([...others(4), delegate('刘志军')])).toEqual(['nobodyOnBothSides', '刘志军 在双方名单上', 'On both lists: 刘志军'])
  })
  test('规定31, 省13: who comes in a vacant place is judged as the first was', () => {
    const left: Log = [...prepared(t), t.act(15, 'leave', 'workers', { side: 'workers', name: unionHead, reason: '调动' })]
    const comes = (more: Partial<Delegate>) =>
      judge(left, 16, 'refill', 'workers', {
        ...delegate('何平'),
        firm: firm({ unionHead: '何平' }),
        side: 'workers',
        replaces: unionHead,
        noticeOn: t.day(16),
        ...more,
      })
    expect(comes({ chief: true })).toBeNull()
    expect(comes({})).toEqual(broken('oneChief'))
    expect(comes({ name: '林静', chief: true })).toEqual(broken('nobodyOnBothSides'))
  })
})
