/** The clock on days that can be checked by hand: first day, rest days, month ends, make-up days, suspension, and its sentences. */
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { count, explain, type Interval, type Question } from './clock.ts'
import type { Direction } from './parameter.ts'
import { calendarDays, hours, months, type Period, workingDays, years } from './period.ts'
import { nationalCalendar as calendar } from './national-days.ts'
import { ruleById } from './rules.ts'

const ask = (start: string, period: Period, more: Partial<Question> = {}) => count({ start: day(start), period, calendar, ...more })
const last = (start: string, period: Period, more: Partial<Question> = {}) => ask(start, period, more).last
const still = (from: string, to: string): Interval => ({ from: day(from), to: day(to) })
const by = (id: string, start: string, more: Partial<Question> = {}) => {
  const rule = ruleById(id)
  return count({ start: day(start), event: rule.start, period: rule.period, direction: rule.direction, calendar, ...more })
}

describe('计数 from the reference and the pictures', () => {
  it.each([
    ['CB.REPLY.ZJ', '2026-09-28', '2026-10-16'],
    ['CB.REPLY.CN', '2026-09-28', '2026-10-19'],
    ['MED.ACCEPT', '2026-09-28', '2026-10-08'],
    ['MED.END.ZJ', '2026-11-11', '2026-11-26'],
    // Counted from acceptance it ends on 28 November, which is a Saturday.
    ['MED.END.RULE17', '2026-11-13', '2026-11-30'],
    ['ARB.AWARD', '2026-10-09', '2026-11-23'],
    ['ARB.LIMITATION', '2025-11-22', '2026-11-23'],
    ['UNION.TERM', '2023-11-20', '2026-11-20'],
  ])('%s from %s ends on %s', (id, start, end) => {
    expect(by(id, start).last).toBe(end)
  })

  it('says how it was found', () => {
    expect(by('CB.REPLY.ZJ', '2026-09-28').says).toEqual({
      zh: '9月28日收到协商要约，当天不算；国庆节 7 天、10月11日 周日不算；10月10日 周六调休上班，算；数满 10 个工作日，到 10月16日 周五。',
      en: '28 Sep (the offer is received) does not count; 7 days of National Day and Sun 11 Oct do not; Sat 10 Oct, worked in exchange for a holiday, counts; 10 working days end on Fri 16 Oct.',
    })
    expect(by('CB.REPLY.CN', '2026-09-28').says.zh).toBe(
      '9月28日收到协商要约，当天不算；数满 20 天，周末和节假日照算，到 10月18日 周日，是休息日，顺延到 10月19日 周一。',
    )
    expect(by('MED.END.ZJ', '2026-11-11').says.zh).toBe(
      '11月11日收到调解申请，当天不算；数满 15 天，周末和节假日照算，到 11月26日 周四；最后一天是工作日，不顺延。',
    )
  })
})

describe('民法典 201–203', () => {
  it('the first day is not counted', () => {
    expect(last('2026-11-09', calendarDays(1))).toBe('2026-11-10')
    expect(last('2026-11-09', workingDays(1))).toBe('2026-11-10')
  })

  it('a month ends on the corresponding day, or at the month’s end', () => {
    expect(last('2026-03-10', months(1))).toBe('2026-04-10')
    expect(last('2026-01-31', months(1))).toBe('2026-02-28')
    expect(last('2024-02-29', years(1))).toBe('2025-02-28')
    // 31 January to 29 February of a leap year, a Thursday.
    expect(last('2024-01-31', months(1))).toBe('2024-02-29')
  })

  it('a last day on a rest day moves to the day after the rest, only the last', () => {
    expect(ask('2026-09-20', calendarDays(15))).toMatchObject({
      last: '2026-10-08',
      moved: { from: '2026-10-05', because: { zh: '国庆节', en: 'National Day' } },
    })
    expect(ask('2026-09-28', calendarDays(10))).toMatchObject({ last: '2026-10-08' })
    expect(ask('2026-09-28', calendarDays(10)).moved).toBeUndefined()
  })

  it('a weekend that is worked is no rest day', () => {
    expect(ask('2026-09-30', calendarDays(10))).toMatchObject({ last: '2026-10-10' })
    expect(ask('2026-09-30', calendarDays(10)).moved).toBeUndefined()
    expect(ask('2025-10-01', calendarDays(11)).last).toBe('2025-10-13')
  })

  it('at once is no period', () => {
    const breach = by('PIPL.BREACH', '2026-10-03')
    expect([breach.last, breach.moved]).toEqual(['2026-10-03', undefined])
    expect(breach.says.zh).toBe('10月3日发现个人信息泄露，当天立即办，没有期限可等。')
  })
})

describe('before, window, keep, within', () => {
  const ask4 = (start: string, period: Period, direction: Direction) => ask(start, period, { direction })

  it('before runs back from the event and is never moved later', () => {
    expect(ask4('2026-10-16', workingDays(5), 'before').last).toBe('2026-10-10')
    const agenda = ask4('2026-10-12', calendarDays(7), 'before')
    expect([agenda.last, agenda.moved]).toEqual(['2026-10-05', undefined])
    expect(agenda.says.zh).toContain('最好在 9月30日 周三 前办好')
  })

  it('a window opens and ends with the event', () => {
    expect(ask4('2026-12-31', calendarDays(90), 'window')).toMatchObject({ opens: '2026-10-02', last: '2026-12-31' })
    expect(ask4('2026-12-31', months(3), 'window')).toMatchObject({ opens: '2026-09-30', last: '2026-12-31' })
  })

  it('keeping and lasting do not move', () => {
    expect(ask4('2026-08-31', months(6), 'keep').last).toBe('2027-02-28')
    expect(ask4('2026-09-05', calendarDays(30), 'within').last).toBe('2026-10-05')
  })
})

