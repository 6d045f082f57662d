/** Holiday notices that districts have entered, and the calendars made of them, kept until a notice changes on this server or another. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import type { RowScope } from '#platform/row-scope.ts'
import type { Holiday, HolidayNotice } from './calendar.ts'
import type { WorkCalendar } from './clock.ts'
import { calendarWith, nationalCalendar } from './national-days.ts'

/** What a notice may see and write: its own district's, nothing of any case. */
const scopeOf = (district: Id): RowScope => ({ district, all: false, trees: [], units: [], readers: [] })

const channel = 'hexie_holidays'

interface Row {
  readonly year: number
  readonly source: string
  readonly days_off: readonly { readonly day: Day; readonly holiday: Holiday }[]
  readonly make_up_days: readonly Day[]
}

/** The notices a district has entered, by year. */
export async function enteredNotices(db: Database, district: Id): Promise<readonly HolidayNotice[]> {
  const rows = await db.ask<Row>(
    scopeOf(district),
    'select year, source, days_off, make_up_days from holiday_notice where district_id = $1 order by year',
    [district],
  )
  return rows.map((row) => ({ year: row.year, source: row.source, daysOff: row.days_off, makeUpDays: row.make_up_days }))
}

/** Writes a year's notice; entered again, the later one holds. */
export async function enterNotice(db: Database, district: Id, notice: HolidayNotice, enteredBy: string): Promise<void> {
  await db.ask(
    scopeOf(district),
    `insert into holiday_notice (district_id, year, source, days_off, make_up_days, entered_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (district_id, year) do update set source = excluded.source, days_off = excluded.days_off,
       make_up_days = excluded.make_up_days, entered_by = excluded.entered_by, entered_at = now()`,
    [district, notice.year, notice.source, JSON.stringify(notice.daysOff), JSON.stringify(notice.makeUpDays), enteredBy],
  )
}

export interface Calendars {
  /** The district's calendar; without a district, the nation's. */
  of(district?: Id): Promise<WorkCalendar>
  /** The notices behind it. */
  notices(district?: Id): Promise<readonly HolidayNotice[]>
  /** A notice was entered: every server makes the calendar anew. */
  changed(district: Id): Promise<void>
  close(): Promise<void>
}

export async function openCalendars(db: Database): Promise<Calendars> {
  const kept = new Map<Id, Promise<{ readonly notices: readonly HolidayNotice[]; readonly calendar: WorkCalendar }>>()
  const made = (district: Id) => {
    const found = kept.get(district)
    if (found) return found
    const making = enteredNotices(db, district).then((notices) => ({
      notices,
      calendar: notices.length ? calendarWith(notices) : nationalCalendar,
    }))
    kept.set(district, making)
    // What could not be read is asked for again the next time.
    making.catch(() => kept.delete(district))
    return making
  }
  const stop = await db.listen(channel, (district) => (district ? kept.delete(district) : kept.clear()))
  return {
    of: async (district) => (district ? (await made(district)).calendar : nationalCalendar),
    notices: async (district) => (district ? (await made(district)).notices : []),
    async changed(district) {
      kept.delete(district)
      await db.notify(channel, district)
    },
    close: stop,
  }
}
