/** The mediation desk: who meets when in which room, and which cases have how many days left. Rows in, board out. Pure. */
import type { Meeting } from '#engine/define.ts'
import { addDays, type Day, daysBetween } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'

/** How far the calendar of rooms looks ahead. */
export const boardDays = 14

export interface BoardRow {
  readonly id: Id
  readonly number: string
  readonly subject: string
  readonly matter: string
  readonly state: string
  readonly owner: { readonly id: Id; readonly name: string }
  readonly openedOn: Day
  readonly marks: readonly string[]
  readonly mediators: readonly string[]
  readonly meetings: readonly Meeting[]
  readonly due: readonly { readonly id: string; readonly last: Day }[]
}

export interface BoardCase extends Omit<BoardRow, 'due' | 'meetings'> {
  /** The last day of mediation, and how many days are left of it, today not counted; negative when it has passed. */
  readonly last: Day
  readonly left: number
  /** Until when it must be decided whether to accept; absent once it has been. */
  readonly acceptBy?: Day
  readonly hearing?: Meeting
}

export interface BoardHearing {
  readonly case: Id
  readonly subject: string
  readonly on: Day
  readonly at: string
  readonly room: string
  readonly mediators: readonly string[]
  /** Another hearing of the same body stands in the same room at the same time. */
  readonly clash: boolean
}

export interface Board {
  readonly today: Day
  readonly days: readonly Day[]
  readonly rooms: readonly string[]
  readonly hearings: readonly BoardHearing[]
  /** Soonest first. */
  readonly cases: readonly BoardCase[]
}

export function boardOf(rows: readonly BoardRow[], today: Day): Board {
  const end = addDays(today, boardDays - 1)
  const all = rows.flatMap((row) => row.meetings.filter((one) => one.on >= today && one.on <= end).map((meeting) => ({ row, meeting })))
  const hearings = all
    .map(({ row, meeting }) => ({
      case: row.id,
      subject: row.subject,
      on: meeting.on,
      at: meeting.at,
      room: meeting.place,
      mediators: row.mediators,
      clash: all.some((other) => other.row !== row && other.row.owner.id === row.owner.id && same(other.meeting, meeting)),
    }))
    .toSorted((a, b) => (`${a.on}${a.at}${a.room}` < `${b.on}${b.at}${b.room}` ? -1 : 1))
  return {
    today,
    days: Array.from({ length: boardDays }, (_, n) => addDays(today, n)),
    rooms: [...new Set(hearings.map((one) => one.room))].toSorted(),
    hearings,
    cases: rows.flatMap((row) => caseOf(row, today)).toSorted((a, b) => a.left - b.left || (a.openedOn < b.openedOn ? -1 : 1)),
  }
}

const same = (a: Meeting, b: Meeting): boolean => a.on === b.on && a.at === b.at && a.place === b.place

function caseOf({ due, meetings, ...row }: BoardRow, today: Day): readonly BoardCase[] {
  const last = due.find((one) => one.id === 'end')?.last
  if (!last) return []
  const acceptBy = due.find((one) => one.id === 'accept')?.last
  const hearing = meetings.find((one) => one.on >= today)
  return [{ ...row, last, left: daysBetween(today, last), ...(acceptBy ? { acceptBy } : {}), ...(hearing ? { hearing } : {}) }]
}