describe('hours', () => {
  it('run on from the moment, over rest days', () => {
    expect(ask('2026-10-02', hours(24), { startTime: '14:30' })).toMatchObject({ last: '2026-10-03', lastTime: '14:30' })
    expect(ask('2026-11-22', hours(1), { startTime: '23:30' })).toMatchObject({ last: '2026-11-23', lastTime: '00:30' })
  })

  it('without a time they count from the first minute, never later than the law', () => {
    expect(ask('2026-11-22', hours(4))).toMatchObject({ last: '2026-11-22', lastTime: '04:00' })
    expect(() => ask('2026-11-22', hours(4), { direction: 'before' })).toThrow('only counted forward')
  })
})

describe('suspension', () => {
  it('lengthens calendar days by the days that fell inside', () => {
    expect(ask('2026-11-02', calendarDays(10), { suspended: [still('2026-11-05', '2026-11-08')] })).toMatchObject({
      last: '2026-11-16',
      suspendedDays: 4,
    })
    expect(last('2026-11-02', calendarDays(10), { suspended: [still('2026-11-13', '2026-11-20')] })).toBe('2026-11-12')
  })

  it('joins overlaps and does not count the days before the start', () => {
    const twice = [still('2026-11-05', '2026-11-08'), still('2026-11-07', '2026-11-09'), still('2026-10-01', '2026-11-02')]
    expect(ask('2026-11-02', calendarDays(10), { suspended: twice })).toMatchObject({ suspendedDays: 5, last: '2026-11-17' })
  })

  it('a suspension after a suspension still counts', () => {
    expect(
      last('2026-11-02', calendarDays(10), { suspended: [still('2026-11-12', '2026-11-12'), still('2026-11-13', '2026-11-13')] }),
    ).toBe('2026-11-16')
  })

  it('stops at the cap', () => {
    const long = [still('2026-10-08', '2026-11-20')]
    const capped = by('CB.COMPLETE.WAGE.HZ', '2026-09-28', { suspended: long, suspensionCap: 30 })
    expect(capped).toMatchObject({ suspendedDays: 30, last: '2026-12-28' })
    expect(capped.says.zh).toContain('中止的 30 天不算，超出上限的 14 天照算')
  })

  it('skips working days inside it', () => {
    expect(ask('2026-11-02', workingDays(3), { suspended: [still('2026-11-03', '2026-11-04')] })).toMatchObject({
      last: '2026-11-09',
      suspendedDays: 2,
    })
  })

  it('an interval that ends before it begins is a mistake', () => {
    expect(() => ask('2026-11-02', calendarDays(3), { suspended: [still('2026-11-09', '2026-11-04')] })).toThrow('ends before it begins')
  })
})

describe('provisional', () => {
  it('a count that reaches a year without a notice says so, with the year', () => {
    const reply = by('SUP.REPLY.ZJ', '2026-12-20')
    expect([reply.last, reply.provisional]).toEqual(['2027-01-11', true])
    expect(reply.says.zh).toContain('2027 年的放假安排还没有录入')
    expect(by('SUP.REPLY.ZJ', '2026-11-22').provisional).toBe(false)
  })

  it('the last days of December wait for the next year’s notice', () => {
    const open = ask('2026-12-25', workingDays(2))
    expect([open.last, open.provisional]).toEqual(['2026-12-29', true])
    expect(open.says.zh).toContain('2027 年的放假安排还没有录入')
    expect(open.says.en).toContain('the holiday notice of 2027 is not entered yet')
  })

  it('what does not depend on the calendar is certain', () => {
    expect(by('MIGRANT.LEDGER', '2026-11-22').provisional).toBe(false)
  })
})

describe('day by day', () => {
  it('explains the picture of the public clock', () => {
    const rule = ruleById('CB.REPLY.ZJ')
    const days = explain({ start: day('2026-09-28'), period: rule.period, calendar })
    expect(days).toHaveLength(19)
    expect(days[0]).toEqual({ day: '2026-09-28', kind: 'start' })
    expect(days[3]).toEqual({ day: '2026-10-01', kind: 'rest', name: { zh: '国庆节', en: 'National Day' } })
    expect(days[12]).toEqual({
      day: '2026-10-10',
      kind: 'counted',
      nth: 5,
      makeUp: true,
      name: { zh: '调休上班', en: 'working day in exchange' },
    })
    expect(days.at(-1)).toEqual({ day: '2026-10-16', kind: 'last', nth: 10 })
  })

  it('shows where the last day first fell', () => {
    const days = explain({ start: day('2026-09-20'), period: calendarDays(15), calendar })
    expect(days.slice(-4).map(({ day: at, kind, nth }) => [at, kind, nth])).toEqual([
      ['2026-10-05', 'moved', 15],
      ['2026-10-06', 'moved', undefined],
      ['2026-10-07', 'moved', undefined],
      ['2026-10-08', 'last', undefined],
    ])
  })

  it('runs back before an event, and keeps to its limit', () => {
    const days = explain({ start: day('2026-10-16'), period: workingDays(5), direction: 'before', calendar })
    expect(days.map(({ kind, nth }) => [kind, nth])).toEqual([
      ['last', 5],
      ['rest', undefined],
      ['counted', 4],
      ['counted', 3],
      ['counted', 2],
      ['counted', 1],
      ['start', undefined],
    ])
    const long = explain({ start: day('2026-01-01'), period: years(3), direction: 'keep', calendar })
    expect([long.length, long.at(-1)?.day]).toEqual([400, '2029-01-01'])
  })
})
