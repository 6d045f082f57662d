/** The days that meetings, materials, filing and coordination must keep, each on its last day and the day after. */
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { judgeIn } from '../demo/judge.ts'
import { type Told, teller } from '../demo/play.ts'
import {
  answered,
  asked,
  carried,
  filing,
  firstRound,
  meeting,
  minutes,
  named,
  prepared,
  secondRound,
  signed,
  supplied,
} from '../demo/scripts.ts'

const t = teller(day('2026-03-02'))
const judge = judgeIn(t)
const broken = (id: string) => expect.arrayContaining([id])
const before: readonly Told[] = [...answered(t), ...named(t)]

describe('meetings', () => {
  test('CB.AGENDA, 省16: notice on the seventh day before; later only if both keep the day', () => {
    const sets = (after: number, more: object = {}) => judge(before, after, 'setMeeting', 'workers', meeting(t, 24, 'workers', more))
    expect([sets(17), sets(18)]).toEqual([
      null,
      [
        'agendaInTime',
        '最晚 2026-03-19 通知，晚了 1 天；推迟 1 天，或者双方同意照开',
        'Notice by 2026-03-19: 1 day(s) late; move it by 1 day(s), or both agree to keep it',
      ],
    ])
    expect(sets(18, { late: 'keptByAgreement' })).toBeNull()
    expect(sets(25, { late: 'keptByAgreement' })).toEqual(broken('agendaInTime'))
  })
  test('CB.DATA.WAGE, 市25: data on the seventh working day before; late, the meeting is moved or kept by agreement', () => {
    const records = (suppliedOn: number, late?: 'keptByAgreement', on = 24) =>
      judge(
        [
          ...answered(t),
          ...asked(t),
          ...named(t),
          t.act(14, 'setMeeting', 'workers', meeting(t, on, 'workers', late ? { late } : {})),
          supplied(t, suppliedOn),
        ],
        on,
        'recordMeeting',
        'workers',
        minutes(1),
      )
    expect([records(15), records(16)]).toEqual([null, broken('materialsInTime')])
    expect(records(16, 'keptByAgreement')).toBeNull()
    expect(records(16, undefined, 25)).toBeNull()
  })
  test('市25: who asked for nothing waits for nothing, who asked waits', () => {
    const set: readonly Told[] = [t.act(14, 'setMeeting', 'workers', meeting(t, 24))]
    expect(judge([...before, ...set], 24, 'recordMeeting', 'workers', minutes(1))).toBeNull()
    expect(judge([...answered(t), ...asked(t), ...named(t), ...set], 24, 'recordMeeting', 'workers', minutes(1))).toEqual(
      broken('materialsInTime'),
    )
  })
  test('市26: the chiefs chair in turn; a meeting set anew keeps its chair', () => {
    const held: readonly Told[] = [...prepared(t), ...firstRound(t)]
    const chairs = (log: readonly Told[], chair: 'workers' | 'employer') => judge(log, 25, 'setMeeting', 'workers', meeting(t, 40, chair))
    expect([chairs(held, 'workers'), chairs(held, 'employer')]).toEqual([broken('chiefsChairInTurn'), null])
    expect([chairs(prepared(t), 'workers'), chairs(prepared(t), 'employer')]).toEqual([null, broken('chiefsChairInTurn')])
    const again: readonly Told[] = [...held, ...secondRound(t)]
    expect(judge(again, 38, 'setMeeting', 'workers', meeting(t, 50))).toBeNull()
  })
  test('CB.COMPLETE.WAGE, 市29: an overrun counts the day after the sixty days, which move off the May holidays', () => {
    const held: readonly Told[] = [...prepared(t), ...firstRound(t)]
    expect([65, 66].map((after) => judge(held, after, 'refuse', 'workers', { how: 'overran' }))).toEqual([
      ['sixtyDaysArePast', '最后一天是 2026-05-06，过了才算', 'The last day is 2026-05-06; only after it'],
      null,
    ])
  })
})

test('省34: five copies; 规定42: three where no local rule speaks', () => {
  const files = (copies: number, region?: 'CN') => judge([...carried(t), ...signed(t)], 59, 'file', 'employer', filing({ copies }), region)
  expect([files(4), files(5), files(2, 'CN'), files(3, 'CN')]).toEqual([broken('fiveCopies'), null, broken('fiveCopies'), null])
})

test('CB.DISPUTE.COORD.EXT, 省39: fifteen days more, not sixteen, and not none', () => {
  const accepted: readonly Told[] = [
    ...prepared(t),
    ...firstRound(t),
    t.act(30, 'applyCoordination', 'workers', { by: 'workers', matters: '增长' }),
    t.act(32, 'acceptCoordination', 'bureau', undefined, 'workers'),
  ]
  const extends_ = (until: string) => judge(accepted, 60, 'extendCoordination', 'bureau', { until: day(until), reason: '等审计' })
  expect(['2026-05-06', '2026-05-07', '2026-05-21', '2026-05-22'].map(extends_)).toEqual([
    broken('fifteenMoreAtMost'),
    null,
    null,
    broken('fifteenMoreAtMost'),
  ])
})
