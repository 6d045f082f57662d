/** The working days of the years that are known, against the notices as the law reference gives them, and what is assumed beyond. */
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, daysBetween } from '#kernel/day.ts'
import { type HolidayNotice, workCalendar } from '../calendar.ts'
import { dayAt, numberOf, weekdayAt } from '../counting/day-number.ts'
import { calendarWith, nationalCalendar, nationalNotices, statutoryNotice } from '../national-days.ts'

const daysOf = (year: number): Day[] => {
  const first = day(`${year}-01-01`)
  return Array.from({ length: daysBetween(first, day(`${year + 1}-01-01`)) }, (_, n) => addDays(first, n))
}
const weekend = (at: Day) => [0, 6].includes(weekdayAt(numberOf(at)))
const between = (from: string, to: string) => daysOf(Number(from.slice(0, 4))).filter((at) => at >= from && at <= to)

describe('the calendar that comes with the program', () => {
  it('2026: days off and make-up days as published', () => {
    const off = [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ].flatMap(([from, to]) => between(from!, to!))
    const worked: readonly string[] = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
    for (const at of daysOf(2026)) {
      const expected = worked.includes(at) || (!weekend(at) && !off.includes(at))
      expect([at, nationalCalendar.isWorking(at)]).toEqual([at, expected])
    }
    expect(daysOf(2026).filter(nationalCalendar.isMakeUp)).toEqual(worked)
  })

  it('National Day 2025: 28 September and 11 October are worked', () => {
    for (const at of ['2025-09-28', '2025-10-11'])
      expect([nationalCalendar.isWorking(day(at)), nationalCalendar.isMakeUp(day(at))]).toEqual([true, true])
    for (const at of between('2025-10-01', '2025-10-08')) expect(nationalCalendar.isWorking(at)).toBe(false)
    expect(nationalCalendar.nameOf(day('2025-10-06'))?.zh).toBe('中秋节')
  })

  it('knows 2018 to 2026', () => {
    expect(nationalNotices.map((notice) => notice.year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(nationalCalendar.isWorking(day('2018-12-29'))).toBe(true)
    expect(nationalCalendar.isWorking(day('2022-12-31'))).toBe(false)
  })

  it('makes up only on weekends, and never on a day off', () => {
    for (const notice of nationalNotices) {
      expect(notice.makeUpDays.filter((at) => !weekend(at))).toEqual([])
      expect(notice.makeUpDays.filter((at) => notice.daysOff.some((one) => one.day === at))).toEqual([])
      expect(notice.daysOff.filter((one) => one.holiday === 'other')).toEqual([])
    }
  })

  it('names every day that is not an ordinary working day', () => {
    expect(nationalCalendar.nameOf(day('2026-10-02'))).toEqual({ zh: '国庆节', en: 'National Day' })
    expect(nationalCalendar.nameOf(day('2026-10-10'))?.zh).toBe('调休上班')
    expect(nationalCalendar.nameOf(day('2026-10-17'))?.zh).toBe('周六')
    expect(nationalCalendar.nameOf(day('2026-10-16'))).toBeUndefined()
  })
})

describe('a year whose notice is not known', () => {
  it.each([2025, 2026])('computes the 13 statutory days of %s where the notice has them', (year) => {
    const computed = statutoryNotice(year).daysOff
    expect(computed).toHaveLength(13)
    for (const one of computed) expect([one.day, nationalCalendar.isWorking(one.day)]).toEqual([one.day, false])
    for (const one of computed.filter(({ holiday }) => holiday !== 'midAutumn'))
      expect(nationalCalendar.nameOf(one.day)?.zh).toBe(workCalendar([], statutoryNotice).nameOf(one.day)?.zh)
  })

  it('2027 has weekends and statutory days off, and says that it is provisional', () => {
    const off = daysOf(2027).filter((at) => !weekend(at) && !nationalCalendar.isWorking(at))
    expect(off).toEqual(['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'])
    expect(daysOf(2027).every(nationalCalendar.isProvisional)).toBe(true)
    expect(daysOf(2027).some(nationalCalendar.isMakeUp)).toBe(false)
  })

  it.each([
    // 2028 has a second fifth month; 2023 had a second second one.
    [2023, ['2023-01-21', '2023-04-05', '2023-06-22', '2023-09-29']],
    [2024, ['2024-02-09', '2024-04-04', '2024-06-10', '2024-09-17']],
    [2028, ['2028-01-25', '2028-04-04', '2028-05-28', '2028-10-03']],
    [2033, ['2033-01-30', '2033-04-04', '2033-06-01', '2033-09-08']],
  ])('knows the moving holidays of %s', (year, expected) => {
    const first = (holiday: string) => statutoryNotice(year).daysOff.find((one) => one.holiday === holiday)?.day
    expect(['springFestival', 'qingming', 'dragonBoat', 'midAutumn'].map(first)).toEqual(expected)
  })

  it('the last days of the December before may still change', () => {
    expect(['2026-12-27', '2026-12-28', '2026-12-31', '2025-12-31'].map((at) => nationalCalendar.isProvisional(day(at)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('a notice that the district enters', () => {
  const notice: HolidayNotice = {
    year: 2027,
    source: '国办发明电〔2026〕9号',
    daysOff: [
      { day: day('2027-01-01'), holiday: 'newYear' },
      { day: day('2026-12-31'), holiday: 'newYear' },
      { day: day('2027-10-08'), holiday: 'nationalDay' },
    ],
    makeUpDays: [day('2027-10-09')],
  }
  const calendar = calendarWith([notice])

  it('is no longer provisional, and reaches into December', () => {
    expect(calendar.isProvisional(day('2027-06-01'))).toBe(false)
    expect(calendar.isProvisional(day('2026-12-31'))).toBe(false)
    expect(calendar.isWorking(day('2026-12-31'))).toBe(false)
    expect(calendar.isWorking(day('2027-10-08'))).toBe(false)
    expect(calendar.isMakeUp(day('2027-10-09'))).toBe(true)
    expect(calendar.isWorking(day('2026-10-10'))).toBe(true)
  })

  it('replaces what the program has for a year', () => {
    const corrected = calendarWith([
      { year: 2026, source: '更正', daysOff: [{ day: day('2026-10-01'), holiday: 'nationalDay' }], makeUpDays: [] },
    ])
    expect(corrected.isWorking(day('2026-10-02'))).toBe(true)
    expect(corrected.isWorking(day('2026-10-10'))).toBe(false)
    expect(corrected.isWorking(day('2025-10-02'))).toBe(false)
  })
})

it('day numbers and days are the same thing', () => {
  for (const at of ['1970-01-01', '2000-02-29', '2026-11-22', '1999-12-31', '2100-03-01'].map(day)) {
    expect(dayAt(numberOf(at))).toBe(at)
    expect(numberOf(at)).toBe(daysBetween(day('1970-01-01'), at))
    expect(weekdayAt(numberOf(at))).toBe(new Date(`${at}T00:00:00Z`).getUTCDay())
  }
})
