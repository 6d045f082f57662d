/** The working days: years whose holiday notice is known, laid one over the other, and for other years weekends and the statutory days. */
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { WorkCalendar } from './clock.ts'
import { numberOf, weekdayAt } from './counting/day-number.ts'

/** The public holidays of 全国年节及纪念日放假办法 Art 2, as notices and the form name them. */
export const holidays = {
  newYear: text('元旦', "New Year's Day"),
  springFestival: text('春节', 'Spring Festival'),
  qingming: text('清明节', 'Qingming'),
  labourDay: text('劳动节', 'Labour Day'),
  dragonBoat: text('端午节', 'Dragon Boat Festival'),
  midAutumn: text('中秋节', 'Mid-Autumn Festival'),
  nationalDay: text('国庆节', 'National Day'),
  other: text('放假', 'Day off'),
} as const

export type Holiday = keyof typeof holidays

/** What a State Council notice fixes for a year. Days of late December may belong to the next year's notice. */
export interface HolidayNotice {
  readonly year: number
  /** Where it was published: 国办发明电〔2025〕…. */
  readonly source: string
  readonly daysOff: readonly { readonly day: Day; readonly holiday: Holiday }[]
  readonly makeUpDays: readonly Day[]
}

interface Special {
  readonly working: boolean
  readonly name: Text
}

const makeUp: Special = { working: true, name: text('调休上班', 'working day in exchange') }
const saturday = text('周六', 'Saturday')
const sunday = text('周日', 'Sunday')

function specials(notices: readonly HolidayNotice[]): ReadonlyMap<Day, Special> {
  const all = new Map<Day, Special>()
  for (const notice of notices) {
    for (const { day, holiday } of notice.daysOff) all.set(day, { working: false, name: holidays[holiday] })
    for (const day of notice.makeUpDays) all.set(day, makeUp)
  }
  return all
}

/** The last notice of a year replaces earlier ones of that year. `statutory` gives the days off of a year without one. */
export function workCalendar(notices: readonly HolidayNotice[], statutory: (year: number) => HolidayNotice): WorkCalendar {
  const byYear = new Map(notices.map((notice) => [notice.year, notice]))
  const known = specials([...byYear.values()])
  const computed = new Map<number, ReadonlyMap<Day, Special>>()

  const specialOf = (day: Day): Special | undefined => {
    const special = known.get(day)
    const year = Number(day.slice(0, 4))
    if (special || byYear.has(year)) return special
    let days = computed.get(year)
    if (!days) {
      days = specials([statutory(year)])
      computed.set(year, days)
    }
    return days.get(day)
  }

  return {
    isWorking(day) {
      const special = specialOf(day)
      if (special) return special.working
      const weekday = weekdayAt(numberOf(day))
      return weekday !== 0 && weekday !== 6
    },
    nameOf(day) {
      const special = specialOf(day)
      if (special) return special.name
      const weekday = weekdayAt(numberOf(day))
      return weekday === 6 ? saturday : weekday === 0 ? sunday : undefined
    },
    isMakeUp: (day) => known.get(day)?.working === true,
    isProvisional(day) {
      const year = Number(day.slice(0, 4))
      // The notice of the next year may still take in the last days of December, as those of 2019 and 2023 did.
      return !byYear.has(year) || (day.slice(5) >= '12-28' && !byYear.has(year + 1))
    },
  }
}
